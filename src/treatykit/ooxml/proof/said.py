"""What a Word file says on one side of its tracked changes, and how that may depart from another file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

NEW: Final = 1
"""What is read when all is accepted."""

OLD: Final = 2
"""What is read when all is rejected."""

BOTH: Final = NEW | OLD


WORDS: Final = ("", "ref")
"""The kinds of parts that are words: plain ones, and the results of cross-references."""


class Aspect(StrEnum):
    """What is compared of two files."""

    TEXT = "text"
    NOTES = "notes"
    RUNNING = "headers and footers"
    TABLES = "tables"
    OBJECTS = "objects"
    COMMENTS = "comments"
    FORMATTING = "formatting"
    NUMBERS = "numbers"
    LINKS = "links"
    FIELDS = "fields"
    PAGES = "page set-up"


LISTED: Final = (
    Aspect.TEXT, Aspect.FORMATTING, Aspect.NUMBERS, Aspect.NOTES, Aspect.RUNNING, Aspect.TABLES, Aspect.OBJECTS,
    Aspect.LINKS, Aspect.FIELDS, Aspect.PAGES, Aspect.COMMENTS,
)  # fmt: skip
"""The order in which they are told."""

BINDING: Final = frozenset({Aspect.TEXT, Aspect.NOTES, Aspect.RUNNING, Aspect.TABLES, Aspect.OBJECTS, Aspect.COMMENTS})
"""What must hold, or the redline is not what it says it is."""

UNTRACKED: Final = frozenset({Aspect.LINKS, Aspect.FIELDS, Aspect.PAGES, Aspect.NUMBERS})
"""What nothing in WordprocessingML can track: rejected, it may stay as the new file has it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a redline does not say what it should.

    Attributes:
        side: `NEW` or `OLD`.
        place: How the paragraph there begins.
        untracked: Word has no way to say it, so nobody could have marked it.
    """

    side: int
    aspect: Aspect
    place: str
    untracked: bool = False

    @property
    def is_binding(self) -> bool:
        """Whether such a redline must not be handed over."""
        return self.aspect in BINDING and not self.untracked


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a proof.

    Attributes:
        compared: What there was to compare.
        departures: Where the redline does not say what it should; nothing where it is proved.
    """

    compared: tuple[Aspect, ...]
    departures: tuple[Departure, ...]

    @property
    def proved(self) -> tuple[Aspect, ...]:
        """What holds, all changes accepted and all rejected."""
        broken = {departure.aspect for departure in self.departures}
        return tuple(aspect for aspect in self.compared if aspect not in broken)


class Piece(NamedTuple):
    """Something in a paragraph, with the side or sides that it is read on.

    Attributes:
        kind: Empty for words, `ref` for the result of a cross-reference, `object`, `note` or `box`.
        value: The words; canonical XML; the kind and id of a note.
        look: Of the run that it stands in, as it is; a number of `Looks`.
        old_look: As it was.
        inside: What a box says.
    """

    sides: int
    kind: str
    value: str
    look: int = 0
    old_look: int = 0
    inside: Sides | None = None


class Place(NamedTuple):
    """Where a paragraph stands: the how-manyth `w:p` of which part, from 0."""

    part: str
    at: int


@dataclass(slots=True)
class Par:
    """A paragraph on one side.

    Attributes:
        place: Where it stands in its file; None for one that the file leaves out.
        style: The id of its style.
        looks: The name of its style and its other properties, as a number of `Looks`.
        content: Words and signs in order, equal neighbours joined: kind, value, look, what is inside.
    """

    place: Place | None = field(compare=False)
    style: str | None = field(compare=False)
    style_name: str | None
    look: int
    number: str | None
    content: tuple[Part, ...]
    links: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


class Part(NamedTuple):
    """A stretch of words of one look, or one sign."""

    kind: str
    value: str
    look: int
    inside: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Edge:
    """The beginning or the end of a table, a row or a cell; or a block that is kept unread.

    Attributes:
        shape: What cannot be tracked: how a cell spans and merges, what an unread block holds.
        look: The other properties.
    """

    kind: str
    shape: str = ""
    look: int = 0


Entry = Par | Edge


@dataclass(slots=True)
class Sides:
    """A story on both sides, the new one first."""

    new: tuple[Entry, ...]
    old: tuple[Entry, ...]

    def of(self, side: int) -> tuple[Entry, ...]:
        """One of them."""
        return self.new if side == NEW else self.old


@dataclass(slots=True)
class Section:
    """What a section says of its pages, and what stands at their head and foot.

    Attributes:
        running: Headers and footers, under their place and pages, as far as they say anything.
    """

    pages: str
    running: dict[tuple[str, str], tuple[Entry, ...]]


@dataclass(slots=True)
class Said:
    """A whole file on one side.

    Attributes:
        comments: The ids of the comments whose signs stand in it.
        met: What there is in it to be compared.
    """

    body: tuple[Entry, ...]
    sections: tuple[Section, ...]
    comments: tuple[str, ...]
    met: frozenset[Aspect]


def words(content: Iterable[Part]) -> str:
    """The words of a paragraph."""
    return "".join(part.value for part in content if part.kind in WORDS)


def says_anything(entries: Iterable[Entry]) -> bool:
    """Whether there is more than empty paragraphs."""
    return any(isinstance(entry, Edge) or entry.content for entry in entries)


def paragraphs(entries: Iterable[Entry]) -> Iterator[Par]:
    """The paragraphs of a story."""
    return (entry for entry in entries if isinstance(entry, Par))
