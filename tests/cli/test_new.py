"""The command `new`: a draft from questions and answers, on a terminal or by options."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import sys
from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path

import pytest
from tests.assemble.making import clause
from tests.cli.conftest import Command, Outcome

from treatykit.assemble.draft import read_draft

FRAME = (
    "--title", "Treaty on the Border", "--party", "KAR=the Republic of Karvela, with its islands",
    "--party", "TES=the Republic of Tesmar", "--variant", "framework",
)  # fmt: skip
BY_HAND = (
    "Treaty on the Border",
    "",
    "",
    "KAR=the Republic of Karvela, with its islands",
    "",
    "TES=the Republic of Tesmar",
)

NUMBER = r"(?m)^(\d+)\. "  # of a question


class Terminal(io.StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


def typed(treatykit: Command, monkeypatch: pytest.MonkeyPatch, replies: Sequence[str], *options: str) -> Outcome:
    """What the command does where these lines are typed."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{reply}\n" for reply in replies)))
    return treatykit("new", "border", *options)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_options_alone_make_a_draft_that_builds(treatykit: Command) -> None:
    made = treatykit("new", "border", *FRAME, "--defaults")

    assert made.code == 0
    assert made.out == f"{Path('drafts/border.yaml')}\n"
    assert "20 articles" in made.err
    assert made.err.endswith(f"Next: treatykit build {Path('drafts/border.yaml')}\n")
    assert (
        read_draft(Path(made.lines[0]).read_text("utf-8"), "").file.parties["KAR"].full.endswith(", with its islands")
    )
    assert treatykit("build", *made.lines, "--to", "json").code == 0


def test_the_same_answers_make_the_same_bytes_typed_or_as_options(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = (*BY_HAND, "", "", "framework", "", "2", "?", "<", "2", "nonsense", "omit: left to later", "!")
    by_hand = typed(treatykit, monkeypatch, replies)
    written = Path("drafts/border.yaml").read_bytes()
    options = ("--choose", "preamble=instruments", "--omit", "establishment-of-peace=left to later", "--yes")

    assert by_hand.out == f"{Path('drafts/border.yaml')}\n"
    assert "'nonsense' is none of these" in by_hand.err
    for _ in range(2):
        assert treatykit("new", "border", *FRAME, *options, "--force").code == 0
        assert Path("drafts/border.yaml").read_bytes() == written


def test_each_choice_is_told_with_what_speaks_for_and_against_it(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = typed(treatykit, monkeypatch, ("", "", "", "?", "quit"), *FRAME, "--short", "KAR=Kar", "--short", "TES=Tes")
    words = " ".join(told.err.split())

    assert "Preamble: which wording?" in words
    assert words.count("For: ") == words.count("Against: ") == 2
    assert "Vienna Convention" in words
    assert told.out == ""
    assert told.code == 130
    assert not Path("drafts").exists()


def test_a_reply_to_another_question_is_no_name(treatykit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    replies = ("Treaty", "", "", "omit: no reason", "bracket: KAR:general,TES:none", "KAR=Karvela: the Isles", "quit")

    told = typed(treatykit, monkeypatch, replies)

    assert "'omit: no reason' answers another question" in told.err
    assert "'bracket: KAR:general,TES:none' answers another question" in told.err
    assert told.err.count("answers another question") == 2


@pytest.mark.parametrize("replies", [("quit",), ("Treaty", "", " quit "), ("Treaty",)])
def test_who_quits_or_goes_leaves_nothing_behind(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch, replies: Sequence[str]
) -> None:
    left = typed(treatykit, monkeypatch, replies)

    assert left.code == 130
    assert left.err.endswith("nothing was written\n")
    assert not Path("drafts").exists()


def test_a_broken_rule_is_told_and_mended_by_the_person(treatykit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    ratified = (
        "--choose",
        "entry-into-force=ratification",
        "--level",
        "states",
        "--short",
        "KAR=Kar",
        "--short",
        "TES=Tes",
    )
    told = typed(treatykit, monkeypatch, ("memorandum", "entry-into-force/signature", "!"), *FRAME, *ratified)

    assert "does not fit a text of the type 'memorandum'" in " ".join(told.err.split())
    assert "entry-into-force: signature" in Path("drafts/border.yaml").read_text("utf-8")


def test_a_step_back_leads_to_the_last_question_that_was_asked(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = ("<", "Wrong", "KAR=the Republic of Karvela", "<", "<", "Right", *FRAME[3:6:2], "framework")
    told = typed(treatykit, monkeypatch, replies, "--defaults")

    assert told.code == 0
    assert told.err.count("What is the title?") == 2
    assert told.err.count("this is the first question") == 1
    assert "title: Right\n" in Path("drafts/border.yaml").read_text("utf-8")


def test_an_answer_stands_after_a_step_back_until_it_is_taken_back(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = (*FRAME[:-1], "comprehensive", "--party", "VEN=the Kingdom of Venn", "--ask", "blanks")
    kept = typed(treatykit, monkeypatch, ("", "<", "The treaty of 1991", "<", "", "!"), *frame)

    assert kept.err.count("[The treaty of 1991] > ") == 1
    assert re.findall(NUMBER, kept.err)[:6] == ["1", "2"] * 3
    assert "The treaty of 1991" in Path("drafts/border.yaml").read_text("utf-8")

    gone = typed(treatykit, monkeypatch, ("The treaty of 1991", "<", "forget", "!"), *frame, "--force")

    assert gone.err.count("[The treaty of 1991] > ") == gone.err.count("'forget' takes it back") == 1
    assert "The treaty of 1991" not in Path("drafts/border.yaml").read_text("utf-8")


def test_what_explains_is_as_wide_as_the_question(treatykit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treatykit.cli.terminal.get_terminal_size", lambda: os.terminal_size((140, 40)))
    monkeypatch.setenv("COLUMNS", "60")
    options = (*FRAME[:-1], "comprehensive", "--ask", "blanks")
    told = typed(treatykit, monkeypatch, ("?", "quit"), *options).err.partition("> ")[2]
    paragraphs = [each.split("\n") for each in told.partition("[")[0].strip().split("\n\n")]

    assert len(paragraphs) > 1
    for line, following in chain.from_iterable(pairwise(each) for each in paragraphs):
        assert len(line) <= 60 < len(f"{line} {following.split()[0]}")


def test_with_defaults_a_broken_rule_is_mended_and_told(treatykit: Command) -> None:
    route = ("--choose", "transit-controls=control-free")
    made = treatykit("new", "border", *FRAME[:-1], "comprehensive", *route, "--defaults")

    assert made.code == 0
    assert "  so: --choose transit-principles=special-route\n" in made.err


@pytest.mark.parametrize("bracket", ["transit-controls=KAR:control-free", "monitoring=KAR:organization,TES:none"])
def test_advice_on_a_bracket_can_be_followed(treatykit: Command, bracket: str) -> None:
    given = (*FRAME[:-1], "comprehensive", "--bracket", bracket, "--defaults", "--force")
    advised = treatykit("new", "border", *given)
    advice = [each for line in advised.err.splitlines() if line.startswith("  so: ") for each in line.split()[1:]]
    followed = treatykit("new", "border", *given, *advice)

    assert advice
    assert "in the reading of" not in followed.err
    assert followed.code == 0


def test_the_type_alone_decides_what_stands_by_default(treatykit: Command) -> None:
    made = treatykit("new", "border", *FRAME[:-1], "comprehensive", "--type", "memorandum", "--defaults")

    assert made.code == 0
    assert "choose:" not in Path(made.lines[0]).read_text("utf-8")


def test_a_trainer_is_asked_little_of_a_long_text_between_three(
    treatykit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = (*FRAME[:-1], "comprehensive", "--party", "VEN=the Kingdom of Venn")
    told = typed(treatykit, monkeypatch, ("", "", "", "", "", "blanks", *["x"] * 40), *frame)
    asked = re.findall(NUMBER, told.err)

    assert "How much do you want to be asked?" in told.err
    assert len(asked) < 40
    assert asked == [str(number) for number in range(1, len(asked) + 1)]
    assert told.code == 0


def test_how_much_is_asked_can_be_said_beforehand(treatykit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    short = ("--level", "states", "--type", "treaty", "--short", "KAR=Kar", "--short", "TES=Tes")
    told = typed(treatykit, monkeypatch, ("quit",), *FRAME[:-1], "comprehensive", "--ask", "wordings", *short)

    assert "Preamble: which wording?" in told.err
    assert treatykit("new", "small", *FRAME, "--ask", "blanks", "--defaults").code == 0
    assert "'much' is not possible here" in treatykit("new", "x", *FRAME[:-1], "partial", "--ask", "much").err


def test_what_an_option_says_is_not_mended_away(treatykit: Command) -> None:
    made = treatykit(
        "new", "border", *FRAME[:-1], "comprehensive", "--type", "memorandum",
        "--choose", "entry-into-force=ratification", "--defaults",
    )  # fmt: skip

    assert made.code == 4
    assert made.err.count("\n") == 1
    assert not Path("drafts").exists()


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ((), "'--title …'"),
        (("--title", "T", "--defaults"), "'--party CODE=NAME'"),
        (FRAME[:-2], "'--type …', or --defaults"),
        ((*FRAME[:-2], "--defaults"), "'--variant …'"),
        ((*FRAME, "--type", "treaty", "--level", "states"), "'--short KAR=NAME', or --defaults"),
    ],
)
def test_where_nobody_can_be_asked_the_option_that_is_missing_is_named(
    treatykit: Command, given: Sequence[str], names: str
) -> None:
    refused = treatykit("new", "border", *given)

    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert f"say {names}" in refused.err


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--choose", "recognition=boundary-maps"), "does not fit the framework variant"),
        (("--choose", "recogniton=general"), "did you mean 'recognition'?"),
        (("--set", "border-commission.members=6"), "nothing in this text asks for it"),
        (("--set", "languages.verification=13"), "13 months is too much"),
        (("--option", "languages.translations=maybe"), "neither yes nor no"),
        (("--omit", "maps=no need"), "the framework variant does not have 'maps'"),
        (("--add", "transit-controls"), "on purpose"),
        (("--bracket", "recognition=KAR:none"), "nobody proposes words"),
        (("--type", "pact"), "'pact' is not possible here"),
        (("--adjective", "VEN=Vennish"), "no party has the code 'VEN'"),
        (("--date", "2031-02-30"), "there is no day 2031-02-30"),
        (("--status", "secret"), "'secret' is not possible here"),
        (("--omit", "languages"), "write '--omit TOPIC=REASON'"),
        (("--structure", "preamble; recogniton"), "did you mean 'recognition'?"),
        (("--in", "comprehensive: chose maps=precedence"), "did you mean 'choose'?"),
        (("--in", "comprehensive: option maps.archives=maybe"), "neither yes nor no"),
    ],
)
def test_an_option_that_says_what_no_draft_may_say_is_named(
    treatykit: Command, option: tuple[str, str], message: str
) -> None:
    refused = treatykit("new", "border", *FRAME, *option, "--defaults")

    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert refused.err.startswith(option[0])
    assert message in refused.err
    assert not Path("drafts").exists()


def test_nothing_is_overwritten_unless_asked(treatykit: Command) -> None:
    assert treatykit("new", "border", *FRAME, "--defaults").code == 0
    before = Path("drafts/border.yaml").read_bytes()

    assert treatykit("new", "border.yaml").err == (
        f"'{Path('drafts/border.yaml')}' is there already — choose another name, or say --force to overwrite it\n"
    )
    assert treatykit("new", "../border").code == 2
    assert Path("drafts/border.yaml").read_bytes() == before
    assert treatykit("new", "border", *FRAME, "--symbol", "KAR-TES/1", "--defaults", "--force").code == 0
    assert Path("drafts/border.yaml").read_bytes() != before


def test_the_next_round_can_stand_on_the_numbers_of_the_last(treatykit: Command) -> None:
    first = treatykit("new", "first", *FRAME, "--divisions", "sections", "--defaults")
    second = treatykit(
        "new",
        "second",
        *FRAME,
        "--divisions",
        "sections",
        "--freeze",
        "first.yaml",
        "--add",
        "prisoners=both ask",
        "--defaults",
    )

    assert (first.code, second.code) == (0, 0)
    assert treatykit("build", *second.lines, "-o", "second.txt").code == 0
    assert "\nSection 10 bis. Prisoners" in Path("second.txt").read_text("utf-8")


def test_options_name_the_topics_and_what_differs_in_another_variant(treatykit: Command) -> None:
    made = treatykit(
        *("new", "border", *FRAME, "--structure", "preamble/minimal; recognition; entry-into-force", "--defaults"),
        *("--in", "partial: symbol=KAR-TES/2", "--in", "partial: choose recognition=instruments"),
    )

    assert made.code == 0
    said = read_draft(Path(made.lines[0]).read_text("utf-8"), "").file
    assert said.structure == ("preamble/minimal", "recognition", "entry-into-force")
    assert (said.variants["partial"].symbol, said.variants["partial"].choose) == (
        "KAR-TES/2",
        {"recognition": "instruments"},
    )


def test_the_clauses_of_the_project_are_asked_about_too(treatykit: Command) -> None:
    Path("clauses").mkdir()
    Path("clauses/tea.md").write_text(clause("tea", "Tea is served.", "No tea."), "utf-8")

    made = treatykit("new", "border", *FRAME, "--add", "tea=everybody wants it", "--choose", "tea=two", "--defaults")

    assert made.code == 0
    assert "  tea:\n    alternative: two\n    because: everybody wants it\n" in Path(made.lines[0]).read_text("utf-8")


def test_a_session_on_a_real_terminal(tmp_path: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.chdir(tmp_path)
        os.execv(sys.executable, [sys.executable, "-m", "treatykit", "new", "border"])
    said = _until(terminal, "> ")
    for reply in (*BY_HAND, "", "", "1", "<", "1", "!"):
        os.write(terminal, f"{reply}\n".encode())
        said += _until(terminal, "> ")
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert "What is the title?" in said
    assert "Next: treatykit build drafts/border.yaml" in said
    assert read_draft((tmp_path / "drafts/border.yaml").read_text("utf-8"), "").file.variant == "framework"


def _until(terminal: int, sign: str) -> str:
    """What is said until the sign, or until the end."""
    said = b""
    while not said.endswith(sign.encode()) and select.select([terminal], [], [], 60)[0]:
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
    return said.decode()
