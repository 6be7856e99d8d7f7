"""Read how tables, rows and cells look, and what they looked like before a tracked change."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.model.content import VerticalMerge
from treatykit.model.properties import PLAIN_ROW, Look, RowProperties, TableProperties
from treatykit.model.revisions import Revisions
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import number, value
from treatykit.ooxml.table_properties import read_cell, read_row, read_table
from treatykit.ooxml.table_records import previously, record, signed
from treatykit.readers.docx_part import CellLook, Part
from treatykit.readers.docx_revisions import read_reformatting, read_revisions

_MOST_COLUMNS: Final = 63
"""Word's own limit; a cell of millions of columns would be as many pieces in every writer."""


_NOTHING_SAID: Final = CellLook()


def table_look(part: Part, table: etree._Element) -> tuple[TableProperties, Revisions]:
    """The properties of a table, and the change of its properties or grid."""
    properties, grid = table.find(qn("w:tblPr")), table.find(qn("w:tblGrid"))
    opened = part.opened
    now = read_table(properties, grid, opened.styles, own=opened.own)
    records = record(properties), record(grid)
    if records == (None, None):
        return now, ()
    before = read_table(previously(properties), previously(grid), opened.styles, own=opened.own)
    return now, _reformatting(part, before, now, *records)


def row_look(part: Part, row: etree._Element) -> tuple[RowProperties, Revisions]:
    """The properties of a row, and whether it came or went or its properties or exceptions changed."""
    properties, exceptions = row.find(qn("w:trPr")), row.find(qn("w:tblPrEx"))
    if properties is None and exceptions is None:
        return PLAIN_ROW, ()
    now = read_row(properties, exceptions)
    before = read_row(previously(properties), previously(exceptions))
    reformatted = _reformatting(part, before, now, record(properties), record(exceptions))
    return now, (*read_revisions(part, properties), *reformatted)


def cell_look(part: Part, cell: etree._Element) -> tuple[CellLook, Revisions]:
    """What is said of a cell, and whether it came or went or its properties changed.

    What is said in the same way without a change is read once for all cells of a part.
    """
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return _NOTHING_SAID, ()
    written = etree.tostring(properties, with_tail=False)
    if (known := part.cells.get(written)) is not None:
        return known, ()
    if properties.find(qn("w:cellMerge")) is not None:
        part.findings.note("merged-cells", "tracked merges of cells stay in the Word file and are not read")
    merge = properties.find(qn("w:vMerge"))
    look = CellLook(
        read_cell(properties), _columns(part, properties), None if merge is None else _merge(merge.get(qn("w:val")))
    )
    before = read_cell(previously(properties))
    reformatted = _reformatting(part, before, look.properties, record(properties))
    revisions = (*read_revisions(part, properties), *reformatted)
    if not revisions:
        part.cells[written] = look
    return look, revisions


def _columns(part: Part, properties: etree._Element) -> int:
    columns = max(number(value(properties, "w:gridSpan")) or 1, 1)
    if columns > _MOST_COLUMNS:
        message = f"a cell is said to be {columns} columns wide; read as {_MOST_COLUMNS}"
        part.findings.warn("wide-cell", message, "Word has no more columns; look at the table in Word")
    return min(columns, _MOST_COLUMNS)


def _merge(said: str | None) -> VerticalMerge:
    return VerticalMerge.START if said == "restart" else VerticalMerge.CONTINUE


def _reformatting(part: Part, before: Look, now: Look, *records: etree._Element | None) -> Revisions:
    """The revision that records say, if they say anything that can be seen and name whose it is."""
    by = next((hand for one in records if one is not None and (hand := signed(one)) is not None), None)
    return () if by is None or before == now else (read_reformatting(part, by, before),)
