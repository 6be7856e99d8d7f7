"""The text as each party reads it: of what is bracketed, what that party proposes."""

from __future__ import annotations

from collections.abc import Mapping

from treatykit.assemble.plan import EVERYONE, Option, Plan
from treatykit.assemble.values import Values
from treatykit.library.params import PartyParam
from treatykit.library.rules import Selection


def readings(plan: Plan, values: Values, codes: Mapping[str, str]) -> tuple[Selection, ...]:
    """Each party's reading; where nothing is bracketed, the one reading of all.

    Args:
        codes: The code by which clauses know each party, by its code in the draft.
    """
    if all(choice.is_agreed for choice in plan.choices):
        return (read_by_any(plan, values),)
    return tuple(
        Selection(
            alternatives={choice.topic: read for choice in plan.choices if (read := choice.read_by(party)) is not None},
            params=_given(plan, values),
            options=_options(plan, values),
            instrument=plan.instrument,
            reader=code,
        )
        for party, code in codes.items()
    )


def read_by_any(plan: Plan, values: Values, parties: tuple[str, ...] = EVERYONE) -> Selection:
    """Every topic that one of these parties reads, in the first wording that is proposed to them."""
    proposed = {
        choice.topic: option.alternative
        for choice in plan.choices
        for option in reversed(choice.options)  # the first stands
        if option.alternative is not None and _is_read(option, parties)
    }
    return Selection(
        alternatives=proposed,
        params=_given(plan, values),
        options=_options(plan, values),
        instrument=plan.instrument,
    )


def _is_read(option: Option, parties: tuple[str, ...]) -> bool:
    return EVERYONE in (parties, option.parties) or not set(parties).isdisjoint(option.parties)


def _given(plan: Plan, values: Values) -> frozenset[str]:
    """What the draft settles: a value, or a blank that is meant to stay."""
    names = (
        name if isinstance(spec, PartyParam) else f"{choice.topic}.{name}"
        for choice in plan.choices
        for name, spec in choice.clause.facts.params.items()
    )
    return frozenset(name for name in names if values.is_given(name) or name in values.left_open)


def _options(plan: Plan, values: Values) -> frozenset[str]:
    return frozenset(
        f"{choice.topic}.{name}"
        for choice in plan.choices
        for name in choice.clause.facts.options
        if values.is_on(choice.topic, name)
    )
