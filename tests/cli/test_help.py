"""Help, versions, start-up, and the commands around the library."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit import __version__
from treatykit.app.clauses import PARTS
from treatykit.cli.commands import treatykit as root
from treatykit.cli.helping import Exemplified

COMMANDS = ("demo", "init", "clauses", "build", "compare", "changes", "accept", "reject", "check", "explain", "convert")


def test_help_names_every_command(treatykit: Command) -> None:
    said = treatykit("--help").out

    for command in COMMANDS:
        assert f"  {command} " in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(treatykit: Command, command: str) -> None:
    done = treatykit(command, "--help")

    assert done.code == 0
    found = root.get_command(None, command)  # type: ignore[arg-type]
    if isinstance(found, Exemplified) and found.examples:
        assert found.examples[0] in done.out
    assert max(len(line) for line in done.lines) <= 120


def test_the_version_is_said(treatykit: Command) -> None:
    assert treatykit("--version").out == f"treatykit {__version__}\n"


def test_an_unknown_command_is_guessed(treatykit: Command) -> None:
    done = treatykit("biuld")

    assert (done.code, done.err) == (
        2,
        "treatykit: no command is called 'biuld', did you mean 'build'? — see 'treatykit --help'\n",
    )


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from treatykit.cli.running import run; run(['--help']); sys.stderr.write(repr(list(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    for heavy in ("weasyprint", "pydantic", "lxml", "jinja2", "rich", "yaml", "cattrs"):
        assert f"'{heavy}'" not in done.stderr


def test_it_starts_quickly() -> None:
    command = [sys.executable, "-m", "treatykit", "--help"]
    subprocess.run(command, capture_output=True, check=True)
    best = min(_seconds(command) for _ in range(5))

    assert best < 0.6  # 0.06 on an idle machine; the bound leaves room for a busy one


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


# --- init ----------------------------------------------------------------------------------------


def test_a_new_project_can_be_built_and_checked_at_once(treatykit: Command) -> None:
    assert treatykit("init", "mine").lines == ["mine/README.md", "mine/drafts/peace-treaty.yaml"]
    assert treatykit("build", "mine/drafts/peace-treaty.yaml").code == 0
    assert treatykit("check", "mine").code == 0


def test_init_overwrites_nothing(treatykit: Command) -> None:
    treatykit("init")
    Path("drafts/peace-treaty.yaml").write_text("mine", encoding="utf-8")

    refused = treatykit("init")

    assert refused.code == 2
    assert "is there already" in refused.err
    assert Path("drafts/peace-treaty.yaml").read_text(encoding="utf-8") == "mine"
    assert treatykit("init", "--force").code == 0


# --- clauses -------------------------------------------------------------------------------------


def test_clauses_are_listed_by_part(treatykit: Command) -> None:
    listed = treatykit("clauses", "list", "--json").data["clauses"]

    parts = [each["part"] for each in listed]
    assert parts == sorted(parts, key=PARTS.index)
    assert (parts[0], parts[-1]) == ("opening", "final")
    assert {each["id"] for each in listed} >= {"recognition", "border-commission", "testimonium"}


def test_only_wordings_for_a_variant_are_listed_if_so_asked(treatykit: Command) -> None:
    listed = treatykit("clauses", "list", "--variant", "framework", "--json").data["clauses"]

    assert all("framework" in each["variants"] for clause in listed for each in clause["alternatives"])
    assert "transit-controls" not in {each["id"] for each in listed}


def test_a_clause_is_shown_with_the_arguments_for_and_against(treatykit: Command) -> None:
    shown = treatykit("clauses", "show", "recognition").out

    assert "For: A party" in shown
    assert "Against: A party" in shown
    assert "{{ each_party | cap }} recognizes" in shown
    assert "Sources:" in shown


def test_one_wording_is_shown_alone(treatykit: Command) -> None:
    shown = treatykit("clauses", "show", "recognition/general").out

    assert shown.startswith("recognition/general: ")
    assert "recognition/instruments" not in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "recogniton"), "no clause 'recogniton' in the library — did you mean 'recognition'?"),
        (("show", "recognition/genral"), "no alternative 'genral' in 'recognition' — did you mean 'general'?"),
        (("list", "--part", "boder"), "no part is called 'boder' — did you mean 'border'?"),
        (("list", "--variant", "framwork"), "no variant is called 'framwork' — did you mean 'framework'?"),
    ],
)
def test_a_mistyped_name_is_guessed(treatykit: Command, arguments: tuple[str, ...], message: str) -> None:
    assert treatykit("clauses", *arguments).err == f"{message}\n"


def test_clauses_are_found_by_their_words(treatykit: Command) -> None:
    assert treatykit("clauses", "search", "arbitration").lines[0].startswith("dispute-settlement ")
    assert treatykit("clauses", "search", "nonsensical").out == ""


def test_a_clause_knows_who_uses_it(treatykit: Command) -> None:
    lines = treatykit("clauses", "uses", "delimitation-basis").lines

    assert "framework/left-to-commission holds it" in lines
    assert any(line.startswith("recognition/boundary-maps requires it: ") for line in lines)


# --- check and explain ---------------------------------------------------------------------------


def test_findings_are_results_and_errors_set_the_exit_code(project: Command) -> None:
    done = project("check")

    assert done.code == 0
    assert any(line.endswith("is left blank [blank]") for line in done.lines)
    draft = Path("drafts/peace-treaty.yaml")
    draft.write_text(draft.read_text(encoding="utf-8").replace("choose:", "chose:"), encoding="utf-8")
    broken = project("check")
    assert broken.code == 4
    assert broken.lines == [
        "drafts/peace-treaty.yaml:39:1: error: no key is called 'chose' here [content] — did you mean 'choose'?"
    ]


def test_warnings_fail_where_one_is_strict(project: Command) -> None:
    draft = Path("drafts/peace-treaty.yaml")
    text = draft.read_text(encoding="utf-8").replace("place: Lindhaven", "place: so-called Lindhaven")
    draft.write_text(text, encoding="utf-8")

    assert project("check").code == 0
    assert project("check", "--strict").code == 4
    assert project("check", "--strict", "--without", "loaded-term").code == 0


def test_a_broken_clause_is_found_where_it_is_broken(project: Command) -> None:
    Path("clauses").mkdir()
    Path("clauses/arms.md").write_text("---\nid: arms\ntilte: Arms\n---\n", encoding="utf-8")

    done = project("check", "clauses")

    assert done.code == 4
    assert done.lines[0].startswith("clauses/arms.md:")


def test_there_must_be_something_to_check(treatykit: Command) -> None:
    assert (
        treatykit("check").err
        == "there is nothing to check here — a project has its drafts in 'drafts'; 'treatykit init' makes one\n"
    )


def test_a_check_is_explained(treatykit: Command) -> None:
    assert treatykit("explain", "undefined-term").out.startswith("undefined-term (warning)\n")
    assert "unbalanced-bracket" in treatykit("explain").out
    assert (
        treatykit("explain", "undefined-trem").err
        == "no check is called 'undefined-trem' — did you mean 'undefined-term'?\n"
    )
    assert treatykit("check", "--without", "blnak").err == "no check is called 'blnak' — did you mean 'blank'?\n"
