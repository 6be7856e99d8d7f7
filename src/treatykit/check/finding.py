"""What a check found, and where."""

from __future__ import annotations

from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a rule speaks of.

    Attributes:
        place: In a lawyer's words, ``Article 5, paragraph 2``; empty for the text as a whole.
        message: What was found, in one clause.
        hint: What to do next, where there is something to do.
        index: The block of the body that it stands in; None for the text as a whole.
        of: In which of several texts it stands, counted from 0.
    """

    place: str
    message: str
    hint: str | None = None
    index: int | None = None
    of: int = 0
