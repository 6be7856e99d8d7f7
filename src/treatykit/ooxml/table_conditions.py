"""Find out which parts of a table style hold in a cell: first row, first column, bands (ECMA-376, 17.7.6).

A row that came or went with tracking is missing from one of the two texts, so a row may be the first one only when the
changes are accepted, or only when they are rejected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import is_on, value
from treatykit.records import dataclass

TableStyle = tuple[str | None, tuple[str, ...]]
"""The id of the style of a table, None where it names none, and the conditions that hold in one of its cells."""

TableStyles = tuple[TableStyle, ...]
"""Those of the tables around something, the outermost first."""

_TABLE: Final = qn("w:tbl")
_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_BOX: Final = qn("w:txbxContent")
_ARRIVALS: Final = (qn("w:ins"), qn("w:moveTo"))
_DEPARTURES: Final = (qn("w:del"), qn("w:moveFrom"))
# The bits that w:tblLook has in files from before Word 2010 (17.4.56).
_LOOK_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(slots=True)
class TablesAround:
    """What tables the paragraphs of a part stand in; each table is looked through once."""

    _cells: dict[etree._Element, tuple[TableStyle, TableStyle]] = field(default_factory=dict)

    def of(self, element: etree._Element) -> tuple[TableStyles, TableStyles]:
        """The tables around an element when all is accepted, and when all is rejected."""
        accepted: TableStyles = ()
        rejected: TableStyles = ()
        for cell in element.iterancestors(_CELL, _BOX):
            if cell.tag == _BOX:
                break  # a text box is walled off from what it hangs on
            now, before = self.of_cell(cell)
            accepted, rejected = (now, *accepted), (before, *rejected)
        return accepted, rejected

    def of_cell(self, cell: etree._Element) -> tuple[TableStyle, TableStyle]:
        """The table that a cell belongs to, likewise."""
        if cell not in self._cells:
            table = next(cell.iterancestors(_TABLE), None)
            if table is not None:
                self._look_through(table)
        return self._cells.setdefault(cell, ((None, ()), (None, ())))

    def _look_through(self, table: etree._Element) -> None:
        properties = table.find(qn("w:tblPr"))
        style, look = value(properties, "w:tblStyle"), _look(properties)
        rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
        accepted, rejected = _numbered(rows, without=_DEPARTURES), _numbered(rows, without=_ARRIVALS)
        untracked = accepted == rejected
        for row in rows:
            cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
            for at, cell in enumerate(cells):
                column = (at, len(cells))
                now = style, _conditions(look, (accepted.get(row), len(accepted)), column)
                before = now if untracked else (style, _conditions(look, (rejected.get(row), len(rejected)), column))
                self._cells[cell] = now, before


def _look(properties: etree._Element | None) -> frozenset[str]:
    """The conditions that a table asks for."""
    look = None if properties is None else properties.find(qn("w:tblLook"))
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(qn("w:val")) or "0", 16)
    except ValueError:
        bits = 0
    named = {name: look.get(qn(f"w:{name}")) for name in _LOOK_BITS}
    return frozenset(
        name for name, bit in _LOOK_BITS.items() if (is_on(said) if (said := named[name]) else bool(bits & bit))
    )


def _numbered(rows: list[etree._Element], *, without: tuple[str, ...]) -> Mapping[etree._Element, int]:
    """The rows of one text by their places; without those that came or went with tracking."""
    properties = ((row, row.find(qn("w:trPr"))) for row in rows)
    there = (row for row, said in properties if said is None or next(said.iterchildren(*without), None) is None)
    return {row: at for at, row in enumerate(there)}


def _conditions(look: frozenset[str], row: tuple[int | None, int], column: tuple[int, int]) -> tuple[str, ...]:
    """The conditions of a cell, each going over those before it."""
    (at_row, rows), (at_column, columns) = row, column
    if at_row is None:
        return ()
    first_row, last_row = "firstRow" in look and at_row == 0, "lastRow" in look and at_row == rows - 1
    first, last = "firstColumn" in look and at_column == 0, "lastColumn" in look and at_column == columns - 1
    bands = (
        ("noVBand" not in look and not (first or last), "Vert", at_column - ("firstColumn" in look)),
        ("noHBand" not in look and not (first_row or last_row), "Horz", at_row - ("firstRow" in look)),
    )
    corners = (
        (first_row, "firstRow"),
        (last_row, "lastRow"),
        (first, "firstCol"),
        (last, "lastCol"),
        (first_row and first, "nwCell"),
        (first_row and last, "neCell"),
        (last_row and first, "swCell"),
        (last_row and last, "seCell"),
    )
    return (
        *(f"band{2 if count % 2 else 1}{way}" for holds, way, count in bands if holds),
        *(name for holds, name in corners if holds),
    )
