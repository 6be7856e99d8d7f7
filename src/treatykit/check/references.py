"""Checks of references: each leads to an article, a paragraph, a point or an annex that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Final, assert_never

from treatykit.check.citing import Noun, Place, canonical, citations
from treatykit.check.finding import Finding
from treatykit.check.instruments import Whose
from treatykit.check.rule import Example, Rule
from treatykit.check.text import QUOTED, RUN_IN, Passage, Text
from treatykit.diagnostics import Severity
from treatykit.model.citations import target_indexes
from treatykit.model.content import Reference
from treatykit.model.divisions import Divisions, divisions_of
from treatykit.model.numerals import AGAIN
from treatykit.model.outline import Division, cited_number
from treatykit.model.properties import Role
from treatykit.records import dataclass

_ORDER: Final = rf"([\w.]*\w(?: (?:{'|'.join(AGAIN)}))?)\b"
_NUMBER: Final = re.compile(rf"[(\[]*art(?:icle|\.) {_ORDER}", re.IGNORECASE)
_NUMBER_OTHERWISE: Final = re.compile(rf"(?:section|paragraph) {_ORDER}", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"\b[Tt]he (?:preceding|previous|foregoing|following|next|aforementioned|abovementioned|above-mentioned) "
    r"(?:(?:two|three|four) )?(?:[Aa]rticles?|[Pp]aragraphs?|[Ss]ections?|[Cc]hapters?)\b"
    r"|\b(?:[Aa]rticle|[Pp]aragraph|[Ss]ection)s? (?:above|below)\b"
)


def _broken_references(text: Text) -> Iterator[Finding]:
    there = target_indexes(text.document.body)
    articles = _Articles.of(text)
    for passage in text.passages:
        for inline in passage.paragraph.inlines:
            if not isinstance(inline, Reference) or inline.target is None or inline.target in there:
                continue
            # Plain text keeps no names of places: there a reference is held to what it prints, like any other words.
            if there or not any(citations(inline.text, articles.called)):
                yield passage.finding(f"the reference '{inline.text or inline.target}' leads nowhere")
        missing = (
            wrong
            for citation in citations(passage.words, articles.called)
            if citation.whose is not Whose.OTHER
            for place in citation.places
            if (wrong := articles.missing(citation.noun, place, passage.index))
        )
        yield from (passage.finding(message) for message in dict.fromkeys(missing))


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles of a text, as citations find them.

    Attributes:
        divisions: By `canonical` number, whatever a file says that their headings are; an annex may
            have an article of the same number.
        run_in: The articles that have no heading of their own, and the block each begins with.
        called: What they are called.
    """

    text: Text
    called: Divisions = Divisions.ARTICLES
    divisions: dict[str, list[Division]] = field(default_factory=dict)
    run_in: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Text) -> _Articles:
        """The articles of this text."""
        labels = (division.label for division in text.outline.walk() if division.role is Role.ARTICLE)
        articles = cls(text, called=divisions_of(next(labels, "")))
        for division in text.outline.walk():
            is_otherwise = division.role is Role.ARTICLE and articles.called is not Divisions.ARTICLES
            pattern = _NUMBER_OTHERWISE if is_otherwise else _NUMBER
            found = pattern.match(f"{division.label} {division.title}".strip())
            if found and division.role is not Role.ITEM:
                articles.divisions.setdefault(canonical(found[1]), []).append(division)
        for passage in text.passages:
            if found := RUN_IN.match(passage.words):
                articles.run_in.setdefault(canonical(found[1]), passage.index)
        return articles

    def missing(self, noun: Noun, place: Place, index: int) -> str | None:
        """What is said of a place that is not there; None where it is, or where that cannot be told.

        Args:
            index: The block that cites it.
        """
        match noun:
            case "annex":
                return None  # the check of annexes asks for these
            case "paragraph":
                path = self.text.outline.path(index)
                around = [division for division in path if division.role in (Role.ARTICLE, Role.ANNEX)]
                return self._missing_in(around[-1:], place)
            case "article":
                return self._missing_article(place) if self.divisions else None
            case _:
                assert_never(noun)

    def _missing_article(self, place: Place) -> str | None:
        number = canonical(place.number)
        if number not in self.divisions and not any("." in each for each in self.divisions):
            # "Article 5.3" is paragraph 3 of Article 5 where articles are not numbered by chapter
            number, _, paragraph = number.partition(".")
            place = replace(place, paragraph=paragraph.partition(".")[0] or place.paragraph)
        if number in self.divisions:
            return self._missing_in(self.divisions[number], place)
        return None if number in self.run_in else f"there is no {self.called.one} {place.number} in this text"

    def _missing_in(self, divisions: Sequence[Division], place: Place) -> str | None:
        found = [self._missing_part(division, place) for division in divisions]
        return found[0] if found and all(found) else None

    def _missing_part(self, division: Division, place: Place) -> str | None:
        if any(division.start < start < division.stop for start in self.run_in.values()):
            return None  # where one article ends and the next begins was not recognized
        name, scope = division.label or division.title, [division]
        if place.paragraph:
            scope = [item for item in _items(division) if _bare(item.label) == place.paragraph]
            if not scope:
                said = f"{name} has no {self.called.within} {place.paragraph}"
                return said if self._lacks(division, place.paragraph) else None
            name = f"{name}, {self.called.within} {place.paragraph}"
        for point in place.points:
            printed = {_bare(each.label) for part in scope for each in _below(part)}
            if point not in printed and not any(f"({point})" in self._words(part) for part in scope):
                return f"{name} has no point ({point})"
        return None

    def _lacks(self, division: Division, paragraph: str) -> bool:
        """Whether a paragraph with that number is surely not there: the others are, counted through."""
        labels = [_bare(item.label) for item in _items(division)]
        if not paragraph.isdecimal():
            return any(label.isalpha() for label in labels) and f"({paragraph})" not in self._words(division)
        numbers = {int(label) for label in labels if label.isdecimal()}
        if numbers:
            run_in = re.search(rf"(?<![\w.]){paragraph}\.? [A-Z]", self._words(division))
            return numbers == set(range(1, max(numbers) + 1)) and run_in is None
        count = sum(passage.role is Role.BODY for passage in self._passages(division))
        return not labels and 0 < count < int(paragraph)

    def _passages(self, division: Division) -> list[Passage]:
        return [each for each in self.text.passages if division.start < each.index < division.stop]

    def _words(self, division: Division) -> str:
        return "\n".join(
            passage.words for passage in self.text.passages if division.start <= passage.index < division.stop
        )


def _items(division: Division) -> Iterator[Division]:
    """The paragraphs of an article or annex, under whatever headings."""
    for child in division.children:
        if child.role is Role.ITEM:
            yield child
        elif child.role is not Role.ARTICLE:
            yield from _items(child)


def _below(division: Division) -> Iterator[Division]:
    for child in division.children:
        yield child
        yield from _below(child)


def _bare(label: str) -> str:
    return cited_number(label).strip("().")


def _annexes(text: Text) -> Iterator[Finding]:
    annexes = {
        division.label.casefold(): (division.label, division.start)
        for division in text.outline.walk()
        if division.role is Role.ANNEX
    }
    named: set[str] = set()
    for passage in text.passages:
        if passage.role is Role.ANNEX:
            continue
        for citation in citations(passage.words):
            for place in citation.places if citation.noun == "annex" else ():
                label = f"Annex {place.number}".strip()
                named.add(label.casefold())
                is_there = label.casefold() in annexes or (annexes and not place.number)
                if not is_there and citation.whose is not Whose.OTHER:
                    yield passage.finding(f"there is no {label} to this text")
    for known, (label, at) in annexes.items():
        if known not in named and "annex" not in named:
            yield Finding(label, "no article refers to this annex", "say in an article what it is for", at)


def _relative_references(text: Text) -> Iterator[Finding]:
    found = [
        (passage, match[0]) for passage in text.operative for match in _RELATIVE.finditer(QUOTED.sub("", passage.words))
    ]
    if found:
        (first, said), *others = found
        more = f" (and {len(others)} more like it)" if others else ""
        yield first.finding(f"'{said}' moves with what is put in or taken out{more}", "cite the number")


RULES: Final = (
    Rule(
        id="relative-reference",
        severity=Severity.NOTE,
        title="A reference says where to look from here, not where to look",
        why=(
            "'The preceding Article' is another article as soon as one is inserted, and neither a reader nor a "
            "program can see that it was not meant."
        ),
        example=Example("in accordance with the preceding Article", "in accordance with Article 4"),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guidelines 16 and 17",
        misses="Whether the article that stands there is the one that was meant.",
        find=_relative_references,
    ),
    Rule(
        id="broken-reference",
        severity=Severity.ERROR,
        title="A cross-reference leads to an article, paragraph or point that the text does not have",
        why="Articles are renumbered while a text is negotiated; a reference left behind changes what the treaty says.",
        example=Example(
            "in accordance with Article 15 (of a text with twelve articles)", "in accordance with Article 12"
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guidelines 16 and 17",
        misses=(
            "A reference that leads to an article that is there and is the wrong one. Citations of other instruments "
            "are left alone, and where words can be read either way they are taken to cite one."
        ),
        find=_broken_references,
    ),
    Rule(
        id="annex",
        severity=Severity.WARNING,
        title="An annex is referred to and missing, or there and never referred to",
        why="An annex binds because an article makes it part of the treaty.",
        example=Example(
            "The line is shown in Annex II. (of a text with one annex)",
            "The line is shown in Annex I, which forms an integral part of this Treaty.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 31(2)",
        misses="Whether the annex is what the article says.",
        find=_annexes,
    ),
)
