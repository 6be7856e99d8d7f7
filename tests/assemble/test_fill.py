"""Slots: the closed list of words, parameters, roles, blanks."""

from __future__ import annotations

import pytest
from tests.assemble.making import DRAFT, THREE, article, clause, library, lines, made

from treatykit.errors import ContentError
from treatykit.model.content import Slot, Text
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs

PARAMS = """\
params:
  hours: {type: integer, prompt: How many hours?, default: 24, min: 1, max: 48}
  time: {type: duration, unit: days, prompt: How long?}
  day: {type: date, prompt: Which day?}
  sum: {type: money, prompt: How much?}
  towns: {type: list, prompt: Which towns?}
  mode: {type: choice, prompt: Which mode?, choices: [road, rail]}
  name: {type: text, prompt: Which name?}
  transit_state: {type: party, prompt: Which party is crossed?}
"""
BODY = (
    "{{ peace.hours | words }} / {{ peace.time | words }} / {{ peace.time }} / {{ peace.day | date }} / "
    "{{ peace.sum | money }} / {{ peace.towns | join }} / {{ peace.mode }} / {{ peace.name }} / "
    "{{ transit_state.full | cap }} / {{ transit_state.short }} / {{ transit_state.adjective | upper }}"
)
VALUES = """\
params:
  peace.time: 30 days
  peace.day: 1996-03-08
  peace.sum: 1000000 EUR
  peace.towns: [Astrel, Sarrow, Velmoor]
  peace.mode: rail
  peace.name: the Long Road
  transit_state: TES
"""


def test_every_kind_of_value_is_written_out() -> None:
    assert article(BODY, facts=PARAMS, more=VALUES) == [
        "twenty-four / thirty days / 30 days / 8 March 1996 / EUR 1,000,000 / Astrel, Sarrow and Velmoor / rail / "
        "the Long Road / The Republic of Tesmar / Tesmar / TESMARI"
    ]


def test_what_nobody_fills_stays_a_blank_and_of_a_time_the_unit_is_printed() -> None:
    assert article(BODY, facts=PARAMS) == ["twenty-four / ______ days / ______ days" + " / ______" * 8]


def test_one_day_is_no_days() -> None:
    facts = "params:\n  time: {type: duration, unit: days, prompt: How long?}\n"

    assert article("{{ peace.time | words | cap }}.", facts=facts, more="params: {peace.time: 1}\n") == ["One day."]


@pytest.mark.parametrize(("number", "printed"), [("999", "999"), ("1000", "1,000"), ("1250000", "1,250,000")])
def test_figures_from_a_thousand_on_have_commas(number: str, printed: str) -> None:
    facts = """\
params:
  troops: {type: integer, prompt: How many?}
  time: {type: duration, unit: days, prompt: How long?}
  edition: {type: text, prompt: Which edition?}
"""
    more = f'params: {{peace.troops: {number}, peace.time: {number}, peace.edition: "1976"}}\n'

    assert article("{{ peace.troops }} / {{ peace.time }} / {{ peace.edition }}", facts=facts, more=more) == [
        f"{printed} / {printed} days / 1976"
    ]


def test_an_empty_entry_leaves_a_blank_on_purpose() -> None:
    shelf = library(clause("peace", BODY, facts=PARAMS), framework=["peace"])

    blanks = {blank.name: blank.wanted for blank in made("params: {peace.hours: }\ndone: {date: }\n", shelf).blanks}

    assert blanks["peace.hours"]
    assert not blanks["peace.time"]


def test_a_blank_knows_its_question_and_how_often_it_stands() -> None:
    shelf = library(clause("peace", BODY, facts=PARAMS), framework=["peace"])

    blank = next(blank for blank in made("", shelf).blanks if blank.name == "peace.time")

    assert (blank.prompt, blank.times) == ("How long?", 2)


@pytest.mark.parametrize(
    "hostile",
    ["{{ peace.hours }}", "{{ 7 * 7 }}", "{% raw %}", "[KAR: no]", "{@peace}", "<b>&</b>", "*x*", "> note", "[x]"],
)
def test_a_value_is_never_read_again(hostile: str) -> None:
    facts = "params:\n  name: {type: text, prompt: Which name?}\n"
    shelf = library(clause("peace", "{{ peace.name }}", facts=facts), framework=["peace"])

    assembly = made(f"params:\n  peace.name: '{hostile}'\n", shelf)

    assert lines(assembly)[1] == hostile
    printed = next(
        paragraph
        for paragraph in paragraphs(assembly.document)
        if paragraph.key is None and paragraph.role is Role.BODY
    )
    assert printed.inlines == (Text(hostile),)


@pytest.mark.parametrize(
    ("body", "two", "three"),
    [
        ("{{ the_parties }}", "the Parties", "the Parties"),
        ("{{ each_party }}", "each Party", "each Party"),
        ("{{ either_party }}", "either Party", "any Party"),
        ("{{ neither_party }}", "neither Party", "no Party"),
        ("{{ both_parties }}", "both Parties", "all Parties"),
        ("{{ the_other_party }}", "the other Party", "the other Parties"),
        ("{{ one_party }}", "one Party", "any Party"),
        ("{{ originals }}", "two originals", "three originals"),
        (
            "{{ authentic_languages }}",
            "the Karvelan and Tesmari languages",
            "the Karvelan, Tesmari and Vennish languages",
        ),
        (
            "{{ party_names }}",
            "the Republic of Karvela and the Republic of Tesmar",
            "the Republic of Karvela, the Republic of Tesmar and the Kingdom of Venn",
        ),
    ],
)
def test_words_follow_the_number_of_the_parties(body: str, two: str, three: str) -> None:
    assert article(body) == [two]
    assert article(body, head=THREE) == [three]


def test_governments_conclude_where_the_level_says_so() -> None:
    head = DRAFT.replace("variant:", "level: governments\nvariant:")

    assert article("{{ party_names }}", head=head) == [
        "the Government of the Republic of Karvela and the Government of the Republic of Tesmar"
    ]


def test_a_name_that_is_already_that_of_a_government_is_not_doubled() -> None:
    head = DRAFT.replace("variant:", "level: governments\nvariant:").replace(
        "full: the Republic of Karvela", "full: the Government of the Republic of Karvela"
    )

    assert article("{{ party_names }}", head=head) == [
        "the Government of the Republic of Karvela and the Government of the Republic of Tesmar"
    ]


def test_place_and_day_are_blanks_until_the_draft_knows_them() -> None:
    body = "Done at {{ place }} on {{ done_date | date }}, {{ prevailing_language }} prevailing."

    assert article(body) == ["Done at ______ on ______, ______ prevailing."]
    assert article(body, more="done: {place: Lindhaven, date: 2031-05-03}\nlanguages: {prevailing: English}\n") == [
        "Done at Lindhaven on 3 May 2031, English prevailing."
    ]


def test_no_expression_is_left_in_a_text() -> None:
    shelf = library(clause("peace", BODY, facts=PARAMS), framework=["peace"])

    for paragraph in paragraphs(made(VALUES, shelf).document):
        assert not any(isinstance(inline, Slot) for inline in paragraph.inlines)
        assert not any("{{" in getattr(inline, "value", "") for inline in paragraph.inlines)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("params:\n  peace.huors: 5\n", "draft.yaml:8:3: 'peace' has no parameter 'huors' — did you mean 'hours'?"),
        ("params:\n  piece.hours: 5\n", "draft.yaml:8:3: no clause 'piece' in the library — did you mean 'peace'?"),
        ("params:\n  peace.hours: 49\n", "draft.yaml:8:16: 49 is too much — the most is 48"),
        ("params:\n  peace.mode: rial\n", "draft.yaml:8:15: 'rial' is none of the choices — did you mean 'rail'?"),
        ("params:\n  transit_state: KRA\n", "draft.yaml:8:18: no party has the code 'KRA' — did you mean 'KAR'?"),
        (
            "params:\n  transit_stat: KAR\n",
            "draft.yaml:8:3: no clause speaks of a role 'transit_stat' — did you mean 'transit_state'?",
        ),
        (
            "options:\n  peace.escorts: true\n",
            "draft.yaml:8:3: 'peace' has no option 'escorts' — 'peace' asks for nothing",
        ),
    ],
)
def test_a_value_that_no_clause_can_use_is_refused_where_it_stands(more: str, message: str) -> None:
    shelf = library(clause("peace", BODY, facts=PARAMS), framework=["peace"])

    with pytest.raises(ContentError) as refused:
        made(more, shelf)

    assert str(refused.value) == message
