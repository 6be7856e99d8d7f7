"""The table of contents of a page: the divisions with a heading, as deep as a reader needs; an annex is one entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from treatykit.model.brackets import Spot, bracket_tree
from treatykit.model.content import Block, Paragraph, Story
from treatykit.model.outline import Division, Outline
from treatykit.model.plain import attribution
from treatykit.model.properties import Role
from treatykit.model.revisions import arrival, departure
from treatykit.records import dataclass
from treatykit.writers.html.names import Names
from treatykit.writers.sides import Side, outline_as_read

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents.

    Attributes:
        depth: 1 for an outermost division.
        name: The id that the line leads to.
        fate: ``inserted`` or ``deleted`` where a redline brings or takes the heading, else empty.
        was: The old number and title, as far as a heading that stays had others.
        whose: Who proposes it, where it competes with what others propose: ``A, B``.
    """

    depth: int
    label: str
    title: str
    name: str
    fate: str
    was: str
    whose: str


def contents(view: Outline, names: Names) -> tuple[Entry, ...]:
    """The lines of the contents, in reading order.

    Args:
        view: The outline of the text, a redline as it reads now.
        names: The ids of its blocks.
    """
    before = {division.start: division for division in outline_as_read(view.story, Side.OLD).walk()}
    return tuple(_entries(view, view.divisions, before, names, _proposers(view.story), 1))


def _entries(
    view: Outline,
    divisions: tuple[Division, ...],
    before: Mapping[int, Division],
    names: Names,
    proposers: Mapping[int, str],
    depth: int,
) -> Iterator[Entry]:
    for division in divisions:
        if division.role is not Role.ITEM and (division.label or division.title):
            fate, was = _fate(view, division), before.get(division.start, division)
            yield Entry(
                depth,
                division.label,
                division.title,
                names.blocks[division.start],
                fate,
                "" if fate else _former(was, division),
                proposers.get(division.start, ""),
            )
            if depth < _DEEPEST and division.role is not Role.ANNEX:
                yield from _entries(view, division.children, before, names, proposers, depth + 1)


def _proposers(story: Story) -> dict[int, str]:
    """Who proposes the blocks of an option that runs over whole paragraphs, by their indexes."""
    return {
        index: attribution(option.stances)
        for bracket in bracket_tree(tuple(map(_standing, story))).walk()
        for option in bracket.options
        if option.stances and option.start.block < option.stop.block
        for index in range(option.start.block, option.stop.block + 1)
        if option.start <= Spot(index, 0) < option.stop
    }


def _standing(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, inlines=tuple(one for one in block.inlines if not departure(one.revisions)))


def _former(was: Division, now: Division) -> str:
    """What is said of a heading that had another number, another title or both."""
    label = was.label if was.label != now.label else ""
    title = was.title if _letters(was.title) != _letters(now.title) else ""
    return ". ".join(filter(None, (label, title)))


def _letters(title: str) -> str:
    """What a reader hears of a title; signs alone are not worth a second one."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def _fate(view: Outline, division: Division) -> str:
    heading = view.story[division.start]
    if not isinstance(heading, Paragraph):
        return ""
    if departure(heading.mark.revisions):
        return "deleted"
    return "inserted" if arrival(heading.mark.revisions) else ""
