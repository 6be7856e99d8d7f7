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
from treatykit.errors import Errors, ExitCode
from treatykit.library.instruments import InstrumentType
from treatykit.model.document import Status

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


def test_the_page_of_checks_is_what_explain_prints() -> None:
    assert _page("checks.md") == checks_page(EVERY)


def test_the_page_of_the_library_is_what_the_library_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    errors = Errors()

    assert _page("library.md") == library_page(errors), "'make library' writes it anew"
    assert errors.found == []
