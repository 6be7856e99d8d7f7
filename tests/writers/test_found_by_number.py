"""Every change that the summary counts is found by its number, in the margin of a page and in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from tests.compare.plain_redlines import body, document, row
from tests.edit_strategies import document_pairs
from tests.thoroughness import thorough
from tests.writers.reading_html import page

from treatykit.compare import compare, report
from treatykit.model.content import DefinitionOpen, Mark, NoteKind, NoteReference, Paragraph, Table, Text
from treatykit.model.document import Document
from treatykit.model.properties import RunFormat
from treatykit.writers.html import write_html
from treatykit.writers.report import decided
from treatykit.writers.sides import ranges
from treatykit.writers.terminal import TerminalOptions, write_terminal
from treatykit.writers.text import write_text

_WIDE = TerminalOptions(width=4000, colour=False)


def _numbers(said: Iterable[str]) -> set[int]:
    """The numbers that ``1–3, 7`` names."""
    ends = [part.split("–") for text in said for part in text.split(", ")]
    return {number for end in ends for number in range(int(end[0]), int(end[-1]) + 1)}


def _said_in_terminal(marked: Document) -> set[int]:
    return _numbers(re.findall(r"^── ([\d–, ]+) · ", write_terminal(marked, _WIDE), re.MULTILINE))


@settings(max_examples=thorough(60))
@given(document_pairs())
def test_every_change_is_found_by_its_number(pair: tuple[Document, Document]) -> None:
    marked = compare(*pair)
    counted = {change.number for change in decided(report(marked, "old", "new"))}

    root = page(write_html(marked))
    for view in ("_inline", "_sides"):
        shown = f"//*[@id='{view}' or @class='running-texts']"
        margins = root.xpath(f"{shown}//*[contains(@class, 'change-numbers')]/text()")
        assert counted <= _numbers(map(str, margins))
    assert counted <= _said_in_terminal(marked)


def test_a_paragraph_that_prints_nothing_has_its_number_beside_it() -> None:
    marked = compare(document(), document(Paragraph((), Mark(key="peace")), Paragraph((DefinitionOpen(),))))

    numbers = page(write_html(marked)).xpath("//*[@id='_sides']//*[contains(@class, 'change-numbers')]/text()")
    assert numbers == ["1", "2"]


def _table(fee: str) -> Table:
    return Table(rows=(row("Party", "Fee"), row("A", "EUR 100"), row("B", fee)))


def test_the_number_of_a_change_in_a_table_stands_beside_its_row() -> None:
    marked = compare(document(_table("EUR 200")), document(_table("EUR 250")))

    (number,) = page(write_html(marked)).xpath("//div[@id='_inline']//tr[3]/td[1]/div[@class='row-numbers']")
    assert number.text_content() == "1"
    assert "  1 · B  | [-EUR 200-]{+EUR 250+}" in write_terminal(marked, _WIDE)


def test_the_number_of_a_change_in_a_note_stands_at_its_sign_and_at_the_note() -> None:
    def noted(words: str) -> Document:
        note = NoteReference((body(words),), NoteKind.FOOTNOTE)
        return document(Paragraph((Text("Each Party shall pay the fee."), note), body("").mark))

    marked = compare(noted("The fee of 2019 was EUR 50."), noted("The fee of 2020 was EUR 50."))

    root = page(write_html(marked))
    assert root.xpath("//div[@id='_inline']//p/span[@class='change-numbers']/text()") == ["1"]
    assert root.xpath("//div[@id='_inline']//li/span[@class='change-numbers']/text()") == ["1"]
    assert "Note 1, change 1:" in write_terminal(marked, _WIDE)


def test_a_terminal_says_what_only_looks_otherwise() -> None:
    plain = body("The Parties shall consult.")
    bold = replace(plain, inlines=(Text("The Parties "), Text("shall", RunFormat(bold=True)), Text(" consult.")))

    written = write_terminal(compare(document(plain), document(bold)), _WIDE)

    assert "shall <format changed, bold: none → yes> consult." in written


def test_numbers_that_do_not_follow_each_other_are_no_range() -> None:
    assert ranges((1, 2, 3, 7, 9, 10)) == "1–3, 7, 9–10"


def test_a_paragraph_edited_on_its_way_has_no_stray_sign_at_its_end() -> None:
    fee = "The Commission shall have a budget of EUR {} in each calendar year, borne in equal shares by the Parties."
    others = ("The Parties shall live in peace with each other as good neighbours at all times and for ever.",)
    more = ("Goods in transit shall pass freely through the territory of each Party and without a duty.",)

    marked = compare(document(fee.format("1,000"), *others, *more), document(*others, *more, fee.format("2,500")))

    written = write_terminal(marked, _WIDE)
    assert "<moved from" in written
    assert "¶" not in written
    assert not page(write_html(marked)).xpath("//*[@class='pilcrow']")
    assert " . " not in write_text(marked)
