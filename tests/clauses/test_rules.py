"""The rules between topics that negotiators know: what is refused together, and what is warned of."""

from __future__ import annotations

from typing import Final

import pytest
from tests.assemble.making import lines
from tests.clauses.packaged import LIBRARY

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.rules import RulesBrokenError
from treatykit.errors import ContentError

DRAFT: Final = """\
format: treatykit-draft/1
title: Treaty on Peace
variant: comprehensive
parties:
  KAR: {full: the Republic of Karvela, short: Karvela, language: Karvelan}
  TES: {full: the Republic of Tesmar, short: Tesmar, language: Tesmari}
"""

LINE: Final = "delimitation-basis/former-borders, border-commission/bilateral"
"""What a text on the boundary needs."""


def made(*topics: str, end: str = "entry-into-force/ratification") -> Assembly:
    """A text of these topics alone, each by itself or with its wording."""
    return assemble(read_draft(f"{DRAFT}structure: [{', '.join((*topics, end))}]\n", "draft.yaml"), LIBRARY)


def refused(*topics: str, end: str = "entry-into-force/ratification") -> str:
    """Why there is no such text."""
    with pytest.raises(RulesBrokenError) as error:
        made(*topics, end=end)
    return "\n".join(each.message for each in error.value.broken)


@pytest.mark.parametrize(
    ("wording", "beside", "wanted"),
    [
        ("recognition/boundary-maps", (), "any of maps/text-prevails, maps/map-prevails"),
        ("delimitation-basis/map-series", ("maps/no-maps",), "any of maps/text-prevails, maps/map-prevails"),
        ("delimitation-basis/legal-titles", ("border-commission/bilateral",), "border-commission/neutral"),
        ("demarcation/separate-agreement", (), "delimitation-basis"),
        ("enclaves/exchange", (), "delimitation-basis"),
        ("enclaves/exchange", (), "maps"),
        ("withdrawal/mirrored", (), "param:withdrawal.line"),
        ("withdrawal/one-side", (), "param:withdrawal.line"),
        ("withdrawal/mirrored", (), "monitoring"),
        ("arms-control/ceilings", (), "monitoring"),
        ("arms-control/border-zone", (), "monitoring"),
        ("transit-controls/facilitated", (), "transit-principles"),
        ("transit-controls/control-free", ("transit-principles/special-route",), "transit-security"),
        ("transit-security/third-state", (), "param:transit-security.service_state"),
        ("domestic-law/condition", (), "entry-into-force/condition"),
        ("languages/prevailing", (), "testimonium"),
        ("guarantors/witnesses", (), "testimonium/witnesses"),
    ],
)
def test_what_a_wording_cannot_do_without_is_asked_for(wording: str, beside: tuple[str, ...], wanted: str) -> None:
    assert f"{wording} requires {wanted}, which the draft does not have" in refused(wording, *beside)


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("transit-principles/sovereignty", "transit-controls/control-free", ("transit-security/operator",)),
        ("third-party-forces/prohibited", "transit-security/third-state", ("transit-principles/sovereignty",)),
        ("third-party-forces/prohibited", "monitoring/organization", ()),
        ("frontiers/final", "inter-state-claims/reserved", (LINE,)),
        ("displaced-persons/property-commission", "inter-state-claims/claims-commission", ()),
    ],
)
def test_what_contradicts_each_other_does_not_stand_in_one_text(one: str, other: str, beside: tuple[str, ...]) -> None:
    assert f"{one} is in conflict with {other}, which the draft has" in refused(one, other, *beside)


def test_a_text_that_enters_into_force_on_signature_waits_for_no_constitution() -> None:
    assert "requires entry-into-force/condition" in refused("domestic-law/condition", end="entry-into-force/signature")


@pytest.mark.parametrize("exchange", ["entry-into-force/ratification", "entry-into-force/condition"])
def test_instruments_that_a_depositary_receives_are_not_exchanged(exchange: str) -> None:
    assert f"registration/depositary is in conflict with {exchange}" in refused("registration/depositary", end=exchange)


def test_instruments_are_deposited_with_the_depositary_that_the_text_designates() -> None:
    deposit = "entry-into-force/deposit"

    assert f"{deposit} requires registration/depositary" in refused("registration/named-party", end=deposit)
    words = "\n".join(lines(made("registration/depositary", end=deposit)))
    assert "deposited as soon as possible with the Depositary designated in Article 1, paragraph 1" in words
    assert "exchange" not in words


@pytest.mark.parametrize(
    "topics",
    [
        ("frontiers/final", LINE, "duration/denunciation"),
        ("inter-state-claims/withdraw", "dispute-settlement/icj"),
        ("transit-controls/facilitated", "transit-principles/reciprocity"),
    ],
)
def test_what_is_uneasy_is_told_and_made(topics: tuple[str, ...]) -> None:
    told = [each.code for each in made(*topics).diagnostics]

    assert {"rule-cautions", "rule-expects"} & set(told)


LEFT_OUT: Final = [str(each.target) for each in LIBRARY.profile("framework").exclude]


@pytest.mark.parametrize("topic", [each for each in LEFT_OUT if "/" not in each])
def test_what_a_framework_leaves_out_is_not_added_without_a_reason(topic: str) -> None:
    framework = DRAFT.replace("comprehensive", "framework")
    with pytest.raises(ContentError, match=f"leaves out '{topic}' on purpose"):
        assemble(read_draft(f"{framework}add: {{{topic}: }}\n", "draft.yaml"), LIBRARY)
