"""Conditions leave points out, and the punctuation of the list is set again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import article

from treatykit.assemble.conditions import printed
from treatykit.markup.syntax import Item, OptionCondition, Text

OPTIONS = """\
options:
  second: {prompt: Is the second wanted?, default: false}
"""


@given(st.lists(st.booleans(), min_size=2, max_size=6), st.sampled_from(["and", "or"]))
def test_whatever_is_left_of_a_list_ends_as_its_author_ended_it(kept: list[bool], joint: str) -> None:
    count = len(kept)
    endings = [";"] * (count - 2) + [f"; {joint}", "."]
    points = tuple(
        Item((Text(f"point{ending}"),), conditions=(OptionCondition(f"o{at}"),)) for at, ending in enumerate(endings)
    )

    left = printed(points, lambda condition: isinstance(condition, OptionCondition) and kept[int(condition.option[1:])])

    words = [item.inlines[-1].value for item in left if isinstance(item, Item) and isinstance(item.inlines[-1], Text)]
    number = sum(kept)
    expected = [";"] * (number - 2) + [f"; {joint}"] * (number > 1) + ["."] * (number > 0)
    assert words == [f"point{ending}" for ending in expected]


def test_a_point_that_goes_hands_its_and_to_the_one_before() -> None:
    body = "1. The Parties shall:\n   (a) sow;\n   (b) water; and\n   (c) {?second} reap."

    assert article(body, facts=OPTIONS) == ["The Parties shall:", "(a) sow; and", "(b) water."]
    assert article(body, facts=OPTIONS, more="options: {peace.second: true}\n") == [
        "The Parties shall:",
        "(a) sow;",
        "(b) water; and",
        "(c) reap.",
    ]


def test_a_list_without_punctuation_gets_it() -> None:
    body = "1. The Parties shall:\n   (a) sow\n   (b) water\n   (c) reap"

    assert article(body) == ["The Parties shall:", "(a) sow;", "(b) water; and", "(c) reap."]


def test_points_that_are_sentences_end_themselves() -> None:
    body = "1. The rules are these:\n   (a) Sow.\n   (b) {?second} Water.\n   (c) Reap."

    assert article(body, facts=OPTIONS) == ["The rules are these:", "(a) Sow.", "(b) Reap."]


def test_a_list_of_definitions_needs_no_and() -> None:
    body = "1. In this text:\n   (a) sowing is done first;\n   (b) reaping is done last."

    assert article(body)[1:] == ["(a) sowing is done first;", "(b) reaping is done last."]


def test_the_end_of_an_inner_list_is_that_of_its_point() -> None:
    body = (
        "1. The Parties shall:\n   (a) sow:\n       (i) wheat; and\n       (ii) {?second} rye;\n"
        "   (b) water; and\n   (c) {?second} reap."
    )

    assert article(body, facts=OPTIONS) == ["The Parties shall:", "(a) sow:", "(i) wheat; and", "(b) water."]


def test_a_note_behind_the_last_word_stays_behind_the_punctuation() -> None:
    body = "1. The Parties shall:\n   (a) sow;[^n]\n   (b) water; and\n   (c) {?second} reap.\n\n[^n]: In spring."

    assert article(body, facts=OPTIONS)[1:] == ["(a) sow; and", "(b) water."]


def test_words_that_close_a_list_keep_their_place() -> None:
    body = "1. The Parties:\n   (a) shall not sow; and\n   (b) {?second} shall not reap,\n   and shall not sell."

    assert article(body, facts=OPTIONS) == ["The Parties:", "(a) shall not sow,", "and shall not sell."]
