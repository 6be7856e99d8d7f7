"""The layout of a table: what its own properties, those of its rows and those of its cells make together.

In Word it is one thing to decide on, however many nodes were reformatted.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.model.content import Cell, Row, Table
from treatykit.model.revisions import Revisions, reformattings


def layout_nodes(table: Table) -> Iterator[Table | Row | Cell]:
    """The table itself, then each row with its cells; not the tables within its cells."""
    yield table
    for row in table.rows:
        yield row
        yield from row.cells


def layout_revisions(table: Table) -> Revisions:
    """The reformattings of a table, its rows and its cells, in reading order."""
    return tuple(revision for node in layout_nodes(table) for revision in reformattings(node.revisions))
