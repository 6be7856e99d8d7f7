"""Answers that will not do, and rules that they break: told at once, with what would mend them."""

from __future__ import annotations

import pytest
from tests.assemble.making import clause, library
from tests.assemble.test_interview import FRAME, SHELF, to_the_end, until

from treatykit.assemble.answers import Key, Kind
from treatykit.assemble.interview import WrongAnswerError, begin
from treatykit.errors import ContentError


def test_a_broken_rule_is_told_at_once_with_what_would_mend_it() -> None:
    now = until(begin(SHELF, FRAME), Kind.CHOOSE, "watch").answer("one")

    question = now.question()
    assert question
    assert question.key.kind is Kind.MEND
    assert question.told == (
        "watch/one requires any of arms, option:maps.old, which the draft does not have: somebody must look",
    )
    assert [offer.value for offer in question.offers] == [
        "maps.old yes",
        "arms/one",
        "arms/two",
        "watch/two",
        "omit watch",
    ]
    assert "maps.old" in to_the_end(now.answer("1")).text()
    assert to_the_end(now.answer("2")).entries()["add"] == {"arms": {"because": "somebody must look"}}
    assert to_the_end(now.answer("watch/two")).entries() == to_the_end(begin(SHELF, FRAME)).entries()


def test_what_was_given_beforehand_is_never_mended_away_in_silence() -> None:
    given = {Key(Kind.TYPE): "memorandum", Key(Kind.CHOOSE, "border"): "two"}
    with pytest.raises(ContentError, match="border/two does not fit a text of the type 'memorandum'"):
        to_the_end(begin(SHELF, FRAME | given))


@pytest.mark.parametrize(
    ("kind", "name", "reply", "message"),
    [
        (Kind.TITLE, "", "", "this has to be answered"),
        (Kind.TITLE, "", "a\x07b", "a character that no text can hold, U+0007"),
        (Kind.TYPE, "", "pact", "'pact' is none of these"),
        (Kind.TYPE, "", "9", "there is no number 9"),
        (Kind.PARTY, "1", "kar=the Republic of Karvela", "'kar' cannot be the name of a party"),
        (Kind.PARTY, "2", "KAR=another", "a second party with the code 'KAR'"),
        (Kind.VARIANT, "", "", "this has to be answered"),
        (Kind.SHORT, "KAR", "K", "'K' is too short for a name"),
        (Kind.SHORT, "KAR", "--", "'--' is too short for a name"),
        (Kind.SHORT, "KAR", "Karvela!", "'!' has no place in a name"),
        (Kind.SHORT, "TES", "Karvela", "KAR and TES have the same short name"),
        (Kind.SHORT, "TES", "Republic of Karvela", "KAR and TES have the same name"),
        (Kind.STRUCTURE, "", "maps; border; maps", "the topic 'maps' stands twice in the structure"),
        (Kind.STRUCTURE, "", "maps; bordr", "no clause 'bordr' in the library"),
        (Kind.CHOOSE, "maps", "thre", "'thre' is none of these"),
        (Kind.CHOOSE, "maps", "omit", "the reason is missing"),
        (Kind.CHOOSE, "maps", "bracket: one", "'one' does not say who proposes what"),
        (Kind.CHOOSE, "maps", "bracket: KAR:one,VEN:two", "no party has the code 'VEN'"),
        (Kind.CHOOSE, "maps", "bracket: KAR:one,TES:one", "all propose the same in the bracket of 'maps'"),
        (Kind.ADD, "", "arms", "the framework variant leaves out 'arms' on purpose: arms are contested"),
        (Kind.SET, "maps.published", "May", "a date is expected here"),
        (Kind.OPTION, "maps.old", "perhaps", "'perhaps' is neither yes nor no"),
        (Kind.IN, "", "comprehensive: watch=two", "'watch' cannot be said for one variant"),
        (Kind.IN, "", "choose watch=two", "'choose watch=two' does not say what differs in which variant"),
        (Kind.IN, "", "whole: choose watch=two", "no profile 'whole'"),
        (Kind.IN, "", "framework: choose watch=one", "'framework' is no other variant, but that of the draft"),
        (Kind.IN, "", "comprehensive: choose watch=three", "no alternative 'three' in 'watch'"),
        (Kind.IN, "", "comprehensive: omit maps=no need", "in the comprehensive variant, border/one"),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_the_question_stands(
    kind: Kind, name: str, reply: str, message: str
) -> None:
    given = {key: words for key, words in FRAME.items() if key != Key(kind, name) and kind is not Kind.PARTY}
    given |= {Key(Kind.PARTY, "1"): FRAME[Key(Kind.PARTY, "1")]} if (kind, name) == (Kind.PARTY, "2") else {}
    now = until(begin(SHELF, given | {Key(Kind.TITLE): "T"} if kind is not Kind.TITLE else given), kind, name)

    with pytest.raises(ContentError) as refused:
        now.answer(reply)

    assert refused.value.message.startswith(message)
    assert refused.value.where is None
    assert refused.value.hint


def test_an_answer_given_beforehand_that_will_not_do_is_named() -> None:
    wrong = {Key(Kind.SET, "roads.notice"): "1", Key(Kind.ADD, "roads"): "-"}

    with pytest.raises(WrongAnswerError, match="1 day is too little") as refused:
        begin(SHELF, FRAME | wrong)

    assert refused.value.key == Key(Kind.SET, "roads.notice")


def test_a_value_that_a_rule_wants_is_asked_for_and_missed_where_it_is_left_blank() -> None:
    given = FRAME | {Key(Kind.VARIANT): "comprehensive", Key(Kind.CHOOSE, "roads"): "two"}
    now = until(begin(SHELF, given), Kind.SET, "roads.lanes")

    question = now.take_default().question()
    assert question
    assert question.told == ("roads/two requires param:roads.lanes, which the draft does not have: lanes are counted",)
    offers = [offer.value for offer in question.offers]
    assert offers == ["ask roads.lanes", "blank roads.lanes", "roads/one", "omit roads"]
    assert now.take_default().answer("1").question() == now.question()
    assert to_the_end(now.answer("2")).entries()["params"] == {"roads.lanes": 2}


def test_where_all_takes_its_default_what_a_rule_wants_is_a_blank_on_purpose() -> None:
    given = FRAME | {Key(Kind.VARIANT): "comprehensive", Key(Kind.CHOOSE, "roads"): "two"}

    assert to_the_end(begin(SHELF, given)).entries()["params"] == {"roads.lanes": None}


def test_two_parties_whose_names_end_alike_have_different_short_names() -> None:
    given = FRAME | {Key(Kind.PARTY, "1"): "the Republic of Sarrow", Key(Kind.PARTY, "2"): "the Kingdom of Sarrow"}

    parties = to_the_end(begin(SHELF, given)).entries()["parties"]

    assert parties == {
        "SAR": {"full": "the Republic of Sarrow", "short": "Sarrow"},
        "SAR2": {"full": "the Kingdom of Sarrow", "short": "Kingdom of Sarrow"},
    }
    with pytest.raises(WrongAnswerError, match="KAR and TES have the same short name"):
        begin(SHELF, FRAME | {Key(Kind.SHORT, "KAR"): "Sarrow", Key(Kind.SHORT, "TES"): "sarrow"})


def test_who_reads_a_broken_rule_has_the_code_of_the_draft() -> None:
    given = FRAME | {Key(Kind.CHOOSE, "border"): "one", Key(Kind.BRACKET, "maps"): "KAR:one,TES:none"}
    question = begin(SHELF, given).question()

    assert question
    assert question.told[0].startswith("in the reading of TES, border/one requires maps/one")


def test_what_one_party_reads_is_mended_for_that_party_where_the_others_could_not_follow() -> None:
    """One wording of the principles forbids the free passage that the other one requires."""
    shelf = library(
        clause("passage", "Free.", "Controlled."),
        clause(
            "principles",
            "None is free.",
            "All is free.",
            of={
                "one": "    conflicts: [{target: passage/one, because: none is free.}]\n",
                "two": "    requires: [{target: passage/one, because: all is free.}]\n",
            },
        ),
        framework=["passage", "principles"],
    )
    now = begin(shelf, FRAME | {Key(Kind.BRACKET, "passage"): "KAR:one,TES:two"})

    question = now.question()
    assert question
    assert "let KAR alone propose 'principles/two' (Wording two)" in [each.label for each in question.offers]
    assert now.take_default().said[Key(Kind.BRACKET, "principles")] == "KAR:two,TES:one"
