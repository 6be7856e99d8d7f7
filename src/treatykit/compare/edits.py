"""The words that went and the words that came, between two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from treatykit.compare.cleanup import Strand, readable
from treatykit.compare.lines import PILCROW, Line
from treatykit.compare.matching import Run, common_runs
from treatykit.compare.units import Lexicon, Unit
from treatykit.model.content import BracketClose, BracketNext, BracketOpen

_SPACES = re.compile(r"\s+")


class Edit(NamedTuple):
    """Characters of the old line that were replaced by characters of the new one; either may be none."""

    old_start: int
    old_stop: int
    new_start: int
    new_stop: int


def edits(old: Line, new: Line, lexicon: Lexicon, same_notes: Mapping[int, int] = {}) -> list[Edit]:
    """The edits that make one line of another, in order; what stands between them is the same.

    The marks that end both lines are kept.

    Args:
        old: Some paragraphs.
        new: What became of them.
        lexicon: Says what the units are and which are the same.
        same_notes: For a note of the new line, the note of the old line that it was; by their characters.
    """
    left, right = lexicon.units(old), lexicon.units(new)
    at_left = {unit.start: unit.key for unit in left}
    right = [unit._replace(key=at_left[same_notes[unit.start]]) if unit.start in same_notes else unit for unit in right]
    runs = common_runs([unit.key for unit in left[:-1]], [unit.key for unit in right[:-1]])
    runs = readable(runs, _strand(old, left[:-1]), _strand(new, right[:-1]))
    runs.append(Run(len(left) - 1, len(right) - 1, 1))
    return list(_between(old, new, left, right, runs))


def _strand(line: Line, units: Sequence[Unit]) -> Strand:
    return Strand([unit.key for unit in units], [_written(line, unit) for unit in units])


def _written(line: Line, unit: Unit) -> str:
    match line.others.get(unit.start):
        case None:
            return line.text[unit.start : unit.stop]
        case BracketOpen() | BracketNext():
            return "["
        case BracketClose():
            return "]"
        case _:
            return ""


def _between(old: Line, new: Line, left: Sequence[Unit], right: Sequence[Unit], runs: Sequence[Run]) -> Iterator[Edit]:
    """The edits between the kept units, white space among them."""
    i = j = 0
    for run in runs:
        first, last = left[run.old], left[run.old + run.length - 1]
        others = right[run.new], right[run.new + run.length - 1]
        same = old.text[first.start : last.stop] == new.text[others[0].start : others[1].stop]
        for step in range(1 if same else run.length):
            before, after = left[run.old + step], right[run.new + step]
            edit = _edit(old.text, new.text, Edit(i, before.start, j, after.start))
            if edit is not None:
                yield edit
            yield from _spaces_within(old.text, new.text, before, after)
            i, j = before.stop, after.stop
        i, j = last.stop, others[1].stop


def _spaces_within(old: str, new: str, before: Unit, after: Unit) -> Iterator[Edit]:
    """The white space that differs inside two units that are the same, `Article  5` and `Article 5`."""
    if old[before.start : before.stop] == new[after.start : after.stop]:
        return
    left, right = _SPACES.finditer(old, before.start, before.stop), _SPACES.finditer(new, after.start, after.stop)
    for was, space in zip(left, right, strict=True):
        edit = _edit(old, new, Edit(*was.span(), *space.span()))
        if edit is not None:
            yield edit


def _edit(old: str, new: str, whole: Edit) -> Edit | None:
    """An edit without the white space that is the same at its beginning and end; None if nothing is left."""
    i, i_stop, j, j_stop = whole
    while i < i_stop and j < j_stop and old[i] == new[j] and _is_blank(old[i]):
        i, j = i + 1, j + 1
    while i < i_stop and j < j_stop and old[i_stop - 1] == new[j_stop - 1] and _is_blank(old[i_stop - 1]):
        i_stop, j_stop = i_stop - 1, j_stop - 1
    return Edit(i, i_stop, j, j_stop) if i < i_stop or j < j_stop else None


def _is_blank(character: str) -> bool:
    return character.isspace() and character != PILCROW
