"""The page about the model says what is true: its examples run."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "model.md"


def test_every_example_of_the_page_holds() -> None:
    failures, examples = doctest.testfile(str(PAGE), module_relative=False)

    assert examples > 20
    assert failures == 0
