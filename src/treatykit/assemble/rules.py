"""Holds the chosen clauses against their rules, once for each party's reading of the brackets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final, assert_never

from treatykit.assemble.plan import Plan
from treatykit.assemble.readings import readings
from treatykit.assemble.values import Values
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.library.index import Library
from treatykit.library.rules import Violation, broken_rules, clashes
from treatykit.library.schema import RuleKind
from treatykit.library.targets import TypeTarget, simple_targets
from treatykit.markup.syntax import Reference

_VERBS: Final = {RuleKind.CONFLICTS: "is in conflict with", RuleKind.CAUTIONS: "stands uneasily beside"}


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


def check_rules(
    plan: Plan, values: Values, codes: Mapping[str, str], elsewhere: Collection[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Hold a plan against the rules of its clauses.

    Args:
        codes: The code by which clauses know each party, by its code in the draft.
        elsewhere: Topics and wordings, ``topic/alternative``, that stand in another instrument, where what is
            required counts as met.

    Returns:
        What stands uneasily together or is expected and missing, which keeps nobody from making the text.

    Raises:
        RulesBrokenError: A clause lacks what it requires, meets what it conflicts with, or
            refers to what is not there.
    """
    broken = (each for each in _broken(plan, values, codes) if not _met(each, elsewhere))
    found = [(each.kind.refuses, _diagnostic(each, plan)) for each in broken]
    if refused := [diagnostic for refuses, diagnostic in found if refuses]:
        raise RulesBrokenError(refused)
    return tuple(diagnostic for _, diagnostic in found)


def across(
    plan: Plan, values: Values, codes: Mapping[str, str], parent: Collection[str], library: Library
) -> tuple[Diagnostic, ...]:
    """Warnings of what does not go with the instrument that this one belongs to.

    Args:
        codes: The code by which clauses know each party, by its code in the draft.
        parent: The topics and wordings, ``topic/alternative``, that the parent has.
    """
    there = [each for each in parent if library.facts(each.partition("/")[0]).part != "final"]
    clauses = {choice.topic: choice.clause for choice in plan.choices}
    return tuple(
        Diagnostic(
            severity=Severity.WARNING,
            code="rule-across",
            message=f"{each.topic}/{each.alternative} {_VERBS[each.kind]} {each.target} of the instrument that this "
            f"one belongs to: {' '.join(each.because.split()).rstrip('.')}",
            where=_where(each, plan),
            hint="choose another alternative of one of them, or say in the text which of the two is followed",
        )
        for each in clashes(readings(plan, values, codes), clauses, there)
    )


def violated(plan: Plan, values: Values, codes: Mapping[str, str]) -> tuple[Violation, ...]:
    """The rules that keep a text from being made, in its order, read by parties of the draft.

    The arguments are those of `check_rules`.
    """
    return tuple(each for each in _broken(plan, values, codes) if each.kind.refuses)


def _broken(plan: Plan, values: Values, codes: Mapping[str, str]) -> tuple[Violation, ...]:
    """The broken rules, whose readers have the codes of the draft."""
    parties = {code: party for party, code in codes.items()}
    broken = broken_rules(readings(plan, values, codes), {choice.topic: choice.clause for choice in plan.choices})
    return tuple(replace(each, readers=tuple(parties[reader] for reader in each.readers)) for each in broken)


def _met(violation: Violation, elsewhere: Collection[str]) -> bool:
    """Whether what is wanted stands in another instrument; what is referred to must stand in this one."""
    if violation.kind not in (RuleKind.REQUIRES, RuleKind.EXPECTS) or isinstance(violation.target, Reference):
        return False
    return any(str(target) in elsewhere for target in simple_targets(violation.target))


def _diagnostic(violation: Violation, plan: Plan) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR if violation.kind.refuses else Severity.WARNING,
        code=f"rule-{violation.kind}",
        message=" ".join(violation.message.split()).rstrip("."),
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
        case RuleKind.EXPECTS:
            return "take it too, or make sure that it can be missed"
        case RuleKind.CAUTIONS:
            return "keep both only where that is meant"
        case RuleKind.REFERS:
            return f"take what is referred to, or another alternative of '{violation.topic}'"
        case _:
            assert_never(violation.kind)
