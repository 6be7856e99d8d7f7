"""Edit a copy of a package: parts that nobody touches stay as they were, byte for byte."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.change_numbers import told_of_notes, with_room_for_notes, without_room_for_notes
from treatykit.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONSHIPS, qn
from treatykit.ooxml.package import CONTENT_TYPES_PART, Parts
from treatykit.ooxml.package_writer import put, put_packed
from treatykit.ooxml.positions import Positions
from treatykit.ooxml.relations import Relation, Relations, main_part, read_relations, related_part, relations_part
from treatykit.ooxml.styles import number
from treatykit.ooxml.xml import parse_xml, print_like, print_xml
from treatykit.records import dataclass

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 5
"""How tightly parts are packed: one level more takes twice the time for files that are a fifteenth smaller."""
_WORDS: Final = re.compile(
    rb"<w:r(?: [^>]*)?>(?:<w:rPr>(?:<w:\w+(?: w:\w+=\"[^\"<]*\")*+/>)*+</w:rPr>)?<w:t(?: [^>]*)?>[^<]*+</w:t></w:r>"
)
_IDS: Final = etree.XPath("//@w:id", namespaces={"w": NAMESPACES["w"]}, smart_strings=False)


@dataclass(slots=True)
class EditedPackage:
    """A package and what is changed in it.

    Positions of elements are those of the package as it was: an element that was moved
    or has new neighbours is still found by its old position.
    """

    parts: Parts
    main: str = field(init=False)
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _unpacked: dict[str, bytes] = field(default_factory=dict)
    _elements: dict[str, Positions] = field(default_factory=dict)
    _touched: set[str] = field(default_factory=set)
    _added: dict[str, bytes] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _last_id: int = -1

    def __post_init__(self) -> None:
        self.main = main_part(self.parts)

    # --- reading

    def root(self, part: str) -> etree._Element:
        """The root of a part, for looking; call `touch` before changing anything below it."""
        if part not in self._roots:
            data = self._unpacked[part] = self.data(part)
            root = self._parsed(part, with_room_for_notes(data))
            self._roots[part] = root
            self._elements[part] = Positions(root)
        return self._roots[part]

    def body(self) -> etree._Element:
        """The body of the main part, for looking; its root where the file has none."""
        root = self.root(self.main)
        found = root.find(qn("w:body"))
        return root if found is None else found

    def as_read(self, part: str) -> etree._Element:
        """The root of a part as it was before anything was changed, for looking at properties of paragraphs.

        It is parsed anew, without its runs of words, which are most of it.
        """
        self.root(part)
        return self._parsed(part, _WORDS.sub(b"", self._unpacked[part]))

    def _parsed(self, part: str, data: bytes) -> etree._Element:
        return parse_xml(data, f"{self.parts.name}: {part}")

    def element(self, part: str, position: int) -> etree._Element | None:
        """The element that stood at a position when the package was read."""
        self.root(part)
        return self._elements[part].element(position)

    def position(self, part: str, element: etree._Element) -> int:
        """Where an element stood when the package was read."""
        self.root(part)
        return self._elements[part].position(element)

    def data(self, part: str) -> bytes:
        """The bytes of a part, added ones included."""
        return self._added[part] if part in self._added else self.parts.read(part)

    def relations(self, part: str) -> Relations:
        """The relationships of a part, added ones included."""
        if part not in self._relations:
            known = {} if part in self._added else read_relations(self.parts, part)
            self._relations[part] = dict(known)
        return self._relations[part]

    def related(self, kind: str) -> str | None:
        """The part of a kind that belongs to the main part; None if there is none that can be read."""
        wanted = RELATIONSHIPS[kind]
        added = (one.target for one in self.relations(self.main).values() if one.type == wanted)
        name = next((target for target in added if target in self._added), None)
        name = name or related_part(self.parts, self.relations(self.main), kind)
        return name if name and self._is_readable(name) else None

    def _is_readable(self, part: str) -> bool:
        try:
            self.root(part)
        except UnreadableError:
            return False
        return True

    # --- changing

    def touch(self, part: str) -> etree._Element:
        """The root of a part that is going to be changed."""
        root = self.root(part)
        self._touched.add(part)
        return root

    def touched(self) -> list[etree._Element]:
        """The roots of the parts that were changed."""
        return [self._roots[part] for part in sorted(self._touched)]

    def fresh_id(self) -> int:
        """An annotation id (`w:id`) that nothing in the package has."""
        self.count_ids()
        self._last_id += 1
        return self._last_id

    def count_ids(self) -> None:
        """Find the highest annotation id that there is, as far as nobody did, before any is added."""
        if self._last_id < 0:
            self._last_id = max(self._annotation_ids(), default=0)

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship to a part, or find an equal one; `kind` is its whole type. Returns its id."""
        relations = dict(self.relations(part))
        relation = Relation(kind, target, external)
        for relation_id, known in relations.items():
            if known == relation:
                return relation_id
        fresh = next(f"rId{index}" for index in range(1, len(relations) + 2) if f"rId{index}" not in relations)
        self._relations[part] = {**relations, fresh: relation}
        holder = relations_part(part)
        if holder not in self.parts and holder not in self._added:
            self._added[holder] = print_xml(etree.Element(qn("rel:Relationships"), nsmap={None: NAMESPACES["rel"]}))
        element = etree.SubElement(self.touch(self._real(holder)), qn("rel:Relationship"), Id=fresh, Type=kind)
        folder = posixpath.dirname(part)
        element.set("Target", target if external else posixpath.relpath(target, folder or "."))
        if external:
            element.set("TargetMode", "External")
        return fresh

    def add_part(self, name: str, data: bytes, media_type: str) -> str:
        """Add a part under this name or, where it is taken, one like it. Returns the name."""
        stem, dot, suffix = name.rpartition(".")
        fresh, index = name, 1
        while fresh in self.parts or fresh in self._added:
            index += 1
            fresh = f"{stem}-{index}{dot}{suffix}"
        self._added[fresh] = data
        types = self.touch(self._real(CONTENT_TYPES_PART))
        override = etree.SubElement(types, qn("ct:Override"), PartName=f"/{fresh}")
        override.set("ContentType", CONTENT_TYPES.get(media_type, media_type))
        return fresh

    def add_plain(self, name: str, data: bytes) -> None:
        """Add a part whose type the package declares by its suffix, such as relationships."""
        self._added[name] = data

    def pack(self) -> bytes:
        """The package with its changes; the same changes give the same bytes."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, info in self.parts.entries.items():
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.external_attr, copy.create_system = info.external_attr, info.create_system
                untouched = None if self._is_changed(name) else self.parts.packed(name)
                if untouched is None:
                    put(archive, copy, self._printed(name), _LEVEL)
                else:
                    copy.compress_type, copy.CRC = info.compress_type, info.CRC
                    copy.file_size, copy.compress_size = info.file_size, info.compress_size
                    put_packed(archive, copy, untouched)
            for name in sorted(self._added):
                put(archive, zipfile.ZipInfo(name, _EARLIEST), self._printed(name), _LEVEL)
        return packed.getvalue()

    def _is_changed(self, part: str) -> bool:
        return part in self._touched or part in self._added

    def _printed(self, part: str) -> bytes:
        if part not in self._touched:
            return self.data(part)
        data = self._unpacked[part]
        noted = told_of_notes(self._roots[part])
        printed = print_like(self._roots[part], data)
        return printed if noted else without_room_for_notes(printed, data)

    def _real(self, part: str) -> str:
        return self.parts.real_name(part) or part

    def _annotation_ids(self) -> Iterator[int]:
        names = [name for name in self.parts if name.endswith(".xml") and name.startswith(posixpath.dirname(self.main))]
        for name in filter(self._is_readable, names):
            for said in _IDS(self.root(name)):
                found = number(said)
                if found is not None:
                    yield found
