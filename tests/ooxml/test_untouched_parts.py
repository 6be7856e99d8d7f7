"""Parts that nobody touches lie in the edited package as they lay in the one that it was made from."""

from __future__ import annotations

import io
import zipfile

from tests.readers.word_files import p, r, word_file

from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import qn
from treatykit.ooxml.package import Parts, open_package

PICTURE = bytes(range(256)) * 400


def packed_otherwise() -> bytes:
    """A Word file as a stream is packed: sizes behind the parts, one of them as tight as can be, one not at all."""
    with zipfile.ZipFile(io.BytesIO(word_file(p(r("Peace is made."))))) as file:
        files = {name: file.read(name) for name in file.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            with archive.open(zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 0)), "w") as entry:
                entry.write(data)
        archive.writestr(zipfile.ZipInfo("word/media/möwe.png"), PICTURE, zipfile.ZIP_STORED)
        archive.writestr("word/media/map.png", PICTURE)
    return stream.getvalue()


def edited(data: bytes) -> tuple[Parts, Parts]:
    package = EditedPackage(open_package(data, "draft.docx"))
    package.touch(package.main).set(qn("w:conformance"), "transitional")
    return package.parts, open_package(package.pack(), "draft.docx")


def test_untouched_parts_are_copied_as_they_are_packed() -> None:
    before, after = edited(packed_otherwise())

    assert list(after) == list(before)
    for part in set(before) - {"word/document.xml"}:
        assert after.packed(part) == before.packed(part)
        assert after.read(part) == before.read(part)
        assert after.entries[part].date_time == before.entries[part].date_time
    assert after.read("word/document.xml") != before.read("word/document.xml")


def test_another_program_can_unpack_them() -> None:
    _, after = edited(packed_otherwise())

    with zipfile.ZipFile(io.BytesIO(after.data)) as archive:
        assert archive.testzip() is None


def test_a_part_that_does_not_lie_where_the_directory_says_is_not_copied() -> None:
    data = packed_otherwise()
    parts = open_package(data, "draft.docx")
    at = parts.entries["word/media/map.png"].header_offset
    moved = open_package(data[:at] + b"XX" + data[at + 2 :], "draft.docx")

    assert moved.packed("word/media/map.png") is None
