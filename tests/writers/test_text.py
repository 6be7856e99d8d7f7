"""Plain text: it reads back to the same words, and a redline shows what came and what went."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.writers import samples
from tests.writers.hostile import hostile_documents

from treatykit.model.content import NoteReference, Paragraph
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines
from treatykit.model.plain import paragraph_text, plain_text
from treatykit.model.walk import map_document, story_paragraphs
from treatykit.readers.text import read_text
from treatykit.writers.options import WriteOptions
from treatykit.writers.text import write_text

_FEW = settings(max_examples=50)


def _without_notes(paragraph: Paragraph) -> Paragraph:
    kept = tuple(inline for inline in paragraph.inlines if not isinstance(inline, NoteReference))
    return replace(paragraph, inlines=normal_inlines(kept))


def _letters(text: str) -> list[str]:
    return sorted(filter(str.isalnum, text))


@_FEW
@given(documents(opaque=False))
def test_what_is_written_reads_back_to_the_same_words(document: Document) -> None:
    document = replace(map_document(document, _without_notes), headers=())
    before = "\n".join(paragraph_text(paragraph) for paragraph in story_paragraphs(document.body))

    assert _letters(plain_text(read_text(write_text(document).encode(), "x.txt").document)) == _letters(before)


@_FEW
@given(hostile_documents())
def test_no_text_is_an_escape_sequence(document: Document) -> None:
    written = write_text(document)

    assert not any(ord(character) < 0x20 and character not in "\t\n" for character in written)
    assert written.encode()


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert write_text(document) == write_text(document)


def test_a_treaty_can_be_read_as_it_stands() -> None:
    written = write_text(samples.clean())

    assert "\n\nArticle 2. Mutual Recognition\n\n1. Each Party recognises" in written
    assert "\n\n    (a) refrain from" in written
    assert "For the Republic of Karvela     For the Republic of Tesmar\n\nIlan Oreth" in written
    assert "independence of the other Party.[1]\n" in written
    assert "\n\n[1] The delegation of Tesmar reserves" in written


def test_a_redline_shows_what_came_and_what_went() -> None:
    written = write_text(samples.redline(), WriteOptions(report=samples.report()))

    assert "between them [-upon-]{+thirty days after+} the entry" in written
    assert "\n\nArticle 2 → Article 3. Mutual Recognition\n\n" in written
    assert "<moved to Article 4, paragraph 3> [-3. Nothing in this Article" in written
    assert written.startswith("Framework, 3 May → Comprehensive, 9 May\n\n4 changes: 1 amended")
    assert written.endswith("Only the number changed: Article 2 → Article 3.\n")
