"""The packaged sample: what a newcomer sees first has to be sound."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path, PurePosixPath

import pikepdf
import pytest

from treatykit.app.project import SAMPLE_DRAFT, SAMPLES, Sample, sample, sample_text
from treatykit.app.shelves import packaged_shelf
from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import read_draft
from treatykit.check.checking import check_document
from treatykit.compare import compare, summarise
from treatykit.diagnostics import Severity
from treatykit.model.brackets import bracket_tree
from treatykit.model.citations import target_indexes
from treatykit.model.content import Reference
from treatykit.model.document import Status
from treatykit.model.plain import plain_text
from treatykit.model.walk import paragraphs
from treatykit.writers import write

VARIANTS = ("framework", "partial", "comprehensive")


def made(variant: str) -> Assembly:
    return assemble(read_draft(sample_text(SAMPLE_DRAFT), SAMPLE_DRAFT), packaged_shelf(), variant=variant)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_is_made_and_nothing_in_it_is_wrong(variant: str) -> None:
    findings = check_document(made(variant).document, "sample")

    assert [str(each) for each in findings if each.severity is not Severity.NOTE] == []


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def test_the_framework_text_takes_four_pages() -> None:
    assert pages_of(write(made("framework").document, ".pdf")) == 4


@pytest.mark.soffice
def test_the_framework_text_takes_as_many_pages_in_word(tmp_path: Path) -> None:
    word = tmp_path / "text.docx"
    word.write_bytes(write(made("framework").document, ".docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

    assert pages_of((tmp_path / "text.pdf").read_bytes()) == 4


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("parties", [2, 3])
@pytest.mark.parametrize("kind", ["treaty", "memorandum", "declaration"])
def test_whatever_it_is_called_and_however_many_sign_it_nothing_in_it_is_wrong(
    kind: str, parties: int, variant: str
) -> None:
    """False alarms are worse than misses: a legal adviser stops reading."""
    title, entry = CALLED[kind]
    text = sample_text(SAMPLE_DRAFT)
    text = replaced(text, "title: Treaty on", f"title: {title} on")
    text = replaced(text, "type: treaty", f"type: {kind}")
    text = replaced(text, "entry-into-force: ratification", f"entry-into-force: {entry}")
    if kind == "memorandum":
        text = replaced(text, "\nparams:\n", "\nomit: {registration: a memorandum is not registered}\nparams:\n")
    if parties == 3:
        text = replaced(text, "\nlanguages:\n", f"{THIRD}\nlanguages:\n")
        text = replaced(text, "[Karvelan, Tesmari, English]", "[Karvelan, Tesmari, Vennish, English]")

    document = assemble(read_draft(text, SAMPLE_DRAFT), packaged_shelf(), variant=variant).document

    assert len(document.meta.parties) == parties
    findings = check_document(document, "sample")
    assert [str(each) for each in findings if each.severity is not Severity.NOTE] == []


CALLED = {
    "treaty": ("Treaty", "ratification"),
    "memorandum": ("Memorandum of Understanding", "signature"),
    "declaration": ("Joint Declaration", "signature"),
}
"""The title of each type, and how it takes effect."""

THIRD = """\
  VEN:
    full: the Kingdom of Venn
    short: Venn
    adjective: Vennish
    language: Vennish
    signatory: {name: Ada Morr, title: Minister for Foreign Affairs}
"""


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_blank_is_meant(variant: str) -> None:
    assert [blank.name for blank in made(variant).blanks if not blank.wanted] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_reference_finds_its_target_and_no_expression_is_left(variant: str) -> None:
    document = made(variant).document
    there = target_indexes(document.body)

    for paragraph in paragraphs(document):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference):
                assert inline.target in there
                assert inline.text
    assert "{" not in plain_text(document)


def test_the_longer_the_variant_the_more_topics_it_has() -> None:
    left_out = [{each.topic for each in made(variant).left_out} for variant in VARIANTS]

    assert left_out[0] > left_out[1] > left_out[2]


def test_a_redline_counts_the_words_of_both_texts_as_building_them_does() -> None:
    before, after = made("framework"), made("comprehensive")

    figures = summarise(compare(before.document, after.document))

    assert (figures.old_words, figures.new_words) == (before.figures.words, after.figures.words)


def test_the_comprehensive_text_shows_what_is_not_agreed() -> None:
    tree = bracket_tree(made("comprehensive").document.body)

    assert tree.balanced
    assert [[stance.party for option in each.options for stance in option.stances] for each in tree.brackets] == [
        ["KAR", "TES"]
    ]
    assert not bracket_tree(made("framework").document.body).brackets


def test_the_sample_is_under_negotiation_between_states_that_do_not_exist() -> None:
    meta = made("framework").document.meta

    assert meta.status is Status.NEGOTIATING
    assert [party.short for party in meta.parties] == ["Karvela", "Tesmar"]


def test_the_project_folder_has_a_draft_and_a_page_that_explains_it() -> None:
    assert [name for name, _ in sample()] == ["README.md", SAMPLE_DRAFT]


@pytest.mark.parametrize("which", SAMPLES, ids=lambda each: each.name)
def test_a_page_of_a_sample_names_no_file_that_the_sample_does_not_bring(which: Sample) -> None:
    brought = dict(sample(which))
    for name in [name for name in brought if name.endswith(".md")]:
        linked = re.findall(r"\]\(([^)#:]+)\)|`([\w./-]+/[\w.-]+\.(?:md|yaml))`", brought[name].decode())
        for path in filter(None, (one for pair in linked for one in pair)):
            folders = (PurePosixPath(name).parent, PurePosixPath())
            assert any((folder / path).as_posix() in brought for folder in folders), f"{name}: {path}"
