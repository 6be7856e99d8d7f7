"""The defined terms of a text: from its markup and, where a file has none, from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline
from treatykit.model.document import Document
from treatykit.model.plain import inline_text, inlines_text
from treatykit.model.walk import paragraphs

_QUOTE = re.compile("[\"“«‘']")
_QUOTED = r"[\"“«‘']{1,2}(?P<term>[^\"“”«»\n]{2,80}?)[\"”»’']{1,2}"
_BY_WORDS = re.compile(
    rf"{_QUOTED}\s+(?:means?|shall mean|refers? to|includes?)\b"
    rf"|hereinafter\s+(?:collectively\s+)?(?:called|(?:referred\s+to|known)\s+as)?\s*,?\s*(?:the\s+)?"
    rf"{_QUOTED.replace('?P<term>', '?P<later>')}"
)
_LONGEST = 6  # words; a longer quotation is no term


def all_terms(document: Document) -> frozenset[str]:
    """Every defined term, as it is written."""
    found: set[str] = set()
    for paragraph in paragraphs(document):
        inlines = paragraph.inlines
        if len(inlines) > 2:
            found.update(_marked(inlines))
        text = inlines_text(inlines)
        if _is_quoted(text):
            found.update(match["term"] or match["later"] for match in _BY_WORDS.finditer(text))
    cleaned = (" ".join(term.strip(" \t\u00a0\"“”«»‘’'").removeprefix("the ").split()) for term in found)
    return frozenset(term for term in cleaned if term and len(term.split()) <= _LONGEST)


def _is_quoted(text: str) -> bool:
    """Whether anything stands in quotation marks; most texts have none but those of a typewriter."""
    return '"' in text or "'" in text if text.isascii() else _QUOTE.search(text) is not None


def _marked(inlines: tuple[Inline, ...]) -> Iterator[str]:
    words: list[str] | None = None
    for inline in inlines:
        if isinstance(inline, DefinitionOpen):
            words = []
        elif isinstance(inline, DefinitionClose):
            if words:
                yield "".join(words)
            words = None
        elif words is not None:
            words.append(inline_text(inline))
