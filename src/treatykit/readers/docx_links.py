"""Where the links of a Word file lead: the document has their words, and the comparison tells what leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatykit.model.plain import inlines_text
from treatykit.ooxml.names import qn
from treatykit.readers.docx_fields import OpenField
from treatykit.readers.docx_part import Part

_HIDDEN: Final = "_"
_LINK: Final = "HYPERLINK"


def link_target(part: Part, link: etree._Element) -> Iterator[tuple[str, str]]:
    """The words of a `w:hyperlink` and where they lead.

    Nothing for one that leads to a hidden bookmark alone: Word names those anew, as in a table of contents.
    """
    relation, anchor = part.relations.get(link.get(qn("r:id")) or ""), link.get(qn("w:anchor")) or ""
    if relation is not None or (anchor and not anchor.startswith(_HIDDEN)):
        address = "" if relation is None else relation.target
        yield "".join(text.text or "" for text in link.iter(qn("w:t"))), f"{address}#{anchor}" if anchor else address


def field_target(field: OpenField) -> Iterator[tuple[str, str]]:
    """The words of a link that is a field, and where they lead."""
    target = " ".join(field.code.split()[1:]).replace('"', "")
    if field.name == _LINK and not target.startswith(f"\\l {_HIDDEN}"):
        yield inlines_text(field.result), target
