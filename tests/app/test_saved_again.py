"""The same text saved again by another program is the same text: LibreOffice writes down what the styles say anyway.

docs/analysis/styles.md lists what it writes.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from tests.app.test_sample import made
from tests.writers.docx_specimens import treaty

from treatykit.app.arguments import text_argument
from treatykit.app.comparing import CompareOptions, compare_texts
from treatykit.compare import changes, compare
from treatykit.model.changes import Change, ChangeKind
from treatykit.model.content import Paragraph, Reference
from treatykit.model.decide import Decision, accept, reject
from treatykit.model.document import Document
from treatykit.model.plain import plain_text
from treatykit.model.walk import map_document
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.docx_decided import write_docx_decided
from treatykit.writers.docx_redline import write_docx_redline

pytestmark = pytest.mark.soffice


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of Word files and, in `again`, the same files saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("saved")
    framework, comprehensive = (made(variant).document for variant in ("framework", "comprehensive"))
    files = {
        "framework": write_docx(framework),
        "comprehensive": write_docx(comprehensive),
        "specimen": write_docx(treaty()),
        "redline": write_docx(compare(framework, made("partial").document, author="Tesmar")),
    }
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    theirs(str(folder / "theirs.docx"))
    theirs(str(folder / "edited.docx"), edited=True)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
         "--outdir", str(folder / "again"), *map(str, sorted(folder.glob("*.docx")))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder


def theirs(path: str, *, edited: bool = False) -> None:
    """A file with styles and lists of Word's own, and looks given by hand.

    Args:
        edited: Three looks are others, and a numbered paragraph is gone.
    """
    text = docx.Document()
    text.add_heading("Agreement on Waters", 0)
    text.add_heading("General provisions", 1)
    words = text.add_paragraph("Each Party shall ")
    words.add_run("inform").bold = not edited
    words.add_run(" the other ")
    words.add_run("without delay").italic = True
    words.add_run(", in ").font.size = Pt(9)
    words.add_run("Commission", style="Strong")
    for number in ("one", "two", "three"):
        if not (edited and number == "two"):
            text.add_paragraph(f"This is number {number} of three numbered paragraphs.", style="List Number")
    for style in ("List Number 2", "List Bullet", "Quote", "Body Text", "Intense Quote"):
        text.add_paragraph(f"A paragraph in the style {style}.", style=style)
    centred = text.add_paragraph("Done at Velmoor.")
    centred.alignment = WD_ALIGN_PARAGRAPH.RIGHT if edited else WD_ALIGN_PARAGRAPH.CENTER
    indented = text.add_paragraph("Set in by hand.", style="List Number")
    indented.paragraph_format.left_indent = Cm(2 if edited else 3)
    indented.paragraph_format.space_after = Pt(0)
    kept = text.add_paragraph("Kept with what\tfollows.")
    kept.paragraph_format.keep_with_next = True
    kept.paragraph_format.tab_stops.add_tab_stop(Cm(5))
    text.save(path)


def found(folder: Path, old: str, new: str) -> list[Change]:
    before, after = (text_argument(str(folder / f"{name}.docx")) for name in (old, new))
    return list(compare_texts(before, after, CompareOptions()).report.changes)


@pytest.mark.parametrize("name", ["framework", "comprehensive", "specimen"])
def test_our_own_text_is_the_same_but_for_the_layout_of_its_tables(saved: Path, name: str) -> None:
    """LibreOffice gives every table widths of its own; no word is struck for it."""
    differences = [(change.kind, change.layout) for change in found(saved, name, f"again/{name}")]

    assert set(differences) == {(ChangeKind.REFORMATTED, ("column widths", "table properties"))}


@pytest.mark.parametrize("name", ["theirs", "edited"])
def test_a_text_with_styles_of_others_is_the_same(saved: Path, name: str) -> None:
    assert found(saved, name, f"again/{name}") == []


def test_what_was_set_otherwise_is_found_behind_all_that(saved: Path) -> None:
    straight = [(change.kind, change.new_place) for change in found(saved, "theirs", "edited")]

    assert Counter(kind for kind, _ in straight) == {
        ChangeKind.REFORMATTED: 3,
        ChangeKind.DELETED: 1,
        ChangeKind.RENUMBERED: 1,
    }
    assert [(change.kind, change.new_place) for change in found(saved, "theirs", "again/edited")] == straight
    assert [(change.kind, change.new_place) for change in found(saved, "again/theirs", "edited")] == straight


@pytest.mark.parametrize(
    ("old", "new"), [("theirs", "again/edited"), ("again/theirs", "edited"), ("edited", "again/theirs")]
)
def test_a_redline_between_the_two_hands_gives_both_texts_whole(saved: Path, old: str, new: str) -> None:
    before, after = (read_docx((saved / f"{name}.docx").read_bytes(), name).document for name in (old, new))

    again = read_docx(write_docx_redline(compare(before, after, author="Chair")), "redline.docx").document

    assert (accept(again), reject(again)) == (after, before)


@pytest.mark.parametrize("decision", Decision)
def test_references_in_a_file_of_two_hands_print_the_numbers_that_were_decided_for(
    saved: Path, decision: Decision
) -> None:
    old, new = (
        read_docx((saved / "again" / f"{name}.docx").read_bytes(), name).document
        for name in ("framework", "comprehensive")
    )
    redline = read_docx(write_docx_redline(compare(old, new, author="Chair")), "redline.docx").document

    decided = read_docx(write_docx_decided(redline, decision), "decided.docx").document

    assert plain_text(decided) == plain_text(new if decision is Decision.ACCEPT else old)


def without_numbers(document: Document) -> Document:
    """A text without what its references say: LibreOffice counts struck paragraphs where it renews them."""

    def blank(paragraph: Paragraph) -> Paragraph:
        inlines = (replace(one, text="") if isinstance(one, Reference) else one for one in paragraph.inlines)
        return replace(paragraph, inlines=tuple(inlines))

    return map_document(document, blank)


def test_tracked_changes_are_still_there(saved: Path) -> None:
    ours, again = (
        read_docx(path.read_bytes(), path.name).document
        for path in (saved / "redline.docx", saved / "again" / "redline.docx")
    )

    assert plain_text(without_numbers(accept(again))) == plain_text(without_numbers(accept(ours)))
    assert plain_text(without_numbers(reject(again))) == plain_text(without_numbers(reject(ours)))
    assert plain_text(accept(again)) != plain_text(reject(again))
    assert {change.author for change in changes(again)} == {"Tesmar"}
