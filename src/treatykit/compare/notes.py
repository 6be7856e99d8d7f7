"""Which note of a new line is which note of the old one, so that its words are compared and not replaced."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from treatykit.compare.keys import normalised
from treatykit.compare.lines import Line
from treatykit.model.content import NoteReference
from treatykit.model.plain import story_text

_SAME = 0.4  # the share of common words from which an amended note is the same note


def same_notes(old: Line, new: Line) -> dict[int, int]:
    """For each amended note of the new line, by its character, the one of the old line that it was."""
    olds, news = _notes(old), _notes(new)
    if not olds or not news:
        return {}
    equal = {note for note in olds.values() if note in news.values()}
    left = [(at, note) for at, note in olds.items() if note not in equal]
    right = [(at, note) for at, note in news.items() if note not in equal]
    alone = len(left) == len(right) == 1
    pairs: dict[int, int] = {}
    for at, note in right:
        kin = [(was, before) for was, before in left if (before.kind, before.symbol) == (note.kind, note.symbol)]
        best = max(kin, key=lambda entry: (_alike(entry[1], note), -entry[0]), default=None)
        if best is not None and (alone or _alike(best[1], note) >= _SAME):
            pairs[at] = best[0]
            left.remove(best)
    return pairs


def _notes(line: Line) -> dict[int, NoteReference]:
    return {at: node for at, node in line.others.items() if isinstance(node, NoteReference)}


def _alike(old: NoteReference, new: NoteReference) -> float:
    left, right = normalised(story_text(old.blocks)).split(), normalised(story_text(new.blocks)).split()
    return float(Indel.normalized_similarity(left, right))
