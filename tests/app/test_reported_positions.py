"""The worked scenario: every reported position has its row, its source and, where the library has one, its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY

from treatykit.app.project import SAMPLES, sample, sample_text
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.assemble.plan import Choice
from treatykit.assemble.planning import plan
from treatykit.check.checking import check_document
from treatykit.diagnostics import Severity
from treatykit.errors import TreatykitError
from treatykit.model.plain import plain_text

FOLDER: Final = "drafts/reported-positions"
NUMBERS: Final = MappingProxyType({"A": 10, "B": 10, "C": 10, "D": 8, "E": 6, "F": 9, "G": 5, "H": 5, "I": 13, "K": 8})
"""How many topics each part of the table has."""

TEXTS: Final = MappingProxyType(
    {
        "framework": ("peace-agreement", "framework"),
        "partial": ("peace-agreement", "partial"),
        "comprehensive": ("peace-agreement", "comprehensive"),
        "negotiating": ("negotiating-text", "comprehensive"),
        "second": ("second-reading", "comprehensive"),
        "declaration": ("declaration", "framework"),
    }
)
"""What the table calls a text, with its file and its variant."""

CODES: Final = MappingProxyType({"Armenia": "ARM", "Azerbaijan": "AZE"})


@dataclass(frozen=True, slots=True)
class Row:
    """A position; its wordings and texts are empty where nothing in the library stands for it."""

    id: str
    position: str
    whose: str
    sources: tuple[str, ...]
    wordings: tuple[str, ...]
    texts: tuple[str, ...]
    remark: str


def _rows() -> Iterator[Row]:
    for line in sample_text(f"{FOLDER}/README.md").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if re.fullmatch(r"[A-K]\d+[a-z]?", cells[0]):
            one, _, position, whose, sources, wording, texts, *remark = cells
            yield Row(
                one,
                position,
                whose,
                tuple(sources.split()),
                tuple(re.findall(r"`([^`]+)`", wording)),
                tuple(each for each in texts.split(", ") if each != "—"),
                " ".join(remark),
            )


ROWS: Final = tuple(_rows())
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
every_text = pytest.mark.parametrize("name", TEXTS)


@cache
def draft(file: str) -> Draft:
    path = f"{FOLDER}/{file}.yaml"
    return read_draft(sample_text(path), path)


@cache
def choices(name: str) -> Mapping[str, Choice]:
    file, variant = TEXTS[name]
    return {each.topic: each for each in plan(draft(file), variant, LIBRARY).choices}


def params(name: str) -> set[str]:
    """The values that a text fills in or leaves blank on purpose."""
    file, variant = TEXTS[name]
    facts = draft(file).file
    own = facts.variants.get(variant)
    return {*facts.params, *(own.params if own else ())}


def options(name: str) -> Mapping[str, bool]:
    """The questions that a text answers."""
    file, variant = TEXTS[name]
    facts = draft(file).file
    own = facts.variants.get(variant)
    return {**facts.options, **(own.options if own else {})}


def holds(name: str, wording: str, code: str | None) -> bool:
    """Whether a text holds what a row names, and in a bracket behind the party whose position it is."""
    match wording.split(" "):
        case ["profile", profile]:
            return TEXTS[name][1] == profile
        case ["omit", topic]:
            return topic not in choices(name)
        case ["option", option]:
            return options(name).get(option) is True
        case ["param", param]:
            topic = param.partition(".")[0]
            return topic == "done" or param in params(name) or topic in choices(name)
        case _:
            topic, _, alternative = wording.partition("/")
            choice = choices(name).get(topic)
            if choice is None:
                return False
            if code and not choice.is_agreed:
                return choice.read_by(code) == alternative
            return any(option.alternative == alternative for option in choice.options)


# --- The table ------------------------------------------------------------------------------------


def test_the_table_has_every_topic_and_names_no_row_twice() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS) == 120
    for part, count in NUMBERS.items():
        numbers = [int(re.sub(r"\D", "", row.id)) for row in ROWS if row.id.startswith(part)]
        assert sorted(set(numbers)) == list(range(1, count + 1))
        assert numbers == sorted(numbers)


@every_row
def test_a_position_says_whose_it_is_and_who_reports_it(row: Row) -> None:
    assert row.position
    assert row.whose
    assert row.sources
    assert set(row.sources) <= {"S0", "S1", "S2", "S3", "S4"}


@every_row
def test_a_position_has_a_wording_in_the_texts_named_or_a_reason_why_not(row: Row) -> None:
    if not row.wordings:
        assert not row.texts
        assert row.remark
        return
    code = CODES.get(re.split(r"[,;]", row.whose)[0])
    assert set(row.texts) <= TEXTS.keys()
    for name in row.texts:
        assert any(holds(name, wording, code) for wording in row.wordings), name
    for wording in row.wordings:
        assert any(holds(name, wording, code) for name in row.texts), wording


@every_row
def test_every_wording_that_a_row_names_exists(row: Row) -> None:
    for named in (*row.wordings, *re.findall(r"`([^`]+)`", row.remark)):
        topic, slash, alternative = named.partition("/")
        if slash:
            assert LIBRARY.clause(topic).facts_on(alternative)


def test_a_row_is_named_in_the_drafts_that_it_names_and_no_other_name_is() -> None:
    named = {file: set(re.findall(r"\b[A-K]\d+[a-z]?\b", comments(file))) for file, _ in TEXTS.values()}

    assert set().union(*named.values()) <= {row.id for row in ROWS}
    for row in ROWS:
        if row.texts:
            assert any(row.id in named[TEXTS[name][0]] for name in row.texts), row.id


def comments(file: str) -> str:
    return "\n".join(re.findall(r"(?:^|\s)# ?(.*)", sample_text(f"{FOLDER}/{file}.yaml")))


@pytest.mark.parametrize("name", ["negotiating", "second"])
def test_a_party_that_wants_no_word_and_one_of_which_nothing_is_reported_are_told_apart(name: str) -> None:
    """A row says `none` of the one, and of the other that no position is reported."""
    for topic, choice in choices(name).items():
        rows = [row for row in ROWS if any(topic in re.split("[ /]", each) for each in _wordings(row))]
        for party, code in CODES.items() if not choice.is_agreed else ():
            if not any(code in option.parties for option in choice.options):
                assert any(f"no position of {party}" in row.remark for row in rows), (topic, party)
            elif choice.read_by(code) is None:
                said = (f"`none` of {party}" in row.remark or _is_silent(row, topic, party) for row in rows)
                assert any(said), (topic, party)


def _wordings(row: Row) -> tuple[str, ...]:
    return (*row.wordings, *re.findall(r"`([^`]+)`", row.remark))


def _is_silent(row: Row, topic: str, party: str) -> bool:
    return f"omit {topic}" in row.wordings and party in row.whose and "as `none`" in row.remark


# --- The texts ------------------------------------------------------------------------------------


@every_text
def test_every_text_is_made_and_nothing_in_it_is_wrong(name: str) -> None:
    file, variant = TEXTS[name]
    made = assemble(draft(file), LIBRARY, variant=variant)

    assert [blank.name for blank in made.blanks if not blank.wanted] == []
    findings = check_document(made.document, name)
    assert [str(each) for each in findings if each.severity is not Severity.NOTE] == []


def test_the_framework_is_as_short_as_is_reported() -> None:
    assert 15 <= assemble(draft("peace-agreement"), LIBRARY, variant="framework").figures.articles <= 20


@every_text
def test_no_text_names_the_region_that_is_not_to_be_named(name: str) -> None:
    """Row A9; the names of routes and of the settlements in dispute are left out too."""
    file, variant = TEXTS[name]
    said = plain_text(assemble(draft(file), LIBRARY, variant=variant).document)

    assert not re.search(r"karabakh|artsakh|zangezur|syunik|lachin|nakh|corridor", said, re.IGNORECASE)


def test_the_page_takes_no_side_in_its_words() -> None:
    page = sample_text(f"{FOLDER}/README.md")

    assert not re.search(
        r"\b(?:so-called|occup\w+|separatis\w+|aggress\w+|invasion|liberat\w+|cleans\w+|blackmail\w*|blockade|puppet)\b",
        page,
        re.IGNORECASE,
    )
    assert "Nothing was verified with a party" in page


def test_where_reports_differ_both_readings_stand() -> None:
    for topic in ("delimitation-basis", "maps", "withdrawal", "domestic-law"):
        first, second = choices("negotiating").get(topic), choices("second")[topic]
        assert first is None or first.says != second.says


def test_the_parties_are_called_the_same_in_all_drafts() -> None:
    files = dict.fromkeys(file for file, _ in TEXTS.values())

    assert len({str(draft(file).file.parties) for file in files}) == 1


def test_the_folder_can_be_had_as_a_sample() -> None:
    [reported] = (each for each in SAMPLES if each.name == "reported-positions")
    files = dict.fromkeys(file for file, _ in TEXTS.values())

    assert [name for name, _ in sample(reported)] == [
        f"{FOLDER}/README.md",
        *sorted(f"{FOLDER}/{file}.yaml" for file in files),
    ]


def test_the_library_itself_knows_no_real_party() -> None:
    """The real States stand in this scenario alone."""
    for topic in LIBRARY.topics():
        body = LIBRARY.text(topic).partition("## alternative")[2].partition("## commentary")[0]
        assert not re.search(r"\bArmenia|\bAzerbaijan", body), topic


def test_a_draft_of_the_scenario_that_breaks_a_rule_would_be_told() -> None:
    text = sample_text(f"{FOLDER}/negotiating-text.yaml")
    assert "{ARM: full, AZE: control-free}" in text
    broken = text.replace("{ARM: full, AZE: control-free}", "{ARM: control-free, AZE: control-free}")

    with pytest.raises(TreatykitError):
        assemble(read_draft(broken, "broken.yaml"), LIBRARY)
