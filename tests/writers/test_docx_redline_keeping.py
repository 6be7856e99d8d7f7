"""A redline written into a file with tracked changes of others, which stay in it beside ours (`--existing keep`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lxml import etree
from tests.judge.package import W, parts
from tests.judge.told import judge, text
from tests.readers.word_files import cell, mark, p, part, r, row, table, tracked, word_file
from tests.thoroughness import thorough
from tests.writers.test_docx_properties import FEW
from tests.writers.test_docx_redline import DATE, Blk, blocks, made, versions

from treatykit.compare import Existing, changes, compare
from treatykit.model.content import Cell, Inline, Mark, Paragraph, Row, Story, Table
from treatykit.model.decide import Decision, by_change
from treatykit.model.document import Document
from treatykit.model.revisions import reformattings
from treatykit.ooxml.proof import OLD, Aspect, prove
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided
from treatykit.writers.docx_redline import write_docx_redline

TRACKED = ("ins", "del", "moveFrom", "moveTo")


def redline(old: bytes, new: bytes, author: str, existing: Existing | None = None) -> bytes:
    marked = compared(old, new, author, existing)
    return write_docx_redline(marked, onto=marked.packages[0].name)


def compared(old: bytes, new: bytes, author: str, existing: Existing | None = None) -> Document:
    before = read_docx(old, "old.docx").document
    after = read_docx(new, "new.docx", marks_as_written=existing is Existing.KEEP).document
    return compare(before, after, author=author, date=DATE, existing=existing)


def look_of_both(marked: Document) -> bool:
    """Whether both hands set one thing otherwise: Word has room for one record alone."""
    return any(len({each.author for each in reformattings(node.revisions)}) > 1 for node in _nodes(marked.body))


def _nodes(story: Story) -> Iterator[Inline | Mark | Table | Row | Cell]:
    for block in story:
        if isinstance(block, Paragraph):
            yield from (*block.inlines, block.mark)
        elif isinstance(block, Table):
            yield block
            for row in block.rows:
                yield from (row, *row.cells, *(node for one in row.cells for node in _nodes(one.blocks)))


@st.composite
def negotiated(draw: DrawFn) -> tuple[list[Blk], list[Blk], list[Blk]]:
    """The old text, what came of it without a mark, and what came of that with marks."""
    old, unmarked = draw(versions())
    new = list(unmarked)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 1))] = draw(st.lists(blocks, min_size=1, max_size=1))
    return old, unmarked, new


@given(negotiated())
@settings(FEW, max_examples=thorough(40))
def test_it_gives_the_new_file_accepted_and_the_old_one_rejected(
    texts: tuple[list[Blk], list[Blk], list[Blk]],
) -> None:
    old, unmarked, new = map(made, texts)
    pending = redline(unmarked, new, "Tesmar")

    both = compared(old, pending, "Karvela", Existing.KEEP)
    marked = write_docx_redline(both, onto=both.packages[0].name)

    assert judge(marked, "accept") == judge(pending, "accept")
    assert text(marked, "reject") == text(old)
    found = {(one.side, one.aspect) for one in prove(marked, old, pending).departures}
    if look_of_both(both):
        assert found <= {(OLD, Aspect.FORMATTING), (OLD, Aspect.NUMBERS)}
    else:
        assert judge(marked, "reject") == judge(old)
        assert found <= {(OLD, Aspect.LINKS)}


# --- examples

OLD_TEXT = word_file(
    p("Each Party should refrain from the use of force.") + p("It lapses after ten years.") + p("Done.")
)
STRUCK = tracked("del", r("should", deleted=True))
NEW_TEXT = word_file(
    p(r("Each Party ") + STRUCK + tracked("ins", r("may")) + r(" refrain from force."))
    + p(tracked("ins", r("It has an annex.")), mark("ins"))
    + p(r("It lapses after ") + tracked("ins", r("twenty long")) + r(" years."))
    + p("Done."),
    parts={"comments.xml": part("comments", f'<w:comment w:id="4" w:author="C">{p("Why?")}</w:comment>')},
)  # fmt: skip


def by(author: str, file: bytes) -> list[str]:
    """The elements of one author that say what came and went, as they are written, but for their numbers."""
    root = etree.fromstring(re.sub(rb' tk:(change|move)="[^"]*"', b"", parts(file)["word/document.xml"]))
    etree.cleanup_namespaces(root)
    return [
        etree.tostring(one, method="c14n", exclusive=True).decode()
        for one in root.iter(*(f"{W}{name}" for name in TRACKED))
        if one.get(f"{W}author") == author
    ]


def test_their_changes_stay_as_they_are_byte_for_byte() -> None:
    marked = redline(OLD_TEXT, NEW_TEXT, "Karvela", Existing.KEEP)

    assert by("Tesmar", marked) == by("Tesmar", NEW_TEXT)
    assert any("the use of " in one for one in by("Karvela", marked))
    assert any("ten" in one for one in by("Karvela", marked))


def test_the_changes_of_both_hands_are_numbered_in_reading_order_and_keep_their_numbers() -> None:
    marked = redline(OLD_TEXT, NEW_TEXT, "Karvela", Existing.KEEP)
    pending = read_docx(marked, "marked.docx").document

    found = [(change.number, change.author) for change in changes(pending)]
    assert [number for number, _ in found] == list(range(1, len(found) + 1))
    assert {author for _, author in found} == {"Karvela", "Tesmar"}
    left = write_docx_decided(pending, Decision.ACCEPT, by_change(2))
    again = [(change.number, change.author) for change in changes(read_docx(left, "left.docx").document)]
    assert again == [each for each in found if each[0] != 2]


def test_a_look_that_both_hands_changed_is_that_before_theirs_and_said_not_to_be_proved() -> None:
    old = word_file(p("", '<w:pStyle w:val="Quote"/>') + p("Peace.") + p("Gone."))
    new = redline(word_file(p("")), word_file(p("") + p("It came.") + p("", '<w:jc w:val="center"/>')), "Tesmar")

    marked = redline(old, new, "Karvela", Existing.KEEP)

    assert look_of_both(compared(old, new, "Karvela", Existing.KEEP))
    assert text(marked, "reject") == text(old)
    (departure,) = prove(marked, old, new).departures
    assert (departure.side, departure.aspect, departure.is_binding) == (OLD, Aspect.FORMATTING, False)


def test_it_is_both_texts() -> None:
    marked = redline(OLD_TEXT, NEW_TEXT, "Karvela", Existing.KEEP)

    assert text(marked, "accept") == text(NEW_TEXT, "accept")
    assert text(marked, "reject") == text(OLD_TEXT)


def test_what_we_find_and_they_struck_is_an_insertion_around_a_deletion() -> None:
    old = word_file(p("Peace."))
    new = word_file(p(r("Peace") + tracked("del", r(" for ever", deleted=True)) + r(".")))

    marked = redline(old, new, "Karvela", Existing.KEEP)

    (outer,) = by("Karvela", marked)
    assert re.fullmatch(r"<w:ins [^>]*><w:del [^>]*><w:r>.* for ever.*</w:r></w:del></w:ins>", outer)
    assert by("Tesmar", marked) == by("Tesmar", new)


def test_their_change_is_cut_where_ours_cuts_through_it() -> None:
    old = word_file(p("The Parties agree to meet once a year."))
    new = word_file(p(r("The Parties ") + tracked("del", r("agree to meet twice a year", deleted=True)) + r(".")))

    marked = redline(old, new, "Karvela", Existing.KEEP)

    assert text(marked, "reject") == text(old)
    assert text(marked, "accept") == text(new, "accept")
    ids = [one.get(f"{W}id") for one in etree.fromstring(parts(marked)["word/document.xml"]).iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", ["ins", "del"])
def test_their_rows_stay(kind: str) -> None:
    def file(first: str, *rows: str) -> bytes:
        return word_file(table(row(cell(p(first)), cell(p("first of two"))), *rows) + p("Done."))

    gone = kind == "del"
    old = file("the Parties agree", *([row(cell(p("left")), cell(p("right")))] if gone else []))
    pending = row(cell(p("left")), cell(p("right")), properties=tracked(kind, ""))
    new = file("the Parties may agree", pending)

    marked = redline(old, new, "Karvela", Existing.KEEP)

    assert by("Tesmar", marked) == by("Tesmar", new)
    assert judge(marked, "reject") == judge(old)
    assert judge(marked, "accept") == judge(new, "accept")


def test_a_paragraph_that_they_put_at_the_end_and_one_that_we_find_missing_there() -> None:
    end = table(row(cell(p("x"))))
    old = word_file(p("One remains.") + p("Two is gone.") + end)
    new = word_file(p(r("One remains."), mark("ins")) + p(tracked("ins", r("Three came."))) + end)

    marked = redline(old, new, "Karvela", Existing.KEEP)

    assert by("Tesmar", marked) == by("Tesmar", new)
    assert judge(marked, "accept") == judge(new, "accept")
    assert judge(marked, "reject") == judge(old)
