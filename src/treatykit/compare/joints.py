"""Paragraphs that were merged or split: one on one side, several in a row on the other."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from treatykit.compare.items import Item

Group = tuple[range, range]
"""Old blocks and the new blocks that they became; one of the two holds a single block, or both do."""

_SHARE = 0.6  # of the words of a paragraph that must come from, or go to, the one that it is joined with
_STRETCH = 3  # words in a row; any two sentences of a treaty share "the Commission"
_MOST_WORDS = 3000  # beyond it a joint is not looked for: nobody reads it as one


def joined(old: Sequence[Item], new: Sequence[Item], pairs: Sequence[tuple[int, int]]) -> list[Group]:
    """The pairs, with the free neighbours that were split off from one of the two or merged into it."""
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    free_old.difference_update(i for i, _ in pairs)
    free_new.difference_update(j for _, j in pairs)
    groups = []
    for i, j in pairs:
        olds, news = range(i, i + 1), range(j, j + 1)
        if old[i].kind == "paragraph" and old[i].key != new[j].key and not (old[i].untitled or new[j].untitled):
            news = _grown(old[i].words, news, new, free_new)
            if len(news) == 1:
                olds = _grown(new[j].words, olds, old, free_old)
            free_old.difference_update(olds)
            free_new.difference_update(news)
        groups.append((olds, news))
    return groups


def _grown(whole: tuple[int, ...], parts: range, items: Sequence[Item], free: set[int]) -> range:
    """The parts, with every free neighbour whose words the whole has as well, in the same place."""
    if free.isdisjoint((parts.start - 1, parts.stop)):
        return parts
    words = items[parts.start].words
    common = _common(whole, words)
    while True:
        for neighbour, before in ((parts.stop, False), (parts.start - 1, True)):
            if neighbour not in free or items[neighbour].kind != "paragraph" or items[neighbour].untitled:
                continue
            part = items[neighbour].words
            joint = part + words if before else words + part
            if not part or len(joint) > _MOST_WORDS or not _holds(whole, part):
                continue
            gained = _common(whole, joint) - common
            if gained >= _SHARE * len(part):
                words, common = joint, common + gained
                parts = range(parts.start - before, parts.stop + (not before))
                break
        else:
            return parts


def _holds(whole: tuple[int, ...], part: tuple[int, ...]) -> bool:
    """Whether most of a part stands in the whole, in stretches that are no accident."""
    length = min(_STRETCH, len(part))
    known = {whole[at : at + length] for at in range(len(whole) - length + 1)}
    covered = {
        at + step for at in range(len(part) - length + 1) if part[at : at + length] in known for step in range(length)
    }
    return len(covered) >= _SHARE * len(part)


def _common(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    return int(LCSseq.similarity(left, right))
