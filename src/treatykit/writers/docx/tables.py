"""Write tables: grid, rows and cells, each with what it looked like before (docs/analysis/tracked-tables.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from lxml import etree

from treatykit.model.content import Cell, Row, Table
from treatykit.model.layouts import layout_revisions
from treatykit.model.properties import CellProperties, RowProperties, TableProperties, TableRole
from treatykit.model.revisions import Revision, arrival, departure, original, reformattings
from treatykit.ooxml.elements import flag, w
from treatykit.ooxml.format_xml import parsed
from treatykit.ooxml.table_properties import row_elements
from treatykit.records import dataclass
from treatykit.writers.columns import content_widths
from treatykit.writers.docx.annotations import Annotations
from treatykit.writers.docx.moves import moves_along
from treatykit.writers.docx.styles import Styles
from treatykit.writers.docx.treaty_styles import TEXT_WIDTH

_WHOLE = 5000  # fiftieths of a per cent


class WriteCell(Protocol):
    """Writes what stands in a cell, by its row and its place there."""

    def __call__(self, cell: Cell, row: int, place: int, /) -> list[etree._Element]: ...


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table as it looks on one side of a change.

    Attributes:
        grid: The widths of its columns, made up where the properties say none.
        heads: It has a header row.
    """

    properties: TableProperties
    grid: tuple[int, ...]
    heads: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the rows of one table have in common.

    Attributes:
        change: What the layout of the table was changed by, if it was.
    """

    now: _Layout
    before: _Layout
    change: Revision | None

    def grids(self, row: Row) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The columns that a row stands in, and those it stood in: what came or went knows one of them."""
        if arrival(row.revisions):
            return self.now.grid, self.now.grid
        return self.before.grid if departure(row.revisions) else self.now.grid, self.before.grid


@dataclass(slots=True)
class TableWriter:
    """Writes the tables of one file."""

    annotations: Annotations
    styles: Styles

    def write(self, table: Table, write_cell: WriteCell) -> etree._Element:
        """A table with its rows."""
        frame = _frame(table)
        now, before, change = frame.now, frame.before, frame.change
        regridded = change is not None and now.grid != before.grid
        cause = change or _head_that_came_or_went(table, now, before)
        properties = self._changed("tblPr", self._table_says(now), self._table_says(before), cause, always=regridded)
        grid = w("tblGrid", *_columns(now.grid))
        if regridded:
            grid.append(w("tblGridChange", w("tblGrid", *_columns(before.grid)), id=self.annotations.next_id()))
        rows = (self._row(row, at, frame, write_cell) for at, row in enumerate(table.rows))
        return w("tbl", properties, grid, *rows)

    def _row(self, row: Row, at: int, frame: _Frame, write_cell: WriteCell) -> etree._Element:
        with self.annotations.without_moves(moves_along(row.revisions)):
            change = _oldest(row)
            ends = list(self.annotations.mark(row.revisions))
            said, exceptions = _row_says(row.properties)
            old, old_exceptions = _row_says(original(row.revisions, row.properties))
            properties = self._changed("trPr", said, old, change, ends)
            besides = self._changed("tblPrEx", exceptions, old_exceptions, change)
            cells = []
            column = 0
            for place, cell in enumerate(row.cells):
                widths = [sum(grid[column : column + cell.columns]) for grid in frame.grids(row)]
                column += cell.columns
                content = write_cell(cell, at, place)
                cells.append(w("tc", self._cell_properties(cell, widths, frame.change), *content))
            return w("tr", *((besides,) if len(besides) else ()), properties, *cells)

    def _cell_properties(self, cell: Cell, widths: Sequence[int], layout: Revision | None) -> etree._Element:
        """The properties of a cell that is so wide, and was so wide before."""
        now, before = (
            _cell_says(cell, properties, width)
            for properties, width in zip(
                (cell.properties, original(cell.revisions, cell.properties)), widths, strict=True
            )
        )
        return self._changed("tcPr", now, before, _oldest(cell) or layout, self._cell_ends(cell))

    def _cell_ends(self, cell: Cell) -> list[etree._Element]:
        if gone := departure(cell.revisions):
            return [self.annotations.element("cellDel", gone)]
        if came := arrival(cell.revisions):
            return [self.annotations.element("cellIns", came)]
        return []

    def _table_says(self, layout: _Layout) -> Iterator[etree._Element]:
        said = layout.properties
        yield w("tblStyle", val=self.styles.table(said.style, said.role))
        if said.widths:
            yield w("tblW", w=sum(layout.grid), type="dxa")
        else:
            yield w("tblW", w=_WHOLE, type="pct")
        yield w("tblLayout", type="fixed" if said.widths else "autofit")
        yield w("tblLook", val="0020" if layout.heads else "0000", firstRow=int(layout.heads), noHBand=1, noVBand=1)
        yield from parsed(said.other)

    def _changed(
        self,
        tag: str,
        said: Iterable[etree._Element],
        old: Iterable[etree._Element],
        change: Revision | None,
        ends: Sequence[etree._Element] = (),
        *,
        always: bool = False,
    ) -> etree._Element:
        """Properties with a record of what they were before.

        Args:
            tag: What they are called.
            said: What they say.
            old: What they said before the change.
            change: What changed them, if anything did.
            ends: What says among them that something came or went.
            always: Also if they say the same as before.
        """
        now, before = w(tag, *said), w(tag, *old)
        if change is None or not (always or etree.tostring(now) != etree.tostring(before)):
            return w(tag, *now, *ends)
        return w(tag, *now, *ends, self.annotations.element(f"{tag}Change", change, before))


def _frame(table: Table) -> _Frame:
    stand = [(row, row.properties) for row in table.rows if not departure(row.revisions)]
    stood = [(row, original(row.revisions, row.properties)) for row in table.rows if not arrival(row.revisions)]
    every = [(row, row.properties) for row in table.rows]
    return _Frame(
        _layout(table.properties, stand or every, table.rows),
        _layout(original(table.revisions, table.properties), stood or every, table.rows),
        next(iter(layout_revisions(table)), None),
    )


def _layout(
    properties: TableProperties, standing: Sequence[tuple[Row, RowProperties]], every: Sequence[Row]
) -> _Layout:
    columns = max(_span(row) for row, _ in standing)
    if len(properties.widths) == columns:
        grid = properties.widths
    elif properties.role is TableRole.SIGNATURES:
        grid = _across_the_page((1,) * columns)
    else:  # with the words that came or went, so that they are as wide before and after
        grid = _across_the_page(content_widths([row for row in every if _span(row) == columns]))
    return _Layout(properties, grid, any(look.header for _, look in standing))


def _head_that_came_or_went(table: Table, now: _Layout, before: _Layout) -> Revision | None:
    """What was done to a header row, where the table has one on one side only: its first row looks otherwise then."""
    if now.heads == before.heads:
        return None
    heads = (row for row in table.rows if row.header)
    return next((end for row in heads if (end := departure(row.revisions) or arrival(row.revisions))), None)


def _row_says(look: RowProperties) -> tuple[list[etree._Element], list[etree._Element]]:
    """What the properties of a row say, and what its exceptions from the properties of the table say."""
    besides, exceptions = row_elements(look)
    together = [] if any("cantSplit" in other for other in look.other) else [w("cantSplit")]
    return [*together, *flag("tblHeader", look.header or None), *besides], exceptions


def _cell_says(cell: Cell, look: CellProperties, width: int) -> Iterator[etree._Element]:
    yield w("tcW", w=width, type="dxa")
    yield from parsed(look.other)
    if cell.columns > 1:
        yield w("gridSpan", val=cell.columns)
    if cell.merge is not None:
        yield w("vMerge", val="restart" if cell.merge == "start" else None)


def _oldest(node: Row | Cell) -> Revision | None:
    """The oldest reformatting: rejecting all goes back to what was before it."""
    return next(iter(reformattings(node.revisions)), None)


def _columns(grid: Sequence[int]) -> Iterator[etree._Element]:
    return (w("gridCol", w=width) for width in grid)


def _span(row: Row) -> int:
    return sum(cell.columns for cell in row.cells)


def _across_the_page(shares: Sequence[int]) -> tuple[int, ...]:
    """Columns that fill the page, each with its share."""
    edges = [TEXT_WIDTH * sum(shares[:at]) // sum(shares) for at in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
