"""The pages on drafts and errors tell all there is, and nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from treatykit.app.library_page import library_page
from treatykit.assemble.draft_schema import Choices, DraftFile
from treatykit.check.checking import EVERY
from treatykit.cli.explaining import checks_page
from treatykit.cli.running import run
from treatykit.errors import Errors, ExitCode
from treatykit.library.instruments import InstrumentType
from treatykit.model.content import Paragraph
from treatykit.model.document import Document, Status
from treatykit.writers.docx import write_docx

DOCS: Final = Path(__file__).parents[2] / "docs"


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_entry_of_a_draft_is_explained() -> None:
    page = _page("drafts.md")

    for entry in DraftFile.model_fields:
        assert f"`{entry}" in page or f"\n{entry}:" in page, entry


def test_every_entry_that_may_differ_by_variant_is_named_there() -> None:
    section = _page("drafts.md").split("## What differs by variant")[1]

    for entry in Choices.model_fields:
        assert f"`{entry}`" in section, entry


def test_every_type_and_status_is_named() -> None:
    page = _page("drafts.md")

    for value in (*InstrumentType, *Status):
        assert f"`{value}`" in page, value


def test_every_exit_code_is_explained() -> None:
    codes = re.findall(r"^\| (\d+) \|", _page("errors.md"), re.MULTILINE)

    assert [int(code) for code in codes] == [code.value for code in ExitCode]


def test_of_empty_files_the_page_says_what_comparing_them_does(tmp_path: Path) -> None:
    full, blank = (str(tmp_path / name) for name in ("full.txt", "blank.docx"))
    Path(full).write_text("Article 1. There shall be peace.", encoding="utf-8")
    Path(blank).write_bytes(write_docx(Document(body=(Paragraph(), Paragraph()))))
    for name in ("empty.txt", "empty.md", "empty.docx", "empty.json"):
        (tmp_path / name).touch()
        assert run(["compare", str(tmp_path / name), full]) == ExitCode.INPUT_OUTPUT

    assert run(["compare", blank, full]) == 0
    assert "(Only a Word file with nothing but empty paragraphs is compared, as an empty text.)" in _page("errors.md")
    assert "An empty file can be compared" not in _page("errors.md")


def test_the_page_of_checks_is_what_explain_prints() -> None:
    assert _page("checks.md") == checks_page(EVERY)


def test_the_page_of_the_library_is_what_the_library_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    errors = Errors()

    assert _page("library.md") == library_page(errors), "'make library' writes it anew"
    assert errors.found == []
