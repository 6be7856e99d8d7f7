"""Which block of the old text is which block of the new one, in the same order on both sides.

Told once: exact anchors, their heaviest chain, then each gap between them by likeness,
though not across articles that became others.
What stands off the chain is kept apart, as it may have moved. When merges, splits and
moves are known as well, `opposite` pairs what is left face to face.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from treatykit.compare.chain import Match, heaviest_chain
from treatykit.compare.items import Item
from treatykit.compare.likeness import ALL_PAIRS, alike, likely_matches
from treatykit.records import dataclass

_MOVABLE = 2  # words; a single word stands anywhere
_SHORT = 8  # words
_TITLE = 12  # words
_PARTS = 3  # articles that an article may have been parted into besides itself
_NO_CHANCE = 0.9  # the share of common words of two long paragraphs that is no chance, wherever they stand
_LONG = 24  # words; what treaties say in fewer is often said twice
_NAMED_ALIKE = 0.2  # the share of common words from which a stable name is believed
_FACING_ALIKE = 0.35  # the same for two paragraphs that are left face to face
_LONGEST_KEYS = 250_000_000  # cells of the table that finds equal keys in a gap, in bits


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of indexes, increasing on both sides.

    Attributes:
        strays: Equal and unique blocks that stand in another order, so they moved.
        chance: What is alike in articles that are others; no pairs, and no moves.
    """

    pairs: tuple[tuple[int, int], ...]
    strays: tuple[tuple[int, int], ...] = ()
    chance: frozenset[tuple[int, int]] = frozenset()


class Gap(NamedTuple):
    """What stands between two pairs."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def is_open(self) -> bool:
        """Something is left on both sides."""
        return bool(self.old and self.new)


def align(old: Sequence[Item], new: Sequence[Item]) -> Alignment:
    """The alignment of two sequences of blocks or rows."""
    anchors = list(_anchors(old, new))
    chain = {(match.old, match.new) for match in heaviest_chain(anchors)}
    strays = tuple(
        (match.old, match.new)
        for match in anchors
        if (match.old, match.new) not in chain and (old[match.old].weight >= _MOVABLE or old[match.old].opens)
    )
    taken_old, taken_new = {i for i, _ in strays}, {j for _, j in strays}
    pairs = filled(old, new, tuple(sorted(chain)), taken_old, taken_new)
    kept = within_articles(old, new, pairs)
    return Alignment(kept, strays, frozenset(pairs).difference(kept))


def filled(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[tuple[int, int]], taken_old: Set[int], taken_new: Set[int]
) -> tuple[tuple[int, int], ...]:
    """The pairs and those found between them, among what is not taken."""
    found = list(pairs)
    barren: set[Gap] = set()
    for step in (_equal_in_gap, _alike_in_gap, _alike_in_gap):
        for gap in [gap for gap in gaps(found, len(old), len(new)) if gap.is_open]:
            free = Gap(_without(gap.old, taken_old), _without(gap.new, taken_new))
            if free.is_open and free not in barren:
                more = step(old, new, free)
                found.extend(more)
                if not more and step is _alike_in_gap:
                    barren.add(free)  # nor would a second look find anything
        found.sort()
    return tuple(found)


def _without(indexes: tuple[int, ...], taken: Set[int]) -> tuple[int, ...]:
    return indexes if taken.isdisjoint(indexes) else tuple(at for at in indexes if at not in taken)


def within_articles(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The pairs without those that are merely alike, of an article that became one far away.

    Among the many paragraphs of a long gap some are alike by chance, though hardly long
    ones and nearly word for word. An article that was parted goes on in those that come
    behind what it became, or shares a paragraph with them, word for word.
    """
    old_heads, new_heads = _heads(old), _heads(new)
    became, came_of = dict(pairs), {j: i for i, j in pairs}
    shared = {(old_heads[i], new_heads[j]) for i, j in pairs if old[i].key == new[j].key and old[i].weight > _SHORT}

    def stays(i: int, j: int) -> bool:
        head, other = old_heads[i], new_heads[j]
        if old[i].key == new[j].key or old[i].opens or (head, other) in shared:
            return True
        if min(old[i].weight, new[j].weight) >= _LONG and alike(old[i], new[j]) >= _NO_CHANCE:
            return True
        return _goes_on(new_heads, became.get(head, other), other, came_of) and _goes_on(
            old_heads, came_of.get(other, head), head, became
        )

    return tuple(pair for pair in pairs if stays(*pair))


def _goes_on(heads: Sequence[int], article: int, other: int, known: Mapping[int, int]) -> bool:
    """Whether an article is the other one, or may go on in it: it comes close behind, and none between is paired."""
    if article >= other:
        return article == other
    between = set(heads[article + 1 : other + 1]) - {article}
    return len(between) <= _PARTS and known.keys().isdisjoint(between)


def _heads(items: Sequence[Item]) -> list[int]:
    """For each item, the heading that it stands under; -1 for none."""
    heads: list[int] = []
    for index, item in enumerate(items):
        heads.append(index if item.opens else heads[-1] if heads else -1)
    return heads


def gaps(pairs: Sequence[tuple[int, int]], old_length: int, new_length: int) -> Iterator[Gap]:
    """The gaps before, between and after pairs that increase."""
    i = j = 0
    for next_i, next_j in (*pairs, (old_length, new_length)):
        if next_i > i or next_j > j:
            yield Gap(tuple(range(i, next_i)), tuple(range(j, next_j)))
        i, j = next_i + 1, next_j + 1


def _anchors(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Match]:
    """Items equal by a stable name, or by a key that occurs once on each side."""
    names = _unique((item.name for item in old), (item.name for item in new))
    named_old, named_new = set(), set()
    for i, j in names:
        if old[i].kind == new[j].kind and alike(old[i], new[j]) >= _NAMED_ALIKE:
            named_old.add(i)
            named_new.add(j)
            yield Match(i, j, old[i].weight)
    for i, j in _unique((item.key for item in old), (item.key for item in new)):
        if i not in named_old and j not in named_new and old[i].kind == new[j].kind:
            yield Match(i, j, old[i].weight)


def _unique(old: Iterator[object], new: Iterator[object]) -> list[tuple[int, int]]:
    olds, news = list(old), list(new)
    once_old, once_new = Counter(olds), Counter(news)
    places = {thing: j for j, thing in enumerate(news) if thing is not None and once_new[thing] == 1}
    return [(i, places[thing]) for i, thing in enumerate(olds) if thing in places and once_old[thing] == 1]


def _equal_in_gap(old: Sequence[Item], new: Sequence[Item], gap: Gap) -> list[tuple[int, int]]:
    """In a gap too large to look at every pair: the longest common sequence of equal keys."""
    if not ALL_PAIRS < len(gap.old) * len(gap.new) <= _LONGEST_KEYS:
        return []
    left, right = [old[i].key for i in gap.old], [new[j].key for j in gap.new]
    return [
        (gap.old[block.src_start + step], gap.new[block.dest_start + step])
        for block in LCSseq.opcodes(left, right)
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
        if old[gap.old[block.src_start + step]].kind == new[gap.new[block.dest_start + step]].kind
    ]


def _alike_in_gap(old: Sequence[Item], new: Sequence[Item], gap: Gap) -> list[tuple[int, int]]:
    matches = likely_matches(old, new, gap.old, gap.new)
    return [(match.old, match.new) for match in heaviest_chain(matches)]


def opposite(old: Sequence[Item], new: Sequence[Item], gap: Gap) -> list[tuple[int, int]]:
    """What is left opposite each other in a gap when nothing better was found.

    One to one; short lines in equal number, as in a list or on a title page; and the
    bare numbers over what follows the gap, `Article 5` that became `Article 6`.
    """
    if len(gap.old) == len(gap.new):
        alone = len(gap.old) == 1
        pairs = [(i, j) for i, j in zip(gap.old, gap.new, strict=True) if _are_opposite(old[i], new[j], alone=alone)]
        if pairs:
            return pairs
    i, j = (
        next((at for at in reversed(side) if items[at].untitled), None)
        for side, items in ((gap.old, old), (gap.new, new))
    )
    if i is None or j is None:
        return []
    below = [old[at] for at in gap.old if at > i] + [new[at] for at in gap.new if at > j]
    return [(i, j)] if old[i].label == new[j].label or all(len(item.words) <= _TITLE for item in below) else []


def _are_opposite(old: Item, new: Item, *, alone: bool) -> bool:
    if old.kind != new.kind or old.opens != new.opens:
        return False
    if old.untitled or new.untitled:
        return old.untitled == new.untitled or old.label == new.label
    return max(len(old.words), len(new.words)) <= _SHORT or (alone and alike(old, new) >= _FACING_ALIKE)
