"""A redline in figures: how many changes of each kind, what they touch, how many words, what recurs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from treatykit.compare.changing import Described, Sides, described
from treatykit.compare.ignoring import Ignore
from treatykit.compare.scenes import Scene, is_in
from treatykit.compare.traces import Trace
from treatykit.model.changes import ChangeKind, ChangeReport, Substitution, Summary, Touch
from treatykit.model.document import Document
from treatykit.model.revisions import Revisions
from treatykit.model.words import count_words_of, counted_text, words_of_story

_Fate = tuple[bool, bool, bool]
"""Whether a node stands in the old text, in the new one, and moved."""
_STAYS: Final = (True, True, False)


def summarise(document: Document) -> Summary:
    """The figures of a redline, whoever made it."""
    return _summary(described(document))


def report(
    document: Document,
    old_name: str,
    new_name: str,
    ignored: Collection[Ignore] = (),
    *,
    found_by: str | None = None,
    sides: Sides | None = None,
) -> ChangeReport:
    """What a writer prints around a redline.

    Args:
        document: A redline.
        old_name: How the reader knows the old text.
        new_name: How the reader knows the new one.
        ignored: What the comparison was told not to see.
        found_by: The author of what nobody had marked, in a redline that keeps the marks of others.
        sides: What it was made of, where that is at hand and nothing was passed over.
    """
    all_of_it = described(document, sides)
    passed_over = tuple(kind.value for kind in Ignore if kind in ignored)
    summary = replace(_summary(all_of_it), ignored=passed_over, hands=_hands(all_of_it, found_by))
    return ChangeReport(old_name=old_name, new_name=new_name, changes=all_of_it.changes, summary=summary)


def _summary(redline: Described) -> Summary:
    kinds = Counter(change.kind for change in redline.changes)
    touched = Counter(touch for change in redline.changes for touch in change.touches)
    inserted, deleted = _marked_words(redline)
    old_words, new_words = _words(redline)
    return Summary(
        counts=tuple((kind, kinds[kind]) for kind in ChangeKind if kinds[kind]),
        touches=tuple((touch, touched[touch]) for touch in Touch if touched[touch]),
        old_words=old_words,
        new_words=new_words,
        inserted_words=inserted,
        deleted_words=deleted,
        substitutions=_substitutions(redline),
    )


def _hands(redline: Described, found_by: str | None) -> tuple[tuple[str, int], ...]:
    counts = Counter(change.author for change in redline.changes if change.kind is not ChangeKind.RENUMBERED)
    if found_by is not None:
        counts[found_by] += 0
    elif len(counts) < 2:
        return ()
    return tuple(("" if author == found_by else author, count) for author, count in counts.items())


def _words(redline: Described) -> tuple[int, int]:
    """The words of both texts, as `words_of` counts them; what stands in both is counted once."""
    touched = {scene.spot.block for scene in _scenes(redline) if scene.spot.block is not None}
    for here in redline.blocks:  # what runs into the next block, or is none, is told with that one
        touched |= {at + 1 for at in touched if len(set(here[at : at + 2])) < len(here[at : at + 2])}
    went, came = (
        words_of_story([text.body[at] for at in sorted({here[at] for at in touched}) if at < len(text.body)])
        for text, here in zip((redline.old, redline.new), redline.blocks, strict=True)
    )
    old, new = (sum(words_of_story(header.blocks) for header in text.headers) for text in (redline.old, redline.new))
    body = words_of_story(redline.new.body)
    return old + body - came + went, new + body


def _marked_words(redline: Described) -> tuple[int, int]:
    """The words that came and those that went, so that old words + came − went = new words.

    A moved word is neither; what a move lost or gained on the way is.
    """
    texts: defaultdict[_Fate, list[str]] = defaultdict(list)
    for scene in _scenes(redline):
        fates = [_fate(revisions) if revisions else _STAYS for revisions in scene.revisions]
        for fate, run in groupby(zip(fates, scene.nodes, strict=True), key=itemgetter(0)):
            if fate[0] is not fate[1]:
                texts[fate].append(counted_text([node for _, node in run]))
    counts = Counter({fate: count_words_of(said) for fate, said in texts.items()})
    lost = counts[True, False, True] - counts[False, True, True]
    return counts[False, True, False] + max(-lost, 0), counts[True, False, False] + max(lost, 0)


def _scenes(redline: Described) -> Iterator[Scene]:
    """Every paragraph that a change touches, once."""
    seen: set[int] = set()
    for trace in redline.traces:
        for scene in (part.scene for part in trace.parts) if isinstance(trace, Trace) else ():
            if id(scene) not in seen:
                seen.add(id(scene))
                yield scene


def _fate(revisions: Revisions) -> _Fate:
    moved = any(revision.kind.is_move for revision in revisions)
    return is_in(revisions, in_old=True), is_in(revisions, in_old=False), moved


def _substitutions(redline: Described) -> tuple[Substitution, ...]:
    places: dict[tuple[str, str], list[str]] = {}
    for change, excerpt in zip(redline.changes, redline.excerpts, strict=True):
        words = (excerpt.removed.strip(), excerpt.added.strip())
        if change.kind is ChangeKind.AMENDED and all(words) and Touch.NUMBERING not in change.touches:
            places.setdefault(words, []).append(change.new_place)
    recurring = [entry for entry in places.items() if len(entry[1]) > 1]
    recurring.sort(key=lambda entry: -len(entry[1]))
    return tuple(Substitution(old=old, new=new, places=tuple(where)) for (old, new), where in recurring)
