"""Counted labels as lists: patterns, the counting of Word, restarts, links with styles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.thoroughness import thorough
from tests.writers.docx_specimens import META, WordFile, article, document, item, paragraph

from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties, Role
from treatykit.readers.docx import read_docx
from treatykit.writers.docx.counting import Count, Instance
from treatykit.writers.docx.label_shapes import LabelReading, Shape, common_shape, reading_as, readings


def labelled(role: Role, label: str, level: int = 0) -> Paragraph:
    """A paragraph with a counted label as it stands, whatever its neighbours have."""
    return Paragraph((Text("words"),), Mark(properties=Properties(role=role, level=level, label=Label(label))))


def shown(*blocks: Paragraph) -> list[Label | None]:
    """The labels that a reader counts in the file."""
    found = read_docx(WordFile(Document(body=blocks)).data, "file.docx").document
    return [block.label for block in found.body if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Article 5", LabelReading(Shape("Article ", "decimal"), 5)),
        ("ARTICLE IV", LabelReading(Shape("ARTICLE ", "upperRoman"), 4)),
        ("2.", LabelReading(Shape("", "decimal", "."), 2)),
        ("(b)", LabelReading(Shape("(", "lowerLetter", ")"), 2)),
        ("(aa)", LabelReading(Shape("(", "lowerLetter", ")"), 27)),
        ("Article 4 bis", LabelReading(Shape("Article ", "decimal", " bis"), 4)),
        ("8.70", LabelReading(Shape("8.", "decimal"), 70)),
        ("Annex", LabelReading(Shape("Annex", None), 0)),
        ("–", LabelReading(Shape("–", None), 0)),
    ],
)
def test_a_label_is_a_pattern_and_a_count(label: str, found: LabelReading) -> None:
    assert readings(label)[0] == found


def test_a_point_i_may_be_a_letter_or_a_numeral() -> None:
    letter, roman = Shape("(", "lowerLetter", ")"), Shape("(", "lowerRoman", ")")

    assert reading_as("(i)", letter) == 9
    assert reading_as("(i)", roman) == 1
    assert common_shape(["(h)", "(i)", "(j)"], roman) == letter
    assert common_shape(["(i)", "(ii)", "(i)"], letter) == roman
    assert common_shape(["(i)", "(ii)"], letter) == roman
    assert common_shape(["(v)"], letter) == letter
    assert common_shape([], letter) == letter


def test_articles_and_items_stand_in_one_list_linked_both_ways() -> None:
    file = WordFile(document(article("A"), item("one"), item("two", level=2), item("three", level=3)))

    linked = dict(
        zip(
            file.values("//w:abstractNum[1]/w:lvl[w:pStyle]/w:pStyle/@w:val", "numbering"),
            file.values("//w:abstractNum[1]/w:lvl[w:pStyle]/w:lvlText/@w:val", "numbering"),
            strict=True,
        )
    )
    names = file.style_names()
    assert {names[style]: text for style, text in linked.items()} == {
        "Treaty Article": "Article\u00a0%1",
        "Treaty Paragraph 1": "%2.",
        "Treaty Paragraph 2": "(%3)",
        "Treaty Paragraph 3": "(%4)",
        "Treaty Paragraph 4": "(%5)",
    }
    for level, style in enumerate(linked):
        (number,) = file.find(f"//w:style[@w:styleId='{style}']/w:pPr/w:numPr", "styles")
        assert [child.attrib.values() for child in number] == [[str(level)], ["1"]]
    assert file.find("//w:body//w:numPr") == []


def test_the_title_of_an_article_stands_below_its_number_in_one_paragraph() -> None:
    file = WordFile(document(article("Recognition")))

    assert file.values("//w:lvl[@w:ilvl='0']/w:suff/@w:val", "numbering") == ["nothing"]
    (run,) = file.find("//w:p[1]/w:r[w:br]")
    assert file.style_names()[run[0][0].attrib.values()[0]] == "Treaty Label"


def test_annexes_are_counted_by_a_list_of_their_own() -> None:
    file = WordFile(
        document(article("A"), item("1"), paragraph(Role.ANNEX, "X"), item("1"), paragraph(Role.ANNEX, "Y"), item("1"))
    )

    assert file.values("//w:abstractNum/w:name/@w:val", "numbering") == ["Treaty Articles", "Treaty Annexes"]
    assert shown(*(block for block in _annexed().body if isinstance(block, Paragraph))) == [
        Label(text) for text in ("Article 1", "1.", "Annex I", "1.", "2.", "Annex II", "Article 1", "1.")
    ]


def _annexed() -> Document:
    return document(
        article("A"), item("1"), paragraph(Role.ANNEX, "X"), item("1"), item("2"), paragraph(Role.ANNEX, "Y"),
        article("B"), item("1"), meta=META,
    )  # fmt: skip


@pytest.mark.parametrize(
    "labels",
    [
        [(Role.ARTICLE, "Article 7", 0), (Role.ITEM, "1.", 1), (Role.ARTICLE, "Article 8", 0), (Role.ITEM, "1.", 1)],
        [(Role.ARTICLE, "Article 1", 0), (Role.ITEM, "3.", 1), (Role.ITEM, "4.", 1), (Role.ITEM, "4.", 1)],
        [
            (Role.ITEM, "1.", 1),
            (Role.ITEM, "(a)", 2),
            (Role.ITEM, "(a)", 2),
            (Role.ITEM, "2.", 1),
            (Role.ITEM, "(a)", 2),
        ],
        [(Role.ITEM, "1.", 1), (Role.ARTICLE, "Article 1", 0), (Role.ITEM, "1.", 1)],
        [(Role.ARTICLE, "Article 1", 0), (Role.ARTICLE, "Article 1 bis", 0), (Role.ARTICLE, "Article 2", 0)],
        [(Role.ARTICLE, "ARTICLE I", 0), (Role.ARTICLE, "Article 2", 0), (Role.ARTICLE, "ARTICLE II", 0)],
        [(Role.RECITAL, "(1)", 0), (Role.RECITAL, "(2)", 0), (Role.BODY, "–", 0), (Role.BODY, "–", 0)],
        [(Role.ITEM, "(zz)", 2), (Role.ITEM, "(aaa)", 2), (Role.ITEM, "(xix)", 3), (Role.ITEM, "(xx)", 3)],
        [(Role.CHAPTER, "Chapter I", 0), (Role.PART, "Part I", 0), (Role.CHAPTER, "Chapter I", 0)],
    ],
)
def test_any_counted_label_is_printed_by_a_list(labels: list[tuple[Role, str, int]]) -> None:
    assert shown(*(labelled(*each) for each in labels)) == [Label(text) for _, text, _ in labels]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Role.ARTICLE, Role.ITEM, Role.ITEM, Role.ANNEX, Role.RECITAL, Role.CHAPTER]),
            st.sampled_from(["1.", "2.", "(a)", "(b)", "(i)", "Article 1", "Article 2", "IV", "* 3 *", "9 bis", "—"]),
            st.integers(0, 9),
        ),
        max_size=12,
    )
)
@settings(max_examples=thorough(80))
def test_no_sequence_of_counted_labels_is_beyond_word(labels: list[tuple[Role, str, int]]) -> None:
    assert shown(*(labelled(*each) for each in labels)) == [Label(text) for _, text, _ in labels]


def test_a_number_that_word_would_get_wrong_begins_a_new_instance_and_the_rest_stays_with_it() -> None:
    file = WordFile(Document(body=tuple(labelled(Role.ITEM, text, 1) for text in ("1.", "5.", "6."))))

    assert file.values("//w:startOverride/@w:val", "numbering") == ["5"]
    assert file.values("//w:body//w:numId/@w:val") == ["2", "2"]


def test_a_typed_number_is_words_without_a_list() -> None:
    file = WordFile(document(article("A"), item("words", typed="1 bis."), item("more")))

    typed = file.paragraph("words")
    assert "".join(str(text) for text in typed.itertext()) == "1 bis.words"
    assert file.values("//w:body//w:numId/@w:val") == ["0"]
    assert [name for name in file.values("//w:rStyle/@w:val") if name == "TreatyLabel"] != []


def test_counting_restarts_below_and_goes_on_beside() -> None:
    count, main, late = Count(), Instance(1, 1), Instance(2, 1, {1: 7})

    found = []
    for instance, level in ((main, 0), (main, 1), (main, 1), (late, 1), (main, 1), (main, 0), (main, 1)):
        found.append(count.next(instance, level))
        count.take(instance, level)

    assert found == [1, 1, 2, 7, 8, 2, 1]
