"""A paragraph's source: its lines joined to one text in which every character keeps its place."""

from __future__ import annotations

from bisect import bisect_right

from treatykit.errors import Where
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """What the inline parser reads.

    Attributes:
        text: The pieces with one space between them.
        starts: Where in the text each piece begins, and its place in the file.
    """

    text: str
    starts: tuple[tuple[int, Where], ...]

    def where(self, offset: int) -> Where:
        """The place of a character in the file."""
        start, place = self.starts[bisect_right(self.starts, offset, key=lambda each: each[0]) - 1]
        return Where(place.name, place.line, (place.column or 1) + offset - start)

    def since(self, offset: int) -> Passage:
        """What follows; leading spaces do not."""
        text = self.text[offset:].lstrip(" ")
        cut = len(self.text) - len(text)
        later = tuple((start - cut, place) for start, place in self.starts if start > cut)
        return Passage(text, ((0, self.where(cut)), *later))


def join_pieces(pieces: list[tuple[str, Where]]) -> Passage:
    """Join the parts that a paragraph has on its lines."""
    starts = []
    offset = 0
    for text, where in pieces:
        starts.append((offset, where))
        offset += len(text) + 1
    return Passage(" ".join(text for text, _ in pieces), tuple(starts))
