"""The fewest characters that an edit of one text into another must mark, word by word and over the whole text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel
from tests.judge.content import FIELD, FIELD_END
from tests.judge.said import Block, Cell, Note, Par, Row, Run, Sign, Tab, Told

MOST: Final = 10**11
"""How many pairs of characters are compared at once: a few seconds."""

# Letters and digits in a row are a word, a sign is one, and so is each character of Chinese and Japanese.
_WORD: Final = re.compile(r"[\u3040-\u9fff]|[^\W\u3040-\u9fff]+|[^\w\s]")
_PAGES: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")


def lines(told: Told) -> list[str]:
    """The words of every paragraph, those of notes and boxes behind the paragraph that they hang on, headers last."""
    running = [told.running[place] for place in sorted(told.running)]
    return [line for blocks in (told.body, *running) for line in _lines(blocks)]


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Par):
            yield "".join(_words(block))
            for each in block.content:
                if isinstance(each, Note):
                    yield from _lines(each.blocks)
        elif isinstance(block, Tab):
            cells = (cell for row in block.rows if isinstance(row, Row) for cell in row.cells)
            yield from (line for cell in cells if isinstance(cell, Cell) for line in _lines(cell.blocks))


def _words(paragraph: Par) -> Iterator[str]:
    """The words of a paragraph, without the numbers of pages that a field printed last."""
    counting = False
    for each in paragraph.content:
        if isinstance(each, Sign) and each.kind in (FIELD, FIELD_END):
            counting = each.kind == FIELD and each.said.partition(" ")[0] in _PAGES
        elif isinstance(each, Run) and not counting:
            yield each.words


def smallest(old: list[str], new: list[str]) -> int:
    """The characters, without white space, of the words that a smallest word-level edit script strikes and puts in.

    A character is the same as another only at the same place in the same word. A script that keeps half of one word
    and half of its like elsewhere would be shorter than one of whole words, so nobody can go below, and hardly reach
    it now and then. A long text is first cut at paragraphs that stand once, unchanged and in the same order in both.
    """
    return sum(Indel.distance(_signs(old[i:j]), _signs(new[k:m])) for (i, j), (k, m) in _pieces(old, new))


def _signs(text: list[str]) -> list[tuple[str, int]]:
    return [(word, at) for word in _WORD.findall(" ".join(text)) for at in range(len(word))]


def visible(text: str) -> int:
    """How many characters of a text are no white space."""
    return sum(not character.isspace() for character in text)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    sizes = [sum(map(visible, side)) for side in (old, new)]
    shared = [] if sizes[0] * sizes[1] <= MOST else _anchors(old, new)
    edges = [(0, 0), *shared, (len(old), len(new))]
    yield from (((i, j), (k, m)) for (i, k), (j, m) in pairwise(edges))


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """The longest row of paragraphs that stand once in both, in the order of both."""
    once = [{line for line, times in Counter(side).items() if times == 1} for side in (old, new)]
    shared = once[0] & once[1]
    places = {line: at for at, line in enumerate(new) if line in shared}
    pairs = [(at, places[line]) for at, line in enumerate(old) if line in places]
    ends: list[int] = []  # the lowest place that a row of each length can end at
    before: list[int] = []
    last: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        before.append(last[length - 1] if length else -1)
        last[length : length + 1] = [at]
    row, at = list[tuple[int, int]](), last[-1] if last else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]
