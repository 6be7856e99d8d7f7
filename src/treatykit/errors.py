"""What users must put right: errors that say where, what, and what next.

Every error of treatykit prints on one line, ``where: message — hint``, and carries
the exit code of the command line. What stands in one file is told at once: an error
then brings the others with it, each on its line. Whatever is not a `TreatykitError`
is a bug and shows its traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from enum import IntEnum
from typing import ClassVar

from treatykit.records import dataclass


class ExitCode(IntEnum):
    """What the process returns, so that a script can tell the cases apart."""

    DONE = 0
    DIFFERENCES = 1
    USAGE = 2
    INPUT_OUTPUT = 3
    CONTENT = 4
    UNRESOLVED = 5
    MISSING_DEPENDENCY = 6


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a text that a person can open.

    Attributes:
        name: The file as the user named it.
        line: Counted from 1; None when the file as a whole is meant.
        column: Counted from 1, in characters; None when the line as a whole is meant.
    """

    name: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.name, self.line, self.column) if part is not None)


class TreatykitError(Exception):
    """Something that the user can put right.

    Args:
        message: What is wrong, in one clause, without a full stop.
        where: The place that has to be changed.
        hint: What to do next, in one clause.

    Attributes:
        others: What else is wrong, in the order in which it is told after this.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.CONTENT

    def __init__(self, message: str, *, where: Where | str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = Where(where) if isinstance(where, str) else where
        self.hint = hint
        self.others: tuple[TreatykitError, ...] = ()

    @property
    def all(self) -> tuple[TreatykitError, ...]:
        """This error, then the others."""
        return (self, *self.others)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is told, a line for each."""
        return tuple(str(error) for error in self.all)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" — {self.hint}" if self.hint else ""
        return " ".join(f"{place}{self.message}{remedy}".split())


class UsageError(TreatykitError):
    """The command was called in a way that has no meaning."""

    exit_code = ExitCode.USAGE


class UnreadableError(TreatykitError):
    """An input cannot be read, or an output cannot be written."""

    exit_code = ExitCode.INPUT_OUTPUT


class UnprovedError(UnreadableError):
    """A result does not say what it was made to say, so it is not handed over."""


class ContentError(TreatykitError):
    """A clause, profile, draft or text says something that cannot stand."""

    exit_code = ExitCode.CONTENT


class UnresolvedError(TreatykitError):
    """Brackets, blanks or conflicts are open where the command needs them settled."""

    exit_code = ExitCode.UNRESOLVED


class MissingDependencyError(TreatykitError):
    """A library of the system is missing; the hint is the command that installs it."""

    exit_code = ExitCode.MISSING_DEPENDENCY


@dataclass(slots=True)
class Errors:
    """Gathers errors while the work goes on, so that all of them are told at once.

    Attributes:
        found: In the order in which they were met, each once.
    """

    found: list[TreatykitError] = field(default_factory=list)

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note an error, with those that it brings, instead of passing it on."""
        try:
            yield
        except TreatykitError as error:
            self.note(error)

    def note(self, error: TreatykitError) -> None:
        """Note an error, with those that it brings."""
        known = {str(each) for each in self.found}
        self.found += [each for each in error.all if str(each) not in known]

    def in_order(self) -> Errors:
        """The same errors of one file, from its first line to its last."""
        return Errors(sorted(self.found, key=_place))

    def joined(self) -> TreatykitError:
        """The first error, which brings the others; there must be one."""
        first, *others = self.found
        first.others = tuple(others)
        return first

    def raise_any(self) -> None:
        """Raise what was noted, if anything was.

        Raises:
            TreatykitError: The first error, which brings the others.
        """
        if self.found:
            raise self.joined()


def _place(error: TreatykitError) -> tuple[int, int]:
    where = error.where
    return (where.line or 0, where.column or 0) if where else (0, 0)
