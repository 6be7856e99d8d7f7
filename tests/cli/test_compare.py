"""`compare`, `changes`, `accept`, `reject`, `convert`: redlines, and what is decided about them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.readers.word_files import p, word_file
from tests.writers.test_docx_redline_decisions import saved_elsewhere

from treatykit.model.decide import accept, reject
from treatykit.model.outline import outline
from treatykit.readers.docx import read_docx
from treatykit.readers.json import read_json

DRAFT = "drafts/peace-treaty.yaml"
OLD, NEW = f"{DRAFT}@framework", f"{DRAFT}@partial"


@pytest.fixture
def texts(project: Command) -> Command:
    """The command line in a project with both variants as `old` and `new`, in Word and JSON."""
    for variant, name in (("framework", "old"), ("partial", "new")):
        for suffix in ("docx", "json"):
            assert project("build", DRAFT, "--variant", variant, "-o", f"{name}.{suffix}").code == 0
    return project


def _delimitation() -> str:
    """The article of the new text that differs in its first paragraph, `Article 7`."""
    body = read_json(Path("new.json").read_bytes(), "new.json").document.body
    return next(each.label for each in outline(body).walk() if each.key == "delimitation-basis")


def test_without_output_the_redline_is_printed(texts: Command) -> None:
    done = texts("compare", OLD, NEW)

    assert done.code == 0
    assert f"· {_delimitation()}, paragraph 1 ──" in done.out
    assert "[-The Parties shall delimit the boundary" in done.out
    assert "{+" in done.out
    assert "changes: " in done.out
    assert "\x1b" not in done.out


def test_with_output_it_is_written_and_summed_up(texts: Command) -> None:
    done = texts("compare", OLD, NEW, "-o", "redline.docx", "-o", "redline.html")

    assert done.lines == ["redline.docx", "redline.html"]
    assert "changes: " in done.err


def test_between_two_variants_added_deepened_and_unchanged_topics_are_listed_apart(texts: Command) -> None:
    told = texts("compare", f"{DRAFT}@framework", f"{DRAFT}@comprehensive")
    written = texts("compare", f"{DRAFT}@framework", f"{DRAFT}@comprehensive", "-o", "redline.md")
    topics = texts("compare", f"{DRAFT}@framework", f"{DRAFT}@comprehensive", "--json").data["topics"]

    ids = {fate: [each["topic"] for each in found] for fate, found in topics.items()}
    assert "transit-controls" in ids["added"]
    assert {
        "topic": "non-use-of-force",
        "title": "Non-use of force",
        "old": "charter",
        "new": "consultation",
    } in topics["deepened"]
    assert "registration" in ids["unchanged"]
    for fate in ("added", "deepened", "unchanged"):
        line = f"{len(ids[fate])} topics {fate}: {ids[fate][0]}"
        assert line in " ".join(told.out.split())
        assert line in " ".join(written.err.split())


def test_of_texts_that_were_not_made_here_no_topics_are_told(texts: Command) -> None:
    assert "topics" not in texts("compare", "old.docx", "new.docx", "--json").data
    assert "topics" not in texts("compare", OLD, "new.docx", "--json").data


def test_a_word_file_and_the_draft_it_was_made_from_say_the_same(texts: Command) -> None:
    done = texts("compare", OLD, "old.docx", "--check")

    assert (done.code, done.out) == (0, "")
    assert "The two texts are the same." in done.err


def test_what_the_head_of_the_pages_says_otherwise_is_told_and_is_no_change(texts: Command) -> None:
    later = Path("drafts/later.yaml")
    later.write_text(Path(DRAFT).read_text(encoding="utf-8").replace("KAR-TES/3", "KAR-TES/4"), encoding="utf-8")

    done = texts("compare", OLD, f"{later}@framework", "--check")

    assert done.code == 0
    assert (
        "'KAR-TES/3, Negotiating text, 14 March 2031' and is 'KAR-TES/4, Negotiating text, 14 March 2031'" in done.err
    )
    assert "running-head" not in texts("compare", OLD, OLD).err


@pytest.mark.parametrize("suffix", ["docx", "md", "json"])
def test_the_head_of_the_pages_comes_back_when_all_is_rejected(texts: Command, suffix: str) -> None:
    later = Path("drafts/later.yaml")
    said = Path(DRAFT).read_text(encoding="utf-8").replace("KAR-TES/3", "KAR-TES/4")
    later.write_text(said.replace("negotiating", "clean").replace("2031-03-14", "2031-05-20"), encoding="utf-8")

    made = texts("compare", "old.docx", f"{later}@partial", "-o", f"redline.{suffix}")
    rejected = texts("reject", f"redline.{suffix}", "-o", "rejected.docx")
    accepted = texts("accept", f"redline.{suffix}", "-o", "accepted.docx")

    assert (rejected.code, accepted.code) == (0, 0)
    assert "no change is marked for it, and only 'treatykit reject' brings it back" in made.err
    assert "headers and footers" in made.err
    metas = [read_docx(Path(name).read_bytes(), name).document.meta for name in ("old.docx", "rejected.docx")]
    assert metas[0] == metas[1]
    assert read_docx(Path("accepted.docx").read_bytes(), "x").document.meta.symbol == "KAR-TES/4"


def test_the_head_of_the_pages_that_stays_in_a_file_which_another_program_saved_is_told(texts: Command) -> None:
    later = Path("drafts/later.yaml")
    later.write_text(Path(DRAFT).read_text(encoding="utf-8").replace("KAR-TES/3", "KAR-TES/4"), encoding="utf-8")
    texts("compare", "old.docx", f"{later}@partial", "-o", "redline.docx")
    Path("saved.docx").write_bytes(saved_elsewhere(Path("redline.docx").read_bytes()))

    assert "the head of the pages stays 'KAR-TES/4, " in texts("reject", "saved.docx", "-o", "rejected.docx").err
    assert "the head" not in texts("accept", "saved.docx", "-o", "accepted.docx").err
    assert "the head" not in texts("reject", "saved.docx", "-o", "rejected.json").err


def test_check_tells_by_the_exit_code(texts: Command) -> None:
    assert texts("compare", "old.json", "new.json", "--check").code == 1
    assert texts("compare", "old.json", "new.json").code == 0
    assert texts("compare", "old.json", "old.json", "--check").code == 0


@pytest.fixture
def two_spellings(treatykit: Command) -> Command:
    """The command line beside a text and the same text spelt and spaced otherwise."""
    Path("old.md").write_text("The Parties recognize the co-operation.\n", encoding="utf-8")
    Path("new.md").write_text("the Parties recognise **the** cooperation.\n", encoding="utf-8")
    return treatykit


@pytest.mark.parametrize(
    "asked",
    [
        ["--ignore", "formatting,spelling,case"],
        ["--ignore", "formatting", "--ignore", "Case, spelling"],
    ],
)
def test_what_is_to_be_ignored_is_not_marked_and_the_summary_names_it(two_spellings: Command, asked: list[str]) -> None:
    done = two_spellings("compare", "old.md", "new.md", "--check", *asked)

    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0] == "No change was found. Not compared: formatting, case, spelling."


def test_what_is_not_to_be_ignored_is_still_found(two_spellings: Command) -> None:
    done = two_spellings("compare", "old.md", "new.md", "--ignore", "case", "--check", "-o", "redline.html")

    assert done.code == 1
    assert "Not compared: case." in done.err
    assert "Not compared: case." in Path("redline.html").read_text(encoding="utf-8")
    assert two_spellings("compare", "old.md", "new.md", "--ignore", "case", "--json").data["report"]["summary"][
        "ignored"
    ] == ["case"]


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("formating", "no kind of difference is called 'formating' — did you mean 'formatting'?\n"),
        (
            "case,colour",
            "no kind of difference is called 'colour' — there are formatting, case, punctuation, spacing, spelling\n",
        ),
    ],
)
def test_an_unknown_kind_of_difference_is_guessed(two_spellings: Command, said: str, remedy: str) -> None:
    done = two_spellings("compare", "old.md", "new.md", "--ignore", said)

    assert (done.code, done.err) == (2, remedy)


def test_json_holds_every_change(texts: Command) -> None:
    report = texts("compare", "old.json", "new.json", "--json").data["report"]

    assert report["old_name"] == "old.json"
    assert {change["kind"] for change in report["changes"]} >= {"inserted", "amended"}


def test_accepting_gives_the_new_text_and_rejecting_the_old(texts: Command) -> None:
    texts("compare", "old.docx", "new.docx", "-o", "redline.docx")

    accepted = texts("accept", "redline.docx", "-o", "accepted.docx")
    rejected = texts("reject", "redline.docx", "-o", "rejected.json")

    assert accepted.err.endswith(", 0 left\n")
    assert rejected.lines == ["rejected.json"]
    assert texts("compare", "accepted.docx", "new.docx", "--check").code == 0
    assert texts("compare", "rejected.json", "old.docx", "--check").code == 0


def test_a_redline_in_word_reads_back_as_the_two_texts(texts: Command) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.docx", "--author", "Delegation")
    old, new = (read_json(Path(name).read_bytes(), name).document for name in ("old.json", "new.json"))

    redline = read_docx(Path("redline.docx").read_bytes(), "redline.docx").document

    assert accept(redline) == new
    assert reject(redline) == old


def test_some_changes_can_be_decided_and_the_others_left(texts: Command) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.json", "--author", "Delegation of Tesmar")
    total = len(
        [each for each in texts("changes", "redline.json", "--json").data["report"]["changes"] if each["number"]]
    )

    one = texts("accept", "redline.json", "-o", "one.json", "--change", "1", "--json").data

    assert (one["decided"], one["pending"]) == (1, total - 1)
    assert (
        texts("accept", "redline.json", "-o", "all.json", "--author", "Delegation of Tesmar", "--json").data["pending"]
        == 0
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--author", "Delegation of Tesmor"],
            "no change is by 'Delegation of Tesmor' — did you mean 'Delegation of Tesmar'?",
        ),
        (["--change", "999"], "no change has the number 999 — list them with 'treatykit changes FILE'"),
        (["--change", "1", "--change", "0"], "no change has the number 0 — list them with 'treatykit changes FILE'"),
        (["--change", "-1"], "no change has the number -1 — list them with 'treatykit changes FILE'"),
    ],
)
def test_what_does_not_exist_cannot_be_decided(texts: Command, arguments: list[str], message: str) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.json", "--author", "Delegation of Tesmar")

    done = texts("accept", "redline.json", "-o", "out.json", *arguments)

    assert (done.code, done.err) == (2, f"{message}\n")
    assert not Path("out.json").exists()


def test_changes_lists_them(texts: Command) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.json")

    listed = texts("changes", "redline.json").out
    (line,) = (line for line in listed.splitlines() if f"{_delimitation()}, paragraph 1: amended" in line)
    number = line.partition(".")[0]
    assert "amended by treatykit" in line
    assert "1 change accepted" in texts("accept", "redline.json", "-o", "one.json", "--change", number).err


def test_a_text_without_tracked_changes_is_said_to_have_none(texts: Command) -> None:
    done = texts("changes", "old.json")

    assert (done.out, done.err) == ("", "old.json has no tracked changes.\n")


def test_a_text_without_tracked_changes_is_written_as_it_stands_and_that_is_said(texts: Command) -> None:
    done = texts("accept", "old.json", "-o", "same.json")

    assert (done.code, done.err) == (0, "old.json has no tracked changes; it is written as it stands.\n")
    assert texts("compare", "old.json", "same.json", "--check").code == 0


@pytest.mark.parametrize(
    "command", [("accept", "-o", "out.docx"), ("reject", "-o", "out.docx"), ("changes",), ("compare", "new.json")]
)
def test_a_redline_in_plain_text_is_for_reading_only(texts: Command, command: tuple[str, ...]) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.txt")

    done = texts(command[0], "redline.txt", *command[1:])

    assert (done.code, done.out) == (3, "")
    assert done.err.endswith(": a redline in plain text is for reading only — take the .docx, .md or .json of it\n")
    assert done.err.count("\n") == 1
    assert not Path("out.docx").exists()


def test_pending_changes_have_to_be_decided_first(texts: Command) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.json")

    refused = texts("compare", "redline.json", "new.json")

    assert refused.code == 4
    assert refused.err.endswith("say --existing accept, reject or keep, or decide them with 'treatykit accept'\n")
    assert texts("compare", "redline.json", "new.json", "--existing", "accept", "--check").code == 0
    assert texts("compare", "redline.json", "old.json", "--existing", "reject", "--check").code == 0


def test_an_input_is_never_overwritten_unless_asked(texts: Command) -> None:
    before = Path("new.docx").read_bytes()

    refused = texts("compare", "old.docx", "new.docx", "-o", "new.docx")

    assert (refused.code, refused.err) == (
        2,
        "'new.docx' is an input file — choose another name, or say --force to overwrite it\n",
    )
    assert Path("new.docx").read_bytes() == before
    assert texts("compare", "old.docx", "new.docx", "-o", "new.docx", "--force").code == 0
    assert Path("new.docx").read_bytes() != before


def test_one_bad_output_keeps_all_from_being_written(texts: Command) -> None:
    done = texts("compare", "old.json", "new.json", "-o", "redline.html", "-o", "redline.dox")

    assert done.code == 2
    assert not Path("redline.html").exists()


def test_a_text_is_converted_with_its_changes(texts: Command) -> None:
    texts("compare", "old.json", "new.json", "-o", "redline.json")

    assert texts("convert", "redline.json", "-o", "redline.docx", "-o", "redline.html").lines == [
        "redline.docx",
        "redline.html",
    ]
    assert texts("convert", OLD, "-o", "draft.html").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.docx"], 2),
        (["missing.docx", "new.docx"], 3),
        (["README.md", "no.docx"], 3),
        (["old.pdf", "new.docx"], 3),
        (["old.json", "broken.json"], 3),
        (["old.json", "empty.docx"], 3),
        (["old.json", "empty.md"], 3),
        (["old.json", "blanks.txt"], 3),
        (["old.json", "printed.pdf"], 3),
        (["old.json", "new.json", "--view", "side-by-side", "-o", "redline.docx"], 2),
        (["old.json", "new.json", "-o", "old.json/redline.docx"], 3),
    ],
)
def test_bad_input_is_one_line_and_never_a_traceback(texts: Command, arguments: list[str], code: int) -> None:
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("empty.docx").write_bytes(b"")
    Path("empty.md").write_bytes(b"")
    Path("blanks.txt").write_text(" \n\n")
    Path("printed.pdf").write_bytes(b"%PDF-1.7")

    done = texts("compare", *arguments)

    assert done.code == code
    assert done.err.count("\n") == 1


def test_a_reader_who_stops_reading_makes_no_difference_to_the_exit_code(texts: Command) -> None:
    code = "import sys; from treatykit.cli.running import run; sys.exit(run(['compare', 'old.json', 'new.json']))"
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, check=False)

    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_two_word_files_are_compared_without_loading_the_library(treatykit: Command) -> None:
    Path("old.docx").write_bytes(word_file(p("Each Party should agree.")))
    Path("new.docx").write_bytes(word_file(p("Each Party shall agree.")))
    code = (
        "import sys; from treatykit.cli.running import run; run(['compare', 'old.docx', 'new.docx', '-o', 'r.docx']);"
        "sys.stderr.write(repr(list(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    for needless in ("pydantic", "yaml", "jinja2", "treatykit.library", "treatykit.assemble", "treatykit.app.shelves"):
        assert f"'{needless}'" not in done.stderr
