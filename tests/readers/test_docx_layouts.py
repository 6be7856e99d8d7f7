"""Tracked changes of how tables look: one change a table, and nothing that nobody sees or nobody made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.readers.layout_specimens import AFTER, BEFORE, TRACKED, grid_record, record
from tests.readers.word_files import cell, p, row, table, tracked, word_file

from treatykit.model.content import Table
from treatykit.model.decide import accept, by_author, reject
from treatykit.model.document import Document
from treatykit.model.layouts import layout_nodes, layout_revisions
from treatykit.readers.docx import read_docx

OTHER_GRID = '<w:gridCol w:w="900"/><w:gridCol w:w="900"/>'


def read(body: str) -> Document:
    return read_docx(word_file(body + p()), "draft.docx").document


def first_table(document: Document) -> Table:
    return next(block for block in document.body if isinstance(block, Table))


def test_the_old_layout_comes_back_whole_when_it_is_rejected() -> None:
    document = read(TRACKED)

    assert reject(document) == read(BEFORE)
    assert accept(document) == read(AFTER)


def test_a_layout_is_one_change_of_the_table_its_rows_and_its_cells() -> None:
    changed = first_table(read(TRACKED))

    assert [(type(node).__name__, len(node.revisions)) for node in layout_nodes(changed)] == [
        ("Table", 1),
        *(("Row", 1), ("Cell", 1), ("Cell", 0)),
        *(("Row", 0), ("Cell", 0), ("Cell", 0)),  # a cell that is only wider with its column says nothing by itself
    ]
    assert {revision.change for revision in layout_revisions(changed)} == {1}


def test_two_hands_change_a_layout_each_for_itself() -> None:
    body = table(
        row(cell(p("a"), '<w:shd w:fill="FFFF00"/>' + record("tcPr", ""))),
        row(cell(p("b"), '<w:shd w:fill="FFFF00"/>' + record("tcPr", "", author="Karvela"))),
    )
    document = read(body)

    assert [(one.author, one.change) for one in layout_revisions(first_table(document))] == [
        ("Tesmar", 1),
        ("Karvela", 2),
    ]
    left = first_table(reject(document, by_author("Tesmar")))
    assert [len(one.cells[0].properties.other) for one in left.rows] == [0, 1]


@pytest.mark.parametrize(
    "inside",
    [
        row(cell(p("a"), record("tcPr", "")), cell(p("b"))),
        row(cell(p("a")), cell(p("b")), properties=tracked("ins", "")),
        row(cell(p("a")), cell(p("b"), tracked("cellIns", ""))),
    ],
    ids=["with a cell", "with a row", "with a cell that came"],
)
def test_a_changed_grid_that_names_nobody_is_made_by_who_changed_the_table_otherwise(inside: str) -> None:
    changed = first_table(read(table(inside).replace("</w:tblGrid>", grid_record(OTHER_GRID) + "</w:tblGrid>")))

    (revision,) = changed.revisions
    assert (revision.author, revision.before) == ("Tesmar", replace(changed.properties, widths=(900, 900)))


def test_a_grid_record_alone_is_nobodys_change() -> None:
    inner = table(row(cell(p("in"), record("tcPr", '<w:shd w:fill="FFFF00"/>'))))
    body = table(row(cell(inner + p()), cell(p("b"))))
    marked = body.replace("</w:tblGrid>", grid_record(OTHER_GRID) + "</w:tblGrid>", 1)

    assert first_table(read(marked)).revisions == ()
    assert first_table(read(marked)) == first_table(read(body))


def test_what_says_nothing_is_no_property() -> None:
    empty = "<w:tblBorders/><w:tblCellMar/>"
    body = table(
        f"<w:tr><w:tblPrEx/><w:trPr/>{cell(p('a'), '<w:tcBorders/><w:tcMar/>')}</w:tr>", grid=(2000,), properties=empty
    )

    assert read(body) == read(table(row(cell(p("a"))), grid=(2000,)))


def test_an_automatic_layout_that_became_fixed_goes_back_to_no_widths() -> None:
    was = record("tblPr", '<w:tblLayout w:type="autofit"/>')
    document = read(table(row(cell(p("a"))), grid=(2000,), properties=f'<w:tblLayout w:type="fixed"/>{was}'))

    assert first_table(accept(document)).properties.widths == (2000,)
    assert first_table(reject(document)).properties.widths == ()
