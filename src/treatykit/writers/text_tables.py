"""How tables print in plain text: columns of equal width, with rulers by which they are found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from treatykit.markup.manuscript.plain import GAP, ruler
from treatykit.model.content import Cell, Paragraph, Row, Story, Table, Text
from treatykit.model.properties import TableRole
from treatykit.model.revisions import Revisions
from treatykit.writers.sides import tracked

Print = Callable[[Paragraph, Revisions], str]
"""Prints a paragraph; takes what was done to the row or cell around it."""

_EMPTY: Final = "\N{NO-BREAK SPACE}"
"""An empty line that belongs to a cell: one that ends it, or begins a row, where it would end the table."""


def table_lines(table: Table, said: Print, width: int | None = None) -> Iterator[str]:
    """The lines of a table.

    One row a line, where that is enough and the first row holds headings; a ruler stands below
    them. Else a ruler stands above and below every row.

    Args:
        width: The characters that a line may have, for people alone: what is wider goes on below, in its column.
    """
    rows = [[list(_cell_lines(cell, row, said)) for cell in row.cells] for row in table.rows]
    columns = max(map(len, rows))
    widths = _widths(rows, columns)
    if width is not None and sum(widths) + len(GAP) * (columns - 1) > width:
        room = _shared_out(widths, width - len(GAP) * (columns - 1))
        rows = [[_folded(cell, most) for cell, most in zip(row, room, strict=False)] for row in rows]
        widths = _widths(rows, columns)
    if table.properties.role is TableRole.SIGNATURES:
        widths = [width or max(widths) for width in widths]  # who signs at the right stands there
    if table.rows[0].header and columns > 1 and all(len(cell) == 1 for row in rows for cell in row) and _wordy(rows):
        yield from _side_by_side(rows[0], widths)
        yield ruler(widths, "=")
        for row in rows[1:]:
            yield from _side_by_side(row, widths)
        return
    yield ruler(widths, "-")
    for row, known in zip(rows, table.rows, strict=True):
        first, *others = _side_by_side(row, widths)
        yield first or _EMPTY
        yield from others
        yield ruler(widths, "=" if known is table.rows[0] and known.header else "-")


def _widths(rows: Sequence[Sequence[Sequence[str]]], columns: int) -> list[int]:
    return [max((len(line) for row in rows if at < len(row) for line in row[at]), default=0) for at in range(columns)]


def _shared_out(widths: Sequence[int], room: int) -> list[int]:
    """The widths of columns that have so much room together: what a narrow one does not need, the others share."""
    shared = list(widths)
    for done, at in enumerate(sorted(range(len(widths)), key=lambda at: widths[at])):
        shared[at] = max(min(widths[at], room // (len(widths) - done)), 1)
        room -= shared[at]
    return shared


def _folded(lines: Sequence[str], width: int) -> list[str]:
    return [
        part for line in lines for part in wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
    ]


def _wordy(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether every row has words, so that no empty line ends the table."""
    return all(any(line.strip() for cell in row for line in cell) for row in rows)


def _side_by_side(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for at in range(max(map(len, cells), default=1)):
        line = (cell[at] if at < len(cell) else "" for cell in cells)
        yield GAP.join(words.ljust(width) for words, width in zip(line, widths, strict=False)).rstrip(" ")


def _cell_lines(cell: Cell, row: Row, said: Print) -> Iterator[str]:
    around = tracked(cell.revisions) or tracked(row.revisions)
    lines = [line for paragraph in _paragraphs(cell.blocks) for line in said(paragraph, around).strip().split("\n")]
    for at, line in enumerate(lines):
        ends = not any(lines[at:]) and len(lines) > 1
        yield _EMPTY if ends else line


def _paragraphs(story: Story) -> Iterator[Paragraph]:
    """The paragraphs of a cell, and of the tables in it."""
    for block in story:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
        else:
            yield Paragraph((Text(f"[{block.description or 'object'}]", revisions=block.revisions),))
