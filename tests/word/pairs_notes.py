"""Footnotes and endnotes: edited, put in, taken out; of several paragraphs; the first and the last of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tests.word.body import p
from tests.word.notes import endnotes, footnotes, sign
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted, moved
from tests.word.tables import row, rows, table

MAP: Final = "See the map in Annex I."
CHARTER: Final = "Charter of the United Nations, Article 2."
DONE: Final = "Done in two originals."


def pair(
    name: str,
    old: tuple[str, Mapping[str, str]],
    new: tuple[str, Mapping[str, str]],
    *changes: Expected,
    excess: int = 0,
) -> Pair:
    """Bodies and their notes."""
    before, after = (docx(body, p(DONE), parts=dict(notes)) for body, notes in (old, new))
    return Pair(name=name, line=Line.NOTES, old=before, new=after, changes=changes, excess=excess)


def noted(*pieces: str | int, kind: str = "footnote") -> str:
    """A paragraph of words and, by their numbers, signs of notes."""
    return p(*(sign(one, kind) if isinstance(one, int) else one for one in pieces))


FRONTIER: Final = noted("The frontier", 1, " follows the river.")
BARE: Final = p("The frontier follows the river.")
TWO: Final = noted("The frontier", 1, " follows the river", 2, ".")

EMPTY_NOTE: Final = re.sub(r'(<w:footnote w:id="1">).*(?=</w:footnote>)', r"\1", footnotes(MAP)["footnotes.xml"])

UNENDED: Final = (
    pair(
        "words of a footnote that ends in a table",
        (FRONTIER, footnotes(f"{MAP}\n{rows(('Point A', 'north'))}")),
        (FRONTIER, footnotes(f"{MAP}\n{rows(('Point A', 'south'))}")),
        amended("north", "south"),
    ),
    pair(
        "words beside a footnote that holds nothing",
        (FRONTIER, {"footnotes.xml": EMPTY_NOTE}),
        (noted("The frontier", 1, " follows the canal."), {"footnotes.xml": EMPTY_NOTE}),
        amended("river", "canal"),
    ),
)

FOOTNOTES: Final = (
    pair(
        "words of a footnote",
        (FRONTIER, footnotes(MAP)),
        (FRONTIER, footnotes("See the chart in Annex I.")),
        amended("map", "chart"),
    ),
    pair(
        "words of a footnote and of its paragraph",
        (FRONTIER, footnotes(MAP)),
        (noted("The frontier", 1, " follows the canal."), footnotes("See the chart in Annex I.")),
        amended("map", "chart"),
        amended("river", "canal"),
    ),
    pair(
        "a footnote beside another", (FRONTIER, footnotes(MAP)), (TWO, footnotes(MAP, CHARTER)), amended(came=CHARTER)
    ),
    pair(
        "a footnote before another",
        (noted("The frontier follows the river", 1, "."), footnotes(CHARTER)),
        (TWO, footnotes(MAP, CHARTER)),
        amended(came=MAP),
    ),
    pair("a footnote taken out", (TWO, footnotes(MAP, CHARTER)), (FRONTIER, footnotes(MAP)), amended(CHARTER)),
    pair(
        "a footnote before another taken out",
        (TWO, footnotes(MAP, CHARTER)),
        (noted("The frontier follows the river", 1, "."), footnotes(CHARTER)),
        amended(MAP),
    ),
    pair("the first footnote of a text", (BARE, {}), (FRONTIER, footnotes(MAP)), amended(came=MAP)),
    pair("the last footnote of a text taken out", (FRONTIER, footnotes(MAP)), (BARE, {}), amended(MAP)),
    pair(
        "a paragraph put in at the end of a footnote",
        (FRONTIER, footnotes(MAP)),
        (FRONTIER, footnotes(f"{MAP}\n{CHARTER}")),
        inserted(CHARTER),
    ),
    pair(
        "a paragraph taken out of a footnote",
        (FRONTIER, footnotes(f"{MAP}\n{CHARTER}\nIt is kept in the archive.")),
        (FRONTIER, footnotes(f"{MAP}\nIt is kept in the archive.")),
        deleted(CHARTER),
    ),
    pair(
        "a footnote of two paragraphs put in",
        (BARE, {}),
        (FRONTIER, footnotes(f"{MAP}\n{CHARTER}")),
        amended(came=(MAP, CHARTER)),
    ),
    pair(
        "a footnote of two paragraphs taken out",
        (FRONTIER, footnotes(f"{MAP}\n{CHARTER}")),
        (BARE, {}),
        amended((MAP, CHARTER)),
    ),
    pair(
        "a paragraph put in with its footnote",
        (BARE, {}),
        (BARE + noted("It is marked by posts of stone", 1, "."), footnotes(MAP)),
        inserted("It is marked by posts of stone.", MAP),
    ),
    pair(
        "a paragraph taken out with its footnote",
        (BARE + noted("It is marked by posts of stone", 1, "."), footnotes(MAP)),
        (BARE, {}),
        deleted("It is marked by posts of stone.", MAP),
    ),
    pair(
        "a paragraph that moved with its footnote",
        (
            noted("It is marked by posts of stone within one year", 1, ".")
            + p("Each Party keeps the peace there.")
            + BARE,
            footnotes(MAP),
        ),
        (
            p("Each Party keeps the peace there.")
            + BARE
            + noted("It is marked by posts of stone within one year", 1, "."),
            footnotes(MAP),
        ),
        moved("It is marked by posts of stone within one year."),
        Expected(None, gone=(MAP,), came=(MAP,)),
    ),
    pair("footnotes that are numbered otherwise alone", (FRONTIER, footnotes(MAP)), (FRONTIER, footnotes(MAP))),
    pair(
        "a footnote within a cell",
        (table(row("Gate", noted("Northern", 1))) + BARE, footnotes(MAP)),
        (table(row("Gate", noted("Northern", 1))) + BARE, footnotes("See the chart in Annex I.")),
        amended("map", "chart"),
    ),
    pair(
        "words of a table within a footnote",
        (FRONTIER, footnotes(f"{MAP}\n{rows(('Gate', 'Northern'))}\n{CHARTER}")),
        (FRONTIER, footnotes(f"{MAP}\n{rows(('Gate', 'Southern'))}\n{CHARTER}")),
        amended("Northern", "Southern"),
    ),
)

END: Final = noted("The frontier", 1, " follows the river.", kind="endnote")

ENDNOTES: Final = (
    pair(
        "words of an endnote",
        (END, endnotes(MAP)),
        (END, endnotes("See the chart in Annex I.")),
        amended("map", "chart"),
    ),
    pair("the first endnote of a text", (BARE, {}), (END, endnotes(MAP)), amended(came=MAP)),
    pair("the last endnote of a text taken out", (END, endnotes(MAP)), (BARE, {}), amended(MAP)),
    pair(
        "an endnote in the place of a footnote",
        (FRONTIER, footnotes(MAP)),
        (END, endnotes(MAP)),
        amended(MAP, MAP),
        excess=14,
    ),
    pair(
        "an endnote beside a footnote",
        (FRONTIER, footnotes(MAP)),
        (
            p("The frontier", sign(1), " follows the river", sign(1, "endnote"), "."),
            {**footnotes(MAP), **endnotes(CHARTER)},
        ),
        amended(came=CHARTER),
    ),
)

PAIRS: Final = (*FOOTNOTES, *UNENDED, *ENDNOTES)
