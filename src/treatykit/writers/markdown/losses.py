"""What Markdown cannot carry: the text without it, and a finding for everything that was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Final, TypeVar, assert_never

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.markup.manuscript.expecting import Line, line_of
from treatykit.markup.manuscript.looks import carried_look, carried_properties
from treatykit.model.content import (
    Block,
    BracketNext,
    BracketOpen,
    Cell,
    Field,
    Image,
    Inline,
    Mark,
    NoteReference,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Reference,
    Row,
    Slot,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document, Party
from treatykit.model.layouts import layout_revisions
from treatykit.model.normal import normalise
from treatykit.model.properties import (
    PLAIN_CELL,
    CellProperties,
    Label,
    Properties,
    RowProperties,
    RunFormat,
    TableProperties,
)
from treatykit.model.revisions import Revision, Revisions
from treatykit.records import dataclass
from treatykit.writers.controls import visible
from treatykit.writers.sides import tracked

_Look = TypeVar("_Look", RunFormat, Properties)
_Plain = TypeVar("_Plain", TableProperties, RowProperties, CellProperties)


@dataclass(frozen=True, slots=True)
class _Loss:
    severity: Severity
    message: str


LOSSES: Final = {
    "formats": _Loss(Severity.NOTE, "Markdown keeps no styles, fonts, sizes, colours, spaces and widths"),
    "layouts": _Loss(Severity.NOTE, "Markdown says in words only that the layout of a table changed"),
    "picture": _Loss(Severity.WARNING, "Markdown keeps only the description of a picture"),
    "object": _Loss(Severity.WARNING, "Markdown keeps only the name of a drawing, an equation or the like"),
    "table-in-table": _Loss(Severity.WARNING, "Markdown keeps no table within a table; its cells are read one by one"),
    "control-characters": _Loss(Severity.WARNING, "a control character is shown as a sign"),
}
"""All that a document can lose, by the code of the finding."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A document that Markdown can say, word for word and role for role.

    Attributes:
        diagnostics: What it lost on the way, each kind with how often.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def carried(document: Document) -> Carried:
    """The document without what Markdown cannot carry."""
    reducer = _Reducer()
    reduced = normalise(
        replace(
            document,
            body=reducer.story(document.body),
            headers=tuple(replace(header, blocks=reducer.story(header.blocks)) for header in document.headers),
            meta=replace(document.meta, parties=tuple(map(_known, document.meta.parties))),
            packages=(),
        )
    )
    diagnostics = tuple(
        Diagnostic(
            severity=loss.severity,
            code=code,
            message=loss.message + (f" ({reducer.lost[code]} places)" if reducer.lost[code] > 1 else ""),
        )
        for code, loss in LOSSES.items()
        if reducer.lost[code]
    )
    return Carried(reduced, diagnostics)


@dataclass(slots=True)
class _Reducer:
    lost: Counter[str] = field(default_factory=Counter)

    def story(self, story: Story, *, in_cell: bool = False) -> Story:
        return tuple(block for each in story for block in self.blocks(each, in_cell=in_cell))

    def blocks(self, block: Block, *, in_cell: bool) -> Iterator[Block]:
        match block:
            case Paragraph():
                yield self.paragraph(block, in_cell=in_cell)
            case Table() if in_cell:
                self.lost["table-in-table"] += 1
                for row in block.rows:
                    for cell in row.cells:
                        yield from self.story(cell.blocks, in_cell=True)
            case Table():
                yield self.table(block)
            case OpaqueBlock(_, description):
                self.lost["object"] += 1
                revisions = self.named(block.revisions)
                words = Text(f"[{self.words(description or 'object')}]", revisions=revisions)
                yield Paragraph((words,), Mark(revisions=revisions))
            case _:
                assert_never(block)

    def table(self, table: Table) -> Table:
        self.lost["layouts"] += bool(layout_revisions(table))
        rows = tuple(self.row(row) for row in table.rows)
        return Table(rows, properties=self.plain(table.properties, TableProperties(role=table.role)))

    def row(self, row: Row) -> Row:
        cells = tuple(self.cell(cell) for cell in row.cells)
        properties = self.plain(row.properties, RowProperties(header=row.header))
        return replace(row, cells=cells, properties=properties, revisions=self.named(tracked(row.revisions)))

    def cell(self, cell: Cell) -> Cell:
        blocks = self.story(cell.blocks, in_cell=True)
        properties = self.plain(cell.properties, PLAIN_CELL)
        return replace(cell, blocks=blocks, properties=properties, revisions=self.named(tracked(cell.revisions)))

    def plain(self, look: _Plain, kept: _Plain) -> _Plain:
        """What is kept of the look of a table, a row or a cell."""
        self.lost["formats"] += look != kept
        return kept

    def paragraph(self, paragraph: Paragraph, *, in_cell: bool) -> Paragraph:
        inlines = tuple(inline for each in paragraph.inlines for inline in self.inlines(each))
        ties = line_of(inlines) in (Line.OPENS, Line.CLOSES)

        def reduced(look: Properties) -> Properties:
            kept = carried_properties(look, in_cell=in_cell, ties=ties)
            return replace(kept, label=Label(self.words(kept.label.text), kept.label.typed)) if kept.label else kept

        mark = replace(paragraph.mark, revisions=self.named(paragraph.mark.revisions))
        properties = reduced(mark.properties)
        self.lost["formats"] += (properties.style, properties.format) != (mark.properties.style, mark.properties.format)
        revisions = self.revisions(
            mark.revisions,
            properties,
            {one: reduced(one.before) for one in mark.revisions if isinstance(one.before, Properties)},
        )
        key = visible(mark.key) if mark.key else None
        return Paragraph(inlines, replace(mark, properties=properties, revisions=revisions, key=key))

    def inlines(self, inline: Inline) -> Iterator[Inline]:
        inline = replace(inline, revisions=self.named(inline.revisions))
        match inline:
            case Text(value):
                yield from self.text(replace(inline, value=self.words(value)))
            case Slot(name):
                yield self.looking(replace(inline, name=self.words(name)))
            case Reference(target, text):
                named = None if target is None else self.words(target)
                yield self.looking(replace(inline, target=named, text=self.words(text)))
            case Field(instruction, text):
                yield self.looking(replace(inline, instruction=self.words(instruction), text=self.words(text)))
            case BracketOpen(stances) | BracketNext(stances):
                yield replace(inline, stances=tuple(replace(one, party=self.words(one.party)) for one in stances))
            case Image(_, description):
                self.lost["picture"] += 1
                yield Text(f"[{self.words(description or 'picture')}]", revisions=inline.revisions)
            case OpaqueInline(_, description):
                self.lost["object"] += 1
                yield Text(f"[{self.words(description or 'object')}]", revisions=inline.revisions)
            case NoteReference():
                symbol = self.words(inline.symbol) if inline.symbol else None
                yield replace(inline, blocks=self.story(inline.blocks), symbol=symbol)
            case _:
                yield inline

    def text(self, text: Text) -> Iterator[Inline]:
        """A text; spaces at its ends look like any others, since asterisks cannot stand beside a space."""
        core = text.value.strip()
        look = carried_look(text.format)
        loose = replace(look, bold=None, italic=None, position=None)
        if look == loose:
            yield self.looking(text)
            return
        start = text.value.index(core) if core else len(text.value)
        parts = (text.value[:start], core, text.value[start + len(core) :])
        for words, edge in zip(parts, (True, False, True), strict=True):
            if words:
                self.lost["formats"] += edge
                yield self.looking(replace(text, value=words), edge=edge)

    def looking(self, inline: Text | Slot | Reference | Field, *, edge: bool = False) -> Inline:
        def reduced(look: RunFormat) -> RunFormat:
            kept = carried_look(look)
            return replace(kept, bold=None, italic=None, position=None) if edge else kept

        look = reduced(inline.format)
        self.lost["formats"] += look != inline.format and not edge
        befores = {one: reduced(one.before) for one in inline.revisions if isinstance(one.before, RunFormat)}
        return replace(inline, format=look, revisions=self.revisions(inline.revisions, look, befores))

    def revisions(self, revisions: Revisions, now: _Look, befores: dict[Revision, _Look]) -> Revisions:
        """The revisions that still change something, each with the old look as far as it is kept."""
        kept: list[Revision] = []
        after = now
        for revision in reversed(revisions):
            before = befores.get(revision)
            if before is None:
                kept.append(revision)
            elif before != after:
                kept.append(replace(revision, before=before))
                after = before
            else:
                self.lost["formats"] += 1
        return tuple(reversed(kept))

    def named(self, revisions: Revisions) -> Revisions:
        """The revisions, their authors in characters that a file can hold."""
        return tuple(replace(revision, author=self.words(revision.author)) for revision in revisions)

    def words(self, text: str) -> str:
        shown = visible(text)
        self.lost["control-characters"] += shown != text
        return shown


def _known(party: Party) -> Party:
    return replace(party, code=visible(party.code))


def markdown_losses(document: Document) -> tuple[Diagnostic, ...]:
    """What a document loses when it is written as Markdown."""
    return carried(document).diagnostics
