"""What became of each topic between two texts that were made from the library."""

from __future__ import annotations

import pytest
from tests.assemble.making import clause, library, made

from treatykit.assemble.assembly import Assembly
from treatykit.assemble.deepening import TopicChange, TopicFate, topic_changes

YEARS = "params:\n  years: {type: integer, prompt: How long?, default: 5}\n"
PEACE = clause("peace", "Peace.", "Peace for {{ peace.years }} years.", facts=YEARS)
ORDER = clause("order", "Order.", "Order, in full.").replace("depth: full", "depth: enabling", 1)
BORDER = clause("border", "The border. See {@order}.")
TOPICS = ("peace", "order", "border")
LIBRARY = library(PEACE, ORDER, BORDER, framework=TOPICS)


def text(more: str) -> Assembly:
    return made(more, LIBRARY)


def fates(old: str, new: str) -> dict[str, str]:
    return {change.topic: change.fate.value for change in topic_changes(text(old), text(new))}


def test_nothing_becomes_of_the_topics_of_the_same_text() -> None:
    assert set(fates("", "").values()) == {"unchanged"}


def test_a_number_that_a_new_topic_changes_leaves_a_topic_unchanged() -> None:
    found = fates("omit: {peace: no.}\n", "")

    assert found == {"peace": "added", "order": "unchanged", "border": "unchanged"}


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        ("", "choose: {order: two}\n", "deepened"),
        ("choose: {order: two}\n", "", "lightened"),
        ("", "omit: {order: no.}\n", "left out"),
        ("omit: {order: no.}\n", "", "added"),
        ("", "bracket: {order: {KAR: one, TES: two}}\n", "replaced"),
        ("bracket: {order: {KAR: none, TES: one}}\n", "choose: {order: two}\n", "deepened"),
    ],
)
def test_a_topic_that_goes_further_is_deepened(old: str, new: str, fate: str) -> None:
    shelf = library(PEACE, ORDER, clause("border", "The border."), framework=TOPICS)

    found = topic_changes(made(old, shelf), made(new, shelf))

    assert {change.topic: change.fate.value for change in found} == {
        "peace": "unchanged", "order": fate, "border": "unchanged",
    }  # fmt: skip


def test_the_same_wording_with_another_value_is_adapted_and_one_that_goes_as_far_replaces() -> None:
    five, six = "choose: {peace: two}\n", "choose: {peace: two}\nparams: {peace.years: 6}\n"

    assert fates(five, six)["peace"] == "adapted"
    assert fates("", five)["peace"] == "replaced"


def test_a_change_names_both_wordings_and_who_proposes_them() -> None:
    old, new = text("omit: {peace: no.}\n"), text("bracket: {order: {KAR: two, TES: none}}\nomit: {border: no.}\n")

    assert topic_changes(old, new) == (
        TopicChange("peace", "Peace", TopicFate.ADDED, None, "one"),
        TopicChange("order", "Order", TopicFate.REPLACED, "one", "KAR: two | TES: none"),
        TopicChange("border", "Border", TopicFate.LEFT_OUT, "one"),
    )
