"""Count along as Word would, to know which number a paragraph is going to show.

The rules are those of docs/analysis/list-numbers.md, which the reader's
`treatykit.ooxml.counters` follows as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from treatykit.records import dataclass

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Instance:
    """A list as paragraphs refer to it.

    Attributes:
        definition: Instances of one definition share their counts.
        starts: Level to the number that it begins with.
    """

    num_id: int
    definition: int
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Count:
    """The running counts of one view of a text: with or without what is on its way out, or in."""

    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def next(self, instance: Instance, level: int) -> int:
        """The number that a paragraph here would show."""
        if level in instance.starts and (instance.num_id, level) not in self._begun:
            return instance.starts[level]
        current = self._counts.get(instance.definition, [None] * _LEVELS)[level]
        return instance.starts.get(level, 1) if current is None else current + 1

    def take(self, instance: Instance, level: int) -> None:
        """Count a paragraph here."""
        number = self.next(instance, level)
        counts = self._counts.setdefault(instance.definition, [None] * _LEVELS)
        # A level that was skipped counts as begun.
        counts[:level] = [
            instance.starts.get(above, 1) if count is None else count for above, count in enumerate(counts[:level])
        ]
        counts[level:] = [number, *[None] * (_LEVELS - level - 1)]
        self._begun.add((instance.num_id, level))
