"""Parse, print and compare XML that somebody else wrote."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import NAMESPACES, STRICT_NAMESPACES

_STRICT_PREFIX: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_BYTES: Final = {strict.encode(): plain.encode() for strict, plain in STRICT_NAMESPACES.items()}
_STRICT: Final = re.compile(b"|".join(re.escape(name) for name in sorted(_STRICT_BYTES, key=len, reverse=True)))
_PLAIN_BYTES: Final = {plain: strict for strict, plain in _STRICT_BYTES.items()}
_USUAL: Final = {
    NAMESPACES[prefix]: prefix
    for prefix in ("w", "r", "m", "mc", "v", "o", "w10", "w14", "w15", "wp", "wps", "a", "pic")
}
# Behind such a head, in UTF-8, no document type can stand: it would come before the first element.
_UNTYPED: Final = re.compile(
    rb"<\?xml version=.1\.0. encoding=.(?:UTF-8|utf-8).(?: standalone=.(?:yes|no).)?\s*\?>\s*<\w"
)
_PLAIN: Final = re.compile(b"|".join(re.escape(name) + b'(?=")' for name in _PLAIN_BYTES))


def parse_xml(data: bytes, where: str) -> etree._Element:
    """Parse a part with entities, document types and the network off.

    The names of a *Strict Open XML Document* become the transitional ones, and prefixes those that Word uses: what is
    kept as XML would not be equal otherwise.

    Args:
        data: The part.
        where: What to call it in errors, `file.docx: word/document.xml`.

    Raises:
        UnreadableError: It is no well-formed XML, nests too deeply, or declares a document type.
    """
    # Without `collect_ids` a part is parsed in a quarter less time, but a document type outside of it would be read.
    # One parser a call: lxml parsers keep an error log, and one that is shared would carry it from file to file.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=not _UNTYPED.match(data),
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
    return _usually_spelt(root)


def _usually_spelt(root: etree._Element) -> etree._Element:
    """The root of a part under the usual prefixes; others stay declared, since values may name them (Part 3, 7)."""
    spelt = {uri: _USUAL.get(uri, prefix) for prefix, uri in root.nsmap.items()}
    declared = {prefix: uri for uri, prefix in spelt.items()}
    usual = all(spelt[uri] == prefix for prefix, uri in root.nsmap.items())
    if usual or NAMESPACES["w"] not in spelt or len(declared) < len(spelt):
        return root
    made = etree.Element(root.tag, nsmap=declared)
    made.text = root.text
    for name, value in root.attrib.items():
        made.set(name, value)
    made[:] = list(root)
    others = {prefix: uri for prefix, uri in root.nsmap.items() if prefix and prefix not in declared}
    etree.cleanup_namespaces(
        made, top_nsmap=others, keep_ns_prefixes=[prefix for prefix in (*declared, *others) if prefix]
    )
    return made


def print_like(root: etree._Element, original: bytes) -> bytes:
    """Print an edited part: under the strict names where it had them."""
    data = print_xml(root)
    if _STRICT_PREFIX not in original:
        return data
    return _PLAIN.sub(lambda match: _PLAIN_BYTES[match.group()], data)


def print_xml(root: etree._Element) -> bytes:
    """Print a part the way Word does: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
