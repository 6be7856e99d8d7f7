"""Writes numbers, dates and lists out in the English of treaties: ``thirty``, ``third``, ``8 March 1996``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

_SMALL: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES: Final = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))
_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

LARGEST: Final = 10**12 - 1
"""The largest number that is written out."""


def cardinal(number: int) -> str:
    """A number in words, ``one hundred and twenty-four``.

    Raises:
        ValueError: The number is negative or larger than `LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not written out in words")
    for scale, name in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            words = f"{cardinal(count)} {name}"
            if not rest:
                return words
            return f"{words}{' and ' if rest < 100 else ' '}{cardinal(rest)}"
    if number >= 100:
        count, rest = divmod(number, 100)
        words = f"{_SMALL[count]} hundred"
        return f"{words} and {cardinal(rest)}" if rest else words
    if number >= 20:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens - 2]}-{_SMALL[ones]}" if ones else _TENS[tens - 2]
    return _SMALL[number]


def ordinal(number: int) -> str:
    """An ordinal number in words, ``thirtieth`` or ``twenty-first``."""
    words = cardinal(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _ORDINALS:
        return words[:start] + _ORDINALS[last]
    return words[:start] + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def long_date(day: date) -> str:
    """A date as a treaty has it, ``8 March 1996``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """Words in a row, ``a, b and c``."""
    *before, final = list(parts) or [""]
    return f"{', '.join(before)} {last} {final}" if before else final


def capitalised(words: str) -> str:
    """The words with a capital first letter; the others stay as they are."""
    return words[:1].upper() + words[1:]
