"""What a check is: a stable name, a severity, the reason behind it, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from treatykit.check.text import Text
from treatykit.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a rule speaks of.

    Attributes:
        place: In a lawyer's words, ``Article 5, paragraph 2``; empty for the text as a whole.
        message: What was found, in one clause.
        hint: What to do next, where there is something to do.
    """

    place: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check.

    Attributes:
        id: The name that never changes, ``undefined-term``.
        title: What it looks for, in one line.
        why: The reason, with its source where there is one.
    """

    id: str
    severity: Severity
    title: str
    why: str
    find: Callable[[Text], Iterator[Finding]]
