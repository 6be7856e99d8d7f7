"""How a changed paragraph reads: whole words, phrases, numbers and references, whatever runs they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.plain_redlines import body, document, printed, redline

from treatykit.compare import changes, compare
from treatykit.compare.units import units_in
from treatykit.model.changes import ChangeKind
from treatykit.model.content import (
    BracketClose,
    BracketOpen,
    DefinitionClose,
    DefinitionOpen,
    Paragraph,
    Reference,
    Slot,
    Stance,
    Text,
)
from treatykit.model.decide import accept, reject
from treatykit.model.properties import RunFormat

BOLD = RunFormat(bold=True)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Each Party shall act.", "Each Party may act.", "Each Party [-shall-]{+may+} act."),
        ("The Parties agree", "The Parties agree.", "The Parties agree{+.+}"),
        ("roads and railways", "roads, railways and ports", "roads[- and-]{+,+} railways{+ and ports+}"),
        ("in good faith", "good faith", "[-in -]good faith"),
        ("by consultation.", "by peaceful consultation.", "by {+peaceful +}consultation."),
        ("It shall apply.", "It shall not apply.", "It shall {+not +}apply."),
        ("", "Peace.", "{+Peace.+}"),
    ],
)
def test_a_change_is_marked_word_by_word(old: str, new: str, marked: str) -> None:
    assert redline(old, new) == marked


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("within 30 days", "within 60 days", "within [-30 days-]{+60 days+}"),
        ("in thirty (30) days of", "in sixty (60) days of", "in [-thirty (30) days-]{+sixty (60) days+} of"),
        ("a period of ninety days", "a period of ninety-five days", "a period of [-ninety days-]{+ninety-five days+}"),
        ("EUR 1,500 and", "EUR 1,600 and", "[-EUR 1,500-]{+EUR 1,600+} and"),
        ("on 8 March 1996 at", "on 8 May 1996 at", "on [-8 March 1996-]{+8 May 1996+} at"),
        ("of 25.5 % of", "of 25.6 % of", "of [-25.5 %-]{+25.6 %+} of"),
        ("under Article 5, paragraph 2 (b), of", "under Article 6, paragraph 2 (b), of",
         "under [-Article 5, paragraph 2 (b)-]{+Article 6, paragraph 2 (b)+}, of"),
        ("two hundred and twenty tonnes", "two hundred and thirty tonnes",
         "[-two hundred and twenty tonnes-]{+two hundred and thirty tonnes+}"),
    ],
)  # fmt: skip
def test_a_number_a_time_limit_and_a_reference_are_never_split(old: str, new: str, marked: str) -> None:
    assert redline(old, new) == marked


def test_a_defined_term_is_never_split() -> None:
    definition = Paragraph(
        (Text("a “"), DefinitionOpen(), Text("Joint Commission"), DefinitionClose(), Text("” is established"))
    )
    old = document(definition, "The Joint Commission shall meet.")
    new = document(definition, "The Joint Committee shall meet.")

    assert printed(compare(old, new)).split("\n")[1] == "The [-Joint Commission-]{+Joint Committee+} shall meet."


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("双方应在三十日内通知", "双方可在六十日内通知", "双方[-应-]{+可+}在[-三十-]{+六十+}日内通知"),
        ("領土保全を尊重する", "主権及び領土保全を尊重する", "{+主権及び+}領土保全を尊重する"),
        ("ภาคีต้องร่วมมือกัน", "ภาคีอาจร่วมมือกัน", "ภาคี[-ต้อง-]{+อาจ+}ร่วมมือกัน"),
        ("Կողմերը պետք է համագործակցեն", "Կողմերը կարող են համագործակցել",
         "Կողմերը [-պետք է համագործակցեն-]{+կարող են համագործակցել+}"),
    ],
)  # fmt: skip
def test_scripts_without_spaces_are_compared_by_characters_others_by_words(old: str, new: str, marked: str) -> None:
    assert redline(old, new) == marked


def test_a_letter_keeps_its_accents() -> None:
    assert redline("cafe\u0301 ouvert", "cafe ouvert") == "[-cafe\u0301-]{+cafe+} ouvert"


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "The Commission shall meet twice a year in the capitals of the Parties. It may, at any time, propose to"
            " the parties that the matter be settled by an expert.",
            "The Commission shall meet twice a year in the capitals of the Parties. It may, where it deems this"
            " useful, submit to the parties a list of independent experts.",
            "The Commission shall meet twice a year in the capitals of the Parties. It may, "
            "[-at any time, propose to the parties that the matter be settled by an expert-]"
            "{+where it deems this useful, submit to the parties a list of independent experts+}.",
        ),
        (
            "terminate the application of this Agreement in respect of any of the parts of the Kingdom.",
            "terminate the application of this Agreement in respect of any parts of the Kingdom, in accordance with the"
            " Charter for the Kingdom of the Netherlands.",
            "terminate the application of this Agreement in respect of any [-of the -]parts of the Kingdom{+, in"
            " accordance with the Charter for the Kingdom of the Netherlands+}.",
        ),
        (
            "States shall consult. States shall report.",
            "States shall consult. States shall cooperate. States shall report.",
            "States shall consult. {+States shall cooperate. +}States shall report.",
        ),
    ],
)
def test_a_rewritten_phrase_is_replaced_as_a_phrase(old: str, new: str, marked: str) -> None:
    assert redline(old, new) == marked


def test_a_word_is_one_word_in_whatever_runs_it_stands() -> None:
    whole = document("the sovereignty of States")
    halved = document(Paragraph((Text("the sov"), Text("ereignty", BOLD), Text(" of States"))))
    other = document(Paragraph((Text("the ind"), Text("ependence", BOLD), Text(" of States"))))

    assert printed(compare(whole, halved)) == "the sov~ereignty~ of States"
    assert printed(compare(halved, other)) == "the [-sovereignty-]{+independence+} of States"
    assert [change.kind for change in changes(compare(whole, halved))] == [ChangeKind.REFORMATTED]


def test_white_space_alone_is_marked_and_nothing_around_it() -> None:
    assert redline("Article  5 of the Treaty", "Article 5 of the Treaty") == "Article [- -]5 of the Treaty"


def test_a_reference_that_follows_a_renumbering_is_not_marked() -> None:
    old = document(Paragraph((Text("under "), Reference("transit", "Article 7"), Text(" shall"))))
    new = document(Paragraph((Text("under "), Reference("transit", "Article 8"), Text(" shall"))))
    other = document(Paragraph((Text("under "), Reference("recognition", "Article 7"), Text(" shall"))))

    assert changes(compare(old, new)) == ()
    assert printed(compare(old, other)) == "under [-Article 7-]{+Article 7+} shall"


def test_brackets_and_blanks_are_compared_as_what_they_are() -> None:
    agreed = document(Paragraph((Text("The Parties shall consult."),)))
    bracketed = document(
        Paragraph(
            (Text("The Parties "), BracketOpen((Stance("KAR"),)), Text("shall"), BracketClose(), Text(" consult."))
        )
    )
    blank = document(Paragraph((Text("within "), Slot("entry.days"), Text(" days"))))
    filled = document("within 30 days")

    assert printed(compare(agreed, bracketed)) == "The Parties {+[KAR: +}shall{+]+} consult."
    assert printed(compare(blank, filled)) == "within [-______ days-]{+30 days+}"


def test_a_text_that_holds_the_signs_for_marks_and_objects_is_still_a_text() -> None:
    old = document(body("a \u2029 b"), Paragraph((Text("x \ufffc y"),)))
    new = document(body("a \u2029 c"), Paragraph((Text("x "), Slot("days"), Text(" y"))))
    marked = compare(old, new)

    assert accept(marked) == new
    assert reject(marked) == old


PIECES = [
    "Article 5",
    "(a)",
    "thirty",
    "30",
    " days",
    " ",
    ", ",
    "-",
    "’",
    "é",
    "e\u0301",
    "я",
    "א\u05b0",
    "\u200d",
    "ภา",
    "日",
]


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=8).map("".join))
def test_a_text_has_the_same_units_beside_another_script(text: str) -> None:
    spans = [unit.span() for unit in units_in(text)]

    assert [unit.span() for unit in units_in(f"{text}\n和")] == [*spans, (len(text) + 1, len(text) + 2)]
