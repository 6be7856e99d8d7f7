from __future__ import annotations

import pytest
from tests.library.samples import clause_file, library

from treatykit.errors import ContentError, Errors
from treatykit.library.index import ClauseNotFoundError, Library
from treatykit.library.targets import TopicTarget
from treatykit.library.uses import Use, UseKind, read_target, uses

PROFILE = """\
format: treatykit-profile/1
id: framework
title: Framework
summary: What can be agreed now.
topics:
  - {topic: maps, alternative: full}
"""

CLAUSES = library(
    clause_file(
        "maps",
        {"full": "Maps are authentic.", "none": "No word."},
        rules={"none": "requires: [{target: transit, because: of it.}]"},
    ),
    clause_file("transit", "Freedom of transit. See {@maps}.", facts="conflicts: [{target: maps/none, because: no.}]"),
    clause_file("border", "The border is shown on\nmaps of the Parties."),
    profiles={"framework": PROFILE},
)


def used(written: str, clauses: Library = CLAUSES) -> tuple[Use, ...]:
    return uses(clauses, read_target(clauses, written))


def test_the_uses_of_a_topic_are_profiles_rules_and_references() -> None:
    assert used("maps") == (
        Use(UseKind.HOLDS, "framework", "full"),
        Use(UseKind.CONFLICTS, "transit", None, "no.", "maps/none"),
        Use(UseKind.REFERS, "transit", "full"),
    )
    assert used("transit") == (Use(UseKind.REQUIRES, "maps", "none", "of it."),)
    assert used("border") == ()


OWN = library(
    clause_file(
        "transit",
        {
            "full": "1. {#free} Free for {{ transit.hours }} hours.\n\n2. {?night} At night.",
            "none": "{{ host.short }} says.",
        },
        facts="""\
        params:
          hours: {type: integer, prompt: How long?}
          host: {type: party, prompt: Who?}
        options:
          night: {prompt: At night?, default: false}
        """,
    ),
    clause_file(
        "maps",
        {"full": "As in {@transit#free}.", "none": "1. Maps.\n\n2. {?@transit} Of routes."},
        rules={
            "none": "conflicts: [{target: 'transit/none', because: no.}, {target: 'param:transit.hours', because: so.}]"
        },
    ),
    profiles={"framework": PROFILE.replace("maps", "transit") + "exclude: [{target: maps/full, because: not yet.}]\n"},
)


HOURS = [("holds", "framework", "full"), ("conflicts", "maps", "none"), ("prints", "transit", "full")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("transit/full", [("holds", "framework", "full"), ("refers", "maps", "full")]),
        ("transit/none", [("conflicts", "maps", "none")]),
        ("maps/full", [("excludes", "framework", None)]),
        ("transit.hours", HOURS),
        ("param:transit.hours", HOURS),
        ("option:transit.night", [("holds", "framework", "full"), ("depends", "transit", "full")]),
        ("host", [("prints", "transit", "none")]),
        ("param:host", [("prints", "transit", "none")]),
    ],
)  # fmt: skip
def test_wordings_parameters_options_and_roles_have_uses_too(
    written: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(use.kind.value, use.user, use.alternative) for use in used(written, OWN)] == expected


def test_a_condition_is_a_use_of_the_topic() -> None:
    assert Use(UseKind.DEPENDS, "maps", "none") in used("transit", OWN)


def test_a_rule_on_one_wording_is_told_apart_from_a_rule_on_the_topic() -> None:
    [excluded] = [use for use in used("maps", OWN) if use.kind is UseKind.EXCLUDES]
    [same] = [use for use in used("maps/full", OWN) if use.kind is UseKind.EXCLUDES]
    conflicts = [use.names for use in used("transit", OWN) if use.kind is UseKind.CONFLICTS]

    assert (excluded.names, same.names) == ("maps/full", "")
    assert conflicts == ["transit/none", "param:transit.hours"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("transit/ful", "no alternative 'ful' in 'transit' — did you mean 'full'?"),
        ("transit.hour", "no parameter or option 'hour' in 'transit' — did you mean 'hours'?"),
        ("option:transit.hours", "no option 'hours' in 'transit' — there are night"),
        ("hots", "no clause 'hots' in the library — did you mean 'host'?"),
        ("parm:host", "'parm:host' names nothing in the library — "),
    ],
)
def test_what_the_library_does_not_have_is_an_error(written: str, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        used(written, OWN)

    assert str(refused.value).startswith(message)


def test_an_unknown_topic_has_no_uses_but_an_error() -> None:
    with pytest.raises(ClauseNotFoundError, match="did you mean 'maps'"):
        used("map")


def test_a_clause_that_is_wrong_hides_none_of_the_others() -> None:
    wrong = clause_file("maps", "Maps.").replace("kind: article", "kind: artikle")
    transit = clause_file("transit", "Maps.", facts="requires: [{target: maps, because: so.}]")
    errors = Errors()

    assert [use.user for use in uses(library(wrong, transit), TopicTarget("maps"), errors)] == ["transit"]
    assert errors.found == []  # it uses itself as little as any other does
