"""The words across the page, as Word's own command writes them (docs/analysis/headers.md)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.ooxml.elements import storable
from treatykit.ooxml.names import NAMESPACES

# As Word does it: short words are large, and the box is a third as wide as it is high for every letter.
_WIDEST: Final = 520  # points
_WIDTH_OF_A_LETTER: Final = 82
_SHARE_OF_A_LETTER: Final = 0.34

# The WordArt shape "plain text" (type 136), word for word as Word writes it.
_SHAPE_TYPE: Final = """
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>"""


def watermark_run(words: str, number: int) -> etree._Element:
    """A run that prints words across the page, behind the text.

    Args:
        words: Few and short.
        number: Different in every header, since the name of a shape is unique.
    """
    letters = max(len(words), 3)
    width = min(_WIDEST, letters * _WIDTH_OF_A_LETTER)
    height = round(width / letters / _SHARE_OF_A_LETTER)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    declarations = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "v", "o"))
    run = etree.fromstring(
        f"<w:r {declarations}><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'style="{style}" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        '<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt"/>'
        "</v:shape></w:pict></w:r>"
    )
    for path, attribute in (("v:shape", "alt"), ("v:shape/v:textpath", "string")):
        for shape in run.iterfind(f"w:pict/{path}", NAMESPACES):
            shape.set(attribute, storable(words))
    return run
