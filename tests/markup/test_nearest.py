"""Of a mistyped name the one that was meant is told, and of another word nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.markup.nearest import did_you_mean, nearest

NAMES = ("opaque", "border", "recognition", "full", "ban")


@given(name=st.text("abcdefghij", min_size=3, max_size=12), data=st.data())
def test_a_name_with_a_letter_left_out_or_two_exchanged_is_found(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 2))
    exchanged = name[:at] + name[at + 1] + name[at] + name[at + 2 :]

    assert nearest(name[:at] + name[at + 1 :], [name]) == name
    assert nearest(exchanged, [name]) == name


@pytest.mark.parametrize(
    ("written", "meant"), [("boder", "border"), ("recogniton", "recognition"), ("ful", "full"), ("bam", "ban")]
)
def test_a_mistyped_name_is_found(written: str, meant: str) -> None:
    assert did_you_mean(written, NAMES, otherwise="list them") == f"did you mean '{meant}'?"


@pytest.mark.parametrize("written", ["nope", "x", "", "fishery", "bracket"])
def test_another_word_suggests_nothing(written: str) -> None:
    assert did_you_mean(written, NAMES, otherwise="list them") == "list them"
