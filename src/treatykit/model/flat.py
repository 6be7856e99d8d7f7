"""A document in plain tuples, which go from one process to another in a fraction of the time that its objects take."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from treatykit.model.content import Block, Mark, Paragraph, Text
from treatykit.model.document import Document
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.sources import Source

_Words = tuple[str, RunFormat, tuple[tuple[int, int], ...]]
"""A text, and from where to where it stands in its paragraph."""
_Plain = tuple[str, str, int, Properties, tuple[_Words, ...]]
"""A paragraph of texts to which nothing was done: its package, its part and its element; its properties; the texts."""


class FlatDocument(NamedTuple):
    """A document.

    Attributes:
        rest: It without its body.
        blocks: Those of its body, as tuples where they are plain.
    """

    rest: Document
    blocks: list[_Plain | Block]


def flat(document: Document) -> FlatDocument:
    """A document, ready to be sent."""
    return FlatDocument(replace(document, body=()), [_flat(block) or block for block in document.body])


def restored(document: FlatDocument) -> Document:
    """The document that was sent."""
    body = [_restored(block) if isinstance(block, tuple) else block for block in document.blocks]
    return replace(document.rest, body=tuple(body))


def _flat(block: Block) -> _Plain | None:
    """A paragraph in tuples; None for anything that they cannot say."""
    if not isinstance(block, Paragraph):
        return None
    mark = block.mark
    if mark.revisions or mark.key or len(mark.source) != 1:
        return None
    package, part, element, start, stop = mark.source[0]
    if start or stop:
        return None
    words = []
    for inline in block.inlines:
        if type(inline) is not Text or inline.revisions:
            return None
        spans = tuple([one[3:] for one in inline.source if one[:3] == (package, part, element)])
        if len(spans) < len(inline.source):
            return None
        words.append((inline.value, inline.format, spans))
    return package, part, element, mark.properties, tuple(words)


def _restored(plain: _Plain) -> Paragraph:
    package, part, element, properties, words = plain
    texts = [
        Text(value, look, source=tuple([Source(package, part, element, start, stop) for start, stop in spans]))
        for value, look, spans in words
    ]
    return Paragraph(tuple(texts), Mark(properties=properties, source=(Source(package, part, element),)))
