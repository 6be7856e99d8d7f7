"""Accepting and rejecting in the Word file itself: the same text as the model gives, and nothing else changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.judge.layouts import layouts
from tests.judge.package import parts
from tests.judge.told import text
from tests.readers.layout_specimens import AFTER, BEFORE, TRACKED, grid_record
from tests.readers.word_files import cell, mark, p, part, r, row, table, tracked, word_file
from tests.thoroughness import thorough
from tests.writers.test_docx_redline import Blk, made, redline, versions

from treatykit.errors import UsageError
from treatykit.model.decide import Decision, accept, by_author, by_change, decide, every, reject
from treatykit.model.document import Document
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided

NOTES = part("footnotes", f'<w:footnote w:id="1">{p("gone")}</w:footnote><w:footnote w:id="2">{p("kept")}</w:footnote>')
MOVE = (
    '<w:moveFromRangeStart w:id="91" w:name="m" w:author="Karvela"/>'
    + tracked("moveFrom", r("moved"), author="Karvela")
    + '<w:moveFromRangeEnd w:id="91"/>',
    '<w:moveToRangeStart w:id="92" w:name="m" w:author="Karvela"/>'
    + tracked("moveTo", r("moved"), author="Karvela")
    + '<w:moveToRangeEnd w:id="92"/>',
)
BODY = (
    p(r("a ") + tracked("del", r("old", deleted=True)) + tracked("ins", r("new")) + r(" b"))
    + p(tracked("ins", r("whole")), mark("ins", author="Karvela"))
    + p(tracked("del", r("struck", deleted=True), author="Karvela"), mark("del"))
    + p(tracked("ins", r("x") + tracked("del", r("y", deleted=True), author="Karvela")))
    + p(MOVE[0])
    + table(
        row(cell(p("1"))),
        row(cell(p("2")), properties=tracked("ins", "")),
        row(cell(p("3")), properties=tracked("del", "", author="Karvela")),
    )
    + p(
        r("look", "<w:b/>" + tracked("rPrChange", "<w:rPr><w:i/></w:rPr>")),
        "<w:keepNext/>" + tracked("pPrChange", '<w:pPr><w:jc w:val="center"/></w:pPr>', author="Karvela"),
    )
    + p(
        MOVE[1]
        + tracked("del", '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    + f"<w:sdt><w:sdtContent>{p(tracked('del', r('controlled', deleted=True)), mark('del'))}</w:sdtContent></w:sdt>"
    + p("end", mark("ins"))
    + p(tracked("ins", r("last")))
)
FILE = word_file(BODY, parts={"footnotes.xml": NOTES})


def decided(file: bytes, decision: Decision) -> bytes:
    return write_docx_decided(read_docx(file, "draft.docx").document, decision)


@pytest.mark.parametrize("decision", Decision)
def test_nothing_is_left_to_decide_and_the_text_is_what_was_said(decision: Decision) -> None:
    done = decided(FILE, decision)

    assert text(done) == text(FILE, decision.value)
    for sign in (b"w:ins ", b"w:del ", b"w:moveFrom", b"w:moveTo", b"PrChange", b"w:delText"):
        assert sign not in parts(done)["word/document.xml"]


@pytest.mark.parametrize("decision", Decision)
def test_the_file_says_what_the_model_says(decision: Decision) -> None:
    document = read_docx(FILE, "draft.docx").document

    again = read_docx(decided(FILE, decision), "draft.docx").document

    assert again == decide(document, decision)


@pytest.mark.parametrize(("decision", "whole"), [(Decision.ACCEPT, AFTER), (Decision.REJECT, BEFORE)])
def test_a_layout_is_decided_as_a_whole(decision: Decision, whole: str) -> None:
    file, expected = word_file(TRACKED + p()), word_file(whole + p())

    for selection in (every, by_change(1), by_author("Tesmar")):
        done = write_docx_decided(read_docx(file, "draft.docx").document, decision, selection)

        assert layouts(done) == layouts(expected)
        assert b"Change" not in parts(done)["word/document.xml"]
        assert read_docx(done, "draft.docx").document == read_docx(expected, "draft.docx").document


def test_a_layout_of_another_hand_stays_pending() -> None:
    file = word_file(TRACKED + p())

    assert layouts(write_docx_decided(read_docx(file, "x.docx").document, Decision.REJECT, by_author("Karvela"))) == (
        layouts(file)
    )


def test_a_grid_record_that_is_nobodys_change_stays_as_it_is() -> None:
    body = table(row(cell(p("a")), cell(p(tracked("ins", r("b"))))))
    file = word_file(body.replace("</w:tblGrid>", grid_record('<w:gridCol w:w="9"/>') + "</w:tblGrid>") + p())

    assert b"tblGridChange" in parts(decided(file, Decision.REJECT))["word/document.xml"]
    assert layouts(decided(file, Decision.REJECT)) == layouts(file)


def test_a_note_goes_with_its_sign() -> None:
    assert text(decided(FILE, Decision.ACCEPT), part="word/footnotes.xml") == ["kept"]
    assert text(decided(FILE, Decision.REJECT), part="word/footnotes.xml") == ["gone", "kept"]


def test_only_the_changes_of_one_author_may_be_decided() -> None:
    document = read_docx(FILE, "draft.docx").document

    done = write_docx_decided(document, Decision.ACCEPT, by_author("Karvela"))

    again = read_docx(done, "draft.docx").document
    assert accept(again) == accept(document)
    assert reject(again) == reject(accept(document, by_author("Karvela")))
    assert b"Karvela" not in parts(done)["word/document.xml"]
    assert b"Tesmar" in parts(done)["word/document.xml"]


def test_a_single_change_may_be_decided_by_its_number() -> None:
    document = read_docx(
        word_file(p(r("a ") + tracked("ins", r("b ")) + r("c ") + tracked("ins", r("d")))), "x.docx"
    ).document

    done = write_docx_decided(document, Decision.REJECT, by_change(2))

    assert text(done) == ["a b c "]
    assert text(done, "reject") == ["a c "]


def test_parts_without_a_decided_change_stay_byte_for_byte() -> None:
    before, after = parts(FILE), parts(decided(FILE, Decision.REJECT))

    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


@settings(max_examples=thorough(80), deadline=None)
@given(versions())
def test_a_redline_decided_in_the_file_is_either_text(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1])
    marked = redline(old, new)

    assert text(decided(marked, Decision.ACCEPT)) == text(new)
    assert text(decided(marked, Decision.REJECT)) == text(old)
    assert read_docx(decided(marked, Decision.REJECT), "x.docx").document == read_docx(old, "old.docx").document


def test_what_was_not_read_from_a_word_file_cannot_be_decided_in_one() -> None:
    with pytest.raises(UsageError, match="not read from a Word file"):
        write_docx_decided(Document(), Decision.ACCEPT)
