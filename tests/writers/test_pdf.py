"""The PDF: tagged, the same bytes every time, notes on their page, signatures together, fonts of our own."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from tests.writers import samples
from tests.writers.test_columns import MAPS

from treatykit.model.content import Block, NoteReference, Text
from treatykit.model.document import Document, Meta, Status
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Role
from treatykit.writers.faces import missing_scripts
from treatykit.writers.options import View, WriteOptions
from treatykit.writers.pdf import _fetcher, write_pdf

REDLINE = WriteOptions(report=samples.report())


def _opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def _tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The structure types in reading order."""

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node.S)
            if "/K" in node:
                yield from walk(node.K)

    return walk(pdf.Root.StructTreeRoot.K)


def _pages(data: bytes, folder: Path) -> list[str]:
    """The words of each page."""
    file = folder / "text.pdf"
    file.write_bytes(data)
    written = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.split()) for page in written.split("\f")[:-1]]


def _paragraphs(*words: str) -> tuple[Block, ...]:
    return tuple(samples.paragraph(Role.ITEM, text, level=1) for text in words)


def test_a_clean_text_is_tagged_for_readers_who_listen() -> None:
    pdf = _opened(write_pdf(samples.clean()))
    tags = list(_tags(pdf))

    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) == "Treaty on Peace and Good-Neighbourly Relations"
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 4
    assert "/TH" in tags


def test_the_running_headers_and_the_watermark_are_no_words_of_the_text() -> None:
    with_mark = list(_tags(_opened(write_pdf(samples.clean()))))
    without = list(_tags(_opened(write_pdf(samples.clean(), WriteOptions(watermark=False)))))

    assert with_mark == without


def test_a_redline_promises_nothing_to_readers_who_listen() -> None:
    assert "/Metadata" not in _opened(write_pdf(samples.redline(), REDLINE)).Root


@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO name=.*sRGB2014.icc")  # left open by WeasyPrint
def test_a_text_for_the_archive_says_so() -> None:
    pdf = _opened(write_pdf(samples.clean(), WriteOptions(archival=True)))

    assert b'pdfaid:part="3"' in pdf.Root.Metadata.read_bytes()
    assert "/OutputIntents" in pdf.Root


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib, sys; from tests.writers import samples; from tests.writers.test_pdf import REDLINE;"
        "from treatykit.writers.pdf import _fetcher, write_pdf;"
        "print(hashlib.sha256(write_pdf(samples.redline(), REDLINE)).hexdigest())"
    )
    here = hashlib.sha256(write_pdf(samples.redline(), REDLINE)).hexdigest()
    root = Path(__file__).parents[2]
    there = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=root).stdout

    assert there.strip() == here


def test_the_date_of_the_file_is_the_one_given_or_none() -> None:
    when = datetime(2031, 5, 3, 10, 30, tzinfo=UTC)

    assert "/CreationDate" not in _opened(write_pdf(samples.clean())).docinfo
    assert str(_opened(write_pdf(samples.clean(), WriteOptions(created=when))).docinfo.CreationDate).startswith(
        "D:20310503103000"
    )


def test_the_bookmarks_are_the_headings() -> None:
    with _opened(write_pdf(samples.clean())).open_outline() as outline:
        titles = [item.title.replace("\u00a0", " ") for item in outline.root]

    assert titles == [
        "Treaty on Peace and Good-Neighbourly Relations",
        "Article 1 Establishment of Peace",
        "Article 2 Mutual Recognition",
        "Article 3 Transit",
        "Annex Turning Points of the Frontier",
    ]


def _letter(*more: Block) -> Document:
    """A text that does not print its title."""
    words = "I have the honour to propose the following."
    return number(
        normalise(Document(body=(samples.paragraph(Role.BODY, words), *more), meta=Meta(title="Exchange of Letters")))
    )


def test_a_title_that_is_not_printed_is_in_the_facts_and_the_bookmarks() -> None:
    pdf = _opened(write_pdf(_letter()))
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]

    assert titles == ["Exchange of Letters"]
    assert str(pdf.docinfo.Title) == "Exchange of Letters"
    assert not any(tag.startswith("/H") for tag in _tags(pdf))


@pytest.mark.poppler
@pytest.mark.parametrize("view", View)
def test_a_title_that_is_not_printed_is_no_words_of_the_page(view: View, tmp_path: Path) -> None:
    letter = _letter(samples.paragraph(Role.BODY, samples.came("Excellency,", 1)))
    (page,) = _pages(write_pdf(letter, WriteOptions(view=view)), tmp_path)

    assert page.count("Exchange of Letters") == 1  # at the head of the page
    assert "Change " not in page


def test_the_outermost_headings_are_the_first_where_no_title_is_printed() -> None:
    """PDF/UA skips no level (ISO 14289-1, 7.4.2)."""
    pdf = _opened(write_pdf(_letter(samples.paragraph(Role.ARTICLE, "Transit"))))
    with pdf.open_outline() as outline:
        titles = [item.title.replace("\u00a0", " ") for item in outline.root]

    assert [tag for tag in _tags(pdf) if tag.startswith("/H")] == ["/H1"]
    assert titles == ["Exchange of Letters", "Article 1 Transit"]


def test_only_the_fonts_of_the_project_are_used_for_the_scripts_they_hold() -> None:
    words = "Peace Ειρήνη Мир Sülh ə Խաղաղություն"
    document = normalise(Document(body=(samples.paragraph(Role.BODY, words, Text(words, samples.BOLD)),)))
    pdf = _opened(write_pdf(document))
    names = {str(font.BaseFont).split("+")[-1] for page in pdf.pages for font in page.Resources.Font.values()}

    assert names == {
        "Treatykit-Serif", "Treatykit-Serif-Bold", "Noto-Serif-Armenian", "Noto-Serif-Armenian-Bold",
    }  # fmt: skip


def test_a_script_without_a_font_is_named() -> None:
    words = samples.paragraph(Role.BODY, "Treaty 条約 Խաղաղություն ə Ειρήνη")
    (finding,) = missing_scripts(Document(body=(words,)))

    assert finding.code == "script-without-font"
    assert finding.message == "no font for the script Han: 条 約"
    assert missing_scripts(samples.redline()) == ()


@pytest.mark.poppler
def test_every_page_has_the_symbol_the_title_the_status_and_its_number(tmp_path: Path) -> None:
    pages = _pages(write_pdf(samples.clean()), tmp_path)

    for count, page in enumerate(pages, start=1):
        assert "KAR-TES/2/Rev.1" in page
        assert "Draft, 3 May 2031" in page
        assert f"Page {count} of {len(pages)}" in page
        assert "D R A F T" in page  # each letter stands on a line of its own, since the word is turned


@pytest.mark.poppler
def test_a_text_without_a_title_is_called_nothing_at_the_head_of_its_pages(tmp_path: Path) -> None:
    untitled = Document(body=_paragraphs("The Parties shall act."))

    assert not any("Untitled" in page for page in _pages(write_pdf(untitled), tmp_path))


@pytest.mark.poppler
@pytest.mark.parametrize("lines", range(24, 34))
def test_some_of_the_text_stands_on_the_page_with_the_signatures(lines: int, tmp_path: Path) -> None:
    testimonium = samples.paragraph(Role.TESTIMONIUM, "Done at Port Sarn.")
    body = (*_paragraphs(*(f"Paragraph of words {at}." for at in range(lines))), testimonium, samples.signatures())
    page = next(page for page in _pages(write_pdf(Document(body=body)), tmp_path) if "Ilan Oreth" in page)

    assert f"Paragraph of words {lines - 1}." in page
    assert "Done at Port Sarn." in page


@pytest.mark.poppler
def test_a_text_that_is_no_draft_has_no_watermark(tmp_path: Path) -> None:
    document = samples.clean()
    signed = replace(document, meta=replace(document.meta, status=Status.SIGNED))

    assert not any("D R A F T" in page or "S I G N" in page for page in _pages(write_pdf(signed), tmp_path))


@pytest.mark.poppler
def test_a_redline_begins_with_a_summary_and_ends_with_a_table_of_changes(tmp_path: Path) -> None:
    pages = _pages(write_pdf(samples.redline(), REDLINE), tmp_path)

    assert "Framework, 3 May → Comprehensive, 9 May" in pages[0]
    assert "4 changes: 1 amended, 1 inserted, 1 deleted, 1 moved; 1 renumbered." in pages[0]
    assert "Article 2 → Article 3" in " ".join(pages[1:-1])
    assert "→ moved to Article 4, paragraph 3" in " ".join(pages[1:-1])
    assert "Table of changes" in pages[-1]
    assert "Old and new numbers: Article 2 → Article 3." in pages[-1]


@pytest.mark.poppler
def test_side_by_side_stands_on_wide_pages(tmp_path: Path) -> None:
    data = write_pdf(samples.redline(), replace(REDLINE, view=View.SIDE_BY_SIDE))
    with _opened(data) as pdf:
        _, _, width, height = pdf.pages[1].mediabox

    assert width > height
    assert "Framework, 3 May" in _pages(data, tmp_path)[1]


def _noted(length: int) -> Document:
    """Forty paragraphs, every third with a footnote."""
    body: list[Block] = []
    for count in range(40):
        note = NoteReference((samples.paragraph(Role.BODY, f"note{count}x " + "words of the note " * 8),))
        signs = (f" sign{count}x", note) if count % 3 == 0 else ()
        body.append(
            samples.paragraph(Role.ITEM, "The Parties shall act. " * (length % 7 + count % 5 * 9), *signs, level=1)
        )
    return number(normalise(Document(body=tuple(body), meta=samples.META)))


@pytest.mark.poppler
@pytest.mark.parametrize("length", [60, 75, 90])
def test_a_footnote_stands_on_the_page_of_its_sign(length: int, tmp_path: Path) -> None:
    pages = _pages(write_pdf(_noted(length)), tmp_path)

    for count in range(0, 40, 3):
        assert [f"sign{count}x" in page for page in pages] == [f"note{count}x" in page for page in pages]


@pytest.mark.parametrize("length", [60, 75, 90])
def test_pages_with_footnotes_are_set_once(length: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "weasyprint.progress"):
        write_pdf(_noted(length))

    assert caplog.text.count("Applying CSS") == 1


@pytest.mark.poppler
def test_no_short_word_stands_alone_on_a_line(tmp_path: Path) -> None:
    """Whatever the width of the words before a reference, also where only their last space is too much."""
    words = [
        f"or{'.' * dots} to replace it by another arrangement, as provided for by the Parties to it in "
        for dots in range(60)
    ]
    file = tmp_path / "text.pdf"
    file.write_bytes(write_pdf(Document(body=tuple(_before_a_reference(each) for each in words))))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout

    assert [line for line in text.splitlines() if re.fullmatch(r" *or\.*", line)] == []


def _before_a_reference(words: str) -> Block:
    return samples.paragraph(
        Role.BODY, words, Text("Article 7", samples.ITALIC), ", in so far as it has not been replaced."
    )


@pytest.mark.poppler
@pytest.mark.parametrize("before", range(26, 34, 2))
def test_signatures_stay_together_and_with_words_of_the_text(before: int, tmp_path: Path) -> None:
    testimonium = samples.paragraph(Role.TESTIMONIUM, "Done at Port Sarn, on 3 May 2031.")
    body = (*_paragraphs(*["The Parties shall act."] * before), testimonium, samples.signatures())
    pages = _pages(write_pdf(number(normalise(Document(body=body)))), tmp_path)
    (signed,) = [page for page in pages if "Ilan Oreth" in page]

    assert "For the Republic of Karvela" in signed
    assert "Dana Velm" in signed
    assert "Done at Port Sarn" in signed


@pytest.mark.poppler
def test_a_long_text_has_a_table_of_contents_with_page_numbers(tmp_path: Path) -> None:
    body: list[Block] = []
    for count in range(1, 31):
        body.append(samples.paragraph(Role.ARTICLE, f"Subject {count}"))
        body += _paragraphs(*["The Parties shall cooperate in good faith. " * 8] * 2)
    pages = _pages(write_pdf(number(normalise(Document(body=tuple(body), meta=samples.META)))), tmp_path)
    place = next(at for at, page in enumerate(pages, start=1) if at > 1 and "Subject 20" in page)

    assert "Contents Article 1. Subject 1" in pages[0]
    assert f"Article 20. Subject 20 {place} Article 21." in pages[0]


def test_weasyprint_understands_every_rule_of_the_style_sheets(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        write_pdf(samples.redline(), REDLINE)

    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1/", "treatykit-font:../faces.py", "treatykit-font:nothing.ttf"]
)
def test_a_page_reaches_nothing_outside_itself(address: str) -> None:
    with pytest.raises(ValueError, match="nothing outside itself"):
        _fetcher().fetch(address)


def test_a_page_reaches_the_fonts_of_the_package() -> None:
    assert _fetcher().fetch("treatykit-font:serif-regular.ttf").read(4) == b"\x00\x01\x00\x00"


@pytest.mark.poppler
@pytest.mark.parametrize("header", [True, False])
def test_the_head_of_a_table_is_bold(header: bool) -> None:
    head, *rows = MAPS.rows
    table = replace(MAPS, rows=(replace(head, properties=replace(head.properties, header=header)), *rows))

    pdf = _opened(write_pdf(Document(body=(table,))))
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}

    assert any(name.endswith("-Bold") for name in fonts) is header


def test_a_number_in_a_narrow_column_is_not_broken(tmp_path: Path) -> None:
    (page,) = _pages(write_pdf(Document(body=(MAPS,))), tmp_path)

    assert "1:50,000" in page.split()
