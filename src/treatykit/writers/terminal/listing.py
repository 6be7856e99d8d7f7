"""List the changes of a redline: number, place and author of each beside its words, so that it can be decided."""

from __future__ import annotations

from treatykit.model.changes import Change, ChangeReport, Piece
from treatykit.writers import report as wording
from treatykit.writers.change_rows import ChangeRow
from treatykit.writers.terminal.paper import DEFAULT_TERMINAL, Paper, TerminalOptions
from treatykit.writers.text import summary_lines

_INDENT = 4


def write_changes(report: ChangeReport, options: TerminalOptions = DEFAULT_TERMINAL) -> str:
    """Every change of a report by itself, and its summary."""
    paper = Paper(options)
    for change in wording.decided(report):
        row = ChangeRow((change,))
        number = f"{row.numbers}. " if row.numbers else ""
        was = f" (was {row.was})" if row.was else ""
        paper.heading(f"{number}{row.place or 'Text'}{was}", f": {_happened(row, change)}")
        if any(piece.text for piece in row.said):
            paper.line(row.said, _INDENT)
    paper.heading("Summary")
    for line in filter(None, (*summary_lines(report), wording.renumberings(report))):
        paper.line((Piece(line),))
    return paper.text()


def _happened(row: ChangeRow, change: Change) -> str:
    author = f" by {change.author}" if change.author else ""
    length = f", {row.length}" if row.length else ""
    touches = f" ({row.touches})" if row.touches else ""
    return f"{row.happened}{author}{length}{touches}"
