"""What `check` and `explain` print for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from tests.cli.conftest import Command

from treatykit.check.checking import RULES

TEXT: Final = "Article 1\nThe so-called republic.\n\nArticle 2\nIn accordance with Article 9.\n"


@pytest.fixture
def checked(treatykit: Command) -> Command:
    Path("their text.txt").write_text(TEXT, encoding="utf-8")
    return treatykit


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_check_is_explained_with_reason_example_and_source(rule: Any, treatykit: Command) -> None:
    done = treatykit("explain", rule.id)

    assert done.code == 0
    for words in (rule.title, rule.why, rule.example.bad, rule.example.better, rule.misses, rule.source):
        assert words in done.out


def test_a_check_that_does_not_exist_is_told_with_a_near_one(treatykit: Command) -> None:
    done = treatykit("explain", "undefined-evnt")

    assert done.code == 2
    assert "did you mean 'undefined-event'?" in done.err


def test_both_ways_to_ask_for_json_print_the_same(checked: Command) -> None:
    assert (
        checked("check", "their text.txt", "--json").out == checked("check", "their text.txt", "--format", "json").out
    )


def test_what_is_found_alike_in_many_places_is_a_few_lines_for_people(treatykit: Command) -> None:
    articles = [f"Article {number}\nThe Parties [shall] [may {number}] act.\n" for number in range(1, 16)]
    Path("rolling.txt").write_text("\n".join(articles), encoding="utf-8")

    told, each, data = (treatykit("check", "rolling.txt", *more) for more in ((), ("--verbose",), ("--json",)))

    def named(first: int, last: int) -> str:
        return "; ".join(f"Article {number}" for number in range(first, last + 1))

    def brackets(lines: list[str]) -> list[str]:
        return [line for line in lines if "[open-bracket]" in line]

    assert brackets(told.lines) == [
        f"rolling.txt: note: 15 times a bracket is open: [shall]: {named(1, 12)} and 3 more places [open-bracket]",
        "rolling.txt:2: note: Article 1: a bracket is open: [may 1] [open-bracket]",
        "rolling.txt:5: note: Article 2: a bracket is open: [may 2] [open-bracket]",
        "rolling.txt:8: note: Article 3: a bracket is open: [may 3] [open-bracket]",
        f"rolling.txt: note: and 12 more like these: {named(4, 15)} [open-bracket]",
    ]
    assert "--verbose prints each on its own line" in told.err
    assert (
        len(brackets(each.lines)) == len([one for one in data.data["findings"] if one["code"] == "open-bracket"]) == 30
    )
    assert "--verbose" not in each.err


def test_json_says_file_line_place_and_paragraph_of_each_finding(checked: Command) -> None:
    done = checked("check", "their text.txt", "--format", "json")

    assert done.code == 4
    found = {each["code"]: each for each in json.loads(done.out)["findings"]}
    broken = found["broken-reference"]
    assert (broken["severity"], broken["file"]) == ("error", "their text.txt")
    assert (broken["place"], broken["paragraph"], broken["line"]) == ("Article 2", 4, 5)
    assert (found["no-entry-into-force"]["place"], found["no-entry-into-force"]["paragraph"]) == ("", None)


# --- SARIF 2.1.0: the structure that the standard gives, clause by clause ------------------------------


def sarif(command: Command, *arguments: str) -> Any:
    return json.loads(command("check", *arguments, "--format", "sarif").out)


def test_a_log_has_its_version_and_one_run_of_one_tool(checked: Command) -> None:
    log = sarif(checked, "their text.txt")

    assert set(log) == {"$schema", "version", "runs"}  # 3.13
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}  # 3.14
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]  # 3.19
    assert driver["name"] == "treatykit"
    assert driver["version"]


def test_every_rule_is_described_once(checked: Command) -> None:
    rules = sarif(checked, "their text.txt")["runs"][0]["tool"]["driver"]["rules"]

    assert len({each["id"] for each in rules}) == len(rules)
    for each in rules:  # 3.49
        assert set(each) <= {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert all(each[key]["text"] for key in each if key not in {"id", "defaultConfiguration"})
        assert each.get("defaultConfiguration", {"level": "none"})["level"] in {"none", "note", "warning", "error"}


@pytest.mark.parametrize("draft", [False, True], ids=["text", "draft"])
def test_every_result_names_its_rule_level_message_and_place(project: Command, *, draft: bool) -> None:
    Path("their text.txt").write_text(TEXT, encoding="utf-8")
    run = sarif(project, "drafts/peace-treaty.yaml" if draft else "their text.txt")["runs"][0]

    assert run["results"]
    for each in run["results"]:  # 3.27
        assert set(each) <= {"ruleId", "ruleIndex", "level", "message", "locations", "properties"}
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["level"] in {"note", "warning", "error"}
        assert each["message"]["text"]
        (location,) = each["locations"]  # 3.28
        assert set(location) <= {"physicalLocation", "logicalLocations"}
        physical = location["physicalLocation"]  # 3.29; a URI has no space, and no variant is part of a file's name
        assert physical["artifactLocation"] == {"uri": "drafts/peace-treaty.yaml" if draft else "their%20text.txt"}
        assert all(physical.get("region", {"startLine": 1})[key] >= 1 for key in physical.get("region", ()))  # 3.30
        for logical in location.get("logicalLocations", ()):  # 3.33
            assert logical["fullyQualifiedName"]


def test_a_finding_in_a_file_of_lines_has_its_region(project: Command) -> None:
    draft = Path("drafts/peace-treaty.yaml")
    draft.write_text(draft.read_text(encoding="utf-8").replace("choose:", "chose:"), encoding="utf-8")

    (result,) = sarif(project, str(draft))["runs"][0]["results"]

    assert result["ruleId"] == "content"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 39, "startColumn": 1}
