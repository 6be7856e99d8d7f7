"""Checks that the facts and the words of a clause speak of the same things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, assert_never

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.library.clause import Clause, labelled, referring
from treatykit.library.params import (
    DateParam,
    DurationParam,
    IntegerParam,
    ListParam,
    MoneyParam,
    ParamSpec,
    PartyParam,
)
from treatykit.library.schema import Rule
from treatykit.library.targets import OptionTarget, ParamTarget, simple_targets
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import DraftWord, Filter, ParamName, RoleName
from treatykit.markup.syntax import Alternative, Commentary, OptionCondition, Slot
from treatykit.markup.walk import Occurrence, occurrences
from treatykit.markup.yaml_document import Path

_FITTING: Final[dict[Filter, tuple[type, ...]]] = {
    Filter.WORDS: (IntegerParam, DurationParam),
    Filter.ORDINAL: (IntegerParam,),
    Filter.DATE: (DateParam,),
    Filter.MONEY: (MoneyParam,),
    Filter.JOIN: (ListParam,),
}
"""The parameters that a filter can write out; `cap` and `upper` fit all."""


def clause_findings(clause: Clause, *, is_whole: bool = True) -> tuple[Diagnostic, ...]:
    """What is wrong with a clause taken by itself, in the order of its file.

    Args:
        is_whole: All its words could be read; if not, nothing is told to be missing from them.
    """
    walks = [(wording, occurrences(wording)) for wording in _wordings(clause)]
    walked = tuple(chain.from_iterable(walk for _, walk in walks))
    slots = [each.node for each in walked if isinstance(each.node, Slot)]
    conditions = _option_conditions(walked)
    found = [*_unknown_wordings(clause), *_slots(clause, slots), *_conditions(clause, conditions)]
    if is_whole:
        found += [*_missing_wordings(clause), *_labels(clause, walks), *_unused(clause, slots, conditions)]
    return tuple(
        sorted(found, key=lambda each: (each.where.line or 0, each.where.column or 0) if each.where else (0, 0))
    )


def _unknown_wordings(clause: Clause) -> Iterator[Diagnostic]:
    """Every wording has facts."""
    facts = [each.id for each in clause.facts.alternatives]
    words = [each.id for each in clause.body.alternatives]
    for alternative in clause.body.alternatives:
        if alternative.id not in facts:
            hint = did_you_mean(alternative.id, set(facts) - set(words), otherwise="add it to 'alternatives'")
            yield _error("no-facts", f"the front matter does not know '{alternative.id}'", alternative.where, hint)


def _missing_wordings(clause: Clause) -> Iterator[Diagnostic]:
    """Every alternative has words, in the same order."""
    facts = [each.id for each in clause.facts.alternatives]
    words = [each.id for each in clause.body.alternatives]
    for number, name in enumerate(facts):
        if name not in words:
            where = clause.document.where(("alternatives", number, "id"))
            hint = did_you_mean(name, set(words) - set(facts), otherwise=f"write '## alternative: {name}' in the body")
            yield _error("no-wording", f"the alternative '{name}' has no wording", where, hint)
    if facts != words and sorted(facts) == sorted(words):
        where = clause.document.where_key(("alternatives",))
        hint = "they stand in order of preference in both"
        yield _warning("order-of-alternatives", "facts and wordings come in different orders", where, hint)


def _slots(clause: Clause, slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """Every slot is filled by something that is declared, and can be written that way."""
    for slot in slots:
        match slot.subject:
            case ParamName(topic, name) if topic == clause.topic:
                yield from _own_param(clause, slot, name)
            case RoleName(role):
                yield from _role(clause, slot, role)
            case ParamName():
                pass  # Another topic's: `library_findings` looks there.
            case DraftWord() as word:
                dates = (Filter.DATE,) if word is DraftWord.DONE_DATE else ()
                yield from _words_only(slot, *dates)
            case _:
                assert_never(slot.subject)


def _own_param(clause: Clause, slot: Slot, name: str) -> Iterator[Diagnostic]:
    spec = clause.facts.params.get(name)
    if spec is None:
        hint = did_you_mean(name, clause.facts.params, otherwise="declare it under 'params'")
        yield _error("undeclared-param", f"no parameter is called '{name}'", slot.where, hint)
    elif isinstance(spec, PartyParam):
        hint = f"write '{{{{ {name}.short }}}}'"
        yield _error("role-as-param", f"'{name}' is a role", slot.where, hint)
    else:
        for each in slot.filters:
            if not _fits(each, spec):
                message = f"'{each}' cannot write out '{name}', which is of type {spec.type}"
                yield _error("unfitting-filter", message, slot.where, _fitting_filters(spec))


def _role(clause: Clause, slot: Slot, role: str) -> Iterator[Diagnostic]:
    roles = [name for name, spec in clause.facts.params.items() if isinstance(spec, PartyParam)]
    if role not in roles:
        otherwise = "declare it under 'params', with 'type: party'"
        yield _error(
            "undeclared-role", f"no role is called '{role}'", slot.where, did_you_mean(role, roles, otherwise=otherwise)
        )
    yield from _words_only(slot)


def _words_only(slot: Slot, *more: Filter) -> Iterator[Diagnostic]:
    for each in slot.filters:
        if each in _FITTING and each not in more:
            hint = "use cap or upper, or no filter"
            yield _error("unfitting-filter", f"'{each}' cannot write out '{slot.subject}'", slot.where, hint)


def _conditions(clause: Clause, conditions: Iterable[OptionCondition]) -> Iterator[Diagnostic]:
    """Every condition asks for an option that is declared."""
    for condition in conditions:
        if condition.option not in clause.facts.options:
            hint = did_you_mean(condition.option, clause.facts.options, otherwise="declare it under 'options'")
            yield _error("undeclared-option", f"no option is called '{condition.option}'", condition.where, hint)


def _labels(
    clause: Clause, walks: Iterable[tuple[Alternative | Commentary, tuple[Occurrence, ...]]]
) -> Iterator[Diagnostic]:
    """Every reference to a passage of the same wording finds it."""
    for wording, walk in walks:
        if not isinstance(wording, Alternative):
            continue
        known = labelled(walk)
        for reference, _ in referring(walk, clause.topic):
            if reference.topic == clause.topic and reference.label and reference.label not in known:
                otherwise = f"label a passage of '{wording.id}' with '{{#{reference.label}}}'"
                hint = did_you_mean(reference.label, known, otherwise=otherwise)
                yield _error("unknown-label", f"no label '{reference.label}' in '{wording.id}'", reference.where, hint)


def _unused(clause: Clause, slots: Iterable[Slot], conditions: Iterable[OptionCondition]) -> Iterator[Diagnostic]:
    """Every parameter and option is used; a role may be there for other topics."""
    subjects = {slot.subject for slot in slots}
    params = {each.name for each in subjects if isinstance(each, ParamName) and each.topic == clause.topic}
    options = {condition.option for condition in conditions}
    for rule, _ in rules_of(clause):
        for target in simple_targets(rule.target):
            if isinstance(target, ParamTarget) and target.topic == clause.topic:
                params.add(target.name)
            if isinstance(target, OptionTarget) and target.topic == clause.topic:
                options.add(target.name)
    for name, spec in clause.facts.params.items():
        if name not in params and not isinstance(spec, PartyParam):
            where = clause.document.where_key(("params", name))
            hint = f"use it as '{{{{ {clause.topic}.{name} }}}}', or delete it"
            yield _error("unused-param", f"no wording uses the parameter '{name}'", where, hint)
    for name in clause.facts.options:
        if name not in options:
            where = clause.document.where_key(("options", name))
            hint = f"use it as '{{?{name}}}', or delete it"
            yield _error("unused-option", f"no wording uses the option '{name}'", where, hint)


def rules_of(clause: Clause) -> Iterator[tuple[Rule, Path]]:
    """All rules of a clause, of the topic and of its wordings, with their places in the front matter."""
    for kind, rules in clause.facts.rules.items():
        for number, rule in enumerate(rules):
            yield rule, (kind, number)
    for position, each in enumerate(clause.facts.alternatives):
        for kind, rules in each.rules.items():
            for number, rule in enumerate(rules):
                yield rule, ("alternatives", position, kind, number)


def _option_conditions(walked: Iterable[Occurrence]) -> tuple[OptionCondition, ...]:
    """The conditions on options, each once, where it was written."""
    conditions = (condition for occurrence in walked for condition in occurrence.conditions)
    return tuple({id(each): each for each in conditions if isinstance(each, OptionCondition)}.values())


def _wordings(clause: Clause) -> tuple[Alternative | Commentary, ...]:
    commentary = (clause.body.commentary,) if clause.body.commentary else ()
    return (*clause.body.alternatives, *commentary)


def _fits(filter_: Filter, spec: ParamSpec) -> bool:
    return filter_ not in _FITTING or isinstance(spec, _FITTING[filter_])


def _fitting_filters(spec: ParamSpec) -> str:
    return f"{listed((each for each in Filter if _fits(each, spec)), last='and')} can"


def _error(code: str, message: str, where: Where | None, hint: str | None) -> Diagnostic:
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, where=where, hint=hint)


def _warning(code: str, message: str, where: Where | None, hint: str | None) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, where=where, hint=hint)
