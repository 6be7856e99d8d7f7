"""Anybody's Word file, read: words, numbers, formats, notes, tables, fields, and what is kept unread."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

import pytest
from tests.readers.word_files import NUMBERING, STYLES, cell, field, p, part, r, row, table, word_file
from tests.readers.word_texts import document, inlines, paragraph, read

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
    Row,
    Table,
    Text,
    VerticalMerge,
)
from treatykit.model.document import Pages, Place
from treatykit.model.plain import plain_text
from treatykit.model.properties import (
    Alignment,
    ParagraphFormat,
    Properties,
    Role,
    RowProperties,
    RunFormat,
    VerticalPosition,
)
from treatykit.readers.docx import read_docx


def numbered(level: int, words: str, num_id: int = 1) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def test_runs_of_one_look_are_one_text() -> None:
    assert inlines(r("Each ") + r("Par") + r("ty")) == (Text("Each Party"),)


def test_white_space_counts_only_where_it_is_preserved() -> None:
    assert inlines("<w:r><w:t>  Each\nParty  </w:t></w:r>") == (Text("Each Party"),)


def test_tabs_breaks_and_hyphens_are_characters() -> None:
    content = (
        "<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br/><w:cr/>"
        '<w:br w:type="page"/><w:br w:type="column"/><w:t>b</w:t></w:r>'
    )

    assert inlines(content) == (
        Text("a\t\u2011\u00ad"),
        Break(),
        Break(),
        Break(BreakKind.PAGE),
        Break(BreakKind.COLUMN),
        Text("b"),
    )


def test_a_character_of_a_symbol_font_is_read_where_it_is_known() -> None:
    known = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'

    assert inlines(known) == (Text("✓"),)
    assert isinstance(inlines(unknown)[0], OpaqueInline)


def test_formats_say_what_the_run_says_and_its_styles_do_not() -> None:
    leaning = '<w:style w:type="paragraph" w:styleId="Leaning"><w:name w:val="Leaning"/><w:rPr><w:i/></w:rPr></w:style>'
    properties = (
        '<w:rStyle w:val="Fett"/><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:hint="default"/><w:b/><w:bCs/><w:i w:val="0"/>'
        '<w:caps/><w:color w:val="c00000" w:themeColor="accent1"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:u w:val="single"/><w:vertAlign w:val="superscript"/><w:lang w:val="fr-FR" w:bidi="ar-SA"/><w:noProof/>'
    )

    found = paragraph(
        r("Commission", properties),
        '<w:pStyle w:val="Leaning"/>',
        parts={"styles.xml": part("styles", STYLES + leaning)},
    )

    assert found.inlines == (
        Text(
            "Commission",
            RunFormat(
                style="Strong",
                font="Arial",
                bold=True,
                italic=False,
                all_caps=True,
                colour="C00000",
                size=22,
                underline="single",
                position=VerticalPosition.SUPERSCRIPT,
                language="fr-FR",
            ),
        ),
    )


def test_a_property_without_a_field_is_kept_as_xml() -> None:
    found = inlines(r("x", '<w:u w:val="single" w:color="FF0000"/><w:kern w:val="2"/><w:szCs w:val="9"/>'))[0]

    assert isinstance(found, Text)
    assert found.format.underline == "single"
    assert [xml.partition(" ")[0] for xml in found.format.other] == ["<w:kern", "<w:szCs", "<w:u"]
    assert 'w:color="FF0000"' in found.format.other[2]
    assert "w:val" not in found.format.other[2]


def test_paragraph_formats_and_styles_by_the_name_a_person_sees() -> None:
    found = paragraph(
        "x",
        '<w:pStyle w:val="Quote"/><w:keepNext/><w:spacing w:before="60" w:after="120" w:line="276" w:lineRule="auto"/>'
        '<w:ind w:left="567" w:hanging="284"/><w:jc w:val="both"/>',
    ).mark.properties

    assert found.style == "Quote"
    assert found.format == ParagraphFormat(
        alignment=Alignment.JUSTIFIED,
        indent_left=567,
        first_line=-284,
        space_before=60,
        space_after=120,
        keep_with_next=True,
        other=found.format.other,
    )
    assert [xml.partition(" ")[0] for xml in found.format.other] == ["<w:spacing"]


@pytest.mark.parametrize(
    ("style", "properties"),
    [
        ("Normal", Properties()),
        ("Titel", Properties(role=Role.TITLE, style="Title")),
        ("berschrift1", Properties(role=Role.HEADING, level=1, style="Heading 1")),
        ("Clause", Properties(role=Role.HEADING, level=1, style="Clause")),
        ("Unknown", Properties(style="Unknown")),
    ],
)
def test_the_styles_of_word_itself_say_a_role(style: str, properties: Properties) -> None:
    assert paragraph("x", f'<w:pStyle w:val="{style}"/>').mark.properties == properties


def test_numbers_are_labels_as_word_prints_them() -> None:
    read_text = plain_text(
        document(numbered(0, "Peace") + numbered(1, "The Parties") + numbered(2, "shall") + numbered(0, "x"))
    )

    assert read_text.splitlines() == ["Article 1 Peace", "1. The Parties", "(a) shall", "Article 2 x"]


def test_a_file_without_numbering_or_styles_is_read_all_the_same() -> None:
    data = word_file(
        numbered(0, "Peace") + p("x", '<w:pStyle w:val="Quote"/>'), parts={"styles.xml": "", "numbering.xml": "<"}
    )

    reading = read_docx(data, "draft.docx")

    assert plain_text(reading.document) == "Peace\nx"
    assert [finding.code for finding in reading.diagnostics] == ["damaged-part", "damaged-part"]


def test_hyperlinks_content_controls_and_smart_tags_are_transparent() -> None:
    content = (
        f'<w:hyperlink r:id="x">{r("a")}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="no word"/></w:sdtPr>'
        f"<w:sdtContent>{r('b')}<w:smartTag>{r('c')}</w:smartTag></w:sdtContent></w:sdt>"
        f'<w:bookmarkStart w:id="1" w:name="x"/>{r("d")}<w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/>{r("e")}'
    )

    assert inlines(content) == (Text("abcde"),)


def test_blocks_in_content_controls_and_alternatives_are_blocks() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('a')}{table(row(cell(p('b'))))}</w:sdtContent></w:sdt>"
        f'<mc:AlternateContent><mc:Choice Requires="wps">{p("c")}</mc:Choice><mc:Fallback>{p("no")}</mc:Fallback>'
        f"</mc:AlternateContent><w:customXml>{p('d')}</w:customXml>"
    )

    assert plain_text(document(body)).splitlines() == ["a", "b", "c", "d"]


_NOTE_IN_ITSELF = '<w:r><w:footnoteReference w:id="4"/></w:r>'
FOOTNOTES = part(
    "footnotes",
    f'<w:footnote w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" The text."))}{p("Second.")}</w:footnote>'
    f'<w:footnote w:id="3">{p("<w:r><w:t>* Own sign</w:t></w:r>")}</w:footnote>'
    f'<w:footnote w:id="4">{p(_NOTE_IN_ITSELF + r("x"))}</w:footnote>',
)


def test_a_note_reference_holds_its_note() -> None:
    found = inlines(r("peace") + '<w:r><w:footnoteReference w:id="2"/></w:r>', parts={"footnotes.xml": FOOTNOTES})

    assert found == (
        Text("peace"),
        NoteReference((Paragraph((Text("The text."),)), Paragraph((Text("Second."),))), NoteKind.FOOTNOTE),
    )


def test_a_note_may_have_a_sign_of_its_own() -> None:
    content = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>' + r("peace")

    found = inlines(content, parts={"footnotes.xml": FOOTNOTES})

    assert found == (NoteReference((Paragraph((Text("* Own sign"),)),), symbol="*"), Text("peace"))


@pytest.mark.parametrize("note_id", ["4", "99"])
def test_a_note_that_is_missing_or_holds_itself_is_kept_unread(note_id: str) -> None:
    content = f'<w:r><w:footnoteReference w:id="{note_id}"/></w:r>'

    reading = read(p(content), parts={"footnotes.xml": FOOTNOTES})

    assert "opaque" in [finding.code for finding in reading.diagnostics]


def test_tables_keep_spans_headers_and_nesting() -> None:
    inner = table(row(cell(p("in"))), grid=(100,))
    body = table(
        row(cell(p("a"), '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        row(cell(p("b"), '<w:vMerge w:val="restart"/>'), cell(inner + p())),
        row(cell(p(), "<w:vMerge/>"), cell(p("c"), '<w:tcW w:w="5"/><w:vAlign w:val="center"/>')),
        properties='<w:tblStyle w:val="Gitter"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>',
    )

    found = document(body).body[0]

    assert isinstance(found, Table)
    said = found.properties
    assert (said.style, said.widths, len(said.other)) == ("Table Grid", (2000, 2000), 1)
    assert found.rows[0] == Row((Cell((Paragraph((Text("a"),)),), columns=2),), properties=RowProperties(header=True))
    assert [one.cells[0].merge for one in found.rows] == [None, VerticalMerge.START, VerticalMerge.CONTINUE]
    assert isinstance(found.rows[1].cells[1].blocks[0], Table)
    assert found.rows[2].cells[1].properties.other[0].startswith("<w:vAlign")


def test_headers_are_read_where_they_are_shown() -> None:
    parts = {f"header{index}.xml": part("hdr", p(f"header {index}")) for index in (1, 2, 3)}
    parts["footer1.xml"] = part("ftr", p(field("PAGE", "1")))
    first = '<w:sectPr><w:headerReference w:type="default" r:id="{header1.xml}"/></w:sectPr>'
    last = (
        '<w:headerReference w:type="default" r:id="{header2.xml}"/><w:headerReference w:type="even" r:id="{header3.xml}"/>'
        '<w:footerReference w:type="first" r:id="{footer1.xml}"/><w:titlePg/>'
    )

    reading = read(p("a", first) + p("b"), section=last, parts=parts)

    assert [(h.section, h.place, h.pages) for h in reading.document.headers] == [
        (0, Place.HEADER, Pages.DEFAULT),
        (1, Place.HEADER, Pages.DEFAULT),
        (1, Place.FOOTER, Pages.FIRST),
    ]
    assert reading.document.headers[2].blocks == (Paragraph((Field("PAGE"),)),)
    assert [finding.code for finding in reading.diagnostics] == ["unused-header"]


def test_a_section_break_is_part_of_the_paragraph_that_ends_the_section() -> None:
    found = paragraph("a", '<w:sectPr w:rsidR="00AA"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')

    assert len(found.mark.properties.format.other) == 1
    assert "rsid" not in found.mark.properties.format.other[0]


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/><wp:docPr id="1" name="x" descr="Map 1"/><a:graphic>'
    '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{media/image1.png}"/></pic:blipFill></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def test_a_picture_is_known_by_its_bytes() -> None:
    found = inlines(PICTURE, media={"media/image1.png": b"png"})[0]
    same = inlines(PICTURE, media={"media/image1.png": b"png"}, parts={"comments.xml": part("comments", "")})[0]
    other = inlines(PICTURE, media={"media/image1.png": b"other"})[0]

    assert isinstance(found, Image)
    assert (found.description, found.width, found.height) == ("Map 1", 914400, 457200)
    assert found == same
    assert found != other


def test_an_equation_is_kept_and_reported() -> None:
    reading = read(p(r("a") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") + "<w:altChunk r:id='rId99'/>")

    first, second = reading.document.body
    assert isinstance(first, Paragraph)
    assert isinstance(second, OpaqueBlock)
    assert isinstance(first.inlines[1], OpaqueInline)
    assert "<m:t>x=1</m:t>" in first.inlines[1].xml
    assert [finding.message for finding in reading.diagnostics] == [
        "kept but not read: equation x=1",
        "kept but not read: embedded file",
    ]


def test_text_boxes_are_read_once_as_tables_of_one_cell() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{p('in the box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('in the box')}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert plain_text(document(p(r("before") + box + r(" after")) + p("next"))) == "before after\nin the box\nnext"


def test_noise_makes_no_difference() -> None:
    plain = p(r("Each Party") + r(" shall", "<w:b/>"))
    noisy = (
        '<w:p w:rsidR="00AA11" w:rsidP="00BB"><w:proofErr w:type="gramStart"/><w:r w:rsidRPr="00CC"><w:rPr><w:noProof/></w:rPr>'
        '<w:lastRenderedPageBreak/><w:t xml:space="preserve">Each </w:t></w:r><w:bookmarkStart w:id="9" w:name="_GoBack"/>'
        '<w:r><w:t>Party</w:t></w:r><w:bookmarkEnd w:id="9"/><w:r w:rsidR="00DD"><w:rPr><w:b/><w:bCs/></w:rPr>'
        '<w:t xml:space="preserve"> shall</w:t></w:r></w:p>'
    )

    assert document(plain) == document(noisy)


def test_every_inline_knows_where_its_characters_stand() -> None:
    content = (
        r("ab")
        + "<w:r><w:tab/></w:r>"
        + f'<w:hyperlink r:id="x">{r("cd", "<w:b/>")}</w:hyperlink>'
        + field("PAGE", "1")
    )

    found = document(p("first") + p(content)).body[1]

    assert isinstance(found, Paragraph)
    places = [(source.start, source.stop) for inline in found.inlines for source in inline.source]
    assert places == [(0, 3), (3, 5), (5, 10)]
    assert {source.element for inline in found.inlines for source in inline.source} == {found.mark.source[0].element}
    assert found.mark.source[0].part == "word/document.xml"


def test_numbering_of_a_strict_file_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = word_file(numbered(0, "Peace"), parts={"numbering.xml": part("numbering", NUMBERING).replace(usual, strict)})

    assert plain_text(read_docx(data, "draft.docx").document) == "Article 1 Peace"


def test_a_cell_of_millions_of_columns_is_as_wide_as_word_allows() -> None:
    reading = read_docx(word_file(table(row(cell(p("wide"), '<w:gridSpan w:val="999999999"/>')))), "draft.docx")

    (found,) = (block for block in reading.document.body if isinstance(block, Table))
    assert found.rows[0].cells[0].columns == 63
    assert [one.code for one in reading.diagnostics] == ["wide-cell"]
