"""The pictures of a document out of the Word files that it was read from, as addresses that hold their bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Final

from treatykit.errors import UnreadableError
from treatykit.model.content import Image
from treatykit.model.document import Document
from treatykit.model.walk import paragraphs
from treatykit.ooxml.package import open_package

Pictures = Mapping[str, str]
"""``data:`` addresses by the digest of the picture (`treatykit.model.content.Image`)."""

_KINDS: Final = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))
_LARGEST: Final = 4 * 2**20  # bytes of one picture; a larger one is described, not shown
_FOLDER: Final = "/media/"


def pictures_of(document: Document) -> Pictures:
    """The pictures that a browser can show; the others are printed as their description."""
    wanted = {
        inline.digest for paragraph in paragraphs(document) for inline in paragraph.inlines if isinstance(inline, Image)
    }
    found: dict[str, str] = {}
    for package in document.packages if wanted else ():
        try:
            parts = open_package(package.data, package.name)
            media = (parts.read(part) for part in parts if _FOLDER in f"/{part}")
            shown = {hashlib.sha256(data).hexdigest(): data for data in media if len(data) <= _LARGEST}
        except UnreadableError:
            continue  # the words were read from it; a picture is not worth losing them
        found |= {digest: address for digest in wanted & shown.keys() if (address := _address(shown[digest]))}
    return found


def _address(data: bytes) -> str:
    kind = next((name for start, name in _KINDS if data.startswith(start)), "")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if kind else ""
