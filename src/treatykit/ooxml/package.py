"""Open a Word package from bytes, after looking at what it claims to hold.

A file comes from the other side of a negotiation (docs/analysis/safety.md), so its
directory is judged before anything is unpacked, and a part is unpacked only when
somebody asks for it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final, TypeVar, cast
from urllib.parse import unquote

from treatykit.errors import UnreadableError
from treatykit.records import dataclass

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED_FLAG: Final = 0x1
# The head of an entry (APPNOTE 4.3.7): its signature, its length without name and further fields, where theirs stand.
_SIGNATURE: Final = b"PK\x03\x04"
_HEAD: Final = 30
_NAME_LENGTH: Final = 26

CONTENT_TYPES_PART: Final = "[Content_Types].xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a package may claim before it is refused.

    Attributes:
        entries: Files in the archive; Word itself writes some dozens.
        part_bytes: Unpacked size of one file.
        total_bytes: Unpacked size of all files together.
        ratio: Unpacked to packed size of one file; honest XML stays below 100.
        ratio_from: Smaller files are let off the ratio: a kilobyte of zeros harms nobody.
    """

    entries: int = 5_000
    part_bytes: int = 256 * 2**20
    total_bytes: int = 512 * 2**20
    ratio: int = 250
    ratio_from: int = 2**20


LIMITS: Final = Limits()

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Word file as its parts, read only.

    Attributes:
        name: The file as the user named it.
        data: The file, byte for byte.
        entries: The archive's directory, in its order, under normalised names.
    """

    name: str
    data: bytes
    entries: Mapping[str, zipfile.ZipInfo]
    _archive: zipfile.ZipFile = field(repr=False, compare=False)
    _found: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def __contains__(self, part: str) -> bool:
        return self.real_name(part) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def real_name(self, part: str) -> str | None:
        """The name a part really has; names are compared without case (ECMA-376-2, 9.1.1)."""
        if part in self.entries:
            return part
        return next((name for name in self.entries if name.lower() == part.lower()), None)

    def read(self, part: str) -> bytes:
        """Unpack one part.

        Raises:
            UnreadableError: The part is missing or damaged.
        """
        name = self.real_name(part)
        if name is None:
            raise UnreadableError(f"the part {part} is missing", where=self.name, hint="save the file again in Word")
        try:
            found = self._unpacked(name)
            return self._archive.read(self.entries[name]) if found is None else found
        # zipfile answers a damaged archive with whatever the layer below met first.
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError(
                f"the part {part} is damaged ({error})", where=self.name, hint="ask for the file again"
            ) from error

    def _unpacked(self, name: str) -> bytes | None:
        """A part in one go, in two thirds of the time; None where anything is unusual, which `zipfile` judges."""
        info = self.entries[name]
        called, packed = info.orig_filename.encode(), self.packed(name)
        # The head names the part once more; a name that is not in ASCII may be written in more than one way.
        head = len(called).to_bytes(2, "little"), called
        places = info.header_offset + _NAME_LENGTH, info.header_offset + _HEAD
        if info.compress_type != zipfile.ZIP_DEFLATED or not all(map(self.data.startswith, head, places)) or not packed:
            return None
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        found = unpacking.decompress(packed, info.file_size + 1)
        whole = unpacking.eof and len(found) == info.file_size and zlib.crc32(found) == info.CRC
        return found if whole else None

    def packed(self, part: str) -> bytes | None:
        """A part as it lies in the archive; None where it does not lie where the directory says."""
        info = self.entries[part]
        head = self.data[info.header_offset : info.header_offset + _HEAD]
        if len(head) < _HEAD or not head.startswith(_SIGNATURE):
            return None
        start = info.header_offset + _HEAD + sum(struct.unpack_from("<HH", head, _NAME_LENGTH))
        found = self.data[start : start + info.compress_size]
        return found if len(found) == info.compress_size else None

    def once(self, what: str, find: Callable[[], _Found]) -> _Found:
        """What is found in the package under a name; looked for once, for a package never changes."""
        if what not in self._found:
            self._found[what] = find()
        return cast(_Found, self._found[what])


def open_package(data: bytes, name: str, limits: Limits = LIMITS) -> Parts:
    """Read the directory of a package and judge it; unpack nothing.

    Args:
        data: The file.
        name: What to call it in errors.
        limits: What it may claim.

    Raises:
        UnreadableError: It is no package, or one that had better not be opened.
    """
    _refuse_other_formats(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        raise UnreadableError(f"is a damaged archive ({error})", where=name, hint="ask for the file again") from error
    infos = archive.infolist()
    _refuse_too_much(infos, name, limits)
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        part, meant = _part_name(info, name)
        if part.endswith("/"):
            continue
        if meant in seen:
            raise UnreadableError(f"holds {part} twice", where=name, hint="do not open it; ask for a clean copy")
        seen.add(meant)
        entries[part] = info
    parts = Parts(name, data, MappingProxyType(entries), archive)
    if CONTENT_TYPES_PART not in parts:
        _refuse_other_archive(parts)
    return parts


def _refuse_other_formats(data: bytes, name: str) -> None:
    head = data[:512].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not data:
        raise UnreadableError("the file is empty", where=name, hint="ask for the file again")
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise UnreadableError(
                "is protected by a password", where=name, hint="open it in Word, remove the password and save it again"
            )
        raise UnreadableError("is in the old binary format of Word", where=name, hint="save it as .docx in Word")
    if data.startswith(b"PK"):
        return
    if head.startswith(b"{\\rtf"):
        raise UnreadableError("is an RTF file, whatever its name says", where=name, hint="save it as .docx")
    if head.startswith(b"%PDF-"):
        raise UnreadableError(
            "is a PDF file, whatever its name says",
            where=name,
            hint="a PDF is not read; ask for the Word file that it was made from",
        )
    if b"schemas.microsoft.com/office/2006/xmlPackage" in data[:4096]:
        raise UnreadableError("is a Word file in flat XML", where=name, hint="save it as .docx in Word")
    if head.startswith(b"<"):
        raise UnreadableError("is an XML or HTML file, whatever its name says", where=name, hint="save it as .docx")
    raise UnreadableError("is no Word file", where=name, hint="a .docx is a ZIP archive; ask for the file again")


def _refuse_too_much(infos: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    def refuse(what: str) -> UnreadableError:
        return UnreadableError(what, where=name, hint="it may be built to exhaust the reader; ask for a clean copy")

    if len(infos) > limits.entries:
        raise refuse(f"holds {len(infos)} files, more than the {limits.entries} allowed")
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise refuse(f"would unpack to more than {limits.total_bytes // 2**20} MiB")
    for info in infos:
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError(
                "is protected by a password", where=name, hint="open it, remove the password and save it again"
            )
        if info.compress_type not in _METHODS:
            raise refuse(f"packs {info.filename!r} in a way that no Word file uses")
        if info.file_size > limits.part_bytes:
            raise refuse(f"holds {info.filename!r}, larger than {limits.part_bytes // 2**20} MiB")
        if info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1):
            raise refuse(f"holds {info.filename!r}, packed more than {limits.ratio} times")


def _part_name(info: zipfile.ZipInfo, name: str) -> tuple[str, str]:
    """The name of a part, and the one that stands for all names that lead to the same place."""
    # zipfile cuts names at a NUL and turns the system's separator; the original name shows what was really meant.
    original = info.orig_filename
    part = original.replace("\\", "/")
    meant = unquote(original).replace("\\", "/")
    segments = meant.split("/")
    if not part or meant.startswith("/") or ".." in segments or "\0" in meant or ":" in segments[0]:
        raise UnreadableError(
            f"holds a file named {original!r}, outside the package",
            where=name,
            hint="do not open it; ask for a clean copy",
        )
    return part, "/".join(segment for segment in segments if segment not in ("", ".")).lower()


def _refuse_other_archive(parts: Parts) -> None:
    if "mimetype" in parts or "content.xml" in parts:
        raise UnreadableError("is an OpenDocument file", where=parts.name, hint="save it as .docx")
    raise UnreadableError("is a ZIP archive but no Word file", where=parts.name, hint="name the .docx inside it")
