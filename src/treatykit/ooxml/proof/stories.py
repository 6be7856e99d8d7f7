"""Tell the stories of a Word file on both sides: paragraphs joined where marks go, rows and cells, notes, headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.leaves import ALTERNATE, MARKERS, NO_CONTENT, chosen
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.content import Content, ContentReader, Met
from treatykit.ooxml.proof.looks import before, first, mark_sides, pages
from treatykit.ooxml.proof.opened import Opened
from treatykit.ooxml.proof.said import (
    BOTH,
    NEW,
    OLD,
    UNSAID,
    Aspect,
    Edge,
    Entry,
    Par,
    Part,
    Piece,
    Said,
    Section,
    Sides,
    run_together,
)
from treatykit.ooxml.proof.sides import OneSide, Pending
from treatykit.ooxml.proof.taken import Cut
from treatykit.ooxml.table_conditions import TablesAround
from treatykit.records import dataclass

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
_PROPERTIES: Final = qn("w:pPr")
_MARK: Final = qn("w:rPr")
_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_OF_TABLE: Final = (qn("w:tblPr"), qn("w:tblGrid"))
_OF_ROW: Final = (qn("w:tblPrEx"), qn("w:trPr"))
_OF_CELL: Final = qn("w:tcPr")
_VAL: Final = qn("w:val")
_SECTION: Final = qn("w:sectPr")
_CHANGE: Final = qn("w:pPrChange")
_SPACE: Final = qn("xml:space")
_AROUND_BLOCKS: Final = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)
_PLACES: Final = {qn("w:headerReference"): "header", qn("w:footerReference"): "footer"}
_SHAPE: Final = tuple(qn(f"w:{name}") for name in ("gridSpan", "hMerge", "vMerge"))
_CLOSED: Final = frozenset(qn(f"w:{name}") for name in ("footnote", "endnote", "txbxContent"))
_NO_BLOCK: Final = NO_CONTENT | MARKERS | {_OF_CELL, _SECTION}


@dataclass(slots=True)
class Notes:
    """The footnotes and endnotes of a file, each told when it is met.

    Attributes:
        both_sides: Both sides are told, not only the new one.
        met: What there is to be compared in all stories.
    """

    opened: Opened
    both_sides: bool = True
    met: Met = field(default_factory=Met)
    _told: dict[str, Sides] = field(default_factory=dict)
    _kinds: dict[str, tuple[str, Mapping[str, etree._Element]]] = field(default_factory=dict)

    def of(self, note: str) -> Sides:
        """What a note says, by its kind and id: ``footnote 3``."""
        if note not in self._told:
            self._told[note] = Sides(self.opened.nothing, self.opened.nothing)
            kind, _, number = note.partition(" ")
            part, elements = self._of_kind(kind)
            if number in elements:
                self._told[note] = story(self.opened, part, elements[number], self)
        return self._told[note]

    def _of_kind(self, kind: str) -> tuple[str, Mapping[str, etree._Element]]:
        """The part that holds the notes of a kind, and these by their ids."""
        if kind not in self._kinds:
            part = self.opened.related(f"{kind}s") or ""
            notes = self.opened.root(part).iterchildren(qn(f"w:{kind}")) if part else ()
            self._kinds[kind] = part, {one.get(qn("w:id")) or "": one for one in notes}
        return self._kinds[kind]


@dataclass(slots=True)
class _Teller:
    """Goes through the blocks of one container, and tells each side what stands on it."""

    opened: Opened
    part: str
    notes: Notes
    sides: tuple[OneSide, ...] = field(init=False)
    tables: TablesAround = field(default_factory=TablesAround)
    cut: Cut = field(init=False)
    reader: ContentReader = field(init=False)

    def __post_init__(self) -> None:
        # What is asked later must not hold the teller, or all that it has told would lie about when it is done with.
        opened, part, notes = self.opened, self.part, self.notes
        told = (NEW, OLD) if notes.both_sides else (NEW,)
        self.sides = tuple(OneSide(side, opened) for side in told)
        self.cut = cut = opened.cut(part)
        self.reader = ContentReader(
            looks=opened.looks,
            leads_to=lambda relation: opened.leads_to(part, relation),
            written=lambda element: canonical(cut.whole(element), lambda relation: opened.leads_to(part, relation)),
            box=lambda box: story(opened, part, box, notes),
            met=notes.met,
            keeps_space=cut.root.get(_SPACE) == "preserve",
        )

    def tell(self, container: etree._Element, on: int = BOTH) -> None:
        """Tell the blocks of a container on these sides."""
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child, on)
            elif not isinstance(tag, str):
                self._taken(child, on)
            elif tag == _TABLE:
                self._table(child, on)
            elif tag in _AROUND_BLOCKS:
                self.tell(child, on)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self.tell(branch, on)
            elif tag not in _NO_BLOCK:
                self._edge(Edge("unread", self.reader.written(child)), on)

    def _known(self, known: Sequence[Entry], on: int) -> None:
        """Tell blocks of which nothing comes or goes."""
        met = self.notes.met.aspects
        if Aspect.TABLES not in met and any(isinstance(one, Edge) for one in known):
            met.add(Aspect.TABLES)
        if Aspect.NUMBERS not in met and any(isinstance(one, Par) and one.look.place for one in known):
            met.add(Aspect.NUMBERS)
        for side in self.sides:
            if side.side & on:
                side.say(known)

    def _taken(self, sign: etree._Element, on: int) -> None:
        """Tell what was taken out of the part."""
        taken = self.cut.taken(sign)
        if taken is not None and self.reader.is_amid:
            self.tell(taken.parsed(), on)
        elif taken is not None:
            self._known(taken.said, on)

    def _paragraph(self, paragraph: etree._Element, on: int) -> None:
        written = None if self.reader.is_amid else self.cut.written.get(paragraph)
        known = None if written is None else self.opened.memory[written]
        if known is not None:
            self._known(known, on)
        else:
            self._read(paragraph, on, written)

    def _read(self, paragraph: etree._Element, on: int, written: bytes | None) -> None:
        properties = first(paragraph, _PROPERTIES)
        stands = BOTH if properties is None else mark_sides(first(properties, _MARK))
        content = self.reader.read(paragraph)
        look, parts = self.opened.looks.paragraph(properties), None
        relooked = properties is not None and first(properties, _CHANGE) is not None
        if look.place is not None:
            self.notes.met.aspects.add(Aspect.NUMBERS)
        for side in self.sides:
            if not side.side & on:
                continue
            if side.side == OLD and relooked:
                # A record of old properties holds no section break (17.13.5.29): that of the paragraph stays.
                look = replace(self.opened.looks.paragraph(before(properties)), section=look.section)
            if parts is None or not content.is_plain:
                parts = self._parts(content, side.side)
            side.add(Pending(look, content, parts, not stands & side.side))
        alone = not self.reader.is_amid and not content.links and not content.fields
        if written is not None and parts is not None and alone:
            self.opened.memory.keep(written, [Par(look, parts)])

    def _parts(self, content: Content, side: int) -> tuple[Part, ...]:
        return run_together([self._part(piece, side) for piece in content.pieces if piece.sides & side])

    def _part(self, piece: Piece, side: int) -> Part:
        if piece.kind == "note":
            return Part("note", piece.value.partition(" ")[0], UNSAID, self.notes.of(piece.value).of(side))
        if piece.inside is not None:
            return Part("box", "", UNSAID, piece.inside.of(side))
        return Part(piece.kind, piece.value, piece.look if side == NEW else piece.old_look)

    def _edge(self, edge: Edge, on: int) -> None:
        for side in self.sides:
            if side.side & on:
                side.edge(edge)

    def _table(self, table: etree._Element, on: int) -> None:
        self.notes.met.aspects.add(Aspect.TABLES)
        written = None if self.reader.is_amid else self.cut.written.get(table)
        rows = [(row, on & mark_sides(first(row, _OF_ROW[-1]))) for row in _inside(table, _ROW)]
        stands = 0
        for _, sides in rows:
            stands |= sides
        looks = self.opened.looks
        said = [first(table, tag) for tag in _OF_TABLE]
        for side in self.sides:
            side.join()  # a table that goes was a wall all the same
        begun = len(self.sides[0].entries)
        for side in self.sides:
            if side.side & stands:
                side.edge(Edge("table", look=looks.other(*_decided(said, side.side))))
        for row, sides in rows:
            said = [first(row, tag) for tag in _OF_ROW]
            for side in self.sides:
                if side.side & sides:
                    side.edge(Edge("row", look=looks.other(*_decided(said, side.side))))
            for cell in _inside(row, _CELL):
                self._cell(cell, sides)
        self._edge(Edge("end of a table"), stands)
        if written is not None and not self.reader.is_amid and self.sides[0].side & stands:
            self.opened.memory.keep(written, self.sides[0].entries[begun:])

    def _cell(self, cell: etree._Element, on: int) -> None:
        properties = first(cell, _OF_CELL)
        on &= mark_sides(properties)
        shape = _shape(properties)
        tables = self.tables.of_cell(cell)
        for side in self.sides:
            if side.side & on:
                look = self.opened.looks.other(*_decided([properties], side.side))
                side.edge(Edge("cell", shape, look, tables[side.side == OLD]))
        self.tell(cell, on)
        for side in self.sides:
            if side.side & on:
                side.close()
        self._edge(Edge("end of a cell"), on)


def story(opened: Opened, part: str, container: etree._Element, notes: Notes) -> Sides:
    """What a container says on both sides."""
    told = _told(opened, part, container, notes).sides
    return Sides(told[0].story, told[-1].story)


def said(opened: Opened, *, both_sides: bool = True) -> tuple[Said, Said]:
    """What a whole file says, accepted and rejected; where only one side is wanted, accepted twice."""
    notes = Notes(opened, both_sides)
    body = opened.root(opened.main).find(qn("w:body"))
    if body is None:
        empty = Said(opened.nothing, (), (), frozenset())
        return empty, empty
    teller = _told(opened, opened.main, body, notes)
    last = body.find(_SECTION)
    found: list[Said] = []
    for side in teller.sides:
        breaks = [*side.sections, *([] if last is None else [last])]
        sections = tuple(_section(opened, one, side.side, notes) for one in breaks)
        found.append(Said(side.story, sections, tuple(sorted(notes.met.comments)), frozenset(notes.met.aspects)))
    return found[0], found[-1]


def _told(opened: Opened, part: str, container: etree._Element, notes: Notes) -> _Teller:
    teller = _Teller(opened, part, notes)
    teller.tell(container)
    for side in teller.sides:
        if container.tag in _CLOSED:
            side.close()
        else:
            side.join()
    return teller


def _section(opened: Opened, section: etree._Element, side: int, notes: Notes) -> Section:
    running = {}
    for reference in section.iterchildren(*_PLACES):
        part = opened.part_behind(opened.main, reference.get(qn("r:id")) or "")
        if part is None:
            continue
        told = opened.running(part, lambda part=part: story(opened, part, opened.root(part), notes)).of(side)  # type: ignore[misc]
        if told.says_anything:
            notes.met.aspects.add(Aspect.RUNNING)
            running[_PLACES[str(reference.tag)], reference.get(qn("w:type")) or "default"] = told
    return Section(pages(section, side), running)


def _decided(properties: list[etree._Element | None], side: int) -> list[etree._Element | None]:
    return properties if side == NEW else [before(one) for one in properties]


def _shape(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    said = {one.tag: one.get(_VAL) or "" for one in properties.iterchildren(*_SHAPE, reversed=True)}
    return " ".join(f"{tag} {said[tag]}" for tag in _SHAPE if tag in said)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND_BLOCKS:
            yield from _inside(child, tag)
