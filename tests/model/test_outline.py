"""The outline: what nests in what, and where a block stands in a lawyer's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import documents

from treatykit.model.content import Cell, Mark, Paragraph, Row, Story, Table, Text
from treatykit.model.document import Document
from treatykit.model.outline import Division, outline
from treatykit.model.properties import Label, Properties, Role, TableProperties, TableRole


def typed(*texts: str) -> Story:
    """A text with nothing but words, as a plain file has it."""
    return tuple(Paragraph((Text(text),)) for text in texts)


def addresses(story: Story) -> list[str]:
    view = outline(story)
    return [view.address(index) for index in range(len(story))]


def paragraph(role: Role, level: int = 0, label: str = "", words: str = "") -> Paragraph:
    properties = Properties(role=role, level=level, label=Label(label) if label else None)
    return Paragraph((Text(words),) if words else (), Mark(properties=properties))


@given(documents())
def test_divisions_nest_and_cover_what_they_say(document: Document) -> None:
    def check(divisions: tuple[Division, ...], start: int, stop: int) -> None:
        for division in divisions:
            assert start <= division.start < division.stop <= stop
            check(division.children, division.start + 1, division.stop)
            start = division.stop

    check(outline(document.body).divisions, 0, len(document.body))


@given(documents())
def test_every_block_has_a_place(document: Document) -> None:
    assert all(addresses(document.body))


@given(documents())
def test_a_path_leads_to_its_block(document: Document) -> None:
    view = outline(document.body)
    for index in range(len(document.body)):
        assert all(division.start <= index < division.stop for division in view.path(index))
    for division in view.walk():
        assert view.path(division.start)[-1] == division


def test_places_are_said_in_a_lawyers_words() -> None:
    story = (
        paragraph(Role.TITLE),
        paragraph(Role.PARTIES),
        *(paragraph(Role.RECITAL), paragraph(Role.RECITAL), paragraph(Role.ENACTING)),
        *(paragraph(Role.ARTICLE, label="Article 1"), paragraph(Role.ITEM, 1, "1."), paragraph(Role.ITEM, 2, "(a)")),
        *(paragraph(Role.WRAP_UP, 1), paragraph(Role.ARTICLE, label="Article 2"), paragraph(Role.BODY)),
        paragraph(Role.BODY),
        paragraph(Role.TESTIMONIUM),
    )

    assert addresses(story) == [
        *("Title", "Preamble", "Preamble, recital 1", "Preamble, recital 2", "Preamble"),
        *("Article 1", "Article 1, paragraph 1", "Article 1, paragraph 1 (a)", "Article 1, paragraph 1"),
        *("Article 2", "Article 2, unnumbered paragraph 1", "Article 2, unnumbered paragraph 2", "Testimonium"),
    ]


@pytest.mark.parametrize(
    ("text", "label", "title"),
    [
        ("Article 5", "Article 5", ""),
        ("Article 5 – Transit", "Article 5", "Transit"),
        ("ARTICLE IV. Force", "ARTICLE IV", "Force"),
        ("Art. 4bis: Haven", "Art. 4bis", "Haven"),
        ("Article 4 bis", "Article 4 bis", ""),
        ("Article 12\nPeace", "Article 12", "Peace"),
        ("Article 3 Peace and friendship", "Article 3", "Peace and friendship"),
        ("CHAPTER II", "CHAPTER II", ""),
        ("Annex A", "Annex A", ""),
        ("ANNEX", "ANNEX", ""),
        ("Article 8.70", "Article 8.70", ""),
    ],
)
def test_a_heading_is_recognised_by_its_words(text: str, label: str, title: str) -> None:
    (division,) = outline(typed(text)).divisions

    assert (division.label, division.title) == (label, title)


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 shall apply to both Parties.",
        "article 5",
        "Part of the frontier",
        "Section of the road between the two towns",
        "Articles 5 and 6",
        "Annexed maps are authentic.",
        "Article 5 The Parties shall refrain from the threat of force.",
        "Title deeds",
        "I. am no item",
    ],
)
def test_a_sentence_that_starts_like_a_heading_is_none(text: str) -> None:
    assert outline(typed(text)).divisions == ()


@pytest.mark.parametrize("role", [Role.BODY, Role.HEADING])
def test_a_title_on_a_line_of_its_own_belongs_to_the_number_above_it(role: Role) -> None:
    number = paragraph(role, 3, words="Article 5")
    title = paragraph(role, 4, words="Transit of goods")
    story = (number, title, *typed("Goods pass.", "Persons pass.", "Article 6", "1. Peace."))
    view = outline(story)

    assert [(division.label, division.title) for division in view.divisions] == [
        ("Article 5", "Transit of goods"),
        ("Article 6", ""),
    ]
    assert addresses(story)[:4] == [
        "Article 5",
        "Article 5",
        "Article 5, unnumbered paragraph 1",
        "Article 5, unnumbered paragraph 2",
    ]
    assert (view.divisions[0].start, view.divisions[0].title_at) == (0, 1)


@pytest.mark.parametrize(
    "story",
    [
        typed("Article 5", "There shall be peace."),
        typed("Article 5", "Կողմերը հարգում են խաղաղությունը։", "1. Goods"),
        typed("Article 5", "the following:", "1. Goods"),
        typed("Article 5", "Transit"),  # nothing but the line could be what the article says
        typed("Article 5", "Transit", "Article 6"),
        typed("Article 5 – Transit", "Goods in general", "Goods pass."),
        typed("1. The Parties", "Transit", "Goods pass."),
    ],
)
def test_a_line_that_may_be_text_is_no_title(story: Story) -> None:
    assert all(division.title_at == division.start for division in outline(story).walk())


def test_an_i_after_an_h_is_a_letter_and_elsewhere_a_numeral() -> None:
    story = typed(
        "Article 1", "1. The Parties:", "(g) seven", "(h) eight", "(i) nine", "(i) one", "(ii) two", "2. More"
    )

    assert addresses(story)[2:] == [
        *("Article 1, paragraph 1 (g)", "Article 1, paragraph 1 (h)", "Article 1, paragraph 1 (i)"),
        *("Article 1, paragraph 1 (i) (i)", "Article 1, paragraph 1 (i) (ii)", "Article 1, paragraph 2"),
    ]  # fmt: skip


def test_the_number_that_a_list_prints_opens_a_division_too() -> None:
    story = (
        paragraph(Role.HEADING, 1, "Article 5", "Transit"),
        paragraph(Role.BODY, label="1.", words="The Parties:"),
        paragraph(Role.BODY, label="(a)", words="shall"),
    )

    assert addresses(story) == ["Article 5", "Article 5, paragraph 1", "Article 5, paragraph 1 (a)"]
    assert outline(story).divisions[0].title == "Transit"


def test_a_signature_block_has_its_own_place() -> None:
    signatures = Table((Row((Cell((Paragraph(),)),)),), properties=TableProperties(role=TableRole.SIGNATURES))

    assert addresses((paragraph(Role.ARTICLE, label="Article 9"), signatures))[1] == "Signatures"
