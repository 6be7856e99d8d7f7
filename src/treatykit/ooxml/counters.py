"""Count the paragraphs of a story and print their labels as Word does.

docs/analysis/list-numbers.md says what Word does, with specimens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from treatykit.ooxml.number_formats import format_number
from treatykit.ooxml.numbering import LEVELS, ListDefinition, Numbering

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
# Bullets are characters of symbol fonts, kept in the private use area; without the font they would be empty boxes.
_SYMBOLS: Final = {
    0x20: " ", 0xA7: "▪", 0xA8: "▫", 0xB7: "•", 0x2D: "-", 0x6F: "o", 0x6E: "■", 0x71: "□", 0x75: "◆", 0x76: "❖",
    0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFC: "✓",
}  # fmt: skip
_LEGAL_FORMATS: Final = ("none", "bullet", "decimalZero")


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
        counts = self._counts.get(definition.counter)
        if counts is None:
            counts = self._counts[definition.counter] = [None] * LEVELS
        self._count(counts, num_id, level, definition)
        return self._print(counts, level, definition, language) or None

    def peek(self, num_id: int, level: int) -> str | None:
        """The label that `label` would return; nothing is counted."""
        counts = {counter: list(known) for counter, known in self._counts.items()}
        return replace(self, _counts=counts, _begun=set(self._begun)).label(num_id, level)

    def count(self, num_id: int, level: int) -> int | None:
        """The number that was counted last on a level of a list."""
        definition = self.numbering.lists.get(num_id)
        counts = None if definition is None else self._counts.get(definition.counter)
        return None if counts is None else counts[level]

    def _count(self, counts: list[int | None], num_id: int, level: int, definition: ListDefinition) -> None:
        for above in range(level):
            if counts[above] is None:
                # A level that was skipped counts as begun: the first "1.1" makes the next top level "2".
                counts[above] = definition.level(above).start
        current = counts[level]
        if level in definition.starts and (num_id, level) not in self._begun:
            counts[level] = definition.starts[level]
        elif current is None:
            counts[level] = definition.level(level).start
        else:
            counts[level] = current + 1
        self._begun.add((num_id, level))
        for below, count in enumerate(counts[level + 1 :], level + 1):
            if count is not None and _restarts(definition, below, after=level):
                counts[below] = None

    def _print(self, counts: list[int | None], level: int, definition: ListDefinition, language: str) -> str:
        current = definition.level(level)
        if current.format == "bullet":
            return _bullet(current.text)
        text, placeholders = _template(current.text)
        for index, behind in placeholders:
            text += f"{self._shown(counts, index, level, definition, language)}{behind}"
        return text.strip()

    def _shown(
        self, counts: list[int | None], index: int, level: int, definition: ListDefinition, language: str
    ) -> str:
        """The count of a level in the label of one that stands on it or below."""
        if index > level:
            return ""
        shown = definition.level(index)
        number = counts[index]
        number = shown.start if number is None else number
        legal = definition.level(level).legal and shown.format not in _LEGAL_FORMATS
        text = format_number(number, "decimal" if legal else shown.format, language)
        if text is None:
            self.unknown.add(shown.format)
            return str(number)
        return text


@cache
def _template(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """What a pattern says before its first placeholder; then the level of each, from 0, and what stands behind it."""
    first, *rest = _PLACEHOLDER.split(text)
    return first, tuple((int(level) - 1, behind) for level, behind in zip(rest[::2], rest[1::2], strict=True))


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
