"""What a draft says of topics that the text leaves out is heard: wrong where no variant follows it, else told."""

from __future__ import annotations

import pytest
from tests.assemble.making import DRAFT, clause, draft, library

from treatykit.assemble.planning import plan
from treatykit.errors import ContentError
from treatykit.library.index import Library

LENGTH = "params:\n  days: {type: integer, prompt: How many?}\noptions:\n  wide: {prompt: Wide?, default: false}\n"
WORDS = "1. {{{{ {}.days }}}} days.\n2. {{?wide}} Wide.\n"


def shelf() -> Library:
    return library(
        clause("peace", "Peace.", "Lasting peace."),
        clause("arms", WORDS.format("arms"), "No arms.", facts=LENGTH),
        clause("maps", WORDS.format("maps"), "No maps.", facts=LENGTH),
        framework=["peace"],
        comprehensive=["peace", "arms"],
    )


def told(more: str, variant: str = "framework") -> list[str]:
    return [str(each) for each in plan(draft(more), variant, shelf()).diagnostics]


def refused(more: str, variant: str = "framework") -> list[str]:
    with pytest.raises(ContentError) as error:
        plan(draft(more), variant, shelf())
    return list(error.value.lines)


@pytest.mark.parametrize(
    "more",
    [
        "choose: {maps: two}\n",
        "bracket: {maps: {KAR: one, TES: two}}\n",
        "params: {maps.days: 3}\n",
        "options: {maps.wide: true}\n",
    ],
)
@pytest.mark.parametrize("variant", ["framework", "comprehensive"])
def test_what_no_variant_can_follow_is_wrong_in_each(more: str, variant: str) -> None:
    entry = more.partition(":")[0]

    assert refused(more, variant) == [
        f"draft.yaml:7:{len(entry) + 4}: every variant leaves out 'maps', which '{entry}' names — "
        "name it under 'add' too, or take the entry out"
    ]


def test_what_only_another_variant_follows_is_a_warning_in_the_drafts_own_and_a_note_elsewhere() -> None:
    own = "choose: {arms: two}\n"
    other = "variant: comprehensive\n" + own

    assert told(own) == [
        "draft.yaml:7:10: warning: the framework variant leaves out 'arms', which 'choose' names [topic-left-out] — "
        "'add' puts it in"
    ]
    assert told(own, "comprehensive") == []
    head = "".join(line for line in DRAFT.splitlines(keepends=True) if not line.startswith("variant"))
    found = plan(draft(other, head=head), "framework", shelf()).diagnostics
    assert [each.severity.value for each in found] == ["note"]


def test_values_for_other_variants_are_one_note() -> None:
    assert told("params: {arms.days: 3}\noptions: {arms.wide: true}\n") == [
        "draft.yaml:7:10: note: the framework variant leaves out what values are given for: 'arms' [topic-left-out] — "
        "'add' puts a topic in"
    ]


def test_a_variants_own_part_may_name_only_what_the_variant_has() -> None:
    more = "variants: {framework: {bracket: {arms: {KAR: one, TES: two}}}}\n"

    assert refused(more) == [
        "draft.yaml:7:34: the framework variant leaves out 'arms', which 'bracket' names — "
        "name it under 'add' too, or take the entry out"
    ]
    assert told(more, "comprehensive") == []


def test_what_is_added_anywhere_may_be_chosen_and_what_is_omitted_is_left_out_in_words() -> None:
    assert told("choose: {maps: two}\nadd: {maps: }\n") == []
    assert told("choose: {maps: two}\nvariants: {comprehensive: {add: {maps: }}}\n", "comprehensive") == []
    assert told("omit: {arms: later}\nparams: {arms.days: 3}\n") == []


def test_beside_a_structure_the_structure_is_where_to_name_it() -> None:
    assert refused("structure: [peace]\nchoose: {arms: two}\n") == [
        "draft.yaml:8:10: 'structure' leaves out 'arms', which 'choose' names — "
        "name it under 'structure' too, or take the entry out"
    ]


def test_a_value_that_the_words_of_another_topic_print_is_followed() -> None:
    lending = library(
        clause("peace", "Peace for {{ arms.days }} days."), clause("arms", WORDS.format("arms"), facts=LENGTH),
        framework=["peace"],
    )  # fmt: skip

    assert plan(draft("params: {arms.days: 3}\n"), "framework", lending).diagnostics == ()
