"""Annotations print apart from the text in every format, and what reads a file finds them again."""

from __future__ import annotations

import pytest
from tests.writers.docx_specimens import WordFile, words
from tests.writers.reading_html import page

from treatykit.model.annotations import without_annotations
from treatykit.model.content import Inline, Mark, Paragraph, Reference, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Properties, Role, RunFormat
from treatykit.readers import reader
from treatykit.writers import write
from treatykit.writers.docx import write_docx
from treatykit.writers.html import write_html
from treatykit.writers.html.printed import printed_page
from treatykit.writers.markdown import write_markdown
from treatykit.writers.text import write_text


def paragraph(role: Role, *words: str | Inline, level: int = 0, key: str | None = None) -> Paragraph:
    inlines = tuple(Text(one) if isinstance(one, str) else one for one in words)
    return Paragraph(inlines, Mark(properties=Properties(role=role, level=level), key=key))


def treaty() -> Document:
    """Two articles, the first with an annotation that has all its levels."""
    body = (
        paragraph(Role.TITLE, "Treaty on Peace"),
        paragraph(Role.SUBTITLE, "between Karvela and Tesmar"),
        paragraph(Role.ANNOTATION_HEADING, "About this edition", level=1),
        paragraph(Role.PARTIES, "Karvela and Tesmar,"),
        paragraph(Role.RECITAL, "Desiring peace,"),
        paragraph(Role.ENACTING, "Have agreed as follows:"),
        paragraph(Role.ARTICLE, "Peace", key="peace"),
        paragraph(Role.ITEM, "There is peace.", level=1),
        paragraph(Role.ITEM, "It lasts.", level=1),
        paragraph(Role.ANNOTATION_HEADING, "Annotation to ", Reference("peace", ""), level=1),
        paragraph(Role.ANNOTATION, "Peace comes first.", level=1),
        paragraph(Role.ANNOTATION_HEADING, "Sources", level=2),
        paragraph(Role.ANNOTATION, Text("Adapted:", RunFormat(italic=True)), " Algiers, 2000.", level=2),
        paragraph(Role.ANNOTATION, "1. Not a number of the text.", level=3),
        paragraph(Role.ANNOTATION, "More.", level=1),
        paragraph(Role.ARTICLE, "End"),
        paragraph(Role.BODY, "This Treaty ends never."),
        paragraph(Role.DRAFTING_NOTE, "Ask for a date."),
    )
    return number(normalise(Document(body=body)))


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt", ".json"])
def test_a_file_reads_back_with_its_annotations_and_without_them_it_is_the_text(suffix: str) -> None:
    document = treaty()
    shown = document if suffix != ".txt" else normalise(Document(body=tuple(map(_unformatted, document.body))))

    read = reader(suffix)(write(document, suffix), f"x{suffix}").document

    assert read == shown
    assert without_annotations(read) == without_annotations(shown)


def _unformatted(block: object) -> Paragraph:
    assert isinstance(block, Paragraph)
    return Paragraph(tuple(Text(one.value) if isinstance(one, Text) else one for one in block.inlines), block.mark)


def test_markdown_needs_no_comment_for_them_and_sets_each_as_one_quotation() -> None:
    written = write_markdown(treaty())

    assert "<!--" not in written
    assert (
        "> ### Annotation to [Article 1](#peace)\n>\n> Peace comes first.\n>\n> #### Sources\n>\n"
        "> > *Adapted:* Algiers, 2000.\n>\n> > > 1\\. Not a number of the text.\n>\n> More.\n\n## Article 2. End\n"
    ) in written


def test_plain_text_shows_their_levels() -> None:
    written = write_text(treaty())

    assert "\n\n> # Annotation to Article 1\n\n> Peace comes first.\n\n> ## Sources\n\n> > Adapted: Algiers" in written
    assert "\n\n> Ask for a date.\n" in written


def test_a_page_sets_each_apart_within_the_section_of_its_article() -> None:
    root = page(write_html(treaty()))
    before, article = root.xpath("//aside[@class='annotations']")

    assert before.getparent().tag != "section"
    assert article.getparent().get("class") == "article-section"
    assert [(child.tag, child.text_content()) for child in article] == [
        ("h3", "Annotation to Article 1"),
        ("p", "Peace comes first."),
        ("h4", "Sources"),
        ("p", "Adapted: Algiers, 2000."),
        ("p", "1. Not a number of the text."),
        ("p", "More."),
    ]


def test_a_page_with_annotations_lets_a_reader_hide_them() -> None:
    assert 'id="_annotations"' in write_html(treaty())
    assert 'id="_annotations"' not in write_html(without_annotations(treaty()))


def test_pages_with_annotations_have_contents_of_the_text_alone() -> None:
    root = page(printed_page(treaty()))

    assert [" ".join(line.text_content().split()) for line in root.xpath("//*[@class='entry']")] == [
        "Article 1. Peace",
        "Article 2. End",
    ]
    assert not page(printed_page(without_annotations(treaty()))).xpath("//*[@class='entry']")


def test_a_word_file_has_styles_for_them_and_contents_of_the_text_alone() -> None:
    file = WordFile(treaty())
    contents = file.values("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]//w:t/text()")

    assert {f"Treaty Annotation {level}" for level in (1, 2, 3)} <= set(
        file.values("//w:style/w:name/@w:val", "styles")
    )
    assert [each.replace("\u00a0", " ") for each in contents] == ["Contents", "Article 1", "Peace", "Article 2", "End"]
    assert "Contents" not in words(WordFile(without_annotations(treaty())))


def test_annotations_shade_one_block_in_word() -> None:
    file = WordFile(treaty())
    style = "//w:style[contains(@w:styleId, 'Annotation')]"
    edges = [
        int(left) - int(next(iter(file.values(f"{style}[{at}]/w:pPr/w:ind/@w:hanging", "styles")), 0))
        for at, left in enumerate(file.values(f"{style}/w:pPr/w:ind/@w:left", "styles"), start=1)
    ]

    assert set(file.values(f"{style}/w:pPr/w:shd/@w:fill", "styles")) == {"EEF3F7"}
    assert len(edges) == 5
    assert len(set(edges)) == 1


def test_the_same_annotated_text_gives_the_same_bytes() -> None:
    assert write_docx(treaty()) == write_docx(treaty())
