"""Accept and reject: filters over the stream, with marks that merge and walls that hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given
from tests.revision_strategies import AUTHORS, marked_documents
from tests.strategies import documents

from treatykit.model.content import (
    Block,
    Cell,
    Mark,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Row,
    Story,
    Table,
    Text,
)
from treatykit.model.decide import accept, by_author, by_change, reject
from treatykit.model.document import Document, HeaderFooter
from treatykit.model.normal import normalise
from treatykit.model.plain import plain_text
from treatykit.model.properties import (
    CellProperties,
    Label,
    Look,
    Properties,
    Role,
    RowProperties,
    RunFormat,
    TableProperties,
)
from treatykit.model.revisions import Revision, RevisionKind, Revisions
from treatykit.model.walk import paragraphs

BOLD, PLAIN = RunFormat(bold=True), RunFormat()
SHADED = CellProperties(other=("<w:shd/>",))


def revision(kind: str, author: str = "Karvela", change: int = 1, **more: Any) -> Revision:
    return Revision(kind=RevisionKind(kind), author=author, change=change, **more)


INSERTED, DELETED = revision("inserted"), revision("deleted")


def text(value: str, *revisions: Revision, look: RunFormat = PLAIN) -> Text:
    return Text(value, look, revisions=revisions)


def paragraph(*inlines: Text, mark: Revisions = (), role: Role = Role.BODY) -> Paragraph:
    return Paragraph(inlines, Mark(properties=Properties(role=role), revisions=mark))


def document(*body: Block) -> Document:
    return Document(body=body)


def lines(value: Document) -> list[str]:
    return plain_text(value).split("\n") if value.body else []


def has_revisions(value: Document) -> bool:
    return any(
        paragraph.mark.revisions or any(inline.revisions for inline in paragraph.inlines)
        for paragraph in paragraphs(value)
    ) or any(node.revisions for node in _of_tables(value.body))


def _of_tables(story: Story) -> Iterator[Table | Row | Cell]:
    for block in story:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                yield row
                for cell in row.cells:
                    yield cell
                    yield from _of_tables(cell.blocks)


@given(documents())
def test_a_text_without_revisions_is_its_own_old_and_new_text(value: Document) -> None:
    assert accept(value) == value
    assert reject(value) == value


@given(marked_documents())
def test_nothing_is_pending_after_everything_is_decided(marked: Document) -> None:
    assert not has_revisions(accept(marked))
    assert not has_revisions(reject(marked))


@given(marked_documents())
def test_a_decided_text_is_in_normal_form(marked: Document) -> None:
    for decided in (accept(marked), reject(marked), accept(marked, by_author(AUTHORS[0]))):
        assert normalise(decided) == decided


@given(marked_documents())
def test_accepting_all_authors_one_by_one_pends_nothing(marked: Document) -> None:
    one_by_one = marked
    for author in AUTHORS:
        one_by_one = accept(one_by_one, by_author(author))

    assert not has_revisions(one_by_one)


@given(marked_documents())
def test_deciding_a_change_that_is_not_there_changes_nothing(marked: Document) -> None:
    assert accept(marked, by_change(99)) == marked
    assert reject(marked, by_author("Nobody")) == marked


def test_an_inserted_word_stays_when_accepted_and_goes_when_rejected() -> None:
    marked = document(paragraph(text("The Parties shall "), text("not ", INSERTED), text("claim.")))

    assert lines(accept(marked)) == ["The Parties shall not claim."]
    assert lines(reject(marked)) == ["The Parties shall claim."]


def test_what_is_left_is_joined_into_one_run() -> None:
    marked = document(paragraph(text("shall "), text("not ", DELETED), text("claim")))

    assert accept(marked).body == (paragraph(text("shall claim")),)


def test_an_insertion_deleted_by_another_author_is_in_neither_text() -> None:
    marked = document(paragraph(text("Peace"), text(" forever", INSERTED, revision("deleted", "Tesmar", 2)), text(".")))

    assert lines(accept(marked)) == ["Peace."]
    assert lines(reject(marked)) == ["Peace."]
    assert lines(reject(marked, by_author("Tesmar"))) == ["Peace forever."]
    assert lines(accept(marked, by_author("Karvela"))) == ["Peace forever."]
    assert lines(reject(marked, by_author("Karvela"))) == ["Peace."]


def test_when_a_mark_goes_the_next_paragraph_gives_the_properties() -> None:
    marked = document(
        paragraph(text("First "), mark=(DELETED,), role=Role.HEADING), paragraph(text("second"), role=Role.ITEM)
    )

    assert accept(marked).body == (paragraph(text("First second"), role=Role.ITEM),)
    assert [block.role for block in reject(marked).body if isinstance(block, Paragraph)] == [Role.HEADING, Role.ITEM]


def test_several_marks_that_go_merge_into_one_paragraph() -> None:
    marked = document(*(paragraph(text(word), mark=(DELETED,)) for word in "abc"), paragraph(text("d"), role=Role.ITEM))

    assert accept(marked).body == (paragraph(text("abcd"), role=Role.ITEM),)


def test_an_inserted_paragraph_vanishes_whole_when_it_is_the_last() -> None:
    marked = document(paragraph(text("One.")), paragraph(text("Two.", INSERTED), mark=(INSERTED,)))

    assert lines(reject(marked)) == ["One."]


def test_content_without_a_next_paragraph_keeps_its_own_when_the_mark_goes() -> None:
    marked = document(paragraph(text("One.")), paragraph(text("Two."), mark=(DELETED,), role=Role.ITEM))

    assert accept(marked).body == (paragraph(text("One.")), paragraph(text("Two."), role=Role.ITEM))


def test_a_paragraph_that_stays_only_for_words_of_another_author_comes_or_goes_with_them() -> None:
    theirs = revision("inserted", "Tesmar", 2)
    start, came = paragraph(text("Stays.")), paragraph(text("Theirs.", theirs), mark=(INSERTED,))
    left = reject(Document(body=(start, came)), by_author("Karvela"))

    assert left == Document(body=(start, paragraph(text("Theirs.", theirs), mark=(theirs,))))
    assert reject(left, by_author("Tesmar")) == Document(body=(start,))
    assert accept(left, by_author("Tesmar")) == Document(body=(start, paragraph(text("Theirs."))))


def test_a_table_is_a_wall_that_no_content_runs_through() -> None:
    table = Table((Row((Cell((paragraph(text("cell")),)),)),))
    marked = document(paragraph(text("before"), mark=(DELETED,)), table, paragraph(text("after")))

    assert lines(accept(marked)) == ["before", "cell", "after"]


def test_a_table_that_goes_as_well_is_no_wall() -> None:
    rows = (Row((Cell((paragraph(text("cell", INSERTED)),)),), revisions=(INSERTED,)),)
    marked = document(paragraph(text("split "), mark=(INSERTED,)), Table(rows), paragraph(text("here")))

    assert lines(reject(marked)) == ["split here"]


def test_an_opaque_block_comes_and_goes_like_a_row() -> None:
    marked = document(paragraph(text("a")), OpaqueBlock("<x/>", revisions=(INSERTED,)))

    assert reject(marked) == document(paragraph(text("a")))
    assert accept(marked) == document(paragraph(text("a")), OpaqueBlock("<x/>"))


def test_a_cell_and_a_note_keep_a_last_paragraph() -> None:
    gone = (paragraph(text("x", DELETED), mark=(DELETED,)),)
    marked = document(
        Table((Row((Cell(gone),)),)), replace(paragraph(), inlines=(text("see"), NoteReference(gone)))
    )  # fmt: skip

    assert accept(marked).body == (
        Table((Row((Cell((Paragraph(),)),)),)),
        Paragraph((text("see"), NoteReference((Paragraph(),)))),
    )


def test_a_rejected_reformatting_gives_the_old_look_back() -> None:
    marked = document(paragraph(text("bold", revision("reformatted", before=PLAIN), look=BOLD)))

    assert reject(marked).body == (paragraph(text("bold")),)
    assert accept(marked).body == (paragraph(text("bold", look=BOLD)),)


def test_two_reformattings_are_undone_one_by_one() -> None:
    italic = RunFormat(italic=True)
    first, second = revision("reformatted", before=PLAIN), revision("reformatted", "Tesmar", 2, before=BOLD)
    marked = document(paragraph(text("x", first, second, look=italic)))

    assert reject(marked).body == (paragraph(text("x")),)
    assert reject(marked, by_change(2)).body == (paragraph(text("x", first, look=BOLD)),)
    without_first = reject(marked, by_change(1)).body
    assert without_first == (paragraph(text("x", replace(second, before=PLAIN), look=italic)),)


def test_a_rejected_layout_gives_the_old_look_back_to_the_table_its_rows_and_its_cells() -> None:
    def layout(look: Look) -> Revisions:
        return (revision("reformatted", before=look),)

    old = Table((Row((Cell((paragraph(text("Point")),)),)),), properties=TableProperties(widths=(1800,)))
    new = Table(
        (Row((Cell(old.rows[0].cells[0].blocks, properties=SHADED),), properties=RowProperties(header=True)),),
        properties=TableProperties(widths=(3600,), style="Table Grid"),
    )
    (row,) = new.rows
    cell = replace(row.cells[0], revisions=layout(CellProperties()))
    row = replace(row, cells=(cell,), revisions=layout(RowProperties()))
    marked = document(replace(new, rows=(row,), revisions=layout(old.properties)))

    assert reject(marked).body == (old,)
    assert accept(marked).body == (new,)


def test_a_rejected_renumbering_gives_the_old_label_back() -> None:
    old, new = (Properties(role=Role.ARTICLE, label=Label(label)) for label in ("Article 4", "Article 5"))
    marked = document(
        Paragraph((text("Peace"),), Mark(properties=new, revisions=(revision("reformatted", before=old),)))
    )

    assert lines(reject(marked)) == ["Article 4 Peace"]
    assert lines(accept(marked)) == ["Article 5 Peace"]


def test_both_ends_of_a_move_are_decided_by_their_change() -> None:
    away, here = revision("moved-away", change=7), revision("moved-here", change=7)
    marked = document(
        paragraph(text("moved", away), mark=(away,)),
        paragraph(text("stays")),
        paragraph(text("moved", here), mark=(here,)),
    )

    assert lines(accept(marked, by_change(7))) == ["stays", "moved"]
    assert lines(reject(marked, by_change(7))) == ["moved", "stays"]


def test_an_emptied_header_is_no_header() -> None:
    header = HeaderFooter(blocks=(paragraph(text("Draft", DELETED), mark=(DELETED,)),))

    assert accept(Document(headers=(header,))).headers == ()
    assert len(reject(Document(headers=(header,))).headers) == 1
