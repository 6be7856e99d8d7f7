"""Formatting: how runs, paragraphs, lists and pages look."""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import item, listed, p, ps, r
from tests.word.package_builder import A4, docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted, reformatted, relisted

LAW: Final = "Each Party shall refrain from the threat or use of force."
BEFORE, AFTER = "The Parties agree as follows.", "Done in two originals."


def pair(name: str, old: str, new: str, *changes: Expected, **rest: Any) -> Pair:
    """Paragraphs between two that stay."""
    before, after = (docx(p(BEFORE), text, p(AFTER)) for text in (old, new))
    return Pair(name=name, line=Line.FORMATTING, old=before, new=after, changes=changes, **rest)


def run(name: str, old: str, new: str) -> Pair:
    """Two words of a paragraph that look otherwise."""
    before, after = (p("Each Party ", r("shall refrain", look), " from the use of force.") for look in (old, new))
    return pair(name, before, after, reformatted(words="shall refrain"))


def paragraph(name: str, old: str, new: str) -> Pair:
    """A paragraph that is set otherwise."""
    return pair(name, p(LAW, look=old), p(LAW, look=new), reformatted(paragraphs=LAW))


RUNS: Final = (
    run("bold", "", "<w:b/>"),
    run("no longer bold", "<w:b/>", ""),
    run("italic", "", "<w:i/>"),
    run("bold in the place of italic", "<w:i/>", "<w:b/>"),
    run("underline", "", '<w:u w:val="single"/>'),
    run("another underline", '<w:u w:val="single"/>', '<w:u w:val="double"/>'),
    run("struck through by hand", "", "<w:strike/>"),
    run("small capitals", "", "<w:smallCaps/>"),
    run("capitals", "", "<w:caps/>"),
    run("hidden", "", "<w:vanish/>"),
    run("a colour", "", '<w:color w:val="C00000"/>'),
    run("a highlight", "", '<w:highlight w:val="yellow"/>'),
    run("a larger size", '<w:sz w:val="24"/><w:szCs w:val="24"/>', '<w:sz w:val="32"/><w:szCs w:val="32"/>'),
    run("another font", "", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    run("raised", "", '<w:vertAlign w:val="superscript"/>'),
    run("spaced out", "", '<w:spacing w:val="40"/>'),
    run("a shade behind words", "", '<w:shd w:val="clear" w:color="auto" w:fill="DDDDDD"/>'),
    run("a border around words", "", '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'),
    run("a character style", "", '<w:rStyle w:val="Strong"/>'),
    run("another character style", '<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Emphasis"/>'),
    pair(
        "part of a run set in italics",
        p(LAW),
        p("Each Party ", r("shall", "<w:i/>"), LAW[16:]),
        reformatted(words="shall"),
    ),
    pair(
        "words changed and set in bold",
        p(LAW),
        p("Each Party ", r("should", "<w:b/>"), LAW[16:]),
        amended("shall", "should"),
    ),
    pair(
        "some words changed and others set in bold",
        p(LAW),
        p(r("Each Party", "<w:b/>"), " should", LAW[16:]),
        reformatted(words="Each Party"),
        amended("shall", "should"),
    ),
)

PARAGRAPHS: Final = (
    pair("a style", p(LAW), p(LAW, style="Quote"), reformatted(paragraphs=LAW)),
    pair("another style", p(LAW, style="Quote"), p(LAW, style="Heading2"), reformatted(paragraphs=LAW)),
    paragraph("centred", "", '<w:jc w:val="center"/>'),
    paragraph("no longer centred", '<w:jc w:val="center"/>', ""),
    paragraph("an indent", "", '<w:ind w:left="720" w:hanging="360"/>'),
    paragraph("space around", '<w:spacing w:before="120" w:after="120"/>', '<w:spacing w:before="240" w:after="0"/>'),
    paragraph("space between lines", "", '<w:spacing w:line="480" w:lineRule="auto"/>'),
    paragraph("kept with the next", "", "<w:keepNext/>"),
    paragraph("on a page of its own", "", "<w:pageBreakBefore/>"),
    paragraph("a tab stop", "", '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'),
    paragraph(
        "a border",
        "",
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>',
    ),
    paragraph("a shade", "", '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'),
    paragraph("from right to left", "", "<w:bidi/>"),
    paragraph("a level of the outline", "", '<w:outlineLvl w:val="1"/>'),
    pair(
        "set otherwise and edited",
        p(LAW),
        p(LAW.replace("shall", "should"), style="Quote", look='<w:jc w:val="both"/>'),
        reformatted(paragraphs=LAW.replace("shall", "should")),
        amended("shall", "should"),
    ),
)

LISTS: Final = (
    pair("a number added", p(LAW), item(LAW), relisted(LAW)),
    pair("a number taken away", item(LAW), p(LAW), relisted(LAW)),
    pair("a bullet in the place of a number", item(LAW), item(LAW, list_id=3), relisted(LAW)),
    pair(
        "a level deeper in a list",
        item("For the purposes of this Treaty:") + item(LAW),
        item("For the purposes of this Treaty:") + item(LAW, level=1),
        relisted(LAW),
    ),
    pair(
        "a number of a style taken away in one place",
        p("Peace", style="Article") + p("Force", style="Article"),
        p("Peace", style="Article") + p("Force", style="Article", look=listed(0)),
        relisted("Force"),
        broken={Promise.OFFICE: "LibreOffice takes a number of a style back only where the old list is said as well"},
    ),
)

SAID_TWICE: Final = (
    Pair(
        name="a look that the style has already is said by hand",
        line=Line.FORMATTING,
        old=docx(p(LAW, style="Quote"), ps(AFTER)),
        new=docx(p(LAW, style="Quote", look='<w:ind w:left="720"/>'), ps(AFTER)),
    ),
)

LANDSCAPE: Final = A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
WIDE: Final = A4.replace('w:left="1440"', 'w:left="2268"')


def pages(name: str, old: str, new: str) -> Pair:
    """A text whose last section is set up otherwise."""
    before, after = (docx(p(BEFORE), p(LAW), section=section) for section in (old, new))
    return Pair(name=name, line=Line.FORMATTING, old=before, new=after, told=("page-setup",))


def in_sections(name: str, old: str, new: str, *changes: Expected, **rest: Any) -> Pair:
    """A text of two sections."""
    before, after = (docx(first, p(AFTER)) for first in (old, new))
    line = Line.UNTRACKED if rest else Line.FORMATTING
    return Pair(name=name, line=line, old=before, new=after, changes=changes, **rest)


def ending(words: str, section: str) -> str:
    """A paragraph that ends a section."""
    return p(words, look=f"<w:sectPr>{section}</w:sectPr>")


SECTIONS: Final = (
    pages("pages turned", A4, LANDSCAPE),
    pages("other margins", A4, WIDE),
    pages("two columns", A4, f'{A4}<w:cols w:num="2" w:space="708"/>'),
    pages("page numbers in Roman letters", A4, f'{A4}<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),
    pages("a first page of its own", A4, f"{A4}<w:titlePg/>"),
    pages("numbers beside the lines", f'{A4}<w:lnNumType w:countBy="5"/>', A4),
    in_sections(
        "the pages of an earlier section turned",
        p(BEFORE) + ending(LAW, A4),
        p(BEFORE) + ending(LAW, LANDSCAPE),
        reformatted(),
    ),
    in_sections(
        "the pages of an earlier section turned, and words changed",
        p(BEFORE) + ending(LAW, A4),
        p(BEFORE) + ending(LAW.replace("shall", "should"), LANDSCAPE),
        reformatted(),
        amended("shall", "should"),
    ),
    in_sections(
        "a section that came with its paragraph",
        p(BEFORE),
        p(BEFORE) + ending(LAW, LANDSCAPE),
        inserted(LAW),
    ),
    in_sections(
        "a section break put into a paragraph that stays",
        p(BEFORE) + p(LAW),
        p(BEFORE) + ending(LAW, LANDSCAPE),
        reformatted(),
        told=("section-break",),
    ),
    in_sections(
        "a section break taken out of a paragraph that stays",
        p(BEFORE) + ending(LAW, LANDSCAPE),
        p(BEFORE) + p(LAW),
        reformatted(),
        told=("section-break",),
    ),
    in_sections(
        "a section break that went with its paragraph",
        p(BEFORE) + ending(LAW, LANDSCAPE),
        p(BEFORE),
        deleted(LAW),
        told=("section-break",),
    ),
    in_sections(
        "a section break put into a paragraph that stays and looks otherwise, with other words",
        p(BEFORE) + p(LAW, style="Quote"),
        p(BEFORE) + p(LAW.replace("shall", "should"), look=f'<w:jc w:val="center"/><w:sectPr>{LANDSCAPE}</w:sectPr>'),
        reformatted(),
        amended("shall", "should"),
        told=("section-break",),
    ),
    in_sections(
        "a section break put into a numbered paragraph that stays",
        item(BEFORE) + item(LAW) + item("Third."),
        item(BEFORE) + item(LAW, look=f"<w:sectPr>{LANDSCAPE}</w:sectPr>") + item("Third."),
        reformatted(),
        told=("section-break",),
    ),
    in_sections(
        "a section break taken out of a numbered paragraph that stays",
        item(BEFORE) + item(LAW, look=f"<w:sectPr>{LANDSCAPE}</w:sectPr>") + item("Third."),
        item(BEFORE) + item(LAW) + item("Third."),
        reformatted(),
        told=("section-break",),
    ),
    in_sections(
        "a section break that is a paragraph later",
        ending(BEFORE, LANDSCAPE) + p(LAW) + p("Third."),
        p(BEFORE) + ending(LAW, LANDSCAPE) + p("Third."),
        reformatted(),
        reformatted(),
        told=("section-break",),
    ),
    in_sections(
        "two section breaks, one of which went with its paragraphs",
        ending(BEFORE, LANDSCAPE) + p("Second.") + ending(LAW, A4) + p("Third."),
        ending(BEFORE, LANDSCAPE) + p("Third."),
        deleted("Second."),
        deleted(LAW),
        told=("section-break",),
    ),
)

PAIRS: Final = (*RUNS, *PARAGRAPHS, *LISTS, *SAID_TWICE, *SECTIONS)
