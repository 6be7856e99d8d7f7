"""Markdown: what is written reads back equal, looks like a treaty, and no text means more than its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from tests.edit_strategies import document_pairs
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.treaties import treaties
from tests.writers import samples
from tests.writers.hostile import hostile_documents, texts

from treatykit.compare import compare
from treatykit.markup.manuscript.words import read_words
from treatykit.model.content import (
    Break,
    BreakKind,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Row,
    Table,
    Text,
)
from treatykit.model.decide import accept
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Label, Properties, Role, RunFormat
from treatykit.model.walk import paragraphs
from treatykit.readers.markdown import read_markdown
from treatykit.readers.reading import Reading
from treatykit.writers.controls import visible
from treatykit.writers.markdown import carried, markdown_losses, write_markdown
from treatykit.writers.options import WriteOptions

_FEW = settings(max_examples=thorough(30))
_CRITIC = re.compile(r"\{\+\+|\{--|\{~~|\{>>|\{==|\+\+\}|--\}|~~\}|<<\}|==\}")
_ELEMENT = re.compile(
    r"</?(?:em|strong|u|s|sup|sub|dfn)>|<br(?:/| class=\"(?:page|column)\")?>"
    r"|<a id=\"[^\"<>]*\">|</a>|<data value=\"[^\"<>]*\">|</data>"
)


def _read(document: Document) -> Reading:
    return read_markdown(write_markdown(document).encode(), "x.md")


def _text(*inlines: Inline | str) -> Document:
    return normalise(Document(body=(samples.paragraph(Role.BODY, *inlines),)))


def _body(document: Document) -> str:
    """What is written behind the head."""
    return write_markdown(document).split("\n---\n\n", 1)[1]


@_FEW
@given(documents())
def test_what_is_written_reads_back_equal_up_to_what_is_named(document: Document) -> None:
    assert _read(document).document == carried(document).document


@_FEW
@given(treaties())
def test_a_treaty_reads_back_equal_and_needs_no_comment(document: Document) -> None:
    assert _read(document).document == document
    assert "<!--" not in write_markdown(document)


@_FEW
@given(document_pairs())
def test_a_redline_reads_back_equal_with_its_numbers(pair: tuple[Document, Document]) -> None:
    marked = compare(*pair, author="Delegation of Tesmar", date=samples.WHEN)

    assert _read(marked).document == carried(marked).document


@_FEW
@given(marked_documents())
def test_changes_of_several_authors_read_back_with_their_dates(document: Document) -> None:
    assert _read(document).document == carried(document).document


@_FEW
@given(hostile_documents())
def test_nothing_that_looks_like_notation_is_taken_for_it(document: Document) -> None:
    assert _read(document).document == carried(document).document


@_FEW
@given(documents())
def test_a_text_that_loses_something_says_so_and_no_other(document: Document) -> None:
    reduced = carried(document)

    assert (reduced.document == document) is not bool(reduced.diagnostics)
    assert carried(reduced.document).diagnostics == ()


@_FEW
@given(documents())
def test_what_is_known_and_what_references_ask_for_come_back(document: Document) -> None:
    reading = _read(document)

    assert reading.document.meta == document.meta
    assert [finding.code for finding in reading.diagnostics] == []


@_FEW
@given(hostile_documents())
def test_no_text_becomes_a_change_a_comment_an_element_or_an_escape_sequence(document: Document) -> None:
    written = write_markdown(accept(document))
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin).use(front_matter_plugin)
    tokens = parser.parse(written)
    inlines = [token for block in tokens for token in block.children or ()]
    elements = {token.content for token in inlines if token.type == "html_inline"}
    blocks = {token.content.strip() for token in tokens if token.type == "html_block"}

    assert not _CRITIC.search(written.split("\n---\n", 1)[1])
    assert "\x1b" not in written
    assert all(_is_our_comment(each) or _ELEMENT.fullmatch(each) for each in elements)
    assert all(_is_our_comment(each) or _ELEMENT.fullmatch(each) for each in blocks)
    assert not any(token.type in ("fence", "code_block") for token in tokens)
    assert all(str(token.attrs["href"]).startswith("#") for token in inlines if token.type == "link_open")
    assert not any(token.type == "image" for token in inlines)


def _is_our_comment(text: str) -> bool:
    return text.startswith("<!--") and read_words(text.removeprefix("<!--").removesuffix("-->")) is not None


@_FEW
@given(texts)
def test_a_line_of_any_text_is_one_paragraph_of_it(text: str) -> None:
    (block,) = _read(_text(text)).document.body

    assert isinstance(block, Paragraph)
    assert paragraph_text(block) == visible(text)


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert write_markdown(document) == write_markdown(document)


def test_a_treaty_can_be_read_as_it_stands() -> None:
    written = write_markdown(samples.clean())

    assert written.startswith("---\nformat: treatykit-text/1\ntitle: Treaty on Peace and Good-Neighbourly Relations\n")
    assert "\n## Article 2. Mutual Recognition\n\n1. Each Party recognises" in written
    assert '\n2. <a id="recognition#duties"></a>Each Party shall:\n\n   (a) refrain from' in written
    assert "\n      (i) acts of aggression or violence; and\n" in written
    assert "\n   and shall report" in written
    assert "[KAR: shall][TES; KAR opposes: undertakes to [endeavour to]] clear cargo" in written
    assert "political independence of the other Party.[^1]\n" in written
    assert "\n[^1]: The delegation of Tesmar reserves" in written
    assert "\n> Tesmar links this paragraph to the annex.\n" in written
    assert "\n| Point | Latitude | Longitude |\n| --- | --- | --- |\n" in written


def test_points_are_no_code_to_a_reader_of_commonmark() -> None:
    tokens = MarkdownIt("commonmark").parse(_body(samples.clean()))

    assert "code_block" not in {token.type for token in tokens}
    assert [token.content for token in tokens if token.content.startswith("(")] == [
        "(a) refrain from the threat or use of force against the other Party, directly or indirectly, "
        "on land, at sea or in the air;",
        "(b) prevent, from its territory,",
        "(i) acts of aggression or violence; and",
        "(ii) the organisation or financing of such acts;",
    ]


def test_a_redline_is_criticmarkup() -> None:
    written = write_markdown(samples.redline(), WriteOptions(report=samples.report()))

    assert "between them {--upon--}{++thirty days after++} the entry" in written
    assert "\n## {++Article 2. Diplomatic Relations++} <!-- typed -->\n" in written
    assert "\n## {~~Article 2~>Article 3~~}{>>on no day<<}. Mutual Recognition\n" in written
    assert "\n{--3. Nothing in this Article affects" in written
    assert "--}{>>moved to Article 4, paragraph 3<<}\n" in written
    assert "\n{++3. Nothing in this Article affects" in written
    assert "moved from Article 2, paragraph 3<<}\n" in written
    assert "4 changes: 1 amended, 1 inserted, 1 deleted, 1 moved; 1 renumbered." in written
    assert "| 3 | old Article 2, paragraph 2 (a) | deleted | obligation |" in written


def test_the_summary_and_the_table_of_changes_are_no_part_of_the_text() -> None:
    written = write_markdown(samples.redline(), WriteOptions(report=samples.report()))

    assert read_markdown(written.encode(), "x.md").document == carried(samples.redline()).document


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. is no list", "1\\. is no list"),
        ("- is no list", "\\- is no list"),
        ("[A]: is no address", "[A]\\: is no address"),
        ("[Parties](developed)", "[Parties]\\(developed)"),
        ("[shall][should]", "[shall][should]"),
        ("{++no change++}", "\\{\\++no change++\\}"),
        ("# no heading", "\\# no heading"),
        ("a &amp; b & c", "a \\&amp; b & c"),
        ("the end¶", "the end&#182;"),
        (" spaces ", "&#32;spaces&#32;"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, written: str) -> None:
    assert _body(_text(text)) == f"{written}\n"


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ((Text("Desiring", samples.ITALIC), " peace"), "*Desiring* peace"),
        ((Text("Desiring ", samples.ITALIC), "peace"), "*Desiring* peace"),
        (("re", Text("“call”", samples.BOLD), "ing"), "re<strong>“call”</strong>ing"),
        ((Text("a", samples.ITALIC), Text("b", samples.BOLD)), "*a*<strong>b</strong>"),
        ((Text("both", RunFormat(bold=True, italic=True)),), "***both***"),
        ((Text("Option 1:", samples.BOLD), " No text"), "**Option 1:** No text"),
        (("one", Break(), "- two"), "one\\\n\\- two"),
        (("one", Break(BreakKind.PAGE), "two"), 'one<br class="page">two'),
        (("Page ", Field("PAGE", "3")), 'Page <data value="PAGE">3</data>'),
    ],
)
def test_signs_are_used_where_every_reader_takes_them_for_it(inlines: tuple[Inline | str, ...], written: str) -> None:
    assert _body(_text(*inlines)) == f"{written}\n"


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        (("its “", DefinitionOpen(), "forces", DefinitionClose(), "”"), "its “**forces**”"),
        (("the ", DefinitionOpen(), "forces", DefinitionClose(), " of"), "the <dfn>forces</dfn> of"),
        (("its “", Text("forces", samples.BOLD), "”"), "its “<strong>forces</strong>”"),
    ],
)
def test_bold_words_before_a_closing_quotation_mark_are_a_defined_term(
    inlines: tuple[Inline | str, ...], written: str
) -> None:
    assert _body(_text(*inlines)) == f"{written}\n"
    assert _read(_text(*inlines)).document == _text(*inlines)


def _paragraph(role: Role, level: int, label: str | None, *, typed: bool = False) -> Document:
    number = Label(label, typed) if label else None
    properties = Properties(role=role, level=level, label=number)
    block = samples.paragraph(Role.BODY, "words")
    return Document(body=(replace(block, mark=replace(block.mark, properties=properties)),))


@pytest.mark.parametrize(
    ("document", "written"),
    [
        (_paragraph(Role.ITEM, 1, "2."), "2. words"),
        (_paragraph(Role.ITEM, 2, "(b)"), "(b) words"),
        (_paragraph(Role.ITEM, 1, "(b)"), "(b) words <!-- item 1 -->"),
        (_paragraph(Role.ITEM, 1, "§ 2"), '§ 2 words <!-- item 1 label="§ 2" -->'),
        (_paragraph(Role.ARTICLE, 0, "Article 4 bis"), "## Article 4 bis. words"),
        (_paragraph(Role.BODY, 0, "1."), "1. words <!-- body -->"),
        (_paragraph(Role.RECITAL, 0, None), "words <!-- recital -->"),
        (_paragraph(Role.TESTIMONIUM, 0, None), "* * *\n\nwords"),
    ],
)
def test_a_comment_says_only_what_the_form_does_not(document: Document, written: str) -> None:
    assert _body(document) == f"{written}\n"


def test_a_number_that_somebody_typed_is_told_from_those_that_are_counted() -> None:
    counted = [_paragraph(Role.ITEM, 1, f"{count}.").body[0] for count in (1, 2)]
    document = Document(body=(*counted, *_paragraph(Role.ITEM, 1, "2 bis", typed=True).body))

    assert _body(document).endswith('\n\n2 bis words <!-- item 1 label="2 bis" typed -->\n')


def _cell(*words: str, columns: int = 1) -> Cell:
    return Cell(tuple(samples.paragraph(Role.BODY, each) for each in words), columns=columns)


def test_a_table_without_headings_stays_without_and_a_merged_cell_merged() -> None:
    document = Document(body=(Table((Row((_cell("a", "b"), _cell("c"))), Row((_cell("wide", columns=2),)))),))

    assert _body(document) == "|  |  |\n| --- | --- |\n| a<br>b | c |\n| wide <!-- cell columns=2 --> |  |\n"
    assert _read(document).document == document


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (samples.paragraph(Role.BODY, Text("red", RunFormat(colour="C00000"))), "formats"),
        (samples.paragraph(Role.BODY, Image("a" * 64, "Map 1")), "picture"),
        (samples.paragraph(Role.BODY, OpaqueInline("<m:oMath/>", "equation")), "object"),
        (OpaqueBlock("<w:altChunk/>", "embedded file"), "object"),
        (Table((Row((Cell((Table((Row((_cell("x"),)),)), Paragraph())),)),)), "table-in-table"),
        (samples.paragraph(Role.BODY, "bell\x07"), "control-characters"),
    ],
)
def test_whatever_markdown_cannot_carry_is_said(block: Paragraph | Table | OpaqueBlock, code: str) -> None:
    assert [finding.code for finding in markdown_losses(Document(body=(block,)))] == [code]


def test_names_that_references_ask_for_are_written_and_no_others() -> None:
    document = samples.clean()
    back = _read(document).document
    asked = {inline.target for block in paragraphs(document) for inline in block.inlines if hasattr(inline, "target")}

    assert {block.key for block in paragraphs(back)} - {None} == asked - {None}
