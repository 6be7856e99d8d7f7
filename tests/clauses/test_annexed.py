"""An annex and the article that it is annexed to name each other, in each wording that they may have together."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

import pytest
from tests.clauses.test_rules import made

from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs

TOGETHER: Final = [
    ("routes-and-timetable/stages", ("communications/calendar",)),
    *(("routes-and-timetable/list", (f"communications/{each}",)) for each in ("opening", "unimpeded")),
    ("transit-rules/procedures", ("transit-principles/reciprocity", "transit-controls/facilitated")),
    *(
        ("transit-rules/practical", ("transit-principles/sovereignty", f"transit-controls/{each}"))
        for each in ("facilitated", "full", "comparator")
    ),
    *(("lists-of-persons/forms", (f"prisoners/{each}",)) for each in ("intermediary", "all", "listed")),
    *(
        ("lists-of-persons/forms", (f"missing-persons/{each}",))
        for each in ("information", "commission", "investigation")
    ),
    *(
        ("lists-of-persons/forms", (f"prisoners/{one}", f"missing-persons/{other}"))
        for one, other in product(("all", "listed"), ("information", "commission"))
    ),
    ("lists-of-persons/identified", ("prisoners/listed",)),
    ("lists-of-persons/identified", ("prisoners/listed", "missing-persons/commission")),
]


def said(*topics: str) -> tuple[str, str]:
    """The words of the articles, and those of the only annex."""
    words: dict[bool, list[str]] = {False: [], True: []}
    in_annex = False
    for each in paragraphs(made(*topics).document):
        in_annex = in_annex or each.role is Role.ANNEX
        words[in_annex].append(inlines_text(each.inlines))
    return "\n".join(words[False]), "\n".join(words[True])


@pytest.mark.parametrize(("annex", "articles"), TOGETHER)
def test_an_annex_and_its_articles_name_each_other(annex: str, articles: tuple[str, ...]) -> None:
    text, annexed = said(*articles, annex)

    referring = [each for each in articles if not each.startswith("transit-principles")]
    assert len(re.findall(r"\bAnnex\b", text)) == len(referring)
    assert re.search(
        r"This Annex is referred to in Article \d+.*, and forms an integral part of this Treaty\.", annexed
    )


@pytest.mark.parametrize(("annex", "articles"), TOGETHER)
def test_without_the_annex_no_article_speaks_of_one(annex: str, articles: tuple[str, ...]) -> None:
    text, annexed = said(*articles)

    assert (re.findall(r"\bannex", text, re.IGNORECASE), annexed) == ([], ""), annex


@pytest.mark.parametrize("rules", ["full", "essentials"])
@pytest.mark.parametrize("commission", ["bilateral", "subcommittees", "third-party-chair"])
def test_rules_of_procedure_leave_the_chair_to_the_article(commission: str, rules: str) -> None:
    _, annexed = said(f"implementation-commission/{commission}", f"commission-procedure/{rules}")

    assert "the head of the delegation of the host" in annexed
    assert re.search(r"\bchair\b", annexed, re.IGNORECASE) is None
