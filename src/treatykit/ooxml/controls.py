"""Say of a content control among words that it came or went with them (ECMA-376, Part 1, 17.13.5.4 to .7).

`w:ins` and `w:del` stand in a control and say nothing of it: it would stay behind, empty. Ranges around its beginning
and its end do (docs/analysis/in-place-redline.md, Links, controls and short fields).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import Final

from lxml import etree

from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.joining import drop_block
from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import qn

_CONTROL: Final = qn("w:sdt")
_CONTENT: Final = qn("w:sdtContent")
_ID: Final = qn("w:id")
_SAID: Final = (qn("w:author"), qn("w:date"))
_STARTS: Final = {qn("w:ins"): qn("w:customXmlInsRangeStart"), qn("w:del"): qn("w:customXmlDelRangeStart")}
_ENDS: Final = {start: start.replace("Start", "End") for start in _STARTS.values()}


def tracked_in_controls(paragraph: etree._Element) -> list[etree._Element]:
    """What says in the controls of a paragraph that words came or went."""
    return [one for control in paragraph.iter(_CONTROL) for one in control.iter(*TRACKED)]


def track_controls(
    paragraph: etree._Element, fresh_id: Callable[[], int], theirs: Container[etree._Element] = ()
) -> None:
    """Track the controls in a paragraph all of whose words came, or all of whose words went, by one hand.

    Args:
        paragraph: With the revisions of its words written.
        fresh_id: Gives an annotation id that nothing else has.
        theirs: Tracked changes of others, about which nothing more is said.
    """
    for control in list(paragraph.iter(_CONTROL)):
        content = control.find(_CONTENT)
        words = [] if content is None else list(_words(content))
        if content is None or not words or words[0] in theirs or _range_before(control) is not None:
            continue
        said = {(one.tag, *(one.get(name) for name in _SAID)) for one in words}
        if len(said) != 1 or words[0].tag not in _STARTS:
            continue
        (first, first_end), (last, last_end) = (_range(words[0], fresh_id()) for _ in range(2))
        control.addprevious(first)
        content.insert(0, first_end)
        content.append(last)
        control.addnext(last_end)


def settle_controls(root: etree._Element) -> None:
    """Take out the controls that went with their words, and the ranges around those that stay."""
    for content in list(root.iter(_CONTENT)):
        control = content.getparent()
        if control is None or (start := _range_before(control)) is None:
            continue
        words = list(_words(content))
        if any(one.tag in TRACKED for one in words):
            continue
        edges = [start, *content.iterchildren(*_ENDS, *_ENDS.values())]
        ends = {edge.get(_ID) for edge in edges}
        edges += [one for one in control.itersiblings(*_ENDS.values()) if one.get(_ID) in ends]
        for edge in edges:
            edge.tail = None
            if (around := edge.getparent()) is not None:
                around.remove(edge)
        if not words:
            drop_block(control)


def _words(content: etree._Element) -> Iterator[etree._Element]:
    return (one for one in content.iterchildren("*") if one.tag not in MARKERS)


def _range_before(control: etree._Element) -> etree._Element | None:
    before = control.getprevious()
    return before if before is not None and before.tag in _ENDS else None


def _range(wrapper: etree._Element, identity: int) -> tuple[etree._Element, etree._Element]:
    """Both edges of a range that came or went as a wrapper says."""
    start = etree.Element(_STARTS[str(wrapper.tag)], {_ID: str(identity)})
    for name in _SAID:
        if (said := wrapper.get(name)) is not None:
            start.set(name, said)
    return start, etree.Element(_ENDS[str(start.tag)], {_ID: str(identity)})
