"""What the numbered divisions of a text are called: articles in a treaty, paragraphs in most memoranda."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Divisions(StrEnum):
    """What a text is divided into, below its parts."""

    ARTICLES = "articles"
    SECTIONS = "sections"
    PARAGRAPHS = "paragraphs"

    @property
    def one(self) -> str:
        """One of them, as it is numbered: ``Article``."""
        return self.value.removesuffix("s").capitalize()

    @property
    def within(self) -> str:
        """What is numbered within one of them: a paragraph, or a subparagraph where that is what they are called."""
        return "subparagraph" if self is Divisions.PARAGRAPHS else "paragraph"


def divisions_of(label: str) -> Divisions:
    """What the divisions are called of which one has this number, ``Section 3``; without such a word, articles."""
    return _BY_NOUN.get(label.partition(" ")[0].casefold(), Divisions.ARTICLES)


_BY_NOUN: Final = {each.one.casefold(): each for each in Divisions}
