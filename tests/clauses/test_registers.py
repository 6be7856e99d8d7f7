"""The packaged wordings, said in a text that is not meant to bind in law."""

from __future__ import annotations

import re
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY, WORDINGS

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.befitting import unfit
from treatykit.assemble.draft import read_draft
from treatykit.assemble.register import USUAL, Designation
from treatykit.assemble.rules import RulesBrokenError
from treatykit.assemble.specimen import specimen
from treatykit.check.checking import check_document
from treatykit.diagnostics import Severity
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.model.divisions import Divisions
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs
from treatykit.readers.markdown import read_markdown
from treatykit.writers.markdown import write_markdown

MEMORANDUM, DECLARATION = InstrumentType.MEMORANDUM, InstrumentType.DECLARATION

OF_A_TREATY: Final = re.compile(
    r"\b(?:shall|agree(?:s|d|ing|ments?)?|undert(?:ak\w*|ook)|into force|ratif\w+|consent to be bound|authentic|"
    r"hereby|with binding effect|is binding|final and binding|without any further act|"
    r"denounce\w*|denunciation|IN WITNESS|DONE|duly authorized|their seals|breach\w*|reservations?|"
    r"obligations? (?:in|laid down|concerned|of)|Article 102)\b|\bPart(?:y|ies)\b(?!’)"
)
"""What only a treaty says of itself (Aust, *Modern Treaty Law and Practice*; United Kingdom, guidance of 2021)."""

OF_OTHERS: Final = re.compile(
    r"States? Part(?:y|ies)|rights and obligations|not subject to ratification"
    r"|reservation (?:relating|to (?:it|another treaty))|understanding or reservation|declaration or reservation"
    r"|A reservation or an interpretative statement"
)
"""What the law and other instruments are said to hold."""

FITTING: Final = [
    (instrument, topic, alternative)
    for topic, alternative in WORDINGS
    for instrument in (MEMORANDUM, DECLARATION)
    if not unfit(LIBRARY.facts(topic), instrument)
    and not unfit(LIBRARY.clause(topic).facts_on(alternative), instrument)
]


def words(document: Document) -> str:
    """The text, without drafting notes and without what a draft decides."""
    found = "\n".join(inlines_text(one.inlines) for one in paragraphs(document) if one.role is not Role.DRAFTING_NOTE)
    return re.sub(r"‹[^›]*›", "–", found)


@pytest.mark.parametrize(("instrument", "topic", "alternative"), FITTING)
def test_no_wording_binds_in_a_text_that_is_not_meant_to(
    instrument: InstrumentType, topic: str, alternative: str
) -> None:
    said = words(specimen(LIBRARY, topic, alternative, instrument=instrument))

    assert OF_A_TREATY.findall(OF_OTHERS.sub("", said)) == []


@pytest.mark.parametrize(("topic", "alternative"), WORDINGS)
def test_a_treaty_has_no_words_of_another_register(topic: str, alternative: str) -> None:
    said = words(specimen(LIBRARY, topic, alternative, instrument=InstrumentType.TREATY))

    assert not re.search(r"\b(?:will|Participants?|Sides?|comes? into effect|equally valid)\b", said)


BARE: Final = """\
format: treatykit-draft/1
title: {title}
type: {instrument}
variant: framework
parties:
  KAR: {{full: the Republic of Karvela, short: Karvela, language: Karvelan}}
  TES: {{full: the Republic of Tesmar, short: Tesmar, language: Tesmari}}
{more}"""
TITLES: Final = {MEMORANDUM: "Memorandum of Understanding on Peace", DECLARATION: "Joint Declaration on Peace"}

every_political_text = pytest.mark.parametrize(
    ("instrument", "variant"),
    [(kind, variant) for kind in TITLES for variant in ("framework", "partial", "comprehensive")],
)


def built(instrument: InstrumentType, variant: str, more: str = "") -> Assembly:
    """What a draft makes that says nothing but who concludes the text and what it is called."""
    text = BARE.format(title=TITLES[instrument], instrument=instrument, more=more)
    return assemble(read_draft(text, "draft.yaml"), LIBRARY, variant=variant)


@every_political_text
def test_the_type_alone_makes_a_whole_text_of_its_register(instrument: InstrumentType, variant: str) -> None:
    made = built(instrument, variant)
    said = words(made.document)

    assert OF_A_TREATY.findall(OF_OTHERS.sub("", said)) == []
    assert re.findall(r"\bregist(?:ered|ration) with\b|\bhas came\b", said) == []
    assert [choice.topic for choice in made.spoken if choice.topic == "registration"] == []
    assert "\nSigned at ______ on ______, in two originals" in said
    assert "is not meant to create rights or obligations under international law" in said
    assert f"(hereinafter referred to as “the {USUAL[register_of(instrument)].several}”)" in said


@pytest.mark.parametrize("variant", ["framework", "partial", "comprehensive"])
@pytest.mark.parametrize("divisions", [Divisions.PARAGRAPHS, Divisions.SECTIONS])
def test_a_memorandum_has_no_articles(divisions: Divisions, variant: str) -> None:
    document = built(MEMORANDUM, variant, f"divisions: {divisions}\n").document

    assert not re.search(r"\b[Aa]rticles?\b(?! \d)", words(document))
    assert [str(each) for each in check_document(document, "draft") if each.code == "broken-reference"] == []
    assert read_markdown(write_markdown(document).encode(), "memorandum.md").document.body == document.body


@every_political_text
def test_nothing_is_wrong_with_such_a_text(instrument: InstrumentType, variant: str) -> None:
    found = check_document(built(instrument, variant).document, "draft")

    assert [str(each) for each in found if each.severity is not Severity.NOTE] == []


def test_a_wording_that_only_a_treaty_can_have_gives_way_to_the_least_binding_one_and_a_note() -> None:
    made = built(MEMORANDUM, "comprehensive")

    assert [str(each) for each in made.diagnostics if each.code == "wording-of-the-type"][-2:] == [
        "draft.yaml:3:7: note: 'entry-into-force/ratification' does not fit a memorandum; 'signature' stands "
        "[wording-of-the-type]",
        "draft.yaml:3:7: note: 'duration/no-denunciation' does not fit a memorandum; 'denunciation' stands "
        "[wording-of-the-type]",
    ]


def test_what_the_draft_itself_chooses_is_refused_and_not_replaced() -> None:
    with pytest.raises(RulesBrokenError, match="registration/either-party does not fit a text of the type"):
        built(MEMORANDUM, "framework", "choose: {registration: either-party}\n")


@pytest.mark.parametrize("called", Designation)
def test_the_draft_may_say_what_its_parties_are_called(called: Designation) -> None:
    said = words(built(DECLARATION, "comprehensive", f"designation: {called}\n").document)
    others = [other for other in Designation if other is not called]

    assert f"“the {called.several}”" in said
    for other in others:
        assert not re.search(rf"\b(?:{other.one}|{other.several})\b", OF_OTHERS.sub("", said))
