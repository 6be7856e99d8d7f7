"""Finish what was written: moves between the ends of ranges, and an id for every annotation."""

from __future__ import annotations

from itertools import chain
from math import inf
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.leaves import MARKERS, RUN
from treatykit.ooxml.names import qn
from treatykit.ooxml.tracking import Tracker, as_plain, child, dated, reorder
from treatykit.writers.docx_redline.looks import bare

_WALLS: Final = frozenset(
    qn(f"w:{name}") for name in ("tc", "txbxContent", "footnote", "endnote", "hdr", "ftr", "body")
)
_NOTES: Final = frozenset({qn("w:footnote"), qn("w:endnote")})
_ENDS: Final = {True: "moveFrom", False: "moveTo"}
_SAME: Final = {"w:moveFrom": ("w:moveFrom", "w:del"), "w:moveTo": ("w:moveTo", "w:ins")}


class _Places:
    """Where elements stand; the children of each element are counted once, before ranges are put between them."""

    def __init__(self) -> None:
        self._children: dict[etree._Element, dict[etree._Element, int]] = {}

    def path(self, element: etree._Element) -> list[float]:
        """The places of an element and all around it among their like, the widest first."""
        found: list[float] = []
        while (parent := element.getparent()) is not None:
            if parent not in self._children:
                self._children[parent] = {child: at for at, child in enumerate(parent)}
            found.append(self._children[parent][element])
            element = parent
        return found[::-1]


def place_moves(tracker: Tracker) -> None:
    """Give every move that was written its two named ranges."""
    changes = sorted({change for change, _ in tracker.moves})
    places = _Places()
    for change in changes:
        written = {source: _in_one_story(tracker.moves.get((change, source), []), places) for source in (True, False)}
        ends = {source: _shown(elements) for source, elements in written.items()}
        if all(_fits(elements) for elements in ends.values()):
            for source, elements in ends.items():
                whole = _in_order([*written[source], *tracker.edits.get((change, source), [])], places)
                around = whole if _fits(whole) else elements
                _place(around, _ENDS[source], f"move{change}", tracker, tracker.hands[change])
        else:
            for elements in ends.values():
                for element in elements:
                    _as_plain(element)


def settle_ids(tracker: Tracker, root: etree._Element) -> None:
    """Give the second half of a wrapper that was split an id of its own: annotation ids are unique (17.13.4.1)."""
    said = [(wrapper.tag, wrapper.get(qn("w:id"))) for wrapper in root.iter(*TRACKED)]
    if len(set(said)) == len(said):
        return
    around = [[*wrapper.iterancestors(qn("w:p"))][::-1] for wrapper in root.iter(*TRACKED)]
    for paragraph in dict.fromkeys(chain.from_iterable(around)):
        seen: set[tuple[str, str | None]] = set()
        for wrapper in paragraph.iter(*TRACKED):
            parent = wrapper.getparent()
            if parent is not None and parent.tag == qn("w:rPr"):
                continue  # what is said of a mark was never split
            identity = (str(wrapper.tag), wrapper.get(qn("w:id")))
            if identity in seen:
                wrapper.set(qn("w:id"), str(tracker.fresh_id()))
            seen.add(identity)


def _place(elements: list[etree._Element], end: str, name: str, tracker: Tracker, revision: Revision) -> None:
    start = tracker.annotation(f"w:{end}RangeStart", dated(revision))
    start.set(qn("w:name"), name)
    stop = etree.Element(qn(f"w:{end}RangeEnd"))
    stop.set(qn("w:id"), start.get(qn("w:id")) or "0")
    first, last = elements[0], elements[-1]
    if first.tag == qn("w:p"):
        first.append(start)
    else:
        first.addprevious(start)
    last.addnext(stop)


def _shown(elements: list[etree._Element]) -> list[etree._Element]:
    """The pieces of an end that are shown to move: all but the marks that had better say that they went or came.

    LibreOffice sees a move in a mark only if the words right before it move along and there is no field
    among them (docs/analysis/tracked-changes.md, What LibreOffice makes of it).
    """
    shown = []
    for element in elements:
        if element.tag == qn("w:p") and not _moves(element):
            continue  # a mark of two moves, which was said plainly for the first
        if element.tag == qn("w:p") and not _is_seen(element, elements) and _looks_like_next(element):
            _as_plain(element)
        else:
            shown.append(element)
    return shown


def _is_seen(paragraph: etree._Element, elements: list[etree._Element]) -> bool:
    if next(paragraph.iter(qn("w:fldChar"), qn("w:fldSimple")), None) is not None:
        return False
    last = next(reversed(list(paragraph.iter(RUN))), None)
    return last is not None and any(around in elements for around in last.iterancestors(*TRACKED))


def _looks_like_next(paragraph: etree._Element) -> bool:
    """Whether the next paragraph whose mark stays where this one's goes or comes looks the same."""
    for after in paragraph.itersiblings("*"):
        if after.tag == qn("w:p"):
            if not any(_mark(after, name) is not None for name in _SAME[_mark_end(paragraph)]):
                return canonical(bare(paragraph.find(qn("w:pPr")))) == canonical(bare(after.find(qn("w:pPr"))))
        elif after.tag not in MARKERS:
            return False
    return False


def _moves(paragraph: etree._Element) -> bool:
    return any(_mark(paragraph, name) is not None for name in _SAME)


def _mark_end(paragraph: etree._Element) -> str:
    return next(name for name in _SAME if _mark(paragraph, name) is not None)


def _mark(paragraph: etree._Element, name: str) -> etree._Element | None:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(name)}")


def _in_one_story(elements: list[etree._Element], places: _Places) -> list[etree._Element]:
    """The pieces of one end that a range can hold, in document order.

    A range stands in one story. What moved along in the cells and notes within that story is said plainly, since
    Word has no moved rows and no range over two parts; it goes and comes with the range all the same.
    """
    walls = {_wall(element) for element in elements}
    around = next((wall for wall in walls if all(_holds(wall, other) for other in walls)), None)
    if around is None:
        return _in_order(elements, places)
    for element in elements:
        if _wall(element) is not around:
            _as_plain(element)
    return _in_order([element for element in elements if _wall(element) is around], places)


def _holds(wall: etree._Element | None, other: etree._Element | None) -> bool:
    """Whether one container is another, or holds it; notes are held by whatever refers to them."""
    if wall is None or other is None or wall is other:
        return wall is other
    return (other.tag in _NOTES and wall.tag not in _NOTES) or wall in other.iterancestors()


def _fits(elements: list[etree._Element]) -> bool:
    return bool(elements) and len({_wall(element) for element in elements}) == 1


def _wall(element: etree._Element) -> etree._Element | None:
    return next((one for one in element.iterancestors() if one.tag in _WALLS), None)


def _in_order(elements: list[etree._Element], places: _Places) -> list[etree._Element]:
    """The written pieces of one end in document order; a paragraph stands for its mark, so it comes after its runs."""
    if len(elements) < 2:
        return elements
    return sorted(elements, key=lambda element: (*places.path(element), *([inf] if element.tag == qn("w:p") else [])))


def _as_plain(element: etree._Element) -> None:
    if element.tag != qn("w:p"):
        as_plain(element)
        return
    for name in _SAME:
        mark = _mark(element, name)
        if mark is not None:
            as_plain(mark)
            reorder(child(child(element, "w:pPr"), "w:rPr"))
