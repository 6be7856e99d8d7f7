"""Take the paragraphs out of a part that its bytes are enough for, so that only the rest is parsed and gone through.

Most paragraphs of a file are nothing but words, and most of a redline stand in its files in the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final, NamedTuple

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.fragments import DECLARED, fragment
from treatykit.ooxml.proof.said import Par
from treatykit.ooxml.xml import parse_xml

_PARAGRAPH: Final = qn("w:p")
_WRITTEN: Final = re.compile(
    rb"""(<w:p(?:\s(?:[^>"'/]++|"[^"]*"|'[^']*')*+)?(?:/>|>[^<]*+(?:<(?!/w:p>)[^<]*+)*+</w:p>))"""
)
_SPACE: Final = qn("xml:space")
_ENCODINGS: Final = (None, "UTF-8", "utf-8")


class Stretch(NamedTuple):
    """Paragraphs that follow each other.

    Attributes:
        said: What each of them says.
    """

    written: list[bytes]
    said: list[Par]

    @property
    def elements(self) -> list[etree._Element]:
        """The paragraphs, parsed."""
        return [fragment(written) for written in self.written]


@dataclass(slots=True)
class Cut:
    """A part that is parsed but for the paragraphs that its bytes were enough for.

    Attributes:
        root: With a processing instruction in place of each stretch of them.
        stretches: In their order.
        written: The bytes of the other paragraphs, as far as they can be told apart.
    """

    root: etree._Element
    stretches: list[Stretch] = field(default_factory=list)
    written: Mapping[etree._Element, bytes] = field(default_factory=dict)
    _cells: dict[etree._Element, int] = field(default_factory=dict)

    def taken(self, sign: etree._Element) -> Stretch | None:
        """What a processing instruction stands for; None for one that the file has itself."""
        return self.stretches[int(sign.text or "")] if self.stretches else None

    def whole(self, element: etree._Element) -> etree._Element:
        """An element of the part with all that was taken out of it."""
        if next(element.iter(etree.PI), None) is None or not self.stretches:
            return element
        made = deepcopy(element)
        for sign in list(made.iter(etree.PI)):
            parent = sign.getparent()
            if parent is not None:
                at = parent.index(sign)
                parent[at : at + 1] = self.stretches[int(sign.text or "")].elements
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


def cut(data: bytes, where: str, known: Callable[[bytes], Par | None]) -> Cut:
    """Cut a part.

    Args:
        where: What to call it in errors.
        known: What is known of a paragraph by its bytes alone; None where they are not enough. They must be
            well-formed then, and `stands_alone`.

    Raises:
        UnreadableError: The part is no XML that can be read.
    """
    if _is_text(data):
        rest, stretches, left = _rest(data, known)
        root = _parsed(rest, len(stretches))
        if root is not None and _is_plainly_declared(root, rest, data):
            paragraphs = list(root.iter(_PARAGRAPH))
            written = zip(paragraphs, left, strict=True) if len(paragraphs) == len(left) else ()
            return Cut(root, stretches, dict(written))
    return Cut(parse_xml(data, where))


def _rest(data: bytes, known: Callable[[bytes], Par | None]) -> tuple[bytes, list[Stretch], list[bytes]]:
    """The part without the paragraphs that are known, these, and those that are not."""
    pieces = _WRITTEN.split(data)
    before, written = pieces[::2], pieces[1::2]
    said = list(map(known, written))
    rest: list[bytes] = []
    stretches: list[Stretch] = []
    left: list[bytes] = []
    # Where something else stands before a paragraph, or itself has to be parsed.
    stops = [at for at, (between, one) in enumerate(zip(before, said, strict=False)) if between or one is None]
    for at, end in pairwise([*stops, len(written)]):
        rest.append(before[at])
        first = at
        if said[at] is None:
            rest.append(written[at])
            left.append(written[at])
            first += 1
        if first < end:
            rest.append(b"<?taken %d?>" % len(stretches))
            stretches.append(Stretch(written[first:end], [one for one in said[first:end] if one]))
    rest.append(before[-1])
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
