"""Reads and prints the rows of a pipe table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from treatykit.errors import ContentError
from treatykit.markup.inline import parse_inlines
from treatykit.markup.lines import Line
from treatykit.markup.passage import Passage
from treatykit.markup.syntax import Alignment, Inlines, Table

_CELL: Final = re.compile(r"(?:\\.|\{\{[^{}]*\}\}|[^|\\])*")
_RULE: Final = re.compile(r":?-+:?")
_RULES: Final = {
    Alignment.DEFAULT: "---",
    Alignment.LEFT: ":--",
    Alignment.CENTRE: ":-:",
    Alignment.RIGHT: "--:",
}


def parse_table(lines: Sequence[Line], parties: Sequence[str]) -> Table:
    """Read a table from its lines: headings, alignments, then rows.

    Raises:
        ContentError: A row has too few or too many cells, or the line of alignments is missing.
    """
    header, *rest = [_split(line) for line in lines]
    rules = [cell.text for cell in rest[0]] if rest else []
    if not rules or not all(_RULE.fullmatch(rule) for rule in rules):
        raise ContentError(
            "a table without its second line",
            where=(lines[1] if rest else lines[0]).where(),
            hint=f"write '{_row(['---'] * len(header))}' under the headings",
        )
    for line, cells in zip(lines, [header, *rest], strict=True):
        if len(cells) != len(header):
            raise ContentError(
                f"{_counted(len(cells), 'cell')} in a table of {_counted(len(header), 'column')}",
                where=line.where(),
                hint=r"write '\|' for a line that parts no cells",
            )
    return Table(
        tuple(_alignment(rule) for rule in rules),
        tuple(parse_inlines(cell, parties) for cell in header),
        tuple(tuple(parse_inlines(cell, parties) for cell in cells) for cells in rest[1:]),
        where=lines[0].where(),
    )


def print_table(table: Table, print_cell: Callable[[Inlines], str]) -> list[str]:
    """The lines of a table."""
    return [
        _row([print_cell(cell) for cell in table.header]),
        _row([_RULES[alignment] for alignment in table.alignments]),
        *(_row([print_cell(cell) for cell in row]) for row in table.rows),
    ]


def _split(line: Line) -> list[Passage]:
    """The cells of a row; a pipe in a slot or after a backslash parts none."""
    cells = []
    offset = 1
    while offset < len(line.text):
        found = _CELL.match(line.text, offset)
        assert found  # noqa: S101 - the pattern matches the empty string
        if line.text[found.end() : found.end() + 1] != "|":
            where = line.where(len(line.text) - 1)
            raise ContentError("a row of a table is not closed", where=where, hint="it ends with '|'")
        text = found.group()
        lead = len(text) - len(text.lstrip(" "))
        cells.append(Passage(text.strip(" "), ((0, line.where(offset + lead)),)))
        offset = found.end() + 1
    return cells


def _alignment(rule: str) -> Alignment:
    match rule.startswith(":"), rule.endswith(":"):
        case True, True:
            return Alignment.CENTRE
        case True, False:
            return Alignment.LEFT
        case False, True:
            return Alignment.RIGHT
        case _:
            return Alignment.DEFAULT


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
