"""Every name that a message ends in is explained, on the command line and on the page about messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Command

import treatykit
from treatykit.check.checking import RULES
from treatykit.cli.meanings import MEANINGS
from treatykit.library.schema import RuleKind
from treatykit.writers.markdown.losses import LOSSES

ROOT = Path(treatykit.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "errors.md"
ROOMS = ("app", "assemble", "library", "readers", "writers", "compare")
SPEAKERS = {"Diagnostic", "_error", "_finding", "_note", "_warning", "add", "find", "note", "warn"}
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _printed() -> Iterator[str]:
    """The names in the calls that make diagnostics, and those from tables."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _named(node)
    yield from LOSSES
    yield from (f"rule-{kind}" for kind in RuleKind)


def _named(call: ast.Call) -> Iterator[str]:
    said = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if function in SPEAKERS and len(call.args) > 1:
        said.append(call.args[0])
    for value in said:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and CODE.fullmatch(value.value):
            yield value.value


def test_every_name_that_is_printed_is_explained_and_no_other() -> None:
    printed = set(_printed())

    assert {"choice-not-followed", "heading-without-space", "formats", "content"} <= printed  # the collector sees
    assert printed == set(MEANINGS)
    assert not printed & {rule.id for rule in RULES}


@pytest.mark.parametrize("name", sorted(MEANINGS))
def test_each_is_explained_where_it_is_asked_for_and_on_the_page(treatykit: Command, name: str) -> None:
    done = treatykit("explain", name)

    assert (done.code, done.lines[0]) == (0, name)
    assert " ".join(done.lines[1:]) == MEANINGS[name]
    assert f"\n| {name} | {MEANINGS[name]} |\n" in PAGE.read_text(encoding="utf-8")


def test_a_name_that_nothing_has_is_guessed(treatykit: Command) -> None:
    done = treatykit("explain", "choice-not-folowed")

    assert (done.code, done.err) == (
        2,
        "nothing is called 'choice-not-folowed' — did you mean 'choice-not-followed'?\n",
    )
