"""What a Word file says on one side of its tracked changes, and how that may depart from another file."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from itertools import zip_longest
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.counters import Counters
from treatykit.ooxml.numbering import Numbering
from treatykit.ooxml.table_conditions import TableStyle
from treatykit.records import dataclass

NEW: Final = 1
"""What is read when all is accepted."""

OLD: Final = 2
"""What is read when all is rejected."""

BOTH: Final = NEW | OLD

UNSAID: Final = 0
"""The look that says nothing."""


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
    CONTROLS = "content controls"
    PAGES = "page set-up"


LISTED: Final = (
    Aspect.TEXT, Aspect.FORMATTING, Aspect.NUMBERS, Aspect.NOTES, Aspect.RUNNING, Aspect.TABLES, Aspect.OBJECTS,
    Aspect.LINKS, Aspect.FIELDS, Aspect.CONTROLS, Aspect.PAGES, Aspect.COMMENTS,
)  # fmt: skip
"""The order in which they are told."""

BINDING: Final = frozenset({Aspect.TEXT, Aspect.NOTES, Aspect.RUNNING, Aspect.TABLES, Aspect.OBJECTS, Aspect.COMMENTS})
"""What must hold, or the redline is not what it says it is."""

UNTRACKED: Final = frozenset({Aspect.LINKS, Aspect.FIELDS, Aspect.CONTROLS, Aspect.PAGES, Aspect.NUMBERS})
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


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a `w:pPr` says; equal for equal styles and equal other properties.

    Attributes:
        look: A number of `Looks`, without style and list.
        style: The id of its style.
        place: `w:numId` and level.
        properties: Itself, without the part that it stands in.
        section: The break that it holds.
    """

    style_name: str | None
    look: int
    style: str | None = field(compare=False)
    place: tuple[int, int] | None = field(compare=False)
    properties: etree._Element | None = field(compare=False)
    section: etree._Element | None = field(compare=False)


class Par(NamedTuple):
    """A paragraph on one side, without its number, which follows from those before it.

    Attributes:
        content: Words and signs in order, equal neighbours joined: kind, value, look, what is inside.
    """

    look: ParagraphLook
    content: tuple[Part, ...]
    links: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def is_words(self) -> bool:
        """It is nothing but words, whatever is said elsewhere in the file."""
        return not self.links and not self.fields and all(part.kind in WORDS for part in self.content)


class Part(NamedTuple):
    """A stretch of words of one look, or one sign."""

    kind: str
    value: str
    look: int
    inside: Story | None = None


@dataclass(slots=True)
class Edge:
    """The beginning or the end of a table, a row or a cell; or a block that is kept unread.

    Attributes:
        shape: What cannot be tracked: how a cell spans and merges, what an unread block holds.
        look: The other properties.
        table: Where a cell begins, the style of its table and the conditions that hold in it.
    """

    kind: str
    shape: str = ""
    look: int = 0
    table: TableStyle | None = field(default=None, compare=False)


Entry = Par | Edge


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """What a body, a note, a box or a header says on one side; it counts its paragraphs for itself.

    Attributes:
        numbering: The lists of the file.
    """

    entries: tuple[Entry, ...]
    numbering: Numbering

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and self.entries == other.entries and not self.renumbered(other)

    def __hash__(self) -> int:
        return hash(len(self.entries))

    @property
    def says_anything(self) -> bool:
        """Whether there is more than empty paragraphs."""
        return any(isinstance(entry, Edge) or entry.content for entry in self.entries)

    @property
    def paragraphs(self) -> Iterator[Par]:
        """The paragraphs in order."""
        return (entry for entry in self.entries if isinstance(entry, Par))

    @property
    def unread(self) -> dict[int, Entry]:
        """The blocks that are kept as they are written, by their places."""
        return {at: one for at, one in enumerate(self.entries) if isinstance(one, Edge) and one.kind == "unread"}

    def renumbered(self, other: Story) -> Collection[int]:
        """The places of entries that have other numbers than those of another story."""
        if self._counts_like(other):
            return ()
        numbers = zip_longest(self.numbers(), other.numbers())
        return {at for at, (mine, theirs) in enumerate(numbers) if mine != theirs}

    def _counts_like(self, other: Story) -> bool:
        """Whether the same lists are counted on in the same order: what `numbers` prints is the same then."""
        mine, theirs = ([one.look.place for one in each.paragraphs if one.look.place] for each in (self, other))
        lists, their_lists = self.numbering.lists, other.numbering.lists
        return mine == theirs and all(lists.get(used) == their_lists.get(used) for used in {used for used, _ in mine})

    def numbers(self) -> list[str | None]:
        """The number of each entry."""
        counters = Counters(self.numbering)
        places = (None if isinstance(entry, Edge) else entry.look.place for entry in self.entries)
        return [None if place is None else counters.label(*place) for place in places]

    def without(self, left_out: Container[int]) -> Story:
        """The story without what stands at some places."""
        return Story(tuple(one for at, one in enumerate(self.entries) if at not in left_out), self.numbering)


@dataclass(slots=True)
class Sides:
    """A story on both sides, the new one first."""

    new: Story
    old: Story

    def of(self, side: int) -> Story:
        """One of them."""
        return self.new if side == NEW else self.old


@dataclass(slots=True)
class Section:
    """What a section says of its pages, and what stands at their head and foot.

    Attributes:
        running: Headers and footers, under their place and pages, as far as they say anything.
    """

    pages: str
    running: dict[tuple[str, str], Story]


@dataclass(slots=True)
class Said:
    """A whole file on one side.

    Attributes:
        comments: The ids of the comments whose signs stand in it.
        met: What there is in it to be compared.
    """

    body: Story
    sections: tuple[Section, ...]
    comments: tuple[str, ...]
    met: frozenset[Aspect]


def words(content: Iterable[Part]) -> str:
    """The words of a paragraph."""
    return "".join(part.value for part in content if part.kind in WORDS)


def run_together(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring words of one look joined."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else part
        if last is not part and part.look == last.look and part.kind == last.kind and part.kind in WORDS:
            joined[-1] = Part(part.kind, last.value + part.value, part.look)
        else:
            joined.append(part)
    return tuple(joined)
