"""Section breaks that were put in or taken out, and whether Word can track them (docs/analysis/sections.md)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from treatykit.model.content import Mark, Paragraph, Story
from treatykit.model.document import Document
from treatykit.model.properties import Properties
from treatykit.model.revisions import arrival, departure, original
from treatykit.ooxml.sections import SECTION_BREAK


class Ends(NamedTuple):
    """Whether a paragraph ends a section, in the old text and in the new one."""

    before: bool
    now: bool


_ALWAYS: Final = Ends(before=True, now=True)
_NEVER: Final = Ends(before=False, now=False)


def ends_section(mark: Mark) -> Ends:
    """Whether a section ends with a mark."""
    now = _has_break(mark.properties)
    if not mark.revisions:
        return _ALWAYS if now else _NEVER
    if departure(mark.revisions) is not None:
        return Ends(now, now=False)
    if arrival(mark.revisions) is not None:
        return Ends(before=False, now=now)
    return Ends(_has_break(original(mark.revisions, mark.properties)), now)


def breaks_are_tracked(redline: Document) -> bool:
    """Whether breaks that differ between two Word files come and go with the marks of their paragraphs.

    They do not where a header or footer would belong to another section meanwhile, since the model knows sections by
    their numbers, nor before a table, which no paragraph can run into.
    """
    if len(redline.packages) != 2:
        return False
    new, old = redline.packages
    moved = [(was, now) for was, now in _sections(redline.body) if was != now]
    return not any(was in old.headed or now in new.headed for was, now in moved) and not any(
        isinstance(block, Paragraph) and not isinstance(behind, Paragraph) and len(set(ends_section(block.mark))) > 1
        for block, behind in pairwise(redline.body)
    )


def _sections(body: Story) -> Iterator[tuple[int | None, int | None]]:
    """The numbers of each section in the old text and in the new one, None where it has none there."""
    old = new = 0
    for block in body:
        if isinstance(block, Paragraph) and any(ends := ends_section(block.mark)):
            yield old if ends.before else None, new if ends.now else None
            old, new = old + ends.before, new + ends.now
    yield old, new


def _has_break(properties: Properties) -> bool:
    other = properties.format.other  # most have none, and no generator is made for them
    return bool(other) and any(xml.startswith(SECTION_BREAK) for xml in other)
