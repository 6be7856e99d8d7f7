"""Read how tables, rows and cells look, and what they looked like before a tracked change."""

from __future__ import annotations

from lxml import etree

from treatykit.model.properties import CellProperties, Look, RowProperties, TableProperties
from treatykit.model.revisions import Revisions
from treatykit.ooxml.names import qn
from treatykit.ooxml.table_properties import read_cell, read_row, read_table
from treatykit.ooxml.table_records import previously, record, signed
from treatykit.readers.docx_part import Part
from treatykit.readers.docx_revisions import read_reformatting


def table_look(part: Part, table: etree._Element) -> tuple[TableProperties, Revisions]:
    """The properties of a table, and the change of its properties or grid."""
    properties, grid = table.find(qn("w:tblPr")), table.find(qn("w:tblGrid"))
    opened = part.opened
    now = read_table(properties, grid, opened.styles, own=opened.own)
    before = read_table(previously(properties), previously(grid), opened.styles, own=opened.own)
    return now, _reformatting(part, before, now, record(properties), record(grid))


def row_look(part: Part, row: etree._Element) -> tuple[RowProperties, Revisions]:
    """The properties of a row, and the change of its properties or exceptions."""
    properties, exceptions = row.find(qn("w:trPr")), row.find(qn("w:tblPrEx"))
    now = read_row(properties, exceptions)
    before = read_row(previously(properties), previously(exceptions))
    return now, _reformatting(part, before, now, record(properties), record(exceptions))


def cell_look(part: Part, cell: etree._Element) -> tuple[CellProperties, Revisions]:
    """The properties of a cell, and the change of its properties."""
    properties = cell.find(qn("w:tcPr"))
    if properties is not None and properties.find(qn("w:cellMerge")) is not None:
        part.findings.note("merged-cells", "tracked merges of cells stay in the Word file and are not read")
    now, before = read_cell(properties), read_cell(previously(properties))
    return now, _reformatting(part, before, now, record(properties))


def _reformatting(part: Part, before: Look, now: Look, *records: etree._Element | None) -> Revisions:
    """The revision that records say, if they say anything that can be seen and name whose it is."""
    by = next((hand for one in records if one is not None and (hand := signed(one)) is not None), None)
    return () if by is None or before == now else (read_reformatting(part, by, before),)
