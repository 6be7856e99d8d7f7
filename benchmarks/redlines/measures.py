"""What can be said in a number of what a program made of some pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from benchmarks.redlines.judging import Verdict
from benchmarks.redlines.results import Outcome
from benchmarks.redlines.running import Cost

NOTHING: Final = "–"

Value = Callable[[Sequence[Outcome]], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that a table shows.

    Attributes:
        value: The smaller the better; None where there is nothing to say.
        printed: The value in a cell.
    """

    title: str
    value: Value
    printed: Callable[[float], str]

    def cell(self, outcomes: Sequence[Outcome]) -> str:
        """What stands in the table."""
        value = self.value(outcomes)
        return NOTHING if value is None else self.printed(value)


def _wrong(right: Callable[[Verdict], bool]) -> Value:
    """The share of pairs without a redline that is right."""

    def value(outcomes: Sequence[Outcome]) -> float | None:
        return 1 - sum(right(one) for one in _verdicts(outcomes)) / len(outcomes) if outcomes else None

    return value


def _total(number: Callable[[Verdict], int | None]) -> Value:
    return lambda outcomes: _sum(number(one) for one in _verdicts(outcomes))


def _cost(number: Callable[[Cost], float]) -> Value:
    def value(outcomes: Sequence[Outcome]) -> float | None:
        found = [number(one.cost) for one in outcomes if one.cost and not one.failure]
        return median(found) if found else None

    return value


def _ratio(outcomes: Sequence[Outcome]) -> float | None:
    """Marked beside smallest, over the pairs where nothing moved and no word was lost: who loses words marks fewer."""
    found = [one for one in outcomes if one.comparable and one.verdict and one.verdict.text]
    smallest = sum(one.smallest for one in found)
    return sum(one.marked for one in _verdicts(found)) / smallest if smallest else None


def _failures(outcomes: Sequence[Outcome]) -> float | None:
    return sum(bool(one.failure) for one in outcomes) if outcomes else None


def _inside(outcomes: Sequence[Outcome]) -> float | None:
    return _sum(one.inside for one in outcomes if not one.failure)


def _verdicts(outcomes: Iterable[Outcome]) -> list[Verdict]:
    return [one.verdict for one in outcomes if one.verdict]


def _sum(numbers: Iterable[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _percent_right(wrong: float) -> str:
    return f"{100 * (1 - wrong):.0f}"


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < 9.95 else f"{value:.0f}"


def _times(value: float) -> str:
    return f"{value:.2f}"


def _count(value: float) -> str:
    return f"{value:.0f}"


FAILURES: Final = Measure("No redline, or none that can be read", _failures, _count)
TEXT: Final = Measure("Exact text, % of pairs", _wrong(lambda one: one.text), _percent_right)
EVERYTHING: Final = Measure(
    "Exact text, numbers, formats, notes, tables and objects, % of pairs",
    _wrong(lambda one: one.everything),
    _percent_right,
)
MARKED: Final = Measure("Marked characters ÷ smallest word-level edit", _ratio, _times)
CUT: Final = Measure("Marks that begin or end within a word", _total(lambda one: one.cut), _count)
MOVES: Final = Measure("Moves", _total(lambda one: one.moves), _count)
FINDINGS: Final = Measure(
    "Findings of the validator that the new file does not have", _total(lambda one: one.findings), _count
)
INSIDE: Final = Measure("Seconds within a running process, all pairs", _inside, _seconds)

QUALITY: Final = (TEXT, EVERYTHING, MARKED, CUT, MOVES, FINDINGS, FAILURES, INSIDE)
"""Line by line of the corpus."""

JUDGED: Final = (TEXT, EVERYTHING, MARKED, CUT, FINDINGS, FAILURES, INSIDE)
"""Those in which one program can be better than another; a move more or less is neither."""

SPEED: Final = (
    Measure("Seconds of a whole process", _cost(lambda one: one.wall), _seconds),
    Measure("Seconds of processor time of a whole process", _cost(lambda one: one.processor), _seconds),
    Measure("Seconds within a running process", _inside, _seconds),
    Measure("Peak of resident memory, MB", _cost(lambda one: one.memory), _count),
)
"""Pair by pair of those that are clocked."""
