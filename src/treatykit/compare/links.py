"""Words that lead elsewhere are other words while two texts are compared: the old link goes, the new one comes.

Nothing in WordprocessingML says that a link led elsewhere before (docs/analysis/in-place-redline.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from treatykit.model.content import Inline, Mark, Paragraph, Text
from treatykit.model.document import Document
from treatykit.model.sources import Link, Source, slice_sources
from treatykit.model.walk import map_document
from treatykit.records import dataclass

_Place = tuple[str, str, int]
"""A package, a part and a paragraph."""


@dataclass(frozen=True, slots=True)
class LinkedText(Text):
    """Words of a link; equal to others that look the same and lead to the same place.

    Attributes:
        target: Where they lead.
        link: Where the whole link stands.
    """

    target: str = ""
    link: Source | None = field(default=None, compare=False, repr=False)

    def has(self, node: Inline | Mark) -> bool:
        """Whether a node stands in the link too."""
        return self.link is not None and any(
            (one.package, one.part, one.element) == (self.link.package, self.link.part, self.link.element)
            and self.link.start <= one.start < one.stop <= self.link.stop
            for one in node.source
        )


def with_links(old: Document, new: Document) -> tuple[Document, Document]:
    """Both texts with the words of their links told from others, unless their links are the same."""
    before, after = _links(old), _links(new)
    if [(link.target, link.words, link.source.start) for link in before] == [
        (link.target, link.words, link.source.start) for link in after
    ]:
        return old, new
    return _linked(old, before), _linked(new, after)


def without_links(document: Document) -> Document:
    """The text as it was before its links were told; not in normal form."""

    def plain(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=tuple(map(_unlinked, paragraph.inlines)))

    return map_document(document, plain)


def _links(document: Document) -> list[Link]:
    return [link for package in document.packages for link in package.links if link.words.strip()]


def _linked(document: Document, links: list[Link]) -> Document:
    places: dict[_Place, list[Link]] = {}
    for link in links:
        places.setdefault((link.source.package, link.source.part, link.source.element), []).append(link)

    def told(paragraph: Paragraph) -> Paragraph:
        inlines = [one for inline in paragraph.inlines for one in _parted(inline, places)]
        return replace(paragraph, inlines=tuple(inlines))

    return map_document(document, told) if places else document


def _parted(inline: Inline, places: Mapping[_Place, list[Link]]) -> Iterator[Inline]:
    """An inline, or the words of it that are links and those that are none."""
    if not isinstance(inline, Text) or not inline.source:
        yield inline
        return
    at = done = 0
    for source in inline.source:
        for link in places.get((source.package, source.part, source.element), ()):
            start, stop = max(link.source.start, source.start), min(link.source.stop, source.stop)
            if start < stop:
                begin, end = at + start - source.start, at + stop - source.start
                yield from _piece(inline, done, begin)
                yield LinkedText(
                    inline.value[begin:end],
                    inline.format,
                    link.target,
                    link.source,
                    revisions=inline.revisions,
                    source=slice_sources(inline.source, begin, end),
                )
                done = end
        at += source.stop - source.start
    yield from _piece(inline, done, len(inline.value))


def _piece(text: Text, start: int, stop: int) -> Iterator[Text]:
    if start < stop:
        yield replace(text, value=text.value[start:stop], source=slice_sources(text.source, start, stop))


def _unlinked(inline: Inline) -> Inline:
    if not isinstance(inline, LinkedText):
        return inline
    return Text(inline.value, inline.format, revisions=inline.revisions, source=inline.source)
