from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from tests.library.samples import clause_file, library

from treatykit.library.clause import Clause
from treatykit.library.rules import Selection, Violation, broken_rules
from treatykit.library.schema import RuleKind
from treatykit.library.targets import AlternativeTarget, ParamTarget, TopicTarget
from treatykit.markup.syntax import Reference

CLAUSES = library(
    clause_file(
        "transit",
        {
            "full": "Peace, see {@maps}. See {@maps}.",
            "free": "{{ transit_state.short }} waits {{ maps.scale }} days.\n\n> {{ war.days }}",
        },
        facts="""\
            params:
              transit_state: {type: party, prompt: Who?}
            requires:
              - {target: peace, because: there is no transit in war.}
            conflicts:
              - {target: war, because: the reason is plain.}
            """,
        rules={"free": "requires: [{target: 'param:transit_state', because: somebody has to wait.}]"},
    ),
    clause_file(
        "maps",
        {
            "agreed": "1. {#scale}{?exact} Scale {{ maps.scale }}.\n\n2. [A: See {@war}.]",
            "none": "There are none. {@#dates}\n\n1. {#dates}{?exact} Dates.",
        },
        facts="""\
            params:
              scale: {type: integer, prompt: Which?}
            options:
              exact: {prompt: Is it?, default: true}
            """,
        rules={
            "none": (
                "requires:\n  - target: {any: [commission/neutral, 'option:maps.exact']}\n"
                "    because: somebody has to decide."
            )
        },
    ),
    clause_file("peace", {"hereby": "Peace. {@maps#scale}", "silent": "{?@maps} See {@maps}.\n\n> {@war}"}),
    clause_file(
        "war",
        "War.",
        facts="conflicts:\n  - {target: transit, because: it cannot be.}\n  - {target: peace, because: they differ.}\n",
    ),
    clause_file("commission", {"neutral": "Judges.", "bilateral": "Members."}),
    clause_file(
        "languages",
        "{?!seals} See {@peace}.\n\n{?!@war} See {@transit}.",
        facts="options: {seals: {prompt: Are there?, default: false}}",
    ),
)
BY_TOPIC: Mapping[str, Clause] = {topic: CLAUSES.clause(topic) for topic in CLAUSES.topics()}

alternatives = st.dictionaries(st.sampled_from(sorted(BY_TOPIC)), st.integers(0, 1)).map(
    lambda chosen: {
        topic: BY_TOPIC[topic].body.alternatives[number % len(BY_TOPIC[topic].body.alternatives)].id
        for topic, number in chosen.items()
    }
)


@st.composite
def readings(draw: st.DrawFn) -> list[Selection]:
    params = frozenset(draw(st.sets(st.sampled_from(["transit_state", "maps.scale"]))))
    options = frozenset(draw(st.sets(st.sampled_from(["maps.exact"]))))
    return [
        Selection(alternatives=draw(alternatives), params=params, options=options, reader=party) for party in ("A", "B")
    ]


def broken(*params_and_options: str, reader: str | None = None, **chosen: str) -> list[tuple[RuleKind, str, object]]:
    names = frozenset(params_and_options)
    selection = Selection(alternatives=chosen, params=names, options=names, reader=reader)
    violations = broken_rules([selection], BY_TOPIC)
    return [(each.kind, f"{each.topic}/{each.alternative}", each.target) for each in violations]


@given(readings=readings())
def test_several_readings_break_what_each_breaks_by_itself(readings: list[Selection]) -> None:
    together = broken_rules(readings, BY_TOPIC)

    for reading in readings:
        alone = broken_rules([reading], BY_TOPIC)
        shared = [each for each in together if not each.readers or reading.reader in each.readers]
        assert {(each.topic, each.target, each.because) for each in alone} == {
            (each.topic, each.target, each.because) for each in shared
        }


@given(readings=readings())
def test_the_order_of_the_text_is_the_order_of_the_report(readings: list[Selection]) -> None:
    topics = list(readings[0].alternatives)
    told = [topics.index(each.topic) for each in broken_rules(readings[:1], BY_TOPIC)]

    assert told == sorted(told)


def test_a_draft_that_has_what_it_needs_breaks_nothing() -> None:
    assert broken("maps.exact", peace="hereby", transit="full", maps="agreed", reader="B") == []


def test_what_is_required_must_be_there() -> None:
    assert broken(transit="free", maps="agreed", reader="B") == [
        (RuleKind.REQUIRES, "transit/free", TopicTarget("peace")),
        (RuleKind.REQUIRES, "transit/free", ParamTarget(None, "transit_state")),
    ]
    assert broken("transit_state", transit="free", maps="agreed", peace="silent", reader="B") == []


def test_one_of_several_targets_is_enough() -> None:
    def of_maps(*names: str, **chosen: str) -> list[RuleKind]:
        return [kind for kind, _, _ in broken(*names, maps="none", **chosen)]

    assert RuleKind.REQUIRES in of_maps()
    assert RuleKind.REQUIRES in of_maps(commission="bilateral")
    assert RuleKind.REQUIRES not in of_maps(commission="neutral")
    assert RuleKind.REQUIRES not in of_maps("maps.exact")


def test_a_conflict_that_both_sides_declare_is_told_once() -> None:
    told = broken(transit="full", maps="agreed", war="full", peace="silent")

    assert [each for each in told if each[0] is RuleKind.CONFLICTS] == [
        (RuleKind.CONFLICTS, "transit/full", TopicTarget("war")),
        (RuleKind.CONFLICTS, "war/full", TopicTarget("peace")),
    ]


def test_a_reference_implies_that_its_topic_is_there() -> None:
    assert broken(peace="hereby") == [(RuleKind.REFERS, "peace/hereby", Reference("maps", "scale"))]


def test_a_reference_needs_the_label_in_the_chosen_wording_and_printed() -> None:
    refers = (RuleKind.REFERS, "peace/hereby", Reference("maps", "scale"))

    assert refers in broken("maps.exact", peace="hereby", maps="none", commission="neutral")
    assert refers in broken(peace="hereby", maps="agreed", reader="B")
    assert refers not in broken("maps.exact", peace="hereby", maps="agreed", reader="B")


def test_a_reference_within_a_clause_needs_its_passage_printed() -> None:
    refers = (RuleKind.REFERS, "maps/none", Reference("maps", "dates"))

    assert refers in broken(maps="none", commission="neutral")
    assert refers not in broken("maps.exact", maps="none")


def test_a_reference_on_condition_or_in_a_note_implies_nothing() -> None:
    assert broken(peace="silent") == []


def test_a_reference_on_a_condition_that_is_not_to_hold_implies_its_topic_when_it_does_not() -> None:
    assert broken(languages="full") == [
        (RuleKind.REFERS, "languages/full", Reference("peace")),
        (RuleKind.REFERS, "languages/full", Reference("transit")),
    ]
    assert broken("languages.seals", languages="full", war="full") == []


def test_a_reference_to_nothing_is_told_once_with_its_first_place() -> None:
    (violation,) = broken_rules([Selection(alternatives={"transit": "full", "peace": "silent"})], BY_TOPIC)

    assert violation.target == Reference("maps")
    assert violation.where
    assert violation.where.column == len("Peace, see ") + 1


def test_a_value_of_another_topic_implies_that_it_is_there() -> None:
    refers = (RuleKind.REFERS, "transit/free", TopicTarget("maps"))

    assert refers in broken("transit_state", transit="free", peace="silent")


def test_what_a_party_proposes_is_held_against_its_own_reading_only() -> None:
    refers = (RuleKind.REFERS, "maps/agreed", Reference("war"))

    assert refers in broken(maps="agreed", reader="A")
    assert refers not in broken(maps="agreed", reader="B")


def test_a_violation_names_both_sides_the_reason_and_the_reader() -> None:
    readings = [
        Selection(alternatives={"peace": "silent", "war": "full"}, reader="A"),
        Selection(alternatives={"peace": "silent"}, reader="B"),
    ]

    (violation,) = broken_rules(readings, BY_TOPIC)

    assert violation == Violation(
        kind=RuleKind.CONFLICTS,
        topic="war",
        alternative="full",
        target=TopicTarget("peace"),
        because="they differ.",
        readers=("A",),
    )
    assert violation.message == (
        "in the reading of A, war/full is in conflict with peace, which the draft has: they differ."
    )


def test_the_message_of_a_missing_wording_names_the_wording() -> None:
    violation = Violation(
        kind=RuleKind.REQUIRES, topic="a", alternative="b", target=AlternativeTarget("maps", "agreed"), because="why."
    )

    assert violation.message == "a/b requires maps/agreed, which the draft does not have: why."
