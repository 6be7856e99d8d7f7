"""The redline of a pair, made as a user makes it: two files in, one file out."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.judge.marks import Marks, marks
from tests.judge.said import Told
from tests.judge.told import judge
from tests.word.pair import Pair

from treatykit.app.arguments import TextArgument
from treatykit.app.comparing import CompareOptions, Comparison, compare_texts
from treatykit.compare import Existing

MOMENT = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Redlined:
    """A pair and what our program made of it.

    Attributes:
        old: What the old file says, with changes that it had already decided.
        new: What the new one says.
    """

    pair: Pair
    comparison: Comparison = field(repr=False)
    file: bytes = field(repr=False)
    old: Told = field(repr=False)
    new: Told = field(repr=False)
    marks: Marks

    @property
    def findings(self) -> set[str]:
        """The codes of all that was reported beside the changes."""
        found = [*self.comparison.diagnostics, *(one for text in self.comparison.texts for one in text.diagnostics)]
        return {one.code for one in found}


_MADE: dict[str, Redlined] = {}


def redlined(pair: Pair) -> Redlined:
    """The redline of a pair, made once."""
    if pair.name not in _MADE:
        _MADE[pair.name] = _redlined(pair)
    return _MADE[pair.name]


def compared(pair: Pair, date: datetime | None = MOMENT) -> tuple[Comparison, bytes]:
    """What comparing the files of a pair gives, and the redline."""
    with tempfile.TemporaryDirectory() as folder:
        old, new, marked = (Path(folder, f"{name}.docx") for name in ("old", "new", "redline"))
        old.write_bytes(pair.old)
        new.write_bytes(pair.new)
        options = CompareOptions(outputs=(marked,), existing=pair.existing, author="Chair", date=date)
        return compare_texts(TextArgument(old), TextArgument(new), options), marked.read_bytes()


def _redlined(pair: Pair) -> Redlined:
    comparison, file = compared(pair)
    decision = "reject" if pair.existing is Existing.REJECT else "accept"
    before, after = (judge(one, decision, exact=True) for one in (pair.old, pair.new))
    return Redlined(pair, comparison, file, before, after, marks(file))
