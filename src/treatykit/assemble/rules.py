"""Holds the chosen clauses against their rules, once for each party's reading of the brackets.

Competing options are never held against each other: each party proposes a whole text,
and that text has to be sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from treatykit.assemble.fill import Filler
from treatykit.assemble.plan import Choice, Plan
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.library.clause import references
from treatykit.library.schema import Rule
from treatykit.library.targets import AlternativeTarget, AnyOrOne, AnyTarget, OptionTarget, ParamTarget, TopicTarget
from treatykit.markup import syntax
from treatykit.markup.walk import Occurrence


class RulesBrokenError(ContentError):
    """Chosen clauses do not go together.

    Attributes:
        broken: Every broken rule, in the order of the text; the error itself is the first.
    """

    def __init__(self, broken: Sequence[Diagnostic]) -> None:
        first = broken[0]
        super().__init__(first.message, where=first.where, hint=first.hint)
        self.broken = tuple(broken)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The text as one party proposes it: the alternative of each topic that it has."""

    alternatives: Mapping[str, str]
    filler: Filler

    def holds(self, target: AnyOrOne) -> bool:
        match target:
            case TopicTarget(topic):
                return topic in self.alternatives
            case AlternativeTarget(topic, alternative):
                return self.alternatives.get(topic) == alternative
            case ParamTarget():
                return self.filler.is_given(target.dotted)
            case OptionTarget(topic, name):
                return topic in self.alternatives and self.filler.is_on(topic, name)
            case AnyTarget(targets):
                return any(self.holds(each) for each in targets)
            case _:
                assert_never(target)

    def prints(self, occurrence: Occurrence, topic: str) -> bool:
        """Whether a node of a topic's wording is printed."""
        return not occurrence.in_note and all(self.meets(each, topic) for each in occurrence.conditions)

    def meets(self, condition: syntax.Condition, topic: str) -> bool:
        match condition:
            case syntax.OptionCondition(option, negated):
                return self.filler.is_on(topic, option) != negated
            case syntax.TopicCondition(other, negated):
                return (other in self.alternatives) != negated
            case _:
                assert_never(condition)


def check_rules(plan: Plan, filler: Filler, parties: Sequence[str]) -> None:
    """Hold a plan against the rules of its clauses.

    Raises:
        RulesBrokenError: A clause lacks what it requires, meets what it conflicts with, or
            refers to what is not there.
    """
    whose: dict[Diagnostic, list[str]] = {}
    for party in parties:
        chosen = {choice.topic: read for choice in plan.choices if (read := choice.read_by(party)) is not None}
        reading = _Reading(chosen, filler)
        for choice in plan.choices:
            if choice.topic in chosen:
                for broken in _broken(choice, chosen[choice.topic], reading):
                    whose.setdefault(broken, []).append(party)
    if whose:
        raise RulesBrokenError([_attributed(broken, read_by, parties) for broken, read_by in whose.items()])


def _broken(choice: Choice, alternative: str, reading: _Reading) -> Iterator[Diagnostic]:
    facts = choice.clause.facts
    for name, of in ((choice.topic, facts), (f"{choice.topic}/{alternative}", choice.clause.facts_on(alternative))):
        for rule in of.requires:
            if not reading.holds(rule.target):
                yield _lacking(name, rule, choice.where)
        for rule in of.conflicts:
            if reading.holds(rule.target):
                yield _conflicting(name, rule, choice.where)
    yield from _dangling(choice, alternative, reading)


def _lacking(name: str, rule: Rule, where: Where) -> Diagnostic:
    target = _named(rule.target)
    return _diagnostic(
        "requirement-missing",
        f"'{name}' requires {target}, and the text has it not: {_reason(rule)}",
        where,
        f"take {target}, or another alternative in place of '{name}'",
    )


def _conflicting(name: str, rule: Rule, where: Where) -> Diagnostic:
    target = _named(rule.target)
    return _diagnostic(
        "conflict",
        f"'{name}' and {target} cannot stand together: {_reason(rule)}",
        where,
        "choose another alternative of one of them, or leave one out",
    )


def _dangling(choice: Choice, alternative: str, reading: _Reading) -> Iterator[Diagnostic]:
    """References of a wording to what its reader's text does not have."""
    missing: dict[str, None] = {}
    for reference, occurrence in references(choice.clause.wording(alternative), choice.topic):
        if reference.topic not in reading.alternatives and reading.prints(occurrence, choice.topic):
            missing[str(reference.topic)] = None
    for target in missing:
        yield _diagnostic(
            "reference-missing",
            f"'{choice.topic}/{alternative}' refers to '{target}', and the text has it not",
            choice.where,
            f"add '{target}', or choose another alternative of '{choice.topic}'",
        )


def _named(target: AnyOrOne) -> str:
    match target:
        case TopicTarget() | AlternativeTarget():
            return f"'{target}'"
        case ParamTarget(topic, name):
            return f"a value for '{target.dotted}'" if topic else f"the role '{name}'"
        case OptionTarget():
            return f"the option '{target.dotted}'"
        case AnyTarget(targets):
            return " or ".join(_named(each) for each in targets)
        case _:
            assert_never(target)


def _reason(rule: Rule) -> str:
    return rule.because.strip().rstrip(".")


def _diagnostic(code: str, message: str, where: Where, hint: str) -> Diagnostic:
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, where=where, hint=hint)


def _attributed(broken: Diagnostic, read_by: Sequence[str], parties: Sequence[str]) -> Diagnostic:
    if len(read_by) == len(parties):
        return broken
    message = f"as {' and '.join(read_by)} would have it, {broken.message}"
    return _diagnostic(broken.code, message, broken.where or Where(""), broken.hint or "")
