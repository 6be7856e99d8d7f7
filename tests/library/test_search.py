from __future__ import annotations

import pytest
from tests.library.samples import clause_file, library

from treatykit.errors import ContentError, Errors
from treatykit.library.index import ClauseNotFoundError
from treatykit.library.search import Use, UseKind, search, uses

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


def test_titles_weigh_more_than_words_of_the_text() -> None:
    assert [hit.topic for hit in search(CLAUSES, "MAPS")] == ["maps", "border"]


def test_all_words_must_be_there_as_beginnings_of_words() -> None:
    assert [hit.topic for hit in search(CLAUSES, "bord auth")] == []
    assert [hit.topic for hit in search(CLAUSES, "free trans")] == ["transit"]
    assert search(CLAUSES, "ransit") == search(CLAUSES, "") == ()


def test_a_hit_shows_the_paragraph_that_holds_the_word() -> None:
    (hit,) = search(CLAUSES, "shown on maps")

    assert (hit.found_in, hit.passage) == ("text", "The border is shown on maps of the Parties.")


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


def test_a_clause_that_is_wrong_is_told_and_the_others_are_found() -> None:
    wrong = clause_file("maps", "Maps.").replace("kind: article", "kind: artikle").replace("title: Maps\n", "")
    clauses = library(
        wrong, clause_file("transit", "Maps of transit.", facts="requires: [{target: maps, because: so.}]")
    )
    searched, used = Errors(), Errors()

    assert [hit.topic for hit in search(clauses, "maps", searched)] == ["transit"]
    assert [use.user for use in uses(clauses, "maps", used)] == ["transit"]
    assert used.found == []  # it uses itself as little as any other does
    assert [str(error).split(" — ")[0] for error in searched.found] == [
        "clauses/maps.md:4:7: 'artikle' is not possible here",
        "clauses/maps.md:2:1: 'title' is missing",
    ]
    with pytest.raises(ContentError) as refused:
        search(clauses, "maps")
    assert len(refused.value.lines) == 2
