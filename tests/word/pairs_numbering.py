"""Numbering: numbers that Word counts, numbers that are typed, and references that follow them."""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import article, bookmark, field, item, p, ps
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted, reformatted, relisted, renumbered

PEACE: Final = "The Parties shall live in peace and friendship with each other."
FORCE: Final = "Each Party shall refrain from the threat or use of force."
TRADE: Final = "Goods in transit are exempt from customs duties and charges."
RIVERS: Final = "The Commission publishes the level of the river every month."
SCHOOL: Final = "Instruction in the language of a minority is provided in schools."


REFERENCE: Final = 2
"""A reference is struck and put in whole, noun and number, so that a reader sees where it leads."""


def pair(name: str, old: str, new: str, *changes: Expected, excess: int = 0, **rest: Any) -> Pair:
    """Two bodies."""
    before, after = docx(old), docx(new)
    return Pair(name=name, line=Line.NUMBERING, old=before, new=after, changes=changes, excess=excess, **rest)


def typed(number: int, title: str, *items: str) -> str:
    """An article whose numbers somebody typed."""
    return p(f"Article {number}") + p(title) + "".join(p(f"{at}.\t{words}") for at, words in enumerate(items, 1))


def cited(name: str, number: str) -> str:
    """A paragraph that refers to an article."""
    return p("This is subject to ", field(f"REF {name} \\n \\h", number), " and to the law of each Party.")


def target(title: str, name: str) -> str:
    """The heading of an article that is referred to."""
    return p(bookmark(name, title, number=int(name[-1])), style="Article")


# The old number of a paragraph that stands in another list comes back: it says its old list.
AUTOMATIC: Final = (
    pair(
        "an article put in that renumbers the rest",
        article("Peace", PEACE) + article("Trade", TRADE) + article("Rivers", RIVERS),
        article("Peace", PEACE) + article("Force", FORCE) + article("Trade", TRADE) + article("Rivers", RIVERS),
        inserted("Force", FORCE),
        renumbered(),
        renumbered(),
    ),
    pair(
        "an article taken out that renumbers the rest",
        article("Peace", PEACE) + article("Force", FORCE) + article("Trade", TRADE) + article("Rivers", RIVERS),
        article("Peace", PEACE) + article("Trade", TRADE) + article("Rivers", RIVERS),
        deleted("Force", FORCE),
        renumbered(),
        renumbered(),
    ),
    pair(
        "a paragraph put in that renumbers the rest",
        article("Peace", PEACE, TRADE, RIVERS),
        article("Peace", PEACE, FORCE, TRADE, RIVERS),
        inserted(FORCE),
        renumbered(),
        renumbered(),
    ),
    pair(
        "a list begun anew",
        item(PEACE) + item(FORCE) + p("Further:") + item(TRADE) + item(RIVERS),
        item(PEACE) + item(FORCE) + p("Further:") + item(TRADE, list_id=4) + item(RIVERS, list_id=4),
        relisted(TRADE),
        relisted(RIVERS),
    ),
    pair(
        "a list that goes on where it began anew",
        item(PEACE) + item(FORCE) + p("Further:") + item(TRADE, list_id=4) + item(RIVERS, list_id=4),
        item(PEACE) + item(FORCE) + p("Further:") + item(TRADE) + item(RIVERS),
        relisted(TRADE),
        relisted(RIVERS),
    ),
    pair(
        "two lists that change places",
        item(PEACE) + item(FORCE, list_id=4),
        item(PEACE, list_id=4) + item(FORCE),
        relisted(FORCE),
    ),
    pair(
        "an edit in a list",
        item(PEACE) + item(FORCE) + item(TRADE),
        item(PEACE) + item(FORCE.replace("shall", "should")) + item(TRADE),
        amended("shall", "should"),
    ),
)

TYPED: Final = (
    pair(
        "a typed article put in that renumbers the rest",
        typed(1, "Peace", PEACE) + typed(2, "Trade", TRADE) + typed(3, "Rivers", RIVERS),
        typed(1, "Peace", PEACE) + typed(2, "Force", FORCE) + typed(3, "Trade", TRADE) + typed(4, "Rivers", RIVERS),
        inserted("Article 2", "Force", f"1.\t{FORCE}"),
        amended("Article 2", "Article 3"),
        amended("Article 3", "Article 4"),
        excess=6,
    ),
    pair(
        "a typed paragraph put in that renumbers the rest",
        typed(1, "Peace", PEACE, TRADE, RIVERS),
        typed(1, "Peace", PEACE, FORCE, TRADE, RIVERS),
        inserted(f"2.\t{FORCE}"),
        amended("2", "3"),
        amended("3", "4"),
        excess=2,
    ),
    pair(
        "numbers that are counted where they were typed",
        p("Article 1 Peace") + p(PEACE),
        p("Peace", style="Article") + p(PEACE),
        amended("Article 1"),
        reformatted(paragraphs="Peace"),
    ),
)

CITED: Final = (
    pair(
        "a reference that only follows its article",
        article("Peace", PEACE) + target("Trade", "_Ref1") + ps(TRADE) + cited("_Ref1", "Article 2"),
        article("Peace", PEACE)
        + article("Force", FORCE)
        + target("Trade", "_Ref1")
        + ps(TRADE)
        + cited("_Ref1", "Article 3"),
        inserted("Force", FORCE),
        renumbered(),
    ),
    pair(
        "a reference that follows, and was not worked out anew",
        article("Peace", PEACE) + target("Trade", "_Ref1") + ps(TRADE) + cited("_Ref1", "Article 2"),
        article("Peace", PEACE)
        + article("Force", FORCE)
        + target("Trade", "_Ref1")
        + ps(TRADE)
        + cited("_Ref1", "Article 2"),
        inserted("Force", FORCE),
        renumbered(),
    ),
    pair(
        "a reference to another article",
        target("Peace", "_Ref1") + target("Trade", "_Ref2") + cited("_Ref1", "Article 1"),
        target("Peace", "_Ref1") + target("Trade", "_Ref2") + cited("_Ref2", "Article 2"),
        amended("Article 1", "Article 2"),
        excess=REFERENCE,
    ),
    pair(
        "a typed reference to another article",
        ps(PEACE, "This is subject to Article 4, paragraph 2, and to the law of each Party."),
        ps(PEACE, "This is subject to Article 5, paragraph 2, and to the law of each Party."),
        amended("Article 4, paragraph 2", "Article 5, paragraph 2"),
        excess=4 * REFERENCE,
    ),
)

PAIRS: Final = (*AUTOMATIC, *TYPED, *CITED)
