"""How one story becomes another, block by block in the order of the redline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from treatykit.compare.align import Gap, align, filled, opposite, within_articles
from treatykit.compare.items import Item
from treatykit.compare.joints import Group, joined
from treatykit.compare.moves import Move, find_moves

NOTHING = range(0)


class Step(NamedTuple):
    """Old blocks that became new blocks; with one side empty, what went or what came.

    Attributes:
        move: The move that one end of which this is.
    """

    old: range = NOTHING
    new: range = NOTHING
    move: Move | None = None


def steps(old: Sequence[Item], new: Sequence[Item], *, closed: bool = False) -> list[Step]:
    """The steps from one sequence of items to another; within a gap what went stands before what came.

    What came before the first new heading of a gap stands before the first heading that went.

    Args:
        old: The items of the old story.
        new: The items of the new one.
        closed: The story of a cell or note. Its last mark cannot be tracked in Word, so
            that a single paragraph is amended and never replaced.
    """
    if closed and len(old) == len(new) == 1 and old[0].kind == new[0].kind:
        return [Step(range(1), range(1))]
    alignment = align(old, new)
    groups = joined(old, new, alignment.pairs)
    moves = find_moves(old, new, *_free(groups, len(old), len(new)), alignment.strays, alignment.chance)
    if len(alignment.strays) > sum(len(move.origins) for move in moves):
        groups = _with_released(old, new, groups, moves)
    groups = _with_opposite(old, new, groups, moves)
    return list(_in_order(groups, moves, old, new))


def _free(groups: Sequence[Group], old_length: int, new_length: int) -> tuple[set[int], set[int]]:
    free_old, free_new = set(range(old_length)), set(range(new_length))
    for olds, news in groups:
        free_old.difference_update(olds)
        free_new.difference_update(news)
    return free_old, free_new


def _with_released(
    old: Sequence[Item], new: Sequence[Item], groups: Sequence[Group], moves: Sequence[Move]
) -> list[Group]:
    """The groups, and pairs for what was kept apart as a possible move and is none."""
    bonds = {(olds.start, news.start): (olds, news) for olds, news in groups}
    taken_old = {i for move in moves for i in move.old} | {i for olds, _ in groups for i in olds[1:]}
    taken_new = {j for move in moves for j in move.new} | {j for _, news in groups for j in news[1:]}
    pairs = within_articles(old, new, filled(old, new, sorted(bonds), taken_old, taken_new))
    return [bonds.get(pair) or _single(pair) for pair in pairs]


def _with_opposite(
    old: Sequence[Item], new: Sequence[Item], groups: Sequence[Group], moves: Sequence[Move]
) -> list[Group]:
    """The groups, and pairs for what stands face to face between them."""
    away, here = {i for move in moves for i in move.old}, {j for move in moves for j in move.new}
    found = sorted(groups, key=_start)
    while more := [
        _single(pair) for gap in _gaps(found, len(old), len(new), away, here) for pair in opposite(old, new, gap)
    ]:
        found = sorted((*found, *more), key=_start)
    return found


def _gaps(groups: Sequence[Group], old_length: int, new_length: int, away: Set[int], here: Set[int]) -> Iterator[Gap]:
    """What is left on both sides between groups, apart from what moved."""
    i = j = 0
    for olds, news in (*groups, _end(old_length, new_length)):
        if i < olds.start and j < news.start:
            gap = Gap(
                tuple(at for at in range(i, olds.start) if at not in away),
                tuple(at for at in range(j, news.start) if at not in here),
            )
            if gap.is_open:
                yield gap
        i, j = olds.stop, news.stop


def _end(old_length: int, new_length: int) -> Group:
    return range(old_length, old_length), range(new_length, new_length)


def _start(group: Group) -> int:
    return group[0].start


def _single(pair: tuple[int, int]) -> Group:
    return range(pair[0], pair[0] + 1), range(pair[1], pair[1] + 1)


def _in_order(
    groups: Sequence[Group], moves: Sequence[Move], old: Sequence[Item], new: Sequence[Item]
) -> Iterator[Step]:
    away = {i: move for move in moves for i in move.old}
    here = {j: move for move in moves for j in move.new}
    i = j = 0
    for olds, news in (*groups, _end(len(old), len(new))):
        if i < olds.start or j < news.start:
            # what still belongs to the provision before stands in it, above what opens with a struck heading
            i_opens, j_opens = _first_opening(old, i, olds.start), _first_opening(new, j, news.start)
            for gone, come in (
                (range(i, i_opens), range(j, j_opens)),
                (range(i_opens, olds.start), range(j_opens, news.start)),
            ):
                yield from (Step(old=range(at, at + 1), move=away.get(at)) for at in gone)
                yield from (Step(new=range(at, at + 1), move=here.get(at)) for at in come)
        if olds or news:
            yield Step(olds, news)
        i, j = olds.stop, news.stop


def _first_opening(items: Sequence[Item], start: int, stop: int) -> int:
    return next((at for at in range(start, stop) if items[at].opens), stop)
