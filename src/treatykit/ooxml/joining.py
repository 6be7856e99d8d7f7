"""Join paragraphs in the XML of a part, as Word does when the mark between them goes (17.13.5.15)."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from lxml import etree

from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import qn
from treatykit.ooxml.own_marks import BOOKMARK_PREFIX

_PARAGRAPH: Final = qn("w:p")
_CONTROL: Final = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")})
_CONTENT: Final = (qn("w:r"), qn("m:oMath"))
_ID: Final = qn("w:id")
_NO_BLOCKS: Final = frozenset({qn("w:sdtPr"), qn("w:sdtEndPr"), qn("w:customXmlPr")})
_NEEDS_PARAGRAPH: Final = frozenset(
    qn(f"w:{name}") for name in ("tc", "footnote", "endnote", "hdr", "ftr", "txbxContent", "comment")
)


def join_to_next(paragraph: etree._Element) -> None:
    """Let the content of a paragraph run into the next one, whose properties stand.

    With no next paragraph before a table or the end of the container, it stays if it
    has content and goes if it has none, unless its container needs it.
    """
    following = _next_paragraph(paragraph)
    properties = paragraph.find(qn("w:pPr"))
    _drop_emptied(paragraph)
    content = [child for child in paragraph if child is not properties]
    if following is not None:
        first = following.find(qn("w:pPr"))
        place = 0 if first is None else following.index(first) + 1
        following[place:place] = content
        drop_block(paragraph)
    elif next((one for child in content for one in child.iter(*_CONTENT)), None) is None:
        container = paragraph.getparent()
        drop_block(paragraph)
        if container is not None and container.tag in _NEEDS_PARAGRAPH:
            end_in_paragraph(container)


def _drop_emptied(paragraph: etree._Element) -> None:
    """Take out our bookmarks that have nothing left to speak of, or they would speak of the next paragraph."""
    for start in list(paragraph.iterchildren(qn("w:bookmarkStart"))):
        ends = (one for one in start.itersiblings(qn("w:bookmarkEnd")) if one.get(_ID) == start.get(_ID))
        end = next(ends, None)
        if end is None or not (start.get(qn("w:name")) or "").startswith(BOOKMARK_PREFIX):
            continue
        inside = takewhile(lambda one, end=end: one is not end, start.itersiblings("*"))  # type: ignore[misc]
        if not any(next(one.iter(*_CONTENT), None) is not None for one in inside):
            drop_block(start)
            drop_block(end)


def end_in_paragraph(container: etree._Element) -> None:
    """Give a cell or note the closing paragraph that Word demands (17.4.65), if it has lost it."""
    last = next((child for child in reversed(container) if child.tag not in MARKERS), None)
    if last is None or last.tag not in (_PARAGRAPH, *_CONTROL):
        etree.SubElement(container, _PARAGRAPH)


def drop_block(element: etree._Element) -> None:
    """Take an element out, and content controls that it leaves empty."""
    parent = element.getparent()
    if parent is None:
        return
    element.tail = None
    parent.remove(element)
    if parent.tag in _CONTROL and not any(child.tag not in _NO_BLOCKS for child in parent):
        drop_block(parent)


def _next_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The block that follows, through content controls, if it is a paragraph."""
    node: etree._Element | None = paragraph
    while node is not None:
        for sibling in node.itersiblings("*"):
            if sibling.tag in MARKERS:
                continue
            return _first_block(sibling)
        node = node.getparent()
        if node is None or node.tag not in _CONTROL:
            return None
    return None


def _first_block(element: etree._Element) -> etree._Element | None:
    if element.tag == _PARAGRAPH:
        return element
    if element.tag in _CONTROL:
        for child in element.iterchildren("*"):
            if child.tag not in _NO_BLOCKS and child.tag not in MARKERS:
                return _first_block(child)
    return None
