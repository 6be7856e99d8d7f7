"""Read a story of a Word file: paragraphs, tables, and what stands between them (docs/analysis/reading.md, Blocks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from functools import partial
from typing import Final

from lxml import etree

from treatykit.model.content import (
    Block,
    Cell,
    Mark,
    NoteKind,
    OpaqueBlock,
    Paragraph,
    Row,
    Story,
    Table,
)
from treatykit.model.normal import ending_in_paragraph
from treatykit.model.properties import Properties, TableProperties
from treatykit.model.revisions import Revisions, arrival, departure
from treatykit.ooxml.leaves import ALTERNATE, MARKERS, NO_CONTENT, chosen
from treatykit.ooxml.names import qn
from treatykit.ooxml.read_formats import direct_list
from treatykit.ooxml.role_styles import FURNITURE
from treatykit.ooxml.sections import SECTION_BREAK
from treatykit.ooxml.styles import value
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.readers.docx_drawings import describe
from treatykit.readers.docx_fields import whole_fields
from treatykit.readers.docx_inlines import StoryState, read_inlines
from treatykit.readers.docx_labels import Labels
from treatykit.readers.docx_layouts import cell_look, row_look, table_look
from treatykit.readers.docx_part import ListPlace, Opened, Part
from treatykit.readers.docx_plain import PlainParagraphs
from treatykit.readers.docx_revisions import REVISION_TAGS, read_reformatting, read_revision, read_revisions, settle
from treatykit.records import dataclass

_PARAGRAPH: Final = qn("w:p")
_CONTAINERS: Final = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_NO_BLOCKS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tblPrEx",
        "tcPr",
        "tblGridChange",
    )
)
_BOX: Final = qn("w:txbxContent")
_BOX_BORDERS: Final = (
    '<w:tblBorders xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:top w:sz="4" w:val="single"></w:top><w:left w:sz="4" w:val="single"></w:left>'
    '<w:bottom w:sz="4" w:val="single"></w:bottom><w:right w:sz="4" w:val="single"></w:right></w:tblBorders>'
)
_BOX_PROPERTIES: Final = TableProperties(other=(_BOX_BORDERS,))


def read_story(part: Part, container: etree._Element, labels: Labels | None = None) -> Story:
    """Read the blocks of a body, a header, a note, a cell or a text box.

    A mark that Word tracks one place too early, at the end of a container or before a
    table, is still where Word has it.

    Args:
        part: In which the story stands.
        container: Of the story.
        labels: Of the story, if its numbers can be printed at once; they are not printed otherwise.
    """
    return _StoryReader(part, PlainParagraphs(partial(read_look, part.opened)), labels, notes=()).story(container)


@dataclass(slots=True)
class _StoryReader:
    part: Part
    plain: PlainParagraphs
    labels: Labels | None
    notes: tuple[tuple[NoteKind, str], ...]  # the notes around this story: a note cannot hold itself
    state: StoryState = field(init=False)

    def __post_init__(self) -> None:
        self.state = StoryState(self.part, in_note=bool(self.notes))

    def story(self, container: etree._Element) -> Story:
        self.state.whole_fields = whole_fields(_field_characters(container))
        return self._blocks(container, ())

    def _blocks(self, container: etree._Element, around: Revisions) -> Story:
        return tuple(self._each_block(container, around))

    def _each_block(self, container: etree._Element, around: Revisions) -> Iterator[Block]:
        read_plain: Callable[[etree._Element], Paragraph | None] | None = None  # one for all paragraphs of a container
        for element in container.iterchildren("*"):
            if not around and not self.state.fields:
                if read_plain is None:
                    tables, _ = self.state.settled.tables(element)
                    read_plain = self.plain.within(self.part, tables, self.labels, self._note)
                if (plain := read_plain(element)) is not None:
                    yield plain
                    continue
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element, around)
            else:
                yield from self._other_blocks(element, around)

    def _other_blocks(self, element: etree._Element, around: Revisions) -> Iterator[Block]:
        tag = element.tag
        if tag == qn("w:tbl"):
            yield self._table(element, around)
        elif tag in _CONTAINERS:
            yield from self._each_block(element, around)
        elif tag == ALTERNATE:
            branch = chosen(element)
            if branch is not None:
                yield from self._each_block(branch, around)
        elif tag in REVISION_TAGS:
            yield from self._each_block(element, settle((*around, read_revision(self.part, element))))
        elif tag not in _NO_BLOCKS and tag not in MARKERS:
            yield self._opaque(element, around)

    def _opaque(self, element: etree._Element, around: Revisions) -> OpaqueBlock:
        what = describe(element)
        self.part.findings.note("opaque", f"kept but not read: {what}")
        return OpaqueBlock(self.part.canonical(element), what, revisions=around, source=self.part.source(element))

    # --- paragraphs

    def _paragraph(self, element: etree._Element, around: Revisions) -> Iterator[Block]:
        mark = self._mark(element)
        opened = self.part.opened
        with opened.findings.muted(opened.own and mark.properties.style in FURNITURE):
            content = read_inlines(self.state, element, self._note)
        if around:
            inlines = tuple(
                replace(inline, revisions=settle((*around, *inline.revisions))) for inline in content.inlines
            )
            yield Paragraph(inlines, replace(mark, revisions=settle((*around, *mark.revisions))))
        else:
            yield Paragraph(content.inlines, mark)
        for box, revisions in content.boxes:
            yield self._text_box(box, revisions)

    def _mark(self, element: etree._Element) -> Mark:
        accepted, rejected = self.state.settled.tables(element)
        if (unchanged := self.plain.mark(self.part, element, accepted, self.labels)) is not None:
            return unchanged
        properties = element.find(qn("w:pPr"))
        revisions = () if properties is None else read_revisions(self.part, properties.find(qn("w:rPr")))
        now, place = read_look(self.part.opened, properties, rejected if departure(revisions) else accepted)
        before_place = place
        change = None if properties is None else properties.find(qn("w:pPrChange"))
        if change is not None:
            before, before_place = read_look(self.part.opened, change.find(qn("w:pPr")), rejected)
            if before != now or before_place != place:
                revisions = (*revisions, read_reformatting(self.part, change, _with_section(before, now)))
        source = self.part.source(element)
        if self.labels is not None:
            return Mark(properties=self.labels.of(now, place), revisions=revisions, source=source)
        self.part.opened.places[source[0].part, source[0].element] = ListPlace(place, before_place)
        return Mark(properties=now, revisions=revisions, source=source)

    def _note(self, part: Part, kind: NoteKind, note_id: str) -> Story | None:
        notes = part.opened.related(f"{kind}s")
        if notes is None or (kind, note_id) in self.notes:
            return None
        for element in notes.notes.get((kind, note_id), ()):
            labels = self.labels and self.labels.of_notes
            story = _StoryReader(notes, self.plain, labels, (*self.notes, (kind, note_id))).story(element)
            if story:
                return ending_in_paragraph(story)
        part.findings.warn("missing-note", f"a {kind} is referred to and not there", "look for it in Word")
        return None

    # --- tables

    def _table(self, element: etree._Element, around: Revisions) -> Table:
        look, revisions = table_look(self.part, element)
        rows = tuple(self._row(row, around) for row in _children(element, "w:tr"))
        return Table(rows, properties=look, revisions=revisions, source=self.part.source(element))

    def _row(self, element: etree._Element, around: Revisions) -> Row:
        look, revisions = row_look(self.part, element)
        return Row(
            tuple(self._cell(cell) for cell in _children(element, "w:tc")),
            properties=look,
            revisions=settle((*around, *revisions)),
            source=self.part.source(element),
        )

    def _cell(self, element: etree._Element) -> Cell:
        look, revisions = cell_look(self.part, element)
        return Cell(
            ending_in_paragraph(self._blocks(element, ())),
            columns=look.columns,
            merge=look.merge,
            properties=look.properties,
            revisions=revisions,
            source=self.part.source(element),
        )

    def _text_box(self, box: etree._Element, revisions: Revisions) -> Table:
        # A box is a story of its own, walled off from the paragraph that it is anchored in: a table of one cell.
        story = _StoryReader(self.part, self.plain, self.labels, self.notes).story(box)
        source = self.part.source(box)
        ends = tuple(end for end in (arrival(revisions), departure(revisions)) if end)
        cell = Cell(ending_in_paragraph(story), source=source)
        return Table((Row((cell,), revisions=ends, source=source),), properties=_BOX_PROPERTIES, source=source)


def read_look(
    opened: Opened, properties: etree._Element | None, tables: TableStyles
) -> tuple[Properties, tuple[int, int] | None]:
    """What a `w:pPr` says, without a number, and the list and level that it stands on."""
    style, direct = value(properties, "w:pStyle"), direct_list(properties)
    look = opened.formats.paragraph(properties, style, direct, tables)
    return replace(opened.roles_of(style), format=look), opened.numbering.place(direct, style, opened.styles)


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls and other wrappers."""
    for child in element.iterchildren("*"):
        if child.tag == qn(name):
            yield child
        elif child.tag in _CONTAINERS or child.tag in REVISION_TAGS:
            yield from _children(child, name)
        elif child.tag == ALTERNATE and (branch := chosen(child)) is not None:
            yield from _children(branch, name)


def _field_characters(container: etree._Element) -> Iterator[etree._Element]:
    """The field characters of a story, without those of the text boxes within it."""
    if next(container.iter(qn("w:fldChar")), None) is None:
        return
    for child in container.iterchildren("*"):
        if child.tag == qn("w:fldChar"):
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _field_characters(branch)
        elif child.tag != _BOX and child.tag not in NO_CONTENT:
            yield from _field_characters(child)


def _with_section(before: Properties, now: Properties) -> Properties:
    """A section break is no part of a tracked change of properties (17.13.5.29), so it was there before."""
    sections = tuple(xml for xml in now.format.other if xml.startswith(SECTION_BREAK))
    other = tuple(sorted((*before.format.other, *sections)))
    return replace(before, format=replace(before.format, other=other))
