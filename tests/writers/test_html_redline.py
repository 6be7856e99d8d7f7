"""What the page of a redline adds: two sides, numbers in the margin, the table of changes."""

from __future__ import annotations

from dataclasses import replace

from tests.compare import plain_redlines as plain
from tests.writers import samples
from tests.writers.reading_html import page

from treatykit.compare import compare
from treatykit.model.document import Document
from treatykit.writers.html import write_html
from treatykit.writers.options import WriteOptions


def _cells(document: Document, side: str) -> list[str]:
    rows = page(write_html(document)).xpath(f"//table[@class='sides']/tbody/tr/td[@class='{side}']")
    return [" ".join(cell.text_content().replace("¶", "").split()) for cell in rows]


def test_side_by_side_a_paragraph_that_was_split_has_its_old_number_where_it_began() -> None:
    old = plain.document(plain.item("1.", "Goods pass freely. Persons need no visa for it."), plain.item("2.", "Law."))
    new = plain.document(
        plain.item("1.", "Goods pass freely."),
        plain.item("2.", "Persons need no visa for it."),
        plain.item("3.", "Law."),
    )

    split, merged = compare(old, new), compare(new, old)
    assert _cells(split, "old")[:3] == ["1. Goods pass freely.", "Persons need no visa for it.", "2. Law."]
    assert _cells(split, "new")[:3] == ["1. Goods pass freely.", "2. Persons need no visa for it.", "3. Law."]
    assert _cells(merged, "new")[:3] == ["1. Goods pass freely.", "Persons need no visa for it.", "2. Law."]
    assert _cells(merged, "old")[:3] == ["1. Goods pass freely.", "2. Persons need no visa for it.", "3. Law."]


def test_side_by_side_the_changes_have_their_numbers_too() -> None:
    root = page(write_html(samples.redline(), WriteOptions(report=samples.report())))
    numbers = root.xpath("//table[@class='sides']//td[@class='margin-cell']/a")

    assert [link.text for link in numbers] == ["1", "2", "2", "3", "4", "4"]
    assert [link.get("href") for link in numbers] == [f"#_row-{link.text}" for link in numbers]


def test_the_number_in_the_margin_leads_to_the_row_of_the_table() -> None:
    root = page(write_html(samples.redline(), WriteOptions(report=samples.report())))
    margins = root.xpath("//div[@id='_inline']//a[@class='change-numbers']")

    assert {link.get("href") for link in margins} == {f"#_row-{number}" for number in (1, 2, 3, 4)}
    assert all(root.get_element_by_id(link.get("href")[1:]).tag == "tr" for link in margins)
    assert not page(write_html(samples.redline())).xpath("//a[@class='change-numbers']")


def test_a_table_of_changes_names_the_authors_where_there_are_several() -> None:
    made = samples.report()
    first, *rest = made.changes
    several = replace(made, changes=(replace(first, author="Karvela"), *rest))

    assert "; by" not in write_html(samples.redline(), WriteOptions(report=made))
    assert "; by Karvela" in write_html(samples.redline(), WriteOptions(report=several))
