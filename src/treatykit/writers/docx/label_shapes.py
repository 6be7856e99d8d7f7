"""Find the pattern of counted labels: ``Article 5`` is ``Article %1`` at 5, ``(i)`` a letter or a Roman numeral."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from treatykit.model.numerals import from_roman
from treatykit.records import dataclass

_TOKEN: Final = re.compile(r"(?<![^\W_])(?:\d+|[A-Za-z]+)(?![^\W_])")
_LARGEST: Final = 32_767
_LETTERS_IN_A_ROW: Final = 3  # (aaa) is the 53rd point; beyond that it is a word


@dataclass(frozen=True, slots=True)
class Shape:
    """What a level of a list prints around its count.

    Attributes:
        format: The number format (ECMA-376, 17.18.59); None where nothing is counted.
    """

    before: str
    format: str | None
    after: str = ""

    def text(self, level: int) -> str:
        """The pattern as a list has it, with ``%1`` for the count of level 0."""
        return f"{self.before}%{level + 1}{self.after}" if self.format else self.before


@dataclass(frozen=True, slots=True)
class LabelReading:
    """One way to read a label."""

    shape: Shape
    count: int


def readings(label: str) -> tuple[LabelReading, ...]:
    """All ways to read a label, the likeliest first; the last resort is a sign that counts nothing."""
    found = [
        LabelReading(Shape(label[: token.start()], format_name, label[token.end() :]), count)
        for token in reversed(list(_TOKEN.finditer(label)))
        for format_name, count in _counts(token[0])
        if 0 < count <= _LARGEST
    ]
    return (*found, LabelReading(Shape(label, None), 0))


def reading_as(label: str, shape: Shape) -> int | None:
    """The count of a label if it has this shape."""
    return next((reading.count for reading in readings(label) if reading.shape == shape), None)


def common_shape(labels: Iterable[str], usual: Shape | None) -> Shape | None:
    """The shape that most of the labels have; of several, the one that counts on best, then the usual one.

    Args:
        labels: Of one level of one list, in reading order.
        usual: How treaties number that level.
    """
    counts: dict[Shape, list[int]] = {}
    for label in labels:
        for reading in readings(label):
            counts.setdefault(reading.shape, []).append(reading.count)
    counted = {shape: found for shape, found in counts.items() if shape.format} or counts
    if not counted:
        return usual
    best = max(_likelihood(found) for found in counted.values())
    likely = [shape for shape, found in counted.items() if _likelihood(found) == best]
    return usual if usual in likely else likely[0]


def _likelihood(counts: list[int]) -> tuple[int, int]:
    """How many labels have a shape, and how many of them follow the one before or begin anew."""
    follows = sum(count in (1, before + 1) for before, count in pairwise([0, *counts]))
    return len(counts), follows


def _counts(token: str) -> Iterator[tuple[str, int]]:
    if token.isdecimal():
        if not token.startswith("0"):
            yield "decimal", int(token)
        return
    upper, lower = token.isupper(), token.islower()
    if not (upper or lower):
        return
    case = "upper" if upper else "lower"
    roman = from_roman(token)
    if roman is not None:
        yield f"{case}Roman", roman
    if len(set(token)) == 1 and len(token) <= _LETTERS_IN_A_ROW:
        yield f"{case}Letter", (len(token) - 1) * 26 + ord(token[0].upper()) - ord("A") + 1
