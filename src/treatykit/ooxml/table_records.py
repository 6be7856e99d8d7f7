"""Find the records of tracked changes of tables, rows and cells (docs/analysis/tracked-tables.md)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn

_GRID: Final = qn("w:tblGridChange")
_TABLE: Final = qn("w:tbl")
_INSIDE: Final = tuple(
    qn(f"w:{name}")
    for name in ("tblPrExChange", "ins", "del", "trPrChange", "cellIns", "cellDel", "cellMerge", "tcPrChange")
)
_HOLDERS: Final = frozenset(qn(f"w:{name}") for name in ("tblPrEx", "trPr", "tcPr"))


def record(properties: etree._Element | None) -> etree._Element | None:
    """What says that properties (`w:tblPr`, `w:tblGrid`, `w:tblPrEx`, `w:trPr`, `w:tcPr`) were others before."""
    return None if properties is None else properties.find(f"{properties.tag!s}Change")


def previously(properties: etree._Element | None) -> etree._Element | None:
    """The properties before the tracked change; those that stand, where none is tracked."""
    change = record(properties)
    return properties if change is None else next(change.iterchildren("*"), None)


def signed(change: etree._Element) -> etree._Element | None:
    """The record that says who made a change: itself, but for a grid, whose own record names nobody.

    A grid goes with the record of its table, else with the first of its rows and cells. Without
    any of them nobody changed it: some programs write such a record into every table.
    """
    if change.tag != _GRID:
        return change
    table = next(change.iterancestors(_TABLE), None)
    if table is None:
        return None
    own = record(table.find(qn("w:tblPr")))
    return own if own is not None else next((one for one in table.iter(*_INSIDE) if _stands_in(one, table)), None)


def _stands_in(change: etree._Element, table: etree._Element) -> bool:
    """Whether a record stands among the properties of a row or cell of a table, and not of a table within it."""
    parent = change.getparent()
    return parent is not None and parent.tag in _HOLDERS and next(change.iterancestors(_TABLE)) is table
