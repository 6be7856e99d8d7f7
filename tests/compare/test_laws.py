"""The laws of a redline: accepting gives the new text, rejecting the old one, exactly."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.plain_redlines import body
from tests.edit_strategies import document_pairs, edited
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.treaties import treaties

from treatykit.compare import Outlines, Sides, compare, report
from treatykit.model.decide import accept, by_change, reject
from treatykit.model.document import Document, Meta
from treatykit.model.normal import normalise
from treatykit.model.numbering import UNITED_NATIONS, number, scheme_of
from treatykit.model.pending import has_revisions
from treatykit.model.plain import plain_text


@settings(max_examples=thorough(200))
@given(pair=document_pairs())
def test_accepting_gives_the_new_text_and_rejecting_the_old(pair: tuple[Document, Document]) -> None:
    old, new = pair
    redline = compare(old, new)

    assert accept(redline) == new
    assert reject(redline) == old
    assert accept(redline).meta == new.meta
    assert reject(redline).meta == (old.meta if has_revisions(redline) else new.meta)


def test_what_was_known_of_the_old_text_is_known_again_when_all_is_rejected_and_nothing_was_accepted() -> None:
    old, new = (
        Document(body=(body(f"{first}."), body("Peace."), body(f"{last}.")), meta=Meta(symbol=symbol))
        for first, last, symbol in (("Alpha", "Omega", "KAR/1"), ("Beta", "Psi", "KAR/2"))
    )
    redline = compare(old, new)
    first, second = by_change(1), by_change(2)

    assert reject(redline, first).meta == redline.meta
    assert reject(reject(redline, first), second).meta == old.meta
    assert reject(accept(redline, first)).meta == new.meta


@settings(max_examples=thorough(100))
@given(old=documents(), new=documents())
def test_the_law_holds_for_texts_that_have_nothing_to_do_with_each_other(old: Document, new: Document) -> None:
    redline = compare(old, new)

    assert accept(redline) == new
    assert reject(redline) == old


@settings(max_examples=thorough(50))
@given(document=documents())
def test_a_text_compared_with_itself_has_no_revision(document: Document) -> None:
    assert not has_revisions(compare(document, document))
    assert compare(document, document) == document


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_a_redline_is_in_normal_form(pair: tuple[Document, Document]) -> None:
    redline = compare(*pair)

    assert normalise(redline) == redline


@settings(max_examples=thorough(50))
@given(pair=document_pairs())
def test_the_same_texts_give_the_same_redline(pair: tuple[Document, Document]) -> None:
    assert compare(*pair) == compare(*pair)


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_a_report_says_the_same_with_the_two_texts_at_hand_as_from_the_redline_alone(
    pair: tuple[Document, Document],
) -> None:
    old, new = pair
    outlines = Outlines()
    redline = compare(old, new, outlines=outlines)

    assert report(redline, "old", "new", sides=Sides(old, new, outlines)) == report(redline, "old", "new")


@settings(max_examples=thorough(100))
@given(data=st.data())
def test_references_print_the_numbers_of_the_text_that_was_decided_for(data: st.DataObject) -> None:
    old = data.draw(treaties())
    new = number(normalise(data.draw(edited(old))), scheme_of(old) or UNITED_NATIONS)
    redline = compare(old, new)

    # A reference is compared by its target, so equality alone does not see what it prints.
    assert plain_text(accept(redline)) == plain_text(new)
    assert plain_text(reject(redline)) == plain_text(old)
