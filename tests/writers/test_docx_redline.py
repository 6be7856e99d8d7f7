"""A redline written into the new Word file: accepted it is the new text, rejected the old, and nothing else changed.

The judge is `tests.judge`, which shares nothing with reader or writer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from lxml import etree
from tests.judge.layouts import layouts
from tests.judge.package import parts
from tests.judge.told import text
from tests.readers.word_files import cell, field, p, part, r, row, table, word_file
from tests.thoroughness import thorough

from treatykit.compare import compare
from treatykit.errors import UsageError
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_redline import package_to_edit, write_docx_redline

DATE = datetime(2026, 3, 1, 10, 0)  # noqa: DTZ001 (a date without a zone, as Word writes it)
WORDS = (
    *("the", "Parties", "shall", "may", "not", "peace", "transit", "thirty", "days", "Article", "force", "border"),
    *("Commission", "minority", "river", "treaty", "annex", "water", "customs", "dispute"),
)

TWIN = "the shall the transit the the "
"""Words that stand twice in a text."""

_NOTE = re.compile(r"\{note (\d)\}")


@dataclass(frozen=True)
class Par:
    """A paragraph to be written: pieces of run-level XML and its properties."""

    atoms: tuple[str, ...]
    properties: str = ""

    def xml(self) -> str:
        return f"<w:p><w:pPr>{self.properties}</w:pPr>{''.join(self.atoms)}</w:p>"


@dataclass(frozen=True)
class Tab:
    """A table to be written: rows of cells of paragraphs.

    Attributes:
        widths: Of its columns, which every cell repeats.
        properties: Of the table.
        first: The properties of its first row, and of the first cell there.
    """

    rows: tuple[tuple[tuple[Par, ...], ...], ...]
    widths: tuple[int, int] = (2000, 2000)
    properties: str = ""
    first: tuple[str, str] = ("", "")

    def xml(self) -> str:
        grid = self.widths[: len(self.rows[0])]
        rows = (self._row(cells, grid, *(self.first if at == 0 else ("", ""))) for at, cells in enumerate(self.rows))
        return table(*rows, grid=grid, properties=f'{self.properties}<w:tblW w:w="{sum(grid)}" w:type="dxa"/>') + p()

    @staticmethod
    def _row(cells: tuple[tuple[Par, ...], ...], grid: tuple[int, ...], look: str, shade: str) -> str:
        return row(
            *(
                cell("".join(one.xml() for one in blocks), f'<w:tcW w:w="{width}" w:type="dxa"/>{"" if at else shade}')
                for at, (blocks, width) in enumerate(zip(cells, grid, strict=True))
            ),
            properties=look,
        )


@dataclass(frozen=True)
class Box:
    """Paragraphs in a content control."""

    blocks: tuple[Par, ...]

    def xml(self) -> str:
        return f"<w:sdt><w:sdtContent>{''.join(one.xml() for one in self.blocks)}</w:sdtContent></w:sdt>"


Blk = Par | Tab | Box

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + " ")


def _atom(phrase: str, kind: int) -> str:
    match kind:
        case 0:
            return r(phrase, "<w:b/>")
        case 1:
            return f'<w:hyperlink w:anchor="x">{r(phrase)}</w:hyperlink>'
        case 2:
            return field("REF x", phrase.strip())
        case 3:
            return f'<w:bookmarkStart w:id="7" w:name="_b"/>{r(phrase)}<w:bookmarkEnd w:id="7"/>'
        case 4:
            return f"<w:sdt><w:sdtContent>{r(phrase)}</w:sdtContent></w:sdt>"
        case 5:
            return f"<w:r><w:t xml:space='preserve'>{phrase}</w:t><w:tab/><w:t>x</w:t></w:r>"
        case 6:
            return field('HYPERLINK "http://x.example"', phrase)
        case _:
            return r(phrase)


atoms = st.builds(_atom, phrases, st.integers(0, 14)) | st.sampled_from([f"{{note {number}}}" for number in (1, 2, 3)])
paragraph_properties = st.sampled_from(
    [
        *("", "", ""),
        '<w:pStyle w:val="Quote"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:jc w:val="center"/>',
    ]
)
pars = st.builds(Par, st.lists(atoms, max_size=3).map(tuple), paragraph_properties)
cells = st.lists(pars, min_size=1, max_size=2).map(tuple)
table_widths = st.tuples(st.sampled_from([900, 2000]), st.sampled_from([2000, 4000]))
table_looks = st.sampled_from(["", "", '<w:tblStyle w:val="Gitter"/>'])
first_looks = st.tuples(
    st.sampled_from(["", "<w:tblHeader/>", '<w:trHeight w:val="567"/>']),
    st.sampled_from(["", '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>']),
)
tabs = st.integers(1, 2).flatmap(
    lambda width: st.builds(
        Tab,
        st.lists(st.lists(cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3).map(tuple),
        table_widths,
        table_looks,
        first_looks,
    )
)
blocks: SearchStrategy[Blk] = st.one_of(
    pars, pars, pars, pars, tabs, st.builds(Box, st.lists(pars, min_size=1, max_size=2).map(tuple))
)


@st.composite
def versions(draw: DrawFn) -> tuple[list[Blk], list[Blk]]:
    """A text and what came of it after a few edits."""
    old = draw(st.lists(blocks, min_size=1, max_size=6))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(["insert", "delete", "words", "move", "merge", "look", "rows", "layout", "layout"])):
            case "insert":
                new.insert(at, draw(blocks))
            case "delete" if at < len(new):
                new.pop(at)
            case "move" if at < len(new):
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
            case "words" if at < len(new) and isinstance(one := new[at], Par):
                spot = draw(st.integers(0, len(one.atoms)))
                cut = draw(st.integers(0, 1))
                new[at] = replace(
                    one, atoms=(*one.atoms[:spot], *draw(st.lists(atoms, max_size=2)), *one.atoms[spot + cut :])
                )
            case "merge" if at + 1 < len(new) and isinstance(a := new[at], Par) and isinstance(b := new[at + 1], Par):
                new[at : at + 2] = [Par((*a.atoms, *b.atoms), b.properties)]
            case "look" if at < len(new) and isinstance(one := new[at], Par):
                new[at] = replace(one, properties=draw(paragraph_properties))
            case "rows" if at < len(new) and isinstance(one := new[at], Tab):
                rows = list(one.rows)
                rows.insert(draw(st.integers(0, len(rows))), rows[0][::-1])
                new[at] = replace(one, rows=tuple(rows[1:] if draw(st.booleans()) else rows))
            case "layout" if tables := [spot for spot, one in enumerate(new) if isinstance(one, Tab)]:
                spot = draw(st.sampled_from(tables))
                changed = new[spot]
                assert isinstance(changed, Tab)
                new[spot] = Tab(changed.rows, draw(table_widths), draw(table_looks), draw(first_looks))
            case _:
                pass
    return old, new or [Par(())]


def made(text_blocks: list[Blk]) -> bytes:
    """A Word file of these blocks, with a note of its own for every reference."""
    body, notes = "".join(one.xml() for one in text_blocks), []

    def reference(match: re.Match[str]) -> str:
        notes.append(f" Note {match[1]} of the Parties.")
        return f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'

    body = _NOTE.sub(reference, body)
    written = "".join(
        f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>" + r(note))}</w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    return word_file(body, parts={"footnotes.xml": part("footnotes", written)})


def redline(old: bytes, new: bytes) -> bytes:
    return write_docx_redline(compared(old, new))


def compared(old: bytes, new: bytes) -> Document:
    before, after = read_docx(old, "old.docx").document, read_docx(new, "new.docx").document
    return compare(before, after, author="Chair", date=DATE)


@settings(max_examples=thorough(100), deadline=None)
@given(versions())
def test_accepted_it_is_the_new_text_and_rejected_the_old(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1])

    marked = redline(old, new)

    assert text(marked, "accept") == text(new)
    assert text(marked, "reject") == text(old)
    assert layouts(marked, "accept") == layouts(new)
    assert layouts(marked, "reject") == layouts(old)


def test_a_mark_that_one_move_took_and_another_brought_is_said_plainly() -> None:
    words = tuple(Par((_atom(phrase, 0),)) for phrase in ("the ", "the the the the the ", TWIN))
    first, last, twin = words
    noted = Box((Par((_atom(TWIN, 0), "{note 1}")),))
    cell = Par((_atom("the ", 0), "{note 1}", _atom("the ", 0)))
    rows = [((Par(()),),), ((cell,),)]
    old, new = (
        made([first, Box((twin,)), noted, Tab(tuple(rows), (900, 2000)), last]),
        made([Box((twin,)), first, noted, last, Tab((rows[0], *rows), (900, 2000))]),
    )

    marked = redline(old, new)

    assert (text(marked, "accept"), text(marked, "reject")) == (text(new), text(old))


@settings(max_examples=thorough(60), deadline=None)
@given(versions())
def test_read_again_it_gives_both_texts_whole(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1])

    again = read_docx(redline(old, new), "redline.docx").document

    assert accept(again) == read_docx(new, "new.docx").document
    assert reject(again) == read_docx(old, "old.docx").document


@settings(max_examples=thorough(60), deadline=None)
@given(st.lists(blocks, min_size=1, max_size=6))
def test_without_changes_it_is_the_file_itself_part_by_part(body: list[Blk]) -> None:
    file = made(body)

    assert parts(redline(file, file)) == parts(file)


def test_parts_and_paragraphs_that_nothing_was_done_to_stay_as_they_were() -> None:
    old = word_file(p("One of the Parties") + p("Two of the Parties") + p("Three"))
    new = word_file(p("One of the Parties") + p("Two of all Parties") + p("Three"))

    before, after = parts(new), parts(redline(old, new))

    assert {name for name in after if after[name] != before[name]} == {"word/document.xml"}
    paragraphs = [
        [
            etree.tostring(one, method="c14n", exclusive=True)
            for one in etree.fromstring(files["word/document.xml"]).iter("{*}p")
        ]
        for files in (before, after)
    ]
    assert [left == right for left, right in zip(*paragraphs, strict=True)] == [True, False, True]


def test_a_file_that_came_from_elsewhere_cannot_be_edited_in_place() -> None:
    assert package_to_edit(Document()) is None
    with pytest.raises(UsageError, match="not read from a Word file"):
        write_docx_redline(Document())
