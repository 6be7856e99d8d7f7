"""What a comparison never splits: words, numbers with their unit, references, defined terms.

A unit is a stretch of a line. White space stands between units and belongs to none;
every inline that is no text, and every mark, is a unit of its own.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import field, replace
from functools import cache
from typing import NamedTuple

from treatykit.compare.ignoring import Ignore, is_passed_over, same_word
from treatykit.compare.lines import OBJECT, PILCROW, Line
from treatykit.compare.vocabulary import (
    CURRENCIES,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    REFERENCE_NOUNS,
    UNIT_ADJECTIVES,
    UNIT_SIGNS,
    UNITS,
)
from treatykit.model.content import Field, Inline, Mark, Reference, Slot
from treatykit.model.numerals import AGAIN
from treatykit.model.properties import UNFORMATTED
from treatykit.model.scripts import HANGING, parts_words_plainly
from treatykit.model.words import PLAIN_WORD, SYLLABLE, WORD
from treatykit.records import dataclass

_NEAR = 100  # characters


Span = tuple[int, int]
"""The characters of a unit: where it starts and where it stops."""


class Units(NamedTuple):
    """The units of a line or of a part of it, in order, each in the same place of three lists.

    Attributes:
        spans: Which characters each is.
        texts: How each is written.
        keys: Equal for what is the same to the comparison.
    """

    spans: list[Span]
    texts: list[str]
    keys: list[int]


@dataclass(slots=True)
class Lexicon:
    """Numbers for everything that may stand in a line, from 1, so that comparing is comparing numbers.

    Attributes:
        terms: Defined terms of more than one word.
        ignore: What is not seen.
    """

    terms: tuple[str, ...] = ()
    ignore: frozenset[Ignore] = frozenset()
    numbers: dict[Hashable, int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=dict)
    _inside: frozenset[str] = frozenset()

    def number(self, thing: Hashable) -> int:
        """The number of a thing, the same for the same thing."""
        return self.numbers.setdefault(thing, len(self.numbers) + 1)

    def units(self, line: Line, start: int = 0, stop: int | None = None) -> Units:
        """The units of a line, the mark that ends it among them.

        Args:
            line: Some paragraphs.
            start: Where one of them begins, before which none is looked for.
            stop: A place with or behind which the last of them begins that is looked for.
        """
        text, last = line.text, len(line.text) if stop is None else stop
        may_pass = Ignore.PUNCTUATION in self.ignore
        spans: list[Span] = []
        texts: list[str] = []
        for match in units_in(text, self.terms, start):
            word, span = match[0], match.span()
            if may_pass and span[0] not in line.others and is_passed_over(word, self.ignore):
                continue
            spans.append(span)
            texts.append(word)
            if span[0] >= last:
                break
        known = self._words
        keys = [known.get(word) or self._key(word, span[0], line) for word, span in zip(texts, spans, strict=True)]
        if line.targets:
            keys = [self._leading(key, span, line) for key, span in zip(keys, spans, strict=True)]
        return Units(spans, texts, keys)

    def _key(self, word: str, start: int, line: Line) -> int:
        """The number of a unit that no other word was found to be."""
        if start in line.others:
            return self.number(identity(line.others[start]))
        key = self.number(same_word(word, self.ignore))
        if word not in (OBJECT, PILCROW):
            self._words[word] = key
        return key

    def start_before(self, text: str, most: int) -> int:
        """The last place up to `most` where a unit surely begins, whatever stands before it; 0 where none is near."""
        inside = self._inside = self._inside or _INSIDE.union(*map(_SMALL.findall, self.terms))
        first, space = max(most - _NEAR - 1, 0), most
        while (space := text.rfind(" ", first, space)) >= 0:
            word = _ALONE.match(text, space + 1, most)
            if word and word[0] not in inside:
                return word.start()
        return 0

    def _leading(self, key: int, span: Span, line: Line) -> int:
        """The number of a unit, which is another one where its words lead elsewhere."""
        targets = [
            (max(start - span[0], 0), target)
            for start, stop, target in line.targets
            if start < span[1] and span[0] < stop
        ]
        return self.number((key, *targets)) if targets else key


def identity(node: Inline | Mark) -> Hashable:
    """What makes an inline the same as another one, whatever it looks like; all marks are alike."""
    match node:
        case Mark():
            return Mark
        case Slot() | Reference() | Field():
            return replace(node, format=UNFORMATTED, revisions=())
        case _:
            return replace(node, revisions=())


def units_in(text: str, terms: tuple[str, ...] = (), start: int = 0) -> Iterator[re.Match[str]]:
    """The units of some characters, in order, where these terms are defined, from a place on where one has ended."""
    plain = parts_words_plainly(text.removesuffix(PILCROW))  # which no typewriter has
    return _unit(terms, plain=plain).finditer(text, start)


def words_of_units(text: str, terms: tuple[str, ...] = ()) -> list[str]:
    """The words of the units of some characters, in order, where these terms are defined."""
    return [match[0] for match in units_in(text, terms)]


@cache
def _unit(terms: tuple[str, ...], *, plain: bool) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    defined = [rf"(?<!\w)(?:{_any(map(re.escape, longest_first))}){_END}"] if terms else []
    words = (PLAIN_WORD, r"_+", r"\S") if plain else (WORD, SYLLABLE, r"_+", rf"\S[{HANGING}]*")
    return re.compile(rf"[{OBJECT}{PILCROW}]|(?=\S)(?:{_any([*defined, *_GUARDED, *words])})")


def is_reference(text: str, terms: tuple[str, ...] = ()) -> bool:
    """A typed cross-reference, `Article 5, paragraph 2`; with the terms the pattern of the units is used again."""
    begins = text[:3].lower() in _NOUN_BEGINNINGS or text[:1] == "第"
    return begins and _phrase(text, terms) == "reference"


def is_amount(text: str, terms: tuple[str, ...] = ()) -> bool:
    """A number, sum, date or time limit, likewise."""
    begins = text[:3].lower() in _NUMBER_BEGINNINGS or text[:1].isdecimal() or text.startswith(_AMOUNT_SIGNS)
    return begins and _phrase(text, terms) == "amount"


def _phrase(text: str, terms: tuple[str, ...]) -> str | None:
    """Which kind of phrase a text is; told by the pattern that finds units, since to make another one takes long."""
    match = _unit(() if text in terms else terms, plain=True).fullmatch(text)
    return match and match.lastgroup


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


_END = r"(?!\w|['’\u2010\u2011-]\w)"
_SPACE = "[ \u00a0\u202f]{1,3}"
_NUMBER_WORD = _any(NUMBER_WORDS)
_WRITTEN = (
    rf"(?:{_NUMBER_WORD})(?:[ \u00a0-](?:{_any(ORDINALS)})\b"
    rf"|(?:[ \u00a0-]|(?<=hundred|housand){_SPACE}and{_SPACE})(?:{_NUMBER_WORD})\b)*"
)
_DIGITS = r"\d+(?:[.,:/’]\d+)*(?:st|nd|rd|th)?"
_COUNT = rf"(?:{_DIGITS}|\b{_WRITTEN}\b)(?:{_SPACE}\((?:{_DIGITS}|{_WRITTEN})\))?"
_MEASURE = (
    rf"(?:{_SPACE}(?:{_any(UNIT_ADJECTIVES)}))?[ \u00a0\u202f-]?(?:{_any(UNITS)})s?\b"
    rf"|(?:{_SPACE})?(?:%|(?:{_any(map(re.escape, UNIT_SIGNS[1:]))})\b)"
)
_QUANTITY = rf"(?i:{_COUNT}(?:{_MEASURE})?){_END}"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?{_SPACE}(?:of{_SPACE})?(?:{_any(MONTHS)})(?:{_SPACE}\d{{4}})?{_END}"
_MONEY = rf"(?:{_any(map(re.escape, CURRENCIES))})(?:{_SPACE})?{_DIGITS}(?:{_SPACE}(?:million|billion))?{_END}"

_NOUNS = (*REFERENCE_NOUNS, "articles", "paragraphs", "chapters", "annexes", "parts", "sections")
_NOUN = rf"(?i:{_any(map(re.escape, _NOUNS))})"
_ORDER = rf"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])(?:(?:{_SPACE})?(?:{'|'.join(AGAIN)})|[a-z])?{_END}"
_POINT = r"\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)"
_ONE_REFERENCE = rf"(?<!\w){_NOUN}{_SPACE}(?:{_ORDER}(?:(?:{_SPACE})?{_POINT})*|{_POINT}(?:(?:{_SPACE})?{_POINT})*)"
_REFERENCE = rf"{_ONE_REFERENCE}(?:,{_SPACE}{_ONE_REFERENCE})*"

_SMALL = re.compile("[a-z]+")
_ALONE = re.compile(r"[a-z]++(?=[ ,.;:])")
_INSIDE = frozenset(
    word
    for phrase in (
        *AGAIN,
        *NUMBER_WORDS,
        *ORDINALS,
        *UNIT_ADJECTIVES,
        *UNIT_SIGNS,
        *_NOUNS,
        "of",
        "and",
        "million billion",
    )
    for word in _SMALL.findall(phrase.lower())
).union(UNITS, (f"{unit}s" for unit in UNITS))
"""The small words that may stand behind a space in a phrase: whatever else does begins a unit of its own."""

_HAN_NUMERAL = "〇零一二三四五六七八九十百千万億亿两"
_REFERENCES = (_REFERENCE, rf"第[{_HAN_NUMERAL}\d]+[条條款項项章节節号號]")
_AMOUNTS = (_DATE, _MONEY, _QUANTITY, rf"[{_HAN_NUMERAL}]{{2,}}")
_PHRASES = (*_REFERENCES, *_AMOUNTS, _POINT, r"(?:[A-Z]\.){2,}")


# Most words show by how they begin that they are neither, before any pattern is made.
_NOUN_BEGINNINGS = frozenset(noun[:3].lower() for noun in _NOUNS)
_NUMBER_BEGINNINGS = frozenset(word[:3] for word in NUMBER_WORDS)
_AMOUNT_SIGNS = (*CURRENCIES, *_HAN_NUMERAL)


def _beginning(words: Iterable[str]) -> str:
    """The first three letters of one of these words, small or capital."""
    known: dict[str, dict[str, str]] = {}
    for word in sorted({word[:3].lower() for word in words}):
        seconds = known.setdefault(word[0], {})
        seconds[word[1]] = seconds.get(word[1], "") + word[2]
    return _any(
        f"{_either(first)}(?:{_any(_either(second) + _either(thirds) for second, thirds in seconds.items())})"
        for first, seconds in known.items()
    )


def _either(letters: str) -> str:
    return f"[{letters}{letters.upper()}]"


_FIRST = (
    _beginning(_NOUNS),
    "第",
    r"\d",
    _any(re.escape(currency[:2]) for currency in CURRENCIES),
    rf"\d|{_beginning(NUMBER_WORDS)}",
    "",
    r"\(",
    r"[A-Z]\.",
)
_BEGUN = [f"(?={first})(?:{phrase})" if first else phrase for first, phrase in zip(_FIRST, _PHRASES, strict=True)]
"""The phrases, of most of which the first characters tell at once that they do not begin somewhere."""
_GUARDED = (
    rf"(?=[a-z])(?!{_beginning((*_NOUNS, *NUMBER_WORDS))})[a-z]++(?=[ ,.;:])",
    rf"(?P<reference>{_any(_BEGUN[: len(_REFERENCES)])})",
    rf"(?P<amount>{_any(_BEGUN[len(_REFERENCES) : -2])})",
    *_BEGUN[-2:],
)
