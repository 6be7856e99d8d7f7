"""A report in words: short enough to survey, and true."""

from __future__ import annotations

import pytest

from treatykit.writers.report import shortened


@pytest.mark.parametrize("count", [0, 1, 30])
def test_a_table_shows_a_short_change_in_full(count: int) -> None:
    words = " ".join(["peace"] * count)

    assert shortened(words) == words


def test_of_a_whole_article_a_table_shows_the_beginning_and_the_length() -> None:
    words = [f"w{number}" for number in range(1200)]

    assert shortened(" ".join(words)) == f"{' '.join(words[:20])} … (1,200 words)"
