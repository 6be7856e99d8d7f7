"""What is put into an archive comes out of it, however it was packed."""

from __future__ import annotations

import io
import zipfile

import pytest

from treatykit.ooxml.package_writer import put

SENTENCE = b"Each Party shall respect the frontier. "


@pytest.mark.parametrize("length", [0, 7, 2**20 - 1, 2**20, 2**20 + 7, 3 * 2**20])
def test_what_is_packed_in_halves_comes_back_whole(length: int) -> None:
    words = (SENTENCE * (length // len(SENTENCE) + 1))[:length]
    made = []
    for _ in range(2):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            put(archive, zipfile.ZipInfo("word/document.xml"), words, 5)
            put(archive, zipfile.ZipInfo("word/styles.xml"), b"behind", 5)
        made.append(file.getvalue())

    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == words
        assert archive.read("word/styles.xml") == b"behind"
    assert made[0] == made[1]
