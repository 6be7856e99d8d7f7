"""The heaviest set of pairs whose order is the same on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Match(NamedTuple):
    """Something old that may be something new.

    Attributes:
        weight: What is gained by pairing them; positive.
    """

    old: int
    new: int
    weight: int


def heaviest_chain(matches: Iterable[Match]) -> list[Match]:
    """The matches of the greatest weight in all that increase on both sides.

    A heaviest increasing subsequence in O(n log n), by a tree of best chains over the
    new side. What stands off it has moved; because it is the lightest part that is
    left out, the smaller of two pieces that changed places is the one that moved.
    """
    given = list(matches)
    if all(left.old < right.old and left.new < right.new for left, right in pairwise(given)):
        return given
    ordered = sorted(given, key=lambda match: (match.old, -match.new, -match.weight))
    ranks = {new: rank for rank, new in enumerate(sorted({match.new for match in ordered}), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # weight of a chain, its last match
    previous: list[int] = []
    champion = (0, -1)
    for index, match in enumerate(ordered):
        rank = ranks[match.new]
        weight, last = _best_before(best, rank)
        previous.append(last)
        chain = (weight + match.weight, index)
        if chain[0] > champion[0]:
            champion = chain
        while rank < len(best):
            if chain[0] > best[rank][0]:
                best[rank] = chain
            rank += rank & -rank
    found: list[Match] = []
    at = champion[1]
    while at >= 0:
        found.append(ordered[at])
        at = previous[at]
    return found[::-1]


def _best_before(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    rank -= 1
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found
