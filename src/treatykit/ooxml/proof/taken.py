"""Take the paragraphs out of a part that its bytes are enough for, so that only the rest is parsed and gone through.

Most paragraphs of a file are nothing but words, and most of a redline stand in its files in the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import field
from itertools import pairwise
from typing import Final, NamedTuple

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.fragments import DECLARED, fragments
from treatykit.ooxml.proof.said import Entry
from treatykit.ooxml.xml import parse_xml
from treatykit.records import dataclass

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
# Looked for no further than the next one, or the time would grow with the square of a file that writes ends otherwise.
_WRITTEN_PARAGRAPH: Final = re.compile(
    rb"""(<w:p(?:\s(?:[^>"'/]++|"[^"]*"|'[^']*')*+)?(?:/>|>[^<]*+(?:<(?!/?w:p[\s/>])[^<]*+)*+</w:p>))"""
)
_WRITTEN_TABLE: Final = re.compile(rb"(<w:tbl>[^<]*+(?:<(?!/?w:tbl>)[^<]*+)*+</w:tbl>)")
_ROOT: Final = re.compile(rb"(?:<\?xml[^>]*>\s*)?<w:[^>]*>")
_SPACE: Final = qn("xml:space")
_ENCODINGS: Final = (None, "UTF-8", "utf-8")


class Stretch(NamedTuple):
    """Blocks that follow each other.

    Attributes:
        said: What they say.
    """

    written: list[bytes]
    said: list[Entry]

    def parsed(self) -> etree._Element:
        """An element around the blocks."""
        return fragments(b"".join(self.written))


@dataclass(slots=True)
class Cut:
    """A part that is parsed but for the paragraphs and tables that its bytes were enough for.

    Attributes:
        root: With a processing instruction in place of each stretch of them.
        stretches: In their order.
        written: The bytes of the other ones, as far as they can be told apart.
        has_controls: Content controls may stand in the part.
    """

    root: etree._Element
    stretches: list[Stretch] = field(default_factory=list)
    written: Mapping[etree._Element, bytes] = field(default_factory=dict)
    has_controls: bool = False

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
                parent[at : at + 1] = list(self.stretches[int(sign.text or "")].parsed())
        return made


def cut(data: bytes, where: str, known: Callable[[bytes], tuple[Entry, ...] | None]) -> Cut:
    """Cut a part.

    Args:
        where: What to call it in errors.
        known: What a paragraph or a table says by its bytes alone; None where they are not enough. They must be
            well-formed then, and `stands_alone`.

    Raises:
        UnreadableError: The part is no XML that can be read.
    """
    if _is_text(data):
        tables, before, blocks = _blocks(data, known)
        rest, stretches, left = _rest(before, blocks, known)
        root = _parsed(rest, len(stretches))
        if root is not None and _is_plainly_declared(root, rest, data):
            written = {**_paired(root, _PARAGRAPH, left), **_paired(root, _TABLE, tables)}
            return Cut(root, stretches, written, has_controls=b"sdt" in data)
    return Cut(parse_xml(data, where), has_controls=b"sdt" in data)


def _blocks(
    data: bytes, known: Callable[[bytes], tuple[Entry, ...] | None]
) -> tuple[list[bytes], list[bytes], list[bytes]]:
    """The tables that are not known; what stands before each block, and after the last; paragraphs and known tables."""
    tables: list[bytes] = []
    before, blocks = [b""], []
    for at, written in enumerate(_WRITTEN_TABLE.split(data) if b"<w:tbl>" in data else [data]):
        is_table = at % 2 == 1
        if is_table and known(written) is not None:
            blocks.append(written)
            before.append(b"")
            continue
        pieces = _WRITTEN_PARAGRAPH.split(written)
        before[-1] += pieces[0]
        before += pieces[2::2]
        blocks += pieces[1::2]
        if is_table:
            tables.append(written)
    return tables, before, blocks


def _rest(
    before: list[bytes], blocks: list[bytes], known: Callable[[bytes], tuple[Entry, ...] | None]
) -> tuple[bytes, list[Stretch], list[bytes]]:
    """The part without the blocks that are known, these, and those that are not."""
    said = list(map(known, blocks))
    rest: list[bytes] = []
    stretches: list[Stretch] = []
    left: list[bytes] = []
    # Where something else stands before a block, or itself has to be parsed.
    stops = [at for at, (between, one) in enumerate(zip(before, said, strict=False)) if between or one is None]
    for at, end in pairwise([*stops, len(blocks)]):
        rest.append(before[at])
        begins = at
        if said[at] is None:
            rest.append(blocks[at])
            left.append(blocks[at])
            begins += 1
        if begins < end:
            rest.append(b"<?taken %d?>" % len(stretches))
            entries = [entry for one in said[begins:end] if one for entry in one]
            stretches.append(Stretch(blocks[begins:end], entries))
    rest.append(before[-1])
    return b"".join(rest), stretches, left


def _paired(root: etree._Element, tag: str, written: list[bytes]) -> Mapping[etree._Element, bytes]:
    """The elements of a name with their bytes; none where some stand in others."""
    elements = list(root.iter(tag)) if written else []
    return dict(zip(elements, written, strict=True)) if len(elements) == len(written) else {}


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
    begins = _ROOT.match(rest)
    if begins is None or any(rest.find(b"xmlns:%b=" % name.encode(), begins.end()) > 0 for name in DECLARED):
        return False  # further on a name may begin to mean something else
    return DECLARED["w"] in begins[0] and (DECLARED["w14"] in begins[0] or b"w14:" not in data)
