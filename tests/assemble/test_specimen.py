"""A clause as a reader sees it: all of its words, none of its notation."""

from __future__ import annotations

import re

from tests.assemble.making import clause, library
from tests.clauses.packaged import LIBRARY, every_choice, every_topic, words

from treatykit.assemble.specimen import commentary, specimen
from treatykit.library.clause import Clause
from treatykit.markup import syntax
from treatykit.model.document import Document
from treatykit.writers.text import text_alone


def plain(text: str) -> str:
    """The words alone, without quotation marks and brackets, in one line."""
    return " ".join(re.sub(r"\]\[", " ", text).translate(str.maketrans("’\u00a0", "' ", '"“”[]')).split())


def assert_says(document: Document, blocks: syntax.Blocks) -> None:
    said = plain(text_alone(document))
    for piece in re.split("[–\n]", words(blocks)):
        assert plain(piece).rstrip(",;.") in said
    assert not re.search(r"[{}|*#\\]", said)


@every_choice
def test_a_wording_is_printed_word_for_word_and_without_notation(topic: str, alternative: str) -> None:
    assert_says(specimen(LIBRARY, topic, alternative), LIBRARY.clause(topic).wording(alternative).blocks)


@every_topic
def test_the_commentary_is_printed_word_for_word_and_without_notation(clause: Clause) -> None:
    assert clause.body.commentary
    assert_says(commentary(LIBRARY, clause.topic), clause.body.commentary.blocks)


FACTS = """\
params:
  days: {type: duration, unit: days, prompt: How long?, default: 30}
  seat: {type: text, prompt: Where?}
  host: {type: party, prompt: Who?}
options:
  visits: {prompt: Are there any?, default: false}
"""

WORDING = """\
1. {#seat} {{ the_parties | cap }} meet at {{ peace.seat }} within {{ peace.days | words }}, and
   {{ host.short | cap }} invites {{ the_other_party }}.

2. {?visits} Visits follow, see {@#seat} and {@maps}.

3. {?!visits} No visit follows.

4. {?@maps}{?!@arms} It is done at {{ place }}.
"""


def test_what_a_draft_decides_stands_between_marks() -> None:
    shelf = library(
        clause("peace", WORDING, facts=FACTS), clause("maps", "Maps."), clause("arms", "Arms."), framework=["peace"]
    )

    assert text_alone(specimen(shelf, "peace", "one")).rstrip().split("\n\n") == [
        "Peace\n-----",
        "1. The Parties meet at ‹seat› within ‹thirty days›, and ‹host› invites the other Party.",
        "2. ‹if visits: yes› Visits follow, see paragraph 1 and ‹the article on maps›.",
        "3. ‹if visits: no› No visit follows.",
        "4. ‹if there is an article on maps› ‹if there is no article on arms› It is done at ‹place›.",
    ]


def test_a_clause_without_commentary_has_an_empty_one() -> None:
    shelf = library(clause("peace", "Peace."), framework=["peace"])

    assert commentary(shelf, "peace").body == ()
