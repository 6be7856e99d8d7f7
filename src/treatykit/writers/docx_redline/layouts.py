"""Say what a table, its rows and its cells looked like before (docs/analysis/tracked-tables.md).

Once a layout changed, all of it goes back, what the model leaves out as well: the widths of
cells, say. The old properties are copied from the old file as long as they say what the
change says, and else made of those that stand.
"""

from __future__ import annotations

from dataclasses import field, replace

from lxml import etree

from treatykit.model.content import Cell, Row, Table
from treatykit.model.layouts import layout_revisions
from treatykit.model.properties import PLAIN_TABLE, TableProperties
from treatykit.model.revisions import Revision, arrival, original, reformattings
from treatykit.ooxml.elements import w
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import Styles, number
from treatykit.ooxml.table_properties import read_cell, read_row, read_table
from treatykit.ooxml.table_records import record
from treatykit.ooxml.tracking import child, reorder
from treatykit.records import dataclass
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.retelling import retold_cell, retold_row, retold_table, say_the_same, settled


@dataclass(slots=True)
class LayoutEditor:
    """Edits the properties of one table of the edited package, and those of its rows and cells.

    Attributes:
        change: What the layout was changed by, if it was.
        before: What the table looked like.
    """

    desk: Desk
    part: str
    table: Table
    change: Revision | None = field(init=False)
    before: TableProperties = field(init=False)

    def __post_init__(self) -> None:
        self.change = next(iter(layout_revisions(self.table)), None)
        self.before = original(self.table.revisions, self.table.properties)

    def edit_table(self, home: etree._Element) -> None:
        """Say what the table and its columns were."""
        if self.change is None:
            return
        change = _oldest(self.table) or self.change
        properties, columns = self._old_table(home)
        grid = home.find(qn("w:tblGrid"))
        regridded = grid is not None and record(grid) is None and bool(columns) and columns != _columns(grid)
        self._tell(home, "w:tblPr", properties, change, always=regridded)
        if grid is not None and regridded:
            self.desk.tracker.regridded(grid, w("tblGrid", *(w("gridCol", w=width) for width in columns)))

    def edit_row(self, row: Row, home: etree._Element) -> None:
        """Say what a row of the package was that stood before, be it that somebody else takes it out."""
        if self.change is None or arrival(row.revisions):
            return
        change, before = _oldest(row) or self.change, original(row.revisions, row.properties)
        old = self.desk.shell("w:tr", row.source, ("w:tblPrEx", "w:trPr"), self.part)
        found = [None if old is None else old.find(qn(name)) for name in ("w:trPr", "w:tblPrEx")]
        if old is None or read_row(*found) != before:
            found = retold_row(home.find(qn("w:trPr")), home.find(qn("w:tblPrEx")), row.properties, before)
        self._tell(home, "w:trPr", found[0], change)
        self._tell(home, "w:tblPrEx", found[1], change)

    def edit_cell(self, cell: Cell, column: int, home: etree._Element) -> None:
        """Say what a cell was that stood before in a row that did.

        Args:
            cell: With its revisions.
            column: The first column of the grid that it stands in.
            home: Its `w:tc`.
        """
        if self.change is None or arrival(cell.revisions):
            return
        change, before = _oldest(cell) or self.change, original(cell.revisions, cell.properties)
        old = self.desk.shell("w:tc", cell.source, ("w:tcPr",), self.part)
        properties = None if old is None else old.find(qn("w:tcPr"))
        if old is None or read_cell(properties) != before:
            width = sum(self.before.widths[column : column + cell.columns])
            properties = retold_cell(home.find(qn("w:tcPr")), cell.properties, before, width)
        self._tell(home, "w:tcPr", properties, change)

    def _old_table(self, home: etree._Element) -> tuple[etree._Element | None, list[int]]:
        """The old `w:tblPr`, and the old columns."""
        old = self.desk.shell("w:tbl", self.table.source, ("w:tblPr", "w:tblGrid"), self.part)
        if old is not None:
            properties, grid = old.find(qn("w:tblPr")), old.find(qn("w:tblGrid"))
            # Styles have other ids in the other file, and were brought along by name.
            said = replace(read_table(properties, grid, Styles(), own=False), style=None)
            if said == replace(self.before, style=None, role=PLAIN_TABLE.role):
                return properties, _columns(grid)
        name = self.before.style
        style = self.desk.looks.styles.id_of(name, "table") if name else None
        made = retold_table(home.find(qn("w:tblPr")), self.table.properties, self.before, style)
        return made, list(self.before.widths)

    def _tell(
        self, holder: etree._Element, name: str, old: etree._Element | None, change: Revision, *, always: bool = False
    ) -> None:
        """Record what properties were, unless they say the same now or have a record already."""
        now = holder.find(qn(name))
        if record(now) is not None or (say_the_same(now, old) and not always):
            return
        self.desk.target.touch(self.part)
        properties = child(holder, name, first=True)
        if now is None:
            reorder(holder)
        self.desk.tracker.changed(properties, settled(old, name), change)


def _oldest(node: Table | Row | Cell) -> Revision | None:
    return next(iter(reformattings(node.revisions)), None)


def _columns(grid: etree._Element | None) -> list[int]:
    return [] if grid is None else [number(one.get(qn("w:w"))) or 0 for one in grid.iterchildren(qn("w:gridCol"))]
