"""Cut a part into its paragraphs as they are written, so that one that was read need not be read again.

Most paragraphs of a redline stand in both files in the same bytes.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES

_PARAGRAPH: Final = re.compile(
    rb"""<w:p(?:\s(?:[^>"'/]++|"[^"]*"|'[^']*')*+)?(?:/>|>[^<]*+(?:<(?!/w:p>)[^<]*+)*+</w:p>)"""
)
_DECLARED: Final = f'xmlns:w="{NAMESPACES["w"]}"'.encode()
# Where one of these stands, bytes alone do not say where a paragraph begins and ends, or what it means.
_UNSURE: Final = (b"<!", b"txbxContent", b"AlternateContent")

_ENCODINGS: Final = (None, "UTF-8", "utf-8")


def slices(root: etree._Element, data: bytes, count: int) -> list[bytes] | None:
    """The bytes of the paragraphs of a part in order; None where they cannot be told apart so simply.

    Args:
        root: Of the part.
        data: The part.
        count: How many paragraphs it has.
    """
    plainly = data.count(b"xmlns:w=") == 1 and _DECLARED in data and data.count(b"<?") == data.startswith(b"<?")
    if not plainly or root.getroottree().docinfo.encoding not in _ENCODINGS or any(sign in data for sign in _UNSURE):
        return None
    written = _PARAGRAPH.findall(data)
    return written if len(written) == count else None
