"""The heaviest set of pairs whose order is the same on both sides."""

from __future__ import annotations

from bisect import bisect_left
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

    A heaviest increasing subsequence in O(n log n). What stands off it has moved; because
    it is the lightest part that is left out, the smaller of two pieces that changed places
    is the one that moved. Of chains of one weight the one is taken that ends first in the old text.
    """
    given = list(matches)
    if all(left.old < right.old and left.new < right.new for left, right in pairwise(given)):
        return given
    ordered = sorted(given, key=lambda match: (match.old, -match.new, -match.weight))
    ends: list[int] = []  # where in the new text chains end, none lighter than one that ends before
    chains: list[tuple[int, int]] = []  # the weight of each, its last match
    previous: list[int] = []
    for index, match in enumerate(ordered):
        at = bisect_left(ends, match.new)
        weight, last = chains[at - 1] if at else (0, -1)
        previous.append(last)
        weight += match.weight
        stop = at
        while stop < len(ends) and chains[stop][0] < weight:
            stop += 1
        if stop == at < len(ends) and ends[at] == match.new:
            continue
        ends[at:stop] = [match.new]
        chains[at:stop] = [(weight, index)]
    found: list[Match] = []
    at = chains[-1][1]
    while at >= 0:
        found.append(ordered[at])
        at = previous[at]
    return found[::-1]
