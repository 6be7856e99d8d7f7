"""What stands somewhere else now: a run of blocks that went here and came there, as one move.

A move is worth its marks only if it is cheaper to read than a deletion and an
insertion: enough words in a row, most of them unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from treatykit.compare.align import filled, gaps, opposite
from treatykit.compare.items import Item
from treatykit.compare.likeness import alike, likely_matches
from treatykit.records import dataclass

_LEAST_WORDS = 8  # of a passage that is worth a move; of an article, or one that came whole, fewer
_LEAST_WORDS_WHOLE = 5
_ALIKE = 0.7  # the share of words that a lone paragraph must keep to be recognised elsewhere
_KEPT = 0.6  # the share of words that a whole move must keep


@dataclass(frozen=True, slots=True)
class Move:
    """Blocks that changed their place.

    Attributes:
        old: Where they were.
        new: Where they are.
        origins: For a new block, the old one that it was.
    """

    old: range
    new: range
    origins: dict[int, int]


def find_moves(
    old: Sequence[Item],
    new: Sequence[Item],
    free_old: set[int],
    free_new: set[int],
    strays: Sequence[tuple[int, int]],
    chance: Set[tuple[int, int]] = frozenset(),
) -> list[Move]:
    """The moves among blocks that have no partner in their place, in the order of the old text.

    Args:
        old: All items of the old story.
        new: All items of the new one.
        free_old: The old blocks without a partner.
        free_new: The new blocks without a partner.
        strays: Equal blocks known to stand in another order.
        chance: Blocks that are alike and did not move.
    """
    seeds = _seeds(old, new, free_old, free_new, strays, chance)
    left_old, left_new = set(free_old), set(free_new)
    around_old, around_new = left_old - seeds.keys(), left_new - set(seeds.values())
    moves = []
    for run in _runs(seeds, free_old, free_new):
        passage = _extended(run, old, new, around_old, around_new)
        for olds, news in _from_its_heading(passage, old, new, around_old, around_new):
            if not (left_old.issuperset(olds) and left_new.issuperset(news)):
                continue
            move = Move(olds, news, _origins(olds, news, old, new))
            if _is_worth_it(move, old, new):
                for free, taken in ((left_old, olds), (around_old, olds), (left_new, news), (around_new, news)):
                    free.difference_update(taken)
                moves.append(move)
                break
    return moves


def _seeds(
    old: Sequence[Item],
    new: Sequence[Item],
    free_old: set[int],
    free_new: set[int],
    strays: Sequence[tuple[int, int]],
    chance: Set[tuple[int, int]],
) -> dict[int, int]:
    """One to one, what is surely the same elsewhere: strays, then the most alike first."""
    seeds = {i: j for i, j in strays if i in free_old and j in free_new}
    taken = set(seeds.values())
    olds = [i for i in sorted(free_old) if i not in seeds and old[i].weight >= _LEAST_WORDS_WHOLE]
    news = [j for j in sorted(free_new) if j not in taken and new[j].weight >= _LEAST_WORDS_WHOLE]
    for match in sorted(likely_matches(old, new, olds, news), key=lambda match: (-match.weight, match.old, match.new)):
        if match.old in seeds or match.new in taken or (match.old, match.new) in chance:
            continue
        if alike(old[match.old], new[match.new]) < _ALIKE:
            continue
        seeds[match.old] = match.new
        taken.add(match.new)
    return dict(sorted(seeds.items()))


def _runs(seeds: dict[int, int], free_old: set[int], free_new: set[int]) -> Iterator[list[tuple[int, int]]]:
    """Seeds that follow each other on both sides with nothing between them that stayed or went elsewhere."""
    run: list[tuple[int, int]] = []
    taken = set(seeds.values())
    for i, j in seeds.items():
        if run:
            last_i, last_j = run[-1]
            between_old, between_new = range(last_i + 1, i), range(last_j + 1, j)
            if j < last_j or not (
                free_old.issuperset(between_old) and free_new.issuperset(between_new) and taken.isdisjoint(between_new)
            ):
                yield run
                run = []
        run.append((i, j))
    if run:
        yield run


def _extended(
    run: Sequence[tuple[int, int]], old: Sequence[Item], new: Sequence[Item], free_old: set[int], free_new: set[int]
) -> tuple[range, range]:
    """A run with its heading, and with what was rewritten in the same article."""
    (i, j), (i_stop, j_stop) = run[0], run[-1]
    while i - 1 in free_old and j - 1 in free_new and not old[i].opens and _belongs(old[i - 1], new[j - 1]):
        i, j = i - 1, j - 1
    i_stop, j_stop = i_stop + 1, j_stop + 1
    while i_stop in free_old and j_stop in free_new and _belongs(old[i_stop], new[j_stop]):
        if old[i_stop].opens:
            break
        i_stop, j_stop = i_stop + 1, j_stop + 1
    if old[i].opens and new[j].opens:
        return range(i, _end_of_article(i_stop, old, free_old)), range(j, _end_of_article(j_stop, new, free_new))
    return range(i, i_stop), range(j, j_stop)


def _from_its_heading(
    passage: tuple[range, range], old: Sequence[Item], new: Sequence[Item], free_old: set[int], free_new: set[int]
) -> Iterator[tuple[range, range]]:
    """A passage as a whole article, where its headings stand above with nothing between that stayed; then as it is."""
    olds, news = passage
    i, j = _start_of_article(olds.start, old, free_old), _start_of_article(news.start, new, free_new)
    if i is not None and j is not None and (i, j) != (olds.start, news.start):
        stops = _end_of_article(olds.stop, old, free_old), _end_of_article(news.stop, new, free_new)
        yield range(i, stops[0]), range(j, stops[1])
    yield passage


def _start_of_article(index: int, items: Sequence[Item], free: set[int]) -> int | None:
    while not items[index].opens:
        index -= 1
        if index not in free:
            return None
    return index


def _end_of_article(stop: int, items: Sequence[Item], free: set[int]) -> int:
    while stop in free and not items[stop].opens:
        stop += 1
    return stop


def _belongs(old: Item, new: Item) -> bool:
    return old.key == new.key or (old.opens and new.opens) or alike(old, new) >= _KEPT


def _origins(olds: range, news: range, old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    went, came = old[olds.start : olds.stop], new[news.start : news.stop]
    inside = filled(went, came, (), set(), set())
    if went[0].opens and came[0].opens and not any(0 in pair for pair in inside):
        inside = ((0, 0), *inside)  # its own heading, whatever is said there or right below it now
    faced = [pair for gap in gaps(inside, len(went), len(came)) for pair in opposite(went, came, gap)]
    return {news.start + j: olds.start + i for i, j in (*inside, *faced)}


def _is_worth_it(move: Move, old: Sequence[Item], new: Sequence[Item]) -> bool:
    went, came = (sum(items[at].weight for at in where) for items, where in ((old, move.old), (new, move.new)))
    kept = sum(alike(old[i], new[j]) * (old[i].weight + new[j].weight) for j, i in move.origins.items())
    share = kept / (went + came)
    whole = share >= 1 and (went >= _LEAST_WORDS_WHOLE or old[move.old.start].opens)
    return whole or (share >= _KEPT and went >= _LEAST_WORDS) or (share >= _KEPT and old[move.old.start].opens)
