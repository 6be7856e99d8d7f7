"""The exercise between three States: its texts are sound, speak of three, and fit the sheets that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY
from tests.clauses.test_parties import OF_TWO, ONE_OF_SEVERAL, words

from treatykit.app.project import SAMPLES, sample, sample_text
from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.plan import Choice
from treatykit.assemble.planning import plan
from treatykit.check.checking import check_document
from treatykit.compare import changes, compare
from treatykit.diagnostics import Severity
from treatykit.model.brackets import Option, bracket_tree
from treatykit.model.citations import target_indexes
from treatykit.model.content import Paragraph, Reference
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Label
from treatykit.model.walk import paragraphs
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx

FOLDER: Final = "drafts/three-states"
DRAFT: Final = f"{FOLDER}/lake-treaty.yaml"
PARTIES: Final = {"DOR": "dorvia", "KEL": "kelmar", "OST": "ostrel"}
EASY: Final = (
    "delimitation-basis/former-borders",
    "transit-controls/facilitated",
    "displaced-persons/property-commission",
    "monitoring/both-sides",
    "guarantors/consultation",
    "dispute-settlement/tiered",
)
"""The package that the guide names as one that leaves everybody better off."""

every_variant = pytest.mark.parametrize("variant", ["framework", "partial", "comprehensive"])
every_party = pytest.mark.parametrize("code", PARTIES)


@cache
def made(variant: str) -> Assembly:
    return assemble(read_draft(sample_text(DRAFT), DRAFT), LIBRARY, variant=variant)


def issues() -> dict[str, Choice]:
    """The topics on which the parties do not agree; the status of the route goes with its controls."""
    choices = plan(read_draft(sample_text(DRAFT), DRAFT), "comprehensive", LIBRARY).choices
    return {each.topic: each for each in choices if not each.is_agreed and each.topic != "transit-principles"}


# --- The texts ------------------------------------------------------------------------------------


@every_variant
def test_every_variant_is_made_and_nothing_in_it_is_wrong(variant: str) -> None:
    findings = check_document(made(variant).document, "exercise")

    assert [str(each) for each in findings if each.severity is not Severity.NOTE] == []


@every_variant
def test_every_blank_is_meant(variant: str) -> None:
    assert [blank.name for blank in made(variant).blanks if not blank.wanted] == []


@every_variant
def test_a_text_between_three_speaks_of_three(variant: str) -> None:
    said = words(made(variant).document)

    assert OF_TWO.findall(said) == []
    assert ONE_OF_SEVERAL.findall(said) == []
    assert "the Kingdom of Dorvia, the Republic of Kelmar and the Federation of Ostrel" in said
    assert "in three originals, each in the Dorvian, Kelmari, Ostreli and English languages" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [("framework", "comprehensive"), ("partial", "comprehensive"), ("comprehensive", "partial")],
)
def test_a_redline_in_word_reads_back_as_both_texts(old: str, new: str) -> None:
    before, after = made(old).document, made(new).document
    compared = compare(before, after)
    redline = read_docx(write_docx(compared), "redline.docx").document

    assert [(each.number, each.kind) for each in changes(redline)] == [
        (each.number, each.kind) for each in changes(compared)
    ]
    assert numbered(accept(redline)) == numbered(after)
    assert numbered(reject(redline)) == numbered(before)


def numbered(document: Document) -> list[tuple[Label | None, str]]:
    return [(each.mark.properties.label, paragraph_text(each)) for each in paragraphs(document)]


def test_six_issues_are_open_and_each_delegation_has_a_word_on_each() -> None:
    assert set(issues()) == {each.partition("/")[0] for each in EASY}
    for choice in issues().values():
        assert all(choice.read_by(code) for code in PARTIES)
    for variant in ("framework", "partial"):
        assert not bracket_tree(made(variant).document.body).brackets


def test_what_a_delegation_proposes_cites_only_what_is_agreed_or_its_own() -> None:
    body = made("comprehensive").document.body
    there = target_indexes(body)
    options = [option for bracket in bracket_tree(body).brackets for option in bracket.options]

    cited = 0
    for option in options:
        mine = {stance.party for stance in option.stances}
        for block in body[option.start.block : option.stop.block + 1]:
            for inline in block.inlines if isinstance(block, Paragraph) else ():
                if isinstance(inline, Reference) and "#" in (inline.target or ""):
                    around = around_of(there[inline.target or ""], options)
                    assert not around or mine & {stance.party for each in around for stance in each.stances}
                    cited += 1
    assert cited > 10


def around_of(index: int, options: list[Option]) -> list[Option]:
    return [option for option in options if option.start.block < index < option.stop.block]


# --- The sheets -----------------------------------------------------------------------------------


def rows(page: str) -> Iterator[list[str]]:
    for line in sample_text(f"{FOLDER}/{page}").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and re.fullmatch(r"\d+", cells[-1]):
            yield cells


def labels() -> dict[str, str]:
    """The wordings on the table, by what the library calls them."""
    return {
        choice.clause.facts_on(option.alternative).label: f"{choice.topic}/{option.alternative}"
        for choice in issues().values()
        for option in choice.options
        if option.alternative
    }


def points(code: str) -> dict[str, int]:
    """What each wording is worth to a delegation, as its sheet says."""
    known = labels()
    return {known[label]: int(score) for _, label, score in rows(f"confidential/{PARTIES[code]}.md")}


def guide() -> dict[str, dict[str, int]]:
    """The same of all delegations, as the guide says."""
    table = [cells for cells in rows("README.md") if len(cells) == 5]
    return {code: {cells[1].strip("`"): int(cells[2 + at]) for cells in table} for at, code in enumerate(PARTIES)}


@every_party
def test_a_sheet_values_every_wording_on_the_table_and_the_guide_agrees(code: str) -> None:
    assert sorted(points(code)) == sorted(labels().values())
    assert guide()[code] == points(code)


@every_party
def test_a_delegation_proposes_what_it_values_most_and_that_makes_a_hundred(code: str) -> None:
    worth = points(code)
    proposed = [f"{topic}/{choice.read_by(code)}" for topic, choice in issues().items()]

    assert sum(worth[each] for each in proposed) == 100
    for each in proposed:
        assert worth[each] == max(score for name, score in worth.items() if name.startswith(each.partition("/")[0]))


@every_party
def test_a_treaty_is_possible_that_leaves_a_delegation_better_off_than_none(code: str) -> None:
    without = re.search(
        r"no treaty today, you have (\d+) points", sample_text(f"{FOLDER}/confidential/{PARTIES[code]}.md")
    )

    assert without
    assert sum(points(code)[each] for each in EASY) > int(without[1])
    assert without[1] in sample_text(f"{FOLDER}/README.md").partition("Without a result")[2]


def test_the_best_of_everybody_cannot_be_had() -> None:
    for topic in issues():
        best = {
            max((score, name) for name, score in points(code).items() if name.startswith(topic))[1] for code in PARTIES
        }
        assert len(best) > 1


def test_what_is_for_everybody_gives_no_points_away() -> None:
    assert not list(rows("for-everybody.md"))
    assert "points" not in sample_text(f"{FOLDER}/for-everybody.md")


def test_the_folder_has_the_draft_the_guide_and_a_sheet_for_each() -> None:
    [three] = (each for each in SAMPLES if each.name == "three-states")

    assert [name.removeprefix(f"{FOLDER}/") for name, _ in sample(three)] == [
        "README.md",
        *(f"confidential/{name}.md" for name in PARTIES.values()),
        "for-everybody.md",
        "lake-treaty.yaml",
    ]
