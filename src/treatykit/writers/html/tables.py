"""How tables print in HTML: cells that span rows and columns, header rows, and signatures in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from treatykit.model.content import Block, Cell, Paragraph, Row, Story, Table, Text, VerticalMerge
from treatykit.model.properties import Role, TableRole
from treatykit.records import dataclass
from treatykit.writers.columns import content_widths, placed
from treatykit.writers.html.elements import NOTHING, classes, element, joined, void
from treatykit.writers.html.revisions import Revised
from treatykit.writers.sides import Side, change_numbers, is_changed, layout_notes


@dataclass(slots=True)
class Tables:
    """Prints the tables of one text; the stories in their cells are printed by whoever prints the text."""

    side: Side
    revised: Revised
    story: Callable[[Story], Markup]

    def print(self, table: Table) -> Markup:
        """A table, as far as the text that is read holds it."""
        rows = [row for row in table.rows if self.side.shows(row.revisions)]
        if not rows:
            return NOTHING
        changed = "changed" if is_changed(table) else None
        notes = joined(self._layout_notes(table))
        if table.role is TableRole.SIGNATURES:
            signed = joined(self._signatures(row) for row in rows)
            return element("div", notes, signed, class_=classes("signatures", changed))
        heads = next((count for count, row in enumerate(rows) if not row.header), len(rows))
        printed = [self._row(rows, at) for at in range(len(rows))]
        grid = element(
            "table",
            self._columns(table),
            element("thead", joined(printed[:heads])) if heads else NOTHING,
            element("tbody", joined(printed[heads:])) if heads < len(rows) else NOTHING,
        )
        scroll = element("div", grid, class_="table-scroll")
        return element("div", notes, scroll, class_=classes("table-frame", changed))

    def _layout_notes(self, table: Table) -> Iterator[Markup]:
        """A line above the table for each change of its layout, which nothing in it could show."""
        for revision, said in layout_notes(table) if self.side is not Side.OLD else ():
            number = self.revised.margin((revision.change,)) if self.side is Side.BOTH and revision.change else NOTHING
            yield element("p", number, self.revised.wrap(Markup.escape(said), (revision,)), class_="layout-note")

    def _columns(self, table: Table) -> Markup:
        widths = said if (said := table.properties.widths) and min(said) > 0 else content_widths(table.rows)
        columns = (void("col", style=f"width:{width / sum(widths):.2%}") for width in widths)
        return element("colgroup", joined(columns))

    def _row(self, rows: list[Row], at: int) -> Markup:
        row = rows[at]
        shown = [(column, cell) for column, cell in self._shown(row) if not _is_covered(rows, at, column, cell)]
        numbers = self._margin(row)
        cells = (
            self._cell(cell, _height(rows, at, column), numbers if place == 0 else NOTHING, header=row.header)
            for place, (column, cell) in enumerate(shown)
        )
        return self.revised.marked("tr", joined(cells), row.revisions)

    def _cell(self, cell: Cell, height: int, numbers: Markup, *, header: bool) -> Markup:
        return self.revised.marked(
            "th" if header else "td",
            numbers + self.story(cell.blocks),
            cell.revisions,
            scope="col" if header else None,
            colspan=cell.columns if cell.columns > 1 else None,
            rowspan=height if height > 1 else None,
        )

    def _signatures(self, row: Row) -> Markup:
        """Signatures stand in columns, which are no table to a reader who listens."""
        numbers = self._margin(row)
        cells = (
            self.revised.marked(
                "div", (NOTHING if place else numbers) + self.story(cell.blocks), cell.revisions, "signatory"
            )
            for place, (_, cell) in enumerate(self._shown(row))
        )
        lines = any(map(_has_line_to_sign, row.cells))
        return self.revised.marked("div", joined(cells), row.revisions, "signatories" if lines else "signatories heads")

    def _margin(self, row: Row) -> Markup:
        """The numbers of the changes in a row: its cells stand too close for numbers of their own."""
        printed = self.revised.margin(change_numbers(row)) if self.side is Side.BOTH else NOTHING
        return element("div", printed, class_="row-numbers") if printed else NOTHING

    def _shown(self, row: Row) -> Iterator[tuple[int, Cell]]:
        """The cells of a row in the text that is read, each with its column."""
        return ((column, cell) for column, cell in placed(row) if self.side.shows(cell.revisions))


def _has_line_to_sign(cell: Cell) -> bool:
    return any(
        isinstance(block, Paragraph) and block.role is Role.SIGNATURE and not block.inlines for block in cell.blocks
    )


def _continues(row: Row, column: int) -> bool:
    """Whether the cell at a column only continues the one above; one that holds anything is printed for itself."""
    cell = next((cell for at, cell in placed(row) if at == column), None)
    return cell is not None and cell.merge is VerticalMerge.CONTINUE and all(map(_is_blank, cell.blocks))


def _is_blank(block: Block) -> bool:
    """Whether a block prints nothing; the sign of a note is something."""
    return isinstance(block, Paragraph) and all(
        isinstance(inline, Text) and not inline.value.strip() for inline in block.inlines
    )


def _height(rows: list[Row], at: int, column: int) -> int:
    """How many rows the cell spans that begins here."""
    cell = next(cell for start, cell in placed(rows[at]) if start == column)
    if cell.merge is not VerticalMerge.START:
        return 1
    height = 1
    while (
        at + height < len(rows)
        and rows[at + height].header == rows[at].header
        and _continues(rows[at + height], column)
    ):
        height += 1
    return height


def _is_covered(rows: list[Row], at: int, column: int, cell: Cell) -> bool:
    """Whether a cell above reaches over this one."""
    if cell.merge is not VerticalMerge.CONTINUE:
        return False
    for above in range(at - 1, -1, -1):
        start = next((each for begin, each in placed(rows[above]) if begin == column), None)
        if start is not None and start.merge is VerticalMerge.START:
            return above + _height(rows, above, column) > at
    return False
