"""The packaged texts are written once, for two parties and for more."""

from __future__ import annotations

import re
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY, WORDINGS, every_choice

from treatykit.app.project import SAMPLE_DRAFT, sample_text
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.specimen import specimen
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs
from treatykit.model.words import words_of

OF_TWO: Final = re.compile(
    r"\b(?:both|either(?! side| period)|neither Party|each other|(?<!any )other Party|bilateral|in duplicate"
    r"|in two originals|the other (?:party|delegation|side(?! of))|two Parties|(?:first|second) Party)\b",
    re.IGNORECASE,
)
"""Words for two parties; a line has two sides and a clause may have two periods all the same."""

OF_MORE: Final = re.compile(r"\b(?:any (?:other )?Party|other Parties|all Parties|no Party|one another)\b")
"""Words for more than two."""

ONE_OF_SEVERAL: Final = re.compile(
    r"\bthe other Parties (?:has|is|was|does|holds|considers|receives)\b"
    r"|\bthe other Parties (?:without |or (?:of |for the \w+ of )?|to an? [\w ]+, or )its\b"
    r"|\bto the other Parties [\w ]+, and shall admit its\b"
    r"|\bof the other Parties(?:, it may| that it)\b"
    r"|\bthe other Parties (?:shall state that it|the remainder)\b|\bone unit of its choice [\w ]*other Parties\b"
    r"|\bon the draft of the other Parties\b|\bthrough the other Parties\b"
    r"|\binspections in each period\b"
)
"""Words that go on as though the other Parties were one."""

_NUMBER: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"

SUM_FOR_TWO: Final = re.compile(
    rf"\b(?:commission|committee|panel|group|team|board|centre) of (?:{_NUMBER}) (?!Parties\b)\w+"
    rf"|\bthe (?:{_NUMBER}) (?:members|commissioners|experts|officers|representatives|delegations|heads|ministers)\b"
    r"|\b(?:choose|appoint|designate|elect) an? (?:third|fourth|fifth|sixth|seventh|ninth)\b(?! (?:State|party)\b)",
    re.IGNORECASE,
)
"""What each Party appoints, added up: of another number of Parties the sum is another. A dispute has two sides among
any number of Parties, and so the bodies that settle one may have their number."""

NOT_EVERY: Final = re.compile(r"\bEach Party shall not\b|\b[Ww]here (?:any|one) Party (?:considers|has)\b")
"""Words that forbid, or make depend on, what all do where what one of them does is meant."""

VENN: Final = "  VEN: {full: the Kingdom of Venn, short: Venn, adjective: Vennish, language: Vennish}\n"


def words(document: Document) -> str:
    """The treaty text, without drafting notes."""
    return "\n".join(inlines_text(each.inlines) for each in paragraphs(document) if each.role is not Role.DRAFTING_NOTE)


@every_choice
def test_between_three_parties_no_wording_speaks_of_two(topic: str, alternative: str) -> None:
    assert OF_TWO.findall(words(specimen(LIBRARY, topic, alternative, parties=3))) == []


@every_choice
def test_between_three_parties_the_others_are_several(topic: str, alternative: str) -> None:
    assert ONE_OF_SEVERAL.findall(words(specimen(LIBRARY, topic, alternative, parties=3))) == []


@every_choice
@pytest.mark.parametrize("parties", [2, 3])
def test_a_ban_says_no_party_and_an_occasion_a_party(topic: str, alternative: str, parties: int) -> None:
    assert NOT_EVERY.findall(words(specimen(LIBRARY, topic, alternative, parties=parties))) == []


@every_choice
def test_no_wording_adds_up_what_each_party_appoints(topic: str, alternative: str) -> None:
    assert SUM_FOR_TWO.findall(words(specimen(LIBRARY, topic, alternative, parties=3))) == []


@every_choice
def test_between_two_parties_no_wording_speaks_of_more(topic: str, alternative: str) -> None:
    assert OF_MORE.findall(words(specimen(LIBRARY, topic, alternative))) == []


@pytest.mark.parametrize(("topic", "alternative"), [each for each in WORDINGS if each[0].startswith("withdrawal")])
def test_forces_among_three_parties_withdraw_to_a_side_that_has_a_name(topic: str, alternative: str) -> None:
    """A line has two sides and three Parties: its own side, or the other, would be anybody's."""
    said = words(specimen(LIBRARY, topic, alternative, parties=3))

    assert re.findall(r"\b(?:its|their) own side\b|\bthe other side\b", said) == []


@pytest.mark.parametrize("variant", ["framework", "partial", "comprehensive"])
def test_the_sample_between_three_parties_speaks_of_three(variant: str) -> None:
    sample = sample_text(SAMPLE_DRAFT)
    three = sample.replace("\nlanguages:\n", f"{VENN}\nlanguages:\n", 1)

    document = assemble(read_draft(three, SAMPLE_DRAFT), LIBRARY, variant=variant).document

    assert OF_TWO.findall(words(document)) == []
    assert "the Republic of Karvela, the Republic of Tesmar and the Kingdom of Venn" in words(document)
    assert "in three originals" in words(document)
    assert "For the Kingdom of Venn" in words(document)


@pytest.mark.parametrize("third", ["", VENN])
def test_a_framework_stays_short(third: str) -> None:
    """Two or three printed pages, 15 to 20 articles."""
    draft = sample_text(SAMPLE_DRAFT).replace("\nlanguages:\n", f"{third}\nlanguages:\n", 1)

    document = assemble(read_draft(draft, SAMPLE_DRAFT), LIBRARY, variant="framework").document

    assert 15 <= sum(each.role is Role.ARTICLE for each in paragraphs(document)) <= 20
    assert words_of(document) < 1_320


def test_the_words_looked_for_are_those_of_two() -> None:
    assert OF_TWO.search("certified by both of them")
    assert OF_TWO.search("the other Party to the dispute")
    assert not OF_TWO.search("on either side of the line, any other Party, the other side of the boundary")


def test_the_sums_looked_for_are_those_of_appointments() -> None:
    assert SUM_FOR_TWO.search("A neutral commission of five members")
    assert SUM_FOR_TWO.search("The four members shall be independent")
    assert SUM_FOR_TWO.search("who shall choose a fifth, the president")
    assert not SUM_FOR_TWO.search("Each Party shall appoint two members; the Parties may designate a third State")
