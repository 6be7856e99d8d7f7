"""Prints a redline on the terminal: each changed provision with its place, its kind and its marked words.

In colour, inserted words are underlined and deleted ones struck through; without, they
stand in ``{+…+}`` and ``[-…-]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import Final, assert_never

import click

from treatykit.cli.terminal import harmless, in_colour
from treatykit.model.changes import Change, ChangeReport
from treatykit.model.content import Block, NoteReference, OpaqueBlock, Paragraph, Row, Table
from treatykit.model.document import Document
from treatykit.model.plain import inline_text
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revisions, arrival, departure, reformattings
from treatykit.model.walk import stories
from treatykit.writers.report import kind, place, renumbered, substitutions, touches

_KEPT_WORDS: Final = 12
"""How many unchanged words stand on either side of a change."""


class _State(Enum):
    KEPT = "kept"
    CAME = "came"
    WENT = "went"


_SIGNS: Final = {_State.KEPT: ("", ""), _State.CAME: ("{+", "+}"), _State.WENT: ("[-", "-]")}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one state."""

    words: str
    state: _State


@dataclass(frozen=True, slots=True)
class _Line:
    """A changed paragraph: the numbers of its changes, and its words; its own number stands before them."""

    numbers: tuple[int, ...]
    stretches: tuple[_Stretch, ...]
    label: _Stretch | None = None


def print_redline(redline: Document, report: ChangeReport) -> None:
    """Print every changed provision, then what was only renumbered or replaced again and again."""
    with_colour = in_colour()
    for line in redline_lines(redline, report, with_colour=with_colour):
        click.echo(line, color=with_colour)


def redline_lines(redline: Document, report: ChangeReport, *, with_colour: bool) -> Iterator[str]:
    """The lines of a redline as a terminal shows them."""
    write = _in_colour if with_colour else _in_signs
    known = {change.number: change for change in report.changes if change.number}
    lines = [
        line
        for story in stories(redline)
        for block in story
        for line in _lines(block)
        if any(number in known for number in line.numbers)  # what is left is only renumbered
    ]
    for _, group in groupby(lines, lambda line: line.numbers):
        members = list(group)
        heading = harmless(_heading([known[number] for number in members[0].numbers if number in known]))
        yield click.style(heading, bold=True) if with_colour else heading
        for line in members:
            label = f"{write(line.label)} " if line.label else ""
            yield f"  {label}{''.join(write(stretch) for stretch in _shortened(line.stretches))}"
        yield ""
    if moved := renumbered(report):
        yield "Renumbered: " + "; ".join(f"{each.old_place} → {each.new_place}" for each in moved)
        yield ""
    for substitution in substitutions(report.summary):
        yield harmless(f"Throughout: {substitution}")


def _heading(changes: Sequence[Change]) -> str:
    said = dict.fromkeys(f"{kind(change)}{f' ({touches(change)})' if change.touches else ''}" for change in changes)
    where = next((place(change) for change in changes if place(change)), "")
    return f"{where or 'Text'}: {'; '.join(said)}"


def _lines(block: Block) -> Iterator[_Line]:
    match block:
        case Paragraph():
            yield from _paragraph(block, ())
        case Table(rows):
            for row in rows:
                yield from _row(row)
        case OpaqueBlock():
            if block.revisions:
                yield _line([(f"[{block.description or 'object'}]", block.revisions)])


def _row(row: Row) -> Iterator[_Line]:
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                yield from _paragraph(block, row.revisions or cell.revisions)
            else:
                yield from _lines(block)


def _paragraph(paragraph: Paragraph, around: Revisions) -> Iterator[_Line]:
    pieces = [(inline_text(inline), inline.revisions or around) for inline in paragraph.inlines]
    pieces.append(("", paragraph.mark.revisions))
    if any(revisions for _, revisions in pieces):
        label = _label(paragraph)
        state = _state(paragraph.mark.revisions or around)
        yield replace(_line(pieces), label=_Stretch(label, state) if label else None)
    for inline in paragraph.inlines:
        if isinstance(inline, NoteReference):
            for block in inline.blocks:
                yield from _lines(block)


def _line(pieces: Sequence[tuple[str, Revisions]]) -> _Line:
    numbers = dict.fromkeys(revision.change for _, revisions in pieces for revision in revisions)
    stretches = [_Stretch(words, _state(revisions)) for words, revisions in pieces if words]
    joined = (
        _Stretch("".join(each.words for each in run), state)
        for state, run in groupby(stretches, lambda each: each.state)
    )
    return _Line(tuple(numbers), tuple(joined))


def _label(paragraph: Paragraph) -> str | None:
    """The number; where only that has changed, the old and the new one."""
    new = paragraph.label.text if paragraph.label else None
    for revision in reformattings(paragraph.mark.revisions):
        if isinstance(revision.before, Properties) and revision.before.label:
            old = revision.before.label.text
            return f"{old} → {new or 'no number'}" if old != new else new
    return new


def _state(revisions: Revisions) -> _State:
    if departure(revisions):
        return _State.WENT
    return _State.CAME if arrival(revisions) else _State.KEPT


def _in_signs(stretch: _Stretch) -> str:
    before, after = _SIGNS[stretch.state]
    return f"{before}{_on_one_line(stretch.words)}{after}"


def _in_colour(stretch: _Stretch) -> str:
    words = _on_one_line(stretch.words)
    match stretch.state:
        case _State.KEPT:
            return words
        case _State.CAME:
            return click.style(words, fg="green", underline=True)
        case _State.WENT:
            return click.style(words, fg="red", strikethrough=True)
        case _:
            assert_never(stretch.state)


def _on_one_line(words: str) -> str:
    return harmless(words.replace("\n", " "))


def _shortened(stretches: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """The stretches, without unchanged words that are far from any change."""
    for at, stretch in enumerate(stretches):
        pieces = re.findall(r"\s*\S+\s*", stretch.words) if stretch.state is _State.KEPT else []
        head = _KEPT_WORDS if at else 0
        tail = _KEPT_WORDS if at < len(stretches) - 1 else 0
        if len(pieces) <= head + tail + 2:
            yield stretch
        else:
            yield replace(stretch, words="".join([*pieces[:head], "… ", *pieces[len(pieces) - tail :]]))
