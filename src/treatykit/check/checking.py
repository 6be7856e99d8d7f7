"""Asks every question of a document, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from treatykit.check import (
    final_clauses,
    form,
    language,
    parties,
    recitals,
    references,
    register,
    slips,
    terms,
    time_limits,
    unsettled,
)
from treatykit.check.rule import Rule
from treatykit.check.text import Text
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.model.document import Document

RULES: Final[tuple[Rule, ...]] = (
    *unsettled.RULES,
    *references.RULES,
    *recitals.RULES,
    *terms.RULES,
    *parties.RULES,
    *time_limits.RULES,
    *register.RULES,
    *slips.RULES,
    *language.RULES,
    *final_clauses.RULES,
    *form.RULES,
)
"""Every check, in the order in which it is asked."""


def check_document(document: Document, name: str, *, without: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """What the checks find in a document, errors first.

    Args:
        name: The text as the user named it.
        without: The ids of checks that are not asked.
    """
    text = Text(document)
    skipped = frozenset(without)
    found = [diagnostic for rule in RULES if rule.id not in skipped for diagnostic in _asked(rule, text, name)]
    return tuple(sorted(found, key=lambda diagnostic: list(Severity).index(diagnostic.severity)))


def rule(identifier: str) -> Rule | None:
    """The check of that id."""
    return next((each for each in RULES if each.id == identifier), None)


def _asked(asked: Rule, text: Text, name: str) -> Iterator[Diagnostic]:
    for finding in asked.find(text):
        place = f"{finding.place}: " if finding.place else ""
        yield Diagnostic(
            severity=asked.severity,
            code=asked.id,
            message=f"{place}{finding.message}",
            where=Where(name),
            hint=finding.hint,
            place=finding.place,
            paragraph=None if finding.index is None else finding.index + 1,
        )
