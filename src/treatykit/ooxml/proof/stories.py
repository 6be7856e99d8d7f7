"""Tell the stories of a Word file on both sides: paragraphs joined where marks go, rows and cells, notes, headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.counters import Counters
from treatykit.ooxml.leaves import ALTERNATE, MARKERS, NO_CONTENT, chosen
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.content import Content, ContentReader, Met
from treatykit.ooxml.proof.looks import UNSAID, ParagraphLook, before, mark_sides, pages
from treatykit.ooxml.proof.opened import Known, Opened
from treatykit.ooxml.proof.plain import plain
from treatykit.ooxml.proof.said import (
    BOTH,
    NEW,
    OLD,
    WORDS,
    Aspect,
    Edge,
    Entry,
    Par,
    Part,
    Piece,
    Place,
    Said,
    Section,
    Sides,
    says_anything,
)

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
_PROPERTIES: Final = qn("w:pPr")
_MARK: Final = qn("w:rPr")
_SECTION: Final = qn("w:sectPr")
_CHANGE: Final = qn("w:pPrChange")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AROUND_BLOCKS: Final = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)
_PLACES: Final = {qn("w:headerReference"): "header", qn("w:footerReference"): "footer"}
_SHAPE: Final = tuple(qn(f"w:{name}") for name in ("gridSpan", "hMerge", "vMerge"))
_CLOSED: Final = frozenset(qn(f"w:{name}") for name in ("footnote", "endnote", "txbxContent"))
_NOTHING_ELSE: Final = Content()
_NO_BLOCK: Final = NO_CONTENT | MARKERS | {qn("w:tcPr"), _SECTION}


class _Pending(NamedTuple):
    """A paragraph before it is known whether its mark stays.

    Attributes:
        look: What its properties say on this side.
        parts: Its content on this side.
    """

    place: Place | None
    look: ParagraphLook
    content: Content
    parts: tuple[Part, ...]
    goes: bool


@dataclass(slots=True)
class _Side:
    """What was told so far of one side of a story.

    Attributes:
        running_on: Paragraphs whose marks go, so that they run into the next one.
        stands: A mark stays of those since the last table, over which nothing runs.
        sections: The breaks that stand on this side.
    """

    side: int
    opened: Opened
    counters: Counters
    entries: list[Entry] = field(default_factory=list)
    running_on: list[_Pending] = field(default_factory=list)
    stands: bool = False
    sections: list[etree._Element] = field(default_factory=list)

    def edge(self, edge: Edge) -> None:
        """A table, row or cell begins or ends here: no paragraph runs over it."""
        self.join()
        self.entries.append(edge)

    def close(self) -> None:
        """The end of a cell, a note or a box: one that was written without a last paragraph has an empty one."""
        self.join()
        if not self.entries or isinstance(self.entries[-1], Edge):
            self.add(_Pending(None, self.opened.looks.paragraph(None), _NOTHING_ELSE, (), goes=False))
            self.join()

    def add(self, pending: _Pending) -> None:
        """The next paragraph: those whose marks go run into the next one, whose properties stand."""
        self.running_on.append(pending)
        if not pending.goes:
            self._tell(pending)
            self.stands = True

    def join(self) -> None:
        """There is no next one: content stays where it is; an empty paragraph goes if all around it goes."""
        if self.running_on and (self.stands or any(one.parts for one in self.running_on)):
            self._tell(self.running_on[-1])
        self.running_on.clear()
        self.stands = False

    def _tell(self, last: _Pending) -> None:
        joined = self.running_on
        parts = last.parts if len(joined) == 1 else _run_together([part for one in joined for part in one.parts])
        found = self._paragraph(last.place, last.look, parts)
        if found is not None:
            for one in joined:
                if one.content.links or one.content.fields:
                    found.links += tuple(target for sides, target in one.content.links if sides & self.side)
                    found.fields += tuple(code for sides, code in one.content.fields if sides & self.side)
            if last.look.section is not None:
                self.sections.append(last.look.section)
        self.running_on = []

    def known(self, place: Place, known: Known) -> None:
        """The next paragraph, of which nothing goes."""
        if self.running_on:
            self.add(_Pending(place, known.look, _NOTHING_ELSE, known.parts, goes=False))
        else:
            self._paragraph(place, known.look, known.parts)
            self.stands = True

    def _paragraph(self, place: Place | None, look: ParagraphLook, parts: tuple[Part, ...]) -> Par | None:
        """Tell a paragraph; None for one that is none of the text."""
        if self.opened.own and self.opened.is_furniture(look.style_name, parts):
            return None
        number = None if look.place is None else self.counters.label(*look.place)
        found = Par(place, look.style, look.style_name, look.look, number, parts)
        self.entries.append(found)
        return found


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
            self._told[note] = Sides((), ())
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
    sides: tuple[_Side, ...] = field(init=False)
    reader: ContentReader = field(init=False)

    def __post_init__(self) -> None:
        # What is asked later must not hold the teller, or all that it has told would lie about when it is done with.
        opened, part, notes = self.opened, self.part, self.notes
        numbering = opened.looks.numbering
        told = (NEW, OLD) if notes.both_sides else (NEW,)
        self.sides = tuple(_Side(side, opened, Counters(numbering)) for side in told)
        self.reader = ContentReader(
            looks=opened.looks,
            leads_to=lambda relation: opened.leads_to(part, relation),
            written=lambda element: canonical(element, lambda relation: opened.leads_to(part, relation)),
            box=lambda box: story(opened, part, box, notes),
            met=notes.met,
            keeps_space=opened.root(part).get(_SPACE) == "preserve",
        )

    def tell(self, container: etree._Element, on: int = BOTH) -> None:
        """Tell the blocks of a container on these sides."""
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child, on)
            elif tag == _TABLE:
                self._table(child, on)
            elif tag in _AROUND_BLOCKS:
                self.tell(child, on)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self.tell(branch, on)
            elif isinstance(tag, str) and tag not in _NO_BLOCK:
                self._edge(Edge("unread", self.reader.written(child)), on)

    def _paragraph(self, paragraph: etree._Element, on: int) -> None:
        at, data = self.opened.written(self.part)[paragraph]
        place = Place(self.part, at)
        written = None if self.reader.is_amid else data
        known = None if written is None else self._known(paragraph, written)
        if known is None:
            self._read(paragraph, place, on, written)
            return
        if known.look.place is not None:
            self.notes.met.aspects.add(Aspect.NUMBERS)
        for side in self.sides:
            if side.side & on:
                side.known(place, known)

    def _known(self, paragraph: etree._Element, written: bytes) -> Known | None:
        """What a paragraph says that was read before, or that is nothing but words."""
        memory, looks = self.opened.memory.paragraphs, self.opened.looks
        known = memory.get(written)
        if known is None and (words := plain(written)) is not None:
            look = looks.standing(words.properties, paragraph)
            if look is not None:
                parts = words.parts(lambda said, at: looks.run_of(said, paragraph, at))
                known = memory[written] = Known(look, parts)
        return known

    def _read(self, paragraph: etree._Element, place: Place, on: int, written: bytes | None) -> None:
        properties = paragraph.find(_PROPERTIES)
        stands = BOTH if properties is None else mark_sides(properties.find(_MARK))
        comments = len(self.notes.met.comments)
        content = self.reader.read(paragraph)
        look, parts = self.opened.looks.paragraph(properties), None
        relooked = properties is not None and properties.find(_CHANGE) is not None
        if look.place is not None:
            self.notes.met.aspects.add(Aspect.NUMBERS)
        for side in self.sides:
            if not side.side & on:
                continue
            if side.side == OLD and relooked:
                look = self.opened.looks.paragraph(before(properties))
            if parts is None or not content.is_plain:
                parts = self._parts(content, side.side)
            side.add(_Pending(place, look, content, parts, not stands & side.side))
        stays = stands == BOTH and not relooked and look.section is None
        alone = not self.reader.is_amid and comments == len(self.notes.met.comments)
        if written is not None and parts is not None and stays and alone and content.is_words:
            self.opened.memory.paragraphs[written] = Known(look, parts)

    def _parts(self, content: Content, side: int) -> tuple[Part, ...]:
        return _run_together([self._part(piece, side) for piece in content.pieces if piece.sides & side])

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
        rows = [(row, on & mark_sides(row.find(qn("w:trPr")))) for row in _inside(table, qn("w:tr"))]
        stands = 0
        for _, sides in rows:
            stands |= sides
        looks = self.opened.looks
        said = [table.find(qn(f"w:{name}")) for name in ("tblPr", "tblGrid")]
        for side in self.sides:
            side.join()  # a table that goes was a wall all the same
            if side.side & stands:
                side.edge(Edge("table", look=looks.other(*_decided(said, side.side))))
        for row, sides in rows:
            said = [row.find(qn(f"w:{name}")) for name in ("tblPrEx", "trPr")]
            for side in self.sides:
                if side.side & sides:
                    side.edge(Edge("row", look=looks.other(*_decided(said, side.side))))
            for cell in _inside(row, qn("w:tc")):
                self._cell(cell, sides)
        self._edge(Edge("end of a table"), stands)

    def _cell(self, cell: etree._Element, on: int) -> None:
        properties = cell.find(qn("w:tcPr"))
        on &= mark_sides(properties)
        shape = _shape(properties)
        for side in self.sides:
            if side.side & on:
                side.edge(Edge("cell", shape, self.opened.looks.other(*_decided([properties], side.side))))
        self.tell(cell, on)
        for side in self.sides:
            if side.side & on:
                side.close()
        self._edge(Edge("end of a cell"), on)


def _run_together(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring words of one look joined."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else part
        if last is not part and part.look == last.look and part.kind == last.kind and part.kind in WORDS:
            joined[-1] = Part(part.kind, last.value + part.value, part.look)
        else:
            joined.append(part)
    return tuple(joined)


def story(opened: Opened, part: str, container: etree._Element, notes: Notes) -> Sides:
    """What a container says on both sides."""
    told = [tuple(side.entries) for side in _told(opened, part, container, notes).sides]
    return Sides(told[0], told[-1])


def said(opened: Opened, *, both_sides: bool = True) -> tuple[Said, Said]:
    """What a whole file says, accepted and rejected; where only one side is wanted, accepted twice."""
    notes = Notes(opened, both_sides)
    body = opened.root(opened.main).find(qn("w:body"))
    if body is None:
        empty = Said((), (), (), frozenset())
        return empty, empty
    teller = _told(opened, opened.main, body, notes)
    last = body.find(_SECTION)
    found: list[Said] = []
    for side in teller.sides:
        breaks = [*side.sections, *([] if last is None else [last])]
        sections = tuple(_section(opened, one, side.side, notes) for one in breaks)
        found.append(
            Said(tuple(side.entries), sections, tuple(sorted(notes.met.comments)), frozenset(notes.met.aspects))
        )
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
        entries = opened.running(part, lambda part=part: story(opened, part, opened.root(part), notes)).of(side)  # type: ignore[misc]
        if says_anything(entries):
            notes.met.aspects.add(Aspect.RUNNING)
            running[_PLACES[str(reference.tag)], reference.get(qn("w:type")) or "default"] = entries
    return Section(pages(section, side), running)


def _decided(properties: list[etree._Element | None], side: int) -> list[etree._Element | None]:
    return properties if side == NEW else [before(one) for one in properties]


def _shape(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    said = [(one, properties.find(one)) for one in _SHAPE]
    return " ".join(f"{name} {found.get(qn('w:val')) or ''}" for name, found in said if found is not None)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND_BLOCKS:
            yield from _inside(child, tag)
