"""A clean text as a Word file: what each part of a treaty becomes."""

from __future__ import annotations

import pytest
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import META, WordFile, article, document, item, paragraph, treaty, words

from treatykit.model.content import (
    Break,
    BreakKind,
    Cell,
    Field,
    Image,
    NoteKind,
    NoteReference,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Reference,
    Row,
    Slot,
    Table,
    Text,
)
from treatykit.model.document import Document, HeaderFooter, Meta
from treatykit.model.properties import Properties, Role, RunFormat
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.options import WriteOptions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def style_of(file: WordFile, said: str) -> str:
    """The name of the style of the first run that says something."""
    (run,) = file.find(f"(//w:r[w:t[contains(., '{said}')]])[1]")
    properties = run.find(f"{W}rPr/{W}rStyle")
    return "" if properties is None else file.style_names()[properties.get(f"{W}val", "")]


def test_a_treaty_reads_back_as_it_was_written() -> None:
    assert read_docx(write_docx(treaty()), "treaty.docx").document == treaty()


def test_a_treaty_reads_back_with_what_is_known_about_it() -> None:
    assert read_docx(write_docx(treaty()), "treaty.docx").document.meta == META


def test_an_empty_document_is_a_good_file() -> None:
    assert complaints(WordFile(Document())) == []


def test_every_role_wears_a_style_of_its_name() -> None:
    file = WordFile(treaty())
    names = file.style_names()

    worn = [names[style] for style in file.values("//w:body/w:p/w:pPr/w:pStyle/@w:val")]
    assert worn[:9] == [
        "Treaty Title",
        "Treaty Parties",
        "Treaty Recital",
        "Treaty Enacting Formula",
        "Treaty Article",
        "Treaty Paragraph 1",
        "Treaty Paragraph 1",
        "Treaty Paragraph 2",
        "Treaty Paragraph 2",
    ]
    assert {"Treaty Wrap-up 1", "Treaty Testimonium", "Treaty Drafting Note", "Treaty Annex Heading"} < set(worn)


def test_a_reference_is_a_live_field_for_every_number_with_the_result_cached() -> None:
    file = WordFile(treaty())

    fields = [
        (code.split()[1], code.split()[2:])
        for code in file.values("//w:body/w:p[contains(., 'as provided')]//w:instrText/text()")
    ]
    assert [switches for _, switches in fields] == [["\\n", "\\h"]] * 4
    targets = ["".join(file.values(f"//w:p[w:bookmarkStart[@w:name='{name}']]//w:t/text()")) for name, _ in fields]
    assert targets == ["Recognition", "Neither Party shall:", "support one:", "through others."]
    assert "as provided in Article 1, paragraph 2 (b) (ii)." in words(file)


def test_a_reference_to_a_typed_number_repeats_its_words() -> None:
    file = WordFile(treaty())

    (code,) = file.values("//w:p[contains(., 'See ')]//w:instrText/text()")
    name = code.split()[1]
    assert code.split()[2:] == ["\\h"]
    (label,) = file.find(f"//w:r[preceding-sibling::*[1][self::w:bookmarkStart[@w:name='{name}']]]")
    assert "".join(str(text) for text in label.itertext()) == "Article\u00a03 bis"


def test_a_reference_to_nothing_here_is_words() -> None:
    file = WordFile(
        document(item("See ", Reference("elsewhere", "Article 9"), " and ", Reference(None, "Part II"), "."))
    )

    assert file.values("//w:instrText/text()") == []
    assert "See Article 9 and Part II." in words(file)


def test_no_line_parts_a_noun_from_its_number() -> None:
    source = document(
        article("A", key="a"),
        item("Article 33 of the Charter, and paragraph 2 (b) of Annex I, apply ", Reference("a", "Article 1"), "."),
    )
    file = WordFile(source)

    said = "".join(file.values("//w:t/text()"))
    assert (
        "Article\u00a033 of the Charter, and paragraph\u00a02\u00a0(b) of Annex\u00a0I, apply Article\u00a01." in said
    )
    assert "Article\u00a0%1" in file.values("//w:lvlText/@w:val", "numbering")


def test_words_around_a_number_that_are_not_ours_leave_the_number_live() -> None:
    source = document(article("A", key="a"), item("one", key="a#b"), item("see ", Reference("a#b", "x")))
    paragraphs = [block for block in source.body if isinstance(block, Paragraph)]
    told = Paragraph((Text("see "), Reference("a#b", "the said paragraph 1 above")), paragraphs[2].mark)

    file = WordFile(Document(body=(*paragraphs[:2], told)))

    assert len(file.find("//w:instrText")) == 1
    assert "see the said paragraph 1 above" in words(file)


def test_unagreed_text_shows_its_brackets_and_who_proposes_what() -> None:
    file = WordFile(treaty())

    assert "It [KAR: shall][TES; KAR opposes: should] be demarcated" in words(file)
    assert style_of(file, "[KAR: ") == "Treaty Bracket"


def test_a_blank_is_highlighted_and_named_in_the_facts_alone() -> None:
    file = WordFile(treaty())

    assert "within ______ months" in words(file)
    assert style_of(file, "______") == "Treaty Blank"
    assert file.values("//w:style[w:name/@w:val='Treaty Blank']/w:rPr/w:shd/@w:fill", "styles") == ["FFF2B3"]
    assert "frontier.months" not in words(file)


def test_a_defined_term_is_bold_where_it_is_defined() -> None:
    file = WordFile(treaty())

    (run,) = file.find("//w:r[w:t='frontier']")
    assert file.style_names()[run[0][0].get(f"{W}val", "")] == "Treaty Defined Term"
    assert len(file.find("//w:style[w:name/@w:val='Treaty Defined Term']/w:rPr/w:b", "styles")) == 1


def test_notes_are_numbered_from_one_in_the_order_of_their_signs() -> None:
    note = NoteReference((paragraph(Role.BODY, "first"),))
    other = NoteReference((paragraph(Role.BODY, "second"),))
    file = WordFile(document(item("a", note), item("b", other)))

    assert file.values("//w:footnoteReference/@w:id") == ["1", "2"]
    assert file.values("//w:footnote[not(@w:type)]/@w:id", "footnotes") == ["1", "2"]
    assert words(file, "footnotes") == " first second"
    assert file.values("//w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]


def test_a_sign_of_its_own_replaces_the_number_of_a_note() -> None:
    note = NoteReference((paragraph(Role.BODY, "said"),), kind=NoteKind.ENDNOTE, symbol="*")
    file = WordFile(document(item("a", note)))

    (sign,) = file.find("//w:r[w:endnoteReference[@w:customMarkFollows='1']]")
    assert "".join(str(text) for text in sign.itertext()) == "*"
    assert words(file, "endnotes") == "* said"
    assert "word/footnotes.xml" not in file.parts


def test_signatures_stand_side_by_side_and_stay_together() -> None:
    file = WordFile(treaty())

    (table,) = file.find("//w:tbl[1]")
    assert file.style_names()[str(table[0][0].get(f"{W}val"))] == "Treaty Signatures"
    assert len(file.find("//w:tbl[1]//w:trPr/w:cantSplit")) == 1
    for style in ("Treaty Signature", "Treaty Testimonium"):
        assert len(file.find(f"//w:style[w:name/@w:val='{style}']/w:pPr/w:keepNext", "styles")) == 1


def test_a_signature_without_words_is_the_line_to_sign_on() -> None:
    block = Table((Row((Cell((paragraph(Role.SIGNATURE, "For Karvela"), paragraph(Role.SIGNATURE))),)),))
    source = Document(body=(block,))
    file = WordFile(source)

    worn = [file.style_names()[style] for style in file.values("//w:tc//w:pStyle/@w:val")]
    assert worn == ["Treaty Signature", "Treaty Signature Line"]
    assert read_docx(file.data, "x.docx").document == source


def test_lines_are_numbered_on_request() -> None:
    assert WordFile(treaty()).find("//w:lnNumType") == []
    numbered = WordFile(treaty(), WriteOptions(line_numbers=True))
    assert numbered.values("//w:lnNumType/@w:countBy") == ["5"]
    assert complaints(numbered) == []


def test_a_table_is_followed_by_a_paragraph() -> None:
    cells = treaty().body[-2]
    assert isinstance(cells, Table)
    file = WordFile(Document(body=(cells, cells)))

    assert [child.tag.removeprefix(W) for child in file.body if isinstance(child.tag, str)] == [
        "tbl", "p", "tbl", "p", "sectPr",
    ]  # fmt: skip


def test_drafting_notes_are_set_off_or_left_out() -> None:
    assert "The Chair suggests" in words(WordFile(treaty()))
    assert "The Chair suggests" not in words(WordFile(treaty(), WriteOptions(drafting_notes=False)))


def test_properties_say_what_the_file_is() -> None:
    core = WordFile(treaty()).parts["docProps/core.xml"]

    said = {str(child.tag).partition("}")[2]: child.text for child in core}
    assert said == {
        "title": "Treaty on Peace",
        "creator": "Chair",
        "lastModifiedBy": "Chair",
        "category": "treaty",
        "identifier": "KAR-TES/2/Rev.1",
        "contentStatus": "draft",
        "language": "en-GB",
    }


def test_the_language_is_that_of_the_document() -> None:
    file = WordFile(document(item(Text("mot", RunFormat(language="fr-FR"))), meta=Meta(language="en-US")))

    assert file.values("//w:docDefaults//w:lang/@w:val", "styles") == ["en-US"]
    assert file.values("//w:body//w:lang/@w:val") == ["fr-FR"]


def test_a_style_of_the_document_is_based_on_that_of_its_role() -> None:
    quote = Paragraph((Text("a"),), mark=paragraph(Role.BODY).mark)
    styled = [
        Paragraph((Text("a"),), mark=type(quote.mark)(properties=Properties(role=role, style="House Style")))
        for role in (Role.RECITAL, Role.TESTIMONIUM)
    ]
    source = Document(body=tuple(styled))
    file = WordFile(source)

    names = file.style_names()
    (base,) = file.values("//w:style[w:name/@w:val='House Style']/w:basedOn/@w:val", "styles")
    assert names[base] == "Treaty Recital"
    assert read_docx(file.data, "x.docx").document == source


def test_what_word_cannot_carry_stands_as_words_in_its_place() -> None:
    source = document(
        item("see ", Image("a" * 64, "Map 1"), OpaqueInline("<w:object/>", "chart")),
        OpaqueBlock("<w:altChunk/>", "embedded file"),
    )

    assert "see [Map 1][chart][embedded file]" in words(WordFile(source))


def test_an_equation_is_kept() -> None:
    equation = OpaqueInline(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r/></m:oMath>'
    )

    assert len(WordFile(document(item(equation))).find("//m:oMath/m:r")) == 1


def test_a_note_in_a_header_is_words_there() -> None:
    note = NoteReference((paragraph(Role.BODY, "as corrected"),))
    source = Document(headers=(HeaderFooter(blocks=(paragraph(Role.BODY, "Draft", note),)),))

    assert words(WordFile(source), "header1") == "Draft (as corrected)"


@pytest.mark.parametrize(
    "instruction", ["DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe", "INCLUDETEXT x", "includepicture y", ""]
)
def test_a_field_that_fetches_or_runs_something_is_only_what_it_showed(instruction: str) -> None:
    file = WordFile(document(item("a ", Field(instruction, "shown"))))

    assert file.values("//w:instrText/text()") == []
    assert "a shown" in words(file)


def test_words_cannot_bring_xml_or_fields() -> None:
    hostile = "</w:t><w:fldSimple w:instr='DDE'/>{ REF x } \x07 ]["
    file = WordFile(document(paragraph(Role.TITLE, hostile), meta=Meta(title=hostile, symbol=hostile, date=hostile)))

    assert complaints(file) == []
    assert file.find("//w:fldSimple") == file.find("//w:instrText") == []
    assert hostile.replace("\x07", "\N{REPLACEMENT CHARACTER}") in words(file)


def test_tabs_breaks_and_hyphens_are_elements() -> None:
    file = WordFile(document(item("a\tb\u2011c\u00add", Break(BreakKind.PAGE), "e", Break())))

    run = file.paragraph("a")
    tags = [element.tag.removeprefix(W) for element in run.iter() if isinstance(element.tag, str)]
    assert [tag for tag in tags if tag in ("tab", "noBreakHyphen", "softHyphen", "br")] == [
        "tab", "noBreakHyphen", "softHyphen", "br", "br",
    ]  # fmt: skip


def test_the_facts_never_hold_words_of_the_text() -> None:
    source = document(
        article("Secret title", key="k"), item("secret words ", Slot("k.slot"), Reference("k", "Article 1"))
    )
    facts = WordFile(source).parts["customXml/item1.xml"]

    assert "ecret" not in "".join(
        value for element in facts.iter() for value in (*element.attrib.values(), element.text or "")
    )
