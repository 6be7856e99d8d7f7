"""An annex of a profile goes with the wording of its article that it was written for."""

from __future__ import annotations

import pytest
from tests.assemble.making import clause, draft, library, lines, made

from treatykit.assemble.planning import plan
from treatykit.assemble.rules import RulesBrokenError

GOES_WITH_THE_FIRST = """\
    requires:
      - target: disputes/one
        because: the rules are those of the tribunal.
"""
SHELF = library(
    clause("peace", "Peace."),
    clause("disputes", "A tribunal decides.", "They talk."),
    clause("rules", "The tribunal meets.", kind="annex", of={"one": GOES_WITH_THE_FIRST}),
    framework=["peace", "disputes", "rules"],
)
NOTE = (
    "draft.yaml: note: 'rules' is left out, since the wording that it goes with is not there: "
    "the rules are those of the tribunal [annex-without-article]"
)


def test_an_annex_stands_where_its_wording_stands() -> None:
    assert "The tribunal meets." in lines(made("", SHELF))


@pytest.mark.parametrize(
    "more",
    [
        "choose: {disputes: two}\n",
        "omit: {disputes: settled elsewhere}\n",
        "bracket: {disputes: {KAR: two, TES: none}}\n",
    ],
)
def test_an_annex_that_no_party_reads_with_its_wording_is_left_out_and_said_so(more: str) -> None:
    found = plan(draft(more), "framework", SHELF)

    assert "rules" not in found.topics
    assert [str(each) for each in found.diagnostics] == [NOTE]
    assert ("rules", "the rules are those of the tribunal") in [(each.topic, each.reason) for each in found.left_out]


@pytest.mark.parametrize("other", ["two", "none"])
def test_an_annex_to_what_one_party_proposes_is_left_out_with_the_bracket_that_brings_it(other: str) -> None:
    more = f"bracket: {{disputes: {{KAR: one, TES: {other}}}}}\n"
    found = plan(draft(more), "framework", SHELF)
    (note,) = found.diagnostics

    assert "rules" not in found.topics
    assert note.message.startswith("'rules' is left out, since the wording that it goes with is that of KAR alone: ")
    assert note.hint == "write 'bracket: {rules: {KAR: one}}' to have it there"

    followed = made(more.replace("}}\n", "}, rules: {KAR: one}}\n"), SHELF)
    assert "The tribunal meets." in lines(followed)
    assert followed.diagnostics == ()


@pytest.mark.parametrize("more", ["choose: {disputes: two, rules: one}\n", "choose: {disputes: two}\nadd: {rules: }\n"])
def test_an_annex_that_the_draft_asks_for_is_refused_and_not_left_out(more: str) -> None:
    with pytest.raises(RulesBrokenError, match="rules/one requires disputes/one"):
        made(more, SHELF)
