"""Read `w:tblPr`, `w:trPr` and `w:tcPr` as properties of the model, and say what the model has no field for.

What follows from something else is nobody's property: widths of cells from the grid, the
look of a first row from its being a header (docs/analysis/tracked-tables.md).
"""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from treatykit.model.properties import CellProperties, RowProperties, TableProperties
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.format_xml import parsed
from treatykit.ooxml.names import qn
from treatykit.ooxml.style_roles import table_style
from treatykit.ooxml.styles import Styles, is_on, number, value
from treatykit.ooxml.table_records import record

_EXCEPTIONS: Final = qn("w:tblPrEx")
_TABLE_KNOWN: Final = frozenset(qn(f"w:{name}") for name in ("tblStyle", "tblW", "tblLayout", "tblLook", "tblPrChange"))
_ROW_KNOWN: Final = frozenset(
    qn(f"w:{name}") for name in ("tblHeader", "cantSplit", "cnfStyle", "divId", "ins", "del", "trPrChange")
)
_CELL_KNOWN: Final = frozenset(
    qn(f"w:{name}")
    for name in ("tcW", "gridSpan", "vMerge", "cnfStyle", "cellIns", "cellDel", "cellMerge", "tcPrChange")
)
# Some programs write these for every table and cell, and say nothing in them.
_COLLECTIONS: Final = frozenset(
    qn(f"w:{name}") for name in ("tblBorders", "tblCellMar", "tcBorders", "tcMar", "tblPrEx")
)


def read_table(
    properties: etree._Element | None, grid: etree._Element | None, styles: Styles, *, own: bool
) -> TableProperties:
    """The properties of a table.

    Args:
        properties: Its `w:tblPr`.
        grid: Its `w:tblGrid`, which does not count where the layout is automatic.
        styles: Of the package.
        own: The file is one of ours, whose table styles say roles.
    """
    role, style = table_style(styles, value(properties, "w:tblStyle"), own=own)
    layout = None if properties is None else properties.find(qn("w:tblLayout"))
    free = layout is not None and layout.get(qn("w:type")) == "autofit"
    columns = () if grid is None or free else grid.iterchildren(qn("w:gridCol"))
    return TableProperties(
        role=role,
        widths=tuple(number(column.get(qn("w:w"))) or 0 for column in columns),
        style=style,
        other=_others(properties, _TABLE_KNOWN),
    )


def read_row(properties: etree._Element | None, exceptions: etree._Element | None) -> RowProperties:
    """The properties of a row: its `w:trPr`, and its `w:tblPrEx`."""
    header = None if properties is None else properties.find(qn("w:tblHeader"))
    other = _others(properties, _ROW_KNOWN)
    if exceptions is not None:
        said = copy.deepcopy(exceptions)
        if (change := record(said)) is not None:
            said.remove(change)
        other = (*other, *_written([said]))
    return RowProperties(header=header is not None and is_on(header.get(qn("w:val"))), other=tuple(sorted(other)))


def read_cell(properties: etree._Element | None) -> CellProperties:
    """The properties of a cell, its `w:tcPr`."""
    return CellProperties(other=_others(properties, _CELL_KNOWN))


def row_elements(said: RowProperties) -> tuple[list[etree._Element], list[etree._Element]]:
    """What a `w:trPr` says beside the header, and what a `w:tblPrEx` says."""
    elements = list(parsed(said.other))
    exceptions = (child for element in elements if element.tag == _EXCEPTIONS for child in list(element))
    return [element for element in elements if element.tag != _EXCEPTIONS], list(exceptions)


def _others(properties: etree._Element | None, known: frozenset[str]) -> tuple[str, ...]:
    """The children of properties but for those that are `known`, as canonical XML, sorted."""
    if properties is None:
        return ()
    return _written([child for child in properties.iterchildren("*") if child.tag not in known])


def _written(elements: list[etree._Element]) -> tuple[str, ...]:
    return tuple(sorted(canonical(element) for element in elements if len(element) or element.tag not in _COLLECTIONS))
