"""Take the paragraphs out of a part that its bytes are enough for, so that only the rest is parsed and gone through.

Most paragraphs of a file are nothing but words, and most of a redline stand in its files in the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.fragments import DECLARED, fragment
from treatykit.ooxml.xml import parse_xml

_PARAGRAPH: Final = re.compile(
    rb"""(<w:p(?:\s(?:[^>"'/]++|"[^"]*"|'[^']*')*+)?(?:/>|>[^<]*+(?:<(?!/w:p>)[^<]*+)*+</w:p>))"""
)
_SPACE: Final = qn("xml:space")
_SIGN: Final = "taken"
_ENCODINGS: Final = (None, "UTF-8", "utf-8")


@dataclass(slots=True)
class Cut:
    """A part that is parsed but for the paragraphs that its bytes were enough for.

    Attributes:
        root: With a processing instruction in place of each stretch of them.
        stretches: Their bytes.
        written: The bytes of the other paragraphs, as far as they can be told apart.
    """

    root: etree._Element
    stretches: list[list[bytes]] = field(default_factory=list)
    written: Mapping[etree._Element, bytes] = field(default_factory=dict)
    _cells: dict[etree._Element, int] = field(default_factory=dict)

    def taken(self, sign: etree._Element) -> list[bytes]:
        """The paragraphs in whose place a processing instruction stands; none for one that the file has itself."""
        return self.stretches[int(sign.text or "")] if self.stretches else []

    def elements(self, sign: etree._Element) -> list[etree._Element]:
        """The same, parsed."""
        return [fragment(written) for written in self.taken(sign)]

    def whole(self, element: etree._Element) -> etree._Element:
        """An element of the part with all that was taken out of it."""
        if next(element.iter(etree.PI), None) is None or not self.stretches:
            return element
        made = deepcopy(element)
        for sign in list(made.iter(etree.PI)):
            parent = sign.getparent()
            if parent is not None:
                parent[parent.index(sign) : parent.index(sign) + 1] = self.elements(sign)
        return made

    def cell_at(self, cell: etree._Element) -> int:
        """The how-manyth of the part a cell is, from 0."""
        return self._by_place()[cell]

    def cell(self, at: int) -> etree._Element:
        """A cell by its place."""
        return next(islice(self._by_place(), at, None))

    def _by_place(self) -> dict[etree._Element, int]:
        if not self._cells:
            self._cells = {cell: at for at, cell in enumerate(self.root.iter(qn("w:tc")))}
        return self._cells


def cut(data: bytes, where: str, known: Callable[[bytes], object | None]) -> Cut:
    """Cut a part.

    Args:
        where: What to call it in errors.
        known: What is known of a paragraph by its bytes alone; None where they are not enough. They must be
            well-formed then, and `stands_alone`.

    Raises:
        UnreadableError: The part is no XML that can be read.
    """
    rest, stretches, left = _rest(data, known) if _is_text(data) else (data, [], [])
    root = _parsed(rest, len(stretches)) if stretches else None
    if root is None or not _is_plainly_declared(root, rest, data):
        return Cut(parse_xml(data, where))
    paragraphs = list(root.iter(qn("w:p")))
    return Cut(root, stretches, dict(zip(paragraphs, left, strict=True)) if len(paragraphs) == len(left) else {})


def _rest(data: bytes, known: Callable[[bytes], object | None]) -> tuple[bytes, list[list[bytes]], list[bytes]]:
    """The part without the paragraphs that are known, these, and those that are not."""
    pieces = _PARAGRAPH.split(data)
    rest: list[bytes] = []
    stretches: list[list[bytes]] = []
    left: list[bytes] = []
    stretch: list[bytes] | None = None
    for between, written in zip(pieces[::2], pieces[1::2], strict=False):
        if between:
            rest.append(between)
            stretch = None
        if known(written) is None:
            rest.append(written)
            left.append(written)
            stretch = None
        elif stretch is None:
            rest.append(b"<?%b %d?>" % (_SIGN.encode(), len(stretches)))
            stretch = [written]
            stretches.append(stretch)
        else:
            stretch.append(written)
    rest.append(pieces[-1])
    return b"".join(rest), stretches, left


def _is_text(data: bytes) -> bool:
    """Whether bytes are characters that XML knows, but for those below the space."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return "\ufffe" not in text and "\uffff" not in text


def _parsed(rest: bytes, signs: int) -> etree._Element | None:
    """The rest of a part; None where what was taken may have stood in what is no content, such as a comment."""
    if b"<!" in rest or rest.count(b"<?") != signs + rest.startswith(b"<?"):
        return None
    try:
        return parse_xml(rest, "")
    except UnreadableError:
        return None


def _is_plainly_declared(root: etree._Element, rest: bytes, data: bytes) -> bool:
    """Whether what was taken means in this part what it means elsewhere."""
    if root.getroottree().docinfo.encoding not in _ENCODINGS or root.get(_SPACE) == "preserve":
        return False  # where everything keeps its spaces, the same bytes say something else
    for prefix, declared in DECLARED.items():
        times = rest.count(b"xmlns:%b=" % prefix.encode())
        if times > 1 or (declared not in rest if times else b"%b:" % prefix.encode() in data):
            return False
    return True
