"""Read the numbers that are words in our own Word files as the labels of their paragraphs.

Where a mark comes or goes, a paragraph begins elsewhere in the old text than in the new one, and so
stands its number (docs/analysis/tracked-changes.md, Numbers that are words).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeGuard

from treatykit.model.content import Block, Inline, Mark, Paragraph, Story, Text
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.ooxml.role_styles import LABEL

_End = Callable[[Revisions], Revision | None]


def with_typed_labels(story: Story) -> Story:
    """The story with the runs in the style of typed numbers taken out of the words, and read.

    Args:
        story: With its marks where Word has them.
    """
    done: list[Block] = []
    for is_paragraph, group in groupby(story, lambda block: isinstance(block, Paragraph)):
        blocks = list(group)
        done += _labelled([block for block in blocks if isinstance(block, Paragraph)]) if is_paragraph else blocks
    return tuple(done)


def _labelled(segment: list[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs that can run into each other, with their labels."""
    runs = [[inline for inline in paragraph.inlines if _is_label(inline)] for paragraph in segment]
    if not any(runs):
        yield from segment
        return
    old, new = (dict(_read(segment, runs, gone)) for gone in (arrival, departure))
    for at, paragraph in enumerate(segment):
        own = _label(runs[at])  # of a paragraph that is in neither text
        now = new[at] if at in new else old.get(at, own)
        before = old.get(at, now)
        cause = next((revision for label in runs[at::-1] for run in label for revision in run.revisions), None)
        words = tuple(inline for inline in paragraph.inlines if not _is_label(inline))
        yield Paragraph(words, _with_label(paragraph.mark, now, before, cause))


def _read(segment: list[Paragraph], runs: list[list[Text]], gone: _End) -> Iterator[tuple[int, Label | None]]:
    """The labels of one of the two texts, by the paragraph whose mark ends theirs."""
    pending: list[Text] = []
    for at, paragraph in enumerate(segment):
        pending += [run for run in runs[at] if gone(run.revisions) is None]
        if gone(paragraph.mark.revisions) is None:
            yield at, _label(pending)
            pending = []


def _with_label(mark: Mark, now: Label | None, before: Label | None, cause: Revision | None) -> Mark:
    revisions = tuple(
        replace(revision, before=replace(revision.before, label=before))
        if isinstance(revision.before, Properties)
        else revision
        for revision in mark.revisions
    )
    properties = replace(mark.properties, label=now)
    if now != before and mark.original is mark.properties and cause is not None:
        was = replace(mark.properties, label=before)
        revisions = (*revisions, replace(cause, kind=RevisionKind.REFORMATTED, before=was))
    return replace(mark, properties=properties, revisions=revisions)


def _label(runs: Iterable[Text]) -> Label | None:
    text = "".join(run.value for run in runs).strip("\t")
    return Label(text, typed=True) if text else None


def _is_label(inline: Inline) -> TypeGuard[Text]:
    return isinstance(inline, Text) and inline.format.style == LABEL
