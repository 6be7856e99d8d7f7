"""Numbers and references: counted through the text, printed in a scheme, followed by what cites them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import documents

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Cell,
    Inline,
    Mark,
    NoteReference,
    Paragraph,
    Reference,
    Row,
    Table,
    Text,
)
from treatykit.model.divisions import Divisions
from treatykit.model.document import Document, HeaderFooter
from treatykit.model.numbering import (
    CONTINENTAL,
    ROMAN_ARTICLES,
    SCHEMES,
    UNITED_NATIONS,
    NumberingScheme,
    dividing,
    number,
    scheme_of,
)
from treatykit.model.numerals import from_roman, numeral
from treatykit.model.plain import inlines_text, paragraph_text
from treatykit.model.properties import Label, Properties, Role


def paragraph(
    role: Role, level: int = 0, *, key: str | None = None, typed: str = "", inlines: tuple[Inline, ...] = ()
) -> Paragraph:
    label = Label(typed, typed=True) if typed else None
    return Paragraph(inlines, Mark(properties=Properties(role=role, level=level, label=label), key=key))


def item(level: int, key: str | None = None, *inlines: Inline) -> Paragraph:
    return paragraph(Role.ITEM, level, key=key, inlines=inlines)


def article(key: str | None = None, typed: str = "") -> Paragraph:
    return paragraph(Role.ARTICLE, key=key, typed=typed)


def labels(*body: Paragraph, scheme: NumberingScheme = UNITED_NATIONS) -> list[str]:
    numbered = number(Document(body=body), scheme)
    return [block.label.text for block in numbered.body if isinstance(block, Paragraph) and block.label]


def cited(target: str, *body: Paragraph, scheme: NumberingScheme = UNITED_NATIONS) -> str:
    """How a reference at the end of the last paragraph of the body prints."""
    last = replace(body[-1], inlines=(Reference(target, "?"),))
    numbered = number(Document(body=(*body[:-1], last)), scheme)
    end = numbered.body[-1]
    assert isinstance(end, Paragraph)
    return inlines_text(end.inlines)


@given(documents())
def test_numbering_twice_is_numbering_once(document: Document) -> None:
    assert number(number(document)) == number(document)


@given(documents())
def test_the_scheme_of_a_numbered_text_is_found_again(document: Document) -> None:
    for scheme, divisions in product(SCHEMES.values(), Divisions):
        numbered = number(document, dividing(scheme, divisions))
        found = scheme_of(numbered)
        assert found is not None
        assert number(numbered, found) == numbered


@given(documents())
def test_numbering_changes_no_words(document: Document) -> None:
    def words(value: Document) -> list[tuple[Inline, ...]]:
        return [block.inlines for block in value.body if isinstance(block, Paragraph)]

    assert words(number(document)) == words(document)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(count: int) -> None:
    assert from_roman(numeral(count, "I")) == count


@pytest.mark.parametrize(("count", "printed"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")])
def test_letters_go_on_as_word_has_them(count: int, printed: str) -> None:
    assert numeral(count, "a") == printed
    assert numeral(count, "A") == printed.upper()


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "IXI"])
def test_what_is_no_roman_numeral_is_none(text: str) -> None:
    assert from_roman(text) is None


def test_articles_are_counted_through_and_items_afresh_in_each() -> None:
    body = (article(), item(1), item(2), item(2), item(3), item(1), article(), item(1), item(2))

    assert labels(*body) == ["Article 1", "1.", "(a)", "(b)", "(i)", "2.", "Article 2", "1.", "(a)"]


def test_articles_may_be_roman() -> None:
    assert labels(article(), article(), item(1), scheme=ROMAN_ARTICLES) == ["ARTICLE I", "ARTICLE II", "1."]


def test_points_may_have_half_brackets_which_references_keep() -> None:
    body = (article("peace"), item(1), item(2, "peace#a"), item(3), item(4), article())

    assert labels(*body, scheme=CONTINENTAL) == ["Article 1", "1.", "a)", "i)", "A)", "Article 2"]
    assert cited("peace#a", *body, scheme=CONTINENTAL) == "Article 1, paragraph 1 a)"


def test_articles_may_have_another_name_which_references_keep() -> None:
    body = (article("peace"), item(1, "peace#ban"), article("war"))
    sections = dividing(UNITED_NATIONS, Divisions.SECTIONS)
    paragraphs = dividing(ROMAN_ARTICLES, Divisions.PARAGRAPHS)

    assert labels(*body, scheme=sections) == ["Section 1", "1.", "Section 2"]
    assert cited("peace#ban", *body, scheme=sections) == "Section 1, paragraph 1"
    assert labels(*body, scheme=paragraphs) == ["PARAGRAPH I", "1.", "PARAGRAPH II"]
    assert cited("peace#ban", *body, scheme=paragraphs) == "PARAGRAPH I, subparagraph 1"
    assert cited("peace#ban", *body[:2], item(1), scheme=paragraphs) == "Subparagraph 1"


def test_an_article_bis_takes_no_number_from_the_others() -> None:
    assert labels(article(), article(typed="Article 1 bis"), article()) == ["Article 1", "Article 1 bis", "Article 2"]


def test_parts_do_not_restart_the_articles_but_annexes_do() -> None:
    body = [paragraph(role) for role in (Role.PART, Role.ARTICLE, Role.PART, Role.ARTICLE, Role.ANNEX, Role.ARTICLE)]

    assert labels(*body, paragraph(Role.ANNEX)) == [
        *("Part I", "Article 1", "Part II", "Article 2", "Annex I", "Article 1", "Annex II"),
    ]  # fmt: skip


def test_a_sole_annex_has_no_number() -> None:
    assert labels(paragraph(Role.ANNEX)) == ["Annex"]


def test_paragraphs_are_numbered_through_the_headings_of_an_annex_and_points_are_not() -> None:
    heading = paragraph(Role.HEADING, 1)
    under = (item(1), item(2), heading, item(2), item(1))

    assert labels(paragraph(Role.ANNEX), *under, paragraph(Role.ANNEX), item(1)) == [
        *("Annex I", "1.", "(a)", "(a)", "2.", "Annex II", "1."),
    ]  # fmt: skip


def test_points_restart_under_each_numbered_paragraph() -> None:
    assert labels(item(1), item(2), item(1), item(2), item(3), item(2)) == ["1.", "(a)", "2.", "(a)", "(i)", "(b)"]


@pytest.mark.parametrize(
    ("target", "printed"),
    [
        ("peace", "Article 1"),
        ("peace#ban", "Article 1, paragraph 2"),
        ("peace#b", "Article 1, paragraph 2 (b)"),
        ("peace#i", "Article 1, paragraph 2 (b) (i)"),
        ("sole", "Article 2"),
        ("sole#text", "Article 2"),
        ("sole#a", "Article 2, subparagraph (a)"),
        ("map", "The Annex"),
        ("map#one", "The Annex, paragraph 1"),
        ("nowhere", "?"),
    ],
)
def test_a_reference_prints_noun_and_number(target: str, printed: str) -> None:
    sole = (article("sole"), paragraph(Role.BODY, key="sole#text"), item(2, "sole#a"))
    annex = (paragraph(Role.ANNEX, key="map"), item(1, "map#one"))
    body = (article("peace"), item(1), item(1, "peace#ban"), item(2), item(2, "peace#b"), item(3, "peace#i"), *sole)

    assert cited(target, *body, *annex, paragraph(Role.TESTIMONIUM)) == printed


def test_within_its_article_a_reference_leaves_the_article_out() -> None:
    assert cited("peace#ban", article("peace"), item(1, "peace#ban"), item(1)) == "Paragraph 1"


def test_a_reference_in_a_note_a_cell_or_a_header_names_the_article() -> None:
    reference = Paragraph((Reference("peace#ban", "?"),))
    noted = item(1, "peace#ban", Text("x"), NoteReference((reference,)))
    table = Table((Row((Cell((reference,)),)),))
    numbered = number(Document(body=(article("peace"), noted, table), headers=(HeaderFooter(blocks=(reference,)),)))

    note = numbered.body[1]
    assert isinstance(note, Paragraph)
    assert isinstance(note.inlines[1], NoteReference)
    expected = "Article 1, paragraph 1"
    assert paragraph_text(note.inlines[1].blocks[0]) == expected  # type: ignore[arg-type]
    assert paragraph_text(numbered.body[2].rows[0].cells[0].blocks[0]) == expected  # type: ignore[union-attr,arg-type]
    assert paragraph_text(numbered.headers[0].blocks[0]) == expected  # type: ignore[arg-type]


def test_competing_options_start_from_the_same_count() -> None:
    options = (
        item(1, None, BracketOpen(), Text("one")),
        item(1, None, Text("two")),
        item(1, None, BracketNext(), Text("or one"), BracketClose()),
    )

    assert labels(item(1), *options, item(1)) == ["1.", "2.", "3.", "2.", "4."]


def test_options_within_a_paragraph_do_not_touch_the_count() -> None:
    choice = item(1, None, BracketOpen(), Text("shall"), BracketNext(), Text("may"), BracketClose())

    assert labels(item(1), choice, item(1)) == ["1.", "2.", "3."]


def test_a_reference_that_opens_a_paragraph_has_a_capital() -> None:
    body = number(
        Document(body=(article("peace"), item(1, "peace#ban"), item(1, None, Reference("peace#ban", "?"))))
    ).body

    assert isinstance(body[2], Paragraph)
    assert inlines_text(body[2].inlines) == "Paragraph 1"
