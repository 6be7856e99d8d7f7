"""Content controls."""

from __future__ import annotations

from typing import Final

from tests.word.body import p, ps
from tests.word.controls import around_blocks, around_rows, control
from tests.word.pair import Promise, amended, deleted, inserted
from tests.word.pairs_objects import PEACE, pair
from tests.word.tables import cell, row, table

KEPT_BY_OFFICE: Final = "LibreOffice keeps the first paragraph of a content control around paragraphs"

AMONG_WORDS: Final = (
    pair(
        "words of a content control",
        p("The depositary is ", control("the Republic of Karvela"), "."),
        p("The depositary is ", control("the Kingdom of Tesmar"), "."),
        amended("Republic", "Kingdom"),
        amended("Karvela", "Tesmar"),
    ),
    pair(
        "words around a content control",
        p("The depositary is ", control("Karvela"), "."),
        p("The sole depositary is ", control("Karvela"), "."),
        amended(came="sole"),
    ),
    pair(
        "a content control put in with its words",
        p("The depositary is."),
        p("The depositary is ", control("Karvela"), "."),
        amended(came="Karvela"),
    ),
    pair(
        "a content control taken out with its words",
        p("The depositary is ", control("Karvela"), "."),
        p("The depositary is."),
        amended("Karvela"),
    ),
    pair(
        "all words of a content control",
        p("The depositary is ", control("Karvela"), "."),
        p("The depositary is ", control("Tesmar"), "."),
        amended("Karvela", "Tesmar"),
    ),
    pair(
        "words at the end of a content control and behind it",
        p("The depositary is ", control("the Republic of Karvela"), " alone."),
        p("The depositary is ", control("the Republic of Tesmar"), " only."),
        amended(("Karvela", "alone"), ("Tesmar", "only")),
    ),
    pair(
        "a content control taken out with its words, of which another stays",
        p("The Parties are ", control("Karvela", tag="a"), " and ", control("Tesmar", tag="b", number=9), "."),
        p("The Parties are ", control("Karvela", tag="a"), "."),
        amended("and Tesmar"),
    ),
    pair(
        "a paragraph taken out with its content control",
        ps(PEACE) + p("The depositary is ", control("Karvela"), "."),
        ps(PEACE),
        deleted("The depositary is Karvela."),
    ),
    pair(
        "words of an article in a content control",
        around_blocks(p("Peace"), p(PEACE)),
        around_blocks(p("Peace"), p(PEACE.replace("friendship", "harmony"))),
        amended("friendship", "harmony"),
    ),
    pair(
        "a paragraph put into a content control",
        around_blocks(p("Peace"), p(PEACE)),
        around_blocks(p("Peace"), p("Borders stay open."), p(PEACE)),
        inserted("Borders stay open."),
    ),
    pair(
        "a paragraph put in at the end of a content control",
        around_blocks(p("Peace"), p(PEACE)),
        around_blocks(p("Peace"), p(PEACE), p("Borders stay open.")),
        inserted("Borders stay open."),
    ),
    pair(
        "a content control put in with its article",
        p(PEACE),
        p(PEACE) + around_blocks(p("Borders stay open."), p("Goods pass free of duty.")),
        inserted("Borders stay open."),
        inserted("Goods pass free of duty."),
        broken={Promise.OFFICE: KEPT_BY_OFFICE},
    ),
    pair(
        "a content control taken out with its article",
        p(PEACE) + around_blocks(p("Borders stay open."), p("Goods pass free of duty.")),
        p(PEACE),
        deleted("Borders stay open."),
        deleted("Goods pass free of duty."),
    ),
    pair(
        "words of a table in a content control",
        around_blocks(table(row("Gate", "Northern"))),
        around_blocks(table(row("Gate", "Southern"))),
        amended("Northern", "Southern"),
    ),
)

BORDERS, GOODS, RIVER = "Borders stay open.", "Goods pass free of duty.", "Ships sail the river."


def around(*texts: str, tag: str = "article", number: int = 8) -> str:
    """Paragraphs in a control."""
    return around_blocks(ps(*texts), tag=tag, number=number)


AROUND_BLOCKS: Final = (
    pair(
        "a content control put around paragraphs that stay",
        ps(PEACE, BORDERS, GOODS),
        ps(PEACE) + around(BORDERS, GOODS),
        told=("content-control",),
    ),
    pair(
        "a content control taken from around paragraphs that stay",
        ps(PEACE) + around(BORDERS, GOODS),
        ps(PEACE, BORDERS, GOODS),
        told=("content-control",),
    ),
    pair(
        "a content control around one paragraph more",
        around(BORDERS, GOODS) + ps(RIVER),
        around(BORDERS, GOODS, RIVER.replace("river", "lake")),
        amended("river", "lake"),
    ),
    pair(
        "a content control around other paragraphs, of which one stays in it",
        around(BORDERS, GOODS) + ps(RIVER),
        ps(BORDERS) + around(GOODS, RIVER.replace("river", "lake")),
        amended("river", "lake"),
        broken={Promise.REJECTED: "two controls that overlap cannot stand in one file"},
    ),
    pair(
        "a paragraph taken out before a content control",
        ps(BORDERS) + around(GOODS),
        around(GOODS),
        deleted(BORDERS),
    ),
    pair(
        "the first and the last paragraph of a content control taken out",
        around(BORDERS, GOODS, RIVER) + ps(PEACE),
        around(GOODS) + ps(PEACE),
        deleted(BORDERS),
        deleted(RIVER),
    ),
    pair(
        "a content control taken out of another one with its paragraphs",
        around_blocks(ps(BORDERS) + around(GOODS, tag="inner", number=9) + ps(RIVER)),
        around_blocks(ps(BORDERS, RIVER)),
        deleted(GOODS),
    ),
    pair(
        "a content control put into another one around what stays",
        around(BORDERS, GOODS),
        around_blocks(ps(BORDERS) + around(GOODS, tag="inner", number=9)),
        told=("content-control",),
    ),
    pair(
        "a content control put around another one",
        around(GOODS, tag="inner", number=9) + ps(RIVER),
        around_blocks(around(GOODS, tag="inner", number=9) + ps(RIVER)),
        told=("content-control",),
    ),
    pair(
        "a content control taken from around another one with a paragraph",
        around_blocks(ps(BORDERS) + around(GOODS, tag="inner", number=9)) + ps(RIVER),
        around(GOODS, tag="inner", number=9) + ps(RIVER),
        deleted(BORDERS),
        broken={Promise.OFFICE: KEPT_BY_OFFICE},
    ),
    pair(
        "a table put in with its content control",
        ps(PEACE),
        ps(PEACE) + around_blocks(table(row("Gate", "Northern"))),
        inserted("Gate", "Northern"),
    ),
    pair(
        "a table taken out with its content control",
        ps(PEACE) + around_blocks(table(row("Gate", "Northern"))),
        ps(PEACE),
        deleted("Gate", "Northern"),
    ),
    pair(
        "a content control taken from around rows, of which one went",
        table(around_rows(row("Gate", "Northern"), row("Post", "Southern"))),
        table(row("Gate", "Northern")),
        deleted("Post", "Southern"),
    ),
    pair(
        "a content control put around a paragraph of a cell",
        table(row("Gate", cell(BORDERS, GOODS))),
        table(row("Gate", cell(around(BORDERS), GOODS))),
        told=("content-control",),
    ),
    pair(
        "another tag of a content control around paragraphs",
        around(BORDERS, tag="open"),
        around(BORDERS, tag="closed"),
        broken={Promise.REJECTED: "Word cannot track what a control says of itself"},
        told=("content-control",),
    ),
    pair(
        "a content control put around words that stay",
        p("The depositary is Karvela."),
        p("The depositary is ", control("Karvela"), "."),
        broken={Promise.REJECTED: "a control put around words that stay is told"},
        told=("content-control",),
    ),
)

PAIRS: Final = (*AMONG_WORDS, *AROUND_BLOCKS)
