"""Help, versions, start-up, and the commands around the library."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit import __version__
from treatykit.app.clauses import PARTS
from treatykit.cli.commands import treatykit as root
from treatykit.cli.helping import Exemplified

COMMANDS = (
    "demo",
    "init",
    "new",
    "clauses",
    "build",
    "compare",
    "changes",
    "accept",
    "reject",
    "check",
    "explain",
    "convert",
)


def test_help_names_every_command(treatykit: Command) -> None:
    said = treatykit("--help").out

    for command in COMMANDS:
        assert f"  {command} " in said


@pytest.mark.parametrize("arguments", [(), ("clauses",)])
def test_without_a_command_the_help_is_printed_as_it_is_when_asked_for(
    treatykit: Command, arguments: tuple[str, ...]
) -> None:
    done = treatykit(*arguments)

    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == treatykit(*arguments, "--help").lines


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


# --- init ----------------------------------------------------------------------------------------


def test_a_new_project_can_be_built_and_checked_at_once(treatykit: Command) -> None:
    assert treatykit("init", "mine").lines == ["mine/README.md", "mine/drafts/peace-treaty.yaml"]
    assert treatykit("build", "mine/drafts/peace-treaty.yaml").code == 0
    assert treatykit("check", "mine").code == 0


def test_a_project_may_begin_with_the_exercise_and_is_sound(treatykit: Command) -> None:
    done = treatykit("init", "mine", "--sample", "three-states")

    assert done.lines[0] == "mine/drafts/three-states/README.md"
    assert "mine/drafts/three-states/confidential/kelmar.md" in done.lines
    assert done.err.splitlines()[-1] == "Next: cd mine, then read drafts/three-states/README.md"
    assert treatykit("check", "mine").code == 0


def test_a_new_project_is_told_of_the_other_samples(treatykit: Command) -> None:
    assert "--sample three-states" in treatykit("init").err


def test_a_sample_that_there_is_not_is_refused_with_those_that_there_are(treatykit: Command) -> None:
    done = treatykit("init", "--sample", "four-states")

    assert done.code == 2
    assert "three-states" in done.err
    assert not list(Path().iterdir())


def test_drafts_in_folders_of_their_own_are_checked_and_see_the_clauses_of_the_project(treatykit: Command) -> None:
    treatykit("init", "--sample", "three-states")
    Path("clauses").mkdir()
    own = treatykit("clauses", "show", "registration", "--source").out
    Path("clauses/registration.md").write_text(own.replace("After its entry into force", "Once it binds"))

    assert treatykit("build", "drafts/three-states/lake-treaty.yaml@framework", "-o", "text.md").code == 0
    assert "Once it binds" in Path("text.md").read_text(encoding="utf-8")
    assert "lake-treaty.yaml@partial uses it" in treatykit("clauses", "uses", "registration").out
    for folder in (".", "drafts", "drafts/three-states"):
        assert "lake-treaty.yaml@framework: " in treatykit("check", folder).out


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
    assert "Each Party recognizes" in shown
    assert "Sources:" in shown
    assert "{" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_a_clause_file_is_printed_to_make_ones_own_from(project: Command) -> None:
    before = project("clauses", "show", "recognition").out
    file = project("clauses", "show", "recognition", "--source").out
    Path("clauses").mkdir()
    Path("clauses/recognition.md").write_text(file.replace("Mutual recognition", "Our recognition"), encoding="utf-8")

    assert project("check", "clauses").code == 0
    assert project("clauses", "show", "recognition").out == before.replace("Mutual recognition", "Our recognition")
    assert project("clauses", "show", "recognition/general", "--source").out.startswith(
        "## alternative: general\n\n1. {#recognition} {{ each_party | cap }} recognizes and shall respect"
    )


def test_the_words_are_shown_for_as_many_parties_as_one_says(treatykit: Command) -> None:
    three = treatykit("clauses", "show", "recognition/general", "--parties", "3").out

    assert "political independence of the other Parties" in " ".join(three.split())
    assert treatykit("clauses", "show", "recognition/general", "--parties", "1").code == 2


def test_the_commentary_is_printed_if_so_asked_and_else_pointed_out(treatykit: Command) -> None:
    with_it = treatykit("clauses", "show", "recognition/general", "--commentary")
    without = treatykit("clauses", "show", "recognition/general")

    assert with_it.out.startswith(without.out)
    assert with_it.out.removeprefix(without.out).startswith("\nCommentary:\n\nRecognition")
    assert (with_it.err, without.err) == ("", "--commentary prints what the wordings mean, and precedents\n")


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


@pytest.mark.parametrize("command", [("list",), ("list", "--json"), ("uses", "recognition")])
def test_a_clause_file_that_is_wrong_is_told_and_hides_none_of_the_others(
    project: Command, command: tuple[str, ...]
) -> None:
    sound = project("clauses", *command)
    Path("clauses").mkdir()
    Path("clauses/arms.md").write_text("---\nid: arms\ntilte: Arms\n---\n", encoding="utf-8")
    Path("clauses/notes.md").write_text("", encoding="utf-8")
    Path("clauses/old.md").write_bytes(b"\xff")

    done = project("clauses", *command)

    assert (sound.code, sound.err) == (0, "")
    assert (done.code, done.out) == (4, sound.out)
    told = done.err.splitlines()
    assert told[0] == "clauses/arms.md:3:1: no key is called 'tilte' here — did you mean 'title'?"
    assert "clauses/arms.md:2:1: 'summary' is missing — add 'summary: …'" in told
    assert told[-2:] == [
        "clauses/notes.md:1: a clause file without front matter — its first line is '---'",
        "clauses/old.md:1: this is no UTF-8 text — save it as UTF-8",
    ]


def test_a_clause_file_that_is_wrong_is_in_nobodys_way_who_does_not_use_it(project: Command) -> None:
    Path("clauses").mkdir()
    Path("clauses/arms.md").write_text("---\n---\n", encoding="utf-8")

    assert project("clauses", "show", "recognition").code == 0
    assert project("build", "drafts/peace-treaty.yaml").code == 0
    assert project("clauses", "show", "arms").code == 4


def test_a_file_name_that_no_topic_can_have_is_told(project: Command) -> None:
    Path("clauses").mkdir()
    Path("clauses/My Clause.md").write_text(
        "---\nid: my-clause\n---\n\n## alternative: full\n\nWords.\n", encoding="utf-8"
    )

    assert project("clauses", "list").err == (
        "clauses/My Clause.md: 'My Clause' cannot be the name of a clause — rename it: small letters, digits and "
        "hyphens, as 'border-trade.md'\n"
    )


def test_several_mistakes_in_a_draft_are_told_a_line_each(project: Command) -> None:
    draft = Path("drafts/peace-treaty.yaml")
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("choose:", "chose:").replace("type: treaty", "type: treatise"), encoding="utf-8")

    done = project("build", "drafts/peace-treaty.yaml")

    assert (done.code, done.out) == (4, "")
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [
        "'treatise' is not possible here — did you mean 'treaty'?",
        "no key is called 'chose' here — did you mean 'choose'?",
    ]


def test_clauses_are_found_by_their_words(treatykit: Command) -> None:
    found = treatykit("clauses", "search", "arbitration")
    nothing = treatykit("clauses", "search", "arbi")

    assert found.lines[0] == "arbitration-rules/full  Full rules of arbitration"
    assert max(map(len, found.lines)) <= 80
    assert (nothing.code, nothing.out, nothing.err) == (
        0, "", "no clause holds this — 'arbi*' finds beginnings of words\n",
    )  # fmt: skip


def test_an_argument_of_several_words_is_a_phrase(treatykit: Command) -> None:
    apart = treatykit("clauses", "search", "limit", "time", "--json").data
    together = treatykit("clauses", "search", "time limit", "--json").data

    assert 0 < together["total"] < apart["total"]
    hit = together["hits"][0]
    assert [hit["passage"][start:end] for start, end in hit["marks"]] == ["time limits", "time limits"]
    assert treatykit("clauses", "search", "maps time").err == "no clause holds this — leave out the quotation marks\n"


def test_what_is_not_shown_is_counted(treatykit: Command) -> None:
    found = treatykit("clauses", "search", "party", "--most", "1")

    assert [line for line in found.lines if not line.startswith(" ")] == [found.lines[0]]
    assert re.fullmatch(r"(\d+) clauses hold this; --most \1 shows them all\n", found.err)


def test_a_clause_knows_who_uses_it(treatykit: Command) -> None:
    lines = treatykit("clauses", "uses", "delimitation-basis").lines

    assert "framework/left-to-commission holds it" in lines
    assert any(line.startswith("recognition/boundary-maps requires delimitation-basis/map-series: ") for line in lines)


def test_the_drafts_of_a_project_are_among_those_who_use_a_clause(project: Command) -> None:
    lines = project("clauses", "uses", "delimitation-basis").lines

    assert "drafts/peace-treaty.yaml@framework uses it: left-to-commission" in lines
    wording = project("clauses", "uses", "delimitation-basis/left-to-commission", "--json").data["drafts"]
    assert wording == [{"draft": "drafts/peace-treaty.yaml@framework", "wording": "left-to-commission", "value": None}]
    Path("drafts/broken.yaml").write_text("format: treatykit-draft/1\n", encoding="utf-8")
    broken = project("clauses", "uses", "delimitation-basis")
    assert (broken.code, broken.lines) == (4, lines)
    assert broken.err.startswith("drafts/broken.yaml")


def test_a_draft_that_fills_a_parameter_says_with_what(project: Command) -> None:
    draft = Path("drafts/peace-treaty.yaml")
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("params:\n", "params:\n  non-use-of-force.consult: 36\n", 1), encoding="utf-8")

    lines = project("clauses", "uses", "non-use-of-force.consult").lines

    assert [line for line in lines if line.startswith("drafts/")] == [
        "drafts/peace-treaty.yaml@comprehensive uses it: consultation, 36"
    ]


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
        == "nothing is called 'undefined-trem' — did you mean 'undefined-term'?\n"
    )
    assert treatykit("check", "--without", "blnak").err == "no check is called 'blnak' — did you mean 'blank'?\n"


def test_what_is_shown_of_a_clause_fits_the_terminal(treatykit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    shown = treatykit("clauses", "show", "withdrawal").out

    assert "=====" in shown
    assert max(map(len, shown.split("\n"))) <= 80
