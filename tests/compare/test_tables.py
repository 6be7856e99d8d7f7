"""How tables are compared: words in their cells, rows that come and go, layouts that change as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compare.plain_redlines import body, document, printed, row
from tests.compare.test_blocks import BORDER, PEACE, TRANSIT, obeys_the_law

from treatykit.compare import Ignore, changes, compare, summarise
from treatykit.model.changes import ChangeKind, Touch
from treatykit.model.content import Cell, Row, Table, VerticalMerge
from treatykit.model.decide import accept, by_change, reject
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions
from treatykit.model.properties import CellProperties, RowProperties, TableProperties, TableRole

SHADED = CellProperties(other=("<w:shd/>",))
TARIFF = Table((row("Goods", "Duty"), row("Copper", "5 %"), row("Wool", "3 %")))
WIDER = replace(TARIFF, properties=TableProperties(widths=(4000, 2000), style="Table Grid"))


def shaded(table: Table) -> Table:
    """The table with every cell shaded."""
    return replace(
        table,
        rows=tuple(
            replace(each, cells=tuple(replace(cell, properties=SHADED) for cell in each.cells)) for each in table.rows
        ),
    )


def headed(table: Table) -> Table:
    """The table with its first row as its header."""
    return replace(table, rows=(replace(table.rows[0], properties=RowProperties(header=True)), *table.rows[1:]))


def between(old: Table, new: Table) -> Document:
    """The redline between two texts that hold these tables."""
    return obeys_the_law(document(PEACE, old, BORDER), document(PEACE, new, BORDER))


def test_words_of_a_cell_are_compared_within_it() -> None:
    old = document(Table((row("Goods", "Duty"), row("Copper", "5 %"), row("Wool", "3 %"))), "")
    new = document(Table((row("Goods", "Duty"), row("Copper", "4 %"), row("Wool", "3 %"))), "")

    assert printed(obeys_the_law(old, new)) == "Goods | Duty\nCopper | [-5 %-]{+4 %+}\nWool | 3 %\n"


def test_rows_come_and_go_with_what_is_in_them() -> None:
    old = document(Table((row("Goods", "Duty"), row("Copper", "5 %"), row("Wool", "3 %"))), "")
    new = document(Table((row("Goods", "Duty"), row("Wool", "3 %"), row("Silk and linen", "7 %"))), "")
    marked = obeys_the_law(old, new)

    assert printed(marked) == "Goods | Duty\n[-Copper-] | [-5 %-]\nWool | 3 %\n{+Silk and linen+} | {+7 %+}\n"
    assert [change.kind for change in changes(marked)] == [ChangeKind.DELETED, ChangeKind.INSERTED]


def test_a_row_that_stands_elsewhere_moved_with_its_edits() -> None:
    iron, found = row("Iron ore from the northern mines", "5 %"), row("Iron ore from the northern mines", "4 %")
    rest = (row("Copper", "5 %"), row("Wool", "3 %"), row("Silk and linen", "7 %"))
    for arrived in (iron, found):
        marked = obeys_the_law(document(Table((iron, *rest)), ""), document(Table((*rest, arrived)), ""))

        (change,) = changes(marked)
        assert change.kind is ChangeKind.MOVED
        assert change.edited is (arrived is found)


def test_a_table_of_another_shape_is_replaced_row_by_row_or_as_a_whole() -> None:
    wide = Row((Cell((body("Copper and wool"),), columns=2),))
    merged = Row((Cell((body("Copper"),), merge=VerticalMerge.START), Cell((body("5 %"),))))
    simple = Table((row("Goods", "Duty"), row("Copper", "5 %")))

    for other in (
        Table((row("Goods", "Duty"), wide)),
        Table((row("Goods", "Duty"), merged)),
        Table((row("Goods", "Duty", "Since"), row("Copper", "5 %", "1996"))),
        replace(simple, properties=TableProperties(widths=(100, 200))),
    ):
        obeys_the_law(document(PEACE, simple, BORDER), document(PEACE, other, BORDER))
        obeys_the_law(document(simple, other), document(other, simple))


def test_a_table_that_came_between_two_paragraphs_or_went_is_one_change() -> None:
    table = Table((row("Goods", "Duty"), row("Copper", "5 %")))
    without, with_it = document(PEACE, BORDER), document(PEACE, table, BORDER)

    (came,), (went,) = changes(obeys_the_law(without, with_it)), changes(obeys_the_law(with_it, without))
    assert (came.kind, came.new_text) == (ChangeKind.INSERTED, "Goods\tDuty\nCopper\t5 %")
    assert (went.kind, went.old_text) == (ChangeKind.DELETED, "Goods\tDuty\nCopper\t5 %")


def test_a_layout_is_one_change_however_many_rows_and_cells_look_otherwise() -> None:
    marked = between(TARIFF, headed(shaded(WIDER)))

    assert printed(marked) == printed(document(PEACE, TARIFF, BORDER))
    (change,) = changes(marked)
    assert (change.kind, change.touches, change.old_text) == (ChangeKind.REFORMATTED, (Touch.EDITORIAL,), "")
    assert change.new_place.endswith(", table")
    assert change.layout == ("column widths", "table style", "header rows", "cell properties")


@pytest.mark.parametrize(
    ("new", "parts"),
    [
        (replace(TARIFF, properties=TableProperties(widths=(4000, 2000))), ("column widths",)),
        (replace(TARIFF, properties=TableProperties(other=("<w:jc/>",))), ("table properties",)),
        (replace(TARIFF, properties=TableProperties(role=TableRole.SIGNATURES)), ("kind of table",)),
        (headed(TARIFF), ("header rows",)),
        (shaded(TARIFF), ("cell properties",)),
    ],
)
def test_a_change_says_what_of_a_layout_is_another(new: Table, parts: tuple[str, ...]) -> None:
    for marked in (between(TARIFF, new), between(new, TARIFF)):
        (change,) = changes(marked)

        assert (change.kind, change.layout) == (ChangeKind.REFORMATTED, parts)


def test_words_and_layout_of_a_table_are_decided_apart() -> None:
    new = replace(WIDER, rows=(WIDER.rows[0], row("Copper", "4 %"), WIDER.rows[2]))
    marked = between(TARIFF, new)

    assert [(change.number, change.kind) for change in changes(marked)] == [
        (1, ChangeKind.REFORMATTED),
        (2, ChangeKind.AMENDED),
    ]
    assert accept(marked, by_change(2)) != accept(marked)
    assert reject(reject(marked, by_change(1))) == document(PEACE, TARIFF, BORDER)
    assert printed(accept(marked, by_change(2))) == printed(document(PEACE, new, BORDER))


def test_a_layout_is_the_first_change_of_its_table_wherever_it_shows() -> None:
    last = replace(TARIFF.rows[2], cells=(replace(TARIFF.rows[2].cells[0], properties=SHADED), TARIFF.rows[2].cells[1]))
    marked = between(TARIFF, replace(TARIFF, rows=(TARIFF.rows[0], row("Copper", "4 %"), last)))

    assert [(change.number, change.kind) for change in changes(marked)] == [
        (1, ChangeKind.REFORMATTED),
        (2, ChangeKind.AMENDED),
    ]


def test_a_row_that_came_or_went_has_no_old_look() -> None:
    new = shaded(replace(WIDER, rows=(*WIDER.rows, row("Silk and linen", "7 %"))))
    marked = between(TARIFF, new)

    (table,) = (block for block in marked.body if isinstance(block, Table))
    assert [len(each.revisions) for each in table.rows] == [0, 0, 0, 1]
    assert [len(cell.revisions) for cell in table.rows[3].cells] == [0, 0]
    assert summarise(marked).count(ChangeKind.REFORMATTED) == 1


def test_a_table_of_other_columns_is_replaced_as_a_whole() -> None:
    other = Table((row("Goods", "Duty", "Since"), row("Copper", "5 %", "1996"), row("Wool", "3 %", "1997")))
    marked = between(TARIFF, other)

    assert [(change.kind, change.layout) for change in changes(marked)] == [
        (ChangeKind.DELETED, ()),
        (ChangeKind.INSERTED, ()),
    ]


def test_a_row_whose_cells_were_joined_is_replaced_and_the_others_stay() -> None:
    wide = Row((Cell((body("Copper 5 %"),), columns=2),))
    marked = between(WIDER, replace(WIDER, rows=(WIDER.rows[0], wide, WIDER.rows[2])))

    assert printed(marked).split("\n")[1:-1] == ["Goods | Duty", "[-Copper-] | [-5 %-]", "{+Copper 5 %+}", "Wool | 3 %"]


def test_a_moved_table_is_a_move_whatever_it_looks_like_now() -> None:
    old, new = document(TARIFF, PEACE, BORDER, TRANSIT), document(PEACE, BORDER, TRANSIT, shaded(WIDER))

    assert [change.kind for change in changes(obeys_the_law(old, new))] == [ChangeKind.MOVED]


def test_with_formatting_ignored_no_layout_is_marked_and_words_still_are() -> None:
    old, new = document(PEACE, TARIFF, BORDER), document(PEACE, headed(shaded(WIDER)), BORDER)
    amended = document(PEACE, replace(shaded(WIDER), rows=(row("Goods", "Fee"), *WIDER.rows[1:])), BORDER)

    assert not has_revisions(compare(old, new, ignore=[Ignore.FORMATTING]))
    (change,) = changes(compare(old, amended, ignore=[Ignore.FORMATTING]))
    assert change.kind is ChangeKind.AMENDED
