"""What a move looks like where it arrives: the words that came along, and those added on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatykit.compare.edits import Edit
from treatykit.compare.finder import Finder
from treatykit.compare.lines import Line, line_of
from treatykit.compare.pen import stamped_block, stamped_contents, stamped_inline, stamped_mark, stamped_row
from treatykit.model.content import Block, Cell, Inline, Mark, Paragraph, Row, Story, Table
from treatykit.model.normal import normal_inlines
from treatykit.model.revisions import Revision
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """Marks the destination of one move; what was left behind is marked at its source alone.

    Attributes:
        moved: The revision of what came along.
        added: The revision of what is new.
    """

    moved: Revision
    added: Revision
    finder: Finder

    def block(self, origin: Block | None, block: Block) -> Block:
        """A block where it arrived, and the one that it was."""
        match origin, block:
            case None, _:
                return stamped_block(block, self.added)
            case Paragraph(), Paragraph():
                return self._paragraph(origin, block)
            case Table(), Table():
                return replace(block, rows=self._rows(origin.rows, block.rows))
            case _:
                return stamped_block(block, self.moved)

    def _paragraph(self, origin: Paragraph, paragraph: Paragraph) -> Paragraph:
        mark = stamped_mark(paragraph.mark, self.moved)
        if origin.inlines == paragraph.inlines:
            return Paragraph(tuple(stamped_inline(inline, self.moved) for inline in paragraph.inlines), mark)
        old, new = line_of((origin,)), line_of((paragraph,))
        inlines: list[Inline] = []
        at = 0
        for edit in (*self.finder.edits_on_the_way(old, new), Edit(0, 0, len(new.text), len(new.text))):
            inlines += _stamped(new, at, edit.new_start, self.moved)
            inlines += _stamped(new, edit.new_start, edit.new_stop, self.moved if edit.silent else self.added)
            at = edit.new_stop
        return Paragraph(normal_inlines(inlines), mark)

    def _rows(self, origins: Sequence[Row], rows: Sequence[Row]) -> tuple[Row, ...]:
        known = {j: origins[i] for i, j in self.finder.pairs_of_rows(origins, rows)}
        return tuple(self.row(known.get(index), row) for index, row in enumerate(rows))

    def row(self, origin: Row | None, row: Row) -> Row:
        """A row where it arrived, and the one of the same shape that it was."""
        if origin is None:
            return stamped_row(row, self.added)
        cells = (self._cell(was, cell) for was, cell in zip(origin.cells, row.cells, strict=True))
        return replace(row, cells=tuple(cells), revisions=(self.moved,))

    def _cell(self, origin: Cell, cell: Cell) -> Cell:
        if origin.blocks == cell.blocks:
            return replace(cell, blocks=stamped_contents(cell.blocks, self.moved))
        return replace(cell, blocks=self._contents(origin.blocks, cell.blocks))

    def _contents(self, origins: Story, story: Story) -> Story:
        known = {j: origins[i] for i, j in self.finder.pairs(origins, story)}
        blocks = [self.block(known.get(index), block) for index, block in enumerate(story)]
        last = blocks[-1]
        if isinstance(last, Paragraph):
            blocks[-1] = replace(last, mark=replace(last.mark, revisions=()))
        return tuple(blocks)


def _stamped(line: Line, start: int, stop: int, revision: Revision) -> list[Inline]:
    return [stamped_inline(node, revision) for node in line.cut(start, stop) if not isinstance(node, Mark)]
