"""A clause of one's own begins with the packaged file, however that file is saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Command

OWN = Path("clauses/recognition.md")
DRAFT = "drafts/peace-treaty.yaml"
NOTHING = "clauses/recognition.md: warning: the file is empty, and the packaged clause stands [empty-clause]"


def test_a_redirect_into_the_projects_clauses_saves_the_packaged_clause(project: Command) -> None:
    packaged = project("clauses", "show", "recognition", "--source").out
    OWN.parent.mkdir()

    with OWN.open("wb") as file:  # what a shell does with `> clauses/recognition.md`: the file is there, and empty
        show = [sys.executable, "-m", "treatykit", "clauses", "show", "recognition", "--source"]
        subprocess.run(show, stdout=file, check=True, timeout=60)

    assert OWN.read_text(encoding="utf-8") == packaged
    assert project("build", DRAFT).code == 0


def test_a_clause_is_saved_where_nothing_is_said_yet(project: Command) -> None:
    packaged = project("clauses", "show", "recognition", "--source").out

    saved = project("clauses", "show", "recognition", "--source", "-o", str(OWN))

    assert (saved.code, saved.lines) == (0, [str(OWN)])
    assert OWN.read_text(encoding="utf-8") == packaged
    OWN.write_text("", encoding="utf-8")
    assert project("clauses", "show", "recognition", "--source", "-o", str(OWN)).code == 0
    assert OWN.read_text(encoding="utf-8") == packaged


def test_a_clause_that_says_something_is_not_written_over(project: Command) -> None:
    OWN.parent.mkdir()
    OWN.write_text("mine", encoding="utf-8")

    again = project("clauses", "show", "recognition", "--source", "-o", str(OWN))

    assert again.code == 2
    assert again.err.startswith("'clauses/recognition.md' is there already — ")
    assert OWN.read_text(encoding="utf-8") == "mine"
    assert project("clauses", "show", "recognition", "-o", "new.md").code == 2
    assert not Path("new.md").exists()


def test_what_is_known_of_a_clause_is_printed_for_programs_too(treatykit: Command) -> None:
    clause = treatykit("clauses", "show", "recognition", "--json").data["clause"]
    [listed] = [each for each in treatykit("clauses", "list", "--json").data["clauses"] if each["id"] == "recognition"]
    shown = treatykit("clauses", "show", "recognition").out

    assert {key: clause[key] for key in ("id", "title", "kind", "part", "summary")}.items() <= listed.items()
    assert [each["id"] for each in clause["alternatives"]] == [each["id"] for each in listed["alternatives"]]
    for each in clause["alternatives"]:
        assert " ".join(each["words"].split()) in " ".join(shown.split())
        assert {"for", "against", "when", "requires", "conflicts", "favours"} <= each.keys()
    boundary = next(each for each in clause["alternatives"] if each["id"] == "boundary-maps")
    assert boundary["requires"][0]["targets"] == ["delimitation-basis/map-series"]


def test_one_wording_and_the_commentary_can_be_asked_for_by_programs(treatykit: Command) -> None:
    clause = treatykit("clauses", "show", "recognition/general", "--commentary", "--json").data["clause"]

    assert [each["id"] for each in clause["alternatives"]] == ["general"]
    assert clause["commentary"]
    assert treatykit("clauses", "show", "recognition", "--json", "--source").code == 2


def test_an_empty_clause_hides_nothing_and_is_told(project: Command) -> None:
    before = project("build", DRAFT, "-o", "before.md")
    OWN.parent.mkdir()
    OWN.write_text("", encoding="utf-8")

    after = project("build", DRAFT, "-o", "after.md")

    assert (before.code, after.code) == (0, 0)
    assert NOTHING not in before.err
    assert NOTHING in after.err
    assert Path("after.md").read_bytes() == Path("before.md").read_bytes()
    checked = project("check", "clauses")
    assert (checked.code, checked.lines[0].startswith(NOTHING)) == (0, True)
