"""Columns that nobody gave a width: room for every word and number, the rest to those that hold more."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import tables
from tests.writers import samples
from tests.writers.docx_specimens import WordFile, cell, document
from tests.writers.reading_html import page

from treatykit.model.content import Cell, Row, Table
from treatykit.model.properties import Role
from treatykit.writers.columns import content_widths
from treatykit.writers.docx.treaty_styles import TEXT_WIDTH
from treatykit.writers.html import write_html

LINE = 70  # characters that a page surely holds in a line
MAPS = Table(
    (
        Row(tuple(cell(words) for words in ("Series", "Published by", "Edition", "Scale", "Sheets"))),
        Row(
            tuple(
                cell(words)
                for words in (
                    *("Topographic Survey, Series K", "the Joint Provincial Survey Office"),
                    *("the 1976 edition", "1:50,000", "K-11, K-12, K-17 and K-18"),
                )
            )
        ),
    )
)

words = st.lists(st.text("abcdefgh0123456789,.", min_size=1, max_size=12), max_size=12).map(" ".join)


@given(st.integers(1, 4).flatmap(lambda size: st.lists(st.tuples(*[words] * size), min_size=1, max_size=4)))
def test_every_word_and_number_has_room_in_its_column(lines: list[tuple[str, ...]]) -> None:
    rows = [Row(tuple(cell(said) for said in line)) for line in lines]
    widths = content_widths(rows)

    for column, width in enumerate(widths):
        longest = max((len(word) for line in lines for word in line[column].split()), default=0)
        assert LINE * width / sum(widths) > longest + 2


def test_what_a_number_needs_does_not_go_to_long_sentences() -> None:
    long = "A sentence that goes on and on, so that it needs many lines however wide its column is."
    scale, description = content_widths((Row((cell("1:50,000"), cell(long * 9))),))

    assert LINE * scale / (scale + description) > len("1:50,000") + 2


def test_a_number_and_its_unit_are_one_piece() -> None:
    long = [cell("x " * 60)] * 4
    free, bound = (content_widths((Row((cell(f"30{space}km"), *long)),)) for space in (" ", "\u00a0"))

    assert bound[0] > free[0]


def test_a_cell_over_two_columns_asks_half_of_each() -> None:
    wide = Row((Cell(cell("Coordinates").blocks, columns=2), cell("Sector")))
    narrow = Row((cell("41"), cell("44"), cell("North")))

    assert content_widths((wide, narrow))[:2] == (900, 900)


@given(tables())
def test_columns_fill_the_page_of_a_word_file(table: Table) -> None:
    for grid in WordFile(document(table, samples.paragraph(Role.BODY, "End"))).find("//w:body/w:tbl/w:tblGrid"):
        if not table.properties.widths:
            assert sum(int(column.get(column.keys()[0], "0")) for column in grid) == TEXT_WIDTH


def test_signatures_stand_in_even_columns() -> None:
    table = samples.signatures()
    grid = [int(width) for width in WordFile(document(table)).values("//w:gridCol/@w:w")]

    assert max(abs(left - right) for left, right in pairwise(grid)) <= 1


@pytest.mark.parametrize("scale", ["1:50,000", "1:1,000,000"])
def test_the_scale_of_a_map_has_room_on_every_page(scale: str) -> None:
    maps = Table((MAPS.rows[0], Row((*MAPS.rows[1].cells[:3], cell(scale), MAPS.rows[1].cells[4]))))
    styles = page(write_html(document(maps))).xpath("//div[@class='table-frame']//col/@style")
    shares = [float(re.sub("[^0-9.]", "", style)) / 100 for style in styles]

    assert LINE * shares[3] > len(scale) + 2
