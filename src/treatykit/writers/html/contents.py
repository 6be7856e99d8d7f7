"""The table of contents of a page: the divisions with a heading, as deep as a reader needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatykit.model.content import Paragraph
from treatykit.model.outline import Division, Outline
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.revisions import arrival, departure
from treatykit.writers.html.names import Names

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents.

    Attributes:
        depth: 1 for an outermost division.
        name: The id that the line leads to.
        fate: ``inserted`` or ``deleted`` where a redline brings or takes the heading, else empty.
    """

    depth: int
    label: str
    title: str
    name: str
    fate: str


def contents(view: Outline, names: Names) -> tuple[Entry, ...]:
    """The lines of the contents, in reading order."""
    return tuple(_entries(view, view.divisions, names, 1))


def _entries(view: Outline, divisions: tuple[Division, ...], names: Names, depth: int) -> Iterator[Entry]:
    for division in divisions:
        if division.role is not Role.ITEM and (division.label or division.title):
            name = names.blocks[division.start]
            yield Entry(depth, division.label, heading_words(view, division), name, _fate(view, division))
            if depth < _DEEPEST:
                yield from _entries(view, division.children, names, depth + 1)


def heading_words(view: Outline, division: Division) -> str:
    """The title of a division as it reads in the new text; one that goes as a whole reads as it did."""
    heading = view.story[division.start]
    if not isinstance(heading, Paragraph) or departure(heading.mark.revisions):
        return division.title
    kept = tuple(inline for inline in heading.inlines if not departure(inline.revisions))
    if len(kept) == len(heading.inlines):
        return division.title
    said = " ".join(inlines_text(kept).split())
    return said.removeprefix(division.label).lstrip(" .:–—-") if division.label and not heading.label else said


def _fate(view: Outline, division: Division) -> str:
    heading = view.story[division.start]
    if not isinstance(heading, Paragraph):
        return ""
    if departure(heading.mark.revisions):
        return "deleted"
    return "inserted" if arrival(heading.mark.revisions) else ""
