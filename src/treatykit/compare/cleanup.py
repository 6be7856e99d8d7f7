"""Making a minimal diff readable: edits moved to where they read well, lone common words given up.

Both steps work on whole units, so that no word, number, term or reference is split.
A lone "the" between two changed phrases is struck with them, but only as far as the
marked words stay within `BUDGET` times the smallest possible number, or where the whole
passage was rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treatykit.compare.contiguous import contiguous
from treatykit.compare.matching import Run
from treatykit.compare.semantics import chaff
from treatykit.compare.vocabulary import FUNCTION_WORDS
from treatykit.model.scripts import SPACELESS_SYLLABIC
from treatykit.records import dataclass

BUDGET = 1.25
"""How many marked units may stand for each one of the smallest edit script."""

_REWRITTEN = 16  # marked units from which a passage with nothing but chaff inside counts as rewritten
_REMNANT = 0.2  # kept units for each marked one, up to which a long passage counts as rewritten
_FEWEST_MARKED = 2 / (BUDGET - 1)  # units; where fewer are marked, the budget has no room for a single word
_LONGEST_CHAFF = 3  # units; what is longer is a phrase that somebody kept
_PUNCTUATION = frozenset(".,;:!?…-–—()[]\"'“”‘’„«»/")
_LETTER = re.compile(f"[{SPACELESS_SYLLABIC}]")
_STOPS = frozenset(".;:!?。；：！？")
_OPENERS, _CLOSERS = frozenset("([“‘«„"), frozenset(")]”’»")
_HYPHENS_AND_JOINTS = frozenset("-–—/'’")


@dataclass(frozen=True, slots=True)
class Strand:
    """The units of one side.

    Attributes:
        keys: Equal for what is the same.
        texts: How each is written; empty for what is no text.
    """

    keys: Sequence[int]
    texts: Sequence[str]


def readable(runs: Sequence[Run], old: Strand, new: Strand) -> list[Run]:
    """The kept runs of a diff that reads well."""
    whole = contiguous(runs, old.keys, new.keys, lambda at: not _is_light_word(old.texts[at]))
    return _without_chaff(_slid(whole, old, new), old, new)


# --- Edits moved sideways ------------------------------------------------------------------------


def _slid(runs: Sequence[Run], old: Strand, new: Strand) -> list[Run]:
    """A pure insertion or deletion moved, without changing what it says, to begin and end where a reader pauses."""
    slid = list(runs)
    for index in range(len(slid) - 1):
        left, right = slid[index], slid[index + 1]
        removed, added = right.old - left.old - left.length, right.new - left.new - left.length
        if bool(removed) == bool(added):
            continue
        strand, start, size = (
            (old, left.old + left.length, removed) if removed else (new, left.new + left.length, added)
        )
        lowest = 0 if index == 0 else 1  # a run between two edits must not vanish
        highest = 0 if index + 2 == len(slid) else 1
        back = _slack(strand.keys, start, size, -1, left.length - lowest)
        forth = _slack(strand.keys, start, size, 1, right.length - highest)
        shift = max(range(-back, forth + 1), key=lambda by: (_pause(strand, start + by, size), -abs(by)))
        slid[index] = left._replace(length=left.length + shift)
        slid[index + 1] = Run(right.old + shift, right.new + shift, right.length - shift)
    return [run for run in slid if run.length]


def _slack(keys: Sequence[int], start: int, size: int, step: int, most: int) -> int:
    """How many units an edit can move to the left (-1) or right (1)."""
    moved = 0
    while moved < most:
        leaving = start - 1 - moved if step < 0 else start + size + moved
        entering = leaving + size if step < 0 else leaving - size
        if not 0 <= leaving < len(keys) or keys[leaving] != keys[entering]:
            break
        moved += 1
    return moved


def _pause(strand: Strand, start: int, size: int) -> int:
    """How well a passage begins and ends: whole sentences before clauses, brackets closed where they open."""
    texts = strand.texts
    passage = texts[start : start + size]
    before = texts[start - 1] if start else "."
    score = 0
    if before in _STOPS or not before:
        score += 4 if passage[-1] in _STOPS or not passage[-1] else 1
    if before == "," and passage[-1] == ",":
        score += 2
    if sum(text in _OPENERS for text in passage) == sum(text in _CLOSERS for text in passage):
        score += 3
    if before in _HYPHENS_AND_JOINTS or before in _OPENERS:
        score -= 1
    if passage[0] == "," and passage[-1] != ",":
        score += 1
    if passage[0] in ("and", "or"):
        score += 1
    return score


# --- Lone common words given up ------------------------------------------------------------------


def _without_chaff(runs: Sequence[Run], old: Strand, new: Strand) -> list[Run]:
    marked = len(old.keys) + len(new.keys) - 2 * sum(run.length for run in runs)
    if len(runs) < 2 or (marked < _FEWEST_MARKED and not any(_is_letter(run, old) for run in runs)):
        return list(runs)
    proposed = chaff(old.keys, new.keys, runs)
    dropped: set[int] = set()
    for passage in _passages(runs, proposed):
        dropped.update(_given_up(passage, runs, old, new))
    return [run for index, run in enumerate(runs) if index not in dropped]


def _passages(runs: Sequence[Run], proposed: set[int]) -> Iterator[list[int]]:
    """Neighbouring runs that might be given up together."""
    passage: list[int] = []
    for index in range(len(runs)):
        if index in proposed:
            passage.append(index)
        elif passage:
            yield passage
            passage = []
    if passage:
        yield passage


def _given_up(passage: Sequence[int], runs: Sequence[Run], old: Strand, new: Strand) -> list[int]:
    """Of the runs of a passage those whose loss makes it easier to read."""
    light = [index for index in passage if _is_light(runs[index], old)]
    marked = _marked_around(passage, runs, old, new)
    kept = sum(runs[index].length for index in passage)
    if marked >= _REWRITTEN and (len(light) == len(passage) or kept <= _REMNANT * marked):
        return [index for index in passage if not _holds_more_than_words(runs[index], old)]
    room = int(marked * (BUDGET - 1))
    given_up = [index for index in passage if _is_letter(runs[index], old)]
    for index in sorted(light, key=lambda index: (runs[index].length, index)):
        cost = 2 * runs[index].length
        if cost <= room:
            room -= cost
            given_up.append(index)
    return given_up


def _is_light(run: Run, strand: Strand) -> bool:
    """Nothing but words that bind others, and punctuation."""
    texts = strand.texts[run.old : run.old + run.length]
    return run.length <= _LONGEST_CHAFF and all(_is_light_word(text) for text in texts)


def _is_letter(run: Run, strand: Strand) -> bool:
    """One letter of a word in a script that writes no spaces, such as Thai."""
    return run.length == 1 and _LETTER.match(strand.texts[run.old]) is not None


def _holds_more_than_words(run: Run, strand: Strand) -> bool:
    """A mark, note, reference or slot, which is compared and not rewritten."""
    return not all(strand.texts[run.old : run.old + run.length])


def _is_light_word(text: str) -> bool:
    return text in _PUNCTUATION or text.casefold() in FUNCTION_WORDS


def _marked_around(passage: Sequence[int], runs: Sequence[Run], old: Strand, new: Strand) -> int:
    """How many units are marked before, between and after the runs of a passage."""
    first, last = passage[0], passage[-1]
    i, j = (runs[first - 1].old, runs[first - 1].new) if first else (0, 0)
    before = runs[first - 1].length if first else 0
    stop_i, stop_j = (
        (runs[last + 1].old, runs[last + 1].new) if last + 1 < len(runs) else (len(old.keys), len(new.keys))
    )
    kept = sum(runs[index].length for index in passage)
    return stop_i - i + stop_j - j - 2 * before - 2 * kept
