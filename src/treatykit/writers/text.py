"""Write plain text: a line a paragraph, and a foot by which it is read back.

A redline stands in the marks of `wdiff`, ``[-old-]`` and ``{+new+}``; it is for reading, and has no foot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, assert_never

from treatykit.markup.manuscript.choosing import closings_of, facts_of, headings_of
from treatykit.markup.manuscript.foot import print_foot
from treatykit.markup.manuscript.numbers import heading_number
from treatykit.markup.manuscript.plain import RULE, STEP, WRAP_UP_STEP, remark_sign, underline
from treatykit.markup.manuscript.restoring import foot_of
from treatykit.model.changes import Change, ChangeKind, ChangeReport, Fate, Piece
from treatykit.model.content import Block, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.outline import Outline, outline
from treatykit.model.properties import Role
from treatykit.model.walk import stories
from treatykit.writers import report as wording
from treatykit.writers.change_rows import ChangeRow
from treatykit.writers.controls import visible
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.moves import moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.plainly import Plainly, fate_of
from treatykit.writers.sides import is_redline, layout_notes, numbers, outline_as_read, tracked
from treatykit.writers.text_tables import table_lines
from treatykit.writers.titles import where_it_runs

_MARKS: Final = {
    Fate.KEPT: ("", ""),
    Fate.ABOUT: ("", ""),
    Fate.INSERTED: ("{+", "+}"),
    Fate.MOVED_HERE: ("{+", "+}"),
    Fate.DELETED: ("[-", "-]"),
    Fate.MOVED_AWAY: ("[-", "-]"),
}


_MOVED: Final = (Fate.MOVED_HERE, Fate.MOVED_AWAY)


def write_text(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as plain text, notes at its end; `read_text` reads it to what plain text can say of it."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    if options.report or is_redline(stories(document)):
        return text_alone(document, options)
    written = _written(document, options, ruled=True)
    foot = print_foot(foot_of(document, facts_of(document, outline(document.body))))
    return f"{written}\n{foot}\n" if written.strip() else f"{foot}\n"


def text_alone(document: Document, options: WriteOptions = DEFAULT_OPTIONS, *, width: int | None = None) -> str:
    """The document as plain text for people alone, without the foot and the line before its closing words.

    Args:
        width: The characters that a line of a table may have; None for any number.
    """
    return _written(document, options, ruled=False, width=width)


def _written(document: Document, options: WriteOptions, *, ruled: bool, width: int | None = None) -> str:
    view = outline_as_read(document.body)
    words = Plainly(moves_of(view, options.report))
    blocks = [*(summary_lines(options.report) if options.report else ()), *_body(view, words, width, ruled=ruled)]
    blocks += [f"{where_it_runs(header)}: {_aside(header.blocks, words)}" for header in document.headers]
    blocks += [f"[{sign}] {_aside(note.blocks, words)}" for sign, note in words.notes]
    blocks += change_lines(options.report) if options.report else ()
    return visible("\n\n".join(block for block in blocks if block.strip())) + "\n"


def marked(pieces: Iterable[Piece]) -> str:
    """Pieces in the marks of `wdiff`, those with the same ones as one; line breaks stand outside them.

    What came along with a move and what was added to it on the way have the same marks: a seam would tell nobody which
    is which.
    """
    runs = groupby(pieces, key=lambda piece: _MARKS[piece.fate])
    return "".join(_marked_lines("".join(piece.text for piece in run), marks) for marks, run in runs)


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
        edits = f": {_edits_of_a_move(change)}" if change.kind is ChangeKind.MOVED and change.marked else ""
        yield f"{number}{wording.place(change) or 'Text'}: {wording.kind(change)}{touches}{edits}"
    if renumberings := wording.renumberings(report):
        yield renumberings


def _edits_of_a_move(change: Change) -> str:
    """What was edited on the way, which nothing shows where all that moved is marked."""
    pieces = [replace(piece, fate=Fate.KEPT) if piece.fate in _MOVED else piece for piece in ChangeRow((change,)).said]
    return " ".join(marked(pieces).split())


def _marked_lines(words: str, marks: tuple[str, str]) -> str:
    before, after = marks
    if not before:
        return words
    lines = words.split("\n")
    return "\n".join(f"{before}{line}{after}" if line else "" for line in lines)


def _body(view: Outline, words: Plainly, width: int | None, *, ruled: bool) -> Iterator[str]:
    headings, closings = headings_of(view), closings_of(view) if ruled else frozenset()
    for index, block in enumerate(view.story):
        if index in closings:
            yield RULE
        if index in headings and isinstance(block, Paragraph):
            yield _heading(block, words)
        else:
            yield _block(block, words, width)


def _heading(paragraph: Paragraph, words: Plainly) -> str:
    """A heading on one line, ``Article 5. Transit``; one that no number tells is underlined."""
    label, title = marked(words.label(paragraph)), marked(words.words(paragraph))
    said = " ".join((f"{label}. {title}" if title and any(numbers(paragraph.mark)) else label + title).split())
    number = paragraph.label.text if paragraph.label else ""
    told = bool(number) and heading_number(number, alone=True) == number and paragraph.role is not Role.TITLE
    if told or paragraph.role is Role.BODY or not said:
        return said
    return f"{said}\n{underline(paragraph.role, paragraph.level, len(said))}"


def _block(block: Block, words: Plainly, width: int | None = None) -> str:
    match block:
        case Paragraph():
            indent = _indent(block)
            return indent + marked(words.print(block)).strip().replace("\n", f"\n{indent}")
        case Table():
            notes = (f"[{said}]" for _, said in layout_notes(block))
            return "\n".join((*notes, *table_lines(block, lambda one, around: marked(words.print(one, around)), width)))
        case OpaqueBlock(_, description):
            return marked((Piece(f"[{description or 'object'}]", fate_of(tracked(block.revisions))),))
        case _:
            assert_never(block)


def _indent(paragraph: Paragraph) -> str:
    steps = " " * STEP * (max(paragraph.level, 1) - 1)
    match paragraph.role:
        case Role.ITEM:
            return steps
        case Role.WRAP_UP:
            return steps + " " * WRAP_UP_STEP
        case Role.DRAFTING_NOTE | Role.ANNOTATION_HEADING | Role.ANNOTATION:
            return remark_sign(paragraph.role, paragraph.level)
        case _:
            return ""


def _aside(story: Story, words: Plainly) -> str:
    """A note or header, in lines without an empty one between them."""
    blocks = (_block(block, words) for block in story)
    lines = (" ".join(line.split()) for block in blocks for line in block.split("\n"))
    return "\n".join(filter(None, lines))
