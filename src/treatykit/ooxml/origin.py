"""Find out who made a Word file: whether it is one of ours, and whether another program has saved it since."""

from __future__ import annotations

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.facts import APPLICATION, ROOT
from treatykit.ooxml.names import RELATIONSHIPS, qn
from treatykit.ooxml.package import Parts
from treatykit.ooxml.relations import main_part, read_relations, related_part
from treatykit.ooxml.xml import parse_xml


def facts_root(parts: Parts) -> etree._Element | None:
    """The root of the part that makes a file ours (docs/analysis/round-trip.md); None in anybody else's."""
    for relation in read_relations(parts, main_part(parts)).values():
        if relation.type == RELATIONSHIPS["customXml"] and not relation.external and relation.target in parts:
            try:
                root = parse_xml(parts.read(relation.target), f"{parts.name}: {relation.target}")
            except UnreadableError:
                continue  # what cannot be read is not ours
            if root.tag == ROOT:
                return root
    return None


def saved_by_us(parts: Parts) -> bool:
    """Whether no other program has saved the file since we wrote it."""
    part = related_part(parts, read_relations(parts, ""), "app")
    if part is None or facts_root(parts) is None:
        return False
    try:
        root = parse_xml(parts.read(part), f"{parts.name}: {part}")
    except UnreadableError:
        return False
    return APPLICATION in (root.findtext(qn("ep:Application")) or "").lower()
