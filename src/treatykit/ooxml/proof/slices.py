"""Cut a part into its paragraphs as they are written, so that one that was read need not be read again.

Most paragraphs of a redline stand in both files in the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, qn

_PARAGRAPH: Final = re.compile(
    rb"""<w:p(?:\s(?:[^>"'/]++|"[^"]*"|'[^']*')*+)?(?:/>|>[^<]*+(?:<(?!/w:p>)[^<]*+)*+</w:p>)"""
)
_DECLARED: Final = f'xmlns:w="{NAMESPACES["w"]}"'.encode()
# Where one of these stands, bytes alone do not say where a paragraph begins and ends, or what it means.
_UNSURE: Final = (b"<!", b"txbxContent", b"AlternateContent")

_ENCODINGS: Final = (None, "UTF-8", "utf-8")


def slices(root: etree._Element, data: bytes) -> Mapping[etree._Element, bytes]:
    """The paragraphs of a part with their bytes; empty where they cannot be told apart so simply.

    Args:
        root: Of the part.
        data: The part.
    """
    plainly = data.count(b"xmlns:w=") == 1 and _DECLARED in data and data.count(b"<?") == data.startswith(b"<?")
    if not plainly or root.getroottree().docinfo.encoding not in _ENCODINGS or any(sign in data for sign in _UNSURE):
        return {}
    written = _PARAGRAPH.findall(data)
    paragraphs = list(root.iter(qn("w:p")))
    return dict(zip(paragraphs, written, strict=True)) if len(paragraphs) == len(written) else {}
