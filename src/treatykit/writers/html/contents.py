"""The table of contents of a page: the divisions with a heading, as deep as a reader needs; an annex is one entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatykit.model.content import Paragraph
from treatykit.model.outline import Division, Outline
from treatykit.model.properties import Role
from treatykit.model.revisions import arrival, departure
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
    """

    depth: int
    label: str
    title: str
    name: str
    fate: str
    was: str


def contents(view: Outline, names: Names) -> tuple[Entry, ...]:
    """The lines of the contents, in reading order.

    Args:
        view: The outline of the text, a redline as it reads now.
        names: The ids of its blocks.
    """
    before = {division.start: division for division in outline_as_read(view.story, Side.OLD).walk()}
    return tuple(_entries(view, view.divisions, before, names, 1))


def _entries(
    view: Outline, divisions: tuple[Division, ...], before: dict[int, Division], names: Names, depth: int
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
            )
            if depth < _DEEPEST and division.role is not Role.ANNEX:
                yield from _entries(view, division.children, before, names, depth + 1)


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
