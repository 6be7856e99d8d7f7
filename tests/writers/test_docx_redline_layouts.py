"""A changed layout of a table, written into the new Word file: the old one comes back whole, whatever it came from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from tests.judge.layouts import layouts
from tests.judge.package import parts
from tests.readers.layout_specimens import AFTER, BEFORE, TRACKED
from tests.readers.word_files import STYLES, cell, p, part, row, table, word_file
from tests.writers.docx_audit import complaints
from tests.writers.test_docx_redline import compared, redline
from tests.writers.test_docx_redline_needs import Packed, values

from treatykit.compare import changes, compare
from treatykit.model.content import Row, Table
from treatykit.model.decide import Decision, accept, by_change, reject
from treatykit.model.document import Document
from treatykit.model.properties import CellProperties, RowProperties, TableProperties
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided
from treatykit.writers.docx_redline import write_docx_redline

OLD, NEW = word_file(BEFORE + p()), word_file(AFTER + p())
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BORDERS = f'<w:tcBorders {W}><w:left w:sz="4" w:val="dotted"></w:left></w:tcBorders>'
EXCEPTIONS = f'<w:tblPrEx {W}><w:jc w:val="left"></w:jc></w:tblPrEx>'
RIGHT_TO_LEFT = f"<w:bidiVisual {W}></w:bidiVisual>"


def read(file: bytes) -> Document:
    return read_docx(file, "text.docx").document


def test_a_layout_goes_into_the_file_as_one_change_and_comes_out_whole() -> None:
    marked = redline(OLD, NEW)

    assert (layouts(marked, "accept"), layouts(marked, "reject")) == (layouts(NEW), layouts(OLD))
    assert (accept(read(marked)), reject(read(marked))) == (read(NEW), read(OLD))
    assert [(change.number, change.layout) for change in changes(read(marked))] == [
        (1, ("column widths", "table style", "table properties", "header rows", "row properties", "cell properties"))
    ]
    assert {name for name in parts(NEW) if parts(NEW)[name] != parts(marked)[name]} == {"word/document.xml"}


def test_nothing_is_wrong_with_the_file() -> None:
    # The validator wants more in an old w:trPr than nothing; the schema does not (ECMA-376, Part 1, A.1, CT_TrPrBase).
    found = set(complaints(Packed(redline(OLD, NEW)))) - set(complaints(Packed(NEW)))

    assert found <= {"/word/document.xml: Required sequence content is missing"}


@pytest.mark.parametrize(("decision", "whole"), [(Decision.ACCEPT, NEW), (Decision.REJECT, OLD)])
def test_a_layout_is_decided_by_its_number_with_all_that_follows_from_it(decision: Decision, whole: bytes) -> None:
    decided = write_docx_decided(read(redline(OLD, NEW)), decision, by_change(1))

    assert layouts(decided) == layouts(whole)
    assert b"Change" not in parts(decided)["word/document.xml"]


def test_words_and_rows_change_beside_a_layout() -> None:
    old = word_file(table(row(cell(p("Goods"))), row(cell(p("Copper"))), row(cell(p("Wool"))), grid=(900,)) + p())
    new = word_file(table(row(cell(p("Goods"))), row(cell(p("Silk and wool"))), grid=(2000,)) + p())
    marked = redline(old, new)

    assert (accept(read(marked)), reject(read(marked))) == (read(new), read(old))
    assert (layouts(marked, "accept"), layouts(marked, "reject")) == (layouts(new), layouts(old))


def test_the_old_style_of_a_table_comes_along() -> None:
    solemn = STYLES + '<w:style w:type="table" w:styleId="T2"><w:name w:val="Solemn"/></w:style>'
    body = table(row(cell(p("Goods")), cell(p("Duty"))), properties='<w:tblStyle w:val="T2"/>') + p()
    old = word_file(body, parts={"styles.xml": part("styles", solemn)})
    marked = redline(old, word_file(body.replace("T2", "Gitter")))

    assert values(marked, "//w:style[@w:type='table']/w:name/@w:val", "styles.xml") == ["Table Grid", "Solemn"]
    assert reject(read(marked)) == read(old)


def test_a_layout_that_came_from_no_word_file_is_made_of_the_one_that_stands() -> None:
    new = read(NEW)
    (is_now, *others) = new.body
    assert isinstance(is_now, Table)
    first, second = is_now.rows
    cells = tuple(replace(one, properties=CellProperties(other=(BORDERS,))) for one in first.cells)
    was = Table(
        (Row(cells, properties=RowProperties(other=(EXCEPTIONS,))), second),
        properties=TableProperties(widths=(1500, 4500), style="Table Grid", other=(RIGHT_TO_LEFT,)),
    )
    marked = write_docx_redline(compare(replace(new, body=(was, *others), packages=()), new, author="Chair"))

    (back, *_) = reject(read(marked)).body
    assert back == was
    assert values(marked, "//w:tcPrChange/w:tcPr/w:tcW/@w:w") == ["1500", "4500"] * 2
    assert accept(read(marked)) == new


def test_a_layout_without_widths_goes_back_to_an_automatic_one() -> None:
    new = read(NEW)
    (is_now, *others) = new.body
    assert isinstance(is_now, Table)
    was = replace(is_now, properties=TableProperties())
    marked = write_docx_redline(compare(replace(new, body=(was, *others), packages=()), new, author="Chair"))

    (back, *_) = reject(read(marked)).body
    assert back == was
    assert values(marked, "//w:tblPrChange/w:tblPr/w:tblLayout/@w:type") == ["autofit"]


def test_a_layout_that_is_pending_in_the_new_file_is_not_told_twice() -> None:
    file = word_file(TRACKED + p())

    before, after = (
        etree.fromstring(parts(one)["word/document.xml"]) for one in (file, write_docx_redline(read(file)))
    )
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_a_table_that_looks_as_it_did_is_left_alone() -> None:
    amended = AFTER.replace("Place", "Position")
    marked = redline(NEW, word_file(amended + p()))

    assert b"Change" not in parts(marked)["word/document.xml"]
    assert len(changes(compared(NEW, word_file(amended + p())))) == 2
