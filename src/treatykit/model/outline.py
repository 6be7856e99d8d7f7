"""The nesting of a story as a view: parts, articles, paragraphs and points with their places.

A wrong guess about structure must never lose words, so the story stays flat and the
outline is computed from roles and levels; where a file says neither, from the words
(`treatykit.model.headings`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.beginnings import TITLED_ROLES, texts
from treatykit.model.content import Block, Inline, Paragraph, Story, Table, Text
from treatykit.model.divisions import divisions_of
from treatykit.model.headings import Opening, Sequence, is_title, openings, opens_bracket_alone, title_words, words_of
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role, TableRole
from treatykit.records import dataclass

RANKS = {Role.PART: 10, Role.ANNEX: 10, Role.CHAPTER: 20, Role.SECTION: 30, Role.HEADING: 40, Role.ARTICLE: 50}
_ITEM_RANK = 60
_CITED = (Role.ANNEX, Role.ARTICLE, Role.ITEM)
_CLOSING_ROLES = (Role.TESTIMONIUM, Role.SIGNATURE)
_PLACE_NAMES = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Title",
    Role.PARTIES: "Preamble",
    Role.ENACTING: "Preamble",
    Role.TESTIMONIUM: "Testimonium",
    Role.SIGNATURE: "Signatures",
    Role.CONTENTS: "Contents",
}


class Division(NamedTuple):
    """A part, article, paragraph or point, with everything below it.

    Attributes:
        label: Its number as printed, ``Article 5``; empty for a heading without one.
        title: The words of its heading; empty for a numbered paragraph.
        title_at: The block that holds the title: the first one, or the one below it where the number
            stands on a line of its own.
        key: The stable name of its first paragraph.
        start: The block that opens it, counted in its story from 0.
        stop: The block after its last one.
    """

    role: Role
    level: int
    label: str
    title: str
    key: str | None
    start: int
    title_at: int
    stop: int
    children: tuple[Division, ...] = ()


_START = attrgetter("start")


@dataclass(frozen=True)  # without slots, which leave no room for what is counted when somebody asks for it
class Outline:
    """The divisions of a story, and where in them a block stands.

    Attributes:
        begun: The blocks with which another text begins.
        within: The innermost division around each block that its place names.
    """

    story: Story
    divisions: tuple[Division, ...]
    begun: frozenset[int]
    within: tuple[_Open | None, ...]

    def path(self, index: int) -> tuple[Division, ...]:
        """The divisions around a block, the widest first."""
        found: list[Division] = []
        level = self.divisions
        while level:
            at = bisect_right(level, index, key=_START) - 1
            if at < 0 or index >= level[at].stop:
                break
            found.append(level[at])
            level = level[at].children
        return tuple(found)

    def address(self, index: int) -> str:
        """Where a block stands, in a lawyer's words: ``Article 5, paragraph 2 (b)``.

        A line that only opens a bracket stands where what it opens on stands.
        """
        while _opens_bracket_alone(self.story[index]) and index + 1 < len(self.story):
            index += 1
        role = _role(self.story[index])
        if role is Role.RECITAL:
            return f"Preamble, recital {self.ordinals[index]}"
        path = self.path(index)
        if role in ANNOTATIONS:
            place = cited_place(tuple(division for division in path if division.role is not Role.ITEM))
            return f"Annotation to {place}" if place else "Annotation"
        place = self._place(path)
        if not place:
            return _PLACE_NAMES.get(role) or f"Opening, paragraph {self.ordinals[index]}"
        if path[-1].role is Role.ITEM:
            return place
        position, count = self.unnumbered.get(index, (1, 1))
        return f"{place}, unnumbered paragraph {position}" if count > 1 else place

    def _place(self, path: tuple[Division, ...]) -> str:
        """How a path is cited, with the headings that tell two numbers apart: ``Annex I, “Seals”, paragraph 2``."""
        again = (depth for depth, division in enumerate(path) if division.start in self.again)
        at = next(again, 0) if self.again else 0
        if not at:
            return cited_place(path)
        around = path[:at]
        while around and around[-1].role is Role.HEADING and not around[-1].label:
            around = around[:-1]
        headings = [f"“{heading.title}”" for heading in path[len(around) : at] if heading.title]
        if not headings:
            return cited_place(path)
        numbers = "".join(words + number for words, number, _ in cited_parts(path[at:], around))
        return ", ".join(part for part in (cited_place(around), *headings, numbers) if part)

    def is_that_of(self, story: Story) -> bool:
        """Whether another story has the same divisions, and so the places of its blocks.

        Args:
            story: One of which each block opens the same as in the story of this outline.
        """
        if self.begun:  # which other words decide
            return False
        pairs = zip(self.story, story, self.within, strict=True)
        return all(_differs_little(*pair, index) for index, pair in enumerate(pairs))

    @cached_property
    def ordinals(self) -> tuple[int, ...]:
        """For each block, how many of its role stand at or before it in its text."""
        roles: Counter[Role] = Counter()
        found: list[int] = []
        for index, block in enumerate(self.story):
            if index in self.begun:
                roles.clear()
            role = _role(block)
            roles[role] += 1
            found.append(roles[role])
        return tuple(found)

    @cached_property
    def unnumbered(self) -> Mapping[int, tuple[int, int]]:
        """For each plain paragraph right within an article or the like, which of how many it is there."""
        plain: dict[int, list[int]] = defaultdict(list)
        for index, (block, inner) in enumerate(zip(self.story, self.within, strict=True)):
            if inner is None or inner.opening.role is Role.ITEM or index in (inner.start, inner.title_at):
                continue
            if isinstance(block, Paragraph) and block.role is Role.BODY and not _opens_bracket_alone(block):
                plain[inner.start].append(index)
        return {
            index: (place, len(indexes)) for indexes in plain.values() for place, index in enumerate(indexes, start=1)
        }

    @cached_property
    def again(self) -> frozenset[int]:
        """Where numbered paragraphs begin whose number comes again in the same division, as under another heading."""
        return frozenset(_again(self.divisions))

    def walk(self) -> Iterator[Division]:
        """All divisions in reading order."""
        stack = list(reversed(self.divisions))
        while stack:
            division = stack.pop()
            yield division
            stack.extend(reversed(division.children))


@dataclass(slots=True)
class _Open:
    """A division that is still open, with what was closed within it."""

    rank: int
    opening: Opening
    title: str
    key: str | None
    start: int
    title_at: int
    children: list[Division] = field(default_factory=list)

    def closed(self, stop: int) -> Division:
        role, level, label = self.opening.role, self.opening.level, self.opening.label
        return Division(role, level, label, self.title, self.key, self.start, self.title_at, stop, tuple(self.children))


def outline(story: Story, opened: tuple[Opening | None, ...] | None = None) -> Outline:
    """The outline of a story; its top-level paragraphs open divisions, tables never do.

    Args:
        story: A body.
        opened: What each of its blocks opens, where that is known.
    """
    opened = openings(story) if opened is None else opened
    pending: list[_Open] = []
    done: list[Division] = []
    begun = texts(story, opened)
    within: list[_Open | None] = []

    def close(rank: int, stop: int) -> None:
        while pending and pending[-1].rank >= rank:
            closed = pending.pop().closed(stop)
            (pending[-1].children if pending else done).append(closed)

    for index, (block, opening) in enumerate(zip(story, opened, strict=True)):
        role = _role(block)
        if role in _CLOSING_ROLES or index in begun:
            close(0, index)
        if isinstance(block, Paragraph):
            if role is Role.WRAP_UP:
                close(_ITEM_RANK + block.level + 1, index)
            if (opening is None or opening.role is Role.HEADING) and _is_title_of(pending, index, opening, story):
                pending[-1].title, pending[-1].title_at = words_of(block), index
            elif opening is not None:
                rank = _rank(opening)
                close(rank, index)
                pending.append(_Open(rank, opening, _title(block, opening), block.key, index, index))
        within.append(_named(pending))
    close(0, len(story))
    return Outline(story, tuple(done), begun, tuple(within))


def _named(pending: list[_Open]) -> _Open | None:
    """The innermost open division that a place names: a heading without a number only where nothing around has one."""
    if pending and pending[-1].opening.label:
        return pending[-1]
    if not any(division.opening.label for division in pending):
        return pending[-1] if pending else None
    inner = (each for each in reversed(pending) if each.opening.label or each.opening.role is not Role.HEADING)
    return next(inner)


def _again(divisions: tuple[Division, ...]) -> Iterator[int]:
    """Where the numbered paragraphs begin whose number comes again in the same division."""
    inner = tuple(_past_headings(divisions))
    labels = [division.label for division in inner if division.role is Role.ITEM and division.label]
    numbers = Counter(labels) if len(set(labels)) < len(labels) else {}
    for division in inner:
        if division.role is not Role.ITEM:
            yield from _again(division.children)
        elif numbers and numbers[division.label] > 1 and division.label:
            yield division.start


def _past_headings(divisions: tuple[Division, ...]) -> Iterator[Division]:
    """The divisions, those under a heading without a number as if it was not there."""
    for division in divisions:
        if division.role is Role.HEADING and not division.label:
            yield from _past_headings(division.children)
        else:
            yield division


def cited_place(path: tuple[Division, ...]) -> str:
    """How a lawyer cites the innermost of these divisions, ``Annex I, paragraph 2 (b)``."""
    return "".join(words + number for words, number, _ in cited_parts(path)) or next(
        (division.title for division in reversed(path) if division.title), ""
    )


def cited_parts(path: tuple[Division, ...], around: tuple[Division, ...] = ()) -> tuple[tuple[str, str, Division], ...]:
    """The parts of a citation: the words before each number, the number, and what it numbers.

    Parts, chapters and sections are not cited when an article within them is, since
    articles are numbered through; an annex is. A point with a number and no bracket is called one, ``paragraph 2,
    point 1``, or it would be read into the number before it; ``2.1`` says that number itself.

    Args:
        around: What the path lies in, where that is not cited.
    """
    numbered = [division for division in path if division.label]
    cited = [division for division in numbered if division.role in _CITED]
    if not cited or (cited[0].role is Role.ITEM and all(division.role is Role.ITEM for division in cited)):
        cited = [*[division for division in numbered if division.role is not Role.ITEM][-1:], *cited]
    articles = [each.label for each in (*around, *path) if each.role is Role.ARTICLE]
    within = divisions_of(articles[-1] if articles else "").within
    parts: list[tuple[str, str, Division]] = []
    for division in cited:
        comma = ", " if parts else ""
        if division.role is not Role.ITEM:
            parts.append((comma, division.label, division))
            continue
        number = cited_number(division.label)
        if not (parts and parts[-1][2].role is Role.ITEM):
            noun = within if division.level == 1 else "subparagraph"
            parts.append((f"{comma}{noun} ", number, division))
        elif number.startswith(f"{parts[-1][1]}."):
            parts[-1] = (parts[-1][0], number, division)
        else:
            parts.append((f"{comma}point " if number[:1].isdecimal() else " ", number, division))
    return tuple(parts)


def cited_number(label: str) -> str:
    """A number as it is cited, without the punctuation that only ends it: ``2.`` is ``2``, but ``a)`` no word."""
    number = label.rstrip(".")
    bare = number.rstrip(")")
    return bare if bare.isdecimal() else number


def _opens_bracket_alone(block: Block) -> bool:
    return isinstance(block, Paragraph) and _begins_with_bracket(block.inlines) and opens_bracket_alone(words_of(block))


def _begins_with_bracket(inlines: tuple[Inline, ...]) -> bool:
    """Whether the first word of a paragraph may begin with a bracket."""
    first = inlines[0] if inlines else None
    words = first.value.lstrip() if isinstance(first, Text) else ""
    return first is not None and (not words or words[0] in "[]")


def _role(block: Block) -> Role:
    if isinstance(block, Paragraph):
        return block.mark.properties.role
    return Role.SIGNATURE if isinstance(block, Table) and block.role is TableRole.SIGNATURES else Role.BODY


def _rank(opening: Opening) -> int:
    return _ITEM_RANK + opening.level if opening.role is Role.ITEM else RANKS[opening.role] + opening.level % 10


def _is_title_of(pending: list[_Open], index: int, opening: Opening | None, story: Story) -> bool:
    """Whether a line or heading is the title of the division whose number alone stands in the block above it."""
    block = story[index]
    if not isinstance(block, Paragraph) or not pending or pending[-1].start != index - 1 or pending[-1].title:
        return False
    if pending[-1].opening.role not in TITLED_ROLES or block.label or not words_of(block):
        return False
    if opening is not None:
        return True
    return block.role is Role.BODY and is_title(words_of(block)) and _goes_on(story, index + 1)


def _goes_on(story: Story, index: int) -> bool:
    """Whether the text goes on below a line, so that the line can be a title."""
    if index == len(story) or _role(story[index]) in _CLOSING_ROLES:
        return False
    block = story[index]
    opening = Sequence().read(block) if isinstance(block, Paragraph) else None
    return opening is None or opening.role is Role.ITEM


def _differs_little(block: Block, other: Block, inner: _Open | None, index: int) -> bool:
    """Whether two blocks that open the same are the same to an outline, which does not hold the words of items."""
    if block is other:
        return True
    if not (isinstance(block, Paragraph) and isinstance(other, Paragraph)):
        return block == other
    is_item = inner is not None and inner.start == index and inner.opening.role is Role.ITEM
    same = block.role is other.role if is_item else block == other
    return same and block.key == other.key


def _title(paragraph: Paragraph, opening: Opening) -> str:
    """The words of a heading after its number; a numbered paragraph has no title."""
    if opening.role is Role.ITEM:
        return ""
    return title_words(" ".join(inlines_text(paragraph.inlines)[opening.length :].split()))
