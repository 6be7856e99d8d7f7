"""What a copy of the process reads and writes is what this one reads and writes."""

from __future__ import annotations

from functools import partial

import pytest
from tests.word.corpus import CORPUS
from tests.word.redlined import compared

from treatykit.app import comparing, pairs
from treatykit.app.copies import copies

SOME = CORPUS[::8]


def test_with_two_processors_the_same_redlines_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for module in (comparing, pairs):
        monkeypatch.setattr(module, "_LONG", 0)
    for processors in (1, 2):
        monkeypatch.setattr(comparing, "copies", partial(copies, processors))
        done = [compared(pair) for pair in SOME]
        made.append([(comparison.report, comparison.diagnostics, file) for comparison, file in done])

    for pair, one, two in zip(SOME, *made, strict=True):
        assert one == two, pair.name
