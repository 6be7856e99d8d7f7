"""Decide which definitions a character style can say, and which need bookmarks (docs/analysis/round-trip.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline, Text
from treatykit.model.revisions import Revisions, arrival, departure


@dataclass(frozen=True, slots=True)
class Terms:
    """The defined terms of one paragraph.

    Attributes:
        styled: The inlines that are printed as a defined term.
        bookmarked: Their openings and closings need bookmarks.
    """

    styled: frozenset[int]
    bookmarked: bool


def terms_of(inlines: tuple[Inline, ...]) -> Terms:
    """The terms of a paragraph: all said by the style, or, if it cannot say one of them, all bookmarked."""
    styled: set[int] = set()
    plain = True
    opening: int | None = None
    closed_at = -1
    for at, inline in enumerate(inlines):
        match inline:
            case DefinitionOpen():
                plain = plain and opening is None and closed_at != at - 1
                opening = at
            case DefinitionClose() if opening is not None:
                plain = plain and _sayable(inlines[opening : at + 1])
                opening, closed_at = None, at
            case DefinitionClose():
                plain = False
            case Text() if opening is not None:
                styled.add(at)
            case _:
                pass
    return Terms(frozenset(styled), bookmarked=not plain or opening is not None)


def _sayable(definition: tuple[Inline, ...]) -> bool:
    """Whether reading the style back gives the same opening, words and closing."""
    opened, *words, closed = definition
    return (
        bool(words)
        and all(isinstance(word, Text) and word.format.style is None for word in words)
        and opened.revisions == closed.revisions == _shared(word.revisions for word in words)
    )


def _shared(revisions: Iterable[Revisions]) -> Revisions:
    """The arrival and the departure that all have."""
    found = list(revisions)
    ends = (arrival(found[0]), departure(found[0]))
    return tuple(end for end in ends if end is not None and all(end in others for others in found))
