"""What other programs make of our Word files: LibreOffice counts for itself, python-docx reads the words."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import docx
import pytest
from tests.writers.docx_specimens import META, article, document, item, paragraph, treaty

from treatykit.model.content import Paragraph, Reference
from treatykit.model.document import Document
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Role
from treatykit.model.walk import story_paragraphs
from treatykit.writers.docx import write_docx


def printed(source: Document, folder: Path) -> str:
    """The words of the PDF that LibreOffice makes, without line ends and hyphens."""
    path = folder / "treaty.docx"
    path.write_bytes(write_docx(source))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    pdf = subprocess.run(
        ["pdftotext", "-raw", str(folder / "treaty.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    return " ".join(pdf.stdout.decode().split())


def long_text() -> Document:
    """A text with what is easily counted wrongly: articles over 9, points after (z), restarts, annexes."""
    blocks = [paragraph(Role.TITLE, "Treaty on Numbers")]
    for number in range(1, 29):
        if number in (1, 15):
            blocks.append(paragraph(Role.CHAPTER, f"Chapter of article {number}"))
        blocks.append(article(f"Title {number}", key=f"a{number}"))
        if number == 12:
            blocks.append(item("The letters are:"))
            blocks += [item(f"letter {point};", level=2, key=f"p{point}") for point in range(1, 31)]
            blocks += [item(f"numeral {point};", level=3) for point in range(1, 12)]
        else:
            other = Reference(f"a{number * 7 % 28 + 1}", "")
            blocks.append(
                item("See ", other, " and ", Reference("p28", ""), ".", typed="1 bis." if number == 3 else None)
            )
            blocks.append(item(f"Second paragraph of {number}."))
    for annex in ("First", "Second"):
        blocks += [
            paragraph(Role.ANNEX, f"{annex} list"),
            article(f"Of the {annex.lower()}"),
            item("One."),
            item("Two."),
        ]
    return document(*blocks, meta=META)


@pytest.mark.soffice
@pytest.mark.poppler
@pytest.mark.parametrize("source", [treaty(), long_text()], ids=["short", "long"])
def test_another_program_counts_the_same_numbers_and_references(source: Document, tmp_path: Path) -> None:
    words = printed(source, tmp_path)

    missing = []
    for block in source.body:
        if isinstance(block, Paragraph):
            expected = " ".join(re.sub(r"[_\s]+", " ", paragraph_text(block)).split())
            if expected not in re.sub(r"[_\s]+", " ", words):
                missing.append(expected)
    assert missing == []


def test_python_docx_reads_all_words_in_order() -> None:
    opened = docx.Document(io.BytesIO(write_docx(treaty())))
    said = "\n".join(" ".join(p.text.split()) for p in opened.paragraphs)

    position = 0
    for block in treaty().body:
        if isinstance(block, Paragraph):
            # Numbers that are counted are no words in Word; those that are typed are.
            for inline in block.inlines:
                text = " ".join(getattr(inline, "value", "").split())
                position = said.index(text, position)
    assert opened.core_properties.title == "Treaty on Peace"
    assert [len(table.rows) for table in opened.tables] == [1, 2]
    cells = [
        paragraph_text(p)
        for block in treaty().body
        if not isinstance(block, Paragraph)
        for p in story_paragraphs((block,))
    ]
    assert [cell.text for table in opened.tables for row in table.rows for cell in row.cells] == cells
