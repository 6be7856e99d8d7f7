"""The contents of a page: headings as they read now, an annex once, and whose an article is."""

from __future__ import annotations

from tests.writers import samples
from tests.writers.reading_html import page

from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Inline, Paragraph, Stance
from treatykit.model.document import Document
from treatykit.model.properties import Role
from treatykit.writers.html import write_html


def test_the_contents_of_a_redline_name_headings_as_they_read_now() -> None:
    heading = samples.paragraph(Role.ARTICLE, samples.went("Border", 1), samples.came("Frontier", 1), " commission")
    root = page(write_html(Document(body=(samples.labelled(heading, "Article 5"),))))

    line = root.xpath("//ol[@class='contents']/li")[0]
    assert line.text_content() == "Article 5 Frontier commission (was Border commission)"


def test_the_contents_of_a_redline_read_a_number_that_was_typed_anew_as_one_number() -> None:
    typed = samples.paragraph(Role.BODY, "Article ", samples.went("12", 1), samples.came("13", 1), " – Transit")
    root = page(write_html(Document(body=(typed,))))

    line = root.xpath("//ol[@class='contents']/li")[0]
    assert line.text_content() == "Article 13 Transit (was Article 12)"


def test_an_annex_is_one_line_of_the_contents_whatever_headings_stand_in_it() -> None:
    annex, heading, words = (
        samples.paragraph(role, words)
        for role, words in ((Role.ANNEX, "Rules"), (Role.HEADING, "Hearing"), (Role.BODY, "It is public."))
    )
    root = page(write_html(Document(body=(samples.labelled(annex, "Annex I"), heading, words))))

    assert [line.text_content() for line in root.xpath("//ol[@class='contents']/li")] == ["Annex I Rules"]


def test_the_contents_say_whose_an_article_is_that_competes_with_another() -> None:
    def heading(words: str) -> Paragraph:
        return samples.labelled(samples.paragraph(Role.ARTICLE, words), "Article 5")

    def line(milestone: Inline) -> Paragraph:
        return samples.paragraph(Role.BODY, milestone)

    ours, theirs = (Stance("KAR"), Stance("VEN")), (Stance("TES"),)
    titled = samples.paragraph(Role.ARTICLE, BracketOpen(ours), "One", BracketNext(theirs), "Two", BracketClose())
    blocks = (line(BracketOpen(ours)), heading("Border"), line(BracketNext(theirs)), heading("Frontier"))
    root = page(write_html(Document(body=(*blocks, line(BracketClose()), samples.labelled(titled, "Article 6")))))

    assert [line.text_content() for line in root.xpath("//ol[@class='contents']/li")] == [
        "Article 5 Border [KAR, VEN]",
        "Article 5 Frontier [TES]",
        "Article 6 [KAR, VEN: One][TES: Two]",
    ]


def test_a_title_on_a_line_of_its_own_stands_in_the_contents_and_under_its_number() -> None:
    lines = [samples.paragraph(Role.BODY, words) for words in ("Article 5", "Transit of goods", "Goods pass freely.")]
    root = page(write_html(Document(body=tuple(lines))))

    assert root.xpath("//ol[@class='contents']/li")[0].text_content() == "Article 5 Transit of goods"
    assert "heading-line" in root.xpath("//p[text()='Transit of goods']/@class")[0]
