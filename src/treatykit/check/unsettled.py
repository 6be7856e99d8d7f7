"""Checks for what is still open: brackets and blanks, and numbers that are given twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from treatykit.check.rule import Finding, Rule
from treatykit.check.text import Text
from treatykit.diagnostics import Severity
from treatykit.model.brackets import bracket_tree
from treatykit.model.content import Slot
from treatykit.model.properties import Role

_TYPED_BLANK: Final = re.compile(r"_{3,}|\.{4,}|…{2,}")


def _tracked_changes(text: Text) -> Iterator[Finding]:
    if text.pending:
        hint = "decide them with 'treatykit accept' or 'reject'"
        yield Finding("", "changes are tracked, and the text is checked with all of them accepted", hint)


def _open_brackets(text: Text) -> Iterator[Finding]:
    tree = bracket_tree(text.document.body)
    for bracket in tree.brackets:
        options = len(bracket.options)
        said = f"a bracket with {options} competing options" if options > 1 else "a bracket"
        yield Finding(text.outline.address(bracket.options[0].start.block), f"{said} is open")


def _unbalanced_brackets(text: Text) -> Iterator[Finding]:
    tree = bracket_tree(text.document.body)
    for spot in tree.stray:
        yield Finding(text.outline.address(spot.block), "a bracket is closed that was never opened")
    for bracket in tree.walk():
        if not bracket.closed:
            yield Finding(text.outline.address(bracket.options[0].start.block), "a bracket is opened and never closed")


def _blanks(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        names = Counter(inline.name for inline in passage.paragraph.inlines if isinstance(inline, Slot))
        for name in names:
            yield Finding(passage.place, f"'{name}' is left blank")
        if not names and _TYPED_BLANK.search(passage.words) and passage.role is not Role.SIGNATURE:
            yield Finding(passage.place, "a blank is left open")


def _duplicate_numbers(text: Text) -> Iterator[Finding]:
    numbered: dict[tuple[str, str], list[int]] = {}
    for division in text.outline.walk():
        if division.role is Role.ARTICLE and division.label:
            key = (_annex_around(text, division.start), division.label)
            numbered.setdefault(key, []).append(division.start)
    for (annex, label), starts in numbered.items():
        if any(not text.compete(one, other) for one, other in combinations(starts, 2)):
            yield Finding(f"{annex}, {label}" if annex else label, f"the number is given {len(starts)} times")


def _annex_around(text: Text, index: int) -> str:
    return next((division.label for division in text.outline.path(index) if division.role is Role.ANNEX), "")


RULES: Final = (
    Rule(
        id="unbalanced-bracket",
        severity=Severity.ERROR,
        title="A bracket is opened and never closed, or closed and never opened",
        why=(
            "Where a bracket ends decides what is agreed. Texts that were typed in haste lose brackets; "
            "nobody can then say which words are open."
        ),
        find=_unbalanced_brackets,
    ),
    Rule(
        id="duplicate-number",
        severity=Severity.ERROR,
        title="Two articles have the same number",
        why="A reference to that number has two meanings.",
        find=_duplicate_numbers,
    ),
    Rule(
        id="tracked-changes",
        severity=Severity.NOTE,
        title="Changes are tracked and not decided",
        why="A text can be signed only when each change has been accepted or rejected.",
        find=_tracked_changes,
    ),
    Rule(
        id="open-bracket",
        severity=Severity.NOTE,
        title="Text in square brackets is not agreed",
        why="Square brackets have no legal meaning of their own: they say that at least one delegation has not agreed.",
        find=_open_brackets,
    ),
    Rule(
        id="blank",
        severity=Severity.NOTE,
        title="A blank is still to be filled",
        why="Texts are initialled with blanks, but not signed with them.",
        find=_blanks,
    ),
)
