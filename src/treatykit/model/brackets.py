"""The tree of brackets as a view: nesting, competing options, depth, and what does not balance.

Real texts open brackets that they never close; the stream keeps what is there, and this
view says where each bracket begins and ends and what a repair would do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Inline,
    Milestone,
    Paragraph,
    Stance,
    Story,
    Text,
)
from treatykit.model.plain import NO_TEXT
from treatykit.records import dataclass


def says_nothing(inlines: Iterable[Inline]) -> bool:
    """Whether inlines are nothing but brackets, and the words of an option that proposes to say nothing."""
    return all(isinstance(each, Milestone) or (isinstance(each, Text) and each.value == NO_TEXT) for each in inlines)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A point in a story: before the inline `inline` of the block `block`, both counted from 0."""

    block: int
    inline: int


@dataclass(frozen=True, slots=True)
class Option:
    """One of the competing texts of a bracket.

    Attributes:
        start: The milestone that opens it; its words follow.
        stop: The milestone that ends it.
        stances: Who says what of it.
        brackets: Those within it.
    """

    start: Spot
    stop: Spot
    stances: tuple[Stance, ...]
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True, slots=True)
class Bracket:
    """Text that is not agreed: one option, or several that compete.

    Attributes:
        depth: 1 for an outermost bracket.
        closed: Whether the text closes it; if not, it is taken to run to the end of the story.
    """

    options: tuple[Option, ...]
    depth: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class BracketTree:
    """The brackets of a story.

    Attributes:
        brackets: The outermost ones, in reading order.
        stray: Milestones outside any bracket: a close or a next option that nothing opened.
    """

    brackets: tuple[Bracket, ...]
    stray: tuple[Spot, ...]

    @property
    def balanced(self) -> bool:
        """Every bracket is closed and nothing is closed that was not open."""
        return not self.stray and all(bracket.closed for bracket in self.walk())

    def walk(self) -> Iterator[Bracket]:
        """All brackets, each before those within it."""
        stack = list(reversed(self.brackets))
        while stack:
            bracket = stack.pop()
            yield bracket
            stack.extend(inner for option in reversed(bracket.options) for inner in reversed(option.brackets))


@dataclass(slots=True)
class _Open:
    """A bracket that has not been closed so far."""

    start: Spot
    stances: tuple[Stance, ...]
    options: list[Option] = field(default_factory=list)
    inner: list[Bracket] = field(default_factory=list)

    def end_option(self, stop: Spot) -> None:
        self.options.append(Option(self.start, stop, self.stances, tuple(self.inner)))
        self.inner = []


def bracket_tree(story: Story) -> BracketTree:
    """The brackets of the top-level paragraphs of a story."""
    outermost: list[Bracket] = []
    stray: list[Spot] = []
    pending: list[_Open] = []

    def close(stop: Spot, *, closed: bool) -> None:
        bracket = pending.pop()
        bracket.end_option(stop)
        done = Bracket(tuple(bracket.options), depth=len(pending) + 1, closed=closed)
        (pending[-1].inner if pending else outermost).append(done)

    for spot, milestone in _milestones(story):
        match milestone:
            case BracketOpen(stances):
                pending.append(_Open(spot, stances))
            case BracketNext(stances) if pending:
                pending[-1].end_option(spot)
                pending[-1].start, pending[-1].stances = spot, stances
            case BracketClose() if pending:
                close(spot, closed=True)
            case _:
                stray.append(spot)
    while pending:
        close(Spot(len(story), 0), closed=False)
    return BracketTree(tuple(outermost), tuple(stray))


def _milestones(story: Story) -> Iterator[tuple[Spot, BracketOpen | BracketNext | BracketClose]]:
    for block_index, block in enumerate(story):
        if isinstance(block, Paragraph):
            for inline_index, inline in enumerate(block.inlines):
                if isinstance(inline, BracketOpen | BracketNext | BracketClose):
                    yield Spot(block_index, inline_index), inline
