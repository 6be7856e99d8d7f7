"""`demo`: the main job, from clauses to a redline, also on a machine that cannot make PDFs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit.app.project import SAMPLE_DRAFT, sample_text
from treatykit.app.shelves import packaged_shelf
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import read_draft
from treatykit.model.decide import accept, reject
from treatykit.readers.docx import read_docx

NAMES = (
    "peace-treaty-framework.docx",
    "peace-treaty-framework.pdf",
    "peace-treaty-comprehensive.docx",
    "peace-treaty-comprehensive.pdf",
    "peace-treaty-framework-to-comprehensive.docx",
    "peace-treaty-framework-to-comprehensive.pdf",
    "peace-treaty-framework-to-comprehensive.html",
)


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A machine that cannot make PDFs, whichever process tries."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    shelf = tmp_path_factory.mktemp("packages")
    (shelf / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
    monkeypatch.syspath_prepend(shelf)


def test_the_demonstration_makes_both_variants_and_the_redline(treatykit: Command) -> None:
    done = treatykit("demo", "out")

    assert done.code == 0
    assert done.lines == [f"out/{name}" for name in NAMES]
    assert "peace-treaty, framework: " in done.err
    assert "changes: " in done.err
    assert done.err.splitlines()[-1].startswith("Open first: out/peace-treaty-framework-to-comprehensive.pdf, ")
    for name in NAMES:
        assert Path("out", name).stat().st_size > 1000


def test_without_pango_all_but_the_pdfs_are_made_and_the_exit_code_says_so(
    treatykit: Command, without_pango: None
) -> None:
    done = treatykit("demo", "out")

    assert done.code == 6
    assert done.lines == [f"out/{name}" for name in NAMES if not name.endswith(".pdf")]
    assert done.err.count("not made: PDF needs the library Pango") == 3
    assert done.err.splitlines()[-1].startswith("Open first: out/peace-treaty-framework-to-comprehensive.docx, ")
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(
        name for name in NAMES if not name.endswith(".pdf")
    )


def test_the_redline_in_word_holds_both_variants(treatykit: Command, without_pango: None) -> None:
    treatykit("demo", "out")
    draft = read_draft(sample_text(SAMPLE_DRAFT), SAMPLE_DRAFT)
    framework, comprehensive = (
        assemble(draft, packaged_shelf(), variant=variant).document for variant in ("framework", "comprehensive")
    )
    name = "out/peace-treaty-framework-to-comprehensive.docx"

    redline = read_docx(Path(name).read_bytes(), name).document

    assert accept(redline) == comprehensive
    assert reject(redline) == framework
