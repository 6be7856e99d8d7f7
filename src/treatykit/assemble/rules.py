"""Holds the chosen clauses against their rules, once for each party's reading of the brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from treatykit.assemble.plan import Plan
from treatykit.assemble.readings import readings
from treatykit.assemble.values import Values
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.library.rules import RuleKind, Violation, broken_rules
from treatykit.library.targets import TypeTarget


class RulesBrokenError(ContentError):
    """Chosen clauses do not go together.

    Attributes:
        broken: Every broken rule, in the order of the text; the error itself is the first.
    """

    def __init__(self, broken: Sequence[Diagnostic]) -> None:
        first = broken[0]
        super().__init__(first.message, where=first.where, hint=first.hint)
        self.broken = tuple(broken)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(str(each) for each in self.broken)


def check_rules(plan: Plan, values: Values, codes: Mapping[str, str]) -> None:
    """Hold a plan against the rules of its clauses.

    Args:
        codes: The code by which clauses know each party, by its code in the draft.

    Raises:
        RulesBrokenError: A clause lacks what it requires, meets what it conflicts with, or
            refers to what is not there.
    """
    if violations := violated(plan, values, codes):
        parties = {code: party for party, code in codes.items()}
        raise RulesBrokenError([_diagnostic(violation, plan, parties) for violation in violations])


def violated(plan: Plan, values: Values, codes: Mapping[str, str]) -> tuple[Violation, ...]:
    """The rules that a plan breaks, in the order of the text; the arguments are those of `check_rules`."""
    return broken_rules(readings(plan, values, codes), {choice.topic: choice.clause for choice in plan.choices})


def _diagnostic(violation: Violation, plan: Plan, parties: Mapping[str, str]) -> Diagnostic:
    attributed = replace(violation, readers=tuple(parties[reader] for reader in violation.readers))
    return Diagnostic(
        severity=Severity.ERROR,
        code=f"rule-{violation.kind}",
        message=" ".join(attributed.message.split()).rstrip("."),
        where=_where(violation, plan),
        hint=_hint(violation),
    )


def _where(violation: Violation, plan: Plan) -> Where:
    return next(choice.where for choice in plan.choices if choice.topic == violation.topic)


def _hint(violation: Violation) -> str:
    match violation.kind:
        case RuleKind.REQUIRES:
            return f"take what is required, or another alternative of '{violation.topic}'"
        case RuleKind.CONFLICTS:
            if isinstance(violation.target, TypeTarget):
                return f"choose another alternative of '{violation.topic}', leave it out, or change the type"
            return "choose another alternative of one of them, or leave one out"
        case RuleKind.REFERS:
            return f"take what is referred to, or another alternative of '{violation.topic}'"
        case _:
            assert_never(violation.kind)
