"""Changed layouts of tables in our own Word files: where they are told, and that they read back."""

from __future__ import annotations

from dataclasses import replace

from tests.writers.docx_specimens import DELETED, INSERTED, revision, shape
from tests.writers.test_docx_redlines import body, written

from treatykit.model.content import Cell, Row, Table, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.properties import CellProperties, RowProperties, TableProperties
from treatykit.model.revisions import RevisionKind
from treatykit.readers.docx import read_docx

REFORMATTED = revision(RevisionKind.REFORMATTED)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHADING = f'<w:shd {W} w:color="auto" w:fill="FFFF00" w:val="clear"></w:shd>'
EXCEPTIONS = f'<w:tblPrEx {W}><w:jc w:val="left"></w:jc></w:tblPrEx>'


def laid_out(properties: TableProperties, row: RowProperties, cell: CellProperties) -> Table:
    """A table of two cells, the first of which has properties."""
    first, second = Cell((body(Text("Point")),), properties=cell), Cell((body(Text("Place")),))
    return Table((Row((first, second), properties=row), Row((second, second))), properties=properties)


OLD_LAYOUT = laid_out(TableProperties(widths=(4000, 4000)), RowProperties(other=(EXCEPTIONS,)), CellProperties())
NEW_LAYOUT = laid_out(
    TableProperties(widths=(2000, 6000), style="Table Grid"),
    RowProperties(header=True),
    CellProperties(other=(SHADING,)),
)


def relaid(old: Table, new: Table) -> Table:
    """The new table, with what the old one looked like."""
    row, was = new.rows[0], old.rows[0]
    cell = replace(row.cells[0], revisions=(replace(REFORMATTED, before=was.cells[0].properties),))
    row = replace(row, cells=(cell, *row.cells[1:]), revisions=(replace(REFORMATTED, before=was.properties),))
    return replace(new, rows=(row, *new.rows[1:]), revisions=(replace(REFORMATTED, before=old.properties),))


def test_a_changed_layout_is_told_in_the_table_the_grid_its_rows_and_its_cells() -> None:
    marked = relaid(OLD_LAYOUT, NEW_LAYOUT)
    file = written(marked)

    says = "tblStyle tblW tblLayout tblLook"
    assert shape(file.find("//w:tblPr")[0]) == f"tblPr({says} tblPrChange(tblPr({says})))"
    assert shape(file.find("//w:tblGrid")[0]) == "tblGrid(gridCol gridCol tblGridChange(tblGrid(gridCol gridCol)))"
    assert shape(file.find("//w:tr/w:tblPrEx")[0]) == "tblPrEx(tblPrExChange(tblPrEx(jc)))"
    assert shape(file.find("//w:tr/w:trPr")[0]) == "trPr(cantSplit tblHeader trPrChange(trPr(cantSplit)))"
    assert shape(file.find("//w:tc/w:tcPr")[0]) == "tcPr(tcW shd tcPrChange(tcPr(tcW)))"
    assert file.values("//w:tcPrChange/w:tcPr/w:tcW/@w:w") == ["4000"] * 4
    assert read_docx(file.data, "x.docx").document.body == (marked,)


def test_the_look_of_a_table_alone_leaves_its_rows_and_cells_without_a_record() -> None:
    styled = replace(OLD_LAYOUT, properties=replace(OLD_LAYOUT.properties, style="Table Grid"))
    file = written(replace(styled, revisions=(replace(REFORMATTED, before=OLD_LAYOUT.properties),)))

    assert len(file.find("//w:tblPrChange")) == 1
    assert file.find("//w:tblGridChange|//w:trPrChange|//w:tblPrExChange|//w:tcPrChange") == []


def test_a_row_that_went_keeps_its_widths_and_one_that_came_has_the_new_ones() -> None:
    relayed = relaid(OLD_LAYOUT, NEW_LAYOUT)
    went, came = (Row(OLD_LAYOUT.rows[1].cells, revisions=(end,)) for end in (DELETED, INSERTED))
    file = written(replace(relayed, rows=(*relayed.rows, went, came)))

    for at, widths in ((3, ["4000", "4000"]), (4, ["2000", "6000"])):
        assert file.values(f"//w:tr[{at}]//w:tcW/@w:w") == widths


def test_a_column_more_in_rows_that_came_leaves_the_old_rows_their_grid() -> None:
    three = tuple(Cell((body(Text(word)),)) for word in ("a", "b", "c"))
    rows = (Row(OLD_LAYOUT.rows[1].cells, revisions=(DELETED,)), Row(three, revisions=(INSERTED,)))
    was = TableProperties(widths=(4000, 4000))
    marked = Table(
        rows, properties=TableProperties(widths=(3000, 3000, 3000)), revisions=(replace(REFORMATTED, before=was),)
    )
    read = read_docx(written(marked).data, "x.docx").document

    assert (accept(read), reject(read)) == tuple(decide(Document(body=(marked,))) for decide in (accept, reject))
