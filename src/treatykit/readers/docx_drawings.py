"""Read drawings: pictures as images, text boxes as what they hold, everything else as what it is called."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.model.content import Image
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.leaves import ALTERNATE, chosen
from treatykit.ooxml.names import qn, short
from treatykit.ooxml.styles import number
from treatykit.readers.docx_part import Part

DRAWINGS: Final = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})

_BOX: Final = qn("w:txbxContent")
_NAMES: Final = {
    "m:oMath": "equation",
    "m:oMathPara": "equation",
    "w:object": "embedded object",
    "w:drawing": "drawing",
    "w:pict": "drawing",
    "w:sym": "symbol",
    "w:ruby": "annotated characters",
    "w:altChunk": "embedded file",
    "w:subDoc": "embedded document",
    "mc:AlternateContent": "drawing",
    "w:contentPart": "ink",
}


def text_boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost `w:txbxContent` of a drawing, of one branch where there are alternatives."""
    if element.tag == ALTERNATE:
        branch = chosen(element)
        found = [] if branch is None else _boxes_within(branch)
        # A choice without words leaves them to its fallback.
        return found or [box for child in element.iterchildren("*") for box in _boxes_within(child)][:1]
    return _boxes_within(element)


def read_picture(part: Part, element: etree._Element) -> Image | None:
    """The picture that a drawing is, None for anything more."""
    if element.tag == ALTERNATE:
        branch = chosen(element)
        children = [] if branch is None else list(branch.iterchildren("*"))
        return read_picture(part, children[0]) if len(children) == 1 and children[0].tag in DRAWINGS else None
    pictures = list(element.iter(qn("pic:pic")))
    if element.tag != qn("w:drawing") or len(pictures) != 1:
        return None
    blip = next(pictures[0].iter(qn("a:blip")), None)
    data = None if blip is None else part.data(blip.get(qn("r:embed")) or "")
    if data is None:
        return None
    described = next(element.iter(qn("wp:docPr")), None)
    extent = next(element.iter(qn("wp:extent")), None)
    return Image(
        digest=digest(data),
        description="" if described is None else described.get("descr") or "",
        width=0 if extent is None else number(extent.get("cx")) or 0,
        height=0 if extent is None else number(extent.get("cy")) or 0,
        drawing=digest(part.canonical(element).encode()),
    )


def describe(element: etree._Element) -> str:
    """What a person would call an element that is not read."""
    name = short(str(element.tag))
    if any(node.tag.endswith("}chart") for node in element.iter("*") if isinstance(node.tag, str)):
        return "chart"
    for node in element.iter("*"):
        if str(node.tag).endswith("}textpath"):
            return f"watermark {node.get('string') or ''}".strip()
    words = "".join(text for text in element.itertext() if text.strip())
    what = _NAMES.get(name) or name.rpartition("}")[2].rpartition(":")[2]
    return f"{what} {words[:40]}".strip() if name in ("m:oMath", "m:oMathPara", "w:ruby") else what


def _boxes_within(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    pending = list(element.iterchildren("*"))[::-1]
    while pending:
        node = pending.pop()
        if node.tag == _BOX:
            found.append(node)
        elif node.tag == ALTERNATE:
            branch = chosen(node)
            pending.extend([] if branch is None else list(branch.iterchildren("*"))[::-1])
        else:
            pending.extend(list(node.iterchildren("*"))[::-1])
    return found
