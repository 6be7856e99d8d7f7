"""The syntax tree of the clause notation: what the words of a clause file say.

Values come in normal form, and `parse_body` makes no other: equal neighbours are joined
and nothing is empty; text holds no line end, no tab and no two spaces in a row; a
paragraph, an emphasis and a defined term neither begin nor end with a space, an option
does not begin with one; two brackets never touch (touching ones compete, and so are
options of one bracket); emphasis holds no emphasis and a defined term only words and slots.

What stands under a heading is *in* it: an article goes on to the next article or to a
bracket that holds one, a section to the next heading. Every node says where it was
written; that is no part of equality.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from enum import StrEnum
from typing import Final

from treatykit.errors import Where
from treatykit.markup.slots import Filter, Subject
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class _Node:
    """What every node carries.

    Attributes:
        where: The place of its first character.
    """

    _: KW_ONLY
    where: Where | None = field(default=None, compare=False, repr=False)


# --- Words ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text(_Node):
    """Words."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(_Node):
    """Words in italics, such as the participle that opens a recital."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Definition(_Node):
    """The defining occurrence of a term, printed between quotation marks that are not part of `inlines`."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Slot(_Node):
    """A value that the draft fills in."""

    subject: Subject
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference(_Node):
    """A cross-reference, printed with noun and number.

    Attributes:
        topic: The topic referred to; None for the one that the reference stands in.
        label: The labelled passage in it; None for the topic's article.
        instrument: The instrument of the package that has the topic; without a topic it is itself referred to.
            None for the instrument that the reference stands in.
    """

    topic: str | None = None
    label: str | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class FootnoteReference(_Node):
    """The sign of a footnote of the same alternative."""

    name: str


@dataclass(frozen=True, slots=True)
class Option(_Node):
    """What some parties propose to say.

    Attributes:
        parties: Their codes, in the order written; none where the bracket is a plain one. No party
            stands behind two options of a bracket.
        inlines: Nothing, where they propose to say nothing.
    """

    parties: tuple[str, ...]
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Bracket(_Node):
    """Words that are not agreed, in square brackets that compete when they touch."""

    options: tuple[Option, ...]


Inline = Text | Emphasis | Definition | Slot | Reference | FootnoteReference | Bracket
Inlines = tuple[Inline, ...]


# --- Conditions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OptionCondition(_Node):
    """Printed only when an option of the topic is on; negated, when it is off."""

    option: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TopicCondition(_Node):
    """Printed only when a topic is in the draft; negated, when it is not."""

    topic: str
    negated: bool = False


class Register(StrEnum):
    """How binding the words of a text sound."""

    TREATY = "treaty"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"


REGISTER: Final = "register:"
"""What the name of a register stands behind in a condition."""


@dataclass(frozen=True, slots=True)
class RegisterCondition(_Node):
    """Printed only in a text of this register; negated, in one of another."""

    register: Register
    negated: bool = False


Condition = OptionCondition | TopicCondition | RegisterCondition


# --- Blocks --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph(_Node):
    """A paragraph without a number.

    Attributes:
        label: The name by which references find it, unique in its alternative.
        conditions: All of them must hold for it to be printed.
    """

    inlines: Inlines
    label: str | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Item(_Node):
    """A numbered paragraph or point; its level is the number of items around it.

    Attributes:
        inlines: Its words, the chapeau of the list that `blocks` begins with.
        conditions: All of them must hold for it to be printed, with its blocks.
        blocks: What belongs to it: points, unnumbered paragraphs, a wrap-up, tables, notes.
    """

    inlines: Inlines
    label: str | None = None
    conditions: tuple[Condition, ...] = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class WrapUp(_Node):
    """The closing words of a list, which follow its last item and belong to its chapeau."""

    inlines: Inlines
    conditions: tuple[Condition, ...] = ()


class Alignment(StrEnum):
    """How a column of a table is set."""

    DEFAULT = "default"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table(_Node):
    """A table with one row of headings; every row has as many cells as there are alignments."""

    alignments: tuple[Alignment, ...]
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftingNote(_Node):
    """A remark to the drafters, never printed in a clean text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class BlockOption(_Node):
    """What some parties propose to say in whole paragraphs; without blocks, nothing.

    Attributes:
        parties: As in `Option`.
    """

    parties: tuple[str, ...]
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class BlockBracket(_Node):
    """Paragraphs that are not agreed."""

    options: tuple[BlockOption, ...]


@dataclass(frozen=True, slots=True)
class Article(_Node):
    """An article with its own title; in an annex topic, an annex.

    Attributes:
        conditions: All of them must hold for it to be printed, with its blocks.
    """

    title: Inlines
    label: str | None = None
    conditions: tuple[Condition, ...] = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Section(_Node):
    """A heading inside an annex, with what stands under it."""

    title: Inlines
    label: str | None = None
    conditions: tuple[Condition, ...] = ()
    blocks: Blocks = ()


Block = Article | Section | Paragraph | Item | WrapUp | Table | DraftingNote | BlockBracket
Blocks = tuple[Block, ...]


# --- The body ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Footnote(_Node):
    """A footnote of an alternative, printed where it is referred to."""

    name: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Alternative(_Node):
    """One whole wording of a topic.

    Attributes:
        blocks: At least one. What stands before the first `Article` belongs to an article
            that has the topic's title.
        footnotes: In the order written; each is referred to.
    """

    id: str
    blocks: Blocks
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Commentary(_Node):
    """Teaching text on the topic, never printed in a treaty."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Body(_Node):
    """The body of a clause file: its wordings in order of preference, then the commentary."""

    alternatives: tuple[Alternative, ...]
    commentary: Commentary | None = None

    def alternative(self, name: str) -> Alternative | None:
        """The wording of that id, if there is one."""
        return next((each for each in self.alternatives if each.id == name), None)


def ends_a_list(block: Block) -> bool:
    """Whether a line directly after the block can be the wrap-up of a list."""
    match block:
        case Item():
            return True
        case Article() | Section():
            return bool(block.blocks) and ends_a_list(block.blocks[-1])
        case BlockBracket():
            return any(option.blocks and ends_a_list(option.blocks[-1]) for option in block.options)
        case _:
            return False
