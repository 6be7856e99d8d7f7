"""The draft file: what it may say, and where an error points."""

from __future__ import annotations

import pytest
from tests.assemble.making import DRAFT, clause, draft, library, made

from treatykit.assemble.draft import read_draft
from treatykit.errors import ContentError
from treatykit.model.document import Status


def test_the_shortest_draft_has_a_title_a_variant_and_two_parties() -> None:
    file = draft().file

    assert file.title == "Treaty on Good Order"
    assert list(file.parties) == ["KAR", "TES"]


def test_words_are_one_line_however_they_are_written() -> None:
    file = read_draft(DRAFT.replace("Treaty on Good Order", "|\n  Treaty on\n  Good\tOrder"), "draft.yaml").file

    assert file.title == "Treaty on Good Order"


def test_the_code_of_norway_is_a_word() -> None:
    file = read_draft(DRAFT.replace("KAR:", "NO:"), "draft.yaml").file

    assert list(file.parties) == ["NO", "TES"]


def test_facts_are_read_as_what_they_are() -> None:
    file = draft("status: negotiating\ndate: 2031-05-03\ndone: {date: the third day of May}\n").file

    assert file.status is Status.NEGOTIATING
    assert file.date is not None
    assert str(file.date) == "2031-05-03"
    assert file.done is not None
    assert file.done.date == "the third day of May"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("chose: {}\n", "draft.yaml:7:1: no key is called 'chose' here — did you mean 'choose'?"),
        ("status: negotiatin\n", "draft.yaml:7:9: 'negotiatin' is not possible here — did you mean 'negotiating'?"),
        ("date: 2031-02-30\n", "draft.yaml:7:7: there is no day 2031-02-30 — write year-month-day, '2031-05-03'"),
        (
            "add:\n  arms: {becuase: yes}\n",
            "draft.yaml:8:10: no key is called 'becuase' here — did you mean 'because'?",
        ),
        (
            "choose: {peace: one}\nomit: {peace: not wanted}\n",
            "draft.yaml:8:8: the topic 'peace' is named under 'choose' and under 'omit' — say one of the two",
        ),
        (
            "omit: {peace: not wanted}\nbracket: {peace: {KAR: one, TES: two}}\n",
            "draft.yaml:8:11: the topic 'peace' is named under 'omit' and under 'bracket' — say one of the two",
        ),
        (
            "choose: {peace: one}\nadd: {peace: {alternative: two}}\n",
            "draft.yaml:8:7: the topic 'peace' is named under 'choose' and under 'add' — say one of the two",
        ),
        (
            "bracket: {peace: {KAR: one, TEZ: two}}\n",
            "draft.yaml:7:29: no party has the code 'TEZ' — the parties are KAR, TES",
        ),
        (
            "bracket: {peace: {KAR: one, TES: one}}\n",
            "draft.yaml:7:11: all propose the same in the bracket of 'peace' — what is agreed goes under 'choose'; who "
            "has not spoken is left out of the bracket",
        ),
        (
            "bracket: {peace: {KAR: none}}\n",
            "draft.yaml:7:11: nobody proposes words in the bracket of 'peace' — give a party its alternative; what all "
            "leave out goes under 'omit'",
        ),
        (
            "structure: [peace]\nomit: {peace: not wanted}\n",
            "draft.yaml:8:1: 'omit' beside 'structure' — 'structure' names all topics; put the topic there or take it "
            "out there",
        ),
        (
            "languages: {authentic: [Karvelan], prevailing: English}\n",
            "draft.yaml:7:48: English prevails, but is no authentic language — name it under 'authentic' too",
        ),
        (
            "variants:\n  framework:\n    choose: {peace: one}\n    omit: {peace: no}\n",
            "draft.yaml:10:12: the topic 'peace' is named under 'choose' and under 'omit' — say one of the two",
        ),
        ('symbol: "KT\\a1"\n', "draft.yaml:7:9: a character that no text can hold, U+0007 — delete it"),
        ('params: {a.b: ["x\\uFFFE"]}\n', "draft.yaml:7:16: a character that no text can hold, U+FFFE — delete it"),
        ("title: Another\n", "draft.yaml:7:1: the key 'title' is given twice — the first is at line 2"),
    ],
)
def test_a_contradiction_is_refused_where_it_stands(more: str, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        draft(more)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "draft.yaml: this is no draft file — a draft begins with 'format: treatykit-draft/1'"),
        ("- a list\n", "draft.yaml: this is no draft file — a draft begins with 'format: treatykit-draft/1'"),
        (
            "format: treatykit-profile/1\n",
            "draft.yaml:1:9: this is no draft file: its format is 'treatykit-profile/1' — a draft begins with "
            "'format: treatykit-draft/1'",
        ),
        (
            DRAFT.rsplit("  TES", 1)[0],
            "draft.yaml:5:3: a text needs two parties at least — add the others",
        ),
        (
            DRAFT.replace("Tesmar, adj", "Karvela, adj"),
            "draft.yaml:6:46: KAR and TES have the same short name — give each party one of its own",
        ),
    ],
)
def test_what_is_no_draft_is_said_to_be_none(text: str, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_draft(text, "draft.yaml")

    assert str(refused.value) == message


def told(more: str, *, head: str = DRAFT) -> list[str]:
    """What is told of a draft that is made from a small library, without the hints."""
    shelf = library(
        clause(
            "peace",
            "Within {{ peace.days | words }}.",
            facts="params:\n  days: {type: duration, unit: days, max: 9, prompt: x}\n",
        ),
        clause("border", "A line.", "Another line."),
        framework=["peace", "border"],
    )
    with pytest.raises(ContentError) as refused:
        made(more, shelf, head=head)
    return [line.removeprefix("draft.yaml:").split(" — ")[0] for line in refused.value.lines]


def test_all_that_is_mistyped_is_told_at_once() -> None:
    assert told("status: negotiatin\nchose: {peace: one}\n", head=DRAFT.replace("short: Tesmar, ", "")) == [
        "7:9: 'negotiatin' is not possible here",
        "8:1: no key is called 'chose' here",
        "6:8: 'short' is missing",
    ]


def test_all_contradictions_are_told_at_once() -> None:
    assert told(
        "choose: {peace: one, border: one}\nomit: {peace: no, border: no}\nlanguages: {authentic: [A], prevailing: B}\n"
    ) == [
        "8:8: the topic 'peace' is named under 'choose' and under 'omit'",
        "8:19: the topic 'border' is named under 'choose' and under 'omit'",
        "9:41: B prevails, but is no authentic language",
    ]


def test_all_that_the_library_does_not_have_is_told_at_once() -> None:
    chosen = "choose: {peice: one, border: tow}\nomit: {boarder: no}\n"
    given = "params: {peace.days: 10 days, peace.day: 1}\noptions: {x.y: true}\n"

    assert told(chosen + given) == [
        "7:10: no clause 'peice' in the library",
        "7:30: no alternative 'tow' in 'border'",
        "8:8: no clause 'boarder' in the library",
        "9:31: 'peace' has no parameter 'day'",
        "10:11: no clause 'x' in the library",
        "9:22: 10 days is too much",
    ]
