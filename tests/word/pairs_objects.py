"""What stands among words: text boxes, equations, content controls, pictures, breaks, charts and diagrams."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tests.word.body import p, ps
from tests.word.objects import (
    DIAGRAM_PARTS,
    box,
    chart,
    chart_part,
    diagram,
    displayed,
    equation,
    old_box,
    picture,
    png,
)
from tests.word.package_builder import A4, docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted

FRONTIER: Final = "The frontier follows the river"
PEACE: Final = "The Parties shall live in peace and friendship."
RED, BLUE = png(192, 0, 0), png(0, 0, 192)
MAP, PLAN = {"media/map.png": RED}, {"media/plan.png": BLUE}


def pair(
    name: str,
    old: str,
    new: str,
    *changes: Expected,
    media: tuple[Mapping[str, bytes], Mapping[str, bytes]] = ({}, {}),
    parts: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
    told: tuple[str, ...] = (),
    excess: int = 0,
    broken: Mapping[Promise, str] = MappingProxyType({}),
) -> Pair:
    """Two bodies that end alike, with what they need of other parts."""
    before, after = (
        docx(body, p("Done in two originals."), media=files, parts=others)
        for body, files, others in zip((old, new), media, parts, strict=True)
    )
    return Pair(
        name=name, line=Line.OBJECTS, old=before, new=after, changes=changes, told=told, excess=excess, broken=broken
    )


BOXES: Final = tuple(
    one
    for kind, boxed in (("", box), (" of Word 2007", old_box))
    for one in (
        pair(
            f"words of a text box{kind}",
            p(FRONTIER, boxed("Point A: the northern gate"), "."),
            p(FRONTIER, boxed("Point A: the southern gate"), "."),
            amended("northern", "southern"),
        ),
        pair(
            f"words around a text box{kind}",
            p(FRONTIER, boxed("Point A: the northern gate"), "."),
            p("The frontier follows the canal", boxed("Point A: the northern gate"), "."),
            amended("river", "canal"),
        ),
        pair(
            f"words around a text box, with a style inside and outside{kind}",
            p(FRONTIER, boxed(p("Point A: the northern gate", style="Quote")), ".", style="Heading1"),
            p(
                "The frontier follows the canal",
                boxed(p("Point A: the northern gate", style="Quote")),
                ".",
                style="Heading1",
            ),
            amended("river", "canal"),
        ),
        pair(
            f"a text box put in{kind}",
            p(f"{FRONTIER}."),
            p(FRONTIER, boxed("Point A: the northern gate"), "."),
            inserted("Point A: the northern gate"),
        ),
        pair(
            f"a text box taken out{kind}",
            p(FRONTIER, boxed("Point A: the northern gate"), "."),
            p(f"{FRONTIER}."),
            Expected(deleted().kind),
        ),
        pair(
            f"a text box taken out of words that changed{kind}",
            p("The frontier", boxed("Point A: the northern gate"), " follows the river."),
            p("The new frontier follows the canal."),
            Expected(deleted().kind),
            amended(came="new"),
            amended("river", "canal"),
        ),
        pair(
            f"a paragraph taken out with its text box{kind}",
            p(PEACE) + p(FRONTIER, boxed("Point A: the northern gate"), "."),
            p(PEACE),
            deleted(f"{FRONTIER}."),
            Expected(deleted().kind),
        ),
        pair(
            f"a paragraph put into a text box{kind}",
            p(FRONTIER, boxed("Point A: the northern gate"), "."),
            p(FRONTIER, boxed("Point A: the northern gate", "Point B: the bridge"), "."),
            inserted("Point B: the bridge"),
        ),
    )
)

EQUATIONS: Final = (
    pair(
        "an equation put in",
        p("The share is known."),
        p("The share ", equation("x=1"), " is known."),
        amended(came=" "),
    ),
    pair(
        "an equation taken out", p("The share ", equation("x=1"), " is known."), p("The share is known."), amended(" ")
    ),
    pair(
        "an equation in the place of another",
        p("The share ", equation("x=1"), " is known."),
        p("The share ", equation("x=2"), " is known."),
        amended(),
    ),
    pair(
        "an equation that stays among edits",
        p("The share ", equation("x=1"), " is known."),
        p("The share ", equation("x=1"), " is agreed."),
        amended("known", "agreed"),
    ),
    pair(
        "a displayed equation in the place of another",
        ps(PEACE) + p(displayed("x=1")),
        ps(PEACE) + p(displayed("x=2")),
        amended(),
    ),
    pair(
        "a displayed equation put in with its paragraph",
        ps(PEACE),
        ps(PEACE) + p("The share is as follows:") + p(displayed("x=1")),
        inserted("The share is as follows:"),
        inserted(),
    ),
    pair(
        "a paragraph taken out with its equation",
        ps(PEACE) + p("The share is ", equation("x=1"), " of the whole."),
        ps(PEACE),
        deleted("The share is  of the whole."),
    ),
)

AS_A_SIGN, SQUARE = picture("media/map.png"), picture("media/map.png", wrapped='<wp:wrapSquare wrapText="bothSides"/>')
ABOVE_AND_BELOW: Final = picture("media/map.png", wrapped="<wp:wrapTopAndBottom/>")
CROPPED: Final = picture("media/map.png", crop='<a:srcRect l="25000"/>')

PICTURES: Final = (
    pair(
        "a picture put in",
        p(f"{FRONTIER}."),
        p(FRONTIER, picture("media/map.png"), "."),
        amended(),
        media=({}, MAP),
    ),
    pair(
        "a picture taken out",
        p(FRONTIER, picture("media/map.png"), "."),
        p(f"{FRONTIER}."),
        amended(),
        media=(MAP, {}),
    ),
    pair(
        "a picture in the place of another",
        p(FRONTIER, picture("media/map.png"), "."),
        p(FRONTIER, picture("media/plan.png"), "."),
        amended(),
        media=(MAP, PLAN),
    ),
    pair(
        "another picture of the same name",
        p(FRONTIER, picture("media/map.png"), "."),
        p(FRONTIER, picture("media/map.png"), "."),
        amended(),
        media=(MAP, {"media/map.png": BLUE}),
    ),
    pair(
        "a picture that stays among edits",
        p(FRONTIER, picture("media/map.png"), "."),
        p("The frontier follows the canal", picture("media/map.png"), "."),
        amended("river", "canal"),
        media=(MAP, MAP),
    ),
    pair(
        "a picture that has another name and number alone",
        p(FRONTIER, picture("media/map.png"), "."),
        p(
            FRONTIER,
            picture("media/chart.png", number=12).replace('name="media/chart.png"', 'name="media/map.png"'),
            ".",
        ),
        media=(MAP, {"media/chart.png": RED}),
    ),
    *(
        pair(name, p(FRONTIER, before, "."), p(FRONTIER, after, "."), amended(), media=(MAP, MAP))
        for name, before, after in (
            ("a picture cropped", AS_A_SIGN, CROPPED),
            ("a picture that words run around now", AS_A_SIGN, SQUARE),
            ("a picture that words run around otherwise", SQUARE, ABOVE_AND_BELOW),
        )
    ),
    pair(
        "a paragraph taken out with its picture",
        p(PEACE) + p("See the map: ", picture("media/map.png")),
        p(PEACE),
        deleted("See the map:"),
        media=(MAP, {}),
    ),
    pair(
        "a picture alone in its paragraph put in",
        p(PEACE),
        p(PEACE) + p(picture("media/map.png")),
        inserted(),
        media=({}, MAP),
    ),
)

PAGE: Final = '<w:r><w:br w:type="page"/></w:r>'
COLUMN: Final = '<w:r><w:br w:type="column"/></w:r>'
SECTION: Final = f"<w:sectPr>{A4}</w:sectPr>"

BREAKS: Final = (
    pair("a page break put in", p(FRONTIER) + p(PEACE), p(FRONTIER, PAGE) + p(PEACE), amended(came="\n")),
    pair("a page break taken out", p(FRONTIER, PAGE) + p(PEACE), p(FRONTIER) + p(PEACE), amended("\n")),
    pair(
        "a page break in a paragraph of its own put in",
        p(FRONTIER) + p(PEACE),
        p(FRONTIER) + p(PAGE) + p(PEACE),
        inserted("\n"),
    ),
    pair(
        "a column break in the place of a page break",
        p(FRONTIER, PAGE) + p(PEACE),
        p(FRONTIER, COLUMN) + p(PEACE),
        amended("\n", "\n"),
        excess=2,
    ),
    pair(
        "words before a page break",
        p(FRONTIER, PAGE) + p(PEACE),
        p("The frontier follows the canal", PAGE) + p(PEACE),
        amended("river", "canal"),
    ),
    pair(
        "a section break put in with its paragraph",
        p(FRONTIER) + p(PEACE),
        p(FRONTIER) + p("Annex", look=SECTION) + p(PEACE),
        inserted("Annex"),
    ),
    pair(
        "a section break taken out with its paragraph",
        p(FRONTIER) + p("Annex", look=SECTION) + p(PEACE),
        p(FRONTIER) + p(PEACE),
        deleted("Annex"),
        told=("section-break",),
    ),
    pair(
        "words of a paragraph that ends a section",
        p(FRONTIER, look=SECTION) + p(PEACE),
        p("The frontier follows the canal", look=SECTION) + p(PEACE),
        amended("river", "canal"),
    ),
)

SPACE_LOST: Final = "LibreOffice takes the space behind a chart with it"
CHART: Final = {"charts/chart1.xml": chart_part(5)}

OPAQUE: Final = (
    pair(
        "a chart that stays among edits",
        p("Trade ", chart(), " grew."),
        p("Trade ", chart(), " fell."),
        amended("grew", "fell"),
        parts=(CHART, CHART),
    ),
    pair(
        "a chart put in",
        p("Trade grew."),
        p("Trade", chart(), " grew."),
        amended(),
        parts=({}, CHART),
        broken={Promise.OFFICE: SPACE_LOST},
    ),
    pair(
        "a chart taken out",
        p("Trade", chart(), " grew."),
        p("Trade grew."),
        amended(),
        parts=(CHART, {}),
        broken={Promise.OFFICE: SPACE_LOST},
    ),
    pair(
        "a chart of other data",
        p("Trade ", chart(), " grew."),
        p("Trade ", chart(), " grew."),
        amended(),
        parts=(CHART, {"charts/chart1.xml": chart_part(6)}),
    ),
    pair(
        "a diagram that stays among edits",
        p("Organs: ", diagram(), " as agreed"),
        p("Organs: ", diagram(), " as decided"),
        amended("agreed", "decided"),
        parts=(DIAGRAM_PARTS, DIAGRAM_PARTS),
    ),
    pair(
        "a diagram taken out",
        p("Organs:", diagram(), " as agreed"),
        p("Organs: as agreed"),
        amended(),
        parts=(DIAGRAM_PARTS, {}),
    ),
    pair(
        "a diagram put in",
        p("Organs: as agreed"),
        p("Organs:", diagram(), " as agreed"),
        amended(),
        parts=({}, DIAGRAM_PARTS),
    ),
)

PAIRS: Final = (*BOXES, *EQUATIONS, *PICTURES, *BREAKS, *OPAQUE)
