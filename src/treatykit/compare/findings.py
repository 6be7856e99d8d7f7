"""What is found in two texts, by whoever looks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_Finding = TypeVar("_Finding")


class Findings:
    """Says what is found, always in the same order for the same texts: here it is looked for."""

    def one(self, find: Callable[[], _Finding]) -> _Finding:
        """The next finding; `find` looks for it."""
        return find()

    def several(self, finds: Sequence[Callable[[], _Finding]]) -> list[_Finding]:
        """The next findings, none of which depends on another."""
        return [find() for find in finds]
