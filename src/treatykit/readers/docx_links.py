"""Where the links of a Word file lead: the document has their words, and the comparison tells what leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatykit.model.plain import inlines_text
from treatykit.model.sources import Link, Sources
from treatykit.ooxml.names import qn
from treatykit.readers.docx_fields import OpenField
from treatykit.readers.docx_part import Part

_HIDDEN: Final = "_"
_LINK: Final = "HYPERLINK"
_SAID: Final = re.compile(r'(?:(\\[lot])\s+)?(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
"""A switch with its argument, or an argument by itself: the address."""


def link_of(part: Part, link: etree._Element, place: Sources) -> Iterator[Link]:
    """What a `w:hyperlink` is a link to.

    Nothing for one that leads to a hidden bookmark alone: Word names those anew, as in a table of contents.
    """
    relation, anchor = part.relations.get(link.get(qn("r:id")) or ""), link.get(qn("w:anchor")) or ""
    words = "".join(text.text or "" for text in link.iter(qn("w:t")))
    yield from _link(words, "" if relation is None else relation.target, anchor, place)


def link_of_field(field: OpenField, place: Sources) -> Iterator[Link]:
    """What a field is a link to (17.16.5.25)."""
    if field.name == _LINK:
        _, _, code = field.code.strip().partition(" ")
        said = {switch.lower(): quoted or plain for switch, quoted, plain in _SAID.findall(code)}
        yield from _link(inlines_text(field.result), said.get("", ""), said.get("\\l", ""), place)


def _link(words: str, address: str, anchor: str, place: Sources) -> Iterator[Link]:
    if address or (anchor and not anchor.startswith(_HIDDEN)):
        # Programs differ in whether an address that is a host alone ends in a slash.
        target = address.removesuffix("/")
        yield from (Link(words, f"{target}#{anchor}" if anchor else target, source) for source in place)
