"""Write plain text: a line a paragraph; a redline in the marks of `wdiff`, ``[-old-]`` and ``{+new+}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from treatykit.model.changes import ChangeReport, Fate, Piece
from treatykit.model.content import Block, Cell, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.outline import Outline
from treatykit.model.properties import Role
from treatykit.writers import report as wording
from treatykit.writers.controls import visible
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.moves import moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.plainly import Plainly, fate_of
from treatykit.writers.sides import layout_notes, outline_as_read, tracked
from treatykit.writers.titles import where_it_runs

_MARKS: Final = {
    Fate.KEPT: ("", ""),
    Fate.ABOUT: ("", ""),
    Fate.INSERTED: ("{+", "+}"),
    Fate.MOVED_HERE: ("{+", "+}"),
    Fate.DELETED: ("[-", "-]"),
    Fate.MOVED_AWAY: ("[-", "-]"),
}
_STEP: Final = "    "
_GAP: Final = "    "


def write_text(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as plain text, notes at its end."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    view = outline_as_read(document.body)
    words = Plainly(moves_of(view, options.report))
    blocks = [*(summary_lines(options.report) if options.report else ()), *_body(view, words)]
    blocks += [f"{where_it_runs(header)}: {_in_one_line(header.blocks, words)}" for header in document.headers]
    blocks += [f"[{sign}] {_in_one_line(note.blocks, words)}" for sign, note in words.notes]
    blocks += change_lines(options.report) if options.report else ()
    return visible("\n\n".join(block for block in blocks if block.strip())) + "\n"


def marked(pieces: Iterable[Piece]) -> str:
    """Pieces in the marks of `wdiff`; space and line breaks stand outside them."""
    return "".join(_marked_lines(piece) for piece in pieces)


def summary_lines(report: ChangeReport) -> Iterator[str]:
    """What is said of a redline before it."""
    yield f"{report.old_name} → {report.new_name}"
    yield wording.headline(report.summary)
    yield wording.lengths(report.summary)
    if touched := wording.touched(report.summary):
        yield f"They touch: {touched}."
    yield from wording.substitutions(report.summary)


def change_lines(report: ChangeReport) -> Iterator[str]:
    """The changes one by one, and the new numbers."""
    for change in wording.decided(report):
        number = f"{change.number}. " if change.number else ""
        touches = f" ({wording.touches(change)})" if change.touches else ""
        yield f"{number}{wording.place(change) or 'Text'}: {wording.kind(change)}{touches}"
    if renumberings := wording.renumberings(report):
        yield renumberings


def _marked_lines(piece: Piece) -> str:
    before, after = _MARKS[piece.fate]
    if not before:
        return piece.text
    lines = piece.text.split("\n")
    return "\n".join(f"{before}{line}{after}" if line else "" for line in lines)


def _body(view: Outline, words: Plainly) -> Iterator[str]:
    headings = {division.start for division in view.walk() if division.role is not Role.ITEM}
    for index, block in enumerate(view.story):
        yield _heading(block, words) if index in headings and isinstance(block, Paragraph) else _block(block, words)


def _heading(paragraph: Paragraph, words: Plainly) -> str:
    """A heading on one line: ``Article 5. Transit``."""
    label, title = marked(words.label(paragraph)), marked(words.words(paragraph))
    return " ".join((f"{label}. {title}" if label and title else label + title).split())


def _block(block: Block, words: Plainly) -> str:
    match block:
        case Paragraph():
            indent = _STEP * (max(block.level, 1) - 1) if block.role in (Role.ITEM, Role.WRAP_UP) else ""
            return indent + marked(words.print(block)).strip().replace("\n", f"\n{indent}")
        case Table():
            return _table(block, words)
        case OpaqueBlock(_, description):
            return marked((Piece(f"[{description or 'object'}]", fate_of(tracked(block.revisions))),))
        case _:
            assert_never(block)


def _table(table: Table, words: Plainly) -> str:
    """A table in columns of equal width."""
    rows = [[_cell_lines(cell, row, words) for cell in row.cells] for row in table.rows]
    columns = max(map(len, rows))
    widths = [max((len(line) for row in rows if at < len(row) for line in row[at]), default=0) for at in range(columns)]
    notes = [f"[{said}]" for _, said in layout_notes(table)]
    return "\n".join((*notes, *(line for row in rows for line in _side_by_side(row, widths))))


def _side_by_side(cells: list[list[str]], widths: list[int]) -> Iterator[str]:
    for at in range(max(map(len, cells), default=0)):
        line = (cell[at] if at < len(cell) else "" for cell in cells)
        yield _GAP.join(words.ljust(width) for words, width in zip(line, widths, strict=False)).rstrip()


def _cell_lines(cell: Cell, row: Row, words: Plainly) -> list[str]:
    around = tracked(cell.revisions) or tracked(row.revisions)
    lines: list[str] = []
    for block in cell.blocks:
        said = marked(words.print(block, around)) if isinstance(block, Paragraph) else _block(block, words)
        lines += said.strip().split("\n")
    return lines


def _in_one_line(story: Story, words: Plainly) -> str:
    return " ".join(" ".join(_block(block, words).split()) for block in story)
