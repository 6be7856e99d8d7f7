"""Tracked changes of anybody's Word file: accepted they give the new text, rejected the old one."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.readers.word_files import cell, field, mark, p, part, r, row, table, tracked, word_file

from treatykit.model.content import Inline, NoteReference, Paragraph, Reference, Table, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.plain import plain_text
from treatykit.model.properties import Label, Properties, RunFormat
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.readers.docx import read_docx

DATE = datetime(2026, 3, 1, 10, tzinfo=UTC)


def read(body: str, **options: object) -> Document:
    return read_docx(word_file(body, **options), "draft.docx").document  # type: ignore[arg-type]


def revision(kind: RevisionKind, change: int = 1, author: str = "Tesmar") -> Revision:
    return Revision(kind=kind, author=author, date=DATE, change=change)


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.body if isinstance(block, Paragraph)]


def inlines(content: str) -> tuple[Inline, ...]:
    return paragraphs(read(p(content)))[0].inlines


def old_and_new(body: str, **options: object) -> tuple[list[str], list[str]]:
    """The text before and after all changes, a line a paragraph."""
    document = read(body, **options)
    return plain_text(reject(document)).splitlines(), plain_text(accept(document)).splitlines()


def numbered(level: int, words: str, properties: str = "") -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{properties}')


def test_replaced_words_are_one_change() -> None:
    content = r("Each Party ") + tracked("del", r("should", deleted=True)) + tracked("ins", r("shall")) + r(" refrain")

    assert inlines(content) == (
        Text("Each Party "),
        Text("should", revisions=(revision(RevisionKind.DELETED),)),
        Text("shall", revisions=(revision(RevisionKind.INSERTED),)),
        Text(" refrain"),
    )


def test_changes_of_other_hands_or_elsewhere_have_numbers_of_their_own() -> None:
    content = (
        tracked("ins", r("a"))
        + tracked("ins", r("b"), author="Karvela")
        + r("c")
        + tracked("del", r("d", deleted=True))
    )

    assert [one.change for inline in inlines(content) for one in inline.revisions] == [1, 2, 3]


def test_words_inserted_by_one_and_deleted_by_another_carry_both() -> None:
    content = tracked("ins", tracked("del", r("x", deleted=True), author="Karvela"))

    assert inlines(content)[0].revisions == (
        revision(RevisionKind.INSERTED, 1),
        revision(RevisionKind.DELETED, 2, "Karvela"),
    )


def test_a_reformatting_knows_the_old_look() -> None:
    change = tracked("rPrChange", "<w:rPr><w:i/></w:rPr>")

    found = inlines(r("Commission", f"<w:b/>{change}"))[0]

    assert isinstance(found, Text)
    assert found.format == RunFormat(bold=True)
    assert found.revisions[0].before == RunFormat(italic=True)


def test_a_reformatting_that_changes_nothing_is_none() -> None:
    assert inlines(r("x", "<w:b/>" + tracked("rPrChange", "<w:rPr><w:b/><w:noProof/></w:rPr>"))) == (
        Text("x", RunFormat(bold=True)),
    )


def test_changed_properties_of_a_paragraph_are_a_reformatting_of_its_mark() -> None:
    change = tracked("pPrChange", "<w:pPr><w:keepNext/></w:pPr>")

    found = paragraphs(read(p("x", f'<w:pStyle w:val="Quote"/>{change}')))[0].mark

    assert found.properties.style == "Quote"
    assert isinstance(found.revisions[0].before, Properties)
    assert found.revisions[0].before.style is None
    assert found.revisions[0].before.format.keep_with_next is True


def test_an_inserted_paragraph_comes_with_its_mark() -> None:
    body = p("a") + p(tracked("ins", r("new")), mark("ins")) + p("b")

    assert old_and_new(body) == (["a", "b"], ["a", "new", "b"])


def test_paragraphs_split_and_merge() -> None:
    assert old_and_new(p("a", mark("ins")) + p("b")) == (["ab"], ["a", "b"])
    assert old_and_new(p("a", mark("del")) + p("b")) == (["a", "b"], ["ab"])


@pytest.mark.parametrize("wall", ["", table(row(cell(p("t")))) + p()])
def test_a_paragraph_added_at_the_end_of_a_container_is_inserted_with_its_own_mark(wall: str) -> None:
    body = p("a", mark("ins")) + p(tracked("ins", r("new"))) + wall

    first, second, *_ = paragraphs(read(body))

    assert first.mark.revisions == ()
    assert second.mark.revisions == (revision(RevisionKind.INSERTED),)
    assert old_and_new(body)[0][:2] == (["a"] if not wall else ["a", "t"])


def test_a_paragraph_struck_at_the_end_is_deleted_with_its_own_mark() -> None:
    body = p("a", mark("del")) + p(tracked("del", r("old", deleted=True)))

    first, second = paragraphs(read(body))

    assert first.mark.revisions == ()
    assert second.mark.revisions == (revision(RevisionKind.DELETED),)
    assert old_and_new(body) == (["a", "old"], ["a"])


def test_a_mark_is_put_back_only_where_the_properties_come_out_alike() -> None:
    quote = '<w:pStyle w:val="Quote"/>'
    unlike = p("a", mark("ins")) + p(tracked("ins", r("new")), quote)
    alike = p("a", mark("ins")) + p(tracked("ins", r("new")), quote + tracked("pPrChange", "<w:pPr/>"))

    assert paragraphs(read(unlike))[0].mark.revisions == (revision(RevisionKind.INSERTED),)
    assert paragraphs(reject(read(unlike)))[0].mark.properties.style == "Quote"
    assert paragraphs(read(alike))[0].mark.revisions == ()
    assert paragraphs(reject(read(alike)))[0].mark.properties.style is None


def test_a_mark_is_not_put_back_where_the_number_would_go_with_it() -> None:
    body = p("", mark("ins")) + numbered(0, "<w:proofErr/>")

    document = read(body)

    assert [one.label for one in paragraphs(reject(document))] == [Label("Article 1")]
    assert [one.label for one in paragraphs(accept(document))] == [None, Label("Article 1")]


MOVE_FROM = (
    '<w:moveFromRangeStart w:id="1" w:name="{0}" w:author="T"/>'
    + tracked("moveFrom", r("moved"))
    + '<w:moveFromRangeEnd w:id="1"/>'
)
MOVE_TO = (
    '<w:moveToRangeStart w:id="2" w:name="{0}" w:author="T"/>'
    + tracked("moveTo", r("moved"))
    + '<w:moveToRangeEnd w:id="2"/>'
)


def test_both_ends_of_a_move_are_one_change() -> None:
    body = p(MOVE_FROM.format("move1"), mark("moveFrom")) + p("between") + p(MOVE_TO.format("move1")) + p("z")

    found = [inline.revisions[0] for block in paragraphs(read(body)) for inline in block.inlines if inline.revisions]

    assert [(one.kind, one.change) for one in found] == [(RevisionKind.MOVED_AWAY, 1), (RevisionKind.MOVED_HERE, 1)]


def test_a_paragraph_mark_is_moved_if_the_range_goes_on_at_the_end_of_its_paragraph() -> None:
    start = '<w:moveFromRangeStart w:id="1" w:name="m" w:author="T"/>' + tracked("moveFrom", r("moved"))
    end = '<w:moveFromRangeEnd w:id="1"/>'
    within = p(start + end, mark("moveFrom")) + p(MOVE_TO.format("m"))
    around = p(start, mark("moveFrom")) + end + p(MOVE_TO.format("m"))

    kinds = [paragraphs(read(body))[0].mark.revisions[0].kind for body in (within, around)]

    assert kinds == [RevisionKind.DELETED, RevisionKind.MOVED_AWAY]


def test_a_move_that_lost_its_other_end_is_a_deletion_or_an_insertion() -> None:
    body = p(MOVE_FROM.format("move1")) + p(MOVE_TO.format("move2")) + p(tracked("moveTo", r("x")))

    found = [inline.revisions[0].kind for block in paragraphs(read(body)) for inline in block.inlines]

    assert found == [RevisionKind.DELETED, RevisionKind.INSERTED, RevisionKind.INSERTED]


def test_rows_come_and_go() -> None:
    body = table(
        row(cell(p("a"))),
        row(cell(p("b")), properties=tracked("ins", "")),
        row(cell(p("c")), properties=tracked("del", "")),
    )

    assert old_and_new(body + p()) == (["a", "c"], ["a", "b"])


def test_cells_come_and_go() -> None:
    body = table(row(cell(p("a")), cell(p("b"), tracked("cellIns", "")), cell(p("c"), tracked("cellDel", ""))))

    assert old_and_new(body + p()) == (["a\tc"], ["a\tb"])


def test_a_deleted_field_is_a_deleted_reference() -> None:
    deleted = tracked(
        "del",
        field("REF x", "Article 7")
        .replace("w:instrText", "w:delInstrText")
        .replace("w:t>", "w:delText>")
        .replace("<w:t ", "<w:delText "),
    )

    assert inlines(deleted) == (Reference(None, "Article 7", revisions=(revision(RevisionKind.DELETED),)),)


def test_a_field_result_updated_under_tracking_says_the_new_words() -> None:
    content = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
        + tracked("del", r("Article 7", deleted=True))
        + tracked("ins", r("Article 8"))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert inlines(content) == (Reference(None, "Article 8"),)


def test_a_note_that_came_brings_its_words() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{p(tracked("ins", r("note")))}</w:footnote>')
    body = p(r("a") + tracked("ins", '<w:r><w:footnoteReference w:id="2"/></w:r>'))

    document = read(body, parts={"footnotes.xml": notes})

    assert isinstance(paragraphs(document)[0].inlines[1], NoteReference)
    assert reject(document) == read(p("a"))


def test_a_changed_text_box_goes_with_its_run() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('box')}</w:txbxContent></v:textbox></w:pict></w:r>"

    document = read(p(r("a") + tracked("del", box)))

    assert isinstance(document.body[1], Table)
    assert plain_text(accept(document)) == "a"


def test_numbers_are_counted_for_the_old_and_for_the_new_text() -> None:
    body = (
        numbered(0, "Peace")
        + numbered(0, tracked("ins", r("Transit")), f"<w:rPr>{tracked('ins', '')}</w:rPr>")
        + numbered(0, tracked("del", r("War", deleted=True)), f"<w:rPr>{tracked('del', '')}</w:rPr>")
        + numbered(0, tracked("del", r("Siege", deleted=True)), f"<w:rPr>{tracked('del', '')}</w:rPr>")
        + numbered(0, "Final")
    )

    old, new = old_and_new(body)

    assert old == ["Article 1 Peace", "Article 2 War", "Article 3 Siege", "Article 4 Final"]
    assert new == ["Article 1 Peace", "Article 2 Transit", "Article 3 Final"]
    last = paragraphs(read(body))[-1].mark.revisions[0]
    assert (last.kind, last.author) == (RevisionKind.REFORMATTED, "Tesmar")
    assert isinstance(last.before, Properties)
    assert last.before.label == Label("Article 4")


def test_a_number_that_came_with_a_tracked_style_goes_with_it() -> None:
    change = tracked("pPrChange", "<w:pPr/>")

    assert old_and_new(numbered(0, "a", change) + numbered(0, "b")) == (
        ["a", "Article 1 b"],
        ["Article 1 a", "Article 2 b"],
    )


def test_a_date_or_author_that_is_missing_loses_no_words() -> None:
    found = inlines("<w:ins>" + r("a") + '</w:ins><w:ins w:author="T" w:date="yesterday">' + r("b") + "</w:ins>")

    assert [(one.author, one.date) for inline in found for one in inline.revisions] == [("", None), ("T", None)]
