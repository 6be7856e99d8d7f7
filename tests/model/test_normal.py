"""Normal form and plain text: one way to write a content down, and how it prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.revision_strategies import marked_documents
from tests.strategies import documents, inlines

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Inline,
    Paragraph,
    Position,
    Slot,
    Stance,
    Text,
)
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines, normalise
from treatykit.model.plain import attribution, inlines_text
from treatykit.model.properties import RunFormat
from treatykit.model.sources import Source, join_sources, slice_sources


@given(documents() | marked_documents())
def test_normal_form_is_reached_at_once(document: Document) -> None:
    assert normalise(document) == document


@given(st.lists(inlines()))
def test_normal_form_prints_the_same_words(content: list[Inline]) -> None:
    assert inlines_text(normal_inlines(content)) == inlines_text(content)


@given(st.lists(inlines()), st.lists(inlines()))
def test_where_content_was_cut_does_not_show(left: list[Inline], right: list[Inline]) -> None:
    assert normal_inlines([*normal_inlines(left), *normal_inlines(right)]) == normal_inlines([*left, *right])


def test_equal_neighbours_are_one_and_others_are_not() -> None:
    bold = RunFormat(bold=True)

    assert normal_inlines([Text("a"), Text(""), Text("b"), Text("c", bold)]) == (Text("ab"), Text("c", bold))


def test_joined_words_know_all_their_places() -> None:
    near, next_to_it, far = (Source("p", "d", 1, *span) for span in ((0, 3), (3, 5), (9, 12)))

    assert join_sources((near,), (next_to_it,)) == (Source("p", "d", 1, 0, 5),)
    assert join_sources((near,), (far,)) == (near, far)
    assert slice_sources((near, far), 2, 4) == (Source("p", "d", 1, 2, 3), Source("p", "d", 1, 9, 10))


@pytest.mark.parametrize(
    ("stances", "printed"),
    [
        ((), ""),
        ((Stance("A"), Stance("B")), "A, B"),
        ((Stance("A"), Stance("B", Position.OPPOSES)), "A; B opposes"),
        ((Stance("B", Position.RESERVES),), "B reserves"),
    ],
)
def test_who_says_what_is_printed(stances: tuple[Stance, ...], printed: str) -> None:
    assert attribution(stances) == printed


def test_unagreed_text_and_blanks_are_legible() -> None:
    content = (BracketOpen((Stance("A"),)), Text("shall"), BracketNext(), Slot("x.days"), BracketClose())

    assert inlines_text(content) == "[A: shall][______]"
    assert Paragraph(content).label is None
