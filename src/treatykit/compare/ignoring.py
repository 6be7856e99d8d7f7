"""What a comparison may be told not to see."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from treatykit.compare.keys import respelled, without_punctuation


class Ignore(StrEnum):
    """A kind of difference that is passed over: the new text stands, and nothing is marked."""

    FORMATTING = "formatting"  # of words, paragraphs and tables; not what a paragraph is: its role, level and number
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    SPELLING = "spelling"  # co-operation and cooperation, recognise and recognize


def same_word(text: str, ignore: Set[Ignore]) -> str:
    """A word as it is compared."""
    text = " ".join(text.split()) or text
    if ignore and Ignore.CASE in ignore:
        text = text.casefold()
    if ignore and Ignore.SPELLING in ignore:
        text = respelled(text)
    return text


def same_between(text: str, ignore: Set[Ignore]) -> str:
    """What stands between two words as it is compared."""
    if Ignore.PUNCTUATION in ignore:
        text = without_punctuation(text)
    if Ignore.SPACING in ignore:
        text = "".join(text.split())
    return text


def is_passed_over(text: str, ignore: Set[Ignore]) -> bool:
    """Whether some characters that are no word hold nothing to compare."""
    return Ignore.PUNCTUATION in ignore and not without_punctuation(text)
