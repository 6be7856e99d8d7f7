"""Two tables made one: rows that stay, came, went or moved, and one change for all that looks otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import TypeVar

from treatykit.compare.arrivals import Arrival
from treatykit.compare.finder import Finder
from treatykit.compare.moves import Move
from treatykit.compare.pen import Pen, stamped_block, stamped_row
from treatykit.compare.revise import StoryComparison
from treatykit.compare.steps import Step
from treatykit.model.content import Block, Cell, Row, Table
from treatykit.model.revisions import RevisionKind
from treatykit.records import dataclass

_Node = Table | Row | Cell
_Kept = TypeVar("_Kept", Table, Row, Cell)


@dataclass(slots=True)
class TableRedliner:
    """Compares two tables that have words in common.

    Attributes:
        compare_cells: Compares what stands in a cell.
        arrival: Marks the destination of the move of a number.
        formats: Whether changed looks are marked.
        layout: The number of the change of the layout; 0 where none is marked.
    """

    pen: Pen
    finder: Finder
    compare_cells: StoryComparison
    arrival: Callable[[int], Arrival]
    formats: bool
    layout: int = 0
    _moves: dict[int, int] = field(default_factory=dict)  # the number of each move, by the first row that went

    def compare(self, old: Table, new: Table) -> tuple[Block, ...]:
        """The new table with its revisions; after the old one, where no row has kept its shape."""
        plan = self.finder.steps_of_rows(old.rows, new.rows)
        kept = [(old.rows[step.old.start], new.rows[step.new.start]) for step in plan if step.old and step.new]
        if not kept:
            went = stamped_block(old, self.pen.revision(RevisionKind.DELETED, self.pen.begin()))
            return went, stamped_block(new, self.pen.revision(RevisionKind.INSERTED, self.pen.begin()))
        pairs: list[tuple[_Node, _Node]] = [(old, new), *kept]
        pairs += [pair for was, row in kept for pair in zip(was.cells, row.cells, strict=True)]
        restyled = any(was.properties != now.properties for was, now in pairs)
        self.layout = self.pen.begin() if restyled and self.formats else 0
        table = self._restyled(old, new)
        return (replace(table, rows=tuple(self._row(step, old, new) for step in plan)),)

    def _row(self, step: Step, old: Table, new: Table) -> Row:
        if step.move is not None:
            return self._moved(step, step.move, old, new)
        if not step.new:
            return stamped_row(old.rows[step.old.start], self.pen.revision(RevisionKind.DELETED, self.pen.begin()))
        if not step.old:
            return stamped_row(new.rows[step.new.start], self.pen.revision(RevisionKind.INSERTED, self.pen.begin()))
        before = old.rows[step.old.start]
        row = self._restyled(before, new.rows[step.new.start])
        cells = (self._cell(was, cell) for was, cell in zip(before.cells, row.cells, strict=True))
        return replace(row, cells=tuple(cells))

    def _moved(self, step: Step, move: Move, old: Table, new: Table) -> Row:
        change = self._moves.setdefault(move.old.start, 0) or self.pen.begin()
        self._moves[move.old.start] = change
        if step.old:
            return stamped_row(old.rows[step.old.start], self.pen.revision(RevisionKind.MOVED_AWAY, change))
        origin = move.origins.get(step.new.start)
        return self.arrival(change).row(None if origin is None else old.rows[origin], new.rows[step.new.start])

    def _cell(self, before: Cell, cell: Cell) -> Cell:
        restyled = self._restyled(before, cell)
        return replace(restyled, blocks=self.compare_cells(before.blocks, cell.blocks))

    def _restyled(self, before: _Kept, node: _Kept) -> _Kept:
        """What was kept, from both its places, with what it looked like."""
        node = replace(node, source=(*node.source, *before.source))
        if before.properties == node.properties or not self.layout:
            return node
        return replace(node, revisions=(self.pen.reformatting(before.properties, self.layout),))
