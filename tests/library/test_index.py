from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from tests.library.samples import clause_file, library

from treatykit.errors import ContentError, Where
from treatykit.library.index import ClauseNotFoundError, Library, ProfileNotFoundError
from treatykit.library.sources import LayeredSource, MemorySource

PROFILE = """\
format: treatykit-profile/1
id: framework
title: Framework
summary: What can be agreed now.
topics:
  - {topic: depositary, alternative: full}
"""


@dataclass
class Shelf:
    """A source that remembers what was taken from it."""

    texts: dict[str, str]
    taken: list[str] = field(default_factory=list)

    def names(self) -> Iterable[str]:
        return self.texts

    def read(self, name: str) -> str:
        self.taken.append(name)
        return self.texts[name]

    def place(self, name: str) -> str:
        return f"clauses/{name}.md"

    def is_empty(self, name: str) -> bool:
        return not self.texts[name]

    def is_checked(self, name: str) -> bool:
        return not self.texts[name]


def test_a_clause_is_read_when_it_is_asked_for_and_only_once() -> None:
    shelf = Shelf({name: clause_file(name, "Peace.") for name in ("maps", "peace", "transit")})
    clauses = Library(shelf)

    assert clauses.topics() == ("maps", "peace", "transit")
    assert shelf.taken == []
    assert clauses.clause("peace") is clauses.clause("peace")
    assert clauses.facts("peace") is clauses.clause("peace").facts
    assert shelf.taken == ["peace"]


def test_a_listing_reads_no_words() -> None:
    broken = clause_file("maps", "{broken")
    clauses = library(broken, clause_file("peace", "Peace."))

    assert [facts.id for facts in clauses.listing()] == ["maps", "peace"]
    with pytest.raises(ContentError, match="is not closed"):
        clauses.clause("maps")


def test_an_unknown_clause_is_told_with_the_nearest() -> None:
    clauses = library(clause_file("depositary", "Peace."))

    with pytest.raises(ClauseNotFoundError) as caught:
        clauses.clause("depositry", where=Where("drafts/fish.yaml", 12, 5))

    assert str(caught.value) == (
        "drafts/fish.yaml:12:5: no clause 'depositry' in the library — did you mean 'depositary'?"
    )


def test_where_no_name_is_near_the_list_is_recommended() -> None:
    with pytest.raises(ClauseNotFoundError, match="list them with 'treatykit clauses list'"):
        library(clause_file("depositary", "Peace.")).facts("whaling")


def test_a_projects_clause_stands_in_front_of_the_packaged_one() -> None:
    packaged = MemorySource(
        {"maps": clause_file("maps", "Packaged."), "peace": clause_file("peace", "Peace.")}, "packaged:*"
    )
    own = MemorySource({"maps": clause_file("maps", "Own."), "whaling": clause_file("whaling", "W.")}, "clauses/*.md")
    clauses = Library(LayeredSource((own, packaged)))

    assert clauses.topics() == ("maps", "peace", "whaling")
    assert (clauses.place("maps"), clauses.place("peace")) == ("clauses/maps.md", "packaged:peace")
    assert "Own." in clauses.text("maps")
    assert clauses.clause("maps").document.name == "clauses/maps.md"


def test_an_empty_clause_stands_in_front_of_nothing() -> None:
    packaged = MemorySource({"maps": clause_file("maps", "Packaged.")}, "packaged:*")
    own = MemorySource({"maps": " \n", "notes": ""}, "clauses/*.md")
    clauses = Library(LayeredSource((own, packaged)))

    assert "Packaged." in clauses.text("maps")
    assert clauses.place("maps") == "packaged:maps"
    assert clauses.place("notes") == "clauses/notes.md"


def test_profiles_are_found_by_their_variant() -> None:
    clauses = library(profiles={"framework": PROFILE})

    assert clauses.variants() == ("framework",)
    assert clauses.profile("framework").title == "Framework"
    with pytest.raises(ProfileNotFoundError, match="did you mean 'framework'"):
        clauses.profile("framwork")
    with pytest.raises(ProfileNotFoundError, match="there are framework"):
        clauses.profile("x")
