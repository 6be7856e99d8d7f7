"""Decide which definitions a character style can say, and which need bookmarks (docs/analysis/round-trip.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline, Mark, Paragraph, Story, Text
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.records import dataclass

_End = Callable[[Revisions], Revision | None]
_Place = tuple[int, int]  # block and inline


@dataclass(frozen=True, slots=True)
class Terms:
    """The defined terms of one paragraph.

    Attributes:
        styled: The inlines that are printed as a defined term.
        was_styled: The same in the text before the changes.
        bookmarked: Their openings and closings need bookmarks.
        cause: What made a defined term of words that were there before, or no longer one.
    """

    styled: frozenset[int] = frozenset()
    was_styled: frozenset[int] = frozenset()
    bookmarked: bool = False
    cause: Revision | None = None


def terms_of(story: Story) -> tuple[Terms, ...]:
    """The terms of each block of a story: the style says all of a paragraph, or bookmarks do if it cannot say one."""
    now, before = set(_defined(story, departure)), set(_defined(story, arrival))
    found = []
    for at, block in enumerate(story):
        if not isinstance(block, Paragraph):
            found.append(Terms())
            continue
        inlines = block.inlines
        styled = {index for index in range(len(inlines)) if (at, index) in now}
        was_styled = {index for index in range(len(inlines)) if (at, index) in before}
        edges = (inline.revisions for inline in inlines if isinstance(inline, DefinitionOpen | DefinitionClose))
        joints = (mark.revisions for mark in _marks(story[: at + 1]))
        found.append(
            Terms(
                # Words of one of the texts look as they do there.
                frozenset(styled | {index for index in was_styled if departure(inlines[index].revisions)}),
                frozenset(was_styled | {index for index in styled if arrival(inlines[index].revisions)}),
                bookmarked=_needs_bookmarks(inlines),
                cause=next((revision for done in chain(edges, joints) for revision in done), None),
            )
        )
    return tuple(found)


def _defined(story: Story, gone: _End) -> Iterator[_Place]:
    """The words within definitions that begin and end in one paragraph, in one of the two texts."""
    pending: list[_Place] | None = None
    for at, block in enumerate(story):
        if not isinstance(block, Paragraph):
            pending = None
            continue
        for index, inline in enumerate(block.inlines):
            if gone(inline.revisions) is not None:
                continue
            if isinstance(inline, DefinitionOpen):
                pending = []
            elif isinstance(inline, DefinitionClose):
                yield from pending or ()
                pending = None
            elif isinstance(inline, Text) and pending is not None:
                pending.append((at, index))
        if gone(block.mark.revisions) is None:
            pending = None


def _marks(story: Story) -> Iterator[Mark]:
    """The marks of a story, the last first."""
    return (block.mark for block in reversed(story) if isinstance(block, Paragraph))


def _needs_bookmarks(inlines: tuple[Inline, ...]) -> bool:
    opening: int | None = None
    closed_at = -1
    for at, inline in enumerate(inlines):
        match inline:
            case DefinitionOpen():
                if opening is not None or closed_at == at - 1:
                    return True
                opening = at
            case DefinitionClose():
                if opening is None or not _sayable(inlines[opening : at + 1]):
                    return True
                opening, closed_at = None, at
            case _:
                pass
    return opening is not None


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
