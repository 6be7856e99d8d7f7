"""Asks every question of a document, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from treatykit.check import (
    across,
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
from treatykit.check.finding import Finding
from treatykit.check.rule import Rule
from treatykit.check.text import Text
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.model.document import Document

RULES: Final[tuple[Rule[Text], ...]] = (
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
"""Every check of a text, in the order in which it is asked."""

EVERY: Final[tuple[Rule[Any], ...]] = (*RULES, *across.RULES)
"""These, and the checks across the instruments of a package."""


def check_document(document: Document, name: str, *, without: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """What the checks find in a document, errors first.

    Args:
        name: The text as the user named it.
        without: The ids of checks that are not asked.
    """
    text = Text(document)
    skipped = frozenset(without)
    return _errors_first(
        _diagnostic(rule, finding, name) for rule in RULES if rule.id not in skipped for finding in rule.find(text)
    )


def check_package(
    package: across.Package, names: Sequence[str], *, without: Iterable[str] = ()
) -> tuple[Diagnostic, ...]:
    """What the checks find between the instruments of a package, errors first.

    Args:
        names: The texts as the user named them, in the order of the package.
        without: The ids of checks that are not asked.
    """
    skipped = frozenset(without)
    return _errors_first(
        _diagnostic(rule, finding, names[finding.of])
        for rule in across.RULES
        if rule.id not in skipped
        for finding in rule.find(package)
    )


def rule(identifier: str) -> Rule[Any] | None:
    """The check of that id."""
    return next((each for each in EVERY if each.id == identifier), None)


def _errors_first(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: list(Severity).index(diagnostic.severity)))


def _diagnostic(asked: Rule[Any], finding: Finding, name: str) -> Diagnostic:
    place = f"{finding.place}: " if finding.place else ""
    return Diagnostic(
        severity=asked.severity,
        code=asked.id,
        message=f"{place}{finding.message}",
        where=Where(name),
        hint=finding.hint,
        place=finding.place,
        paragraph=None if finding.index is None else finding.index + 1,
    )
