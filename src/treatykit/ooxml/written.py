"""Find the paragraphs of a part that are nothing but words in its bytes, so that nobody need visit what is in them.

Most paragraphs are. What stands in the others is left to those who walk through their elements.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, STRICT_NAMESPACES, qn

# Attributes under Word's own prefixes alone, so that none is given another meaning here.
_SAID: Final = rb'(?: w\w*+:\w++="[^"]*+")*+'
# Properties end before their run or paragraph does, however that is written: nobody looks for their end to the last.
_RUN: Final = rb"<w:r%b>(%%b<w:rPr>(?:[^<]++|<(?!/w:rPr>|/?w:[pr][\s>/]))*+</w:rPr>|<w:rPr/>)?" % _SAID
_LEAVES: Final = (
    rb'(%b(?:<w:t(?: xml:space="preserve")?>[^<]*+</w:t>|<w:t/>|<w:tab/>|<w:lastRenderedPageBreak/>'
    rb'|<w:(?:foot|end)note(?:Ref|Reference w:id="[\w-]*+")/>)*+)</w:r>'
)
_MARKER: Final = rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd)%b/>" % _SAID
_PARAGRAPH: Final = re.compile(
    rb"<w:p(?:%b[>/](<w:pPr>(?:[^<]++|<(?!/w:pPr>|/?w:p[\s>/]))*+</w:pPr>|<w:pPr/>)?"
    rb"(?:((?:%b%b|%b)*+)(?:</w:p>|(?<=/)>))?|[\s/>])" % (_SAID, _RUN % b"?:", _LEAVES % b"?:", _MARKER)
)
RUNS: Final = re.compile(rb'%b(?:<w:t( xml:space="preserve")?>([^<]*+)</w:t></w:r>|%b)' % (_RUN % b"", _LEAVES % b""))
"""The runs of a paragraph that is nothing but words: their `w:rPr`; whether they keep their spaces, and their words,
where these are in one piece; otherwise their leaves."""

_PREFIX: Final = b"xmlns:w="
_DECLARED: Final = tuple(
    b'%b"%b"' % (_PREFIX, uri.encode())
    for uri in (NAMESPACES["w"], *(strict for strict, plain in STRICT_NAMESPACES.items() if plain == NAMESPACES["w"]))
)
_ENCODINGS: Final = (None, "UTF-8", "utf-8")


class Written(NamedTuple):
    """A `w:p` as it is written.

    Attributes:
        position: Its place among the elements of the part, from 0.
        look: Its `w:pPr`; None where it has none, or one that is not written as usual.
        content: What stands in it beside, `RUNS` with markers between them; None where it holds more than words.
    """

    position: int
    look: bytes | None
    content: bytes | None


def written_paragraphs(root: etree._Element, data: bytes) -> Mapping[etree._Element, Written]:
    """The paragraphs of a part, wherever they stand; none where its bytes do not say for sure which they are.

    Args:
        root: Of the part.
        data: The part.
    """
    found = _found(root, data) if root.getroottree().docinfo.encoding in _ENCODINGS else None
    # Under other prefixes, in another encoding or with signs that mean nothing: as lxml writes it, it may do.
    return found or _found(root, etree.tostring(root, encoding="UTF-8", xml_declaration=False)) or {}


def _found(root: etree._Element, data: bytes) -> Mapping[etree._Element, Written] | None:
    """The same; None where these bytes name something else than the elements of the part, or may do so."""
    if data.count(_PREFIX) != 1 or not any(declared in data for declared in _DECLARED):
        return None
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
    written: list[Written] = []
    position, last, count = (-1 if data.startswith(b"<?xml") else 0), 0, data.count
    for found in _PARAGRAPH.finditer(data):
        start = found.start()
        position += count(b"<", last, start) - count(b"</", last, start)
        last = start
        written.append(Written(position, *found.groups()))
    paragraphs = list(root.iter(qn("w:p")))
    # What the parser leaves out, and comments and instructions, would be counted as elements here.
    elements = position + count(b"<", last) - count(b"</", last)
    if len(paragraphs) != len(written) or elements != root.xpath("count(//*)"):
        return None
    return dict(zip(paragraphs, written, strict=True))
