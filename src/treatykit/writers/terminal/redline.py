"""Write a redline for a terminal: what changed, where, with a little around it, and a summary at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from treatykit.model.changes import ChangeReport, Fate, Piece
from treatykit.model.content import Block, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.outline import Outline
from treatykit.model.plain import story_text
from treatykit.model.revisions import Revisions
from treatykit.records import dataclass
from treatykit.writers import report as wording
from treatykit.writers.change_rows import ChangeRow
from treatykit.writers.moves import moves_of
from treatykit.writers.plainly import Plainly, fate_of
from treatykit.writers.sides import (
    change_numbers,
    is_changed,
    layout_notes,
    numbers_in,
    outline_as_read,
    ranges,
    tracked,
)
from treatykit.writers.terminal.paper import DEFAULT_TERMINAL, Paper, TerminalOptions
from treatykit.writers.text import summary_lines
from treatykit.writers.titles import where_it_runs


def write_terminal(document: Document, options: TerminalOptions = DEFAULT_TERMINAL) -> str:
    """The changed paragraphs of a redline with their places, and a summary."""
    paper = Paper(options)
    view = outline_as_read(document.body)
    words = Plainly(moves_of(view, options.report))
    places = _Places(view, _rows(options.report))
    for shown in _groups(view.story, options.context):
        _print_group(paper, places, words, shown)
    for header in document.headers:
        if any(map(is_changed, header.blocks)):
            paper.heading(f"── {_numbered(numbers_in(header.blocks))}{where_it_runs(header)} ──")
            for block in header.blocks:
                _print_block(paper, block, words)
    if options.report is not None:
        paper.heading("── Summary ──")
        for line in filter(None, (*summary_lines(options.report), wording.renumberings(options.report))):
            paper.line((Piece(line),))
    elif not paper.used:
        paper.line((Piece("No words changed."),))
    return paper.text()


@dataclass(frozen=True, slots=True)
class _Places:
    """Where blocks of a redline stand: as the report says, or else as the redline is numbered.

    Attributes:
        rows: What is said of each change, by its number.
    """

    view: Outline
    rows: dict[int, ChangeRow]

    def of(self, index: int) -> str:
        """The numbers of the changes in a block, and its place."""
        block = self.view.story[index]
        numbers = change_numbers(block)
        row = next((self.rows[number] for number in numbers if number in self.rows), None)
        place = (row.place if row else "") or self.view.address(index)
        if isinstance(block, Table) and len(numbers) > 1:
            place = f"{self.view.address(index)}, table"
        was = f" (was {row.was})" if row and row.was else ""
        return f"── {_numbered(numbers)}{place}{was} ──"


def _numbered(numbers: tuple[int, ...]) -> str:
    return f"{ranges(numbers)} · " if numbers else ""


def _rows(report: ChangeReport | None) -> dict[int, ChangeRow]:
    return {change.number: ChangeRow((change,)) for change in wording.decided(report)} if report else {}


def _groups(story: Story, context: int) -> Iterator[range]:
    """The stretches of a body that are shown: changed blocks and those around them."""
    start = stop = -1
    for index, block in enumerate(story):
        if not is_changed(block):
            continue
        if stop >= 0 and index - context <= stop:
            stop = index + context + 1
            continue
        if stop >= 0:
            yield range(start, min(stop, len(story)))
        start, stop = max(index - context, 0), index + context + 1
    if stop >= 0:
        yield range(start, min(stop, len(story)))


def _print_group(paper: Paper, places: _Places, words: Plainly, shown: range) -> None:
    story = places.view.story
    changed = [index for index in shown if is_changed(story[index])]
    address = places.of(changed[0])
    paper.heading(address)
    for index in shown:
        block = story[index]
        if index not in changed:
            paper.context(story_text((block,)))
            continue
        if (here := places.of(index)) != address:
            address = here
            paper.heading(address)
        _print_block(paper, block, words)


def _print_block(paper: Paper, block: Block, words: Plainly, around: Revisions = (), indent: int = 2) -> None:
    match block:
        case Paragraph():
            before = len(words.notes)
            paper.line(words.print(block, around), indent)
            for sign, note in words.notes[before:]:
                if note.revisions or any(map(is_changed, note.blocks)):
                    said = ranges(numbers_in(note.blocks))
                    paper.line((Piece(f"Note {sign}{f', change {said}' if said else ''}:"),), indent + 2)
                    for inner in note.blocks:
                        _print_block(paper, inner, words, note.revisions, indent + 4)
        case Table(rows):
            for revision, said in layout_notes(block):
                number = f"{revision.change} · " if revision.change else ""
                paper.line((Piece(f"[{number}{said}]", Fate.ABOUT),), indent)
            for row in rows:
                if is_changed(row):
                    paper.line((Piece(_numbered(change_numbers(row))), *row_words(row, words)), indent)
        case OpaqueBlock(_, description):
            paper.line((Piece(f"[{description or 'object'}]", fate_of(tracked(block.revisions))),), indent)
        case _:
            assert_never(block)


def row_words(row: Row, words: Plainly) -> Iterator[Piece]:
    """The cells of a row on one line; a table in a cell is read as its words."""
    for at, cell in enumerate(row.cells):
        if at:
            yield Piece(" | ")
        around = tracked(cell.revisions) or tracked(row.revisions)
        for block in cell.blocks:
            match block:
                case Paragraph():
                    yield from words.print(block, around)
                case _:
                    yield Piece(story_text((block,)), fate_of(around))
            yield Piece(" ")
