"""Paragraphs that are nothing but words, as they are printed: runs of text, tabs, breaks and references to notes.

Ends of ranges may stand between them. Most paragraphs are so. What `cutting` does to their elements is done here to
text, in a fifth of the time: the two have to give the same XML.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import NAMESPACES

_SAID: Final = r'(?: w:\w+="[^"]*")*+'
# Escaped signs are left to XML.
_TEXT: Final = r'<w:t(%s xml:space="preserve")?>(%s[^<&]++)</w:t>'
_SIGNS: Final = "tab|br|cr|noBreakHyphen|softHyphen"
_ENTRIES: Final = "lastRenderedPageBreak|(?:footnote|endnote)Ref(?:erence)?|commentReference|annotationRef"
_ITEM: Final = re.compile(
    rf'(<w:r(?: w:rsid\w*="[^"]*")*+>)(<w:rPr>(?:<w:\w+{_SAID}/>)*+</w:rPr>|<w:rPr/>)?'
    rf"(?:{_TEXT % ('', '')}|((?:{_TEXT % ('?:', '?:')}|<w:(?:{_SIGNS}|{_ENTRIES}){_SAID}/>)++))</w:r>"
    rf"|(<w:(?:{'|'.join(sorted(etree.QName(name).localname for name in MARKERS))}){_SAID}/>)"
)
_LEAF: Final = re.compile(rf"{_TEXT % ('', '')}|(<[^>]*>)")
_SIGN: Final = re.compile(rf"<w:(?:{_SIGNS})[ /]")
_BEGIN: Final = re.compile(r"<w:p(?: [^>]*)?(?<!/)>(?:<w:pPr/>)?")
_EMPTY: Final = re.compile(r"<w:p(?: [^>]*)?/>")
_PROPERTIES: Final = ("<w:pPr>", "</w:pPr>")
_END: Final = "</w:p>"
_NAMES: Final = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "tk"))


class Leaf(NamedTuple):
    """A text of a run, or something else in it that takes one position.

    Attributes:
        said: The text; anything else as it is printed.
        keeps: The text keeps the white space at its ends; None for anything else.
    """

    said: str
    keeps: bool | None

    def printed(self, tag: str) -> str:
        """It, a text in an element of this name."""
        if self.keeps is None:
            return self.said
        kept = ' xml:space="preserve"' if self.keeps else ""
        return f"<w:{tag}{kept}>{self.said}</w:{tag}>"


class Words(NamedTuple):
    """A run, with its place in the paragraph.

    Attributes:
        begin: Its start tag.
        look: Its `w:rPr`; empty where it has none.
    """

    start: int
    stop: int
    begin: str
    look: str
    leaves: tuple[Leaf, ...]

    def printed(self, tag: str = "t") -> str:
        """The run, with its texts in elements of this name."""
        return f"{self.begin}{self.look}{''.join([leaf.printed(tag) for leaf in self.leaves])}</w:r>"

    @property
    def is_plain(self) -> bool:
        """It says the same in any file: it holds text, tabs and breaks."""
        return all(leaf.keeps is not None or _SIGN.match(leaf.said) for leaf in self.leaves)


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
        said, look, keeps, text, several, marker = found.groups()
        if marker is not None:
            markers[stop] = markers.get(stop, "") + marker
            continue
        leaves = (Leaf(text, keeps is not None),) if several is None else tuple(_leaves(several))
        start, stop = stop, stop + (len(text) if several is None else sum(map(_length, leaves)))
        words.append(Words(start, stop, said, look or "", leaves))
    # At its own end, not at that of a paragraph in a text box, whose properties may be the last.
    return PrintedParagraph(words, markers, has_properties) if printed[at:] == _END else None


def _leaves(printed: str) -> Iterator[Leaf]:
    for keeps, text, other in _LEAF.findall(printed):
        yield Leaf(other, None) if other else Leaf(text, bool(keeps))


def _length(leaf: Leaf) -> int:
    return 1 if leaf.keeps is None else len(leaf.said)


def printed_content(element: etree._Element) -> str:
    """What stands in an element, printed."""
    printed = etree.tostring(element, encoding="unicode", with_tail=False)
    return printed[printed.index(">") + 1 : printed.rindex("</")] if len(element) else ""


def parsed(printed: str) -> etree._Element:
    """An element with children that were printed so."""
    return etree.fromstring(f"<w:body {_NAMES}>{printed}</w:body>")


def halved(words: Words, positions: Sequence[int]) -> list[Words]:
    """A run split at positions within it, in order."""
    edges = pairwise([words.start, *positions, words.stop])
    return [
        Words(start, stop, words.begin, words.look, run)
        for (start, stop), run in zip(edges, _halved_leaves(words, positions), strict=True)
    ]


def _halved_leaves(words: Words, positions: Sequence[int]) -> Iterable[tuple[Leaf, ...]]:
    if len(words.leaves) == 1:
        return [(half,) for half in _halved_leaf(words.leaves[0], words.start, positions)]
    runs: list[list[Leaf]] = [[] for _ in (*positions, words.stop)]
    at = words.start
    for leaf in words.leaves:
        start, at = at, at + _length(leaf)
        run = bisect_right(positions, start)
        for place, part in enumerate(_halved_leaf(leaf, start, positions[run : bisect_left(positions, at)]), run):
            runs[place].append(part)
    return map(tuple, runs)


def _halved_leaf(leaf: Leaf, start: int, positions: Sequence[int]) -> list[Leaf]:
    """A text split at positions within it, as `cutting` does it from the last to the first."""
    (said, keeps), stop = leaf, None
    found: list[Leaf] = []
    for at in reversed(positions):
        kept, rest = keeps, said[at - start : stop]
        # White space at the cut was inside and counted; at the outer ends it counts only if it did before.
        found.append(Leaf(rest, kept or rest[0].isspace()))
        keeps, stop = kept or said[at - start - 1].isspace(), at - start
    found.append(Leaf(said[:stop], keeps))
    return found[::-1]
