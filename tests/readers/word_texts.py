"""Reads what stands in the body of a Word file of the tests."""

from __future__ import annotations

from tests.readers.word_files import p, word_file

from treatykit.model.content import (
    Inline,
    Paragraph,
)
from treatykit.model.document import Document
from treatykit.readers.docx import read_docx
from treatykit.readers.reading import Reading


def read(body: str, **options: object) -> Reading:
    return read_docx(word_file(body, **options), "draft.docx")  # type: ignore[arg-type]


def document(body: str, **options: object) -> Document:
    return read(body, **options).document


def paragraph(content: str, properties: str = "", **options: object) -> Paragraph:
    block = document(p(content, properties), **options).body[0]
    assert isinstance(block, Paragraph)
    return block


def inlines(content: str, **options: object) -> tuple[Inline, ...]:
    return paragraph(content, "", **options).inlines
