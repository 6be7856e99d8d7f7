"""Write an element down as canonical XML, so that equal strings mean equal content.

Exclusive C14N (W3C), after what means nothing is taken out: revision save ids, proofing
marks, and relationship ids, which are replaced by a hash of what they lead to.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, qn

Resolve = Callable[[str], str]
"""A relationship id to what stands for its target in canonical XML."""

_RELATIONSHIP_NAMESPACE: Final = f"{{{NAMESPACES['r']}}}"
_NOISE_ELEMENTS: Final = frozenset(
    qn(name) for name in ("w:proofErr", "w:lastRenderedPageBreak", "w:noProof", "w:bookmarkStart", "w:bookmarkEnd")
)
# The words in what is struck as a whole, as a reading above a word is, say what they said before.
_LIVE: Final[dict[object, str]] = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}
# Ids of drawings are given anew whenever Word saves, and with them names such as Picture 4.
_NOISE_ATTRIBUTES: Final = frozenset({qn("w14:paraId"), qn("w14:textId")})
_WORD_2010_DRAWING: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_NUMBERED: Final = frozenset({qn("wp:docPr"), qn("pic:cNvPr")})


def canonical(element: etree._Element, resolve: Resolve | None = None) -> str:
    """The element as canonical XML without noise.

    Args:
        element: Left as it is.
        resolve: What stands for a relationship id; without it ids stand as they are.
    """
    clone = copy.deepcopy(element)
    clone.tail = None
    for node in list(clone.iter("*")):
        if node is not clone and node.tag in _NOISE_ELEMENTS:
            _remove(node)
            continue
        node.tag = _LIVE.get(node.tag, node.tag)
        for name in list(node.attrib):
            if _is_noise(node, str(name)):
                del node.attrib[name]
            elif resolve is not None and str(name).startswith(_RELATIONSHIP_NAMESPACE):
                node.set(name, resolve(str(node.get(name))))
    return etree.tostring(clone, method="c14n", exclusive=True, with_comments=False).decode()


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _is_noise(node: etree._Element, name: str) -> bool:
    if name in _NOISE_ATTRIBUTES or name.startswith(_WORD_2010_DRAWING):
        return True
    if name in ("id", "name") and node.tag in _NUMBERED:
        return True
    return name.startswith(f"{{{NAMESPACES['w']}}}rsid")


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)
