"""Links whose words stayed and that lead elsewhere: words are compared, and where they lead is told beside them."""

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
        yield _note(
            "link-target", f"{said}; the redline has the new link, and rejecting does not bring the old one back"
        )
    if len(found) > _MOST_SHOWN:
        yield _note("link-target", f"{len(found) - _MOST_SHOWN} more links lead elsewhere")


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
    for words, target in document.packages[0].links if document.packages else ():
        found[words] = (*found.get(words, ()), target)
    return {words: targets for words, targets in found.items() if words.strip()}


def _note(code: str, message: str) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code=code, message=message)
