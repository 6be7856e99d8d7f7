"""The words that went and the words that came, between two lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from treatykit.compare.cleanup import Strand, readable
from treatykit.compare.ignoring import Ignore, same_between
from treatykit.compare.lines import PILCROW, Line
from treatykit.compare.matching import Run, common_runs
from treatykit.compare.passages import passage
from treatykit.compare.units import Lexicon, Span, Units, identity
from treatykit.model.content import BracketClose, BracketNext, BracketOpen
from treatykit.records import dataclass

_SPACES = re.compile(r"\s+")


class Edit(NamedTuple):
    """Characters of the old line that were replaced by characters of the new one; either may be none.

    Attributes:
        silent: The difference is one that is ignored: the new characters stand, unmarked.
    """

    old_start: int
    old_stop: int
    new_start: int
    new_stop: int
    silent: bool = False


def edits(old: Line, new: Line, lexicon: Lexicon, same_notes: Mapping[int, int] = {}) -> list[Edit]:
    """The edits that make one line of another, in order; what stands between them is the same.

    The marks that end both lines are kept. They are those of `edits_of_whole_lines`; for
    a paragraph of words alone they are looked for only where it differs.

    Args:
        old: Some paragraphs.
        new: What became of them.
        lexicon: Says what the units are and which are the same.
        same_notes: For a note of the new line, the note of the old line that it was; by their characters.
    """
    if _say_the_same(old, new):
        return []
    if len(old.others) == len(new.others) == 1 and not (old.targets or new.targets):
        part = passage(old, new, lexicon)
        if part is not None:
            before, after = _strand(old, part.old), _strand(new, part.new)
            runs = common_runs(before.keys, after.keys)
            if part.is_wide(runs, before.keys, after.keys):
                return _around(readable(runs, before, after), old, new, part.old, part.new, lexicon.ignore)
    return edits_of_whole_lines(old, new, lexicon, same_notes)


def edits_of_whole_lines(old: Line, new: Line, lexicon: Lexicon, same_notes: Mapping[int, int] = {}) -> list[Edit]:
    """The edits as `edits` finds them, whatever stands in the lines and however much they differ."""
    left, right = lexicon.units(old), lexicon.units(new)
    for at, was in same_notes.items():
        right.keys[right.spans.index((at, at + 1))] = left.keys[left.spans.index((was, was + 1))]
    before, after = _strand(old, left), _strand(new, right)
    runs = readable(common_runs(before.keys, after.keys), before, after)
    return _around(runs, old, new, left, right, lexicon.ignore)


def _around(
    runs: Sequence[Run], old: Line, new: Line, left: Units, right: Units, ignore: frozenset[Ignore]
) -> list[Edit]:
    """The edits around some runs and the marks that end both lines."""
    between = _Between(old.text, new.text, old.target_at, new.target_at, ignore)
    ends = Run(len(left.spans) - 1, len(right.spans) - 1, 1)
    return list(between.edits(left.spans, right.spans, (*runs, ends)))


def _say_the_same(old: Line, new: Line) -> bool:
    """Whether two lines differ in nothing but looks, as where only a number became another."""
    if old.text != new.text or old.targets != new.targets or old.others.keys() != new.others.keys():
        return False
    return len(old.others) == 1 or all(identity(node) == identity(new.others[at]) for at, node in old.others.items())


def _strand(line: Line, units: Units) -> Strand:
    """Some units of a line without the mark that ends it."""
    texts = units.texts[:-1]
    if len(line.others) > 1:
        texts = [_written(line, start, text) for (start, _), text in zip(units.spans, texts, strict=False)]
    return Strand(units.keys[:-1], texts)


def _written(line: Line, start: int, text: str) -> str:
    match line.others.get(start):
        case None:
            return text
        case BracketOpen() | BracketNext():
            return "["
        case BracketClose():
            return "]"
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class _Between:
    """Finds what differs between the kept units, white space among it."""

    old: str
    new: str
    old_target: Callable[[int], str]
    new_target: Callable[[int], str]
    ignore: frozenset[Ignore]

    def edits(self, left: Sequence[Span], right: Sequence[Span], runs: Sequence[Run]) -> Iterator[Edit]:
        """The edits around and inside the units of some runs."""
        i = j = unit_i = unit_j = 0
        for old, new, length in runs:
            (start, _), (_, stop) = left[old], left[old + length - 1]
            (other_start, _), (_, other_stop) = right[new], right[new + length - 1]
            same = self.old[start:stop] == self.new[other_start:other_stop]
            for step in range(1 if same else length):
                before, after = left[old + step], right[new + step]
                empty = unit_i == old + step and unit_j == new + step
                yield from self._gap(Edit(i, before[0], j, after[0]), empty=empty)
                if not same:
                    yield from self._within(before, after)
                i, j, unit_i, unit_j = before[1], after[1], old + step + 1, new + step + 1
            i, j, unit_i, unit_j = stop, other_stop, old + length, new + length

    def _gap(self, edit: Edit, *, empty: bool) -> Iterator[Edit]:
        """What differs between two kept units; `empty` if no unit stands there on either side."""
        went, came = self.old[edit.old_start : edit.old_stop], self.new[edit.new_start : edit.new_stop]
        if empty and went == came:
            return
        if empty and self.ignore and same_between(went, self.ignore) == same_between(came, self.ignore):
            yield edit._replace(silent=True)
        else:
            yield from self._trimmed(edit)

    def _within(self, before: Span, after: Span) -> Iterator[Edit]:
        """What differs inside two units that are the same: white space, `Article  5`, or what is ignored."""
        went, came = self.old[slice(*before)], self.new[slice(*after)]
        if went == came:
            return
        if went.split() != came.split() or Ignore.SPACING in self.ignore:
            yield Edit(*before, *after, silent=True)
            return
        left = _SPACES.finditer(self.old, *before)
        right = _SPACES.finditer(self.new, *after)
        for was, space in zip(left, right, strict=True):
            yield from self._trimmed(Edit(*was.span(), *space.span()))

    def _trimmed(self, edit: Edit) -> Iterator[Edit]:
        """An edit without the white space that is the same at its beginning and end, unless nothing is left."""
        i, i_stop, j, j_stop, _ = edit
        while i < i_stop and j < j_stop and self._is_same_blank(i, j):
            i, j = i + 1, j + 1
        while i < i_stop and j < j_stop and self._is_same_blank(i_stop - 1, j_stop - 1):
            i_stop, j_stop = i_stop - 1, j_stop - 1
        if i < i_stop or j < j_stop:
            yield Edit(i, i_stop, j, j_stop)

    def _is_same_blank(self, i: int, j: int) -> bool:
        """Whether the same white space stands at a place of either line, in no link or in one to the same place."""
        sign = self.old[i]
        return sign == self.new[j] and sign.isspace() and sign != PILCROW and self.old_target(i) == self.new_target(j)
