"""The fewest characters that an edit of one text into another must mark, word by word and over the whole text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel
from tests.judge.content import FIELD, FIELD_END
from tests.judge.edit import tokens
from tests.judge.said import Block, Note, Par, Run, Sign, Told

MOST: Final = 2 * 10**9
"""How many pairs of words a table of the longest common subsequence may hold: one bit each, 250 MB."""

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
        else:
            yield from (line for row in block.rows for cell in row.cells for line in _lines(cell.blocks))


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

    A text whose table would be larger than `MOST` is first cut at paragraphs that stand once, unchanged and in the
    same order in both; then the script may be a little longer than the smallest.
    """
    return sum(_script(old[i:j], new[k:m]) for (i, j), (k, m) in _pieces(old, new))


def _script(old: list[str], new: list[str]) -> int:
    before, after = (tokens(" ".join(side)) for side in (old, new))
    marked = 0
    for edit in Indel.opcodes(before, after):
        if edit.tag != "equal":
            marked += visible("".join(before[edit.src_start : edit.src_end]))
            marked += visible("".join(after[edit.dest_start : edit.dest_end]))
    return marked


def visible(text: str) -> int:
    """How many characters of a text are no white space."""
    return sum(not character.isspace() for character in text)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    sizes = [sum(len(line.split()) for line in side) for side in (old, new)]
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
