"""Steps back in an interview: what was answered stands until another answer is given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.assemble.test_interview import FRAME, SHELF, asked, to_the_end, until

from treatykit.assemble.answers import Key, Kind
from treatykit.assemble.interview import begin


def test_an_answer_that_was_left_stands_when_it_is_asked_again() -> None:
    given = FRAME | {Key(Kind.VARIANT): "comprehensive"}
    sheets = until(begin(SHELF, given), Kind.SET, "maps.sheets")
    answered = until(sheets.answer("North; South"), Kind.SET, "roads.fee").answer("5000 EUR")

    again = answered.back(sheets)

    assert again.question() == replace(asked(sheets), earlier="North; South")
    assert again.take_default().said == sheets.answer("North; South").said
    fee = until(again.answer("East"), Kind.SET, "roads.fee")
    assert asked(fee).earlier == "5000 EUR"
    assert to_the_end(fee).entries()["params"] == {"maps.sheets": ("East",), "roads.fee": "5000 EUR"}


def test_an_answer_that_was_left_can_be_taken_back() -> None:
    third = until(begin(SHELF, FRAME | {Key(Kind.PARTY, "3"): "VEN=the Kingdom of Venn"}), Kind.PARTY, "4")
    fourth = third.answer("the Isles of Ost").back()

    assert asked(fourth).earlier == "OST=the Isles of Ost"
    assert fourth.forgotten().question() == third.question()
    assert "OST" not in to_the_end(fourth.forgotten()).text()


def test_what_enter_answered_is_no_answer_that_was_left() -> None:
    first = until(begin(SHELF, FRAME), Kind.TYPE)

    assert until(first, Kind.NUMBERING).back(first).question() == first.question()


@pytest.mark.parametrize("reply", ["two", "omit: not: now", "bracket: KAR:one,TES:none"])
def test_what_was_said_of_a_topic_stands_as_it_was_typed(reply: str) -> None:
    topic = until(begin(SHELF, FRAME), Kind.CHOOSE, "maps")

    again = topic.answer(reply).back()

    assert asked(again).earlier == reply
    assert again.take_default().said == topic.answer(reply).said


def test_topics_that_were_added_stand_one_after_the_other() -> None:
    nothing = until(begin(SHELF, FRAME), Kind.ADD)
    both = nothing.answer("roads").answer("arms: they are wanted")

    again = both.back().back()

    assert asked(again).earlier == "roads"
    assert asked(again.take_default()).earlier == "arms: they are wanted"
    assert again.take_default().take_default().said == both.said


def test_an_answer_that_a_question_no_longer_offers_does_not_stand() -> None:
    type_ = until(begin(SHELF, FRAME | {Key(Kind.VARIANT): "comprehensive"}), Kind.TYPE)
    border = until(type_, Kind.CHOOSE, "border").answer("two")

    treaty, memorandum = (until(border.back(type_).answer(each), Kind.CHOOSE, "border") for each in ("", "memorandum"))

    assert asked(treaty).earlier == "two"
    assert asked(memorandum).earlier == ""
