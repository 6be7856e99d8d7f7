"""Put parts into a package: the same parts give the same bytes, on any day and machine."""

from __future__ import annotations

import io
import posixpath
import threading
import zipfile
import zlib
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONSHIPS, qn
from treatykit.ooxml.xml import print_xml
from treatykit.records import dataclass

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE_FILE: Final = 0o100644 << 16
_LEVEL: Final = 6
_LONG: Final = 2**20
"""Bytes from which it is worth a thread to pack them in halves: some 2,000 paragraphs."""


@dataclass(slots=True)
class PackageWriter:
    """Collects parts and their relationships, then packs them.

    A part is named without the leading slash, ``word/document.xml``. Parts are packed in
    the order in which they were added.
    """

    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _relationships: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)

    def add(self, name: str, content: etree._Element | bytes, kind: str) -> None:
        """Add a part.

        Args:
            name: Where it stands in the package.
            content: Its root element, or its bytes.
            kind: A key of `CONTENT_TYPES`, or a media type.
        """
        if name in self._parts:
            raise ValueError(f"the package has a part {name} already")
        self._parts[name] = content if isinstance(content, bytes) else print_xml(content)
        self._types[name] = CONTENT_TYPES.get(kind, kind)

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Relate a part (or, with an empty source, the package) to another and return the id of the relationship.

        Args:
            source: The part that refers.
            kind: A key of `RELATIONSHIPS`.
            target: A part, or an address outside the package.
            external: Whether the target is an address.
        """
        entry = (RELATIONSHIPS[kind], target, external)
        entries = self._relationships.setdefault(source, [])
        if entry not in entries:
            entries.append(entry)
        return f"rId{entries.index(entry) + 1}"

    def pack(self) -> bytes:
        """The package."""
        entries = {"[Content_Types].xml": print_xml(self._content_types())}
        entries |= {_relationships_part(source): print_xml(self._relations(source)) for source in self._relationships}
        entries |= self._parts
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for name, data in entries.items():
                info = zipfile.ZipInfo(name, _EARLIEST)
                info.create_system = _UNIX
                info.external_attr = _READABLE_FILE
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, data, compresslevel=_LEVEL)
        return packed.getvalue()

    def _content_types(self) -> etree._Element:
        types = etree.Element(qn("ct:Types"), nsmap={None: NAMESPACES["ct"]})
        for extension, kind in (("rels", "relationships"), ("xml", "xml")):
            etree.SubElement(types, qn("ct:Default"), Extension=extension, ContentType=CONTENT_TYPES[kind])
        for name, media_type in self._types.items():
            if media_type != CONTENT_TYPES["xml"]:
                etree.SubElement(types, qn("ct:Override"), PartName=f"/{name}", ContentType=media_type)
        return types

    def _relations(self, source: str) -> etree._Element:
        root = etree.Element(qn("rel:Relationships"), nsmap={None: NAMESPACES["rel"]})
        folder = posixpath.dirname(source)
        for number, (kind, target, external) in enumerate(self._relationships[source], start=1):
            element = etree.SubElement(root, qn("rel:Relationship"), Id=f"rId{number}", Type=kind)
            element.set("Target", target if external else posixpath.relpath(target, folder or "."))
            if external:
                element.set("TargetMode", "External")
        return root


def put(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes, level: int) -> None:
    """Pack an entry into an archive; what is long is packed in halves at once, which gives the same on any machine.

    Args:
        archive: Being written.
        info: The entry.
        data: What it holds.
        level: How tightly, from 1 to 9.

    Source: RFC 1951, 3.2.3 and 3.2.4: blocks of one stream may follow each other wherever one ends on a byte.
    """
    if len(data) < _LONG:
        archive.writestr(info, data, zipfile.ZIP_DEFLATED, level)
        return
    middle = len(data) // 2
    packed = {}

    def pack(half: str, content: bytes, end: int) -> None:
        packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed[half] = packer.compress(content) + packer.flush(end)

    beside = threading.Thread(target=pack, args=("first", data[:middle], zlib.Z_FULL_FLUSH))
    beside.start()
    pack("second", data[middle:], zlib.Z_FINISH)
    beside.join()
    found = packed["first"] + packed["second"]
    info.compress_type, info.CRC = zipfile.ZIP_DEFLATED, zlib.crc32(data)
    info.file_size, info.compress_size = len(data), len(found)
    put_packed(archive, info, found)


def put_packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo, packed: bytes) -> None:
    """Put an entry into an archive that is packed already, which `zipfile` offers no way to do.

    Args:
        archive: Being written.
        info: The entry, with its sizes, its checksum and how it is packed.
        packed: Its bytes as they lie in another archive.
    """
    file = archive.fp
    if file is None:
        raise ValueError("the archive is closed")
    info.header_offset = file.tell()
    file.write(info.FileHeader(zip64=False))
    file.write(packed)
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
    archive.start_dir = file.tell()


def _relationships_part(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")
