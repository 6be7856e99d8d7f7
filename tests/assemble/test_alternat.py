"""The alternat: each party's own original names it first, and differs from the others in order alone."""

from __future__ import annotations

from itertools import combinations
from typing import Final

import pytest
from tests.assemble.making import DRAFT, THREE, clause, draft, library, lines
from tests.clauses.packaged import LIBRARY

from treatykit.app.project import SAMPLE_DRAFT, sample_text
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.compare import compare
from treatykit.compare.changing import changes
from treatykit.errors import UsageError
from treatykit.model.document import Document
from treatykit.model.plain import plain_text

VARIANTS: Final = ("framework", "partial", "comprehensive")
VENN: Final = "  VEN: {full: the Kingdom of Venn, short: Venn, adjective: Vennish, language: Vennish}\n"
TURNED: Final = ("Title", "Preamble", "Testimonium", "Signatures")
"""The places in which the originals differ."""

END: Final = clause(
    "testimonium", "DONE in {{ originals }}, each in {{ authentic_languages }}.", kind="testimonium", part="final"
)


def sample(third: str) -> Draft:
    """The sample, with a third party or without."""
    text = sample_text(SAMPLE_DRAFT).replace("\nlanguages:\n", f"{third}\nlanguages:\n", 1)
    return read_draft(text.replace("[Karvelan, Tesmari, English]", "[Karvelan, Tesmari, Vennish, English]"), "x.yaml")


def originals(made: Draft, variant: str) -> list[Document]:
    """The originals of all parties, in their order."""
    return [assemble(made, LIBRARY, variant=variant, lead=code).document for code in made.file.parties]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("third", ["", VENN], ids=["two", "three"])
def test_a_redline_between_two_originals_shows_no_change_in_an_article(variant: str, third: str) -> None:
    for one, other in combinations(originals(sample(third), variant), 2):
        places = {
            place for change in changes(compare(one, other)) for place in (change.old_place, change.new_place) if place
        }

        assert {place.partition(",")[0] for place in places} == set(TURNED)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("third", ["", VENN], ids=["two", "three"])
def test_the_originals_hold_the_same_words_in_another_order(variant: str, third: str) -> None:
    words = [_words(plain_text(each)) for each in originals(sample(third), variant)]

    assert all(each == words[0] for each in words)


def test_the_own_party_and_its_language_come_first_where_the_text_is_concluded_and_the_articles_are_one_text() -> None:
    shelf = library(clause("peace", "In {{ authentic_languages }}. Peace."), END, framework=["peace", "testimonium"])

    own = assemble(draft(), shelf, lead="TES")
    text = plain_text(own.document)

    assert text.startswith("Treaty on Good Order\nbetween the Republic of Tesmar and the Republic of Karvela\n")
    assert "\nThe Republic of Tesmar and the Republic of Karvela (hereinafter" in text
    assert lines(own)[1:] == [
        "In the Karvelan and Tesmari languages. Peace.",
        "DONE in two originals, each in the Tesmari and Karvelan languages.",
    ]
    assert text.endswith("For the Republic of Tesmar\tFor the Republic of Karvela\n\t")


def test_of_three_parties_the_others_follow_in_the_order_of_the_draft() -> None:
    shelf = library(clause("peace", "Peace."), END, framework=["peace", "testimonium"])

    text = plain_text(assemble(draft(head=THREE), shelf, lead="VEN").document)

    assert "between the Kingdom of Venn, the Republic of Karvela and the Republic of Tesmar" in text
    assert "DONE in three originals, each in the Vennish, Karvelan and Tesmari languages." in text


def test_an_obligation_stays_with_the_party_that_has_it() -> None:
    """Roles, and the wordings that parties propose in brackets, are theirs whoever is named first."""
    role = "params: {transit_state: {type: party, prompt: Which party?}}\n"
    shelf = library(
        clause("transit", "{{ transit_state.full | cap }} shall open the road.", facts=role),
        clause("peace", "[A: Peace.][B: Lasting peace.]", "Cold peace."),
        framework=["transit", "peace"],
    )
    said = draft("params: {transit_state: TES}\nbracket: {peace: {TES: two, KAR: one}}\n")

    texts = [lines(assemble(said, shelf, lead=lead)) for lead in (None, "KAR", "TES")]

    assert texts[0] == texts[1] == texts[2]
    assert "The Republic of Tesmar shall open the road." in texts[0]


def test_a_language_that_belongs_to_no_party_keeps_its_place() -> None:
    shelf = library(END, framework=["testimonium"])

    text = plain_text(
        assemble(draft("languages: {authentic: [English, Karvelan, Tesmari]}\n"), shelf, lead="TES").document
    )

    assert "in the Tesmari, English and Karvelan languages" in text


@pytest.mark.parametrize(
    ("count", "said"), [(2, "duplicate"), (3, "triplicate"), (4, "quadruplicate"), (5, "five originals")]
)
def test_originals_are_counted_or_multiplied(count: int, said: str) -> None:
    more = "".join(f"  P{at}: {{full: the Land of P{at}, short: P{at}}}\n" for at in range(count - 2))
    shelf = library(END, framework=["testimonium"])
    made = draft("done: {originals: duplicate}\nlanguages: {authentic: [English]}\n", head=DRAFT + more)

    assert f"DONE in {said}, each in the English language." in plain_text(assemble(made, shelf).document)


def test_only_a_party_can_be_named_first() -> None:
    shelf = library(clause("peace", "Peace."), framework=["peace"])

    with pytest.raises(UsageError, match="no party has the code 'TEZ' — did you mean 'TES'"):
        assemble(draft(), shelf, lead="TEZ")


def _words(text: str) -> list[str]:
    return sorted(text.replace(",", " ").replace("The ", "the ").split())
