"""Finds the lines of a text file in which the paragraphs of its document begin.

The readers keep words, not lines, so the words are looked for again: the letters and digits
at the beginning of each paragraph, in order, for at most a page from where the one before it
was found. A paragraph that is not found so has no line.
"""

from __future__ import annotations

from typing import Final

from treatykit.model.content import Paragraph, Story
from treatykit.model.plain import inlines_text
from treatykit.model.walk import story_paragraphs

SUFFIXES: Final = (".txt", ".md")
"""The formats that have lines."""

_A_PAGE: Final = 200  # lines


def lines_of(body: Story, text: str) -> tuple[int | None, ...]:
    """For each block the line where it begins, counted from 1; None where that cannot be told."""
    lines = [_letters(line) for line in text.split("\n")]
    found: list[int | None] = []
    at = 0
    for block in body:
        first = next(iter(story_paragraphs((block,))), None)
        letters = _beginning(first) if first else ""
        ahead = enumerate(lines[at : at + _A_PAGE], start=at + 1)
        number = next((number for number, line in ahead if letters and line and _begins(line, letters)), None)
        found.append(number)
        at = number or at
    return tuple(found)


def _begins(line: str, letters: str) -> bool:
    return line.startswith(letters) or letters.startswith(line)


def _beginning(paragraph: Paragraph) -> str:
    label = paragraph.label.text if paragraph.label else ""
    return _letters(label + inlines_text(paragraph.inlines))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
