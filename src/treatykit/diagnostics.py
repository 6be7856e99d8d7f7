"""What users may want to know: findings that do not stop the work.

A `Diagnostic` travels in the result of a reader, an engine or a writer. The caller
prints it, or makes it fatal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from treatykit.errors import Where
from treatykit.records import dataclass


class Severity(StrEnum):
    """How much a finding matters to whoever relies on the text."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: A stable name, `unfilled-slot`, that a script may look for.
        message: What was found, in one clause, without a full stop.
        hint: What to do next, where there is something to do.
        place: In a lawyer's words, ``Article 5, paragraph 2``, of what stands in a text; the message begins with it.
        paragraph: The block of the text's body that it stands in, counted from 1.
    """

    severity: Severity
    code: str
    message: str
    where: Where | None = None
    hint: str | None = None
    place: str = ""
    paragraph: int | None = None

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" — {self.hint}" if self.hint else ""
        return " ".join(f"{place}{self.severity}: {self.message} [{self.code}]{remedy}".split())


def told_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings in their order, each once; what is found alike in several files names all of them."""
    files: dict[Diagnostic, dict[str, None]] = {}
    for diagnostic in diagnostics:
        where = diagnostic.where
        whole = where is not None and where.line is None
        names = files.setdefault(replace(diagnostic, where=None) if whole else diagnostic, {})
        if where is not None and whole:
            names[where.name] = None
    return tuple(replace(each, where=Where(", ".join(names))) if names else each for each, names in files.items())
