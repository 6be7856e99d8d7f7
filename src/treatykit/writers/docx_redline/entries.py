"""What a paragraph of a redline is put together from, and what that says of the places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from treatykit.model.content import Inline, Mark, Table
from treatykit.model.revisions import Revisions
from treatykit.ooxml.cutting import Stretch
from treatykit.records import dataclass

Token = Inline | Mark | Table
"""What a paragraph is put together from: inlines, marks that end paragraphs of their own, and tables that went."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An inline that stands in the paragraph, at these places."""

    inline: Inline
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def stop(self) -> int:
        return self.spans[-1][1]


Entry = Kept | Token
"""A token, with its places where it stands in the paragraph."""


@dataclass(frozen=True, slots=True)
class Told:
    """What inlines say of the places of a paragraph, one behind the other.

    Attributes:
        spans: The places, in order, each with what was done to it.
        starts: Where they begin.
    """

    spans: tuple[tuple[int, int, Revisions], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, kept: Sequence[Kept]) -> Told:
        """What these inlines say."""
        spans = sorted(
            ((start, stop, entry.inline.revisions) for entry in kept for start, stop in entry.spans),
            key=itemgetter(0, 1),
        )
        return cls(tuple(spans), tuple(start for start, _, _ in spans))

    def about(self, piece: Stretch) -> Revisions | None:
        """The revisions of the inline that a piece belongs to; None for what no inline speaks of."""
        at = bisect_right(self.starts, piece.start) - 1
        if at >= 0:
            _, stop, revisions = self.spans[at]
            if piece.stop <= stop:
                return revisions
            if piece.start < stop:
                return ()  # part of an inline that nothing was done to
        # A piece that begins before an inline and goes on into it.
        return () if at + 1 < len(self.spans) and self.starts[at + 1] < piece.stop else None
