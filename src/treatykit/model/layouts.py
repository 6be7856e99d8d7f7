"""The layout of a table: what its own properties, those of its rows and those of its cells make together.

In Word it is one thing to decide on, however many nodes were reformatted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from treatykit.model.content import Cell, Row, Table
from treatykit.model.properties import CellProperties, Look, RowProperties, TableProperties
from treatykit.model.revisions import Revision, Revisions, reformattings

_PARTS: Final[dict[type[Look], dict[str, str]]] = {
    TableProperties: {
        "role": "kind of table",
        "widths": "column widths",
        "style": "table style",
        "other": "table properties",
    },
    RowProperties: {"header": "header rows", "other": "row properties"},
    CellProperties: {"other": "cell properties"},
}
"""What a person calls the fields of properties, as in the dialogs of Word."""


def layout_nodes(table: Table) -> Iterator[Table | Row | Cell]:
    """The table itself, then each row with its cells; not the tables within its cells."""
    yield table
    for row in table.rows:
        yield row
        yield from row.cells


def layout_revisions(table: Table) -> Revisions:
    """The reformattings of a table, its rows and its cells, in reading order."""
    return tuple(revision for node in layout_nodes(table) for revision in reformattings(node.revisions))


def layout_changes(table: Table) -> Iterator[tuple[Revision, tuple[str, ...]]]:
    """The changes of a layout, each by one of its revisions, with what looks otherwise: ``column widths``."""
    by_hand: dict[tuple[str, int], Revision] = {}
    for revision in layout_revisions(table):
        by_hand.setdefault(_hand(revision), revision)
    for change in by_hand.values():
        yield change, _parts(table, change)


def _parts(table: Table, change: Revision) -> tuple[str, ...]:
    found = {
        part
        for node in layout_nodes(table)
        for revision in reformattings(node.revisions)
        if isinstance(revision.before, type(node.properties)) and _hand(revision) == _hand(change)
        for field, part in _PARTS[type(node.properties)].items()
        if getattr(revision.before, field) != getattr(node.properties, field)
    }
    return tuple(part for parts in _PARTS.values() for part in parts.values() if part in found)


def _hand(revision: Revision) -> tuple[str, int]:
    return revision.author, revision.change
