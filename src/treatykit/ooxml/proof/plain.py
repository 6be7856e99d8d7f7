"""Read a paragraph that is nothing but words from its bytes: runs of text, one behind the other, and no change.

Four fifths of a file are such paragraphs. What they say is what `content` finds in their elements, in a fifth of the
time; where anything else stands in one, nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from treatykit.ooxml.proof.said import Part

# Properties with nothing inside hold no record of a change. Raw ends of lines and escaped signs are left to XML.
_RUN: Final = (
    rb"<w:r(?: [^>]*)?>(%s<w:rPr>(?:<w:\w+(?: w:\w+=\"[^\"<]*\")*+/>)*+</w:rPr>)?(?:<w:lastRenderedPageBreak/>)?"
    rb"<w:t(%s xml:space=\"preserve\")?>(%s[^<&\r\n]*+)</w:t></w:r>"
)
_MARKERS: Final = rb"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^>]*/>)*+"
_UNTOLD: Final = (b"?:",) * 3
_RUNS: Final = re.compile(_RUN % (b"", b"", b""))
_PARAGRAPH: Final = re.compile(
    rb"<w:p(?: [^>]*)?>(<w:pPr>(?:[^<]++|<(?!/?w:pPr[ />]))*+</w:pPr>)?%s(?:%s%s((?:%s%s)*+))?</w:p>"
    % (_MARKERS, _RUN % (b"", b"", b""), _MARKERS, _RUN % _UNTOLD, _MARKERS)
)


class Plain(NamedTuple):
    """A paragraph that is nothing but words.

    Attributes:
        properties: Its `w:pPr` as it is written; empty where there is none.
        runs: Of each run its `w:rPr` as it is written, whether it keeps its spaces, and its words.
    """

    properties: bytes
    runs: list[tuple[bytes, bytes, bytes]]

    def parts(self, look: Callable[[bytes, int], int]) -> tuple[Part, ...]:
        """Its words, neighbours of one look joined.

        Args:
            look: The number of what a `w:rPr` says, by its bytes and the place of its run.
        """
        found: list[tuple[str, int]] = []
        for at, (said, kept, text) in enumerate(self.runs):
            value = text.decode() if kept else text.decode().strip(" \t")
            if value:
                now = look(said, at) if said else 0
                if found and found[-1][1] == now:
                    value = found.pop()[0] + value
                found.append((value, now))
        return tuple([Part("", value, now) for value, now in found])


def plain(written: bytes) -> Plain | None:
    """A paragraph by its bytes; None where it is more than words."""
    found = _PARAGRAPH.fullmatch(written)
    if found is None:
        return None
    properties, said, kept, text, others = found.groups(b"")
    return Plain(properties, [(said, kept, text), *(_RUNS.findall(others) if others else ())])
