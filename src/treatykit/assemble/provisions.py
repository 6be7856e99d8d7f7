"""The numbered provisions of a text, each with what it belongs to, and which of two texts are the same provision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile
from typing import Final

from treatykit.model.brackets import says_nothing
from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Inline, Milestone, Paragraph, Story
from treatykit.model.counts import Count, read_count
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.records import dataclass

_WIDER: Final[Mapping[Role, tuple[Role, ...]]] = {
    Role.PART: (),
    Role.ANNEX: (),
    Role.CHAPTER: (Role.PART, Role.ANNEX),
    Role.SECTION: (Role.PART, Role.CHAPTER, Role.ANNEX),
    Role.ARTICLE: (Role.ANNEX,),
    Role.HEADING: (Role.ARTICLE, Role.ANNEX),
}
"""Within which the numbers of each begin afresh: articles are numbered through all parts."""

_TOLD_APART: Final = re.compile(r"-\d+$")
_SAME_NAME: Final = 3.0  # what two provisions of one name are worth, above any likeness of words
_LIKE: Final = 0.5  # least likeness of the words of two provisions without a name


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph with a number, or one that stands alone in its article and needs none.

    Attributes:
        at: The block of the body.
        parent: The block of the provision that it belongs to; -1 for none.
        options: The options of brackets around it, each as the bracket and which of its options.
        count: Its number, if it has one that a scheme prints.
    """

    at: int
    parent: int
    role: Role
    level: int
    key: str | None
    words: str
    options: tuple[tuple[int, int], ...]
    count: Count | None

    def competes(self, other: Provision) -> bool:
        """Whether no text can have both: they stand in different options of one bracket."""
        mine, others = dict(self.options), dict(other.options)
        return any(others.get(bracket, option) != option for bracket, option in mine.items())

    @property
    def name(self) -> str:
        """Its key in the wording that it belongs to, which may have been told apart from that of a competing one."""
        key = self.key or ""
        return _TOLD_APART.sub("", key) if self.options else key

    @property
    def kind(self) -> tuple[Role, int]:
        """What is counted together: an only paragraph is counted with the numbered ones."""
        return (Role.ITEM if self.role is Role.BODY else self.role), self.level


Siblings = dict[tuple[int, tuple[Role, int]], list[Provision]]
"""The provisions that are counted in one row, by what they belong to and their kind."""


def siblings(body: Story) -> Siblings:
    """The provisions of a body, row by row, the wider rows first."""
    found: Siblings = defaultdict(list)
    for each in _provisions(body):
        found[each.parent, each.kind].append(each)
    return dict(found)


def paired(old: Siblings, new: Siblings) -> dict[int, Provision]:
    """The provisions of the new text that the old one had, each by its block, with what it was there.

    Only what stands in the same order in the same provision is the same; competing options may share one.
    """
    pairs: dict[int, Provision] = {-1: Provision(-1, -1, Role.BODY, 0, None, "", (), None)}
    for (parent, kind), row in new.items():
        if parent not in pairs or (pairs[parent].at, kind) not in old:
            continue
        done: list[tuple[Provision, Provision]] = []
        for was, now in _alike(_by_options(old[pairs[parent].at, kind]), _by_options(row)):
            if all(now.competes(other) or _in_order(was, now, it, other) for it, other in done):
                done.append((was, now))
        pairs |= {now.at: was for was, now in done}
    del pairs[-1]
    return pairs


_Groups = dict[tuple[tuple[int, int], ...], list[Provision]]
"""The provisions of a row by the options that they stand in; what is agreed comes first."""


def _by_options(row: Sequence[Provision]) -> _Groups:
    groups: _Groups = {(): []}
    for each in row:
        groups.setdefault(each.options, []).append(each)
    return groups


def _alike(old: _Groups, new: _Groups) -> Iterator[tuple[Provision, Provision]]:
    """Pairs of what is agreed, then of each option.

    What is agreed was agreed, or was one of the options; an option was an option, in whatever place, or was agreed.
    """
    agreed, *proposed = old.values()
    for place, row in enumerate(new.values()):
        if place:
            same = proposed[place - 1 : place]
            candidates = [*same, *(each for each in proposed if each not in same), agreed]
            yield from max((_aligned(were, row) for were in candidates), key=_worth)
        else:
            yield from _aligned(_likeliest_reading(old, row), row)


def _likeliest_reading(old: _Groups, row: Sequence[Provision]) -> list[Provision]:
    """What was agreed, and of each bracket the option, if there is one, that has most in common with a row."""
    reading = old[()]
    brackets = dict.fromkeys((options[:-1], options[-1][0]) for options in old if options)
    for around, bracket in brackets:
        options = (found for place, found in old.items() if place and (place[:-1], place[-1][0]) == (around, bracket))
        wider = [sorted((*reading, *option), key=lambda each: each.at) for option in options]
        reading = max((reading, *wider), key=lambda were: _worth(_aligned(were, row)))
    return reading


def _worth(pairs: Sequence[tuple[Provision, Provision]]) -> float:
    return sum(_likeness(was, now) for was, now in pairs)


def _in_order(was: Provision, now: Provision, other_was: Provision, other_now: Provision) -> bool:
    return was.at != other_was.at and (was.at < other_was.at) == (now.at < other_now.at)


def _aligned(old: Sequence[Provision], new: Sequence[Provision]) -> list[tuple[Provision, Provision]]:
    """The pairs, in the order of both rows, that have most in common."""
    worth = [[_likeness(was, now) for now in new] for was in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        for to in reversed(range(len(new))):
            together = worth[at][to] + best[at + 1][to + 1] if worth[at][to] else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], together)
    found, at, to = [], 0, 0
    while at < len(old) and to < len(new):
        if worth[at][to] and best[at][to] == worth[at][to] + best[at + 1][to + 1]:
            found.append((old[at], new[to]))
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return found


@cache
def _likeness(was: Provision, now: Provision) -> float:
    if was.key and now.key:
        return _SAME_NAME if was.name == now.name or was.key == now.key else 0.0
    if was.words == now.words:
        return 1.0
    matcher = SequenceMatcher(None, was.words.split(), now.words.split(), autojunk=False)
    likeness = matcher.ratio() if matcher.quick_ratio() >= _LIKE else 0.0
    return likeness if likeness >= _LIKE else 0.0


def _provisions(body: Story) -> Iterator[Provision]:
    divisions: dict[Role, int] = {}
    around, items, listed = -1, dict[int, int](), False
    brackets = _Brackets()
    for at, block in enumerate(body):
        if not isinstance(block, Paragraph):
            continue
        options = brackets.around(block)
        role, level = block.role, block.level
        if role in _WIDER:
            parent = max((divisions.get(each, -1) for each in _WIDER[role]), default=-1)
            if role in (Role.ANNEX, Role.PART):
                divisions.clear()
            divisions[role] = at
            items.clear()
            if role is not Role.HEADING:  # what stands under one is counted on
                around, listed = at, False
        elif role is Role.ITEM or (
            role is Role.BODY and around >= 0 and not listed and not says_nothing(block.inlines)
        ):
            level = max(level, 1)
            listed = listed or (role is Role.ITEM and level == 1)
            items = {depth: item for depth, item in items.items() if depth < level}
            parent = items[max(items)] if items else around
            items[level] = at
        else:
            continue
        words = " ".join(inlines_text(block.inlines).split())
        count = read_count(block.label.text, role, level) if block.label else None
        yield Provision(at, parent, role, level, block.key, words, options, count)


class _Brackets:
    """Goes through the paragraphs of a body and tells in which options of which brackets each stands."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []
        self._count = 0

    def around(self, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
        leading = tuple(takewhile(lambda inline: isinstance(inline, Milestone), paragraph.inlines))
        self._pass(leading)
        found = tuple(self._open)
        self._pass(paragraph.inlines[len(leading) :])
        return found

    def _pass(self, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            match inline:
                case BracketOpen():
                    self._count += 1
                    self._open.append((self._count, 0))
                case BracketNext() if self._open:
                    bracket, option = self._open.pop()
                    self._open.append((bracket, option + 1))
                case BracketClose() if self._open:
                    self._open.pop()
                case _:
                    pass
