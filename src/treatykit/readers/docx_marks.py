"""Put paragraph marks that Word tracks one place too early back where they belong.

Our own files are unshifted as they were shifted. In anybody's file the shift is undone only
where both readings give the same text whether accepted or rejected, properties
and lists included; otherwise the marks stay where Word has them, which is exact too.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from itertools import groupby

from treatykit.model.content import Block, Mark, Paragraph, Story
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import arrival, departure
from treatykit.ooxml.closing_marks import unshift_closing_marks
from treatykit.readers.docx_part import ListPlace
from treatykit.readers.docx_stories import ChangeStory

Places = Mapping[tuple[str, int], ListPlace]


def unshift_where_alike(places: Places) -> ChangeStory:
    """What puts those marks of a story back that mean the same in both places.

    Args:
        places: Part and element of each paragraph to its place in the lists; numbers are not printed yet.
    """

    def unshift(story: Story, inside: bool) -> Story:
        if inside:
            return story  # the mark that closes a cell or note never comes or goes, here as in Word
        blocks: list[Block] = []
        for is_paragraph, group in groupby(story, lambda block: isinstance(block, Paragraph)):
            segment = tuple(group)
            blocks.extend(_unshifted(segment, places) if is_paragraph else segment)
        return tuple(blocks)

    return unshift


def count_where_marks_stood(
    shifted: Story, restored: Story, places: MutableMapping[tuple[str, int], ListPlace]
) -> None:
    """Give each mark that was put back the list which the end of its run stood in on its behalf.

    While it was shifted, a mark that stays stood at the end of what came after it: it is the old place there that
    counted its old number, and at the end of what goes after it the new place.

    Args:
        shifted: The story as Word has it.
        restored: The same, unshifted.
        places: As in `unshift_where_alike`; amended.
    """
    for kind, side in ((arrival, "before"), (departure, "now")):
        stays: Mark | None = None
        for was, now in zip(shifted, restored, strict=True):
            if not (isinstance(was, Paragraph) and isinstance(now, Paragraph)):
                continue
            if kind(was.mark.revisions) and not kind(now.mark.revisions):
                stays = now.mark
            elif stays and kind(now.mark.revisions) and not kind(was.mark.revisions):
                here, end = ((mark.source[0].part, mark.source[0].element) for mark in (stays, now.mark))
                places[here] = replace(places[here], **{side: getattr(places[end], side)})


def _unshifted(segment: Story, places: Places) -> Story:
    moved = unshift_closing_marks(segment)
    if moved == segment:
        return segment
    before, after = (Document(body=_listed(story, places)) for story in (segment, moved))
    alike = accept(before) == accept(after) and reject(before) == reject(after)
    return moved if alike else segment


def _listed(story: Story, places: Places) -> Story:
    """The story with the place in a list written where the number will be, so that it counts as a property."""
    return tuple(
        replace(block, mark=_with_place(block.mark, places)) if isinstance(block, Paragraph) else block
        for block in story
    )


def _with_place(mark: Mark, places: Places) -> Mark:
    place = next((places.get((source.part, source.element)) for source in mark.source), None)
    if place is None:
        return mark
    return replace(
        mark,
        properties=replace(mark.properties, label=_label(place.now)),
        revisions=tuple(
            replace(revision, before=replace(revision.before, label=_label(place.before)))
            if isinstance(revision.before, Properties)
            else revision
            for revision in mark.revisions
        ),
    )


def _label(place: tuple[int, int] | None) -> Label | None:
    return Label(str(place)) if place else None
