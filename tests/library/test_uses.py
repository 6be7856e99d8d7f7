from __future__ import annotations

import pytest
from tests.library.samples import clause_file, library

from treatykit.errors import Errors
from treatykit.library.index import ClauseNotFoundError
from treatykit.library.uses import Use, UseKind, uses

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


def test_the_uses_of_a_topic_are_profiles_rules_and_references() -> None:
    assert uses(CLAUSES, "maps") == (
        Use(UseKind.HOLDS, "framework", "full"),
        Use(UseKind.CONFLICTS, "transit", None, "no."),
        Use(UseKind.REFERS, "transit", "full"),
    )
    assert uses(CLAUSES, "transit") == (Use(UseKind.REQUIRES, "maps", "none", "of it."),)
    assert uses(CLAUSES, "border") == ()


def test_an_unknown_topic_has_no_uses_but_an_error() -> None:
    with pytest.raises(ClauseNotFoundError, match="did you mean 'maps'"):
        uses(CLAUSES, "map")


def test_a_clause_that_is_wrong_hides_none_of_the_others() -> None:
    wrong = clause_file("maps", "Maps.").replace("kind: article", "kind: artikle")
    transit = clause_file("transit", "Maps.", facts="requires: [{target: maps, because: so.}]")
    errors = Errors()

    assert [use.user for use in uses(library(wrong, transit), "maps", errors)] == ["transit"]
    assert errors.found == []  # it uses itself as little as any other does
