"""The signs of notes as Word and LibreOffice print them: footnotes 1, 2, 3, endnotes i, ii, iii (ECMA-376, 17.11)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tests.judge.numbers import formatted
from tests.judge.said import Block, Content, Note, Par, Run, Sign, map_paragraphs

_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


def signed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks with the sign of each note as words in the place of the note."""
    counts = Counter[str]()

    def sign(each: Run | Sign | Note) -> Run | Sign | Note:
        if not isinstance(each, Note) or each.kind not in _FORMATS:
            return each
        counts[each.kind] += 1
        return Run(formatted(counts[each.kind], _FORMATS[each.kind]), "")

    def change(paragraph: Par) -> Par:
        content: Content = tuple(map(sign, paragraph.content))
        return replace(paragraph, content=content)

    return map_paragraphs(blocks, change)
