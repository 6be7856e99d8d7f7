"""The page about the clause notation says what is true: its examples are read and printed back."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from treatykit.errors import ContentError
from treatykit.markup import syntax
from treatykit.markup.parser import parse_body
from treatykit.markup.printer import print_body
from treatykit.markup.slots import DraftWord, Filter, RoleForm
from treatykit.markup.syntax import Body, OptionCondition, RegisterCondition, TopicCondition
from treatykit.markup.walk import occurrences

PAGE = (Path(__file__).parents[2] / "docs" / "notation.md").read_text(encoding="utf-8")
BOXES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CANONICAL = [text for kind, text in BOXES if kind in {"clause", "printed"}]
REFUSED = [text.rsplit("= ", 1) for kind, text in BOXES if kind == "refused"]
WRITTEN = [(text, printed) for (kind, text), (_, printed) in pairwise(BOXES) if kind == "written"]

HEAD = "## alternative: example\n\n"


def read(text: str) -> Body:
    return parse_body(text if text.startswith("## ") else HEAD + text, "example.md", first_line=-1)


@pytest.mark.parametrize("text", CANONICAL)
def test_an_example_is_printed_back_as_it_stands(text: str) -> None:
    assert print_body(read(text)).removeprefix(HEAD) == text


@pytest.mark.parametrize(("written", "printed"), WRITTEN)
def test_an_example_is_printed_as_the_next_box_shows(written: str, printed: str) -> None:
    assert print_body(read(written)).removeprefix(HEAD) == printed


@pytest.mark.parametrize(("text", "error"), REFUSED)
def test_an_example_is_refused_with_the_words_shown(text: str, error: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(text)

    assert str(caught.value) == error.strip()


def test_the_examples_show_every_mark() -> None:
    wordings = [wording for text in CANONICAL for wording in read(text).alternatives]
    found = [occurrence for wording in wordings for occurrence in occurrences(wording)]
    shown = {type(occurrence.node) for occurrence in found}
    conditions = {(type(each), each.negated) for occurrence in found for each in occurrence.conditions}

    assert shown == {*syntax.Block.__args__, *syntax.Inline.__args__}
    assert conditions == {
        (kind, negated) for kind in (OptionCondition, TopicCondition, RegisterCondition) for negated in (True, False)
    }


def test_the_page_lists_every_name_and_filter_that_a_slot_can_have() -> None:
    section = PAGE.split("\n## Slots\n")[1].split("\n## ")[0]
    rows = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| `")]

    assert set(re.findall(r"`([a-z_.]+)`", "\n".join(rows))) == {
        *DraftWord,
        *Filter,
        *(f"role.{form}" for form in RoleForm),
        "topic.parameter",
    }
