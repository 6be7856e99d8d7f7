"""Tell which revision of a document a tracked change of its Word file says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import datetime
from typing import Final

from lxml import etree

from treatykit.model.content import NoteReference, Paragraph, Story, Table
from treatykit.model.layouts import layout_revisions
from treatykit.model.revisions import Revision, RevisionKind, Revisions
from treatykit.model.sources import Sources
from treatykit.ooxml.change_numbers import noted_change
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.leaves import Step, walk
from treatykit.ooxml.names import qn
from treatykit.ooxml.table_records import signed
from treatykit.records import dataclass

_KINDS: Final = {
    qn("w:ins"): (RevisionKind.INSERTED, RevisionKind.MOVED_HERE),
    qn("w:cellIns"): (RevisionKind.INSERTED,),
    qn("w:moveTo"): (RevisionKind.MOVED_HERE, RevisionKind.INSERTED),
    qn("w:del"): (RevisionKind.DELETED, RevisionKind.MOVED_AWAY),
    qn("w:cellDel"): (RevisionKind.DELETED,),
    qn("w:moveFrom"): (RevisionKind.MOVED_AWAY, RevisionKind.DELETED),
}
_MARK: Final = -1  # the position of a mark, a table, a row or a cell
_HOLDERS: Final = tuple(qn(f"w:{name}") for name in ("p", "tc", "tr", "tbl"))


@dataclass(slots=True)
class TrackedChanges:
    """Which revision of the document an element of the package says."""

    package: EditedPackage
    key: str
    _known: dict[tuple[str, int], list[tuple[int, int, Revision]]] = field(default_factory=dict)
    _places: dict[str, dict[etree._Element, int]] = field(default_factory=dict)

    def learn(self, story: Story) -> None:
        """Remember where the revisions of a story stand."""
        for block in story:
            match block:
                case Paragraph(inlines, mark):
                    self._remember(mark.source, mark.revisions, at_mark=True)
                    for inline in inlines:
                        self._remember(inline.source, inline.revisions)
                        if isinstance(inline, NoteReference):
                            self.learn(inline.blocks)
                case Table(rows):
                    self._remember(block.source, layout_revisions(block), at_mark=True)
                    for row in rows:
                        self._remember(row.source, row.revisions, at_mark=True)
                        for cell in row.cells:
                            self._remember(cell.source, cell.revisions, at_mark=True)
                            self.learn(cell.blocks)
                case _:
                    self._remember(block.source, block.revisions, at_mark=True)

    def revision(self, part: str, element: etree._Element) -> Revision:
        """The revision that an element says, with the number of its change where that is known."""
        by = signed(element)
        author, date = ("", None) if by is None else (by.get(qn("w:author")) or "", _date(by))
        kinds = _KINDS.get(str(element.tag), (RevisionKind.REFORMATTED,))
        noted = None if by is None else noted_change(by)
        if noted is not None:
            return Revision(kind=kinds[0], author=author, date=date, change=noted[0])
        return self.found(part, element) or Revision(kind=kinds[0], author=author, date=date)

    def found(self, part: str, element: etree._Element) -> Revision | None:
        """The revision that the document has where an element stands, whatever number the file notes."""
        by = signed(element)
        author, date = ("", None) if by is None else (by.get(qn("w:author")) or "", _date(by))
        kinds = _KINDS.get(str(element.tag), (RevisionKind.REFORMATTED,))
        alike = (each for each in self._candidates(part, element) if each.kind in kinds)
        return next((each for each in alike if (each.author, each.date) == (author, date)), None)

    def _remember(self, sources: Sources, revisions: Revisions, *, at_mark: bool = False) -> None:
        for source in sources:
            if source.package == self.key:
                place = (source.part, source.element)
                span = (_MARK, _MARK) if at_mark else (source.start, source.stop)
                self._known.setdefault(place, []).extend((*span, revision) for revision in revisions)

    def _candidates(self, part: str, element: etree._Element) -> Iterator[Revision]:
        """The revisions at the place of an element, the likeliest first.

        For a mark then those after it, where it may have been put back; for a row or cell then the layout
        of its table, which its own properties may only follow.
        """
        holder = next(element.iterancestors(*_HOLDERS), None)
        if holder is None:
            return
        place = (part, self._position(part, holder))
        start, stop = _span(holder, element)
        for first, last, revision in self._known.get(place, ()):
            if (first, last) == (start, stop) or (start != _MARK and first < max(stop, start + 1) and start < last):
                yield revision
        if start == _MARK and holder.tag == qn("w:p"):
            for after in holder.itersiblings(qn("w:p")):
                for first, _, revision in self._known.get((part, self._position(part, after)), ()):
                    if first == _MARK:
                        yield revision
        elif holder.tag in (qn("w:tr"), qn("w:tc")):
            table = next(holder.iterancestors(qn("w:tbl")))
            yield from (known for *_, known in self._known.get((part, self._position(part, table)), ()))

    def _position(self, part: str, element: etree._Element) -> int:
        if part not in self._places:
            self._places[part] = {node: at for at, node in enumerate(self.package.root(part).iter("*"))}
        return self._places[part].get(element, -1)


def _span(holder: etree._Element, element: etree._Element) -> tuple[int, int]:
    """The positions that an element spans in its paragraph; those of a mark for what is said of the whole."""
    parent = element.getparent()
    if holder.tag != qn("w:p") or (parent is not None and parent.tag == qn("w:pPr")):
        return _MARK, _MARK
    around = next((one for one in element.iterancestors() if one.tag in (qn("w:pPr"), qn("w:r"))), None)
    if around is not None and around.tag == qn("w:pPr"):
        return _MARK, _MARK
    target = element if around is None else around
    start: int | None = None
    for step in walk(holder):
        if step.element is target and step.step is Step.ENTER:
            start = step.start
        elif step.element is target and step.step is Step.LEAVE and start is not None:
            return start, step.start
    return _MARK, _MARK


def _date(element: etree._Element) -> datetime | None:
    try:
        return datetime.fromisoformat(element.get(qn("w:date")) or "")
    except ValueError:
        return None
