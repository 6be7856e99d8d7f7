"""Annotations stand between the blocks of a text, and the text is what is left without them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import documents

from treatykit.model.annotations import ANNOTATIONS, asides, is_annotated, without_annotations
from treatykit.model.content import Block, Cell, Mark, Paragraph, Row, Table, Text
from treatykit.model.document import Document
from treatykit.model.numbering import UNITED_NATIONS, labelled
from treatykit.model.outline import outline
from treatykit.model.properties import Properties, Role


def remark(role: Role = Role.ANNOTATION, level: int = 1) -> Paragraph:
    return Paragraph((Text("Article 5. Why it is here."),), Mark(properties=Properties(role=role, level=level)))


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Document, Document]:
    """A text, and the same with annotations between its blocks."""
    text = without_annotations(draw(documents()))
    body: list[Block] = []
    for block in (*text.body, None):
        roles = draw(st.lists(st.sampled_from(ANNOTATIONS), max_size=2))
        body += [remark(role, draw(st.integers(1, 3))) for role in roles]
        body += [block] if block is not None else []
    return text, replace(text, body=tuple(body))


@given(annotated())
def test_the_text_is_what_is_left_without_its_annotations(pair: tuple[Document, Document]) -> None:
    text, document = pair

    assert without_annotations(document) == text
    assert is_annotated(document) is (document != text)


@given(annotated())
def test_annotations_are_not_counted(pair: tuple[Document, Document]) -> None:
    text, document = pair
    counted = replace(document, body=labelled(document.body, UNITED_NATIONS))

    assert without_annotations(counted).body == labelled(text.body, UNITED_NATIONS)


@given(annotated())
def test_annotations_open_nothing_in_the_outline(pair: tuple[Document, Document]) -> None:
    _, document = pair
    opened = {division.start for division in outline(document.body).walk()}

    assert not opened & set(asides(document.body))


def test_an_annotation_in_a_cell_goes_as_well() -> None:
    words = Paragraph((Text("Point"),))
    table = Table((Row((Cell((remark(), words)),)),))

    assert without_annotations(Document(body=(table,))) == Document(body=(Table((Row((Cell((words,)),)),)),))


def test_a_heading_of_the_first_level_begins_another_annotation() -> None:
    text = Paragraph((Text("Peace."),))
    heading, part = remark(Role.ANNOTATION_HEADING), remark(Role.ANNOTATION_HEADING, 2)

    assert asides((heading, part, remark(), heading, text, remark(), remark())) == {
        0: 0, 1: 0, 2: 0, 3: 3, 5: 5, 6: 5,
    }  # fmt: skip
