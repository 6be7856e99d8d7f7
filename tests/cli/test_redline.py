"""The redline on the terminal: every change once, marked with and without colour; no text commands the terminal."""

from __future__ import annotations

import re

from hypothesis import given, settings
from tests.check.writing import text
from tests.cli.conftest import Command
from tests.strategies import document_pairs

from treatykit.cli.redline import redline_lines
from treatykit.compare import compare, report
from treatykit.model.document import Document


def printed(old: Document, new: Document, *, with_colour: bool = False) -> list[str]:
    redline = compare(old, new)
    return list(redline_lines(redline, report(redline, "old", "new"), with_colour=with_colour))


def test_words_that_came_and_went_are_marked_by_signs() -> None:
    old, new = text("# Peace", "- They should meet."), text("# Peace", "- They shall meet.")

    assert printed(old, new)[:2] == [
        "Article 1: amended (obligation)",
        "  They [-should-]{+shall+} meet.",
    ]


def test_or_by_colour_that_is_never_alone() -> None:
    old, new = text("# Peace", "- They should meet."), text("# Peace", "- They shall meet.")

    line = printed(old, new, with_colour=True)[1]

    assert line == "  They \x1b[31m\x1b[9mshould\x1b[0m\x1b[32m\x1b[4mshall\x1b[0m meet."


def test_a_paragraph_that_only_got_another_number_is_listed_and_not_printed() -> None:
    old = text("# Peace", "- One.", "- Two.")
    new = text("# Peace", "- First of all.", "- One.", "- Two.")

    lines = printed(old, new)

    assert "  {+1.+} {+First of all.+}" in lines
    assert not any("One." in line for line in lines)
    assert any(line.startswith("Renumbered: Article 1, paragraph 1 → Article 1, paragraph 2") for line in lines)


def test_words_far_from_a_change_are_left_out() -> None:
    words = " ".join(f"word{at}" for at in range(100))
    old, new = text("# Peace", f"- A {words} B {words} C"), text("# Peace", f"- A {words} X {words} C")

    line = printed(old, new)[1]

    assert line.count("…") == 2
    assert "word95" in line
    assert "word50" not in line


def test_no_text_can_command_the_terminal() -> None:
    old, new = text("# Peace", "- Old."), text("# Peace", "- New \x1b]0;owned\x07 and \x9b31m red.")

    lines = "\n".join(printed(old, new))

    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", lines)


@settings(max_examples=40)
@given(document_pairs())
def test_every_redline_can_be_printed(pair: tuple[Document, Document]) -> None:
    old, new = pair

    assert bool(printed(old, new)) == bool(report(compare(old, new), "old", "new").changes)


def test_no_colour_leaves_the_terminal_and_json_alone(project: Command) -> None:
    done = project("compare", "drafts/peace-treaty.yaml@framework", "drafts/peace-treaty.yaml@partial")

    assert "\x1b" not in done.out
