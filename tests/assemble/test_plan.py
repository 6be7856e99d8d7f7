"""Which topics a text has, and in which wording: profile, then draft, then the draft's part on the variant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import clause, draft, library, lines, made

from treatykit.assemble.planning import plan
from treatykit.errors import ContentError
from treatykit.library.index import Library

ONLY_COMPREHENSIVE = {"two": ["comprehensive"]}


def shelf(exclude: str = "[]") -> Library:
    return library(
        clause("peace", "Peace.", "Lasting peace."),
        clause("border", "A border.", "A border on maps.", variants=ONLY_COMPREHENSIVE),
        clause("arms", "Fewer arms.", "No arms."),
        clause("final", "In force.", part="final", kind="final-clause"),
        framework=["peace", "border", "final"],
        comprehensive=["peace/two", "border", "arms", "final"],
        exclude=exclude,
    )


def chosen(more: str = "", variant: str = "framework", exclude: str = "[]") -> list[str]:
    found = plan(draft(more), variant, shelf(exclude))
    return [f"{choice.topic}/{option.alternative}" for choice in found.choices for option in choice.options]


def test_without_a_choice_the_profile_stands() -> None:
    assert chosen() == ["peace/one", "border/one", "final/one"]
    assert chosen(variant="comprehensive") == ["peace/two", "border/one", "arms/one", "final/one"]


def test_the_draft_outweighs_the_profile_and_its_part_on_the_variant_outweighs_the_draft() -> None:
    more = "choose: {peace: two}\nvariants: {framework: {choose: {peace: one}}}\n"

    assert chosen(more)[0] == "peace/one"
    assert chosen(more, "comprehensive")[0] == "peace/two"


def test_a_choice_that_does_not_fit_the_variant_leaves_the_profiles_own_and_a_note() -> None:
    found = plan(draft("choose: {border: two}\n"), "framework", shelf())

    assert chosen("choose: {border: two}\n")[1] == "border/one"
    assert [str(each) for each in found.diagnostics] == [
        "draft.yaml:7:18: note: 'border/two' does not fit the framework variant; 'one' stands [choice-not-followed]"
    ]
    assert chosen("choose: {border: two}\n", "comprehensive")[1] == "border/two"


def test_a_topic_is_left_out_with_its_reason() -> None:
    found = plan(draft("omit: {border: settled by another treaty}\n"), "framework", shelf())

    assert [choice.topic for choice in found.choices] == ["peace", "final"]
    assert [(each.topic, each.reason) for each in found.left_out] == [
        ("arms", "not part of the framework variant"),
        ("border", "settled by another treaty"),
    ]


def test_an_added_topic_takes_the_place_that_the_longest_profile_gives_it() -> None:
    assert chosen("add: {arms: }\n") == ["peace/one", "border/one", "arms/one", "final/one"]


def test_an_added_topic_follows_the_topic_that_the_draft_names() -> None:
    assert chosen("add: {arms: {after: peace, alternative: two}}\n")[1] == "arms/two"


def test_what_the_variant_leaves_out_on_purpose_is_added_only_with_a_reason() -> None:
    exclude = "[{target: arms, because: arms wait}]"

    with pytest.raises(ContentError) as refused:
        chosen("add: {arms: }\n", exclude=exclude)

    assert str(refused.value) == (
        "draft.yaml:7:7: the framework variant leaves out 'arms' on purpose: arms wait — say why it is added all the "
        "same: 'because: …'"
    )
    assert "arms/one" in chosen("add: {arms: {because: they are the point}}\n", exclude=exclude)


def test_a_structure_takes_the_place_of_the_profile() -> None:
    assert chosen("structure: [final, arms/two, border]\n") == ["final/one", "arms/two", "border/one"]


def test_the_parts_on_variants_may_bring_back_what_the_draft_omits() -> None:
    more = "omit: {border: not now}\nvariants: {comprehensive: {choose: {border: two}}}\n"

    assert "border/one" not in chosen(more)
    assert "border/two" in chosen(more, "comprehensive")


def test_parties_that_propose_the_same_stand_together() -> None:
    found = plan(draft("bracket: {peace: {KAR: one, TES: none}}\n"), "framework", shelf())

    assert [(option.parties, option.alternative) for option in found.choices[0].options] == [
        (("KAR",), "one"),
        (("TES",), None),
    ]


@given(st.permutations(["peace", "border", "arms", "final"]), st.integers(1, 4))
def test_a_structure_is_followed_exactly(topics: list[str], count: int) -> None:
    wanted = topics[:count]

    assert chosen(f"structure: [{', '.join(wanted)}]\n") == [f"{topic}/one" for topic in wanted]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("choose: {peice: one}\n", "draft.yaml:7:10: no clause 'peice' in the library — did you mean 'peace'?"),
        ("choose: {peace: on}\n", "draft.yaml:7:17: no alternative 'on' in 'peace' — did you mean 'one'?"),
        ("omit: {boarder: no}\n", "draft.yaml:7:8: no clause 'boarder' in the library — did you mean 'border'?"),
        ("add: {amrs: }\n", "draft.yaml:7:7: no clause 'amrs' in the library — did you mean 'arms'?"),
        ("structure: [peace, peace/two]\n", "draft.yaml:7:20: the topic 'peace' stands twice in the structure"),
        ("structure: [peace/tow]\n", "draft.yaml:7:13: no alternative 'tow' in 'peace' — did you mean 'two'?"),
        (
            "omit: {peace: no, border: no, final: no}\n",
            "draft.yaml: nothing is left of the text — take topics out of 'omit'",
        ),
    ],
)
def test_what_is_not_there_is_refused_where_it_is_named(more: str, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        chosen(more)

    assert str(refused.value) == message


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(ContentError) as refused:
        chosen(variant="framwork")

    assert str(refused.value) == "draft.yaml: no profile 'framwork' in the library — did you mean 'framework'?"


def test_a_topic_whose_wording_is_silence_is_left_out_and_said_so() -> None:
    quiet = library(
        clause("peace", "Peace."), clause("maps", "> No map is named on purpose."), framework=["peace", "maps"]
    )

    assembly = made("", quiet)

    assert lines(assembly) == ["Article 1 Peace", "Peace."]
    assert [(each.topic, each.reason) for each in assembly.left_out] == [
        ("maps", "the chosen wording, 'one', says nothing")
    ]
