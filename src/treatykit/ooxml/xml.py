"""Parse, print and compare XML that somebody else wrote."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import STRICT_NAMESPACES

_STRICT_PREFIX: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_BYTES: Final = {strict.encode(): plain.encode() for strict, plain in STRICT_NAMESPACES.items()}
_STRICT: Final = re.compile(b"|".join(re.escape(name) for name in sorted(_STRICT_BYTES, key=len, reverse=True)))
_PLAIN_BYTES: Final = {plain: strict for strict, plain in _STRICT_BYTES.items()}
_PLAIN: Final = re.compile(b"|".join(re.escape(name) + b'(?=")' for name in _PLAIN_BYTES))


def parse_xml(data: bytes, where: str) -> etree._Element:
    """Parse a part with entities, document types and the network off.

    The names of a *Strict Open XML Document* become the transitional ones.

    Args:
        data: The part.
        where: What to call it in errors, `file.docx: word/document.xml`.

    Raises:
        UnreadableError: It is no well-formed XML, nests too deeply, or declares a document type.
    """
    # One parser a call: lxml parsers keep an error log, and one that is shared would carry it from file to file.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    if _STRICT_PREFIX in data:
        data = _STRICT.sub(lambda match: _STRICT_BYTES[match.group()], data)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            f"is no well-formed XML ({error.msg})", where=where, hint="ask for the file again"
        ) from error
    # A document type may define entities that grow without end or read local files; no Word file has one.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("declares a document type", where=where, hint="do not open it; ask for a clean copy")
    return root


def print_like(root: etree._Element, original: bytes) -> bytes:
    """Print an edited part: under the strict names where it had them."""
    data = print_xml(root)
    if _STRICT_PREFIX not in original:
        return data
    return _PLAIN.sub(lambda match: _PLAIN_BYTES[match.group()], data)


def print_xml(root: etree._Element) -> bytes:
    """Print a part the way Word does: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
