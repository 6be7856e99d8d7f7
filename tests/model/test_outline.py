"""The outline: what nests in what, and where a block stands in a lawyer's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import documents
from tests.thoroughness import thorough

from treatykit.model.content import Cell, Mark, Paragraph, Row, Story, Table, Text
from treatykit.model.document import Document
from treatykit.model.headings import openings
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


WORDS = ("Each Party decides.", "TRANSIT BY RAIL", "Transit", "[A:", "Article 7", "(i) horses;", "")


@given(documents(least=2), st.integers(0, 5), st.sampled_from(WORDS))
def test_an_outline_is_that_of_another_text_only_where_its_own_would_be_the_same(
    document: Document, at: int, words: str
) -> None:
    body, view = document.body, outline(document.body)
    other = tuple(
        replace(block, inlines=(Text(words),)) if isinstance(block, Paragraph) and index == at else block
        for index, block in enumerate(body)
    )
    if openings(other) == openings(body) and view.is_that_of(other):
        assert outline(other).divisions == view.divisions
        assert addresses(other) == [replace(view, story=other).address(index) for index in range(len(other))]


_LABELS = st.sampled_from(
    ["1.", "2)", "(3)", "12.", "a)", "(b)", "c.", "(h)", "(i)", "i.", "(j)", "(x)", "(aa)", "(ii)", "iv.", "art.", "A."]
)
_FIRST_WORDS = st.sampled_from(
    [
        *(
            "Each Party",
            " Each",
            "\tEach",
            "\nEach",
            "",
            " ",
            "(a) Horses",
            "[A: Horses",
            "bis. Horses",
            "5",
            "Article 5",
        ),
        *("Maddə", "maddə Transit", "MADDƏ", "Cikk", "Pants Peace", "Straipsnis", "\u017ftraipsnis", "ci Maddə"),
    ]
)


@settings(max_examples=thorough(300))
@given(st.lists(st.tuples(_LABELS, _FIRST_WORDS, st.sampled_from(["", " Transit", " decides" * 25])), max_size=8))
def test_a_number_that_is_printed_opens_what_one_opens_that_is_typed(
    paragraphs: list[tuple[str, str, str]],
) -> None:
    counted = tuple(paragraph(Role.BODY, label=label, words=first + rest) for label, first, rest in paragraphs)
    written = typed(*(f"{label} {first}{rest}" for label, first, rest in paragraphs))

    expected = [
        opening and opening._replace(length=max(opening.length - len(label) - 1, 0))
        for opening, (label, _, _) in zip(openings(written), paragraphs, strict=True)
    ]
    assert list(openings(counted)) == expected


def test_an_outline_is_that_of_a_text_with_other_items_but_not_with_another_title() -> None:
    def text(title: str, item: str) -> Story:
        return typed("Article 1", title, f"1. {item}", "2. Law governs.")

    view = outline(text("Transit", "Peace prevails."))

    assert view.is_that_of(text("Transit", "Order prevails."))
    assert not view.is_that_of(text("Passage", "Peace prevails."))


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
    ("labels", "place"),
    [
        (("1.", "3."), "paragraph 1, point 3"),
        (("1.", "3)"), "paragraph 1, point 3"),
        (("1.", "(a)", "2."), "paragraph 1 (a), point 2"),
        (("1.", "2.", "(a)"), "paragraph 1, point 2 (a)"),
        (("4.", "4.1"), "paragraph 4.1"),
        (("4.", "4.1.", "4.1.2"), "paragraph 4.1.2"),
        (("4.", "3.1"), "paragraph 4, point 3.1"),
        (("4.", "41."), "paragraph 4, point 41"),
        (("2.", "(a)", "(i)"), "paragraph 2 (a) (i)"),
        (("2.", "(1)"), "paragraph 2 (1)"),
        (("2.", "a)"), "paragraph 2 a)"),
    ],
)
def test_no_number_stands_bare_behind_another(labels: tuple[str, ...], place: str) -> None:
    items = (paragraph(Role.ITEM, level, label) for level, label in enumerate(labels, start=1))

    assert addresses((paragraph(Role.ARTICLE, label="Article 2"), *items))[-1] == f"Article 2, {place}"


def test_what_stands_under_headings_of_an_annex_has_a_place_of_its_own() -> None:
    numbered = (paragraph(Role.ITEM, 1, "1."), paragraph(Role.ITEM, 1, "2."), paragraph(Role.ITEM, 2, "(a)"))
    again = (paragraph(Role.HEADING, 1, words="Seals"), paragraph(Role.BODY), *numbered[:1])
    deeper = (paragraph(Role.HEADING, 1, words="Routes"), paragraph(Role.HEADING, 2, words="Rail"), *numbered[1:])
    story = (paragraph(Role.ANNEX, label="Annex II"), paragraph(Role.BODY), *numbered[:1], *again, *deeper)

    assert addresses(story) == [
        *("Annex II", "Annex II, unnumbered paragraph 1", "Annex II, paragraph 1"),
        *("Annex II", "Annex II, unnumbered paragraph 2", "Annex II, “Seals”, paragraph 1"),
        *("Annex II", "Annex II", "Annex II, paragraph 2", "Annex II, paragraph 2 (a)"),
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
        ("Article 1 (scope)", "Article 1", "scope"),
        ("Article 1 – Scope", "Article 1", "Scope"),
        ("Rule 1", "Rule 1", ""),
        ("Clause 1 Scope", "Clause 1", "Scope"),
        ("Section 1", "Section 1", ""),
        ("Article premier", "Article premier", ""),
        ("Article 1er : Objet", "Article 1er", "Objet"),
        ("Art. 1", "Art. 1", ""),
        ("Artikel 1", "Artikel 1", ""),
        ("Artículo 1. Objeto", "Artículo 1", "Objeto"),
        ("§ 1", "§ 1", ""),
        ("Статья 1", "Статья 1", ""),
        ("Հոդված 1. Նպատակը", "Հոդված 1", "Նպատակը"),
        ("Maddə 1", "Maddə 1", ""),
        ("1-ci maddə", "1-ci maddə", ""),
        ("المادة 1", "المادة 1", ""),
        ("المادة الأولى", "المادة الأولى", ""),
        ("第一条", "第一条", ""),
        ("[Article 5 – Transit]", "Article 5", "Transit"),
        ("[A, B: Article 5", "Article 5", ""),
        ("[[Article 5 [Free] transit", "Article 5", "[Free] transit"),
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
        "Article 5 (b)",
        "[Article 5 shall apply.]",
        "Article 5 (scope) shall apply to both Parties",
        "Clause 5 shall not apply.",
        "Rule of law and human rights",
        "Artikel 5 Absatz 2 gilt entsprechend",
        "Artikel 5 findet keine Anwendung.",
        "Статья 5 настоящего Договора применяется.",
        "Статьи 5 и 6",
        "المادة 5 من هذه الاتفاقية",
        "第一条所述的缔约方",
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


def test_a_number_that_a_list_prints_opens_a_division_however_the_title_begins() -> None:
    listed = paragraph(Role.BODY, label="Article 5", words="their common border")
    text = (listed, *typed("Article 6 their common border", "Article 7 Their common border"))

    assert [division.label for division in outline(text).walk()] == ["Article 5", "Article 7"]


def test_a_signature_block_has_its_own_place() -> None:
    signatures = Table((Row((Cell((Paragraph(),)),)),), properties=TableProperties(role=TableRole.SIGNATURES))

    assert addresses((paragraph(Role.ARTICLE, label="Article 9"), signatures))[1] == "Signatures"


ENGLISH = (
    "PEACE TREATY",
    "The Parties,",
    *(line for n in (1, 2, 3) for line in (f"Article {n}", "Peace shall reign.")),
)


@pytest.mark.parametrize("noun", ["Artikel", "Статья", "المادة", "Article"])
def test_the_second_language_of_a_file_has_places_of_its_own(noun: str) -> None:
    closing = ("Done at Geneva on 3 May 2024.",)
    second = ("VREDESVERDRAG TUSSEN STATEN", "De Partijen,", f"{noun} 1", "Er zij vrede.", f"{noun} 2", "Vrede.")

    found = addresses(typed(*ENGLISH, *closing, *second))

    assert found[len(ENGLISH)] == "Article 3, unnumbered paragraph 2"
    assert found[len(ENGLISH) + 1 :] == [
        *("Opening, paragraph 1", "Opening, paragraph 2", f"{noun} 1", f"{noun} 1", f"{noun} 2", f"{noun} 2")
    ]


def test_the_first_chapter_of_the_second_language_stands_in_no_part_of_the_first() -> None:
    first = ("Part I", "Chapter I", "Article 1", "Peace.", "Part II", "Chapter II", "Article 2", "Peace.")

    view = outline(typed(*first, "Hoofdstuk I", "Artikel 1", "Vrede."))

    assert [division.label for division in view.divisions] == ["Part I", "Part II", "Hoofdstuk I"]


def test_articles_counted_anew_in_each_chapter_stay_in_it() -> None:
    text = [line for n in ("I", "II") for line in (f"Chapter {n}", *(f"Article {at}" for at in (1, 2, 3, 4)))]

    assert [len(division.children) for division in outline(typed(*text)).divisions] == [4, 4]


def test_paragraphs_of_a_section_without_articles_are_cited_with_it() -> None:
    assert addresses(typed("Section 1", "1. The Parties shall meet."))[1] == "Section 1, paragraph 1"


@pytest.mark.parametrize("bracket", ["[", "[A:", "[Karvela, Tesmar:", "][B:"])
def test_a_line_that_opens_a_bracket_stands_where_it_opens(bracket: str) -> None:
    found = addresses(typed("Article 1", "Peace.", bracket, "Article 2", "Transit.", "]"))

    assert found == ["Article 1", "Article 1", "Article 2", "Article 2", *_unnumbered("Article 2", 2)]


def _unnumbered(place: str, count: int) -> list[str]:
    return [f"{place}, unnumbered paragraph {at}" for at in range(1, count + 1)]
