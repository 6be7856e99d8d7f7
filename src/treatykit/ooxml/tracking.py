"""Write revisions into the XML of a package: around runs, at marks, rows and cells, beside properties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.ooxml.change_numbers import note_change, printed_note
from treatykit.ooxml.cutting import isolate, wrap
from treatykit.ooxml.names import in_schema_order, qn, short
from treatykit.records import dataclass

_TAGS: Final = {
    RevisionKind.INSERTED: qn("w:ins"),
    RevisionKind.MOVED_HERE: qn("w:moveTo"),
    RevisionKind.DELETED: qn("w:del"),
    RevisionKind.MOVED_AWAY: qn("w:moveFrom"),
}
_PRINTED_TAGS: Final = {kind: short(tag) for kind, tag in _TAGS.items()}
_PLAIN: Final = {RevisionKind.MOVED_HERE: RevisionKind.INSERTED, RevisionKind.MOVED_AWAY: RevisionKind.DELETED}
_DELETED_TEXT: Final = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_LIVE_TEXT: Final = {deleted: live for live, deleted in _DELETED_TEXT.items()}
_DEPARTURES: Final = frozenset({qn("w:del"), qn("w:moveFrom")})
_IN_ATTRIBUTES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_ENDS_OF_CONTROLS: Final = frozenset({qn("w:customXmlInsRangeEnd"), qn("w:customXmlDelRangeEnd")})
_ID: Final = qn("w:id")
_AUTHOR: Final = qn("w:author")
_DATE: Final = qn("w:date")
_NO_DATE: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Tracker:
    """Writes revisions with fresh ids, and remembers what was moved.

    Attributes:
        fresh_id: Gives an annotation id that nothing else has.
        moves: Change number and whether it is the source, to what was written of that end, in the order of writing:
            wrappers, and paragraphs for their marks.
        edits: Likewise what was struck or put in that did not move itself, of every change.
        hands: Change number to a revision of that move, for its author and date.
    """

    fresh_id: Callable[[], int]
    moves: dict[tuple[int, bool], list[etree._Element]] = field(default_factory=dict)
    edits: dict[tuple[int, bool], list[etree._Element]] = field(default_factory=dict)
    hands: dict[int, Revision] = field(default_factory=dict)
    _own: dict[etree._Element, tuple[object, ...]] = field(default_factory=dict)

    def wrap(self, element: etree._Element, revisions: Revisions) -> None:
        """Say of a run or bare leaf that it came, went, or both; what the file says already is not said twice."""
        came, goes = arrival(revisions), departure(revisions)
        if goes and not self._said(element, goes):
            self._wrap(element, goes)
        if came and not self._said(element, came):
            outermost = element
            while (parent := outermost.getparent()) is not None and parent.tag in _DEPARTURES:
                outermost = isolate(outermost)
            self._wrap(outermost, came)

    def printed(self, content: str, revision: Revision) -> str:
        """Runs in what `wrap` puts around them, printed; the element that is made of it has to be told to `wrote`.

        Args:
            content: The runs, with their words written the way Word wants those that are deleted.
            revision: How they came or went.
        """
        tag = _PRINTED_TAGS[revision.kind]
        signature = f'w:id="{self.fresh_id()}"{_printed_hand(revision.author, revision.date)}{printed_note(revision)}'
        return f"<{tag} {signature}>{content}</{tag}>"

    def wrote(self, wrapper: etree._Element, revision: Revision) -> None:
        """Remember what was put around runs."""
        self._own[wrapper] = _stamp(revision)
        self._moved(revision, wrapper)

    def mark(self, paragraph: etree._Element, revisions: Revisions) -> None:
        """Say of a paragraph mark that it came, went, or both."""
        ends = [end for end in (arrival(revisions), departure(revisions)) if end]
        if not ends:
            return
        properties = child(paragraph, "w:pPr", first=True)
        look = child(properties, "w:rPr")
        for end in ends:
            if look.find(_TAGS[end.kind]) is None:
                look.append(self._element(_TAGS[end.kind], end))
                self._moved(end, paragraph)
        reorder(look)
        reorder(properties)

    def row(self, element: etree._Element, revisions: Revisions) -> None:
        """Say of a row that it came or went; Word has no moved rows."""
        for end in (arrival(revisions), departure(revisions)):
            if end is None:
                continue
            properties = child(element, "w:trPr", first=True)
            reorder(element)
            kind = _PLAIN.get(end.kind, end.kind)
            if properties.find(_TAGS[kind]) is None:
                properties.append(self._element(_TAGS[kind], end))
                reorder(properties)

    def cell(self, element: etree._Element, revisions: Revisions) -> None:
        """Say of a cell in a row that stays that it came or went."""
        for end, name in ((arrival(revisions), "w:cellIns"), (departure(revisions), "w:cellDel")):
            if end is not None:
                properties = child(element, "w:tcPr", first=True)
                if properties.find(qn(name)) is None:
                    properties.append(self._element(qn(name), end))
                    reorder(properties)

    def changed(self, properties: etree._Element, before: etree._Element, revision: Revision) -> None:
        """Say what properties were before; an older record stands, since rejecting all goes back to it.

        Args:
            properties: `w:rPr`, `w:pPr`, or those of a table, row or cell.
            before: An element of the same name that holds all of the old properties.
            revision: The reformatting.
        """
        tag = f"{properties.tag!s}Change"
        if properties.find(tag) is None:
            record = self._element(tag, revision)
            record.append(before)
            properties.append(record)
            reorder(properties)

    def regridded(self, grid: etree._Element, before: etree._Element) -> None:
        """Say what columns a table had; the schema gives such a record no author (17.13.5.33)."""
        change = etree.SubElement(grid, qn("w:tblGridChange"))
        change.set(qn("w:id"), str(self.fresh_id()))
        change.append(before)

    def annotation(self, tag: str, revision: Revision) -> etree._Element:
        """An element that names its author, such as the start of a move."""
        return self._signed(qn(tag), revision)

    def count_anew(self, copied: etree._Element) -> None:
        """Give every revision in a copy an id of its own: annotation ids are unique (17.13.4.1)."""
        fresh: dict[str | None, str] = {}
        for element in copied.iter("*"):
            if element.get(_AUTHOR) is not None:
                fresh[element.get(_ID)] = str(self.fresh_id())
                element.set(_ID, fresh[element.get(_ID)])
            elif element.tag in _ENDS_OF_CONTROLS and element.get(_ID) in fresh:
                element.set(_ID, fresh[element.get(_ID)])

    def _wrap(self, element: etree._Element, revision: Revision) -> None:
        tag = _TAGS[revision.kind]
        stamp = _stamp(revision)
        before = element.getprevious()
        if before is not None and before.tag == tag and before in self._own and self._own[before] == stamp:
            before.append(element)
            wrapper = before
        else:
            wrapper = self._element(tag, revision)
            wrap(element, wrapper)
            self.wrote(wrapper, revision)
        if revision.kind is RevisionKind.DELETED:
            strike(element)

    def _moved(self, revision: Revision, element: etree._Element) -> None:
        key = (revision.change, revision.kind.is_departure)
        if revision.kind.is_move:
            self.moves.setdefault(key, []).append(element)
            self.hands[revision.change] = revision
        elif revision.change:
            self.edits.setdefault(key, []).append(element)

    @staticmethod
    def _said(element: etree._Element, revision: Revision) -> bool:
        for ancestor in element.iterancestors():
            if ancestor.tag == qn("w:p"):
                return False
            if ancestor.tag == _TAGS[revision.kind] and (ancestor.get(qn("w:author")) or "") == revision.author:
                return True
        return False

    def _element(self, tag: str, revision: Revision) -> etree._Element:
        element = self._signed(tag, revision)
        note_change(element, revision)
        return element

    def _signed(self, tag: str, revision: Revision) -> etree._Element:
        said = {_ID: str(self.fresh_id()), _AUTHOR: revision.author}
        if revision.date is not None:
            said[_DATE] = written_date(revision.date)
        return etree.Element(tag, said)


def dated(revision: Revision) -> Revision:
    """A revision as the start of a moved range says it: there alone the schema wants a date (CT_MoveBookmark)."""
    return replace(revision, date=revision.date or _NO_DATE)


def as_plain(wrapper: etree._Element) -> None:
    """Turn one end of a move, a wrapper or a tracked mark, into a deletion or an insertion."""
    if wrapper.tag == qn("w:moveFrom"):
        wrapper.tag = qn("w:del")
        strike(wrapper)
    elif wrapper.tag == qn("w:moveTo"):
        wrapper.tag = qn("w:ins")


def strike(element: etree._Element) -> None:
    """Write the words and field codes of deleted runs the way Word wants them (17.4.20)."""
    for node in element.iter(*_DELETED_TEXT):
        if _in_own_paragraph(node, element):
            node.tag = _DELETED_TEXT[str(node.tag)]


def revive(element: etree._Element) -> None:
    """Write the words and field codes of runs that are no longer deleted as live ones."""
    for node in element.iter(*_LIVE_TEXT):
        if _in_own_paragraph(node, element):
            node.tag = _LIVE_TEXT[str(node.tag)]


def child(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    """The child of a name, made where there is none."""
    found = next(parent.iterchildren(qn(name)), None)
    if found is None:
        found = etree.Element(qn(name))
        parent.insert(0, found) if first else parent.append(found)
    return found


def reorder(parent: etree._Element) -> None:
    """Put the children of a property element in the order of the schema."""
    if len(parent) < 2:
        return
    children = in_schema_order(str(parent.tag), parent)
    if children != list(parent):
        parent[:] = children


@cache
def written_date(date: datetime) -> str:
    """A date as Word writes it: to the second, `Z` for UTC, nothing for a date without a zone."""
    if date.tzinfo is None:
        return date.replace(microsecond=0).isoformat()
    return date.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


@cache
def _printed_hand(author: str, date: datetime | None) -> str:
    said = f' w:author="{author.translate(_IN_ATTRIBUTES)}"'
    return said if date is None else f'{said} w:date="{written_date(date)}"'


def _stamp(revision: Revision) -> tuple[object, ...]:
    return (revision.kind, revision.author, revision.date, revision.change)


def _in_own_paragraph(node: etree._Element, top: etree._Element) -> bool:
    """Whether no paragraph stands between: the words of a text box go with their own marks."""
    for ancestor in node.iterancestors():
        if ancestor is top:
            return True
        if ancestor.tag == qn("w:p"):
            return False
    return node is top
