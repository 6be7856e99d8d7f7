"""The smallest edit is the smallest, however the text is taken apart."""

from __future__ import annotations

import pytest
from benchmarks.redlines import floor
from hypothesis import given
from hypothesis import strategies as st

LINES = st.lists(st.text("ab ", max_size=6), max_size=6)


def test_whole_words_count_and_white_space_does_not() -> None:
    assert floor.smallest(["The Parties shall refrain."], ["The Parties should refrain."]) == len("shall" + "should")


def test_a_paragraph_that_only_moved_its_border_costs_nothing() -> None:
    assert floor.smallest(["One two.", "Three."], ["One two. Three."]) == 0


@given(old=LINES, new=LINES)
def test_a_script_is_never_longer_than_both_texts_and_never_shorter_than_their_difference(
    old: list[str], new: list[str]
) -> None:
    before, after = (floor.visible("".join(side)) for side in (old, new))

    assert abs(before - after) <= floor.smallest(old, new) <= before + after


def test_cut_at_what_stands_once_it_is_as_small(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [f"Paragraph {number} binds the Parties." for number in range(30)]
    new = [*old[:5], "New.", *old[6:20], old[20].replace("binds", "obliges"), *old[21:]]
    whole = floor.smallest(old, new)
    monkeypatch.setattr(floor, "MOST", 0)

    assert floor.smallest(old, new) == whole == len("Paragraph5bindstheParties") + len("New") + len("bindsobliges")
