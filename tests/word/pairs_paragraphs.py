"""Paragraphs: they come, go, move, are merged and split; texts that are empty, full, or written anew."""

from __future__ import annotations

from typing import Final

from tests.word.body import article, p, ps
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted, moved, renumbered

PEACE: Final = "The Parties shall live in peace and friendship with each other."
FORCE: Final = "Each Party shall refrain from the threat or use of force."
TRADE: Final = "Goods in transit are exempt from customs duties and charges."
RIVERS: Final = "The Commission publishes the level of the river every month."
SCHOOL: Final = "Instruction in the language of a minority is provided in schools."
FINAL_CLAUSE: Final = "This Treaty enters into force thirty days after the exchange of instruments."
DUTIES: Final = ("Neither Party levies duties on goods in transit.", "Charges cover the cost of services alone.")
BORDERS: Final = ("The frontier follows the middle of the river.", "It is marked by posts of stone within one year.")
CULTURE: Final = ("Museums lend their collections free of charge.", "Archives are opened to scholars of both Parties.")


# Where a whole paragraph stands in the place of another, the "in" and "the" that both have are no word that stayed.
LONE_WORDS: Final = 4


def pair(name: str, old: str, new: str, *changes: Expected, excess: int = 0) -> Pair:
    """Two bodies."""
    return Pair(name=name, line=Line.PARAGRAPHS, old=docx(old), new=docx(new), changes=changes, excess=excess)


CAME_AND_WENT: Final = (
    pair("a paragraph put in at the start", ps(FORCE, TRADE), ps(PEACE, FORCE, TRADE), inserted(PEACE)),
    pair("a paragraph put in in the middle", ps(PEACE, TRADE), ps(PEACE, FORCE, TRADE), inserted(FORCE)),
    pair("a paragraph put in at the end", ps(PEACE, FORCE), ps(PEACE, FORCE, TRADE), inserted(TRADE)),
    pair("a paragraph taken out at the start", ps(PEACE, FORCE, TRADE), ps(FORCE, TRADE), deleted(PEACE)),
    pair("a paragraph taken out in the middle", ps(PEACE, FORCE, TRADE), ps(PEACE, TRADE), deleted(FORCE)),
    pair("a paragraph taken out at the end", ps(PEACE, FORCE, TRADE), ps(PEACE, FORCE), deleted(TRADE)),
    pair(
        "two paragraphs put in at two places",
        ps(PEACE, TRADE, FINAL_CLAUSE),
        ps(PEACE, FORCE, TRADE, RIVERS, FINAL_CLAUSE),
        inserted(FORCE),
        inserted(RIVERS),
    ),
    pair(
        "a paragraph in the place of another",
        ps(PEACE, TRADE, FINAL_CLAUSE),
        ps(PEACE, SCHOOL, FINAL_CLAUSE),
        deleted(TRADE),
        inserted(SCHOOL),
        excess=LONE_WORDS,
    ),
    pair("an empty paragraph put in", ps(PEACE, FORCE), p(PEACE) + p() + p(FORCE), inserted()),
    pair("an empty paragraph taken out", p(PEACE) + p() + p(FORCE), ps(PEACE, FORCE), deleted()),
    pair(
        "a heading and its paragraphs put in",
        article("Peace", PEACE, FORCE) + article("Final", FINAL_CLAUSE),
        article("Peace", PEACE, FORCE) + article("Culture", *CULTURE) + article("Final", FINAL_CLAUSE),
        inserted("Culture", *CULTURE),
        renumbered(),
    ),
)

JOINED: Final = (
    pair("two paragraphs merged", ps(PEACE, FORCE, TRADE), ps(f"{PEACE} {FORCE}", TRADE), amended(came=" ")),
    pair("a paragraph split in two", ps(f"{PEACE} {FORCE}", TRADE), ps(PEACE, FORCE, TRADE), amended(" ")),
    pair(
        "merged and edited",
        ps(PEACE, FORCE, TRADE),
        ps(f"{PEACE} {FORCE.replace('shall', 'should')}", TRADE),
        amended(came=" "),
        amended("shall", "should"),
    ),
    pair(
        "split and edited",
        ps(f"{PEACE} {FORCE}", TRADE),
        ps(PEACE, FORCE.replace("shall", "should"), TRADE),
        amended(" "),
        amended("shall", "should"),
    ),
    pair(
        "three paragraphs merged",
        ps(PEACE, FORCE, TRADE),
        p(f"{PEACE} {FORCE} {TRADE}"),
        amended(came=" "),
        amended(came=" "),
    ),
    pair(
        "merged under the look of the second",
        p(PEACE, style="Quote") + ps(FORCE, TRADE),
        ps(f"{PEACE} {FORCE}", TRADE),
        amended(came=" "),
    ),
    pair(
        "merged under the look of the first",
        p(PEACE, style="Quote") + ps(FORCE, TRADE),
        p(f"{PEACE} {FORCE}", style="Quote") + p(TRADE),
        amended(came=" "),
    ),
    pair(
        "the last two paragraphs merged",
        ps(TRADE, PEACE, FORCE),
        ps(TRADE, f"{PEACE} {FORCE}"),
        amended(came=" "),
    ),
)

MOVED: Final = (
    pair("a paragraph moved down", ps(PEACE, FORCE, TRADE, RIVERS), ps(FORCE, TRADE, PEACE, RIVERS), moved(PEACE)),
    pair("a paragraph moved up", ps(PEACE, FORCE, TRADE, RIVERS), ps(TRADE, PEACE, FORCE, RIVERS), moved(TRADE)),
    pair("a paragraph moved to the end", ps(PEACE, FORCE, TRADE), ps(FORCE, TRADE, PEACE), moved(PEACE)),
    pair("a paragraph moved from the end", ps(PEACE, FORCE, TRADE), ps(TRADE, PEACE, FORCE), moved(TRADE)),
    pair("two neighbours change places", ps(PEACE, FORCE, TRADE), ps(PEACE, TRADE, FORCE), moved(TRADE)),
    pair(
        "an article of several paragraphs moved",
        article("Peace", PEACE, FORCE)
        + article("Borders", *BORDERS)
        + article("Culture", *CULTURE)
        + article("End", RIVERS),
        article("Culture", *CULTURE)
        + article("Peace", PEACE, FORCE)
        + article("Borders", *BORDERS)
        + article("End", RIVERS),
        moved("Culture", *CULTURE),
        renumbered(),
        renumbered(),
    ),
    pair(
        "a paragraph moved and edited",
        ps(PEACE, FORCE, TRADE, RIVERS),
        ps(FORCE, TRADE, PEACE.replace("shall live", "live"), RIVERS),
        moved(PEACE.replace("shall live", "live"), stood=PEACE),
    ),
    pair(
        "a paragraph moved, with words put in",
        ps(PEACE, FORCE, TRADE, RIVERS),
        ps(FORCE, TRADE, PEACE.replace("friendship", "good friendship"), RIVERS),
        moved(*PEACE.split(" friendship")[:1], "friendship with each other.", stood=PEACE, came="good"),
    ),
    pair(
        "definitions sorted anew",
        ps(
            "For the purposes of this Treaty:",
            "“vessel” means a ship that flies the flag of a Party;",
            "“frontier” means the line described in the first Annex;",
            "“transit” means passage across the territory of a Party without trade.",
        ),
        ps(
            "For the purposes of this Treaty:",
            "“frontier” means the line described in the first Annex;",
            "“transit” means passage across the territory of a Party without trade.",
            "“vessel” means a ship that flies the flag of a Party;",
        ),
        moved("“vessel” means a ship that flies the flag of a Party;"),
    ),
    pair(
        "two that moved, each to another place",
        ps(PEACE, FORCE, TRADE, RIVERS, SCHOOL, FINAL_CLAUSE),
        ps(TRADE, PEACE, RIVERS, SCHOOL, FINAL_CLAUSE, FORCE),
        moved(TRADE),
        moved(FORCE),
    ),
)

WHOLE: Final = (
    pair(
        "duplicates that stay",
        ps(FORCE, TRADE, FORCE, RIVERS, FORCE),
        ps(FORCE, TRADE.replace("Goods", "All goods"), FORCE, RIVERS, FORCE),
        amended("Goods", "All goods"),
    ),
    pair(
        "one more of several duplicates",
        ps(FORCE, TRADE, FORCE, RIVERS),
        ps(FORCE, TRADE, FORCE, FORCE, RIVERS),
        inserted(FORCE),
    ),
    pair(
        "one of several duplicates taken out", ps(FORCE, FORCE, FORCE, RIVERS), ps(FORCE, FORCE, RIVERS), deleted(FORCE)
    ),
    pair(
        "from one word to a text",
        p("Draft"),
        ps("Draft", PEACE, FORCE, TRADE),
        inserted(PEACE),
        inserted(FORCE),
        inserted(TRADE),
    ),
    pair(
        "from a text to one word",
        ps("Draft", PEACE, FORCE, TRADE),
        p("Draft"),
        deleted(PEACE),
        deleted(FORCE),
        deleted(TRADE),
    ),
    pair("from nothing to a text", p(), ps(PEACE, FORCE), deleted(), inserted(PEACE), inserted(FORCE)),
    pair("from a text to nothing", ps(PEACE, FORCE), p(), deleted(PEACE), deleted(FORCE), inserted()),
    pair("from no paragraph at all to a text", "", ps(PEACE, FORCE), inserted(PEACE), inserted(FORCE)),
    pair(
        "a full rewrite",
        ps(PEACE, FORCE),
        ps(*CULTURE),
        deleted(PEACE),
        deleted(FORCE),
        inserted(CULTURE[0]),
        inserted(CULTURE[1]),
        excess=LONE_WORDS + 2,
    ),
    pair(
        "everything at once",
        article("Peace", PEACE, FORCE)
        + article("Borders", *BORDERS)
        + article("Transit", *DUTIES)
        + article("End", RIVERS),
        article("Transit", *DUTIES)
        + article("Peace", PEACE, FORCE.replace("shall refrain", "refrains"))
        + article("Borders", BORDERS[0])
        + article("End", RIVERS, SCHOOL),
        moved("Transit", *DUTIES),
        renumbered(),
        renumbered(),
        amended("shall refrain", "refrains"),
        deleted(BORDERS[1]),
        inserted(SCHOOL),
    ),
    pair("the same text", article("Peace", PEACE, FORCE) + ps(TRADE), article("Peace", PEACE, FORCE) + ps(TRADE)),
)

PAIRS: Final = (*CAME_AND_WENT, *JOINED, *MOVED, *WHOLE)
