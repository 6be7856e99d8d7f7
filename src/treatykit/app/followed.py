"""Lets the references of an old Word file print what those of the new one print, where they lead to the same bookmark.

A number that a field prints is worked out anew whenever Word is told to: a result that only follows a renumbering is
no change of the text. Word keeps the names of its bookmarks (`_Ref` and a number of its own) as long as a file lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from treatykit.model.content import Inline, Paragraph, Reference
from treatykit.model.document import Document
from treatykit.model.walk import map_document, paragraphs

_COUNT: Final = re.compile(r"\d+|\b[ivxlcdm]+\b|\b[a-z]{1,2}\b", re.IGNORECASE)


def follow_bookmarks(old: Document, new: Document) -> Document:
    """The old document; each reference to a number prints the new one, if both texts print one number in one way."""
    printed: dict[str, set[str]] = {}
    for reference in _references(new):
        printed.setdefault(reference.bookmark, set()).add(reference.text)
    if not printed:
        return old

    def followed(inline: Inline) -> Inline:
        if not isinstance(inline, Reference) or not inline.bookmark:
            return inline
        texts = printed.get(inline.bookmark, set())
        text = next(iter(texts), "")
        follows = len(texts) == 1 and text != inline.text and _pattern(text) == _pattern(inline.text)
        return replace(inline, text=text) if follows else inline

    def read(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=tuple(map(followed, paragraph.inlines)))

    return map_document(old, read)


def _references(document: Document) -> Iterator[Reference]:
    for paragraph in paragraphs(document):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference) and inline.bookmark:
                yield inline


def _pattern(text: str) -> str:
    """A printed number without the counts in it: `Article 5` and `Article 6` are printed in one way."""
    return _COUNT.sub("#", text)
