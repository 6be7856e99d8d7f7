"""Finds the known name that a mistyped one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LIKE: Final = 0.66


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`; None when none is much like it.

    Two of three letters have to be the same in the same order, as they are where two letters of
    a name of three were mistaken for each other: below that names are other words.
    """
    from difflib import get_close_matches  # most runs mistype nothing

    near = get_close_matches(name, list(known), n=1, cutoff=_LIKE)
    return near[0] if near else None


def did_you_mean(name: str, known: Iterable[str], *, otherwise: str | None = None) -> str | None:
    """A hint for an error about an unknown name: the nearest known one, `otherwise` when none is near."""
    near = nearest(name, known)
    return f"did you mean '{near}'?" if near else otherwise


def listed(names: Iterable[str], *, last: str = "or") -> str:
    """Names as a sentence has them, ``a, b or c``."""
    *before, final = list(names)
    return f"{', '.join(before)} {last} {final}" if before else final
