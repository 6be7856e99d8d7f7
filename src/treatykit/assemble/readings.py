"""The text as each party reads it: of what is bracketed, what that party proposes."""

from __future__ import annotations

from collections.abc import Mapping

from treatykit.assemble.plan import Plan
from treatykit.assemble.values import Values
from treatykit.library.params import PartyParam
from treatykit.library.rules import Selection


def readings(plan: Plan, values: Values, codes: Mapping[str, str]) -> tuple[Selection, ...]:
    """Each party's reading; where nothing is bracketed, the one reading of all.

    Args:
        codes: The code by which clauses know each party, by its code in the draft.
    """
    if all(choice.is_agreed for choice in plan.choices):
        return (whole(plan, values),)
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


def whole(plan: Plan, values: Values) -> Selection:
    """Every topic that anybody reads, in the first wording that is proposed."""
    proposed = {
        choice.topic: next(option.alternative for option in choice.options if option.alternative is not None)
        for choice in plan.choices
    }
    return Selection(
        alternatives=proposed,
        params=_given(plan, values),
        options=_options(plan, values),
        instrument=plan.instrument,
    )


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
