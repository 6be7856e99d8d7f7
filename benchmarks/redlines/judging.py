"""Judges redlines by code that shares nothing with their makers: what they say and mark, and whether they are valid."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.redlines.floor import lines, smallest, visible
from tests.judge.marks import marks
from tests.judge.package import parts
from tests.judge.said import Told
from tests.judge.told import judge
from tests.judge.validator import complaints

_RANGE = b"<w:moveFromRangeStart"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a redline.

    Attributes:
        text: Accepted it says the words of the new file and rejected those of the old one, notes and headers with
            them; paragraphs without a word are left out.
        everything: The same, paragraph by paragraph, with numbers, styles, formats, tables, notes, sections, objects.
        marked: Characters that are struck, put in or moved, at both ends; white space does not count.
        cut: Stretches of marks that begin or end within a word.
        moves: Ranges that moved away.
        findings: What the validator finds that it does not find in the new file; None where it was not asked.
    """

    text: bool
    everything: bool
    marked: int
    cut: int
    moves: int
    findings: int | None


class Bench:
    """A pair to judge redlines of."""

    def __init__(self, old: bytes, new: bytes, *, existing: str = "", validate: bool = True) -> None:
        """Reads the pair.

        Args:
            existing: How changes that are pending in it are decided first.
        """
        self._old, self._new = (judge(file, existing or "accept", exact=True) for file in (old, new))
        self._known = Counter(complaints(new)) if validate else None

    def smallest(self) -> int:
        """The fewest characters that a redline must mark, word by word."""
        return smallest(lines(self._old), lines(self._new))

    def verdict(self, file: Path) -> Verdict:
        """What is to be said of a redline.

        Raises:
            Exception: Whatever a broken file makes of its readers.
        """
        data = file.read_bytes()
        accepted, rejected = (judge(data, decision, exact=True) for decision in ("accept", "reject"))
        found = marks(data)
        return Verdict(
            text=_says(accepted) == _says(self._new) and _says(rejected) == _says(self._old),
            everything=accepted == self._new and rejected == self._old,
            marked=sum(visible(stretch) for stretches in found.came.values() for stretch in stretches),
            cut=len(found.cut),
            moves=sum(xml.count(_RANGE) for name, xml in parts(data).items() if name.endswith(".xml")),
            findings=None if self._known is None else (Counter(complaints(data)) - self._known).total(),
        )


def _says(told: Told) -> list[str]:
    return [said for line in lines(told) if (said := " ".join(line.split()))]
