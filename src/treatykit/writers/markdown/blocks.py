"""How blocks print in Markdown: headings, numbered paragraphs as lists, points, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from treatykit.model.content import Block, Cell, NoteReference, OpaqueBlock, Paragraph, Row, Story, Table, Text
from treatykit.model.outline import Outline
from treatykit.model.properties import Role
from treatykit.model.revisions import Revisions
from treatykit.writers.markdown.escaping import escaped, settled
from treatykit.writers.markdown.inlines import MarkdownInlines
from treatykit.writers.sides import layout_notes, numbers, shows_fate, tracked

_LIST_NUMBER = re.compile(r"\d{1,9}[.)]")
_DEEPEST: Final = 6
_STEP: Final = 3  # columns; CommonMark takes four for code
_IN_AN_ITEM: Final = (Role.ITEM, Role.WRAP_UP)


@dataclass(slots=True)
class MarkdownBlocks:
    """Prints one text.

    Attributes:
        column: Where the words of the numbered paragraph begin that is open; 0 where none is.
    """

    view: Outline
    inlines: MarkdownInlines
    column: int = 0

    def body(self) -> Iterator[str]:
        """The blocks of the body, each without the empty line that follows it."""
        headings = self._headings()
        for index, block in enumerate(self.view.story):
            if isinstance(block, Paragraph) and index in headings:
                self.column = 0
                yield self._heading(block, headings[index])
            else:
                yield self._block(block)

    def story(self, story: Story) -> Iterator[str]:
        """The blocks of a note or header."""
        self.column = 0
        for block in story:
            yield self._block(block)

    def note(self, label: str, note: NoteReference) -> str:
        """The definition of a note."""
        blocks = [block for block in self.story(note.blocks) if block]
        return f"[^{label}]: " + "\n\n".join(
            _shifted(block, 4) if not at else " " * 4 + _shifted(block, 4) for at, block in enumerate(blocks)
        )

    def _headings(self) -> dict[int, int]:
        """The depth of each paragraph that is a heading: 1 for the title, deeper ones by the outline."""
        found = {
            index: 1
            for index, block in enumerate(self.view.story)
            if isinstance(block, Paragraph) and block.role is Role.TITLE
        }
        pending = [(division, 2) for division in self.view.divisions]
        while pending:
            division, depth = pending.pop()
            if division.role is not Role.ITEM:
                found[division.start] = min(depth, _DEEPEST)
                pending += [(child, depth + 1) for child in division.children]
        return found

    def _heading(self, paragraph: Paragraph, depth: int) -> str:
        label = self._label(paragraph)
        words = self.inlines.print(paragraph.inlines, one_line=True).strip() + self._sign(paragraph)
        said = f"{label}. {words}" if label and words else label or words
        return f"{'#' * depth} {settled(said)}" if said else ""

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Table():
                self.column = 0
                return self._table(block)
            case OpaqueBlock(_, description):
                self.column = 0
                return self.inlines.revised(escaped(f"[{description or 'object'}]"), tracked(block.revisions))
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        label = self._label(paragraph)
        words = self.inlines.print(paragraph.inlines).strip() + self._sign(paragraph)
        if paragraph.role not in _IN_AN_ITEM or paragraph.level <= 1:
            inside = self.column if paragraph.role is Role.WRAP_UP and paragraph.level == 1 else 0
            self.column = inside
        if not (label or words):
            return ""
        if paragraph.role is Role.ITEM and paragraph.level <= 1 and _LIST_NUMBER.fullmatch(label) and words:
            self.column = len(label) + 1
            first, *others = _lines(words)
            return f"{label} {first}" + "".join(f"\n{' ' * self.column}{line}" for line in others)
        said = "\n".join(_lines(f"{label} {words}".strip()))
        if paragraph.role is Role.DRAFTING_NOTE:
            return "\n".join(f"> {line}" for line in said.split("\n"))
        deeper = _STEP if paragraph.role is Role.ITEM and paragraph.level > 2 else 0
        return " " * (self.column + deeper) + _shifted(said, self.column + deeper)

    def _label(self, paragraph: Paragraph) -> str:
        old, new = (escaped(label) for label in numbers(paragraph.mark))
        if old != new:
            return f"{{~~{old}~>{new}~~}}"
        return self.inlines.revised(new, tracked(paragraph.mark.revisions))

    def _sign(self, paragraph: Paragraph) -> str:
        """A pilcrow where the end of the paragraph came or went, and its words do not show it."""
        fate = tracked(paragraph.mark.revisions)
        return self.inlines.revised("¶", fate) if fate and not shows_fate(paragraph) else ""

    def _table(self, table: Table) -> str:
        rows = [self._row(row) for row in table.rows]
        width = max(map(len, rows))
        head = rows.pop(0) if table.rows[0].header else []
        lines = [head, ["---"] * width, *rows]
        notes = (f"{{>>{escaped(said)}<<}}\n\n" for _, said in layout_notes(table))
        return "".join(notes) + "\n".join(f"| {' | '.join(line + [''] * (width - len(line)))} |" for line in lines)

    def _row(self, row: Row) -> list[str]:
        return [words for cell in row.cells for words in (self._cell(cell, row.revisions), *[""] * (cell.columns - 1))]

    def _cell(self, cell: Cell, row: Revisions) -> str:
        """The paragraphs of a cell in one line; a table in it is read cell by cell."""
        around = tracked(cell.revisions) or tracked(row)
        said = (
            f"{self._label(paragraph)} {self.inlines.print(paragraph.inlines, around=around, one_line=True)}"
            f"{self._sign(paragraph)}"
            for paragraph in _paragraphs(cell.blocks)
        )
        return "<br>".join(settled(words.strip()) for words in said).strip()


def _paragraphs(story: Story) -> Iterator[Paragraph]:
    """The paragraphs of a cell and of the tables in it."""
    for block in story:
        match block:
            case Paragraph():
                yield block
            case Table(rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _paragraphs(cell.blocks)
            case OpaqueBlock(_, description):
                yield Paragraph((Text(f"[{description or 'object'}]", revisions=block.revisions),))
            case _:
                assert_never(block)


def _lines(words: str) -> list[str]:
    """The lines of a paragraph, none of them opening anything."""
    return [settled(line.strip(" \t")) for line in words.split("\n")]


def _shifted(block: str, by: int) -> str:
    """A block whose lines after the first stand further right."""
    return block.replace("\n", "\n" + " " * by)
