"""Read tracked changes as revisions of the model (docs/analysis/tracked-changes.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from lxml import etree

from treatykit.model.properties import Look
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings
from treatykit.ooxml.change_numbers import noted_change
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import number
from treatykit.readers.docx_part import Part

_KINDS: Final = {
    qn("w:ins"): RevisionKind.INSERTED,
    qn("w:del"): RevisionKind.DELETED,
    qn("w:moveTo"): RevisionKind.MOVED_HERE,
    qn("w:moveFrom"): RevisionKind.MOVED_AWAY,
    qn("w:cellIns"): RevisionKind.INSERTED,
    qn("w:cellDel"): RevisionKind.DELETED,
}
_UNPAIRED: Final = {
    RevisionKind.MOVED_HERE: RevisionKind.INSERTED,
    RevisionKind.MOVED_AWAY: RevisionKind.DELETED,
}
_MOVED: Final = {paired: moved for moved, paired in _UNPAIRED.items()}

REVISION_TAGS: Final = frozenset(_KINDS)
"""The elements that say that something came or went."""

_RECORDS: Final = tuple(qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr"))


def tells_of_changes(root: etree._Element) -> bool:
    """Whether anything in a part is a tracked change; one that says nothing is one, too."""
    return next(root.iter(*_KINDS, *_RECORDS), None) is not None


def read_revision(part: Part, element: etree._Element) -> Revision:
    """The revision that an element says; a move that has lost its other end is a deletion or an insertion."""
    kind = _KINDS[str(element.tag)]
    change = part.moves.change.get(element, 0)
    if kind.is_move and not change:
        kind = _UNPAIRED[kind]
    if known := _known(part, element):
        change, moved = known
        kind = _MOVED.get(kind, kind) if moved else kind
    part.opened.revised = True
    return Revision(kind=kind, author=_author(element), date=_date(element), change=change)


def read_reformatting(part: Part, element: etree._Element, before: Look) -> Revision:
    """The revision that a `w:rPrChange`, `w:pPrChange` or their like says."""
    change, _ = _known(part, element) or (0, False)
    part.opened.revised = True
    return Revision(
        kind=RevisionKind.REFORMATTED, author=_author(element), date=_date(element), change=change, before=before
    )


def read_revisions(part: Part, properties: etree._Element | None) -> Revisions:
    """The arrivals and departures that stand among the properties of a mark, a row or a cell."""
    if properties is None:
        return ()
    return settle(read_revision(part, child) for child in properties.iterchildren("*") if child.tag in REVISION_TAGS)


def settle(revisions: Iterable[Revision]) -> Revisions:
    """At most one arrival, then one departure, then reformattings: of several the outermost counts."""
    found = tuple(revisions)
    if len(found) < 2:
        return found
    ends = (arrival(found), departure(found))
    return (*(end for end in ends if end is not None), *reformattings(found))


def _known(part: Part, element: etree._Element) -> tuple[int, bool] | None:
    """The change that the file itself says an element belongs to, and whether that is a move."""
    return part.opened.changes.get(_id(element)) or noted_change(element)


def _id(element: etree._Element) -> int:
    found = number(element.get(qn("w:id")))
    return -1 if found is None else found


def _author(element: etree._Element) -> str:
    return element.get(qn("w:author")) or ""


def _date(element: etree._Element) -> datetime | None:
    try:
        return datetime.fromisoformat(element.get(qn("w:date")) or "")
    except ValueError:
        return None
