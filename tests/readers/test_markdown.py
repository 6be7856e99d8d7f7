"""Markdown from anybody: structure from its signs, every word kept, whatever is left out said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import treaty_words
from tests.thoroughness import thorough

from treatykit.model.content import Break, NoteReference, Paragraph, Table, Text
from treatykit.model.plain import plain_text, story_text
from treatykit.model.properties import Label, Role, RunFormat
from treatykit.model.walk import story_paragraphs
from treatykit.readers.docx import read_docx
from treatykit.readers.markdown import read_markdown
from treatykit.readers.reading import Reading
from treatykit.writers.docx import write_docx
from treatykit.writers.markdown import write_markdown


def _read(text: str) -> Reading:
    return read_markdown(text.encode(), "x.md")


def _paragraphs(text: str) -> list[Paragraph]:
    return [block for block in _read(text).document.body if isinstance(block, Paragraph)]


def _codes(text: str) -> list[str]:
    return [finding.code for finding in _read(text).diagnostics]


_LEADS = ("", "# ", "##", "1. ", "- ", "> ", "    ", "   (a) ", "| ", "[^1]: ", "*", "__", "`", "[", "](", "<b>", "\t")


@settings(max_examples=thorough(200))
@given(st.lists(st.tuples(st.sampled_from(_LEADS), treaty_words, st.sampled_from(("\n", "\n\n", "  \n"))), max_size=10))
def test_every_word_is_kept(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(lead + words + end for lead, words, end in lines)
    said = "\n".join(story_text((paragraph,)) for paragraph in story_paragraphs(_read(text).document.body))

    for _, words, _ in lines:
        for word in words.split():
            assert word.strip("*_[]()") in said


def test_headings_have_the_level_of_their_signs() -> None:
    found = [
        (block.role, block.level, plain_text_of(block)) for block in _paragraphs("# One\n\n### Article 1\n\nPeace.")
    ]

    assert found == [(Role.HEADING, 1, "One"), (Role.HEADING, 3, "Article 1"), (Role.BODY, 0, "Peace.")]


def plain_text_of(block: Paragraph) -> str:
    return story_text((block,))


def test_a_heading_needs_no_space_after_its_signs() -> None:
    (heading,) = _paragraphs("###Article 1 ")

    assert (heading.role, heading.level, plain_text_of(heading)) == (Role.HEADING, 3, "Article 1")
    assert _codes("###Article 1 ") == ["heading-without-space"]


def test_the_numbers_of_a_list_are_typed_labels_as_they_are_written() -> None:
    found = [(block.level, block.label) for block in _paragraphs("1. one\n3. three\n   - point\n     1) inner\n")]

    assert found == [
        (1, Label("1.", typed=True)),
        (1, Label("3.", typed=True)),
        (2, Label("–", typed=True)),
        (3, Label("1)", typed=True)),
    ]


def test_a_number_written_again_and_again_is_counted() -> None:
    assert [block.label for block in _paragraphs("1. one\n1. two\n1. three\n")] == [
        Label(f"{number}.", typed=True) for number in (1, 2, 3)
    ]
    assert _codes("1. one\n1. two\n1. three\n") == ["counted-items"]
    assert _codes("1. one\n") == []


@given(st.lists(st.integers(0, 999), min_size=2, max_size=6).filter(lambda numbers: len(set(numbers)) > 1))
def test_numbers_that_differ_are_kept_in_every_format(numbers: list[int]) -> None:
    typed = [Label(f"{each}.", typed=True) for each in numbers]
    reading = _read("".join(f"{each}. word\n" for each in numbers))
    document = reading.document

    assert reading.diagnostics == ()
    assert [block.label for block in document.body if isinstance(block, Paragraph)] == typed
    assert read_markdown(write_markdown(document).encode(), "x.md").document == document
    assert read_docx(write_docx(document), "x.docx").document == document


def test_a_paragraph_inside_an_item_has_no_number_and_stands_further_right() -> None:
    item, inside, after = _paragraphs("1. one\n\n   (a) point\n\nafter\n")

    assert item.label == Label("1.", typed=True)
    assert (inside.role, inside.label, plain_text_of(inside)) == (Role.BODY, None, "(a) point")
    assert inside.mark.properties.format.indent_left
    assert after.mark.properties.format.indent_left is None


def test_emphasis_and_the_elements_used_for_it_are_formats() -> None:
    (block,) = _paragraphs("*Desiring* **peace** <u>now</u> ~~war~~ H<sub>2</sub>O")

    assert [(inline.value, inline.format) for inline in block.inlines if isinstance(inline, Text)][:7:2] == [
        ("Desiring", RunFormat(italic=True)),
        ("peace", RunFormat(bold=True)),
        ("now", RunFormat(underline="single")),
        ("war", RunFormat(strike=True)),
    ]


def test_a_table_has_rows_of_cells_and_its_headings() -> None:
    (table,) = _read("| Point | Place |\n|---|---|\n| 1 | *Sarn* |\n").document.body

    assert isinstance(table, Table)
    assert [(row.header, [story_text(cell.blocks) for cell in row.cells]) for row in table.rows] == [
        (True, ["Point", "Place"]),
        (False, ["1", "Sarn"]),
    ]


def test_a_note_stands_in_its_sign() -> None:
    (block,) = _paragraphs("Peace.[^1]\n\n[^1]: For ever.\n\n    And a day.\n")
    note = block.inlines[-1]

    assert isinstance(note, NoteReference)
    assert story_text(note.blocks) == "For ever.\nAnd a day."


def test_a_note_without_a_sign_is_kept_and_said() -> None:
    text = "Peace.\n\n[^1]: For ever.\n"

    assert plain_text(_read(text).document) == "Peace.\nFor ever."
    assert _codes(text) == ["note-without-sign"]


def test_a_hard_break_is_a_break_and_a_soft_one_a_space() -> None:
    (block,) = _paragraphs("one  \ntwo\nthree\\\nfour")

    assert [inline for inline in block.inlines if not isinstance(inline, Text)] == [Break(), Break()]
    assert plain_text_of(block) == "one\ntwo three\nfour"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("see [the Charter](https://example.org/charter)", "see the Charter", "link"),
        ("peace <!-- not agreed --> now", "peace now", "comment"),
        ("<!-- not agreed -->\n\npeace", "peace", "comment"),
        ("<div>\n<p>peace</p><p>and <b>quiet</b></p>\n</div>", "peace\nand quiet", "html"),
        ("a <span class='x'>word</span>", "a word", "html"),
        ("![A map](map.png)", "[A map]", "picture"),
        ("peace\n\n---\n\nquiet", "peace\nquiet", "rule"),
        ("# Title\n{:.no_toc}\n\npeace", "Title\npeace", "attributes"),
        ("---\ntitle: A Treaty\n---\n\npeace", "peace", "front-matter"),
        ("[source]: http://example.org\n\npeace", "peace", "link"),
    ],
)
def test_what_is_left_out_is_said(text: str, words: str, code: str) -> None:
    assert plain_text(_read(text).document) == words
    assert code in _codes(text)


def test_the_title_among_the_facts_is_known() -> None:
    assert _read('---\ntitle: "A Treaty"\n---\n\npeace').document.meta.title == "A Treaty"


@pytest.mark.parametrize(
    "text",
    [
        "The Parties [shall][should] act (see [Parties](developed)).",
        "[A]: shall act",
        "``Contracting Parties'' means the `States' and the `Parties'",
        "    indented by four spaces",
        "5 < 6 & 7 > 6",
    ],
)
def test_signs_that_mean_something_else_in_a_treaty_are_characters(text: str) -> None:
    assert plain_text(_read(text).document) == text.strip()
    assert _codes(text) == []


def test_text_behind_four_spaces_is_a_paragraph_with_emphasis() -> None:
    (block,) = _paragraphs("    *Desiring* peace")

    assert block.inlines[0] == Text("Desiring", RunFormat(italic=True))


def test_code_between_fences_is_kept_line_by_line() -> None:
    assert plain_text(_read("```\none\n  two\n```\n").document) == "one\n  two"


def test_a_large_text_is_read_quickly() -> None:
    text = "### Article 1\n\n1. The *Parties* [shall][should] cooperate in good faith.\n\n(a) one;\n\n" * 3000
    start = time.process_time()
    _read(text)

    assert time.process_time() - start < 20
