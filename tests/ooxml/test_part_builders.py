"""Parts made from data: packages, styles, lists, settings, formats."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import pytest
from lxml import etree

from treatykit.model.properties import Alignment, ParagraphFormat, RunFormat, VerticalPosition
from treatykit.ooxml.elements import root, text_element, w
from treatykit.ooxml.format_xml import paragraph_properties, run_properties
from treatykit.ooxml.list_sheet import LevelSpec, ListSheet, ListSpec
from treatykit.ooxml.names import qn, short
from treatykit.ooxml.package_writer import PackageWriter
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.settings_part import CoreProperties, core_xml, settings_xml, timestamp
from treatykit.ooxml.style_sheet import StyleKind, StyleSheet, StyleSpec
from treatykit.ooxml.styles import Styles, read_styles


def tags(element: etree._Element) -> list[str]:
    return [short(str(child.tag)) for child in element]


def sample_package() -> PackageWriter:
    package = PackageWriter()
    package.add("word/document.xml", root("document"), "document")
    package.add("word/header1.xml", root("hdr"), "header")
    package.relate("", "document", "word/document.xml")
    package.relate("word/document.xml", "header", "word/header1.xml")
    package.relate("word/document.xml", "hyperlink", "https://example.org/", external=True)
    return package


def test_the_same_parts_give_the_same_bytes() -> None:
    assert sample_package().pack() == sample_package().pack()


def test_a_package_names_types_and_relations_of_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(sample_package().pack())) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
        dates = {info.date_time for info in archive.infolist()}

    assert names[0] == "[Content_Types].xml"
    assert "_rels/.rels" in names
    assert 'PartName="/word/header1.xml"' in types
    assert 'Target="header1.xml"' in relations
    assert 'Target="https://example.org/" TargetMode="External"' in relations
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_relationship_is_made_once() -> None:
    package = sample_package()

    assert package.relate("word/document.xml", "header", "word/header1.xml") == "rId1"


def test_two_parts_of_one_name_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="document"):
        sample_package().add("word/document.xml", b"", "document")


def test_children_stand_as_the_schema_wants_them() -> None:
    assert tags(w("pPr", w("jc", val="both"), w("numPr"), w("pStyle", val="X"))) == ["w:pStyle", "w:numPr", "w:jc"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert text_element("t", "a\x00b\x0bc").text == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"


@pytest.mark.parametrize(("text", "kept"), [("a b", False), (" a", True), ("a ", True), ("a  b", True), ("", False)])
def test_white_space_is_kept_where_it_would_be_lost(text: str, kept: bool) -> None:
    assert (text_element("t", text).get(qn("xml:space")) == "preserve") is kept


def test_formats_read_back_as_they_were() -> None:
    run = RunFormat(
        bold=True, italic=False, underline="single", strike=True, small_caps=True, all_caps=False, hidden=True,
        position=VerticalPosition.SUBSCRIPT, colour="C00000", highlight="yellow", font="Cambria", size=22,
        language="fr-FR",
    )  # fmt: skip
    paragraph = ParagraphFormat(
        alignment=Alignment.CENTRE, indent_left=567, indent_right=10, first_line=-284, space_before=20, space_after=0,
        keep_with_next=True, keep_together=False, page_break_before=True,
    )  # fmt: skip

    formats = Formats(Styles())

    assert formats.run(w("rPr", *run_properties(run, None))) == run
    assert formats.paragraph(w("pPr", *paragraph_properties(paragraph))) == paragraph


def test_half_of_an_element_joins_the_half_that_has_a_field() -> None:
    line = f'<w:spacing xmlns:w="{qn("w:x")[1:-2]}" w:line="360" w:lineRule="auto"></w:spacing>'
    look = ParagraphFormat(space_after=120, other=(line,))

    (spacing,) = paragraph_properties(look)

    assert spacing.get(qn("w:after")) == "120"
    assert spacing.get(qn("w:line")) == "360"
    assert Formats(Styles()).paragraph(w("pPr", spacing)) == look


def test_a_fragment_that_is_no_xml_is_left_out() -> None:
    assert run_properties(RunFormat(bold=True, other=("<w:broken", "<!DOCTYPE x>")), None)[0].tag == qn("w:b")


def test_style_ids_never_collide() -> None:
    sheet = StyleSheet("en-GB")
    names = ("Café", "Caf e", "CAFE", "caf.e", "条約", "法")

    ids = [sheet.add(StyleSpec(name=name)) for name in names]

    assert len({style_id.lower() for style_id in ids}) == len(names)
    assert [read_styles(sheet.xml()).by_id[style_id].name for style_id in ids] == list(names)


def test_a_style_is_known_by_its_name_in_any_case() -> None:
    sheet = StyleSheet("en-GB")

    assert sheet.add(StyleSpec(name="Quote")) == sheet.add(StyleSpec(name="quote"))
    assert sheet.add(StyleSpec(name="Quote")) != sheet.add(StyleSpec(name="Quote", kind=StyleKind.CHARACTER))


def test_definitions_stand_before_instances() -> None:
    sheet = ListSheet()
    for name in ("One", "Two"):
        definition = sheet.define(ListSpec(name=name, levels=(LevelSpec(text="%1."),)))
        sheet.instance(definition, {0: 7})

    assert tags(sheet.xml()) == ["w:abstractNum", "w:abstractNum", "w:num", "w:num"]


def test_settings_track_further_changes_under_the_name_that_the_schema_has() -> None:
    settings = settings_xml(language="en-GB", track_revisions=True, even_and_odd=False, footnotes=(-1, 0), endnotes=())

    assert "w:trackRevisions" in tags(settings)
    assert "w:updateFields" not in tags(settings)


def test_dates_are_utc_or_without_a_zone() -> None:
    moment = datetime(2026, 3, 1, 12, 30, 15, 999, tzinfo=timezone(timedelta(hours=2)))

    assert timestamp(moment) == "2026-03-01T10:30:15Z"
    assert timestamp(moment.replace(tzinfo=None)) == "2026-03-01T12:30:15"
    assert timestamp(datetime(2026, 3, 1, tzinfo=UTC)) == "2026-03-01T00:00:00Z"


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert len(core_xml(CoreProperties())) == 0
