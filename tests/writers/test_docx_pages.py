"""The pages of a Word file: headers and footers, watermark, contents, what stays together."""

from __future__ import annotations

import pytest
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import META, WordFile, article, document, item, paragraph, treaty, words

from treatykit.model.document import Document, HeaderFooter, Meta, Pages, Place, Status
from treatykit.model.properties import Role
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.options import WriteOptions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_header_says_symbol_title_status_and_date_and_the_footer_the_page() -> None:
    file = WordFile(treaty())

    title = "Treaty on Peace between the Republic of Karvela and the Republic of Tesmar"
    assert words(file, "header1") == f"KAR-TES/2/Rev.1{title}Draft, 3 May 2026"
    assert words(file, "footer1") == "Page 1 of 1"
    assert [code.strip() for code in file.values("//w:instrText/text()", "footer1")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("status", "mark"),
    [(Status.DRAFT, "DRAFT"), (Status.NEGOTIATING, "NEGOTIATING TEXT"), (Status.CLEAN, None), (None, None)],
)
def test_the_pages_of_a_draft_say_so(status: Status | None, mark: str | None) -> None:
    file = WordFile(document(item("a"), meta=Meta(status=status)))

    assert file.values("//v:shape/v:textpath/@string", "header1") == ([mark] if mark else [])
    assert (
        WordFile(document(item("a")), WriteOptions(watermark=False)).values("//v:shape/v:textpath/@string", "header1")
        == []
    )


def test_the_number_of_an_article_is_plain_above_its_bold_title() -> None:
    file = WordFile(document(article("Peace"), article("Haven", typed="Article 1 bis"), item("a", typed="1.")))

    (level,) = file.find("//w:lvl[w:pStyle/@w:val='TreatyArticle']", "numbering")
    assert [bold.get(f"{W}val") for bold in level.iter(f"{W}b")] == ["0"]
    labels = file.find("//w:r[w:rPr/w:rStyle/@w:val='TreatyLabel'][w:t]")
    assert [len(label.findall(f"{W}rPr/{W}b")) for label in labels] == [1, 0, 0]  # "1" and its full stop


def test_the_last_paragraph_stays_on_one_page_with_the_testimonium() -> None:
    source = document(
        article("Final", key="final"),
        item("One."),
        item("Two."),
        paragraph(Role.TESTIMONIUM, "Done at Velmoor."),
    )
    file = WordFile(source)

    kept = file.find("//w:p[w:pPr/w:keepNext]")
    assert ["".join(str(text) for text in each.itertext()) for each in kept] == ["Two."]
    assert read_docx(write_docx(source), "again.docx").document == source


def test_headers_of_the_document_go_before_ours() -> None:
    own = HeaderFooter(place=Place.HEADER, pages=Pages.FIRST, blocks=(paragraph(Role.BODY, "Note by the Chair"),))
    source = Document(body=(paragraph(Role.BODY, "words"),), headers=(own,), meta=META)
    file = WordFile(source)

    assert [words(file, f"header{number}") for number in (1, 2)] == [
        "KAR-TES/2/Rev.1Treaty on PeaceDraft, 3 May 2026",
        "Note by the Chair",
    ]
    assert len(file.find("//w:titlePg")) == 1
    assert len(file.find("//v:shape/v:textpath", "header2")) == 1
    assert read_docx(file.data, "x.docx").document == source


def test_headers_of_later_sections_are_kept() -> None:
    headers = tuple(HeaderFooter(section=number, blocks=(paragraph(Role.BODY, f"{number}"),)) for number in (0, 2))
    source = Document(body=(paragraph(Role.BODY, "words"),), headers=headers)
    file = WordFile(source)

    assert complaints(file) == []
    assert len(file.find("//w:sectPr")) == 3
    assert read_docx(file.data, "x.docx").document.headers == headers


def test_a_long_text_has_a_table_of_contents_and_a_short_one_none() -> None:
    short = document(*(article(f"Title {number}") for number in range(25)))
    long = document(*(article(f"Title {number}") for number in range(26)))

    assert WordFile(short).find("//w:hyperlink") == []
    file = WordFile(long)
    lines = ["".join(str(text) for text in link.itertext()) for link in file.find("//w:hyperlink")]
    assert lines[:1] + lines[-1:] == ["Article 1Title 0", "Article 26Title 25"]
    assert [code.split()[0] for code in file.values("//w:instrText/text()")] == ["TOC"]
    assert read_docx(file.data, "x.docx").document == long


def test_a_text_with_a_contents_page_of_its_own_gets_no_other() -> None:
    own = paragraph(Role.CONTENTS, "Article 1 … 3", level=1)

    assert WordFile(document(own, *(article("T") for _ in range(30)))).find("//w:hyperlink") == []
