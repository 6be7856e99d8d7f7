"""Links that lead elsewhere: where they lead is told beside the words, which are struck and put in again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.document import Document
from treatykit.model.plain import plain_text

_MOST_SHOWN: Final = 5


def other_targets(old: Document, new: Document) -> Iterator[Diagnostic]:
    """What a reader must know of the links of two Word files that the changes do not say."""
    found = list(_said(old, new))
    for said in found[:_MOST_SHOWN]:
        yield _finding(Severity.NOTE, f"{said}; its words are struck and put in again, since Word tracks no address")
    if len(found) > _MOST_SHOWN:
        yield _finding(Severity.NOTE, f"{len(found) - _MOST_SHOWN} more links lead elsewhere")
    if _wordless(old) != _wordless(new):
        yield _finding(
            Severity.WARNING,
            "a link around a picture leads elsewhere, or is new or gone; Word cannot track that where the picture "
            "stays, and rejecting does not bring the old link back",
        )


def _said(old: Document, new: Document) -> Iterator[str]:
    before, after = _targets(old), _targets(new)
    if before == after:
        return
    old_text, new_text = (plain_text(one) for one in (old, new))
    went, came = [words for words in before if words not in after], [words for words in after if words not in before]
    for words in before:
        was, now = before[words], after.get(words, ())
        if now and was != now:
            yield f"the link “{words}” led to {', '.join(was)} and leads to {', '.join(now)}"
    yield from (
        f"“{words}” was a link to {', '.join(before[words])} and is none" for words in went if words in new_text
    )
    yield from (f"“{words}” was no link and leads to {', '.join(after[words])}" for words in came if words in old_text)
    if len(went) == len(came):
        for words, others in zip(went, came, strict=True):
            was, now = before[words], after[others]
            if was != now:
                yield f"the link “{words}” led to {', '.join(was)}, and “{others}” leads to {', '.join(now)}"


def _targets(document: Document) -> dict[str, tuple[str, ...]]:
    """Where links lead, by their words."""
    found: dict[str, tuple[str, ...]] = {}
    for link in document.packages[0].links if document.packages else ():
        found[link.words] = (*found.get(link.words, ()), link.target)
    return {words: targets for words, targets in found.items() if words.strip()}


def _wordless(document: Document) -> list[str]:
    """Where links lead that are around no word."""
    return [link.target for package in document.packages[:1] for link in package.links if not link.words.strip()]


def _finding(severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(severity=severity, code="link-target", message=message)
