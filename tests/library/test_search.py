from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clauses.packaged import LIBRARY as PACKAGED
from tests.library.samples import clause_file, library

from treatykit.assemble.specimen import spoken_words
from treatykit.errors import ContentError, Errors
from treatykit.library import search as searching
from treatykit.library.index import Library
from treatykit.library.query import folded, parse_query
from treatykit.library.search import Hit, search

SPOKEN = spoken_words()

FACTS = """
sources: [{cite: "Règlement of Geneva, 1907", relation: adapted}]
"""
CLAUSES = library(
    clause_file("maps", {"full": "Maps are authentic.", "none": "No word."}),
    clause_file("transit", "{{ each_party | cap }} recognizes the freedom of\ntransit. See {@maps}.", facts=FACTS),
    clause_file("border", "The border is shown on\nmaps of {{ the_parties }}.\n\n## commentary\n\nLines in sand."),
)


def found(query: str, clauses: Library = CLAUSES) -> list[str]:
    return [f"{hit.topic}/{hit.alternative}" if hit.alternative else hit.topic for hit in hits(query, clauses)]


def hits(query: str, clauses: Library = CLAUSES) -> tuple[Hit, ...]:
    return search(clauses, query, SPOKEN).hits


# --- what is found


@cache
def _vocabulary() -> tuple[str, ...]:
    texts = (folded(PACKAGED.text(topic)) for topic in PACKAGED.topics())
    return tuple(sorted({word for text in texts for word in re.findall(r"[^\W_]+", text)}))


def test_what_every_word_of_a_stem_begins_with_is_found_in_each_of_them() -> None:
    words = (*_vocabulary(), "filing", "files", "capability", "capable", "parties", "dying", "hopping", "relational")

    for word in words:
        assert word.startswith(parse_query(word)[0].needles[0]), word


@given(st.data())
def test_looking_through_the_files_first_loses_no_hit(data: st.DataObject) -> None:
    """Each phrase of a clause, as it reads, is found in that clause."""
    topic = data.draw(st.sampled_from(PACKAGED.topics()))
    page = searching._page(PACKAGED, topic, SPOKEN)
    text = data.draw(
        st.sampled_from([text for _, row in page.rows for field in row for text in field.split(" · ") if text])
    )
    words = re.findall(r"[^\W_]+", text)
    at = data.draw(st.integers(0, len(words) - 1))
    length = data.draw(st.integers(1, 4))

    result = search(PACKAGED, f'"{" ".join(words[at : at + length])}"', SPOKEN, most=100)

    assert topic in [hit.topic for hit in result.hits]


def test_all_words_must_be_there_in_any_of_their_forms() -> None:
    assert found("recognizing PARTY") == found("recognized parties") == ["transit/full"]
    assert found("recognizes sand") == found("ransit") == found("") == found("—") == []


def test_a_star_stands_for_the_rest_of_a_word() -> None:
    assert found("auth*") == ["maps/full"]
    assert found("auth") == found("thentic*") == []
    assert found('"are auth*"') == ["maps/full"]


def test_words_in_quotation_marks_stand_together_as_they_are_printed() -> None:
    assert found('"each Party recognizes"') == ["transit/full"]
    assert found('"maps of the Parties"') == ["border/full"]
    assert found('"shown maps"') == found('"Party each"') == []


def test_a_phrase_does_not_run_from_one_wording_into_the_next() -> None:
    clauses = library(clause_file("maps", {"one": "No map does.", "two": "{{ the_parties | cap }} draw maps."}))

    assert found('"does the"', clauses) == []
    assert found('"the parties draw"', clauses) == ["maps/two"]
    assert found("shown maps") == ["border/full"]


def test_sources_and_commentary_are_looked_through_and_accents_do_not_matter() -> None:
    (source,) = hits("reglement geneva")
    (commentary,) = hits("sand")

    assert (source.alternative, source.found_in, source.passage) == (None, "sources", "Règlement of Geneva, 1907")
    assert (commentary.topic, commentary.found_in) == ("border", "commentary")
    assert found("Règlement") == found("REGLEMENT") == ["transit"]


def test_the_names_of_fields_are_no_words_of_a_clause() -> None:
    assert found("strength") == found("licence") == found("alternatives") == []


def test_titles_weigh_more_than_words_of_the_text() -> None:
    assert found("maps") == ["maps/full", "border/full", "transit/full"]


# --- what is shown


def test_a_hit_quotes_plain_words_and_marks_what_was_found() -> None:
    (hit,) = hits("recognize")

    assert (hit.title, hit.label, hit.found_in) == ("Transit", "The full wording", "words")
    assert hit.passage == "Each Party recognizes the freedom of transit. See ‹maps›."
    assert [hit.passage[start:end] for start, end in hit.marks] == ["recognizes"]


@pytest.mark.parametrize("query", ["party", "treaty", "shall", "boundary", "annex"])
def test_no_mark_of_the_notation_is_quoted(query: str) -> None:
    for hit in hits(query, PACKAGED):
        assert not set("{}*|\\#") & set(hit.passage), hit
        assert hit.marks


def test_of_more_clauses_than_can_be_ranked_the_best_are_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(searching, "_MOST_RANKED", 1)

    result = search(CLAUSES, "maps", SPOKEN)

    assert [hit.topic for hit in result.hits] == ["maps"]
    assert (result.total, result.unranked) == (1, 2)


def test_as_many_hits_are_given_as_one_asks_for_and_all_are_counted() -> None:
    result = search(CLAUSES, "maps", SPOKEN, most=2)

    assert ([hit.topic for hit in result.hits], result.total) == (["maps", "border"], 3)


def test_a_clause_that_is_wrong_is_told_where_it_may_hold_the_words_and_the_others_are_found() -> None:
    wrong = clause_file("maps", "Maps.").replace("kind: article", "kind: artikle").replace("title: Maps\n", "")
    clauses = library(wrong, clause_file("transit", "Maps of transit. Sand."))
    errors, none = Errors(), Errors()

    assert [hit.topic for hit in search(clauses, "maps", SPOKEN, errors).hits] == ["transit"]
    assert [hit.topic for hit in search(clauses, "sand", SPOKEN, none).hits] == ["transit"]
    assert none.found == []
    assert [str(error).split(" — ")[0] for error in errors.found] == [
        "clauses/maps.md:4:7: 'artikle' is not possible here",
        "clauses/maps.md:2:1: 'title' is missing",
    ]
    with pytest.raises(ContentError) as refused:
        search(clauses, "maps", SPOKEN)
    assert len(refused.value.lines) == 2
