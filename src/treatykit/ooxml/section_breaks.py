"""Section breaks that were put in or taken out, and whether Word can track them (docs/analysis/sections.md)."""

from __future__ import annotations

from collections.abc import Iterator
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
    their numbers, nor where the last paragraph before a table ends a section in one of the texts alone: nothing behind
    it is there to run into, though another paragraph may have come or gone between the two.
    """
    if len(redline.packages) != 2:
        return False
    new, old = redline.packages
    moved = [(was, now) for was, now in _sections(redline.body) if was != now]
    if any(was in old.headed or now in new.headed for was, now in moved):
        return False
    return all(before == now for before, now in _before_walls(redline.body))


def _before_walls(body: Story) -> Iterator[Ends]:
    """Whether a section ends right before each block that is no paragraph."""
    before = now = False
    for block in body:
        if not isinstance(block, Paragraph):
            yield Ends(before, now)
            continue
        ends = ends_section(block.mark)
        if arrival(block.mark.revisions) is None:
            before = ends.before
        if departure(block.mark.revisions) is None:
            now = ends.now


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
