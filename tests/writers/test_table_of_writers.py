"""The table of writers: every suffix has one, none is imported before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.writers import samples

from treatykit.errors import UsageError
from treatykit.model.document import Document
from treatykit.readers import READERS, reader
from treatykit.writers import WRITERS, write, writer


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_every_suffix_has_a_writer(suffix: str) -> None:
    assert callable(writer(suffix))
    assert write(samples.clean(), suffix)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_suffix_has_a_reader(suffix: str) -> None:
    assert callable(reader(suffix))


def test_suffixes_are_told_apart_in_any_case() -> None:
    assert writer(".HTML") is writer(".html")
    assert reader(".MD") is reader(".md")


def test_a_suffix_without_a_writer_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(UsageError, match=r"no writer for '\.odt' files — one of \.docx, \.pdf"):
        writer(".odt")
    with pytest.raises(UsageError, match=r"no reader for '\.odt' files"):
        reader(".odt")


def test_what_json_says_is_the_document() -> None:
    assert reader(".json")(write(samples.redline(), ".json"), "x.json").document == samples.redline()


def test_an_empty_document_can_be_written() -> None:
    for suffix in (".html", ".md", ".txt", ".json", ".pdf"):
        assert write(Document(), suffix)


def test_no_heavy_library_is_imported_before_it_is_asked_for() -> None:
    script = (
        "import sys, treatykit.writers, treatykit.readers;"
        "print(sorted({'weasyprint', 'rich', 'jinja2', 'markdown_it', 'lxml', 'fontTools', 'docx'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout

    assert found.strip() == "[]"
