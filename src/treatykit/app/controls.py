"""Content controls that came, went or say otherwise of themselves: they are no words, so no change speaks of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.document import Document

_NAMES: Final = tuple(re.compile(rf'<w:{name} w:val="([^"]*)"') for name in ("alias", "tag"))
_MOST_NAMED: Final = 3


def other_controls(old: Document, new: Document) -> Iterator[Diagnostic]:
    """What a reader must know of the content controls of two Word files that the changes do not say."""
    before, after = (Counter(one.packages[0].controls) for one in (old, new))
    came, went = (Counter(map(_name, found.elements())) for found in (after - before, before - after))
    otherwise = came & went
    if otherwise:
        yield Diagnostic(
            severity=Severity.WARNING,
            code="untracked-control",
            message=f"content controls say otherwise of themselves, such as another title, list or tick: "
            f"{_named(otherwise)}; Word cannot track that, and rejecting does not bring the old state back",
        )
    for found, what in ((came - otherwise, "new"), (went - otherwise, "gone")):
        if found:
            yield Diagnostic(
                severity=Severity.NOTE,
                code="content-control",
                message=f"content controls are {what}: {_named(found)}; a Word redline tracks them with their words, "
                "and around whole paragraphs by themselves",
            )


def _name(said: str) -> str:
    """What a person calls a control."""
    found = (pattern.search(said) for pattern in _NAMES)
    return next((unescape(name[1]) for name in found if name and name[1]), "")


def _named(found: Counter[str]) -> str:
    return ", ".join(_shown(sorted(found.items())))


def _shown(found: list[tuple[str, int]]) -> Iterable[str]:
    for name, count in found[:_MOST_NAMED]:
        called = f"“{name}”" if name else "without a name"
        yield f"{called} ({count} times)" if count > 1 else called
    if len(found) > _MOST_NAMED:
        yield f"and {len(found) - _MOST_NAMED} more"
