"""Sets a long text in Parts, as comprehensive treaties are: one for each stretch of articles on one subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from treatykit.model.content import Block, Mark, Paragraph, Text
from treatykit.model.properties import Properties, Role

FROM_ARTICLES: Final = 20
"""A text with so many articles has Parts, unless the draft says otherwise."""

TITLES: Final = {
    "opening": "General provisions",
    "peace": "Peace and mutual recognition",
    "border": "The boundary",
    "security": "Security",
    "connectivity": "Communications and transit",
    "humanitarian": "Humanitarian matters",
    "implementation": "Implementation and settlement of disputes",
    "final": "Final provisions",
}
"""The heading of each part of the library."""


def in_parts(topics: Sequence[tuple[str, Sequence[Block]]]) -> list[Block]:
    """The articles with a heading before each Part.

    Args:
        topics: The part of the library that each topic belongs to, and its articles, in order.
    """
    result: list[Block] = []
    for part, members in groupby(topics, lambda topic: topic[0]):
        result.append(Paragraph((Text(TITLES[part]),), Mark(properties=Properties(role=Role.PART))))
        result.extend(block for _, blocks in members for block in blocks)
    return result


def can_be_parted(parts: Sequence[str]) -> bool:
    """Whether each part of the library is one stretch, so that no heading would come twice."""
    stretches = [part for part, _ in groupby(parts)]
    return len(stretches) == len(set(stretches)) and all(part in TITLES for part in stretches)
