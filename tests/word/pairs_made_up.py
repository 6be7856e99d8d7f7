"""What made-up files brought to light (`tests.word.made_up`), each made as small as it could be."""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import item, p, ps
from tests.word.controls import around_blocks, control
from tests.word.objects import box
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted, moved
from tests.word.pairs_found import CHARTER, CHUNK, UNTRACKED
from tests.word.tables import cell, row, table

PEACE: Final = "The Parties shall live in peace."
NOTICE: Final = "Each Party shall notify the other of any change within thirty (30) days."
GATE: Final = "Point A: the northern gate"


def pair(name: str, old: str, new: str, *changes: Expected, line: Line = Line.OBJECTS, **rest: Any) -> Pair:
    """Two bodies, with nothing behind them that stays."""
    before, after = (docx(body, links=CHARTER) for body in (old, new))
    return Pair(name=name, line=line, old=before, new=after, changes=changes, **rest)


BOXES: Final = (
    pair(
        "paragraphs, one with nothing but a text box, in the place of the last one",
        ps(PEACE),
        p(box(GATE)) + ps("Borders stay open."),
        deleted(PEACE),
        inserted(),
        inserted(GATE),
        inserted("Borders stay open."),
        excess=2,
    ),
    pair(
        "the last words joined to a paragraph of nothing but a text box",
        p(box(GATE)) + ps("The end."),
        p(box(GATE), "The end."),
        amended(came="The end."),
        deleted("The end."),
        excess=6,
    ),
)

CLOSING: Final = (
    pair(
        "words behind a text box taken out, where other paragraphs come",
        p(box(GATE), "The end."),
        p(box(GATE)) + ps("Borders stay open."),
        amended("The end."),
        inserted("Borders stay open."),
        excess=2,
    ),
    pair(
        "a table taken out with a text box at the end of a cell",
        table(row(cell(p(box(GATE), "The end.")))) + ps(PEACE),
        ps(PEACE),
        deleted("The end."),
        excess=6,
    ),
    pair(
        "a text box and words put into an empty cell",
        table(row(cell(p(style="Heading1")))) + ps(PEACE),
        table(row(cell(p(box(GATE), "The end.")))) + ps(PEACE),
        inserted("The end."),
        inserted(GATE),
        inserted(),  # the paragraph that the model has behind a box at the end of a cell
        deleted(),
    ),
    pair(
        "a table put into a content control in the place of an empty paragraph",
        p() + p(),
        p() + around_blocks(table(row("Gate"))) + p(style="Heading1"),
        inserted("Gate"),
        inserted(),
        deleted(),
        told=("content-control",),
    ),
    pair(
        "a text box with a control that came",
        p("The frontier."),
        p("The frontier", box(p("Point A: ", control("the gate"))), "."),
        inserted("Point A: the gate"),
    ),
    pair(
        "a text box that hangs before its words, and behind them before",
        p("The frontier.", box(GATE)),
        p(box(GATE), "The frontier."),
        broken={Promise.REJECTED: "the model has no place for a text box among words; the proof tells it"},
    ),
    pair(
        "the last file shown within this one taken out with what is behind it",
        ps(PEACE) + CHUNK + p(),
        ps(PEACE),
        deleted(),
        deleted(),
        told=("untracked-block",),
        broken=UNTRACKED,
    ),
)

CHUNKS: Final = (
    pair(
        "a file shown within this one that stands elsewhere now",
        CHUNK + ps(PEACE),
        ps(PEACE) + CHUNK + p(),
        inserted(),
        inserted(),
        deleted(),
        told=("untracked-block",),
        broken=UNTRACKED,
    ),
    pair(
        "a file shown within this one that changed its place with a line",
        CHUNK + p(PEACE) + p("Borders stay open."),
        p(PEACE) + CHUNK + p("Borders stay open."),
        inserted(),
        deleted(),
        told=("untracked-block",),
        broken=UNTRACKED,
    ),
)

MOVES: Final = (
    pair(
        "the last paragraph moved behind words that came, and begins another",
        ps(PEACE) + p(NOTICE, style="Quote"),
        ps(PEACE) + p("Borders stay open.", NOTICE, style="Quote") + p(NOTICE, " Done.", style="Heading2"),
        moved(NOTICE, came="Borders stay open."),
        inserted(f"{NOTICE} Done."),
        line=Line.PARAGRAPHS,
    ),
)

LISTS: Final = (
    pair(
        "words behind the last of several lists taken out",
        item(PEACE) + item("Borders stay open.", list_id=4) + ps("The end."),
        item(PEACE) + item("Borders stay open.", list_id=4),
        deleted("The end."),
        line=Line.NUMBERING,
    ),
)

PAIRS: Final = (*BOXES, *CLOSING, *CHUNKS, *MOVES, *LISTS)
