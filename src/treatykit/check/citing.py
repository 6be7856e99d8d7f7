"""Reads citations in the words of a text: which article, paragraph and point, and of which instrument.

``Articles 2, paragraph 4, and 33 of the Charter`` cites another instrument, ``paragraph 2``
the article that it stands in. What names the instrument speaks for all citations that are
joined to it: ``Article 5 and Article 6 of the Convention``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal

from treatykit.check.instruments import Whose, named_before, named_behind
from treatykit.check.text import QUOTED
from treatykit.model.divisions import Divisions
from treatykit.model.numerals import AGAIN, from_roman, roman
from treatykit.records import dataclass

Noun = Literal["article", "annex", "paragraph"]
"""The widest division that a citation names."""


@dataclass(frozen=True, slots=True)
class Place:
    """One passage that is cited; a range of articles cites all that lie in it, one of paragraphs its ends.

    Attributes:
        number: Of the article or annex, as written; empty for a paragraph of the article that the
            citation stands in, and for an annex without a number.
        paragraph: ``2``; empty where the article as a whole is cited.
        points: ``a``, ``ii``, the wider first.
    """

    number: str = ""
    paragraph: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """What one run of words cites.

    Attributes:
        start: Its first character, from 0.
        stop: The one after its last, before what names the instrument.
    """

    noun: Noun
    places: tuple[Place, ...]
    start: int
    stop: int
    whose: Whose = Whose.UNSAID


def citations(words: str, called: Divisions = Divisions.ARTICLES) -> tuple[Citation, ...]:
    """The citations in a paragraph, in order; quoted words cite nothing.

    Args:
        called: What the text calls its articles. Its citations are read as those of articles, and their places in the
            words are those of the words with this name.
    """
    plain = QUOTED.sub(lambda match: " " * len(match[0]), words.replace("\u00a0", " "))
    if called is not Divisions.ARTICLES:
        plain = _OWN_NOUNS[called].sub(lambda found: "Article" if found["article"] else "paragraph", plain)
    return _told_apart(tuple(_found(plain)), plain)


def canonical(number: str) -> str:
    """The number as it is found however it is written: ``4`` for ``IV``, ``4bis`` for ``4 bis``."""
    value = from_roman(number) if number.isupper() else None
    return str(value) if value else number.replace(" ", "").replace("\u00a0", "").lower()


_OWN_NOUNS: Final = {
    Divisions.SECTIONS: re.compile(r"\b(?P<article>Section|SECTION)(?=(?:s|S)? [\dIVXLC])"),
    Divisions.PARAGRAPHS: re.compile(
        r"\b(?:(?P<article>Paragraph|PARAGRAPH)(?=(?:s|S)? [\dIVXLC])|[Ss]ubparagraph(?=s? \d))"
    ),
}
"""What stands for article and, where that is another word, for paragraph; both with a number."""


# --- Which instrument ----------------------------------------------------------------------------

_JOINS: Final = re.compile(
    r"\]?(?:,|,? (?:and|or|nor|to|and/or|as well as|together with|read with|in conjunction with),?)"
    r"(?: (?:of|in|under|with|to))? \[?"
)


def _told_apart(found: Sequence[Citation], words: str) -> tuple[Citation, ...]:
    """The citations with their instruments; what says it for one of those that are joined says it for all."""
    behind = [named_behind(words, each.stop) for each in found]
    before = [named_before(words, each.start) for each in found]
    joined = [
        (one.noun == "paragraph") == (other.noun == "paragraph")
        and _JOINS.fullmatch(words, one.stop, other.start) is not None
        for one, other in pairwise(found)
    ]
    after_all = list(behind)
    for at in reversed(range(len(joined))):
        if joined[at]:
            after_all[at] = _first_said(behind[at], after_all[at + 1])
    before_all = list(before)
    for at, is_joined in enumerate(joined):
        if is_joined:
            before_all[at + 1] = _first_said(before[at + 1], before_all[at])
    said = zip(behind, before, after_all, before_all, strict=True)
    return tuple(replace(each, whose=_first_said(*places)) for each, places in zip(found, said, strict=True))


def _first_said(*several: Whose) -> Whose:
    return next((whose for whose in several if whose is not Whose.UNSAID), Whose.UNSAID)


# --- Which passages ------------------------------------------------------------------------------

_NO_MEASURE: Final = (
    r"(?! (?:hour|day|week|month|year|per cent|kilomet|met(?:re|er)|member|mile|cop(?:y|ies)|original)|[.%]\d)"
)
_AGAIN: Final = "|".join(AGAIN)
_POINT: Final = rf"\((?:\d{{1,3}}|[a-z]{{1,4}}|[A-Z]|[IVX]{{1,4}})(?: (?:{_AGAIN}))?\)"
_AND: Final = r"(?:,? (?:and/or|and|or|to|through) |, ?| ?[–-] ?)"
_TO: Final = ("to", "through", "–", "-")
_DIGITS: Final = 3  # of the number of an article, at most

_HEAD: Final = re.compile(
    r"\b(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.|Annex(?:es)?|ANNEX(?:ES)?|[Pp]aragraphs?|[Pp]aras?\.|"
    r"(?:[Ss]ub-?paragraph|[Pp]oint)s?)(?![\w-])"
)
_HALF: Final = rf"(?:[a-z]|[ivx]{{2,5}})(?: (?:{_AGAIN}))?\)"  # as in "paragraph 2 a) i)"
_POINTS: Final = re.compile(rf" ?{_POINT}(?: ?{_POINT})*| {_HALF}(?: {_HALF})*| (?=\d{{1,2}} [a-z]\))\d+ [a-z]\)")
_POINT_NUMBER: Final = re.compile(rf"\w+(?: (?:{_AGAIN})\b)?")
_NEXT_POINT: Final = re.compile(rf"{_AND}(?={_POINT})")
_FURTHER: Final = re.compile(r",? (?=(?:[Pp]aragraphs?|[Pp]aras?\.|[Ss]ub-?paragraphs?|[Pp]oints?) [\d(])")
_OF: Final = re.compile(
    r",? (?:of|in) (?=(?:[Aa]rticles?|[Aa]rts?\.|[Pp]aragraph|[Ss]ub-?paragraph|[Pp]oint) [\dIVXLCDM(])"
)
_TITLE: Final = re.compile(r" \([A-Z][\w’'-]+(?:[ ,]+[\w’'-]+){0,12}\)")

_List = tuple[re.Pattern[str], re.Pattern[str]]
"""How the first number of a list looks, and each that is joined to it."""


def _list_of(number: str) -> _List:
    return re.compile(f" (?P<number>{number})"), re.compile(f"(?P<joint>{_AND})(?P<number>{number})")


_ARTICLES: Final = _list_of(rf"\d+(?:\.\d+)*(?:(?: ?(?:{_AGAIN})|[a-z])\b(?!\)))?(?!\w){_NO_MEASURE}|[IVXLCDM]+\b")
_ANNEXES: Final = _list_of(r"(?:[IVXLCDM]+|[A-Z]|\d+)\b")
_PARAGRAPHS: Final = _list_of(rf"\d+(?: (?:{_AGAIN})\b|[a-z])?(?!\w){_NO_MEASURE}|(?={_POINT})")


def _found(words: str) -> Iterator[Citation]:
    reader = _Reader(words)
    while head := _HEAD.search(words, reader.at):
        reader.at = head.start()
        if cited := reader.citation():
            yield Citation(*cited, head.start(), reader.at)
        else:
            reader.at = head.end()


@dataclass(slots=True)
class _Reader:
    """Reads the citations of a paragraph from its beginning on.

    Attributes:
        at: The character that comes next.
    """

    words: str
    at: int = 0

    def citation(self) -> tuple[Noun, tuple[Place, ...]] | None:
        """The citation that begins with the noun here; None where no number follows it."""
        noun = self._take(_HEAD).lower()
        several = noun.rstrip(".").endswith("s")
        match noun[:2]:
            case "ar":
                places = self._listed(_ARTICLES, self._article, several=several)
                return ("article", places) if places else None
            case "an":
                return "annex", self._listed(_ANNEXES, self._annex, several=several) or (Place(),)
            case "pa":
                places = self._listed(_PARAGRAPHS, self._paragraph, several=several)
            case _:
                places = self._pointed(Place())
        return self._within(self._further(places)) if any(each != Place() for each in places) else None

    def _listed(self, numbers: _List, read: Callable[[str], tuple[Place, ...]], *, several: bool) -> tuple[Place, ...]:
        """The places behind a noun: one, or behind a plural all that are joined."""
        pattern, following = numbers
        places: list[Place] = []
        while found := pattern.match(self.words, self.at):
            self.at = found.end()
            if pattern is following and found["joint"].strip() in _TO:
                places += (Place(number) for number in _between(places[-1].number, found["number"]))
            places += read(found["number"])
            if not several:
                break
            pattern = following
        return tuple(places)

    def _article(self, number: str) -> tuple[Place, ...]:
        places = self._further(self._pointed(Place(number)))
        self._take(_TITLE)
        return places

    def _annex(self, number: str) -> tuple[Place, ...]:
        return self._further((Place(number),))

    def _paragraph(self, number: str) -> tuple[Place, ...]:
        """A paragraph with a number, or in older texts with a letter: ``paragraph (b)``."""
        places = self._pointed(Place(paragraph=number))
        if number:
            return places
        return tuple(replace(each, paragraph=each.points[0], points=each.points[1:]) for each in places if each.points)

    def _pointed(self, place: Place) -> tuple[Place, ...]:
        """The place with the points behind it, ``(2)(b)`` or ``2 (a) to (c)``."""
        places: list[Place] = []
        while points := _POINT_NUMBER.findall(self._take(_POINTS)):
            if points[0].isdecimal() and not place.paragraph:
                places.append(replace(place, paragraph=points[0], points=tuple(points[1:])))
            else:
                places.append(replace(place, points=tuple(points)))
            if not self._take(_NEXT_POINT):
                break
        return tuple(places) or (place,)

    def _further(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The places with what narrows them: ``, paragraphs 2 and 3``, ``, subparagraph (b)``."""
        while self._take(_FURTHER):
            noun = self._take(_HEAD).lower()
            if noun.startswith("pa"):
                inner = self._listed(_PARAGRAPHS, self._paragraph, several=noun.rstrip(".").endswith("s"))
            else:
                inner = self._pointed(Place())
            places = tuple(_narrowed(outer, each) for outer in places for each in inner) or places
        return places

    def _within(self, places: tuple[Place, ...]) -> tuple[Noun, tuple[Place, ...]]:
        """The places with what they belong to: ``points (a) and (b) of paragraph 2 of Article 7``."""
        before = self.at
        if self._take(_OF):
            if wider := self.citation():
                return wider[0], tuple(_narrowed(wider[1][0], each) for each in places)
            self.at = before
        return "paragraph", places

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What stands here, if it has this form."""
        found = pattern.match(self.words, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers of articles or annexes that a range holds between its ends; none of a range that no treaty has."""
    if first.isdecimal() and last.isdecimal() and len(last) <= _DIGITS:
        yield from (str(number) for number in range(int(first) + 1, int(last)))
    elif (least := from_roman(first)) and (most := from_roman(last)) and most < 10**_DIGITS:
        yield from (roman(number) for number in range(least + 1, most))


def _narrowed(outer: Place, inner: Place) -> Place:
    return Place(outer.number, outer.paragraph or inner.paragraph, (*outer.points, *inner.points))
