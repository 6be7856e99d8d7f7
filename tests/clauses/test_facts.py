"""What the packaged clauses and profiles say about themselves, and what they promise each other."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY, TOPICS, every_choice, every_topic, rules_of, words

from treatykit.assemble.specimen import specimen
from treatykit.check.checking import check_document
from treatykit.library.clause import Clause, labels
from treatykit.library.consistency import library_findings
from treatykit.library.params import DurationParam, IntegerParam
from treatykit.library.targets import AlternativeTarget, TopicTarget, TypeTarget, simple_targets
from treatykit.markup import syntax
from treatykit.markup.walk import occurrences
from treatykit.model.words import words_of

every_variant = pytest.mark.parametrize("variant", ["framework", "partial", "comprehensive"])


# --- The library as a whole -----------------------------------------------------------------------


def test_every_clause_and_profile_loads_and_they_fit_each_other() -> None:
    assert library_findings(LIBRARY) == ()


def test_a_draft_finds_all_the_topics_it_is_made_of() -> None:
    assert set(TOPICS) >= {
        "preamble",
        "establishment-of-peace",
        "recognition",
        "no-territorial-claims",
        "non-use-of-force",
        "delimitation-basis",
        "border-commission",
        "transit-principles",
        "transit-controls",
        "dispute-settlement",
        "entry-into-force",
        "languages",
        "testimonium",
    }


def test_no_two_topics_have_the_same_title() -> None:
    titles = [facts.title for facts in LIBRARY.listing()]

    assert len(set(titles)) == len(titles)


# --- Profiles -------------------------------------------------------------------------------------


def test_a_comprehensive_text_has_every_topic() -> None:
    assert {choice.topic for choice in LIBRARY.profile("comprehensive").topics} == set(TOPICS)


def test_a_framework_says_why_it_is_silent_on_transit_and_maps() -> None:
    excluded = {str(rule.target): rule.because for rule in LIBRARY.profile("framework").exclude}

    assert excluded.keys() >= {"transit-principles", "transit-controls", "delimitation-basis/map-series"}
    assert all(len(because.split()) > 8 for because in excluded.values())


def test_a_framework_does_not_speak_of_what_it_leaves_out() -> None:
    for choice in LIBRARY.profile("framework").topics:
        text = words(LIBRARY.clause(choice.topic).wording(choice.alternative).blocks)
        assert not re.search(r"\b(?:maps?|transit|routes?|controls|coordinates|enclaves?)\b", text), choice


@every_variant
def test_a_profile_leaves_nothing_out_without_a_reason(variant: str) -> None:
    profile = LIBRARY.profile(variant)
    chosen = {choice.topic for choice in profile.topics}
    excluded = {str(rule.target) for rule in profile.exclude}

    assert set(TOPICS) - chosen <= excluded


def test_a_variant_is_deeper_than_the_one_before() -> None:
    depths = {
        variant: [
            ("enabling", "principles", "full").index(LIBRARY.clause(each.topic).facts_on(each.alternative).depth)
            for each in LIBRARY.profile(variant).topics
        ]
        for variant in ("framework", "partial", "comprehensive")
    }

    assert sum(depths["framework"]) < sum(depths["partial"]) < sum(depths["comprehensive"])
    assert min(depths["comprehensive"]) >= 1


@pytest.mark.parametrize("kind", ["memorandum", "declaration"])
def test_what_creates_no_obligation_is_not_ratified(kind: str) -> None:
    for alternative in LIBRARY.clause("entry-into-force").facts.alternatives:
        wording = LIBRARY.clause("entry-into-force").wording(alternative.id)
        refused = {str(rule.target) for rule in alternative.conflicts}

        assert ("ratification" in words(wording.blocks)) is (f"type:{kind}" in refused)


def test_what_creates_no_obligation_is_not_registered_as_a_treaty() -> None:
    assert "type:memorandum" in {str(rule.target) for rule in LIBRARY.facts("registration").conflicts}


# --- What is said about a wording -----------------------------------------------------------------

OPPOSITE: Final = [
    ("a party against which more is claimed", "a party that has a claim to keep"),
    ("a party seeking assurance", "a party that relies on itself"),
    ("a party seeking assurance", "the host Party"),
    ("a party that relies on an ally", "a party without allies at the boundary"),
    ("a party that relies on the amendment", "a party whose law is in question"),
    ("the State in which displaced persons found refuge", "the State in whose territory the former homes lie"),
    ("the transit State", "the user of the route"),
]
"""Roles across the table from each other. To leave a question open is no side: what opens less is shorter."""


@every_topic
def test_wordings_for_opposite_sides_are_about_as_long(clause: Clause) -> None:
    """As carefully drafted for the one as for the other, as far as that can be counted: the longer within 30 %."""
    lengths: dict[str, list[int]] = {}
    for each in clause.facts.alternatives:
        lengths.setdefault(each.favours, []).append(words_of(specimen(LIBRARY, clause.topic, each.id)))

    for one, other in OPPOSITE:
        for shorter, longer in map(sorted, product(lengths.get(one, []), lengths.get(other, []))):
            assert longer <= 1.3 * shorter, (one, other)


@every_topic
def test_a_topic_offers_a_choice_and_teaches_what_turns_on_it(clause: Clause) -> None:
    assert len(clause.facts.alternatives) >= 2
    assert clause.facts.sources
    assert clause.body.commentary
    assert len(words(clause.body.commentary.blocks).split()) >= 150


OF_A_WHOLE_TEXT: Final = ["no-entry-into-force", "preamble-only"]
"""What is asked of a text and not of a wording."""
COUNTED: Final = ["open-texture", "open-bracket"]
"""What is told and no fault: terms that stay open, and the wording that shows brackets."""
OF_ITS_ARTICLE: Final = ["undefined-term"]
"""What is not asked of an annex: the article that it goes with defines the terms."""


@every_choice
def test_nobody_would_object_to_a_wording(topic: str, alternative: str) -> None:
    elsewhere = OF_ITS_ARTICLE if LIBRARY.facts(topic).kind == "annex" else []
    for parties in (2, 3):
        alone = specimen(LIBRARY, topic, alternative, parties=parties)
        found = check_document(alone, "wording", without=[*OF_A_WHOLE_TEXT, *COUNTED, *elsewhere])

        assert list(map(str, found)) == []


@every_topic
def test_an_argument_is_put_into_the_mouth_of_a_role(clause: Clause) -> None:
    for alternative in clause.facts.alternatives:
        assert alternative.pro.startswith(("A party ", "The party "))
        assert alternative.against.startswith(("A party ", "The party "))


@every_topic
def test_every_blank_and_every_option_comes_with_a_question(clause: Clause) -> None:
    for name, spec in (*clause.facts.params.items(), *clause.facts.options.items()):
        assert re.search(r"\?$|\?\)$|\)\?$", spec.prompt), name


@every_topic
def test_a_rule_gives_its_reason_in_a_clause_that_goes_on_after_because(clause: Clause) -> None:
    for owner, _, rule in rules_of(clause):
        assert rule.because[0].islower(), owner
        assert rule.because.endswith("."), owner
        assert len(rule.because.split()) >= 8, owner


@every_topic
def test_a_conflict_is_stated_on_both_sides(clause: Clause) -> None:
    for owner, kind, rule in rules_of(clause):
        for target in simple_targets(rule.target) if kind == "conflicts" else ():
            if isinstance(target, TypeTarget):
                continue  # a type of text states nothing
            assert isinstance(target, TopicTarget | AlternativeTarget)
            stated = [
                (maker, str(back))
                for maker, other_kind, other in rules_of(LIBRARY.clause(target.topic))
                for back in simple_targets(other.target)
                if other_kind == "conflicts"
            ]
            assert (str(target), owner) in stated


@every_topic
def test_words_are_quoted_from_a_precedent_only_in_its_citation(clause: Clause) -> None:
    assert not any(source.relation == "quoted" for source in clause.facts.sources)


@every_topic
def test_a_source_says_how_sure_it_is(clause: Clause) -> None:
    """What is neither compared with its text nor well known is not cited at all."""
    assert all(source.confidence in ("verified", "known") for source in clause.facts.sources)


@every_topic
def test_a_length_of_time_has_a_value_that_stands_unless_the_parties_choose(clause: Clause) -> None:
    for name, spec in clause.facts.params.items():
        if isinstance(spec, DurationParam):
            assert spec.default is not None, name
            assert spec.min is not None, name
            assert spec.max is not None, name


def days(topic: str) -> dict[str, int]:
    """The times and numbers of a topic that stand unless a draft says otherwise."""
    params = LIBRARY.facts(topic).params
    return {
        name: int(each.default or 0) for name, each in params.items() if isinstance(each, DurationParam | IntegerParam)
    }


def test_the_days_of_a_withdrawal_add_up() -> None:
    """The line is settled before the first list is due, and there is time for a visit between two phases."""
    article, annex = days("withdrawal"), days("withdrawal-calendar")
    begins, settled = 0, article["information"] + 10

    for phase in ("phase_one", "phase_two", "phase_three"):
        assert article[phase] - annex["list"] >= max(begins, settled)
        begins = article[phase] + 6
    assert annex["list"] > annex["opening"] > annex["departure"] > annex["arrival"]
    assert article["time"] - annex["first_list"] >= settled


@every_choice
def test_time_that_runs_from_the_entry_into_force_requires_the_article_on_it(topic: str, alternative: str) -> None:
    clause = LIBRARY.clause(topic)
    counts = re.search(
        r"(?:within|after) [^.;]*?of the entry into force", words(clause.wording(alternative).blocks), re.IGNORECASE
    )
    required = {
        target.topic
        for rule in (*clause.facts.requires, *clause.facts_on(alternative).requires)
        for target in simple_targets(rule.target)
    }

    assert not counts or topic == "entry-into-force" or "entry-into-force" in required


@every_choice
def test_a_label_of_another_topic_stands_in_every_wording_it_may_meet(topic: str, alternative: str) -> None:
    clause = LIBRARY.clause(topic)
    for found in occurrences(clause.wording(alternative)):
        if isinstance(found.node, syntax.Reference) and found.node.topic and found.node.label:
            other = LIBRARY.clause(found.node.topic)
            allowed = {
                target.alternative
                for rule in (*clause.facts.requires, *clause.facts_on(alternative).requires)
                for target in simple_targets(rule.target)
                if isinstance(target, AlternativeTarget) and target.topic == other.topic
            } or {each.id for each in other.facts.alternatives}
            assert all(found.node.label in labels(other.wording(each)) for each in allowed)
