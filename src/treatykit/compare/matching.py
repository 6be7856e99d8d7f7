"""The longest common subsequence of two sequences of numbers: optimal, deterministic, fast.

`rapidfuzz` works on 64 units at a time in C. Where the table it needs would be too
large for memory, as for two whole treaties in one paragraph each, the sequences are
first cut at what is unique to both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from treatykit.compare.chain import Match, heaviest_chain

_LARGEST_TABLE = 250_000_000  # cells, one bit each: 30 MB
_GRAM = 3  # units in a row that make a place unique


class Run(NamedTuple):
    """Units that are the same on both sides, in a row."""

    old: int
    new: int
    length: int


def common_runs(old: Sequence[int], new: Sequence[int], largest_table: int = _LARGEST_TABLE) -> list[Run]:
    """The runs that two sequences have in common, as many units as possible in all.

    Beyond `largest_table` the result may be less than optimal; it is the same every time.
    """
    return joined_runs(_runs(old, new, 0, 0, largest_table))


def _runs(old: Sequence[int], new: Sequence[int], i: int, j: int, largest_table: int) -> Iterator[Run]:
    head = _common_head(old, new)
    yield Run(i, j, head)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if left and right:
        inside = _by_table if len(left) * len(right) <= largest_table else _by_anchors
        for run in inside(left, right, largest_table):
            yield Run(run.old + i + head, run.new + j + head, run.length)
    yield Run(i + len(old) - tail, j + len(new) - tail, tail)


def _by_table(old: Sequence[int], new: Sequence[int], _: int) -> Iterator[Run]:
    for block in Indel.opcodes(old, new):
        if block.tag == "equal":
            yield Run(block.src_start, block.dest_start, block.src_end - block.src_start)


def _by_anchors(old: Sequence[int], new: Sequence[int], largest_table: int) -> Iterator[Run]:
    i = j = 0
    for anchor in heaviest_chain(_anchors(old, new)):
        if anchor.old >= i and anchor.new >= j:
            yield from _runs(old[i : anchor.old], new[j : anchor.new], i, j, largest_table)
            yield Run(anchor.old, anchor.new, _GRAM)
            i, j = anchor.old + _GRAM, anchor.new + _GRAM
    if i or j:
        yield from _runs(old[i:], new[j:], i, j, largest_table)


def _anchors(old: Sequence[int], new: Sequence[int]) -> list[Match]:
    olds, news = _grams(old), _grams(new)
    once_old, once_new = Counter(olds), Counter(news)
    places = {gram: at for at, gram in enumerate(news) if once_new[gram] == 1}
    return [Match(at, places[gram], 1) for at, gram in enumerate(olds) if once_old[gram] == 1 and gram in places]


def _grams(units: Sequence[int]) -> list[tuple[int, ...]]:
    return [tuple(units[at : at + _GRAM]) for at in range(len(units) - _GRAM + 1)]


def _common_head(old: Sequence[int], new: Sequence[int]) -> int:
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def joined_runs(runs: Iterable[Run]) -> list[Run]:
    """The runs in order, without empty ones, those that touch on both sides as one."""
    joined: list[Run] = []
    for run in runs:
        if not run.length:
            continue
        if joined and (joined[-1].old + joined[-1].length, joined[-1].new + joined[-1].length) == run[:2]:
            joined[-1] = joined[-1]._replace(length=joined[-1].length + run.length)
        else:
            joined.append(run)
    return joined
