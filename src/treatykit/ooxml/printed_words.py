"""Paragraphs that are nothing but words, as they are printed: runs of one text each, with ends of ranges between them.

Most paragraphs are. What `cutting` does to their elements is done here to text, in a fifth of the time: the two have to
give the same XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import NAMESPACES

_SAID: Final = r'(?: w:\w+="[^"]*")*+'
_ITEM: Final = re.compile(
    rf'(?P<begin><w:r(?: w:rsid\w*="[^"]*")*+>)(?P<look><w:rPr>(?:<w:\w+{_SAID}/>)*+</w:rPr>|<w:rPr/>)?'
    # Escaped signs are left to XML.
    r'<w:t(?P<keeps> xml:space="preserve")?>(?P<text>[^<&]++)</w:t></w:r>'
    rf"|(?P<marker><w:(?:{'|'.join(sorted(etree.QName(name).localname for name in MARKERS))}){_SAID}/>)"
)
_BEGIN: Final = re.compile(r"<w:p(?: [^>]*)?(?<!/)>(?:<w:pPr/>)?")
_EMPTY: Final = re.compile(r"<w:p(?: [^>]*)?/>")
_PROPERTIES: Final = ("<w:pPr>", "</w:pPr>")
_END: Final = "</w:p>"
_NAMES: Final = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "tk"))


class Words(NamedTuple):
    """A run of one text, with its place in the paragraph.

    Attributes:
        begin: Its start tag.
        look: Its `w:rPr`; empty where it has none.
        keeps: Its text keeps the white space at its ends.
    """

    start: int
    stop: int
    begin: str
    look: str
    keeps: bool
    text: str

    def printed(self, tag: str = "t") -> str:
        """The run, with its text in an element of this name."""
        kept = ' xml:space="preserve"' if self.keeps else ""
        return f"{self.begin}{self.look}<w:{tag}{kept}>{self.text}</w:{tag}></w:r>"


class PrintedParagraph(NamedTuple):
    """A paragraph that is nothing but words.

    Attributes:
        words: In order.
        markers: What stands between them, printed, by positions.
        has_properties: It begins with a `w:pPr`.
    """

    words: Sequence[Words]
    markers: Mapping[int, str]
    has_properties: bool


def printed_paragraph(paragraph: etree._Element) -> PrintedParagraph | None:
    """A `w:p` as it is printed; None where it is more than words."""
    if paragraph.prefix != "w":
        return None
    printed = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    begin = _BEGIN.match(printed)
    if begin is None:
        return PrintedParagraph((), {}, has_properties=False) if _EMPTY.fullmatch(printed) else None
    at, has_properties = begin.end(), printed.endswith("<w:pPr/>", 0, begin.end())
    if printed.startswith(_PROPERTIES[0], at):
        at, has_properties = printed.rindex(_PROPERTIES[1]) + len(_PROPERTIES[1]), True
    words: list[Words] = []
    markers: dict[int, str] = {}
    stop = 0
    while found := _ITEM.match(printed, at):
        at = found.end()
        said, look, keeps, text, marker = found.groups()
        if marker is None:
            start, stop = stop, stop + len(text)
            words.append(Words(start, stop, said, look or "", keeps is not None, text))
        else:
            markers[stop] = markers.get(stop, "") + marker
    return PrintedParagraph(words, markers, has_properties) if printed.startswith(_END, at) else None


def printed_content(element: etree._Element) -> str:
    """What stands in an element, printed."""
    printed = etree.tostring(element, encoding="unicode", with_tail=False)
    return printed[printed.index(">") + 1 : printed.rindex("</")] if len(element) else ""


def parsed(printed: str) -> list[etree._Element]:
    """The elements that were printed so."""
    return list(etree.fromstring(f"<w:body {_NAMES}>{printed}</w:body>"))


def halved(words: Words, positions: Sequence[int]) -> list[Words]:
    """A run split at positions within it, in order, as `cutting` does it from the last to the first."""
    first, stop, begin, look, keeps, text = words
    found: list[Words] = []
    for at in reversed(positions):
        kept, rest = keeps, text[at - first : stop - first]
        # White space at the cut was inside and counted; at the outer ends it counts only if it did before.
        found.append(Words(at, stop, begin, look, kept or rest[0].isspace(), rest))
        keeps, stop = kept or text[at - first - 1].isspace(), at
    found.append(Words(first, stop, begin, look, keeps, text[: stop - first]))
    return found[::-1]
