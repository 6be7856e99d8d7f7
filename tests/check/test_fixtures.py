"""Every rule finds what it is for, and leaves alone what only looks like it.

A fixture lies in ``tests/fixtures/invalid/<rule-id>``. Its first lines say what that rule finds in it, severity,
place and words (``expect: nothing`` for a near miss), and what is known of the text: ``title``, ``status``, or
``form: plain`` for a text of which no file says what its paragraphs are. Below ``---`` stands the text, in the
shorthand of `tests.check.writing`; where ``--- before`` follows, the redline from the text below it is checked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from tests.check.writing import text

from treatykit.check.checking import RULES, check_document
from treatykit.compare import compare
from treatykit.model.document import Document, Status
from treatykit.readers.text import read_text

FOLDER: Final = Path(__file__).parents[1] / "fixtures" / "invalid"
FILES: Final = sorted(FOLDER.glob("*/*"))


@dataclass(frozen=True, slots=True)
class Fixture:
    """A small text, and what one rule finds in it."""

    rule: str
    expected: tuple[str, ...]
    document: Document


def fixture(path: Path) -> Fixture:
    head, body = path.read_text(encoding="utf-8").split("---\n", 1)
    said = [line.split(": ", 1) for line in head.splitlines()]
    facts = {key: value for key, value in said if key != "expect"}
    expected = tuple(value for key, value in said if key == "expect" and value != "nothing")
    assert set(facts) <= {"title", "status", "form"}
    assert len(said) > len(facts), "a fixture says what it expects"
    now, changed, before = body.partition("--- before\n")
    document = compare(written(before, facts), written(now, facts)) if changed else written(now, facts)
    return Fixture(path.parent.name, expected, document)


def written(body: str, facts: dict[str, str]) -> Document:
    if facts.get("form") == "plain":
        return read_text(body.encode(), "fixture.txt").document
    document = text(*body.splitlines())
    status = Status(facts["status"]) if "status" in facts else None
    return replace(document, meta=replace(document.meta, title=facts.get("title", ""), status=status))


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}/{path.stem}" for path in FILES])
def test_a_rule_finds_what_its_fixture_says(path: Path) -> None:
    case = fixture(path)
    found = [each for each in check_document(case.document, path.name) if each.code == case.rule]

    assert tuple(f"{each.severity}: {each.message}" for each in found) == case.expected
    for each in found:
        assert each.message.startswith(each.place)
        assert each.paragraph is None or 1 <= each.paragraph <= len(case.document.body)


def test_every_rule_has_a_fixture_that_fires_and_a_near_miss() -> None:
    ids = {each.id for each in RULES}
    fires = {path.parent.name for path in FILES if fixture(path).expected}
    misses = {path.parent.name for path in FILES if not fixture(path).expected}

    assert fires == ids
    assert misses == ids
