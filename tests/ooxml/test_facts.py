"""What a Word file of ours keeps in its custom part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.strategies import stances

from treatykit.model.content import Position, Stance
from treatykit.model.document import Party
from treatykit.model.plain import attribution
from treatykit.model.properties import Role
from treatykit.ooxml.attributions import parse_attribution
from treatykit.ooxml.facts import ChangeFact, Facts, MilestoneFact, SlotFact, facts_xml, read_facts

FACTS = Facts(
    keys={"_tk_k1_ban": "recognition#ban"},
    slots={"_tk_s1": SlotFact("transit-controls.hours", "How many hours?"), "_tk_s2": SlotFact("x")},
    references={"_tk_r1": "recognition#ban", "_tk_r2": None},
    paragraphs={"_tk_p1": (Role.ARTICLE, 0)},
    milestones={
        "_tk_m1": MilestoneFact("definition-open"),
        "_tk_m2": MilestoneFact(None, (Stance("A: B"), Stance("C", Position.OPPOSES))),
    },
    changes=(ChangeFact(1, (4, 5)), ChangeFact(2, (9,), move=True)),
    date="3 May 2026",
    variant="framework",
    parties=(Party(code="KAR", short="Karvela", full="the Republic of Karvela"),),
)


def test_facts_written_are_the_facts_read() -> None:
    data = etree.tostring(facts_xml(FACTS))

    assert read_facts(etree.fromstring(data)) == FACTS


def test_another_custom_part_says_nothing_to_us() -> None:
    assert read_facts(etree.fromstring(b"<b:Sources xmlns:b='urn:bibliography'/>")) is None


def test_what_does_not_fit_is_left_out() -> None:
    root = facts_xml(FACTS)
    for paragraph in root.iterchildren("{*}paragraph"):
        paragraph.set("role", "emperor")
    for stance in root.iter("{*}stance"):
        stance.set("position", "shrugs")

    found = read_facts(root)

    assert found is not None
    assert found.paragraphs == {}
    assert found.milestones["_tk_m2"] == MilestoneFact()


@given(stances)
def test_an_attribution_reads_back_or_says_that_it_cannot(said: tuple[Stance, ...]) -> None:
    found = parse_attribution(f"{attribution(said)}: " if said else "")

    assert found is None or attribution(found) == attribution(said)


def test_attributions_are_read_as_they_are_printed() -> None:
    assert parse_attribution("") == ()
    assert parse_attribution("KAR, TES: ") == (Stance("KAR"), Stance("TES"))
    assert parse_attribution("KAR; TES opposes: ") == (Stance("KAR"), Stance("TES", Position.OPPOSES))
    assert parse_attribution("KAR reserves: ") == (Stance("KAR", Position.RESERVES),)
    assert parse_attribution("shall") is None


@given(st.text(max_size=20))
def test_no_text_between_brackets_breaks_the_reading(text: str) -> None:
    parse_attribution(text)
