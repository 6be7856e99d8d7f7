"""What the words of the chosen clauses ask for: options, values, roles, and what a draft decides as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from treatykit.assemble.plan import Choice, Plan
from treatykit.assemble.readings import read_by_any
from treatykit.assemble.values import Values
from treatykit.library.params import PartyParam
from treatykit.library.rules import Selection, holds
from treatykit.library.targets import OptionTarget, ParamTarget, simple_targets
from treatykit.markup.slots import DraftWord, ParamName, RoleForm, RoleName
from treatykit.markup.syntax import OptionCondition, Slot
from treatykit.markup.walk import Occurrence, occurrences

Need = OptionTarget | ParamTarget | RoleName | DraftWord
"""An option or a value (of a role: who holds it), the adjective of a role's holder, or a word of the draft."""


def needs(plan: Plan, values: Values) -> tuple[Need, ...]:
    """What is asked for, each once, in the order of the text; what depends on an option comes after it."""
    reading = cache(partial(read_by_any, plan, values))
    found: dict[Need, None] = {}
    for choice in plan.choices:
        found |= dict.fromkeys(_needs(choice, reading))
    return tuple(found)


def _needs(choice: Choice, reading: Callable[[tuple[str, ...]], Selection]) -> Iterator[Need]:
    for option in choice.options:
        if option.alternative is None:
            continue
        for occurrence in occurrences(choice.clause.wording(option.alternative)):
            yield from _asked(occurrence, choice, reading(option.parties))
        yield from _required(choice, option.alternative)


def _asked(occurrence: Occurrence, choice: Choice, selection: Selection) -> Iterator[Need]:
    for condition in occurrence.conditions:
        if isinstance(condition, OptionCondition):
            yield OptionTarget(choice.topic, condition.option)
        if not holds(condition, choice.topic, selection):
            return
    if occurrence.in_note or not isinstance(occurrence.node, Slot):
        return
    match occurrence.node.subject:
        case ParamName(topic, name):
            yield ParamTarget(topic, name)
        case RoleName(role, form):
            yield ParamTarget(None, role)
            if form is RoleForm.ADJECTIVE:
                yield RoleName(role, form)
        case DraftWord() as word:
            yield word


def _required(choice: Choice, alternative: str) -> Iterator[Need]:
    """What the rules of a wording want to have a value or be chosen."""
    for rule in (*choice.clause.facts.requires, *choice.clause.facts_on(alternative).requires):
        for target in simple_targets(rule.target):
            if isinstance(target, ParamTarget | OptionTarget):
                yield target


def roles(plan: Plan) -> dict[str, PartyParam]:
    """What the chosen clauses say of the roles that they speak of."""
    return {
        name: spec
        for choice in plan.choices
        for name, spec in choice.clause.facts.params.items()
        if isinstance(spec, PartyParam)
    }
