"""Find out who made a Word file: whether it is one of ours, and whether another program has saved it since."""

from __future__ import annotations

import zlib

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import RELATIONSHIPS, qn
from treatykit.ooxml.own_marks import APPLICATION, CHECKSUM, ROOT
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


def checksum(data: bytes) -> str:
    """What a package says of its main part as well; enough to tell that somebody has saved it, and no seal."""
    return f"{zlib.crc32(data):08x}"


def saved_by_us(parts: Parts) -> bool:
    """Whether no other program has saved the file since we wrote it, even one that leaves our name in it."""
    facts = facts_root(parts)
    if facts is None or facts.get(CHECKSUM) != f"{parts.entries[main_part(parts)].CRC:08x}":
        return False
    return APPLICATION in saved_with(parts).lower()


def other_program(parts: Parts) -> str:
    """The program beside ours that the file says has saved it last; empty where it says none."""
    program = saved_with(parts)
    return "" if APPLICATION in program.lower() else program


def saved_with(parts: Parts) -> str:
    """The program that the file says has saved it last; empty where it does not say."""
    part = related_part(parts, read_relations(parts, ""), "app")
    if part is None:
        return ""
    try:
        root = parse_xml(parts.read(part), f"{parts.name}: {part}")
    except UnreadableError:
        return ""
    return " ".join((root.findtext(qn("ep:Application")) or "").split())
