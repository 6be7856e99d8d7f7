"""Content controls."""

from __future__ import annotations

from typing import Final

from tests.word.body import p, ps
from tests.word.controls import around_blocks, control
from tests.word.pair import Promise, amended, deleted, inserted
from tests.word.pairs_objects import PEACE, pair
from tests.word.tables import row, table

PAIRS: Final = (
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
        broken={Promise.OFFICE: "LibreOffice keeps the first paragraph of a content control around paragraphs"},
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
