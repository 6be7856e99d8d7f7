"""Tracked changes in Word files: runs, marks, moves, formatting, numbers, rows, notes, and who did them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
from tests.edit_strategies import document_pairs
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import (
    DELETED,
    INSERTED,
    MOMENT,
    WordFile,
    article,
    cell,
    document,
    marked,
    revision,
    shape,
    treaty,
)
from tests.writers.test_docx_properties import FEW

from treatykit.compare import compare
from treatykit.model.changes import ChangeKind, ChangeReport, Summary
from treatykit.model.content import (
    Block,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Mark,
    NoteReference,
    Paragraph,
    Row,
    Slot,
    Table,
    Text,
)
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import (
    Label,
    Properties,
    Role,
    RunFormat,
    TableProperties,
)
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.walk import map_document
from treatykit.readers.docx import read_docx
from treatykit.writers.options import WriteOptions

BOLD = RunFormat(bold=True)
AWAY = revision(RevisionKind.MOVED_AWAY, change=7)
HERE = revision(RevisionKind.MOVED_HERE, change=7)
REFORMATTED = revision(RevisionKind.REFORMATTED)


def written(*blocks: Block) -> WordFile:
    """The file of a body, which has to be good."""
    file = WordFile(normalise(Document(body=blocks)))
    assert complaints(file) == []
    return file


def body(*inlines: Text, mark: Mark | None = None) -> Paragraph:
    return Paragraph(inlines, mark or Mark())


def told(file: WordFile, words: str) -> str:
    """A paragraph in short, without its properties."""
    return shape(file.paragraph(words)).removeprefix("p(pPr(pStyle)").strip()


def test_inserted_and_deleted_words_say_who_and_when() -> None:
    file = written(body(Text("a "), Text("should", revisions=(DELETED,)), Text("shall", revisions=(INSERTED,))))

    assert told(file, "shall") == "r(t'a ') del(r(delText'should')) ins(r(t'shall')))"
    (deletion,) = file.find("//w:del")
    assert list(deletion.attrib.values()) == ["1", "Tesmar", "2026-05-03T10:00:00Z"]


def test_neighbours_of_one_hand_are_one_revision_and_of_two_hands_two() -> None:
    other = replace(INSERTED, author="Karvela")
    file = written(
        body(
            Text("a", revisions=(INSERTED,)), Text("b", BOLD, revisions=(INSERTED,)), Text("c", revisions=(other,))
        )
    )  # fmt: skip

    assert told(file, "a") == "ins(r(t'a') r(rPr(b) t'b')) ins(r(t'c')))"


def test_what_one_inserted_and_another_deleted_is_a_deletion_within_an_insertion() -> None:
    file = written(body(Text("kept "), Text("gone", revisions=(INSERTED, replace(DELETED, author="Chair")))))

    assert told(file, "kept") == "r(t'kept ') ins(del(r(delText'gone'))))"


def test_a_date_that_is_not_known_is_not_made_up() -> None:
    file = written(body(Text("new", revisions=(replace(INSERTED, date=None),))))

    assert file.values("//w:ins/@w:date") == []


def test_a_date_without_a_zone_stays_without_one() -> None:
    bare = datetime(2026, 5, 3, 10, 0)  # noqa: DTZ001 - a date as a foreign file may have it

    assert written(body(Text("new", revisions=(replace(INSERTED, date=bare),)))).values("//w:ins/@w:date") == [
        "2026-05-03T10:00:00"
    ]


def test_an_inserted_paragraph_is_its_words_and_its_mark() -> None:
    file = written(marked(body(Text("new")), INSERTED), body(Text("old")))

    assert shape(file.paragraph("new")) == "p(pPr(pStyle rPr(ins)) ins(r(t'new')))"


def test_a_merge_is_a_deleted_mark_alone() -> None:
    file = written(body(Text("a"), mark=Mark(revisions=(DELETED,))), body(Text("b")))

    assert shape(file.paragraph("a")) == "p(pPr(pStyle rPr(del)) r(t'a'))"


def test_the_revision_of_the_last_mark_moves_up_by_one() -> None:
    file = written(body(Text("old")), marked(body(Text("new")), INSERTED))

    assert shape(file.paragraph("old")) == "p(pPr(pStyle rPr(ins)) r(t'old'))"
    assert shape(file.paragraph("new")) == "p(pPr(pStyle) ins(r(t'new')))"


def test_where_no_mark_stands_before_a_spacer_takes_the_last_place() -> None:
    table = Table((Row((cell("x"),)),))
    file = written(table, marked(body(Text("new")), INSERTED))

    assert shape(file.paragraph("new")) == "p(pPr(pStyle rPr(ins)) ins(r(t'new')))"
    assert file.values("//w:body/w:p[last()]/w:pPr/w:pStyle/@w:val") == ["TreatySpacer"]


def test_a_moved_paragraph_stands_between_named_ranges_at_both_ends() -> None:
    file = written(
        body(Text("first")), marked(body(Text("moved")), AWAY), body(Text("second")), marked(body(Text("moved")), HERE),
        body(Text("third")),
    )  # fmt: skip

    away, here = file.find("//w:p[.//w:moveFrom]")[0], file.find("//w:p[.//w:moveTo]")[0]
    assert shape(away) == "p(pPr(pStyle rPr(moveFrom)) moveFromRangeStart moveFrom(r(t'moved')))"
    assert shape(here) == "p(pPr(pStyle rPr(moveTo)) moveToRangeStart moveTo(r(t'moved')))"
    after = [away.getnext(), here.getnext()]
    assert [shape(element) for element in after if element is not None] == ["moveFromRangeEnd", "moveToRangeEnd"]
    assert file.values("//w:moveFromRangeStart/@w:name|//w:moveToRangeStart/@w:name") == ["move7", "move7"]


def test_an_edit_within_a_move_stands_at_the_destination() -> None:
    file = written(
        body(Text("moved words", revisions=(AWAY,))),
        body(Text("moved ", revisions=(HERE,)), Text("new ", revisions=(INSERTED,)), Text("words", revisions=(HERE,))),
    )

    assert told(file, "new ") == (
        "moveToRangeStart moveTo(r(t'moved ')) ins(r(t'new ')) moveTo(r(t'words')) moveToRangeEnd)"
    )


def test_a_moved_article_takes_its_number_and_the_break_below_it_along() -> None:
    source = document(article("A"), article("B"))
    first, second = (block for block in source.body if isinstance(block, Paragraph))
    file = written(marked(first, AWAY), second, marked(first, HERE), body(Text("end")))

    assert shape(file.find("//w:p[.//w:moveFrom]")[0]) == (
        "p(pPr(pStyle rPr(moveFrom)) moveFromRangeStart moveFrom(r(rPr(rStyle) br) r(t'A')))"
    )


def test_a_move_that_word_cannot_show_is_deletion_and_insertion_and_reads_back_as_a_move() -> None:
    row = Row((cell("x"),))
    table = Table((replace(row, revisions=(AWAY,)), Row((cell("y"),)), replace(row, revisions=(HERE,))))
    file = written(table)

    assert [shape(properties) for properties in file.find("//w:trPr")] == [
        "trPr(cantSplit del)", "trPr(cantSplit)", "trPr(cantSplit ins)",
    ]  # fmt: skip
    assert read_docx(file.data, "x.docx").document.body == (table,)


def test_a_moved_article_with_a_note_stays_a_move() -> None:
    note = NoteReference((body(Text("said", revisions=(AWAY,))),), revisions=(AWAY,))
    here = NoteReference((body(Text("said", revisions=(HERE,))),), revisions=(HERE,))
    source = (
        Paragraph((Text("moved", revisions=(AWAY,)), note), Mark(revisions=(AWAY,))),
        body(Text("stays")),
        Paragraph((Text("moved", revisions=(HERE,)), here), Mark(revisions=(HERE,))),
        body(Text("end")),
    )
    file = written(*source)

    assert len(file.find("//w:moveFrom/w:r/w:footnoteReference|//w:moveTo/w:r/w:footnoteReference")) == 2
    assert [len(file.find(f"//w:{tag}", "footnotes")) for tag in ("moveFrom", "moveTo", "del", "ins")] == [0, 0, 1, 1]
    assert read_docx(file.data, "x.docx").document.body == source


def test_a_moved_annex_takes_its_table_along() -> None:
    def annex(end: Revision) -> tuple[Block, ...]:
        row = Row((Cell((body(Text("x", revisions=(end,))),)),), revisions=(end,))
        return (
            marked(body(Text("annex")), end),
            Table((row,), properties=TableProperties(widths=(9072,))),
            marked(body(Text("after")), end),
        )

    source = (*annex(AWAY), body(Text("stays")), *annex(HERE), body(Text("end")))
    file = written(*source)

    assert len(file.find("//w:moveFromRangeStart|//w:moveToRangeStart")) == 2
    assert [len(file.find(f"//w:trPr/w:{tag}")) for tag in ("del", "ins")] == [1, 1]
    assert len(file.find("//w:tc//w:moveFrom|//w:tc//w:moveTo")) == 0
    read = read_docx(file.data, "x.docx").document
    assert accept(read) == accept(Document(body=source))
    assert reject(read) == reject(Document(body=source))


def test_a_reformatting_keeps_all_of_the_old_look() -> None:
    old = RunFormat(italic=True, colour="C00000")
    file = written(body(Text("word", BOLD, revisions=(replace(REFORMATTED, before=old),))))

    assert told(file, "word") == "r(rPr(b rPrChange(rPr(i color))) t'word'))"


def test_of_several_reformattings_the_oldest_look_is_kept() -> None:
    changes = tuple(replace(REFORMATTED, before=look) for look in (RunFormat(italic=True), RunFormat(strike=True)))

    assert told(written(body(Text("word", BOLD, revisions=changes))), "word") == (
        "r(rPr(b rPrChange(rPr(i))) t'word'))"
    )


def test_a_changed_level_is_a_changed_style() -> None:
    before = Properties(role=Role.ITEM, level=1)
    now = Properties(role=Role.ITEM, level=2)
    mark = Mark(properties=now, revisions=(replace(REFORMATTED, before=before),))
    file = written(Paragraph((Text("point"),), mark))

    assert shape(file.paragraph("point")) == "p(pPr(pStyle pPrChange(pPr(pStyle))) r(t'point'))"
    assert file.values("//w:pPrChange/w:pPr/w:pStyle/@w:val") == ["TreatyText1"]


def test_a_counted_number_that_follows_from_the_changes_is_not_marked() -> None:
    first, second = (Properties(role=Role.ITEM, level=1, label=Label(text)) for text in ("1.", "2."))
    moved_up = Mark(properties=first, revisions=(replace(REFORMATTED, before=second),))
    gone = marked(Paragraph((Text("gone"),), Mark(properties=first)), DELETED)

    assert shape(written(gone, Paragraph((Text("stays"),), moved_up)).paragraph("stays")) == (
        "p(pPr(pStyle) r(t'stays'))"
    )


def test_a_number_that_follows_is_no_reason_to_reformat_the_paragraph_that_stands_for_the_last() -> None:
    first, second = (Properties(role=Role.ITEM, level=1, label=Label(text)) for text in ("1.", "2."))
    stays = Paragraph((Text("A"),), Mark(properties=first))
    source = (stays, marked(Paragraph((Text("B"),), Mark(properties=second)), DELETED))
    file = written(*source)

    assert file.find("//w:pPrChange|//w:body//w:numPr") == []
    assert read_docx(file.data, "x.docx").document.body == source


def test_another_way_of_numbering_goes_back_when_it_is_rejected() -> None:
    now, before = (Properties(role=Role.ARTICLE, label=Label(text)) for text in ("Article 1", "ARTICLE I"))
    source = Paragraph((Text("A"),), Mark(properties=now, revisions=(replace(REFORMATTED, before=before),)))

    file = written(source)

    assert shape(file.find("//w:pPrChange")[0]) == "pPrChange(pPr(pStyle numPr(ilvl numId)))"
    assert read_docx(file.data, "x.docx").document.body == (source,)


def test_a_typed_number_that_changed_is_struck_and_written_anew() -> None:
    before = Properties(role=Role.ITEM, level=1, label=Label("4.", typed=True))
    now = replace(before, label=Label("5.", typed=True))
    source = Paragraph((Text("words"),), Mark(properties=now, revisions=(replace(REFORMATTED, before=before),)))
    file = written(source)

    assert file.values("//w:del//w:delText/text()") == ["4", "."]
    assert file.values("//w:ins//w:t/text()") == ["5", "."]
    assert file.find("//w:pPrChange") == []
    assert read_docx(file.data, "x.docx").document.body == (source,)


def test_a_note_that_came_has_its_sign_and_its_words_inserted() -> None:
    note = NoteReference((body(Text("said", revisions=(INSERTED,))),), revisions=(INSERTED,))
    file = written(Paragraph((Text("a"), note)))

    assert len(file.find("//w:ins/w:r/w:footnoteReference")) == 1
    assert len(file.find("//w:ins/w:r/w:footnoteRef", "footnotes")) == 1
    assert file.find("//w:footnote//w:pPr/w:rPr", "footnotes") == []
    assert read_docx(file.data, "x.docx").document.body == (Paragraph((Text("a"), note)),)


def test_signs_of_brackets_blanks_and_terms_are_tracked_like_words() -> None:
    source = Paragraph(
        (
            Slot("a.b", revisions=(DELETED,)),
            DefinitionOpen(revisions=(INSERTED,)),
            Text("term", revisions=(INSERTED,)),
            DefinitionClose(revisions=(INSERTED,)),
        )
    )
    file = written(source)

    assert file.values("//w:del//w:delText/text()") == ["______"]
    assert file.values("//w:ins//w:t/text()") == ["term"]
    assert read_docx(file.data, "x.docx").document.body == (source,)


def test_a_definition_that_no_style_can_say_keeps_its_place_and_revision() -> None:
    source = (
        Paragraph((DefinitionOpen(revisions=(INSERTED,)), Text("a term "))),
        Paragraph((Text("over two paragraphs"), DefinitionClose(), DefinitionOpen(), DefinitionClose())),
    )

    assert read_docx(written(*source).data, "x.docx").document.body == source


def test_further_changes_are_tracked_in_a_redline_and_not_in_a_clean_text() -> None:
    assert len(written(body(Text("a", revisions=(INSERTED,)))).find("//w:trackRevisions", "settings")) == 1
    assert WordFile(treaty()).find("//w:trackRevisions", "settings") == []


def test_a_redline_with_live_numbers_says_so_at_its_head() -> None:
    source = document(article("A"), article("B"))
    first, second = (block for block in source.body if isinstance(block, Paragraph))

    head = "".join(written(marked(first, DELETED), second).values("//w:body/w:p[1]//w:t/text()"))

    assert all(words in head for words in ("live", "Word counts", "LibreOffice adds"))
    assert "live" not in "".join(WordFile(source).values("//w:body/w:p[1]//w:t/text()"))


def test_a_report_is_summed_up_at_the_head() -> None:
    summary = Summary(counts=((ChangeKind.AMENDED, 2), (ChangeKind.MOVED, 1), (ChangeKind.DELETED, 0)))
    report = ChangeReport(old_name="May", new_name="June", changes=(), summary=summary)

    file = WordFile(Document(body=(body(Text("a", revisions=(INSERTED,))),)), WriteOptions(report=report))

    assert file.values("//w:body/w:p[1]//w:t/text()") == ["From “May” to “June”. 3 changes: 2 amended, 1 moved."]


def test_two_hands_in_one_file_keep_their_names() -> None:
    file = written(body(Text("a", revisions=(INSERTED,)), Text("b", revisions=(replace(DELETED, author="R & D"),))))

    assert sorted(set(file.values("//@w:author"))) == ["R & D", "Tesmar"]


def without_notes_in_headers(source: Document) -> Document:
    """A header of Word has no notes."""
    bare = map_document(
        replace(source, body=()),
        lambda each: replace(each, inlines=tuple(i for i in each.inlines if not isinstance(i, NoteReference))),
    )
    return normalise(replace(source, headers=bare.headers))


@given(document_pairs(opaque=False))
@settings(FEW)
def test_a_redline_that_went_through_word_still_gives_both_texts(pair: tuple[Document, Document]) -> None:
    old, new = map(without_notes_in_headers, pair)

    file = WordFile(compare(old, new, author="Tesmar", date=MOMENT))
    read = read_docx(file.data, "redline.docx").document

    assert accept(read) == new
    assert reject(read) == old
