"""Which blocks that came or went are one thing: an article with all below it, an annotation, else a paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Set

from treatykit.compare.outlines import Outlines
from treatykit.model.annotations import asides
from treatykit.model.content import Story
from treatykit.model.properties import Role


def wholes(story: Story, touched: Set[int], outlines: Outlines) -> dict[int, int]:
    """For each of some blocks of a story the first one of the thing that it belongs to.

    An article (or annex, or heading) of which the heading and all down to a block came
    or went is one thing; parts and chapters are not, since their articles are decided one by one.
    An annotation that came or went by itself, from its first block on, is one thing too.

    Args:
        story: A body, a header, a note or a cell.
        touched: The blocks that came, or went.
        outlines: The outlines known so far.
    """
    heads: dict[int, int] = {}
    if not touched:
        return heads
    view, apart = outlines.of(story), asides(story)
    for index in sorted(touched):
        around = [division for division in view.path(index) if division.role is not Role.ITEM]
        starts = (around[-1].start if around else index, apart.get(index, index))
        heads[index] = next((start for start in starts if _goes_on(start, index, heads)), index)
    return heads


def _goes_on(start: int, index: int, heads: Mapping[int, int]) -> bool:
    """Whether all came or went that stands from `start` on to a block."""
    return index == start or heads.get(index - 1) == start
