"""Read what is known about a Word file and is not part of its words: title, author, language."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.model.document import Meta, Status
from treatykit.ooxml.names import qn
from treatykit.ooxml.relations import read_relations, related_part
from treatykit.ooxml.xml import parse_xml
from treatykit.readers.docx_part import Opened

_STATUSES: Final = {status.value: status for status in Status}


def read_meta(opened: Opened) -> Meta:
    """The core properties; what the file does not say stays empty."""
    core = _package_part(opened, "core")
    said = Meta() if core is None else _core(core)
    if said.language:
        return said
    return Meta(
        title=said.title,
        subject=said.subject,
        author=said.author,
        category=said.category,
        symbol=said.symbol,
        version=said.version,
        status=said.status,
        language=_language(opened) or Meta().language,
    )


def _core(root: etree._Element) -> Meta:
    return Meta(
        title=_text(root, "dc:title"),
        subject=_text(root, "dc:subject"),
        author=_text(root, "dc:creator"),
        category=_text(root, "cp:category"),
        symbol=_text(root, "dc:identifier"),
        version=_text(root, "cp:version"),
        status=_STATUSES.get(_text(root, "cp:contentStatus")),
        language=_text(root, "dc:language"),
    )


def _language(opened: Opened) -> str:
    styles = opened.related("styles")
    if styles is None:
        return ""
    defaults = styles.root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    return "" if defaults is None else defaults.get(qn("w:val")) or ""


def _package_part(opened: Opened, kind: str) -> etree._Element | None:
    name = related_part(opened.parts, read_relations(opened.parts, ""), kind)
    if name is None:
        return None
    try:
        return parse_xml(opened.parts.read(name), f"{opened.parts.name}: {name}")
    except UnreadableError as error:
        opened.findings.warn("damaged-part", f"{error.message}; read without it")
        return None


def _text(root: etree._Element, name: str) -> str:
    return (root.findtext(qn(name)) or "").strip()
