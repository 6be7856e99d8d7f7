"""What clauses require and what they conflict with, read once for each party."""

from __future__ import annotations

import pytest
from tests.assemble.making import clause, library, lines, made

from treatykit.assemble.rules import RulesBrokenError
from treatykit.library.index import Library


def shelf(rule: str = "", target: str = "", of: str = "one", topic_rule: str = "") -> Library:
    broken = {of: f"    {rule}: [{{target: {target}, because: maps are needed.}}]\n"} if rule else {}
    facts = (
        "params:\n  sheets: {type: text, prompt: Which sheets?}\noptions:\n  old: {prompt: Old ones?, default: false}\n"
    )
    return library(
        clause("border", "A border.", "Another border.", "A third.", of=broken, facts=topic_rule),
        clause("maps", "Maps {{ maps.sheets }} {{ maps.sheets }}.\n\n{?old} Old.", "Other maps.", facts=facts),
        framework=["border", "maps"],
    )


def broken(more: str, where: Library) -> list[str]:
    with pytest.raises(RulesBrokenError) as refused:
        made(more, where)
    return [each.message for each in refused.value.broken]


@pytest.mark.parametrize("target", ["maps", "maps/one", "{any: [arms, maps]}"])
def test_a_requirement_that_is_met_is_silent(target: str) -> None:
    assert made("", shelf("requires", target)).document


def test_a_missing_requirement_names_both_clauses_and_why() -> None:
    assert broken("omit: {maps: no}\n", shelf("requires", "maps")) == [
        "border/one requires maps, which the draft does not have: maps are needed"
    ]
    assert broken("choose: {maps: two}\n", shelf("requires", "maps/one")) == [
        "border/one requires maps/one, which the draft does not have: maps are needed"
    ]
    assert broken("omit: {maps: no}\n", shelf("requires", "{any: [maps/one, maps/two]}")) == [
        "border/one requires any of maps/one, maps/two, which the draft does not have: maps are needed"
    ]


def test_a_requirement_may_be_a_value_or_an_option() -> None:
    assert broken("", shelf("requires", "'param:maps.sheets'")) == [
        "border/one requires param:maps.sheets, which the draft does not have: maps are needed"
    ]
    assert made("params: {maps.sheets: K-1}\n", shelf("requires", "'param:maps.sheets'")).document
    assert made("params: {maps.sheets: }\n", shelf("requires", "'param:maps.sheets'")).document  # a blank on purpose
    assert broken("", shelf("requires", "'option:maps.old'"))
    assert made("options: {maps.old: true}\n", shelf("requires", "'option:maps.old'")).document


def test_a_wording_may_not_fit_a_type_of_text() -> None:
    for kind in ("memorandum", "declaration"):
        assert broken(f"type: {kind}\nchoose: {{border: one}}\n", shelf("conflicts", f"'type:{kind}'")) == [
            f"border/one does not fit a text of the type '{kind}': maps are needed"
        ]
        assert made(f"type: {kind}\nchoose: {{border: two}}\n", shelf("conflicts", f"'type:{kind}'")).document
    assert made("", shelf("conflicts", "'type:memorandum'")).document
    assert made("", shelf("requires", "'type:treaty'")).document
    assert broken("type: protocol\n", shelf("requires", "'type:treaty'")) == [
        "border/one fits only a text of the type 'treaty': maps are needed"
    ]


def test_a_conflict_names_both_clauses_and_why() -> None:
    assert broken("", shelf("conflicts", "maps/one")) == [
        "border/one is in conflict with maps/one, which the draft has: maps are needed"
    ]
    assert made("choose: {maps: two}\n", shelf("conflicts", "maps/one")).document


def warned(more: str, where: Library) -> list[str]:
    return [str(each) for each in made(more, where).diagnostics if each.code.startswith("rule-")]


def test_what_is_expected_and_missing_is_told_and_keeps_nobody_from_the_text() -> None:
    assert warned("", shelf("expects", "maps/one")) == []
    assert warned("omit: {maps: no}\n", shelf("expects", "maps")) == [
        "draft.yaml: warning: border/one expects maps, which the draft does not have: maps are needed [rule-expects] — "
        "take it too, or make sure that it can be missed"
    ]


def test_what_stands_uneasily_together_is_told_with_both_clauses_and_why() -> None:
    assert warned("choose: {maps: two}\n", shelf("cautions", "maps/one")) == []
    assert warned("", shelf("cautions", "maps/one")) == [
        "draft.yaml: warning: border/one stands uneasily beside maps/one, which the draft has: maps are needed "
        "[rule-cautions] — keep both only where that is meant"
    ]


def test_a_warning_names_those_in_whose_reading_it_holds() -> None:
    [warning] = warned("bracket: {maps: {KAR: one, TES: two}}\n", shelf("cautions", "maps/one"))

    assert "in the reading of KAR, border/one stands uneasily beside maps/one" in warning


def test_where_a_rule_refuses_the_warnings_are_not_told_besides() -> None:
    refused = "conflicts: [{target: maps/one, because: of maps.}]\n"

    assert broken("", shelf("cautions", "maps/one", topic_rule=refused)) == [
        "border/one is in conflict with maps/one, which the draft has: of maps"
    ]


def test_the_rules_of_a_topic_hold_for_each_of_its_wordings() -> None:
    topic_rule = "requires: [{target: maps, because: a border needs maps}]\n"

    for wording in ("one", "two", "three"):
        more = f"choose: {{border: {wording}}}\nomit: {{maps: no}}\n"
        assert broken(more, shelf(topic_rule=topic_rule)) == [
            f"border/{wording} requires maps, which the draft does not have: a border needs maps"
        ]


def test_every_broken_rule_is_told_at_once() -> None:
    topic_rule = "requires: [{target: maps, because: a border needs maps}]\n"

    assert len(broken("omit: {maps: no}\n", shelf("requires", "maps/one", topic_rule=topic_rule))) == 2


def test_competing_options_are_never_held_against_each_other() -> None:
    more = "bracket: {border: {KAR: one, TES: two}, maps: {KAR: two, TES: one}}\n"

    assert made(more, shelf("conflicts", "maps/one")).document


def test_a_reading_that_breaks_a_rule_is_attributed() -> None:
    more = "bracket: {border: {KAR: one, TES: two}, maps: {KAR: one, TES: two}}\n"

    assert broken(more, shelf("conflicts", "maps/one")) == [
        "in the reading of KAR, border/one is in conflict with maps/one, which the draft has: maps are needed"
    ]


def test_a_reference_requires_its_topic_unless_a_condition_guards_it() -> None:
    plain = library(clause("border", "See {@maps}."), clause("maps", "Maps."), framework=["border", "maps"])
    guarded = library(
        clause("border", "A line.\n\n{?@maps} See {@maps}."), clause("maps", "Maps."), framework=["border", "maps"]
    )

    assert broken("omit: {maps: no}\n", plain) == [
        "border/one refers to maps, which the draft does not have: its text would point at nothing"
    ]
    assert lines(made("omit: {maps: no}\n", guarded)) == ["Article 1 Border", "A line."]


def test_a_reference_in_a_drafting_note_requires_nothing() -> None:
    noted = library(
        clause("border", "A line.\n\n> See {@maps}."), clause("maps", "Maps."), framework=["border", "maps"]
    )

    assert made("omit: {maps: no}\n", noted).document
