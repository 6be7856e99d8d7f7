"""Finish what was written: moves between the ends of ranges, and an id for every annotation."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision
from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.names import qn
from treatykit.ooxml.tracking import Tracker, as_plain

_WALLS: Final = frozenset(
    qn(f"w:{name}") for name in ("tc", "txbxContent", "footnote", "endnote", "hdr", "ftr", "body")
)
_ENDS: Final = {True: "moveFrom", False: "moveTo"}


def place_moves(tracker: Tracker) -> None:
    """Give every move that was written its two named ranges."""
    changes = sorted({change for change, _ in tracker.moves})
    for change in changes:
        ends = {source: _in_order(tracker.moves.get((change, source), [])) for source in (True, False)}
        if all(_fits(elements) for elements in ends.values()):
            for source, elements in ends.items():
                _place(elements, _ENDS[source], f"move{change}", tracker, tracker.hands[change])
        else:
            for elements in ends.values():
                for element in elements:
                    _as_plain(element)


def settle_ids(tracker: Tracker, root: etree._Element) -> None:
    """Give the second half of a wrapper that was split an id of its own: annotation ids are unique (17.13.4.1)."""
    for paragraph in root.iter(qn("w:p")):
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
    start = tracker.annotation(f"w:{end}RangeStart", revision)
    start.set(qn("w:name"), name)
    stop = etree.Element(qn(f"w:{end}RangeEnd"))
    stop.set(qn("w:id"), start.get(qn("w:id")) or "0")
    first, last = elements[0], elements[-1]
    if first.tag == qn("w:p"):
        first.append(start)
    else:
        first.addprevious(start)
    last.addnext(stop)


def _fits(elements: list[etree._Element]) -> bool:
    return bool(elements) and len({_wall(element) for element in elements}) == 1


def _wall(element: etree._Element) -> etree._Element | None:
    return next((one for one in element.iterancestors() if one.tag in _WALLS), None)


def _in_order(elements: list[etree._Element]) -> list[etree._Element]:
    """The written pieces of one end in document order; a paragraph stands for its mark, so it comes after its runs."""
    if len(elements) < 2:
        return elements
    roots = {element.getroottree().getroot() for element in elements}
    place = {node: at for root in roots for at, node in enumerate(root.iter("*"))}

    def mark_place(element: etree._Element) -> tuple[int, int]:
        if element.tag != qn("w:p"):
            return place[element], 0
        return max(place[node] for node in element.iter("*")), 1

    return sorted(elements, key=mark_place)


def _as_plain(element: etree._Element) -> None:
    if element.tag != qn("w:p"):
        as_plain(element)
        return
    for name in ("w:moveFrom", "w:moveTo"):
        mark = element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(name)}")
        if mark is not None:
            as_plain(mark)
