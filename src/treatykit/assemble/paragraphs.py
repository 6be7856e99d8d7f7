"""Turns the blocks of a clause into paragraphs of a document, with roles, levels and keys but without numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, assert_never

from treatykit.assemble.bracketing import Wording, bracketed
from treatykit.assemble.conditions import ended
from treatykit.assemble.outer import outer_target
from treatykit.assemble.register import Designation, renamed, turned
from treatykit.assemble.typography import in_words, typeset
from treatykit.markup import syntax
from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    NoteReference,
    Paragraph,
    Reference,
    Row,
    Slot,
    Stance,
    Table,
    Text,
)
from treatykit.model.divisions import Divisions
from treatykit.model.plain import NO_TEXT
from treatykit.model.properties import (
    UNFORMATTED,
    Alignment,
    ParagraphFormat,
    Properties,
    Role,
    RowProperties,
    RunFormat,
)
from treatykit.records import dataclass

_ITALIC: Final = RunFormat(italic=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What the words of one clause need in order to be spoken in a draft.

    Attributes:
        topic: The clause's id, which its references and keys begin with.
        plain: The role of its paragraphs without a number.
        fill: What stands in a slot.
        codes: The party of the draft behind each party code of the clause.
        annotated: Drafting notes are printed.
    """

    topic: str
    plain: Role
    register: syntax.Register
    designation: Designation
    divisions: Divisions
    fill: Callable[[syntax.Slot], tuple[Text | Slot, ...]]
    codes: Mapping[str, str]
    annotated: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks one wording of a clause.

    Attributes:
        footnotes: The notes of the wording, by name.
    """

    voice: Voice
    footnotes: Mapping[str, syntax.Footnote]

    def heading(
        self, title: syntax.Inlines, role: Role, label: str | None, *, key: str | None = None, level: int = 0
    ) -> Paragraph:
        """The paragraph that opens an article, an annex or a section of one."""
        return self._paragraph(title, role, level, label, key=key)

    def body(self, blocks: Sequence[syntax.Block]) -> tuple[Block, ...]:
        """What stands under one heading; its only paragraph is left without a number."""
        return tuple(self._blocks(blocks, 0 if _is_sole(blocks) else 1, 0))

    def inlines(self, inlines: syntax.Inlines) -> tuple[Inline, ...]:
        """The words of a paragraph."""
        voice = self.voice
        words = typeset(
            in_words(
                inlines,
                lambda text: turned(text, voice.register, voice.designation, voice.divisions),
                lambda term: renamed(term, voice.designation),
            )
        )
        return tuple(spoken for inline in words for spoken in self._inline(inline, UNFORMATTED))

    def _blocks(self, blocks: Sequence[syntax.Block], depth: int, around: int) -> Iterator[Block]:
        """The blocks of an article or item.

        Args:
            depth: The level of the items among them; 0 for an only paragraph, which has no number.
            around: The level of the item that they belong to; 0 for none.
        """
        for block in blocks:
            match block:
                case syntax.Item(inlines, label, _, inner):
                    role = Role.ITEM if depth else Role.BODY
                    yield self._paragraph(inlines, role, depth, label)
                    yield from self._blocks(inner, max(depth, 1) + 1, max(depth, 1))
                case syntax.Paragraph(inlines, label):
                    yield self._unnumbered(inlines, around, label)
                case syntax.WrapUp(inlines):
                    yield self._unnumbered(inlines, around, None)
                case syntax.Table():
                    yield self._table(block)
                case syntax.DraftingNote(inlines):
                    if self.voice.annotated:
                        yield self._paragraph(inlines, Role.DRAFTING_NOTE, 0, None)
                case syntax.BlockBracket(options):
                    yield from bracketed(
                        [
                            Wording(self._codes(option.parties), tuple(self._blocks(option.blocks, depth, around)))
                            for option in options
                        ]
                    )
                case syntax.Section(title, label, _, inner):
                    yield self.heading(title, Role.HEADING, label, level=1)
                    yield from self._blocks(inner, 1, 0)  # counted with what stands under the other headings
                case syntax.Article():
                    raise AssertionError("articles are parted before their bodies are spoken")
                case _:
                    assert_never(block)

    def _unnumbered(self, inlines: syntax.Inlines, around: int, label: str | None) -> Paragraph:
        """A paragraph without a number: under an item, at the level of that item."""
        if around:
            return self._paragraph(inlines, Role.WRAP_UP, around, label)
        if self.voice.plain is Role.RECITAL:
            inlines = ended(inlines, ",")
        return self._paragraph(inlines, self.voice.plain, 0, label)

    def _paragraph(
        self, inlines: syntax.Inlines, role: Role, level: int, label: str | None, *, key: str | None = None
    ) -> Paragraph:
        found = key or (f"{self.voice.topic}#{label}" if label else None)
        return Paragraph(self.inlines(inlines), Mark(properties=Properties(role=role, level=level), key=found))

    def _table(self, table: syntax.Table) -> Table:
        def row(cells: Sequence[syntax.Inlines], *, header: bool = False) -> Row:
            return Row(
                tuple(self._cell(cell, alignment) for cell, alignment in zip(cells, table.alignments, strict=True)),
                properties=RowProperties(header=header),
            )

        return Table((row(table.header, header=True), *(row(cells) for cells in table.rows)))

    def _cell(self, inlines: syntax.Inlines, alignment: syntax.Alignment) -> Cell:
        # That a heading is bold and a cell set to the left is said by the style of the table.
        properties = Properties(format=ParagraphFormat(alignment=_alignment(alignment)))
        return Cell((Paragraph(self.inlines(inlines), Mark(properties=properties)),))

    def _inline(self, inline: syntax.Inline, look: RunFormat) -> Iterator[Inline]:
        match inline:
            case syntax.Text(value):
                yield Text(value, look)
            case syntax.Emphasis(inner):
                for each in inner:
                    yield from self._inline(each, _ITALIC)
            case syntax.Definition(inner):
                yield Text("“", look)
                yield DefinitionOpen()
                for each in inner:
                    yield from self._inline(each, look)
                yield DefinitionClose()
                yield Text("”", look)
            case syntax.Slot():
                for filled in self.voice.fill(inline):
                    yield replace(filled, format=look)
            case syntax.Reference(topic, label, instrument):
                own = f"{topic or self.voice.topic}{f'#{label}' if label else ''}"
                yield Reference(outer_target(instrument, topic, label) if instrument else own, "", look)
            case syntax.FootnoteReference(name):
                yield NoteReference((Paragraph(self.inlines(self.footnotes[name].inlines)),))
            case syntax.Bracket(options):
                for at, option in enumerate(options):
                    stances = tuple(Stance(code) for code in self._codes(option.parties))
                    yield BracketNext(stances) if at else BracketOpen(stances)
                    if not option.inlines:
                        yield Text(NO_TEXT, look)
                    for each in option.inlines:
                        yield from self._inline(each, look)
                yield BracketClose()
            case _:
                assert_never(inline)

    def _codes(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.voice.codes[code] for code in codes)


def _is_sole(blocks: Sequence[syntax.Block]) -> bool:
    """Whether every reading of the blocks has one numbered paragraph at most, and nothing beside it."""
    printed = [block for block in blocks if not isinstance(block, syntax.DraftingNote)]
    match printed:
        case [syntax.Item()]:
            return True
        case [syntax.BlockBracket(options)]:
            return all(not option.blocks or _is_sole(option.blocks) for option in options)
        case _:
            return False


def _alignment(alignment: syntax.Alignment) -> Alignment | None:
    match alignment:
        case syntax.Alignment.DEFAULT | syntax.Alignment.LEFT:
            return None
        case syntax.Alignment.CENTRE:
            return Alignment.CENTRE
        case syntax.Alignment.RIGHT:
            return Alignment.RIGHT
        case _:
            assert_never(alignment)
