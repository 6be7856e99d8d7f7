"""Writing revisions: who, when, and the number of the change that each belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from treatykit.model.content import (
    Block,
    Cell,
    Inline,
    Mark,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Row,
    Story,
    Table,
    Text,
)
from treatykit.model.properties import Look
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.sources import Sources
from treatykit.records import dataclass


@dataclass(slots=True)
class Pen:
    """Numbers the changes in reading order, from 1.

    Attributes:
        last: The number of the last change begun.
    """

    author: str
    date: datetime | None
    last: int = 0

    def begin(self) -> int:
        """The number of a new change."""
        self.last += 1
        return self.last

    def revision(self, kind: RevisionKind, change: int) -> Revision:
        """An arrival or a departure that belongs to a change."""
        return Revision(kind=kind, author=self.author, date=self.date, change=change)

    def reformatting(self, before: Look, change: int, source: Sources = ()) -> Revision:
        """A change of look; number 0 for a label alone, which nobody decides on."""
        return Revision(
            kind=RevisionKind.REFORMATTED,
            author=self.author,
            date=self.date,
            change=change,
            before=before,
            source=source,
        )


def stamped_inline(inline: Inline, revision: Revision) -> Inline:
    """An inline that came or went, with what it holds."""
    if type(inline) is Text:  # words of a link are more
        return Text(inline.value, inline.format, revisions=(revision,), source=inline.source)
    if isinstance(inline, NoteReference):
        return replace(inline, blocks=stamped_contents(inline.blocks, revision), revisions=(revision,))
    return replace(inline, revisions=(revision,))


def stamped_mark(mark: Mark, revision: Revision) -> Mark:
    """A mark that came, went or changed its look."""
    return Mark(properties=mark.properties, revisions=(revision,), key=mark.key, source=mark.source)


def stamped_block(block: Block, revision: Revision) -> Block:
    """A block that came or went, with everything in it."""
    match block:
        case Paragraph(inlines, mark):
            return Paragraph(
                tuple(stamped_inline(inline, revision) for inline in inlines), stamped_mark(mark, revision)
            )
        case Table(rows):
            return replace(block, rows=tuple(stamped_row(row, revision) for row in rows))
        case OpaqueBlock():
            return replace(block, revisions=(revision,))


def stamped_row(row: Row, revision: Revision) -> Row:
    """A row that came or went, with the content of its cells."""
    return replace(row, cells=tuple(_stamped_cell(cell, revision) for cell in row.cells), revisions=(revision,))


def stamped_contents(story: Story, revision: Revision) -> Story:
    """The story of a cell or note that came or went with what holds it.

    Its last mark is left alone: it ends the container and is never tracked in Word.
    """
    blocks = [stamped_block(block, revision) for block in story]
    if blocks and isinstance(last := blocks[-1], Paragraph):
        blocks[-1] = replace(last, mark=replace(last.mark, revisions=()))
    return tuple(blocks)


def _stamped_cell(cell: Cell, revision: Revision) -> Cell:
    return replace(cell, blocks=stamped_contents(cell.blocks, revision))
