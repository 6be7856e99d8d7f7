"""Read a paragraph that is nothing but words from its bytes: runs of text, one behind the other, and no change.

Four fifths of a file are such paragraphs. What they say is what `content` finds in their elements, in a fifth of the
time; where anything else stands in one, nothing is said here. What is read is well-formed, but for properties.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from treatykit.ooxml.proof.said import UNSAID, Par, ParagraphLook, Part, run_together


def _ids(*names: str) -> bytes:
    """Each attribute once at most, since to give one twice is no XML."""
    return b"".join(b'(?: %b="[0-9A-Fa-f]*+")?+' % name.encode() for name in names)


# In the order of Word, and of Google.
_OF_PARAGRAPH: Final = b"(?:%b|%b)" % (
    _ids("w14:paraId", "w14:textId", "w:rsidR", "w:rsidRPr", "w:rsidDel", "w:rsidRDefault", "w:rsidP", "w:rsidTr"),
    _ids("w:rsidR", "w:rsidDel", "w:rsidP", "w:rsidRDefault", "w:rsidRPr", "w14:paraId"),
)
_OF_RUN: Final = _ids("w:rsidDel", "w:rsidR", "w:rsidRPr")
# A record of a change is left to XML, even an empty one. Raw ends of lines and escaped signs are left to XML.
_RUN: Final = (
    rb"<w:r%b>(%%b<w:rPr>(?:<w:(?!rPrChange)\w+(?: w:\w+=\"[^\"<]*\")*+/>)*+</w:rPr>)?(?:<w:lastRenderedPageBreak/>)?"
    rb"<w:t(%%b xml:space=\"preserve\")?>(%%b[^<>&\x00-\x08\x0a-\x1f]*+)</w:t></w:r>" % _OF_RUN
)
_TEXT: Final = rb"[^\"<>&\x00-\x1f]*+"
_MARKERS: Final = (
    rb"(?:<w:(?:proofErr w:type=\"\w*\"|bookmarkStart w:id=\"%b\" w:name=\"%b\"|bookmarkEnd w:id=\"%b\")/>)*+"
    % ((_TEXT,) * 3)
)
_UNTOLD: Final = (b"?:",) * 3
_TOLD: Final = (b"",) * 3
_RUNS: Final = re.compile(_RUN % _TOLD)
_PARAGRAPH: Final = re.compile(
    rb"<w:p%b>(<w:pPr>(?:[^<]++|<(?!/?w:pPr[ />]))*+</w:pPr>)?%b(?:%b%b((?:%b%b)*+))?</w:p>"
    % (_OF_PARAGRAPH, _MARKERS, _RUN % _TOLD, _MARKERS, _RUN % _UNTOLD, _MARKERS)
)


def plain(
    written: bytes, look: Callable[[bytes], ParagraphLook | None], look_of_run: Callable[[bytes], int]
) -> Par | None:
    """What a paragraph says, by its bytes; None where it is more than words.

    Args:
        look: What its `w:pPr` says, by its bytes; None where more counts than that.
        look_of_run: The number of what a `w:rPr` says, by its bytes.
    """
    found = _PARAGRAPH.fullmatch(written)
    if found is None:
        return None
    properties, said, kept, text, others = found.groups(b"")
    standing = look(properties)
    if standing is None:
        return None
    parts: list[Part] = []
    runs = [(said, kept, text), *_RUNS.findall(others)] if others else [(said, kept, text)]
    for said, kept, text in runs:
        if value := text.decode() if kept else text.decode().strip(" \t"):
            parts.append(Part("", value, look_of_run(said) if said else UNSAID))
    return Par(standing, run_together(parts) if others else tuple(parts))
