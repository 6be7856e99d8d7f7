from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assemble.making import clause, library, lines, made
from tests.thoroughness import thorough

from treatykit.errors import ContentError
from treatykit.model.citations import target_indexes
from treatykit.model.content import Reference
from treatykit.model.walk import paragraphs

REFERRING = library(
    clause("border", "1. {#line} A line.\n2. See {@maps}, {@maps#sheets} and {@#line}."),
    clause(
        "maps", "### Maps\n\n1. One.\n2. {#sheets} Sheets.\n\n### {#upkeep} Upkeep\n\nSee {@border} and {@#sheets}."
    ),
    framework=["border", "maps"],
)


def test_references_print_noun_and_number() -> None:
    assert lines(made("", REFERRING)) == [
        "Article 1 Border",
        "1. A line.",
        "2. See Article 2 and Article 3, Article 2, paragraph 2 and paragraph 1.",
        "Article 2 Maps",
        "1. One.",
        "2. Sheets.",
        "Article 3 Upkeep",
        "See Article 1 and Article 2, paragraph 2.",
    ]


def test_the_only_annex_has_an_article_and_one_of_several_a_number() -> None:
    annexes = clause("marks", "1. Marks.\n2. {#more} More.", kind="annex"), clause("roads", "Roads.", kind="annex")
    shelf = library(clause("border", "{@marks} governs, as does {@marks#more}."), *annexes, framework=["border"])

    assert lines(made("structure: [border, marks]\n", shelf))[1] == "The Annex governs, as does the Annex, paragraph 2."
    assert lines(made("structure: [border, roads, marks]\n", shelf))[1] == (
        "Annex II governs, as does Annex II, paragraph 2."
    )


def test_references_follow_when_articles_change_places() -> None:
    turned = lines(made("structure: [maps, border]\n", REFERRING))

    assert turned[3:5] == ["Article 2 Upkeep", "See Article 3 and Article 1, paragraph 2."]


@settings(max_examples=thorough(30))
@given(st.permutations(["a", "b", "c", "d"]), st.integers(1, 4))
def test_every_reference_finds_its_target(order: list[str], count: int) -> None:
    bodies = {
        topic: "1. {#x} Start.\n"
        + "".join(f"2. {{?@{other}}} See {{@{other}}} and {{@{other}#x}}.\n" for other in "abcd")
        for topic in "abcd"
    }
    shelf = library(*(clause(topic, body) for topic, body in bodies.items()), framework=order[:count])

    document = made("", shelf).document

    there = target_indexes(document.body)
    for paragraph in paragraphs(document):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference):
                assert inline.target in there
                number = order.index(str(inline.target)[0]) + 1
                assert f"Article {number}" in inline.text or "paragraph 1" in inline.text


def test_a_reference_by_the_label_of_a_first_article_is_one_to_the_topic() -> None:
    shelf = library(
        clause("border", "See {@maps#all}."), clause("maps", "### {#all} Maps\n\nSheets."), framework=["border", "maps"]
    )

    assert lines(made("", shelf))[1] == "See Article 2."


def test_a_reference_to_a_topic_of_several_articles_names_them_all_unless_it_stands_there() -> None:
    shelf = library(
        clause("peace", "See {@war} and {@law}."),
        clause("war", "### First\n\nSee {@war}.\n\n### Second\n\nSee {@war}."),
        clause("law", "### {#one} First\n\nLaw.\n\n### Second\n\nSee {@law#one}.\n\n### Third\n\nLaw."),
        framework=["peace", "war", "law"],
    )

    assert lines(made("", shelf)) == [
        *("Article 1 Peace", "See Article 2 and Article 3 and Article 4 to Article 6."),
        *("Article 2 First", "See Article 2.", "Article 3 Second", "See Article 2."),
        *("Article 4 First", "Law.", "Article 5 Second", "See Article 4.", "Article 6 Third", "Law."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("other", "cited"),
    [
        ("### Third\n\nOther.\n\n### Fourth\n\nOther.", "See Article 2 and Article 3."),
        ("Other.", "See Article 2."),
    ],
)
def test_a_reference_to_wordings_that_compete_names_the_articles_that_they_share(other: str, cited: str) -> None:
    war = clause("war", "### First\n\nWar.\n\n### Second\n\nWar.", other)
    shelf = library(clause("peace", "See {@war}."), war, framework=["peace", "war"])

    assert lines(made("bracket: {war: {KAR: one, TES: two}}\n", shelf))[1] == cited


def test_a_reference_to_a_passage_that_is_not_printed_stops_the_build() -> None:
    facts = "options:\n  old: {prompt: Old?, default: true}\n"
    shelf = library(
        clause("border", "See {@maps#old}."),
        clause("maps", "1. New.\n2. {#old}{?old} Old.", facts=facts),
        framework=["border", "maps"],
    )

    assert lines(made("", shelf))[1] == "See Article 2, paragraph 2."
    with pytest.raises(ContentError, match="border/one refers to maps#old, which the draft does not have"):
        made("options: {maps.old: false}\n", shelf)


# --- opening, parts, closing ---------------------------------------------------------------------
