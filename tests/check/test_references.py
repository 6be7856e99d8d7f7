"""A reference is checked down to its paragraph and point, and one to another instrument is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import DRAFT
from tests.check.writing import text

from treatykit.app.shelves import packaged_shelf
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import read_draft
from treatykit.check.checking import check_document
from treatykit.model.divisions import Divisions
from treatykit.model.document import Document
from treatykit.model.numbering import UNITED_NATIONS, dividing, number
from treatykit.readers.text import read_text
from treatykit.writers import write

ANOTHERS: Final = (
    "{} of the Charter of the United Nations",
    "UNCLOS, {}",
    "the Vienna Convention on the Law of Treaties, {}",
    "{} of that Convention",
    "the Convention and its {}",
    "Ibid., {}",
)


def broken(document: Document) -> list[str]:
    found = check_document(document, "t.docx")
    return [each.message for each in found if each.code == "broken-reference"]


def article(paragraphs: int) -> list[str]:
    return ["# On peace", *["- Peace." for _ in range(paragraphs)]]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.integers(1, 8), st.integers(1, 8))
def test_a_reference_is_broken_if_and_only_if_the_paragraph_is_not_there(
    articles: Sequence[int], number: int, paragraph: int
) -> None:
    lines = [line for count in articles for line in article(count)]
    there = paragraph <= ([*articles, 2, *[0] * 8])[number - 1]

    for cited in (f"Article {number}, paragraph {paragraph}", f"paragraph {paragraph} of Article {number}"):
        assert (broken(text(*lines, "# Last", "- It is done.", f"- See {cited}.")) == []) is there, cited


@given(st.sampled_from(ANOTHERS), st.integers(2, 99), st.integers(1, 9))
def test_a_reference_to_another_instrument_is_left_alone(frame: str, number: int, paragraph: int) -> None:
    for cited in (f"Article {number}", f"Article {number}, paragraph {paragraph}", f"Articles {number} to 120"):
        assert broken(text(*article(2), "# Last", f"- See {frame.format(cited)}.")) == []


@pytest.mark.parametrize("variant", ["framework", "partial", "comprehensive"])
@pytest.mark.parametrize("numbering", ["united-nations", "roman", "continental", "roman-continental"])
def test_the_references_that_a_draft_prints_are_all_found_to_be_right(variant: str, numbering: str) -> None:
    draft = read_draft(f"{DRAFT}numbering: {numbering}\n", "draft.yaml")

    document = assemble(draft, packaged_shelf(), variant=variant).document

    assert broken(document) == []
    assert broken(read_text(write(document, ".txt"), "t.txt").document) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("See Article 1, paragraph 7.", "Article 1 has no paragraph 7"),
        ("See paragraph 4.", "Article 2 has no paragraph 4"),
        ("See Article 1, paragraph 2 (f).", "Article 1, paragraph 2 has no point (f)"),
        ("See Article 1.3 and Article 1 (3).", "Article 1 has no paragraph 3"),
        ("See Articles 1, 2 and 9.", "there is no Article 9 in this text"),
        ("See Article IX.", "there is no Article IX in this text"),
        ("See Article 1bis.", "there is no Article 1bis in this text"),
    ],
)
def test_the_message_names_what_is_missing(words: str, message: str) -> None:
    document = text(*article(2), "# Last", "- Peace.", f"- {words}")

    assert broken(document) == [f"Article 2, paragraph 2: {message}"]


@pytest.mark.parametrize(
    "words",
    [
        "See Article II, paragraph 1.",
        "See Article 1, paragraph 2.",
        "See paragraph 1 and Article 1 (2).",
        "See Article 1.2.",
    ],
)
def test_an_article_is_found_however_its_number_is_written(words: str) -> None:
    assert broken(text(*article(2), "# Last", "- Peace.", f"- {words}")) == []


def test_annexes_are_found_when_several_are_named_at_once() -> None:
    document = text("# A", "- See Annexes I to III to this Treaty, and Annex VII to UNCLOS.", "@ Maps", "@ Rules")
    found = [each.message for each in check_document(document, "t.docx") if each.code == "annex"]

    assert found == ["Article 1: there is no Annex III to this text"]


@pytest.mark.parametrize(
    ("divisions", "words", "found"),
    [
        (Divisions.SECTIONS, "See Section 2, paragraph 2.", []),
        (Divisions.SECTIONS, "See Section 3.", ["Section 1: there is no Section 3 in this text"]),
        (Divisions.SECTIONS, "See Section 2, paragraph 3.", ["Section 1: Section 2 has no paragraph 3"]),
        (Divisions.PARAGRAPHS, "See Paragraph 2, subparagraph 2, and Article 51 of the Charter.", []),
        (Divisions.PARAGRAPHS, "See Paragraph 3.", ["Paragraph 1: there is no Paragraph 3 in this text"]),
        (Divisions.PARAGRAPHS, "See Paragraph 2, subparagraph 3.", ["Paragraph 1: Paragraph 2 has no subparagraph 3"]),
    ],
)
def test_articles_of_another_name_are_found_by_it(divisions: Divisions, words: str, found: list[str]) -> None:
    document = number(text("# A", f"- {words}", "# B", "- One.", "- Two."), dividing(UNITED_NATIONS, divisions))

    assert broken(document) == found
