"""Follow the relationships of a package from part to part (ECMA-376-2, 8.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import RELATIONSHIPS, qn
from treatykit.ooxml.package import CONTENT_TYPES_PART, Parts
from treatykit.ooxml.xml import parse_xml
from treatykit.records import dataclass

_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_PLAIN: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE: Final = "/relationships/metadata/core-properties"
_OTHER_OFFICE: Final = {"spreadsheetml": "a spreadsheet", "presentationml": "a presentation", "visio": "a drawing"}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relationship id of one part leads to.

    Attributes:
        type: One of `treatykit.ooxml.names.RELATIONSHIPS`, or another; strict types are read as the usual ones.
        target: A part's name, or an address outside the package.
    """

    type: str
    target: str
    external: bool = False


Relations = Mapping[str, Relation]


def relations_part(part: str) -> str:
    """The part that holds the relationships of a part: `word/_rels/document.xml.rels`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(parts: Parts, part: str) -> Relations:
    """The relationships of a part by id; of the package itself for an empty name."""
    source = relations_part(part)
    return parts.once(source, lambda: _read_relations(parts, part, source)) if source in parts else {}


def _read_relations(parts: Parts, part: str, source: str) -> Relations:
    root = parse_xml(parts.read(source), f"{parts.name}: {source}")
    found: dict[str, Relation] = {}
    for element in root.iterchildren(qn("rel:Relationship")):
        relation_id, kind, target = element.get("Id"), element.get("Type"), element.get("Target")
        if relation_id is None or kind is None or target is None:
            continue
        kind = _PLAIN + kind.removeprefix(_STRICT) if kind.startswith(_STRICT) else kind
        # LibreOffice has a name of its own for this one, with "officedocument" in small letters.
        kind = RELATIONSHIPS["core"] if kind.endswith(_CORE) else kind
        external = element.get("TargetMode") == "External"
        found[relation_id] = Relation(kind, target if external else _inside(part, target), external)
    return found


def related_part(parts: Parts, relations: Relations, kind: str) -> str | None:
    """The first part with a relationship of a kind (`styles`), if it is really there."""
    wanted = RELATIONSHIPS[kind]
    for relation in relations.values():
        if relation.type == wanted and not relation.external and (name := parts.real_name(relation.target)):
            return name
    return None


def main_part(parts: Parts) -> str:
    """The part that holds the body, `word/document.xml` by custom and not by rule.

    Raises:
        UnreadableError: There is none, or it is a spreadsheet or a presentation.
    """
    return parts.once("main part", lambda: _main_part(parts))


def _main_part(parts: Parts) -> str:
    name = related_part(parts, read_relations(parts, ""), "document")
    if name is None:
        name = parts.real_name("word/document.xml")
    if name is None:
        raise UnreadableError(
            "is a package without a Word document", where=parts.name, hint="save the file again in Word"
        )
    kind = content_type(parts, name)
    for sign, what in _OTHER_OFFICE.items():
        if sign in kind:
            raise UnreadableError(f"is {what}, whatever its name says", where=parts.name, hint="give a Word file")
    return name


def content_type(parts: Parts, part: str) -> str:
    """The declared type of a part; empty where nothing is declared."""
    if CONTENT_TYPES_PART not in parts:
        return ""
    root = parse_xml(parts.read(CONTENT_TYPES_PART), f"{parts.name}: {CONTENT_TYPES_PART}")
    for override in root.iterchildren(qn("ct:Override")):
        if (override.get("PartName") or "").lstrip("/").lower() == part.lower():
            return override.get("ContentType") or ""
    suffix = part.rpartition(".")[2].lower()
    for default in root.iterchildren(qn("ct:Default")):
        if (default.get("Extension") or "").lower() == suffix:
            return default.get("ContentType") or ""
    return ""


def _inside(part: str, target: str) -> str:
    path = unquote(target.partition("#")[0].replace("\\", "/"))
    joined = path if path.startswith("/") else posixpath.join(posixpath.dirname(part), path)
    # A path that climbs out of the package ends at its root: the part is then simply not there.
    return posixpath.normpath("/" + joined).lstrip("/")
