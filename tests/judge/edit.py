"""The fewest words that an edit of one text into another must mark: no diff of ours is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tests.judge.said import Block, Note, Par, Row, Run, Sign, Tab, Told

_LETTERS = r"[^\W\u3040-\u9fff]+"
_WORD = re.compile(rf"[\u3040-\u9fff]|{_LETTERS}(?:[-\u2010-\u2013\u00ad.,’']{_LETTERS})*|[^ ]")


def tokens(text: str) -> list[str]:
    """The words of a text, its signs, and white space other than plain spaces; each sign of Chinese is one word.

    What a hyphen, a dash or an apostrophe holds together is a word: the years 2026–2030, a vice-chair.
    """
    return _WORD.findall(text)


def fewest(old: Told, new: Told) -> int:
    """How many words the smallest edit strikes and puts in, over whole texts, a story at a time."""
    stories = [(old.body, new.body)]
    stories += [(old.running.get(place, ()), new.running.get(place, ())) for place in {**old.running, **new.running}]
    return sum(distance(list(_words(before)), list(_words(after))) for before, after in stories)


def distance(old: Sequence[str], new: Sequence[str]) -> int:
    """The length of the smallest edit script (E. Myers, An O(ND) Difference Algorithm, 1986, figure 2)."""
    furthest = {1: 0}
    for steps in range(len(old) + len(new) + 1):
        for diagonal in range(-steps, steps + 1, 2):
            down = diagonal == -steps or (diagonal != steps and furthest[diagonal - 1] < furthest[diagonal + 1])
            at = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            while at < len(old) and at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            furthest[diagonal] = at
            if at >= len(old) and at - diagonal >= len(new):
                return steps
    raise AssertionError("two texts have an edit script")


def _words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Par):
            pending = ""
            for each in block.content:
                if isinstance(each, Run):
                    pending += each.words
                elif isinstance(each, Note):
                    yield from tokens(pending)
                    yield from _words(each.blocks)
                    pending = ""
                elif isinstance(each, Sign):
                    continue
            yield from tokens(pending)
        elif isinstance(block, Tab):
            for cell in (cell for row in block.rows if isinstance(row, Row) for cell in row.cells):
                yield from () if isinstance(cell, Sign) else _words(cell.blocks)
