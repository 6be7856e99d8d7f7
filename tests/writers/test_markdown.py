"""Markdown: what is written reads back to the same words, and no text means more than its words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.writers import samples
from tests.writers.hostile import hostile_documents, texts

from treatykit.model.content import Break, Inline, NoteReference, Paragraph, Text
from treatykit.model.decide import accept
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines, normalise
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Role, RunFormat
from treatykit.model.walk import map_document, story_paragraphs
from treatykit.readers.markdown import read_markdown
from treatykit.writers.controls import visible
from treatykit.writers.markdown import write_markdown
from treatykit.writers.options import WriteOptions

_FEW = settings(max_examples=50)
_CRITIC = re.compile(r"\{\+\+|\{--|\{~~|\{>>|\{==|\+\+\}|--\}|~~\}|<<\}|==\}")


def _said(document: Document) -> str:
    return visible("\n".join(paragraph_text(paragraph) for paragraph in story_paragraphs(document.body)))


def _read_back(document: Document) -> str:
    return _said(read_markdown(write_markdown(document).encode(), "x.md").document)


def _without_notes(paragraph: Paragraph) -> Paragraph:
    """Notes are gathered at the end, so that their words stand elsewhere."""
    kept = tuple(inline for inline in paragraph.inlines if not isinstance(inline, NoteReference))
    return replace(paragraph, inlines=normal_inlines(kept))


def _with_numbered_notes(paragraph: Paragraph) -> Paragraph:
    """The sign that an author chose for a note becomes a number in Markdown."""
    numbered = (replace(one, symbol=None) if isinstance(one, NoteReference) else one for one in paragraph.inlines)
    return replace(paragraph, inlines=tuple(numbered))


def _signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _text(*inlines: Inline | str) -> Document:
    return normalise(Document(body=(samples.paragraph(Role.BODY, *inlines),)))


@_FEW
@given(documents(opaque=False))
def test_what_is_written_reads_back_to_the_same_words_in_order(document: Document) -> None:
    document = replace(map_document(document, _without_notes), headers=())

    assert list(filter(str.isalnum, _read_back(document))) == list(filter(str.isalnum, _said(document)))


@_FEW
@given(hostile_documents(opaque=False))
def test_not_even_a_sign_is_lost_or_taken_for_notation(document: Document) -> None:
    document = replace(map_document(accept(document), _with_numbered_notes), headers=())
    before, after = _signs(_said(document)), _signs(_read_back(document))

    assert set((after - before).keys()) <= {"."}  # between the number of a heading and its title
    assert not before - after


@_FEW
@given(hostile_documents())
def test_no_text_becomes_a_change_a_comment_an_element_or_an_escape_sequence(document: Document) -> None:
    written = write_markdown(replace(accept(document), headers=()))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin).parse(written)
    elements = {token.content for block in tokens for token in block.children or () if token.type == "html_inline"}

    assert not _CRITIC.search(written)
    assert "\x1b" not in written
    assert elements <= {f"<{end}{tag}>" for end in ("", "/") for tag in ("br", "em", "strong", "u", "s", "sup", "sub")}
    assert not any(token.type in ("html_block", "fence", "code_block") for token in tokens)
    assert not any(token.type in ("link_open", "image") for block in tokens for token in block.children or ())


@_FEW
@given(texts)
def test_a_line_of_any_text_is_one_paragraph_of_it(text: str) -> None:
    blocks = read_markdown(write_markdown(_text(text)).encode(), "x.md").document.body

    assert [" ".join(paragraph_text(block).split()) for block in blocks if isinstance(block, Paragraph)] == [
        " ".join(visible(text).split())
    ]


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert write_markdown(document) == write_markdown(document)


def test_a_treaty_can_be_read_as_it_stands() -> None:
    written = write_markdown(samples.clean())

    assert "\n## Article 2. Mutual Recognition\n\n1. Each Party recognises" in written
    assert "\n2. Each Party shall:\n\n   (a) refrain from" in written
    assert "\n      (i) acts of aggression or violence; and\n" in written
    assert "\n   and shall report" in written
    assert "[KAR: shall][TES; KAR opposes: undertakes to [endeavour to]] clear cargo" in written
    assert "political independence of the other Party.[^1]\n" in written
    assert "\n[^1]: The delegation of Tesmar reserves" in written
    assert "\n> Tesmar links this paragraph to the annex.\n" in written
    assert "\n| Point | Latitude | Longitude |\n| --- | --- | --- |\n" in written


def test_points_are_no_code_to_a_reader_of_commonmark() -> None:
    tokens = MarkdownIt("commonmark").parse(write_markdown(samples.clean()))

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
    assert "\n## {++Article 2++}. {++Diplomatic Relations++}\n" in written
    assert "\n## {~~Article 2~>Article 3~~}. Mutual Recognition\n" in written
    assert "{--3.--}{>>moved to Article 4, paragraph 3<<} {--Nothing in this Article" in written
    assert "{++3.++}{>>moved from Article 2, paragraph 3<<} {++Nothing in this Article" in written
    assert "4 changes: 1 amended, 1 inserted, 1 deleted, 1 moved; 1 renumbered." in written
    assert "| 3 | Article 2, paragraph 2 (a) | deleted | obligation |" in written


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
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, written: str) -> None:
    assert write_markdown(_text(text)) == f"{written}\n"


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ((Text("Desiring", samples.ITALIC), " peace"), "*Desiring* peace"),
        ((Text("Desiring ", samples.ITALIC), "peace"), "*Desiring* peace"),
        (("re", Text("“call”", samples.BOLD), "ing"), "re<strong>“call”</strong>ing"),
        ((Text("a", samples.ITALIC), Text("b", samples.BOLD)), "*a*<strong>b</strong>"),
        ((Text("both", RunFormat(bold=True, italic=True)),), "***both***"),
        (("one", Break(), "- two"), "one\\\n\\- two"),
    ],
)
def test_emphasis_is_asterisks_where_every_reader_takes_them_for_it(
    inlines: tuple[Inline | str, ...], written: str
) -> None:
    assert write_markdown(_text(*inlines)) == f"{written}\n"
