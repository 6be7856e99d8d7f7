"""The numbers of changes in reading order, where several hands have given numbers."""

from __future__ import annotations

from dataclasses import field, replace

from treatykit.model.content import Block, Inline, NoteReference, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.layouts import layout_revisions
from treatykit.model.revisions import Revisions
from treatykit.records import dataclass


def in_reading_order(document: Document) -> Document:
    """The document with its changes numbered from 1 as they begin, whoever made them.

    What one author gave one number keeps one; number 0, which nobody decides on, stays.
    """
    count = _Count()
    return replace(
        document,
        body=count.story(document.body),
        headers=tuple(replace(header, blocks=count.story(header.blocks)) for header in document.headers),
    )


@dataclass(slots=True)
class _Count:
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def story(self, story: Story) -> Story:
        return tuple(self.block(block) for block in story)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(inlines, mark):
                counted = [replace(inline, revisions=self.revisions(inline.revisions)) for inline in inlines]
                mark = replace(mark, revisions=self.revisions(mark.revisions))
                return Paragraph(tuple(self.noted(inline) for inline in counted), mark)
            case Table(rows):
                self.revisions(layout_revisions(block))  # told of the whole table, before what it holds
                revisions = self.revisions(block.revisions)
                return replace(block, revisions=revisions, rows=tuple(self.row(row) for row in rows))
            case OpaqueBlock():
                return replace(block, revisions=self.revisions(block.revisions))

    def noted(self, inline: Inline) -> Inline:
        """An inline, with its note counted: notes are read after their paragraph."""
        return replace(inline, blocks=self.story(inline.blocks)) if isinstance(inline, NoteReference) else inline

    def row(self, row: Row) -> Row:
        counted = replace(row, revisions=self.revisions(row.revisions))
        cells = (replace(cell, revisions=self.revisions(cell.revisions)) for cell in row.cells)
        return replace(counted, cells=tuple(replace(cell, blocks=self.story(cell.blocks)) for cell in cells))

    def revisions(self, revisions: Revisions) -> Revisions:
        return tuple(
            replace(one, change=self.numbers.setdefault((one.author, one.change), len(self.numbers) + 1))
            if one.change > 0
            else one
            for one in revisions
        )
