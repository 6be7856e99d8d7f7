"""Tables: cells are edited, rows and whole tables come, go and move, cells are merged, grids cannot be paired."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.word.body import p, ps
from tests.word.controls import around_rows
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted, moved, reformatted, renumbered
from tests.word.tables import CONTINUE, RESTART, between, cell, row, rows, table

HEAD: Final = ("Goods", "Duty")
TEA: Final = ("Tea and coffee in bulk", "the lower rate")
SILK: Final = ("Silk, raw or woven", "the higher rate")
SALT: Final = ("Salt for the table", "no duty at all")
IRON: Final = ("Iron ore from the northern mines", "the lowest rate")
PEACE: Final = "The Parties shall live in peace and friendship with each other."
LEVEL: Final = (
    "The Commission publishes the level of the river every month.",
    "It reports once a year to the Parties.",
)
UNENDED: Final = cell("x").replace(p("x"), "")
"""A cell without the paragraph that should end it, as some programs write it."""
LONE_WORDS: Final = 2
"""The words that a paragraph and the table in its place share by chance stand in both."""


def pair(name: str, old: str, new: str, *changes: Expected, excess: int = 0, told: tuple[str, ...] = ()) -> Pair:
    """What stands between two paragraphs that stay."""
    before, after = docx(between(old)), docx(between(new))
    return Pair(name=name, line=Line.TABLES, old=before, new=after, changes=changes, excess=excess, told=told)


def moved_row(old: tuple[str, ...], new: tuple[str, ...] | None = None) -> Expected:
    """A row that moved: Word knows no such thing, so it is struck where it was and put in where it is."""
    return Expected(moved().kind, gone=old, came=old if new is None else new)


def twice(*words: str) -> int:
    """What it costs to strike words and put them in again, since the shape around them is another."""
    return 2 * len(" ".join(words).split())


CELLS: Final = (
    pair(
        "words of a cell",
        rows(HEAD, TEA, SILK),
        rows(HEAD, (TEA[0], "the middle rate"), SILK),
        amended("lower", "middle"),
    ),
    pair(
        "words of several cells",
        rows(HEAD, TEA, SILK),
        rows(HEAD, ("Tea in bulk", TEA[1]), (SILK[0], "the highest rate")),
        amended("and coffee"),
        amended("higher", "highest"),
    ),
    pair("an empty cell filled", rows(HEAD, (TEA[0], "")), rows(HEAD, TEA), amended(came=TEA[1])),
    pair("a cell emptied", rows(HEAD, TEA), rows(HEAD, (TEA[0], "")), amended(TEA[1])),
    pair(
        "a paragraph put in at the end of a cell",
        table(row(*HEAD), row(TEA[0], cell(TEA[1]))),
        table(row(*HEAD), row(TEA[0], cell(TEA[1], "and no other charge"))),
        inserted("and no other charge"),
    ),
    pair(
        "a paragraph taken out at the start of a cell",
        table(row(*HEAD), row(TEA[0], cell("in spring alone:", TEA[1]))),
        table(row(*HEAD), row(TEA[0], cell(TEA[1]))),
        deleted("in spring alone:"),
    ),
    pair(
        "a paragraph of a cell split in two",
        table(row(*HEAD), row(TEA[0], cell("exempt from duty in spring and liable to duty in winter"))),
        table(row(*HEAD), row(TEA[0], cell("exempt from duty in spring and", "liable to duty in winter"))),
        amended(" "),
    ),
    pair("the same table", rows(HEAD, TEA, SILK), rows(HEAD, TEA, SILK)),
)

ROWS: Final = (
    pair("a row put in in the middle", rows(HEAD, TEA, SALT), rows(HEAD, TEA, SILK, SALT), inserted(*SILK)),
    pair("a row put in at the head", rows(TEA, SILK), rows(SALT, TEA, SILK), inserted(*SALT)),
    pair("a row put in at the end", rows(HEAD, TEA), rows(HEAD, TEA, SILK), inserted(*SILK)),
    pair("a row taken out in the middle", rows(HEAD, TEA, SILK, SALT), rows(HEAD, TEA, SALT), deleted(*SILK)),
    pair("a row taken out at the head", rows(SALT, TEA, SILK), rows(TEA, SILK), deleted(*SALT)),
    pair("a row taken out at the end", rows(HEAD, TEA, SILK), rows(HEAD, TEA), deleted(*SILK)),
    pair(
        "two rows put in together",
        rows(HEAD, TEA),
        rows(HEAD, SILK, SALT, TEA),
        inserted(*SILK),
        inserted(*SALT),
    ),
    pair(
        "a row put in beside one that is edited",
        rows(HEAD, TEA, SALT),
        rows(HEAD, (TEA[0], "the nominal rate"), SILK, SALT),
        amended("lower", "nominal"),
        inserted(*SILK),
    ),
    replace(
        pair("an empty row put in", rows(HEAD, TEA), rows(HEAD, ("", ""), TEA), inserted()),
    ),
    pair("a row that stood twice", rows(HEAD, SALT, SALT, TEA), rows(HEAD, SALT, TEA), deleted(*SALT)),
    pair(
        "a row that moved down",
        rows(HEAD, IRON, TEA, SILK, SALT),
        rows(HEAD, TEA, SILK, SALT, IRON),
        moved_row(IRON),
    ),
    pair(
        "a row that moved and was edited",
        rows(HEAD, IRON, TEA, SILK, SALT),
        rows(HEAD, TEA, SILK, SALT, (IRON[0], "the second rate")),
        moved_row(IRON, (IRON[0], "the second rate")),
    ),
    pair(
        "rows around which a content control came",
        table(row(*HEAD), row(*TEA), row(*SILK)),
        table(row(*HEAD), around_rows(row(*TEA), row(SILK[0], "the usual rate"))),
        amended("higher", "usual"),
    ),
    pair(
        "a row taken out of a content control",
        table(row(*HEAD), around_rows(row(*TEA), row(*SILK))),
        table(row(*HEAD), around_rows(row(*TEA))),
        deleted(*SILK),
    ),
)

WHOLE: Final = (
    pair("a table put in", "", rows(HEAD, TEA), inserted(*HEAD, *TEA)),
    pair("a table taken out", rows(HEAD, TEA), "", deleted(*HEAD, *TEA)),
    pair(
        "a table put in beside another",
        rows(HEAD, TEA),
        rows(HEAD, TEA) + p(PEACE) + rows(SILK, SALT),
        inserted(PEACE),
        inserted(*SILK, *SALT),
    ),
    pair(
        "a table in the place of a paragraph",
        p(PEACE),
        rows(HEAD, TEA),
        deleted(PEACE),
        inserted(*HEAD, *TEA),
        excess=LONE_WORDS,
    ),
    pair(
        "a table with paragraphs around it",
        ps(PEACE),
        ps(PEACE, "The duties are these.") + rows(HEAD, TEA) + ps("They are reviewed each year."),
        inserted("The duties are these."),
        inserted(*HEAD, *TEA),
        inserted("They are reviewed each year."),
    ),
    pair(
        "a table that moved",
        rows(HEAD, TEA, SILK) + ps(PEACE, *LEVEL),
        ps(PEACE, *LEVEL) + rows(HEAD, TEA, SILK),
        Expected(moved().kind, gone=(*HEAD, *TEA, *SILK), came=(*HEAD, *TEA, *SILK)),
    ),
    Pair(
        name="a table at the end of the text taken out",
        line=Line.TABLES,
        old=docx(p(PEACE), rows(HEAD, TEA), p()),
        new=docx(p(PEACE)),
        changes=(deleted(*HEAD, *TEA), deleted()),
    ),
    Pair(
        name="a table at the start of the text put in",
        line=Line.TABLES,
        old=docx(p(PEACE)),
        new=docx(rows(HEAD, TEA), p(PEACE)),
        changes=(inserted(*HEAD, *TEA),),
    ),
    Pair(
        name="a table around the whole text",
        line=Line.TABLES,
        old=docx(rows(HEAD, TEA), p()),
        new=docx(rows(HEAD, (TEA[0], "the middle rate"), SILK), p()),
        changes=(amended("lower", "middle"), inserted(*SILK)),
    ),
)


def duties(tea: str = TEA[1]) -> str:
    """An article with a table inside."""
    lead, end = "The duties on goods are those of the following table.", "The Commission may change them once a year."
    return p("Duties", style="Article") + ps(lead) + rows(HEAD, (TEA[0], tea), SILK) + ps(end)


def duties_moved(tea: str = TEA[1]) -> Expected:
    """That article moved: its paragraphs do, and Word has no move for rows."""
    words = (
        "Duties",
        "The duties on goods are those of the following table.",
        "The Commission may change them once a year.",
    )
    return replace(moved(*words), gone=(*HEAD, *TEA, *SILK), came=(*HEAD, TEA[0], tea, *SILK))


BORDERS: Final = p("Borders", style="Article") + ps(
    "The border posts are open by day and by night.",
    "Goods in transit pass without delay and without duty.",
    "Neither Party closes a post without notice of thirty days.",
)

LEFT_BEHIND: Final = {Promise.OFFICE: "LibreOffice leaves an empty heading where an article with a table had come"}
MOVED_ARTICLES: Final = (
    pair(
        "an article with a table inside that moved up",
        BORDERS + p("Rivers", style="Article") + ps(*LEVEL) + duties(),
        duties() + BORDERS + p("Rivers", style="Article") + ps(*LEVEL),
        duties_moved(),
        renumbered(),
        renumbered(),
    ),
    pair(
        "an article with a table inside that moved down and was edited there",
        duties() + BORDERS + p("Rivers", style="Article") + ps(*LEVEL),
        BORDERS + p("Rivers", style="Article") + ps(*LEVEL) + duties("the middle rate"),
        duties_moved("the middle rate"),
        renumbered(),
        renumbered(),
    ),
)

ARTICLES: Final = tuple(replace(one, broken=LEFT_BEHIND) for one in MOVED_ARTICLES)

MERGED: Final = (
    pair(
        "words of a cell that spans two columns",
        table(row(cell("Goods in transit by rail", spans=2)), row(*TEA)),
        table(row(cell("Goods in transit by road", spans=2)), row(*TEA)),
        amended("rail", "road"),
    ),
    pair(
        "words of a cell that spans two rows",
        table(row(cell("Northern gate", look=RESTART), TEA[1]), row(cell(look=CONTINUE), SALT[1])),
        table(row(cell("Southern gate", look=RESTART), TEA[1]), row(cell(look=CONTINUE), SALT[1])),
        amended("Northern", "Southern"),
    ),
    pair(
        "a row put in within merged cells",
        table(row(cell("Northern gate", look=RESTART), TEA[1]), row(cell(look=CONTINUE), SALT[1])),
        table(
            row(cell("Northern gate", look=RESTART), TEA[1]),
            row(cell(look=CONTINUE), "a rate by weight"),
            row(cell(look=CONTINUE), SALT[1]),
        ),
        inserted("a rate by weight"),
    ),
    pair(
        "two cells of a row merged",
        table(row(*HEAD), row(*TEA), row(*SALT)),
        table(row(*HEAD), row(cell(f"{TEA[0]} {TEA[1]}", spans=2)), row(*SALT)),
        deleted(*TEA),
        inserted(f"{TEA[0]} {TEA[1]}"),
        told=("replaced-rows",),
        excess=twice(*TEA),
    ),
    pair(
        "a cell of a row split",
        table(row(*HEAD), row(cell(f"{TEA[0]} {TEA[1]}", spans=2)), row(*SALT)),
        table(row(*HEAD), row(*TEA), row(*SALT)),
        deleted(f"{TEA[0]} {TEA[1]}"),
        inserted(*TEA),
        told=("replaced-rows",),
        excess=twice(*TEA),
    ),
)

GRIDS: Final = (
    pair(
        "a column put in",
        rows(HEAD, TEA),
        rows((*HEAD, "From"), (*TEA, "2027")),
        deleted(*HEAD, *TEA),
        inserted(*HEAD, "From", *TEA, "2027"),
        told=("replaced-table",),
        excess=twice(*HEAD, *TEA),
    ),
    pair(
        "a column taken out",
        rows((*HEAD, "From"), (*TEA, "2027")),
        rows(HEAD, TEA),
        deleted(*HEAD, "From", *TEA, "2027"),
        inserted(*HEAD, *TEA),
        told=("replaced-table",),
        excess=twice(*HEAD, *TEA),
    ),
)

UNENDED_CELLS: Final = (
    pair(
        "words beside a cell without a paragraph",
        table(row(TEA[0], UNENDED)),
        table(row("Tea and cocoa in bulk", UNENDED)),
        amended("coffee", "cocoa"),
    ),
    pair("a cell without a paragraph", table(row(*TEA), row(SILK[0], UNENDED)), table(row(*TEA), row(SILK[0], ""))),
    pair("a cell of an empty paragraph", table(row(*TEA), row(SILK[0], "")), table(row(*TEA), row(SILK[0], UNENDED))),
    pair(
        "an empty paragraph taken out at the end of a cell",
        table(row(TEA[0], cell(TEA[1], ""))),
        table(row(*TEA)),
        deleted(),
    ),
    pair(
        "words put into a cell without a paragraph",
        table(row(TEA[0], UNENDED)),
        table(row(*TEA)),
        amended(came=TEA[1]),
    ),
    pair(
        "words taken out of a cell with their paragraph",
        table(row(*TEA)),
        table(row(TEA[0], UNENDED)),
        amended(TEA[1]),
    ),
    pair(
        "a row with a cell without a paragraph",
        table(row(*HEAD), row(TEA[0], UNENDED)),
        table(row(*HEAD)),
        deleted(TEA[0]),
    ),
    pair(
        "a cell that ends in a table",
        table(row("Annex", cell(rows(TEA, SILK)))),
        table(row("Annex", cell(rows((TEA[0], "the middle rate"), SILK)))),
        amended("lower", "middle"),
    ),
)

LOOKS: Final = (
    pair(
        "columns of other widths",
        table(row(*HEAD), row(*TEA)),
        table(row(*HEAD), row(*TEA)).replace('<w:gridCol w:w="2000"/>', '<w:gridCol w:w="3000"/>', 1),
        reformatted(),
    ),
    pair("a table in the middle", table(row(*TEA)), table(row(*TEA), look='<w:jc w:val="center"/>'), reformatted()),
    pair(
        "a cell shaded",
        table(row(*HEAD), row(*TEA)),
        table(row(*HEAD), row(TEA[0], cell(TEA[1], look='<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'))),
        reformatted(),
    ),
    pair(
        "a head row, and words of a cell",
        table(row(*HEAD), row(*TEA)),
        table(row(*HEAD, look="<w:tblHeader/>"), row(TEA[0], "the middle rate")),
        reformatted(),
        amended("lower", "middle"),
    ),
)

NESTED: Final = (
    pair(
        "words of a table within a table",
        table(row("Annex", cell(rows(TEA, SILK), p()))),
        table(row("Annex", cell(rows((TEA[0], "the middle rate"), SILK), p()))),
        amended("lower", "middle"),
    ),
    pair(
        "a row of a table within a table",
        table(row("Annex", cell(rows(TEA, SILK), p()))),
        table(row("Annex", cell(rows(TEA, SALT, SILK), p()))),
        inserted(*SALT),
    ),
    pair(
        "a table within a table put in",
        table(row("Annex", cell("the duties on goods that enter by the northern gate:"))),
        table(row("Annex", cell("the duties on goods that enter by the northern gate:", rows(TEA, SILK), p()))),
        inserted(*TEA, *SILK),
        inserted(),
    ),
)

PAIRS: Final = (*CELLS, *ROWS, *WHOLE, *ARTICLES, *MERGED, *GRIDS, *UNENDED_CELLS, *LOOKS, *NESTED)
