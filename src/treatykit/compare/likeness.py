"""How alike two items are, and which of many are worth looking at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import LCSseq

from treatykit.compare.chain import Match
from treatykit.compare.items import Item

ALL_PAIRS = 2500
"""Up to so many pairs each is looked at; beyond it only those that share rare words."""

_RARE = 12  # a pair of words in more items than this says little about any of them
_LOOKED_AT = 5  # candidates for each item
_SHORT = 8  # words; a line so short is a title, a cell, a name
_LONG = 400  # words
_FAR_LONGER = 40  # times; a line that is lost in a paragraph so long is not what became of it
_SOLID = 2  # words in a row that are no accident


def likely_matches(old: Sequence[Item], new: Sequence[Item], olds: Sequence[int], news: Sequence[int]) -> list[Match]:
    """The pairs, among these old and new items, that are alike enough to be one provision."""
    candidates: Iterable[tuple[int, int]]
    if len(olds) * len(news) <= ALL_PAIRS:
        candidates = ((i, j) for i in olds for j in news)
    else:
        candidates = _sharing_rare_words(old, new, olds, news)
    found = []
    for i, j in candidates:
        weight = likeness(old[i], new[j])
        if weight:
            found.append(Match(i, j, weight))
    return found


def likeness(old: Item, new: Item) -> int:
    """What is gained by pairing two items: hundred for every word in common, 0 if they are different things."""
    if old.kind != new.kind:
        return 0
    hint = 20 * (old.label == new.label != "") + 200 * (old.name is not None and old.name == new.name)
    if old.key == new.key:
        return 100 * old.weight + 50 + hint
    shorter, longer = sorted((len(old.words), len(new.words)))
    if not shorter:
        return 0
    if old.untitled or new.untitled:
        # a bare number is the same heading by its label, else by what stands below it
        if old.opens and new.opens and old.label == new.label:
            return 60
        if old.untitled != new.untitled:
            return 0
    if longer > _LONG and longer > _FAR_LONGER * shorter:
        return 0
    least = max(1, int(0.6 * shorter)) if shorter * 4 < longer else 0
    common = LCSseq.similarity(old.words, new.words, score_cutoff=least)
    eased = hint >= 200 or (old.opens and new.opens and old.label == new.label)
    if not common or not _same_provision(old, new, common, shorter, longer, eased=eased):
        return 0
    return max(1, 100 * common * min(old.weight, new.weight) // shorter) + hint


def alike(old: Item, new: Item) -> float:
    """The share of words that two items have in common, from 0 to 1."""
    both = len(old.words) + len(new.words)
    return 2 * int(LCSseq.similarity(old.words, new.words)) / both if both else float(old.key == new.key)


def _same_provision(old: Item, new: Item, common: int, shorter: int, longer: int, *, eased: bool) -> bool:
    """Whether marking the differences reads better than striking one provision and writing another.

    Common words count only where two or more stand in a row: any two sentences of a
    treaty share "the", "of" and "shall".
    """
    ratio = 2 * common / (shorter + longer)
    if ratio >= 0.7 or (eased and ratio >= 0.3):
        return True
    if longer <= _SHORT:
        return ratio >= 0.34
    if ratio < 0.4 and common < 0.6 * shorter:
        return False
    solid = sum(size for size in _runs(old.words, new.words) if size >= _SOLID)
    return 2 * solid / (shorter + longer) >= 0.35 or (solid >= 0.7 * shorter and solid >= 4)


def _runs(old: tuple[int, ...], new: tuple[int, ...]) -> Iterator[int]:
    for block in LCSseq.opcodes(old, new):
        if block.tag == "equal":
            yield block.src_end - block.src_start


def _sharing_rare_words(
    old: Sequence[Item], new: Sequence[Item], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    holders: dict[tuple[int, int], list[int]] = defaultdict(list)
    for j in news:
        for pair in set(pairwise(new[j].words)):
            holders[pair].append(j)
    for i in olds:
        rare = [found for pair in set(pairwise(old[i].words)) if len(found := holders.get(pair, ())) <= _RARE]
        shared = Counter(chain.from_iterable(rare))
        best = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))
        for j, _ in best[:_LOOKED_AT]:
            yield i, j
