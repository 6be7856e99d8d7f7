"""Pictures of a Word file are shown on the page and in the PDF, as far as they can be."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from dataclasses import replace

import docx
import pikepdf
import pytest
from docx.shared import Mm

from treatykit.model.content import Image, Paragraph
from treatykit.model.document import Document
from treatykit.readers.docx import read_docx
from treatykit.writers.html import write_html
from treatykit.writers.pdf import write_pdf


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png() -> bytes:
    """A red square of eight by eight dots."""
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = (b"\x00" + b"\xc0\x20\x20" * 8) * 8
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def with_map() -> Document:
    file = docx.Document()
    file.add_paragraph("The frontier is shown on the map.")
    file.add_picture(io.BytesIO(_png()), width=Mm(30))
    written = io.BytesIO()
    file.save(written)
    return read_docx(written.getvalue(), "map.docx").document


def test_a_picture_is_shown_in_its_size(with_map: Document) -> None:
    written = write_html(with_map)

    assert f'src="data:image/png;base64,{base64.b64encode(_png()).decode()}"' in written
    assert 'style="width:85.0394pt"' in written
    assert 'alt="' in written


def test_a_picture_is_in_the_pdf(with_map: Document) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(with_map))) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_a_picture_whose_file_is_gone_is_described(with_map: Document) -> None:
    def described(paragraph: Paragraph) -> Paragraph:
        inlines = (replace(one, description="map 1") if isinstance(one, Image) else one for one in paragraph.inlines)
        return replace(paragraph, inlines=tuple(inlines))

    body = tuple(described(block) if isinstance(block, Paragraph) else block for block in with_map.body)
    written = write_html(replace(with_map, body=body, packages=()))

    assert "<img" not in written
    assert "[map 1]" in written
