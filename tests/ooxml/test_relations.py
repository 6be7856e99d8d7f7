"""Finding parts by their relationships, wherever a program has put them."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

import io
import zipfile

import pytest

from treatykit.errors import UnreadableError
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.package import Parts, open_package
from treatykit.ooxml.relations import content_type, main_part, read_relations, related_part

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def relations(*entries: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def package(files: dict[str, str], main: str, kind: str = _WORD) -> Parts:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in {"[Content_Types].xml": types, **files}.items():
            archive.writestr(name, text)
    return open_package(buffer.getvalue(), "draft.docx")


@pytest.mark.parametrize("kind", [_OFFICE, _STRICT])
@pytest.mark.parametrize(
    "target", ["text/treaty.xml", "/text/treaty.xml", "./text/../text/treaty.xml", "Text/Treaty.xml"]
)
def test_the_main_part_is_where_the_package_says(kind: str, target: str) -> None:
    parts = package(
        {
            "_rels/.rels": relations((f"{kind}/officeDocument", target)),
            "text/treaty.xml": "<a/>",
            "text/_rels/treaty.xml.rels": relations((f"{kind}/styles", "../looks/styles%20one.xml")),
            "looks/styles one.xml": "<b/>",
        },
        "text/treaty.xml",
    )

    assert main_part(parts) == "text/treaty.xml"
    assert content_type(parts, "text/treaty.xml") == _WORD
    assert related_part(parts, read_relations(parts, "text/treaty.xml"), "styles") == "looks/styles one.xml"


def test_a_target_that_climbs_out_of_the_package_is_simply_not_there() -> None:
    parts = package({"_rels/.rels": relations((f"{_OFFICE}/officeDocument", "../../etc/passwd"))}, "word/document.xml")

    with pytest.raises(UnreadableError, match="without a Word document"):
        main_part(parts)


def test_a_spreadsheet_is_named_for_what_it_is() -> None:
    files = {"_rels/.rels": relations((f"{_OFFICE}/officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<a/>"}

    with pytest.raises(UnreadableError, match="is a spreadsheet"):
        main_part(package(files, "xl/workbook.xml", _SHEET))


def edited() -> EditedPackage:
    files = {
        "_rels/.rels": relations((f"{_OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:ins w:id="41"/></w:document>',
        "word/_rels/document.xml.rels": relations((f"{_OFFICE}/styles", "styles.xml")),
        "word/styles.xml": "<broken",
        "word/theme.xml": "<broken too",
    }
    return EditedPackage(package(files, "word/document.xml"))


def test_an_edited_package_is_the_same_until_something_is_touched() -> None:
    before, target = edited(), edited()

    again = open_package(target.pack(), "draft.docx")

    assert [again.read(name) for name in again] == [before.parts.read(name) for name in before.parts]
    assert list(again) == list(before.parts)


def test_what_is_added_has_names_ids_and_types_of_its_own() -> None:
    target = edited()

    first = target.add_part("word/header1.xml", b"<a/>", "header")
    second = target.add_part("word/header1.xml", b"<b/>", "header")
    ids = [target.relate("word/document.xml", f"{_OFFICE}/header", name) for name in (first, second, first)]
    link = target.relate("word/footnotes.xml", f"{_OFFICE}/hyperlink", "https://treaty.example", external=True)
    again = open_package(target.pack(), "draft.docx")

    assert (first, second, ids, link) == ("word/header1.xml", "word/header1-2.xml", ["rId2", "rId3", "rId2"], "rId1")
    assert content_type(again, second).endswith("header+xml")
    assert read_relations(again, "word/document.xml")["rId3"].target == second
    assert read_relations(again, "word/footnotes.xml")["rId1"].external


def test_annotation_ids_go_on_from_the_highest_and_damaged_parts_are_no_obstacle() -> None:
    target = edited()

    assert (target.fresh_id(), target.fresh_id()) == (42, 43)
    assert target.related("styles") is None


@pytest.mark.parametrize(
    "kind",
    [
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    ],
    ids=["by the standard", "as LibreOffice writes it"],
)
def test_core_properties_are_found(kind: str) -> None:
    said = relations((f"{_OFFICE}/officeDocument", "word/document.xml"), (kind, "docProps/core.xml"))
    parts = package(
        {"_rels/.rels": said, "word/document.xml": "<x/>", "docProps/core.xml": "<y/>"}, "word/document.xml"
    )

    assert related_part(parts, read_relations(parts, ""), "core") == "docProps/core.xml"
