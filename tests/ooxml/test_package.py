"""Packages from the other side of a negotiation: what is opened and what is refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.errors import ExitCode, UnreadableError
from treatykit.ooxml.names import NAMESPACES
from treatykit.ooxml.package import Limits, open_package
from treatykit.ooxml.xml import parse_xml, print_xml


def archive(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as target:
        for name, data in files.items():
            target.writestr(zipfile.ZipInfo(name), data, compression)
    return buffer.getvalue()


WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        open_package(data, "draft.docx", limits or Limits())
    assert caught.value.exit_code is ExitCode.INPUT_OUTPUT
    return str(caught.value)


def test_a_package_gives_its_parts() -> None:
    parts = open_package(archive(WORD), "draft.docx")

    assert list(parts) == ["[Content_Types].xml", "word/document.xml"]
    assert parts.read("word/document.xml") == b"<document/>"


def test_part_names_are_compared_without_case() -> None:
    parts = open_package(archive(WORD), "draft.docx")

    assert "Word/Document.xml" in parts
    assert parts.read("Word/Document.xml") == b"<document/>"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(UnreadableError, match=r"word/styles\.xml is missing"):
        open_package(archive(WORD), "draft.docx").read("word/styles.xml")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old binary format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"%PDF-1.7", "a PDF is not read"),
        (b"<html/>", "HTML"),
        (
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "flat",
        ),
        (b"hello", "no Word file"),
        (b"PK\x03\x04 but cut off", "damaged"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (archive({"letter.docx": b"x"}), "ZIP archive but no Word file"),
    ],
)
def test_what_is_no_word_file_is_named_for_what_it_is(data: bytes, says: str) -> None:
    assert says in refusal(data)


@pytest.mark.parametrize(
    "name", ["", "../evil", "/etc/passwd", "C:/evil", "a/../../b", "..\\evil", "%2e%2e/evil", "..%5Cevil"]
)
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    assert "outside the package" in refusal(archive({**WORD, name: b"x"}))


@pytest.mark.parametrize(
    "name",
    ["WORD/document.xml", "word/./document.xml", "word//document.xml", "word\\document.xml", "word/document%2Exml"],
)
def test_a_part_that_stands_twice_is_refused(name: str) -> None:
    assert "twice" in refusal(archive({**WORD, name: b"<other/>"}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "packed more than" in refusal(archive({**WORD, "word/media/a.xml": b"\0" * 2**21}))
    assert "more than the 1 allowed" in refusal(archive(WORD), Limits(entries=1))
    assert "unpack to more than" in refusal(archive(WORD), Limits(total_bytes=3))
    assert "larger than" in refusal(archive(WORD), Limits(part_bytes=9))
    assert "no Word file uses" in refusal(archive(WORD, zipfile.ZIP_BZIP2))


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_damage_makes_more_than_one_kind_of_error(noise: bytes, place: int) -> None:
    data = archive(WORD)
    damaged = data[:place] + noise + data[place + len(noise) :]
    with contextlib.suppress(UnreadableError):
        parts = open_package(damaged, "draft.docx")
        for part in parts:
            parts.read(part)


@given(st.binary(min_size=1, max_size=3), st.integers(0, 400))
def test_a_part_is_unpacked_or_refused_as_zipfile_does_it(noise: bytes, place: int) -> None:
    data = archive({**WORD, "word/a.xml": b"<a>" + b"words " * 9 + b"</a>"}, zipfile.ZIP_DEFLATED)
    damaged = data[:place] + noise + data[place + len(noise) :]
    with contextlib.suppress(UnreadableError):
        parts = open_package(damaged, "draft.docx")
        for part, info in parts.entries.items():
            try:
                expected = zipfile.ZipFile(io.BytesIO(damaged)).read(info)
            except Exception:  # noqa: BLE001 (zipfile answers with whatever it met)
                with pytest.raises(UnreadableError):
                    parts.read(part)
            else:
                assert parts.read(part) == expected


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
    ],
)
def test_a_document_type_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableError, match="document type"):
        parse_xml(xml, "draft.docx")


@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', "<!-- <a> -->"])
def test_a_document_type_in_another_file_is_not_read(head: str, tmp_path: Path) -> None:
    (elsewhere := tmp_path / "a.dtd").write_text("<!nonsense", encoding="utf-8")

    with pytest.raises(UnreadableError, match="document type"):
        parse_xml(f'{head}<!DOCTYPE a SYSTEM "{elsewhere.as_uri()}"><a/>'.encode(), "draft.docx")


@pytest.mark.parametrize(
    "xml", [b"", b"<a>", b"\0", b"<a>" * 300 + b"</a>" * 300, b'<?xml version="1.0" encoding="x"?><a/>']
)
def test_xml_that_cannot_be_read_is_an_error_with_a_place(xml: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"word/document\.xml"):
        parse_xml(xml, "draft.docx: word/document.xml")


def test_the_strict_names_mean_the_transitional_ones() -> None:
    root = parse_xml(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "draft.docx")

    assert root.tag == f"{{{NAMESPACES['w']}}}p"
    assert print_xml(root).startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
