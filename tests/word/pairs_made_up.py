"""What made-up files brought to light (`tests.word.made_up`), each made as small as it could be."""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import p, ps
from tests.word.objects import box
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted

PEACE: Final = "The Parties shall live in peace."
GATE: Final = "Point A: the northern gate"


def pair(name: str, old: str, new: str, *changes: Expected, line: Line = Line.OBJECTS, **rest: Any) -> Pair:
    """Two bodies, with nothing behind them that stays."""
    return Pair(name=name, line=line, old=docx(old), new=docx(new), changes=changes, **rest)


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

PAIRS: Final = (*BOXES,)
