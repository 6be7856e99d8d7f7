"""Count the paragraphs of a story and print their labels as Word does.

docs/analysis/list-numbers.md says what Word does, with specimens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.names import qn
from treatykit.ooxml.number_formats import format_number
from treatykit.ooxml.numbering import LEVELS, ListDefinition, Numbering
from treatykit.records import dataclass

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
# Bullets are characters of symbol fonts, kept in the private use area; without the font they would be empty boxes.
_SYMBOLS: Final = {
    0x20: " ", 0xA7: "▪", 0xA8: "▫", 0xB7: "•", 0x2D: "-", 0x6F: "o", 0x6E: "■", 0x71: "□", 0x75: "◆", 0x76: "❖",
    0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFC: "✓",
}  # fmt: skip
_PARAGRAPH: Final = qn("w:p")
_ROW: Final = qn("w:tr")
_CAME: Final = f"{qn('w:trPr')}/{qn('w:ins')}"
_LEGAL_FORMATS: Final = ("none", "bullet", "decimalZero")


class _Way(NamedTuple):
    """How the paragraphs on one level of a list are counted and numbered.

    Attributes:
        above: The levels above, each with the number that it starts with.
        start: The number that the level starts with.
        first: The number that this list begins with when it first appears there; None where it counts on.
        restarted: The levels below that start anew behind it.
        label: What is printed before the first number.
        numbers: Of each number its level, what that starts with, how it is printed, and what is printed behind it.
    """

    definition: ListDefinition
    above: tuple[tuple[int, int], ...]
    start: int
    first: int | None
    restarted: tuple[int, ...]
    label: str
    numbers: tuple[tuple[int, int, str, str], ...]


@dataclass(slots=True)
class Counters:
    """The running counts of one story; each story counts for itself.

    Attributes:
        numbering: The lists of the package.
        unknown: Number formats met that cannot be printed here; their counts stand in digits.
    """

    numbering: Numbering
    unknown: set[str] = field(default_factory=set)
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)
    _ways: dict[tuple[int, int], _Way] = field(default_factory=dict)

    def label(self, num_id: int, level: int, language: str = "en") -> str | None:
        """Count one paragraph and return its label; None for a list that is not defined or prints nothing.

        Args:
            num_id: Its list (`w:numId`).
            level: Its level, from 0.
            language: For ordinals.
        """
        definition = self.numbering.lists.get(num_id)
        if definition is None:
            return None
        place = num_id, level
        way = self._ways.get(place)
        if way is None or way.definition is not definition:
            way = self._ways[place] = _way(definition, level)
        counts = self._counts.get(definition.counter)
        if counts is None:
            counts = self._counts[definition.counter] = [None] * LEVELS
        self._count(counts, place, way)
        text = way.label
        for index, start, number_format, behind in way.numbers:
            number = counts[index]
            text += self._shown(start if number is None else number, number_format, language) + behind
        return text.strip() or None

    def peek(self, num_id: int, level: int) -> str | None:
        """The label that `label` would return; nothing is counted."""
        counts = {counter: list(known) for counter, known in self._counts.items()}
        return replace(self, _counts=counts, _begun=set(self._begun)).label(num_id, level)

    def count(self, num_id: int, level: int) -> int | None:
        """The number that was counted last on a level of a list."""
        definition = self.numbering.lists.get(num_id)
        counts = None if definition is None else self._counts.get(definition.counter)
        return None if counts is None else counts[level]

    def _count(self, counts: list[int | None], place: tuple[int, int], way: _Way) -> None:
        for above, start in way.above:
            if counts[above] is None:
                # A level that was skipped counts as begun: the first "1.1" makes the next top level "2".
                counts[above] = start
        _, level = place
        current = counts[level]
        if way.first is not None and place not in self._begun:
            counts[level] = way.first
        else:
            counts[level] = way.start if current is None else current + 1
        self._begun.add(place)
        for below in way.restarted:
            counts[below] = None

    def _shown(self, number: int, number_format: str, language: str) -> str:
        if number_format == "decimal":
            return str(number)  # as most are
        text = format_number(number, number_format, language)
        if text is None:
            self.unknown.add(number_format)
            return str(number)
        return text


def counted_paragraphs(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a body and its tables as one list counts them: without boxes, and rows that came."""
    for one in container.iterchildren("*"):
        if one.tag == _PARAGRAPH:
            yield one
        elif one.tag != _ROW or one.find(_CAME) is None:
            yield from counted_paragraphs(one)


def _way(definition: ListDefinition, level: int) -> _Way:
    current = definition.level(level)
    label, numbers = (_bullet(current.text), ()) if current.format == "bullet" else _pattern(definition, level)
    return _Way(
        definition,
        tuple((above, definition.level(above).start) for above in range(level)),
        current.start,
        definition.starts.get(level),
        tuple(below for below in range(level + 1, LEVELS) if _restarts(definition, below, after=level)),
        label,
        numbers,
    )


def _pattern(definition: ListDefinition, level: int) -> tuple[str, tuple[tuple[int, int, str, str], ...]]:
    """What a label says before its first number; then its numbers, each with what stands behind it."""
    label, *rest = _PLACEHOLDER.split(definition.level(level).text)
    numbers: list[tuple[int, int, str, str]] = []
    for index, behind in zip((int(found) - 1 for found in rest[::2]), rest[1::2], strict=True):
        shown = definition.level(index)
        legal = definition.level(level).legal and shown.format not in _LEGAL_FORMATS
        if index <= level:
            numbers.append((index, shown.start, "decimal" if legal else shown.format, behind))
        elif numbers:
            numbers[-1] = (*numbers[-1][:-1], numbers[-1][-1] + behind)  # a level below prints nothing here
        else:
            label += behind
    return label, tuple(numbers)


def _restarts(definition: ListDefinition, level: int, *, after: int) -> bool:
    restart = definition.level(level).restart
    # A value that names no higher level is ignored (17.9.10).
    if restart is None or restart > level:
        return True
    return after < restart


def _bullet(text: str) -> str:
    return "".join(
        _SYMBOLS.get(ord(sign) - 0xF000, "•") if 0xF000 <= ord(sign) <= 0xF0FF else sign for sign in text
    ).strip()
