"""What holds for all checks: their order, their names, and what they take a text to be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import pytest
from tests.check.writing import text

from treatykit.check.checking import RULES, check_document, rule
from treatykit.check.rule import Rule
from treatykit.check.text import Text as Read
from treatykit.compare import compare
from treatykit.diagnostics import Severity
from treatykit.model.content import Paragraph, Text
from treatykit.model.decide import reject
from treatykit.model.document import Document
from treatykit.readers.text import read_text

SOUND = (
    "~ Recalling the past,",
    "# Commission",
    "- The Parties hereby establish a commission (the “Joint Commission”).",
    "- The Joint Commission shall meet within thirty days of the entry into force of this Treaty.",
    "# Entry into force",
    "- This Treaty shall enter into force in accordance with Article 1.",
    "- Either Party may submit this Treaty for registration with the Secretariat of the United Nations.",
    "= DONE in two originals, in the Karvelan and English languages, both texts being equally authentic.",
)


def test_a_sound_text_is_left_alone() -> None:
    assert check_document(text(*SOUND), "t.docx") == ()


def test_what_a_text_was_made_as_counts_whatever_its_title() -> None:
    made = text("# Peace", "- The Parties will keep the peace.", "= DONE in two originals.")
    declared = replace(made, meta=replace(made.meta, category="declaration"))

    due = {"no-registration", "no-entry-into-force"}
    assert due <= {each.code for each in check_document(made, "t.docx")}
    assert not due & {each.code for each in check_document(declared, "t.docx")}


def test_errors_come_first_and_a_check_can_be_left_out() -> None:
    lines = ("# A", "- Within ____ days. See Article 9.")

    severities = [each.severity for each in check_document(text(*lines), "t.docx")]

    assert severities == sorted(severities, key=list(Severity).index)
    assert "blank" not in {each.code for each in check_document(text(*lines), "t.docx", without=["blank"])}


def test_every_check_is_explained_and_has_a_name_of_its_own() -> None:
    assert len({each.id for each in RULES}) == len(RULES)
    for each in RULES:
        assert rule(each.id) is each
        assert each.why.endswith(".")
        assert each.misses.endswith(".")
        assert each.source
        assert not each.source.endswith(".")
        assert each.example.bad != each.example.better
        assert not each.title.endswith(".")


FOREIGN: Final = (
    "AGREEMENT",
    "The Government of the Republic of Karvela and the Government of the Republic of Tesmar (“the Parties”),",
    "Article 1",
    "Peace. This Agreement shall enter into force on signature.",
    "Done at Lindhaven on 3 May 2031, in {}, in the English language.",
    "For the Government of the Republic of Karvela",
    "For the Government of the Republic of Tesmar",
)
"""A text of which no file says what its paragraphs are."""


@pytest.mark.parametrize("last", [7, 5])
def test_a_text_from_outside_says_itself_how_many_parties_it_has(last: int) -> None:
    def said(count: str) -> list[str]:
        body = tuple(Paragraph((Text(line.format(count)),)) for line in FOREIGN[:last])
        return [each.message for each in check_document(Document(body=body), "t.txt") if each.code == "originals"]

    assert said("three originals") == ["Testimonium: 3 originals for 2 parties"]
    assert said("two originals") == said("duplicate") == said("a single copy") == []


def test_of_a_redline_the_text_with_all_changes_accepted_is_checked() -> None:
    redline = compare(text(*(line.replace("Article 1", "Article 9") for line in SOUND)), text(*SOUND))

    (pending,) = check_document(redline, "t.docx")
    assert (pending.code, pending.severity) == ("tracked-changes", Severity.NOTE)
    assert [each.code for each in check_document(reject(redline), "t.docx")] == ["broken-reference"]


PLAIN: Final = {
    "annex": "Treaty\nArticle 1\n{}\nAnnex I\nMap",
    "duplicate-number": "Treaty\n{}",
    "numbering-gap": "Treaty\n{}",
    "other-instrument": "Treaty on Peace\nArticle 1\n{}",
    "registered-memorandum": "Memorandum of Understanding\n{}",
    "term-case": "{}",
    "term-defined-twice": "Treaty\n{}",
    "term-used-early": "Treaty\n{}\nArticle 8\nThe Commission reports.",
    "treaty-words": "Memorandum of Understanding\n{}",
    "unbalanced-bracket": "{}",
}
"""Checks whose example is shown as somebody types it, in a text around it: what ' … ' divides are lines."""

AROUND: Final = {
    "broken-reference": (*["# A", "- Peace."] * 11, "# A", "- {}"),
    "preamble-only": ("~ {}", "# A", "- {}"),
    "recital-obliges": ("~ {}", "# A", "- {}"),
    "recital-opening": ("~ {}", "# A", "- Peace."),
}
"""Other places of an example than an article; an article that it names stands where the second gap is."""

NO_WORDS: Final = {"tracked-changes", "not-settled", "originals"}
"""Checks whose example tells of a file or of its facts, which no words can show; their fixtures do."""


_BESIDE: Final = " — and an article: "


def _shown(shown: Rule[Read], words: str) -> Document:
    words = re.sub(r" \([^()“]*\)$", "", words)  # an aside on the rest of the text
    if shown.id in PLAIN:
        typed = re.sub(r"(?<!^) … (?=Article)|(?<=\d)(?:\.|:) ", "\n", words)
        return read_text(f"{PLAIN[shown.id].format(typed)}\n".encode(), "t.txt").document
    if words.startswith("… and"):
        words = f"{shown.example.bad} — {words.removeprefix('… ')}"
    pieces = iter(words.split(_BESIDE))
    lines = AROUND.get(shown.id, ("# A", "- {}", "= DONE in two originals."))
    return text(*(line.format(next(pieces, "Peace.")) if "{}" in line else line for line in lines))


@pytest.mark.parametrize("shown", [each for each in RULES if each.id not in NO_WORDS], ids=lambda each: each.id)
def test_an_example_says_what_the_check_finds_and_what_it_leaves_alone(shown: Rule[Read]) -> None:
    def found(words: str) -> list[str]:
        return [each.code for each in check_document(_shown(shown, words), "t.docx")]

    assert shown.id in found(shown.example.bad)
    assert shown.id not in found(shown.example.better)


def test_a_term_that_is_only_written_small_is_not_called_unused() -> None:
    (case,) = (each for each in RULES if each.id == "term-case")

    assert [each.code for each in check_document(_shown(case, case.example.bad), "t.docx")] == ["term-case"]
