"""A table that looks otherwise: every format says so in words, once, and shows no word of it as changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.writers import samples
from tests.writers.reading_html import page

from treatykit.compare import compare, report
from treatykit.model.document import Document
from treatykit.model.properties import CellProperties, TableProperties
from treatykit.writers.html import write_html
from treatykit.writers.markdown import write_markdown
from treatykit.writers.options import WriteOptions
from treatykit.writers.terminal import TerminalOptions, write_changes, write_terminal
from treatykit.writers.text import write_text

OLD = samples.border_table()
NEW = replace(
    OLD,
    properties=TableProperties(widths=(900, 4000, 4000)),
    rows=tuple(
        replace(row, cells=tuple(replace(cell, properties=CellProperties(other=("<w:shd/>",))) for cell in row.cells))
        for row in OLD.rows
    ),
)
MARKED = compare(Document(body=(OLD,)), Document(body=(NEW,)), author="Chair")
REPORT = report(MARKED, "May", "June")
SAID = "Table layout changed: column widths, cell properties"


WRITERS: dict[str, Callable[[WriteOptions], str]] = {
    "text": lambda options: write_text(MARKED, options),
    "markdown": lambda options: write_markdown(MARKED, options),
}


@pytest.mark.parametrize("written", WRITERS.values(), ids=WRITERS)
def test_a_changed_layout_is_said_above_the_table_and_in_the_report(written: Callable[[WriteOptions], str]) -> None:
    alone, reported = written(WriteOptions()), written(WriteOptions(report=REPORT))

    assert alone.count(SAID) == 1
    assert "reformatted in column widths, cell properties" in reported
    assert not any(sign in alone for sign in ("{+", "[-", "{++", "{--"))


def test_a_terminal_says_it_and_shows_no_row_of_a_table_whose_words_stayed() -> None:
    written = write_terminal(MARKED, TerminalOptions(colour=False))

    assert SAID in written
    assert "Longitude" not in written


def test_a_list_of_changes_says_what_of_a_layout_is_another() -> None:
    assert "reformatted in column widths, cell properties" in write_changes(REPORT, TerminalOptions(colour=False))


def test_a_page_says_it_beside_the_new_table_and_links_to_it() -> None:
    root = page(write_html(MARKED, WriteOptions(report=REPORT)))
    inline, old, new = (
        root.xpath(f"{where}//p[@class='layout-note']")
        for where in ("//div[@id='_inline']", "//td[@class='old']", "//td[@class='new']")
    )

    assert [note.xpath("string(span)") for note in (*inline, *new)] == [SAID, SAID]
    assert inline[0].xpath("a[@class='change-numbers']/@href") == ["#_row-1"]
    assert old == []
    assert inline[0].xpath("span/@title") == ["Format changed by Chair (change 1)"]
    assert root.xpath("//table[@class='change-table']//a/@href") == [f"#{inline[0].xpath('span/@id')[0]}"]


def test_a_table_that_nothing_was_done_to_has_nothing_said_of_it() -> None:
    assert "layout" not in write_text(Document(body=(NEW,)))
    assert "layout-note" not in write_html(Document(body=(NEW,))).split("</style>")[1]
