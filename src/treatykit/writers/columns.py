"""How wide the columns of a table are where nobody said: wide enough for every word, and then by how much they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from treatykit.model.content import Cell, Row
from treatykit.model.plain import story_text

_LINE: Final = 70  # characters across the page, of the widest of our fonts
_PADDING: Final = 3  # characters: what a cell needs beside its words
_WIDEST: Final = 40  # characters that a column can ask for, and that a piece without a break may have
_FINENESS: Final = 100  # parts of a character, so that whole numbers say it closely enough
_BREAKS: Final = re.compile(r"[ \t\n\u200b]+")  # a no-break space does not part a number from its unit


def content_widths(rows: Sequence[Row]) -> tuple[int, ...]:
    """The widths of columns in proportion to each other.

    As a browser lays out a table (CSS 2.2, 17.5.2.2): each column has room for the longest piece
    that no line can break, a word or a number, and what is left goes to those that hold more.
    """
    least: dict[int, int] = {}
    most: dict[int, int] = {}
    for row in rows:
        for column, cell in placed(row):
            words, span = story_text(cell.blocks), _span(cell)
            for widths, parts in ((least, _BREAKS.split(words)), (most, words.split("\n"))):
                needed = min(max(map(_length, parts)), _WIDEST)
                for at in range(column, column + span):
                    widths[at] = max(widths.get(at, 0), ceil(needed / span) + _PADDING)
    wanted = [most[at] - least[at] for at in sorted(least)]
    room = min(max(_LINE - sum(least.values()), 0), sum(wanted))
    shares = (_FINENESS * room * want // max(sum(wanted), 1) for want in wanted)
    return tuple(_FINENESS * least[at] + share for at, share in zip(sorted(least), shares, strict=True))


def placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells of a row with the column of the grid that each begins in."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += _span(cell)


def _span(cell: Cell) -> int:
    return max(cell.columns, 1)


def _length(text: str) -> int:
    """How many letters wide some characters are: Chinese ones are two, signs upon a letter none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
