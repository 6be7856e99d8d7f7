"""What a check is: a name that never changes, a severity, the reason with its source, an example, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from treatykit.check.finding import Finding
from treatykit.diagnostics import Severity
from treatykit.records import dataclass

Asked = TypeVar("Asked")
"""What a check looks at: a text, or the texts of a package."""


@dataclass(frozen=True, slots=True)
class Example:
    """Words that the check finds, and words that it leaves alone."""

    bad: str
    better: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Asked]):
    """One check.

    Attributes:
        id: The name that never changes, ``undefined-term``.
        title: What it looks for, in one line.
        why: The reason, in words for a person who has not met the question.
        source: Where the reason can be read; what no book says is treaty practice.
        misses: What it cannot see, so that nobody relies on its silence.
    """

    id: str
    severity: Severity
    title: str
    why: str
    example: Example
    source: str
    misses: str
    find: Callable[[Asked], Iterator[Finding]]
