"""Tracked changes that a file has already: accepted or rejected first, or kept beside ours."""

from __future__ import annotations

from typing import Final

from tests.word.body import p, ps, r
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted, reformatted
from tests.word.revised import came, looked, said, went
from tests.word.tables import cell, row, table

from treatykit.compare import Existing

PEACE: Final = "The Parties shall live in peace and friendship with each other."
DONE: Final = ps("Done in two originals.")
DUTY: Final = p("Each Party ", went("should", 1), came("shall", 2), " refrain from the use of force.")
SHALL: Final = p("Each Party shall refrain from the use of force.")
SHOULD: Final = p("Each Party should refrain from the use of force.")
MAY: Final = p("Each Party may refrain from the use of force.")
ADDED: Final = p(came(PEACE, 3), mark=said("ins", 4))
STRUCK: Final = p(went(PEACE, 5), mark=said("del", 6))
BOLD: Final = p("Each ", r("Party", "<w:b/>" + looked("rPr", 7)), " shall refrain from the use of force.")
GOODS: Final = ("Tea and coffee in bulk", "Silk, raw or woven")


def pair(name: str, old: str, new: str, existing: Existing, *changes: Expected) -> Pair:
    """Bodies that end alike."""
    before, after = docx(old, DONE), docx(new, DONE)
    told = ("pending-changes",)
    return Pair(name=name, line=Line.COMMENTS, old=before, new=after, changes=changes, existing=existing, told=told)


def duties(kind: str) -> str:
    """A table whose last column a delegate put in or struck."""
    lines = (row(words, "free", cell("from 2027", look=said(kind, at))) for at, words in enumerate(GOODS, 10))
    return table(*lines, columns=3)


def plain(*more: str) -> str:
    """The same table without changes."""
    return table(*(row(words, "free", *more) for words in GOODS), columns=2 + len(more))


DECIDED: Final = (
    pair("changes of the new file accepted", SHOULD, DUTY, Existing.ACCEPT, amended("should", "shall")),
    pair("changes of the new file rejected", MAY, DUTY, Existing.REJECT, amended("may", "should")),
    pair("changes of the old file accepted", DUTY, MAY, Existing.ACCEPT, amended("shall", "may")),
    pair("changes of the old file rejected", DUTY, SHALL, Existing.REJECT, amended("should", "shall")),
    pair("changes of both files accepted", DUTY, ADDED + DUTY, Existing.ACCEPT, inserted(PEACE)),
    pair("changes of both files rejected", STRUCK + DUTY, DUTY, Existing.REJECT, deleted(PEACE)),
    pair(
        "a paragraph that was struck already, and accepted",
        ps(PEACE) + SHALL,
        STRUCK + SHALL,
        Existing.ACCEPT,
        deleted(PEACE),
    ),
    pair(
        "a paragraph that was put in already, and rejected",
        SHALL,
        ADDED + MAY,
        Existing.REJECT,
        amended("shall", "may"),
    ),
    pair("a look that was changed already, and rejected", MAY, BOLD, Existing.REJECT, amended("may", "shall")),
    pair("a column that was put in already, and rejected", plain(), duties("cellIns"), Existing.REJECT, reformatted()),
    pair("a column that was struck already, and accepted", duties("cellDel"), plain(), Existing.ACCEPT, reformatted()),
    pair(
        "a column that was put in already, and accepted",
        plain("from 2026"),
        duties("cellIns"),
        Existing.ACCEPT,
        *(amended("2026", "2027"),) * 2,
    ),
    pair(
        "a column that was struck already, and rejected",
        duties("cellDel"),
        plain("from 2028"),
        Existing.REJECT,
        *(amended("2027", "2028"),) * 2,
    ),
)

KEPT: Final = (
    pair(
        "changes kept beside ours",
        SHOULD + ps("They meet each year."),
        DUTY + ps("They meet twice a year."),
        Existing.KEEP,
        amended("should", "shall"),
        amended("each", "twice a"),
    ),
    pair(
        "a paragraph put in already, and kept",
        SHALL,
        ADDED + MAY,
        Existing.KEEP,
        inserted(PEACE),
        amended("shall", "may"),
    ),
)

PAIRS: Final = (*DECIDED, *KEPT)
