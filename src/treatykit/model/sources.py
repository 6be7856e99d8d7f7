"""Where content came from: a place in a package, never a live element."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from treatykit.records import dataclass


class Source(NamedTuple):
    """A place in one part of a package.

    Attributes:
        package: The `Package.name` it lies in.
        part: The part's name, ``word/document.xml``.
        element: The position of the element (``w:p``, ``w:tr``, ``w:tc``, ``w:tbl``, or the
            opaque element) among all elements of the part, in document order, from 0.
        start: For an inline, its first character within the paragraph: every character
            of text counts one, and so does every other leaf (a tab, a break, a drawing).
        stop: The character after its last one.
    """

    package: str
    part: str
    element: int
    start: int = 0
    stop: int = 0


Sources = tuple[Source, ...]
"""The places of one node, in reading order; a joined run of words may have several."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere.

    Attributes:
        words: As they are printed.
        target: An address, or a bookmark after ``#``.
        source: Where they stand.
    """

    words: str
    target: str
    source: Source


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file that the document was read from, as it was.

    Attributes:
        name: Unique within the document; the reader makes it from the content.
        data: The whole file.
        pages: What its last section says of its pages: a property each, by its name in Word, in one way of writing.
        links: Its links, as far as a person made them.
        headed: Which of its sections, counted from 0, name a header or a footer.
        controls: What the content controls of its body say of themselves, as canonical XML.
    """

    name: str
    data: bytes = field(repr=False)
    pages: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    headed: frozenset[int] = field(default=frozenset(), repr=False)
    controls: tuple[str, ...] = field(default=(), repr=False)


def united(first: tuple[Package, ...], second: tuple[Package, ...]) -> tuple[Package, ...]:
    """The packages of two documents that become one."""
    known = {package.name for package in first}
    return (*first, *(package for package in second if package.name not in known))


def slice_sources(sources: Sources, start: int, stop: int) -> Sources:
    """The places of the characters ``start:stop`` of a run that lies at ``sources``."""
    if len(sources) == 1:  # as of most runs
        package, part, element, begin, end = sources[0]
        first, last = begin + start, min(begin + stop, end)
        return (Source(package, part, element, first, last),) if first < last else ()
    found: list[Source] = []
    offset = 0
    for source in sources:
        length = source.stop - source.start
        first, last = max(start - offset, 0), min(stop - offset, length)
        if first < last:
            found.append(Source(source.package, source.part, source.element, source.start + first, source.start + last))
        offset += length
    return tuple(found)


def join_sources(left: Sources, right: Sources) -> Sources:
    """The places of two runs that are now one, with touching places made one."""
    if not left or not right:
        return left or right
    end, begin = left[-1], right[0]
    touching = (end.package, end.part, end.element, end.stop) == (begin.package, begin.part, begin.element, begin.start)
    if not touching:
        return left + right
    return (*left[:-1], Source(end.package, end.part, end.element, end.start, begin.stop), *right[1:])
