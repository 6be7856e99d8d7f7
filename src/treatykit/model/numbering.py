"""Counting articles, paragraphs and points as a scheme prints them.

Articles are numbered through the text, items afresh in every article, and through an annex
whatever headings it has, so that "Annex II, paragraph 7" is one place. A typed label
(``Article 4 bis``) stands as it is and is not counted, so that an article can be added
to a treaty in force without renumbering it.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from itertools import takewhile
from typing import cast

from treatykit.model.citations import refer
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Inline,
    Milestone,
    Paragraph,
    Story,
)
from treatykit.model.divisions import Divisions, divisions_of
from treatykit.model.document import Document
from treatykit.model.numerals import NumeralStyle, numeral
from treatykit.model.properties import Label, Role
from treatykit.records import dataclass

_NUMERAL = re.compile(r"\{([1IiAa])\}")
_DIVISIONS = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.HEADING, Role.ANNEX)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingScheme:
    """How numbers are printed; ``{1}``, ``{I}``, ``{i}``, ``{A}`` and ``{a}`` stand for the count.

    Attributes:
        sole_annex: The label of an annex that is the only one.
        items: By level from 1; a deeper level than listed is printed as the last.
    """

    part: str = "Part {I}"
    chapter: str = "Chapter {I}"
    section: str = "Section {1}"
    article: str = "Article {1}"
    annex: str = "Annex {I}"
    sole_annex: str = "Annex"
    items: tuple[str, ...] = ("{1}.", "({a})", "({i})", "({A})")

    def item(self, level: int) -> str:
        """The pattern of an item at a level from 1."""
        return self.items[min(level, len(self.items)) - 1]


UNITED_NATIONS = NumberingScheme()
ROMAN_ARTICLES = NumberingScheme(
    part="PART {I}", chapter="CHAPTER {I}", section="SECTION {1}", article="ARTICLE {I}", annex="ANNEX {I}",
    sole_annex="ANNEX",
)  # fmt: skip
_HALF_BRACKETS = ("{1}.", "{a})", "{i})", "{A})")
CONTINENTAL = replace(UNITED_NATIONS, items=_HALF_BRACKETS)
ROMAN_CONTINENTAL = replace(ROMAN_ARTICLES, items=_HALF_BRACKETS)
SCHEMES = {
    "united-nations": UNITED_NATIONS,
    "roman": ROMAN_ARTICLES,
    "continental": CONTINENTAL,
    "roman-continental": ROMAN_CONTINENTAL,
}
"""The schemes that a draft may name."""


def dividing(scheme: NumberingScheme, divisions: Divisions) -> NumberingScheme:
    """The scheme in which what is numbered as articles has another name: ``Section 3``, ``SECTION III``."""
    usual, one = Divisions.ARTICLES.one, divisions.one
    article = scheme.article.replace(usual, one).replace(usual.upper(), one.upper())
    return replace(scheme, article=article)


def number(document: Document, scheme: NumberingScheme = UNITED_NATIONS) -> Document:
    """The document with its automatic labels counted and its references printed anew.

    A reference to a key that no paragraph of the body has is left as it is.
    """
    return refer(replace(document, body=labelled(document.body, scheme)))


def scheme_of(document: Document) -> NumberingScheme | None:
    """The scheme that counts exactly the automatic labels of a document, if a known one does."""
    labels = (block.label for block in document.body if isinstance(block, Paragraph) and block.role is Role.ARTICLE)
    divisions = divisions_of(next((label.text for label in labels if label and not label.typed), ""))
    schemes = (dividing(scheme, divisions) for scheme in SCHEMES.values())
    return next((scheme for scheme in schemes if labelled(document.body, scheme) == document.body), None)


def labelled(body: Story, scheme: NumberingScheme) -> Story:
    """The body with its automatic labels counted."""
    annexes = sum(isinstance(block, Paragraph) and block.role is Role.ANNEX for block in body)
    counter = _Counter(scheme, sole_annex=annexes == 1)
    return tuple(counter.counted(block) if isinstance(block, Paragraph) else block for block in body)


@dataclass(slots=True)
class _Competition:
    """The count at the opening of a bracket, and the furthest count that one of its options reached."""

    divisions: dict[Role, int]
    items: dict[int, int]
    options: list[tuple[dict[Role, int], dict[int, int]]] = field(default_factory=list)

    def start(self) -> tuple[dict[Role, int], dict[int, int]]:
        return dict(self.divisions), dict(self.items)

    def longest(self, divisions: dict[Role, int], items: dict[int, int]) -> None:
        reached = [*self.options, (divisions, items)]
        self.options = [max(reached, key=lambda counts: (sum(counts[0].values()), sum(counts[1].values())))]


@dataclass(slots=True)
class _Counter:
    """Counts the divisions and items of one body as they come.

    Each of the competing options of a bracket that holds whole paragraphs starts from
    the count at its opening, so that every party's reading is numbered right; after
    the bracket the longest reading goes on.
    """

    scheme: NumberingScheme
    sole_annex: bool
    divisions: dict[Role, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    brackets: list[_Competition] = field(default_factory=list)

    def counted(self, paragraph: Paragraph) -> Paragraph:
        leading = tuple(takewhile(lambda inline: isinstance(inline, Milestone), paragraph.inlines))
        self._pass(leading)
        numbered = self._numbered(paragraph)
        self._pass(paragraph.inlines[len(leading) :])
        return numbered

    def _pass(self, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            match inline:
                case BracketOpen():
                    self.brackets.append(_Competition(dict(self.divisions), dict(self.items)))
                case BracketNext() if self.brackets:
                    self.brackets[-1].longest(self.divisions, self.items)
                    self.divisions, self.items = self.brackets[-1].start()
                case BracketClose() if self.brackets:
                    done = self.brackets.pop()
                    if done.options:
                        done.longest(self.divisions, self.items)
                        self.divisions, self.items = done.options[0]
                case _:
                    pass

    def _numbered(self, paragraph: Paragraph) -> Paragraph:
        role = paragraph.role
        pattern: str | None
        if role is Role.ITEM:
            pattern, count = self._item(max(paragraph.level, 1), typed=_is_typed(paragraph))
        elif role in _DIVISIONS:
            pattern, count = self._division(role, typed=_is_typed(paragraph))
        else:
            return paragraph
        if pattern is None or _is_typed(paragraph):
            return paragraph
        properties = replace(paragraph.mark.properties, label=Label(_print(pattern, count)))
        return replace(paragraph, mark=replace(paragraph.mark, properties=properties))

    def _division(self, role: Role, *, typed: bool) -> tuple[str | None, int]:
        self.items = {1: self.items[1]} if role is Role.HEADING and 1 in self.items else {}
        if role in (Role.PART, Role.ANNEX):
            self.divisions.pop(Role.CHAPTER, None)
        if role in (Role.PART, Role.CHAPTER, Role.ANNEX):
            self.divisions.pop(Role.SECTION, None)
        if role is Role.ANNEX:
            self.divisions.pop(Role.ARTICLE, None)
        if not typed:
            self.divisions[role] = self.divisions.get(role, 0) + 1
        return self._pattern(role), self.divisions.get(role, 0)

    def _pattern(self, role: Role) -> str | None:
        match role:
            case Role.PART:
                return self.scheme.part
            case Role.CHAPTER:
                return self.scheme.chapter
            case Role.SECTION:
                return self.scheme.section
            case Role.ARTICLE:
                return self.scheme.article
            case Role.ANNEX:
                return self.scheme.sole_annex if self.sole_annex else self.scheme.annex
            case _:
                return None

    def _item(self, level: int, *, typed: bool) -> tuple[str, int]:
        self.items = {at: count for at, count in self.items.items() if at <= level}
        if not typed:
            self.items[level] = self.items.get(level, 0) + 1
        return self.scheme.item(level), self.items.get(level, 0)


def _is_typed(paragraph: Paragraph) -> bool:
    return paragraph.label is not None and paragraph.label.typed


def _print(pattern: str, count: int) -> str:
    return _NUMERAL.sub(lambda match: numeral(count, cast(NumeralStyle, match[1])), pattern)
