"""What stands among words and is none, as WordprocessingML: text boxes, equations, pictures, charts, links."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Final

from tests.word.body import p, runs
from tests.word.package_builder import relation

_EXTENT: Final = '<wp:extent cx="1800000" cy="900000"/>'
_GRAPHIC: Final = "http://schemas.openxmlformats.org/drawingml/2006"


def drawn(kind: str, inside: str, *, number: int = 1, wrapped: str = "") -> str:
    """A run with a drawing.

    Args:
        kind: What the graphic is: ``picture``, ``chart``, ``diagram``.
        number: The id that Word gives it anew whenever it saves.
        wrapped: How words run around it, ``<wp:wrapTopAndBottom/>``; empty for a drawing in the line.
    """
    graphic = (
        f'<wp:docPr id="{number}" name="Object {number}"/>'
        f'<a:graphic><a:graphicData uri="{_GRAPHIC}/{kind}">{inside}</a:graphicData></a:graphic>'
    )
    around = 'distT="0" distB="0" distL="0" distR="0"'
    if not wrapped:
        return f"<w:r><w:drawing><wp:inline {around}>{_EXTENT}{graphic}</wp:inline></w:drawing></w:r>"
    return (
        f'<w:r><w:drawing><wp:anchor {around} simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f"{_EXTENT}{wrapped}{graphic}</wp:anchor></w:drawing></w:r>"
    )


def picture(name: str, *, number: int = 1, wrapped: str = "", crop: str = "") -> str:
    """A picture of that file of the package.

    Args:
        number: The id that Word gives it anew whenever it saves.
        wrapped: How words run around it, as for `drawn`.
        crop: What is cut off, ``<a:srcRect l="25000"/>``.
    """
    shape = (
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    return drawn(
        "picture",
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation(name)}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f"{shape}</pic:pic>",
        number=number,
        wrapped=wrapped,
    )


def png(red: int, green: int, blue: int) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    points = zlib.compress(bytes((0, red, green, blue)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def chart(number: int = 1) -> str:
    """A chart, its data in a part of its own."""
    return drawn("chart", f'<c:chart r:id="{relation(f"charts/chart{number}.xml")}"/>', number=number)


def chart_part(value: int) -> str:
    """A chart of one column."""
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numLit><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{value}</c:v></c:pt></c:numLit></c:val></c:ser>'
    )
    axes = "".join(
        f'<c:{kind}Ax><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:crossAx val="{other}"/></c:{kind}Ax>'
        for kind, own, other, side in (("cat", 1, 2, "b"), ("val", 2, 1, "l"))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_GRAPHIC}/chart" xmlns:a="{_GRAPHIC}/main"><c:chart><c:plotArea>'
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>{series}<c:axId val="1"/><c:axId val="2"/>'
        f"</c:barChart>{axes}</c:plotArea></c:chart></c:chartSpace>"
    )


DIAGRAM_PARTS: Final[Mapping[str, str]] = {
    f"diagrams/diagram{kind}1.xml": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<dgm:{root} xmlns:dgm="{_GRAPHIC}/diagram" xmlns:a="{_GRAPHIC}/main"{more}>{inside}</dgm:{root}>'
    )
    for kind, root, more, inside in (
        ("Data", "dataModel", "", '<dgm:ptLst><dgm:pt modelId="1" type="doc"/></dgm:ptLst><dgm:cxnLst/>'),
        ("Layout", "layoutDef", "", '<dgm:layoutNode name="one"/>'),
        ("Style", "styleDef", ' uniqueId="plain"', '<dgm:styleLbl name="node0"/>'),
        ("Colors", "colorsDef", "", ""),
    )
}
"""The four parts of a diagram (SmartArt)."""


def diagram() -> str:
    """A diagram (SmartArt) that leads to its four parts."""
    ends = " ".join(
        f'r:{short}="{relation(f"diagrams/diagram{kind}1.xml")}"'
        for short, kind in (("dm", "Data"), ("lo", "Layout"), ("qs", "Style"), ("cs", "Colors"))
    )
    return drawn("diagram", f"<dgm:relIds {ends}/>")


def equation(said: str) -> str:
    """An equation within a line."""
    return f"<m:oMath><m:r><m:t>{said}</m:t></m:r></m:oMath>"


def displayed(said: str) -> str:
    """An equation on a line of its own."""
    return f"<m:oMathPara>{equation(said)}</m:oMathPara>"


def old_box(*blocks: str) -> str:
    """A text box as Word wrote it up to 2007: VML."""
    return f"<w:r><w:pict>{_vml(blocks)}</w:pict></w:r>"


def box(*blocks: str, number: int = 1) -> str:
    """A text box as Word writes it since 2010: a shape, and the same again as VML for programs that know none."""
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{_paragraphs(blocks)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    namespace = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'{_EXTENT}<wp:docPr id="{number}" name="Text Box {number}"/>'
        f'<a:graphic><a:graphicData uri="{namespace}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:pict>{_vml(blocks)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def link(name: str, *content: str) -> str:
    """Words that lead to an address, by the name that the package has for it."""
    return f'<w:hyperlink r:id="{relation(name)}">{runs(*content)}</w:hyperlink>'


def link_within(bookmark: str, *content: str) -> str:
    """Words that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark}">{runs(*content)}</w:hyperlink>'


def _vml(blocks: tuple[str, ...]) -> str:
    return (
        '<v:shape style="width:142pt;height:71pt"><v:textbox>'
        f"<w:txbxContent>{_paragraphs(blocks)}</w:txbxContent></v:textbox></v:shape>"
    )


def _paragraphs(blocks: tuple[str, ...]) -> str:
    return "".join(each if each.startswith("<w:") else p(each) for each in blocks)
