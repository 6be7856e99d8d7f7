"""A redline that keeps the revisions of the new text: what nobody had marked is ours, what was marked stays theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.edit_strategies import document_pairs, edited
from tests.thoroughness import thorough

from treatykit.compare import Existing, changes, compare, report
from treatykit.model.content import Mark, NoteReference, Paragraph, Row, Table, Text
from treatykit.model.decide import accept, by_author, reject
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions, story_revisions
from treatykit.model.plain import plain_text
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.writers.report import headline

OURS, THEIRS = "Karvela", "Tesmar"


@st.composite
def negotiated(draw: DrawFn) -> tuple[Document, Document, Document, Document]:
    """The old text, what came of it without a mark, the new text, and the new text with marks from the second on."""
    old, unmarked = draw(document_pairs())
    new = draw(edited(unmarked, opaque=True))
    return old, unmarked, new, compare(unmarked, new, author=THEIRS)


@settings(max_examples=thorough(40))
@given(negotiated())
def test_accepting_gives_the_new_text_accepted_and_rejecting_the_old_one(
    texts: tuple[Document, Document, Document, Document],
) -> None:
    old, unmarked, new, pending = texts

    kept = compare(old, pending, author=OURS, existing=Existing.KEEP)

    assert accept(kept) == new
    assert reject(kept) == old
    assert accept(kept).meta == new.meta
    assert reject(reject(kept, by_author(OURS)), by_author(THEIRS)) == old
    assert accept(accept(kept, by_author(OURS)), by_author(THEIRS)) == new
    assert reject(accept(kept, by_author(OURS)), by_author(THEIRS)) == unmarked


@settings(max_examples=thorough(15))
@given(negotiated(), st.data())
def test_a_text_that_has_marks_of_two_hands_is_compared_likewise(
    texts: tuple[Document, Document, Document, Document], data: st.DataObject
) -> None:
    old, _, new, pending = texts
    twice = compare(old, pending, author=OURS, existing=Existing.KEEP)
    first = data.draw(edited(old, opaque=True))

    kept = compare(first, twice, author="Chair", existing=Existing.KEEP)

    assert accept(kept) == new
    assert reject(kept) == first


@settings(max_examples=thorough(15))
@given(negotiated())
def test_what_they_marked_stays_as_it_is(texts: tuple[Document, Document, Document, Document]) -> None:
    old, _, _, pending = texts

    kept = compare(old, pending, author=OURS, existing=Existing.KEEP)

    assert theirs(kept) == theirs(pending)
    numbers = [change.number for change in changes(kept) if change.number]
    assert numbers == sorted(numbers)
    assert not {each.change for each in revisions(kept) if each.author == OURS} & {
        each.change for each in revisions(kept) if each.author == THEIRS and each.change
    }


@settings(max_examples=thorough(15))
@given(negotiated())
def test_where_everything_was_marked_nothing_is_found(texts: tuple[Document, Document, Document, Document]) -> None:
    _, unmarked, _, pending = texts

    assert compare(unmarked, pending, existing=Existing.KEEP) == pending


def revisions(document: Document) -> list[Revision]:
    return [
        each
        for header in (document.body, *(one.blocks for one in document.headers))
        for each in story_revisions(header)
    ]


def theirs(document: Document) -> set[Revision]:
    """Their revisions, each change told by the place among them where it begins."""
    places: dict[int, int] = {}
    found = [each for each in revisions(document) if each.author == THEIRS]
    return {replace(each, change=places.setdefault(each.change, len(places))) for each in found}


# --- examples


def marked(kind: str, change: int = 1) -> tuple[Revision, ...]:
    return (Revision(kind=RevisionKind(kind), author=THEIRS, change=change),)


def text(*inlines: Text | NoteReference | str) -> Document:
    return Document(body=(Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines), Mark()),))


SHALL = text(
    "The Parties ", Text("shall", revisions=marked("deleted")), Text("may", revisions=marked("inserted")), " agree."
)


def test_a_change_without_a_mark_stands_beside_one_with_a_mark() -> None:
    old = text("The Parties shall agree in writing.")

    kept = compare(old, SHALL, author=OURS, existing=Existing.KEEP)

    theirs, ours = changes(kept)
    assert (theirs.author, ours.author) == (THEIRS, OURS)
    assert ("in writing" in ours.old_text, "in writing" in ours.new_text) == (True, False)
    assert headline(report(kept, "", "", found_by=OURS).summary).endswith(
        "1 marked by Tesmar, 1 that nobody had marked."
    )


def test_what_we_find_and_they_struck_carries_both() -> None:
    old = text("Peace.")
    new = text("Peace", Text(" for ever", revisions=marked("deleted")), ".")

    kept = compare(old, new, author=OURS, existing=Existing.KEEP)

    (paragraph,) = kept.body
    assert isinstance(paragraph, Paragraph)
    assert [one.kind for one in paragraph.inlines[1].revisions] == [RevisionKind.INSERTED, RevisionKind.DELETED]
    assert plain_text(accept(kept)) == plain_text(reject(kept)) == "Peace."
    assert plain_text(reject(kept, by_author(THEIRS))) == "Peace for ever."


def test_marks_of_the_old_text_count_as_accepted() -> None:
    kept = compare(SHALL, text("The Parties shall agree."), author=OURS, existing=Existing.KEEP)

    assert plain_text(reject(kept)) == "The Parties may agree."


def test_nothing_found_is_said() -> None:
    kept = compare(text("The Parties shall agree."), SHALL, author=OURS, existing=Existing.KEEP)

    assert kept == SHALL
    assert headline(report(kept, "", "", found_by=OURS).summary).endswith("none that nobody had marked.")


def test_a_row_that_they_inserted_stands_in_the_redline_of_the_table() -> None:
    def row(words: str, *done: Revision) -> Row:
        from treatykit.model.content import Cell

        return Row((Cell(text(words).body),), revisions=done)

    old = Document(body=(Table((row("First point of the list"), row("Second point of the list"))),))
    new = Document(
        body=(
            Table((row("First point of a list"), row("Between", *marked("inserted")), row("Second point of the list"))),
        )
    )

    kept = compare(old, new, author=OURS, existing=Existing.KEEP)

    (table,) = kept.body
    assert isinstance(table, Table)
    assert [bool(one.revisions) for one in table.rows] == [False, True, False]
    assert (accept(kept), reject(kept)) == (accept(new), old)


@pytest.mark.parametrize("existing", [Existing.ACCEPT, Existing.REJECT])
def test_otherwise_all_of_them_are_decided_first(existing: Existing) -> None:
    decided = (accept if existing is Existing.ACCEPT else reject)(SHALL)

    assert compare(decided, replace(SHALL), existing=existing) == decided
    assert not has_revisions(compare(decided, SHALL, existing=existing))
