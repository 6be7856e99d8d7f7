"""The words of a document: inlines in paragraphs, paragraphs and tables in stories.

A story is flat, as in Word: paragraphs follow each other, and parts, articles and
points are an outline computed from roles and levels. Values come in normal form:
no empty text, equal neighbours joined, every cell and note ending in a paragraph
(`treatykit.model.normal` makes it).
"""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from enum import StrEnum

from treatykit.model.properties import (
    ORDINARY,
    PLAIN_CELL,
    PLAIN_ROW,
    PLAIN_TABLE,
    UNFORMATTED,
    CellProperties,
    Label,
    Properties,
    Role,
    RowProperties,
    RunFormat,
    TableProperties,
    TableRole,
)
from treatykit.model.revisions import Revisions
from treatykit.model.sources import Sources
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class _Node:
    """What every node of a story carries.

    Attributes:
        revisions: At most one arrival, then one departure, then reformattings.
        source: Where the node came from; no part of equality.
    """

    _: KW_ONLY
    revisions: Revisions = ()
    source: Sources = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text(_Node):
    """Words. A tab is the character; a line break is a `Break`."""

    value: str
    format: RunFormat = UNFORMATTED


@dataclass(frozen=True, slots=True)
class Slot(_Node):
    """A blank to fill, printed ``______``.

    Attributes:
        name: The parameter that fills it, ``transit-controls.hours``.
        prompt: The question that its value answers; no part of equality.
    """

    name: str
    format: RunFormat = UNFORMATTED
    prompt: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Reference(_Node):
    """A cross-reference that follows its target: a live field in Word, a link in PDF.

    Equality asks for the same target. For a foreign bookmark, whose name means
    nothing outside its file, it asks for the same printed text.

    Attributes:
        target: The key of a paragraph; None for a foreign bookmark.
        text: What is printed, ``Article 7, paragraph 2``.
        bookmark: For a foreign bookmark its name and how its number is printed; no part of equality.
    """

    target: str | None
    text: str
    format: RunFormat = UNFORMATTED
    _: KW_ONLY
    bookmark: str = field(default="", compare=False, repr=False)

    def _identity(self) -> tuple[object, ...]:
        printed = self.text if self.target is None else None
        return (self.target, printed, self.format, self.revisions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())


class NoteKind(StrEnum):
    """Where a note is printed."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class NoteReference(_Node):
    """The sign of a note, holding the note itself; its number is the writers' business.

    Attributes:
        blocks: The note's own story.
        symbol: A sign chosen by the author, ``*``, instead of a number.
    """

    blocks: Story
    kind: NoteKind = NoteKind.FOOTNOTE
    symbol: str | None = None


class BreakKind(StrEnum):
    """What a break ends."""

    LINE = "line"
    COLUMN = "column"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Break(_Node):
    """The end of a line, column or page within a paragraph."""

    kind: BreakKind = BreakKind.LINE


@dataclass(frozen=True, slots=True)
class Field(_Node):
    """A value that the program reading the file works out, such as the page number.

    Attributes:
        instruction: In Word's words, ``PAGE`` or ``NUMPAGES``, without switches that only format.
        text: The result last seen; no part of equality.
    """

    instruction: str
    text: str = field(default="", compare=False)
    format: RunFormat = UNFORMATTED


@dataclass(frozen=True, slots=True)
class Image(_Node):
    """A picture.

    Attributes:
        digest: The SHA-256 of its bytes, in hexadecimal.
        description: What it shows, for readers who cannot see it.
        width: In English Metric Units, 914,400 to the inch.
        height: In the same unit.
        drawing: The SHA-256 of how it is drawn otherwise: its crop, how words run around it, its frame. Empty if that
            is not known.
    """

    digest: str
    description: str = ""
    width: int = 0
    height: int = 0
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class OpaqueInline(_Node):
    """Something that treatykit keeps but does not read, such as an equation.

    Attributes:
        xml: Canonical XML, with relationship ids replaced by a hash of their target.
        description: What a person would call it, ``equation``; no part of equality.
    """

    xml: str
    description: str = field(default="", compare=False)


class Position(StrEnum):
    """What a party says of a bracketed text."""

    PROPOSES = "proposes"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    RESERVES = "reserves"


@dataclass(frozen=True, slots=True)
class Stance:
    """Who says what of one option of a bracket.

    Attributes:
        party: The code of a declared party.
    """

    party: str
    position: Position = Position.PROPOSES


@dataclass(frozen=True, slots=True)
class BracketOpen(_Node):
    """Text that is not agreed begins, with its first option."""

    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class BracketNext(_Node):
    """The next of the competing options of the innermost open bracket begins."""

    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class BracketClose(_Node):
    """The innermost open bracket ends."""


@dataclass(frozen=True, slots=True)
class DefinitionOpen(_Node):
    """The defining occurrence of a term begins."""


@dataclass(frozen=True, slots=True)
class DefinitionClose(_Node):
    """The defining occurrence of a term ends."""


Milestone = BracketOpen | BracketNext | BracketClose | DefinitionOpen | DefinitionClose
"""Points in the stream; they may span paragraphs and, in real texts, be unbalanced."""

Inline = Text | Slot | Reference | NoteReference | Break | Field | Image | OpaqueInline | Milestone


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The end of a paragraph: its properties and what was done to it.

    When a mark goes, the content before it runs into the next paragraph of the
    same container, whose properties then stand (Word's rule; ECMA-376, 17.13.5.15).

    Attributes:
        revisions: At most one arrival, then one departure, then reformattings; a
            changed label alone is a reformatting too.
        key: A stable name, ``transit-principles#ban``, where one is known. Like
            ``source`` it says where the words come from, so it is no part of equality.
    """

    properties: Properties = ORDINARY
    revisions: Revisions = ()
    key: str | None = field(default=None, compare=False)
    source: Sources = field(default=(), compare=False, repr=False)

    @property
    def original(self) -> Properties:
        """The properties before all reformattings: rejecting all goes back to them."""
        return next((each.before for each in self.revisions if isinstance(each.before, Properties)), self.properties)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inlines ended by a mark."""

    inlines: tuple[Inline, ...] = ()
    mark: Mark = Mark()

    @property
    def role(self) -> Role:
        """What the paragraph does in the treaty."""
        return self.mark.properties.role

    @property
    def level(self) -> int:
        """Its depth within the role."""
        return self.mark.properties.level

    @property
    def label(self) -> Label | None:
        """Its number, if it has one."""
        return self.mark.properties.label

    @property
    def key(self) -> str | None:
        """Its stable name, if one is known."""
        return self.mark.key


class VerticalMerge(StrEnum):
    """How a cell belongs to a cell that spans several rows (``w:vMerge``)."""

    START = "start"
    CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class Cell(_Node):
    """One cell of a row.

    Attributes:
        columns: How many columns of the grid it spans; shape, like ``merge``, and never tracked.
    """

    blocks: Story
    _: KW_ONLY
    columns: int = 1
    merge: VerticalMerge | None = None
    properties: CellProperties = PLAIN_CELL


@dataclass(frozen=True, slots=True)
class Row(_Node):
    """One row of a table."""

    cells: tuple[Cell, ...]
    _: KW_ONLY
    properties: RowProperties = PLAIN_ROW

    @property
    def header(self) -> bool:
        """It is repeated at the head of every page."""
        return self.properties.header


@dataclass(frozen=True, slots=True)
class Table(_Node):
    """Rows of cells of blocks.

    A table comes and goes with its rows, so that its own revisions are reformattings alone.
    """

    rows: tuple[Row, ...]
    _: KW_ONLY
    properties: TableProperties = PLAIN_TABLE

    @property
    def role(self) -> TableRole:
        """What the table does in the treaty."""
        return self.properties.role


@dataclass(frozen=True, slots=True)
class OpaqueBlock(_Node):
    """Something that stands between paragraphs and that treatykit keeps but does not read.

    Attributes:
        xml: Canonical XML, with relationship ids replaced by a hash of their target.
        description: What a person would call it; no part of equality.
    """

    xml: str
    description: str = field(default="", compare=False)


Block = Paragraph | Table | OpaqueBlock
Story = tuple[Block, ...]
"""What runs from top to bottom: a body, a header, a note, a cell."""
