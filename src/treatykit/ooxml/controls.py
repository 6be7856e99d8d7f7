"""Say of a content control that it came or went, and decide it (ECMA-376, Part 1, 17.13.5.4 to .7).

`w:ins` and `w:del` stand in a control and say nothing of it: it would stay behind, empty. Ranges around its beginning
and its end do (docs/analysis/controls.md).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.joining import drop_block
from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import qn

CONTROL: Final = qn("w:sdt")
_CONTENT: Final = qn("w:sdtContent")
_PARAGRAPH: Final = qn("w:p")
_ID: Final = qn("w:id")
_SAID: Final = (qn("w:author"), qn("w:date"))
_STARTS: Final = {qn("w:ins"): qn("w:customXmlInsRangeStart"), qn("w:del"): qn("w:customXmlDelRangeStart")}
_WENT: Final = _STARTS[qn("w:del")]
_PROPERTIES: Final = qn("w:sdtPr")
_ENDS: Final = {start: start.replace("Start", "End") for start in _STARTS.values()}


def tracked_in_controls(paragraph: etree._Element) -> list[etree._Element]:
    """What says in the controls of a paragraph that words came or went."""
    return [one for control in paragraph.iter(CONTROL) for one in control.iter(*TRACKED)]


def track_controls(
    paragraph: etree._Element, fresh_id: Callable[[], int], theirs: Container[etree._Element] = ()
) -> None:
    """Track the controls in a paragraph all of whose words came, or all of whose words went, by one hand.

    Args:
        paragraph: With the revisions of its words written.
        fresh_id: Gives an annotation id that nothing else has.
        theirs: Tracked changes of others, about which nothing more is said.
    """
    for control in list(paragraph.iter(CONTROL)):
        content = control.find(_CONTENT)
        words = [] if content is None else list(_words(content))
        if content is None or not words or words[0] in theirs or _range_before(control) is not None:
            continue
        said = {(one.tag, *(one.get(name) for name in _SAID)) for one in words}
        if len(said) != 1 or words[0].tag not in _STARTS:
            continue
        put_in_ranges(control, [_start(words[0], fresh_id()) for _ in range(2)])


def put_in_ranges(control: etree._Element, starts: Sequence[etree._Element]) -> None:
    """Put a range around the beginning of a control, and one around its end.

    Args:
        starts: What says that they came or went, and by whose hand: `w:customXmlInsRangeStart`, or that of a deletion.
    """
    content = control.find(_CONTENT)
    if content is None:
        return
    first, last = starts
    first_end, last_end = (etree.Element(_ENDS[str(start.tag)], {_ID: start.get(_ID) or ""}) for start in starts)
    control.addprevious(first)
    content.insert(0, first_end)
    content.append(last)
    control.addnext(last_end)


def said_of_itself(control: etree._Element) -> str:
    """What a control says of itself, but for its id: what it is called, and what may be chosen in it."""
    properties = control.find(_PROPERTIES)
    if properties is None:
        return ""
    said = copy.deepcopy(properties)
    said[:] = [one for one in said if one.tag != _ID]
    return canonical(said)


def decided_controls(root: etree._Element, selects: Callable[[etree._Element], bool]) -> list[etree._Element]:
    """The controls of a part that came or went, and are decided."""
    found = []
    for control in root.iter(CONTROL):
        starts = _starts_of(control)
        if starts and all(map(selects, starts)):
            found.append(control)
    return found


def decide_control(control: etree._Element, *, accepted: bool) -> None:
    """Take a control away from around its content, or let it stay and be no change any more."""
    start, content = _range_before(control), control.find(_CONTENT)
    if start is None or content is None:
        return
    goes = (start.tag == _WENT) is accepted
    _drop_ranges(control, content)
    if goes:
        control.tail = None
        for child in list(content):
            control.addprevious(child)
        if (around := control.getparent()) is not None:
            around.remove(control)


def settle_controls(root: etree._Element) -> None:
    """Take out the controls that went with all that was in them, and the ranges around words that stay."""
    for content in list(root.iter(_CONTENT)):
        control = content.getparent()
        if control is None or _range_before(control) is None:
            continue
        words = list(_words(content))
        around_blocks = next(control.iterancestors(_PARAGRAPH), None) is None
        if words and (around_blocks or any(one.tag in TRACKED for one in words)):
            continue
        _drop_ranges(control, content)
        if not words:
            drop_block(control)


def _drop_ranges(control: etree._Element, content: etree._Element) -> None:
    """Take out the ranges around the beginning and the end of a control."""
    starts = _starts_of(control)
    ids = {start.get(_ID) for start in starts}
    beside = chain(content.iterchildren(*_ENDS.values()), control.itersiblings(*_ENDS.values()))
    for edge in [*starts, *(one for one in beside if one.get(_ID) in ids)]:
        edge.tail = None
        if (around := edge.getparent()) is not None:
            around.remove(edge)


def _starts_of(control: etree._Element) -> list[etree._Element]:
    """What begins the two ranges of a control; nothing where it has none."""
    start, content = _range_before(control), control.find(_CONTENT)
    last = None if content is None else next(content.iterchildren(*_ENDS, reversed=True), None)
    return [] if start is None or last is None else [start, last]


def _words(content: etree._Element) -> Iterator[etree._Element]:
    return (one for one in content.iterchildren("*") if one.tag not in MARKERS)


def _range_before(control: etree._Element) -> etree._Element | None:
    before = control.getprevious()
    return before if before is not None and before.tag in _ENDS else None


def _start(wrapper: etree._Element, identity: int) -> etree._Element:
    """What begins a range that came or went as a wrapper says."""
    start = etree.Element(_STARTS[str(wrapper.tag)], {_ID: str(identity)})
    for name in _SAID:
        if (said := wrapper.get(name)) is not None:
            start.set(name, said)
    return start
