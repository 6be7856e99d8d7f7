"""A report in words: short enough to survey, and true."""

from __future__ import annotations

import pytest

from treatykit.model.changes import Change, ChangeKind, Substitution, Summary
from treatykit.writers.report import headline, place, shortened, substitutions


@pytest.mark.parametrize("count", [0, 1, 30])
def test_a_table_shows_a_short_change_in_full(count: int) -> None:
    words = " ".join(["peace"] * count)

    assert shortened(words) == words


def test_of_a_whole_article_a_table_shows_the_beginning_and_the_length() -> None:
    words = [f"w{number}" for number in range(1200)]

    assert shortened(" ".join(words)) == f"{' '.join(words[:20])} … (1,200 words)"


def test_a_provision_with_a_new_number_has_both_its_places() -> None:
    article = Change(number=1, kind=ChangeKind.RENUMBERED, old_place="Article 5", new_place="Article 6")
    point = Change(number=2, kind=ChangeKind.RENUMBERED, old_place="Article 5 (b)", new_place="Article 5 (a)")
    annex = Change(number=3, kind=ChangeKind.RENUMBERED, old_label="", new_label="2.")

    assert [place(change) for change in (article, point, annex)] == [
        "Article 5 → Article 6",
        "Article 5 (b) → Article 5 (a)",
        "no number → 2.",
    ]


def test_of_many_replacements_the_most_frequent_are_listed() -> None:
    found = tuple(Substitution(old=f"a{at}", new="b", places=("Article 1", "Article 1")) for at in range(12))
    lines = substitutions(Summary(substitutions=found))

    assert lines[0] == "“a0” → “b”, 2 times: Article 1 (2×)"
    assert lines[-1] == "And 2 more words or phrases replaced more than once."
    assert len(lines) == 11


def test_new_numbers_alone_are_no_changes() -> None:
    assert headline(Summary(counts=((ChangeKind.RENUMBERED, 3),))) == "No words changed; 3 renumbered."
    assert headline(Summary()) == "The two texts are the same."
    assert headline(Summary(counts=((ChangeKind.AMENDED, 1),))) == "1 change: 1 amended."
