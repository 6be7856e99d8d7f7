"""A document that was sent from one process to another is the same, down to where its words came from."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.word.corpus import CORPUS

from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.flat import flat, restored
from treatykit.readers.docx import read_docx


def sent(document: Document) -> Document:
    return restored(pickle.loads(pickle.dumps(flat(document))))


@settings(max_examples=thorough(200))
@given(document=documents() | marked_documents())
def test_any_document_arrives_as_it_was(document: Document) -> None:
    assert repr(sent(document)) == repr(document)
    assert sent(document) == document
    assert sources(sent(document)) == sources(document)


@pytest.mark.parametrize("side", ["old", "new"])
def test_word_files_arrive_as_they_were_read(side: str) -> None:
    for pair in CORPUS:
        document = read_docx(getattr(pair, side), f"{pair.name}.docx").document

        assert sent(document) == document
        assert sources(sent(document)) == sources(document)
        assert sent(document).packages == document.packages


def test_plain_paragraphs_go_as_tuples() -> None:
    document = read_docx(CORPUS[0].new, "new.docx").document

    assert any(isinstance(block, tuple) for block in flat(document).blocks)


def sources(document: Document) -> list[object]:
    """What equality passes over."""
    return [
        (block.mark.source, block.mark.key, [inline.source for inline in block.inlines])
        for block in document.body
        if isinstance(block, Paragraph)
    ]
