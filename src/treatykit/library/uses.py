"""Tells which profiles and clauses have to do with a topic, a wording, a parameter, a role or an option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from treatykit.errors import ContentError, Errors
from treatykit.library.clause import Clause, labels, references
from treatykit.library.index import Library, clause_not_found
from treatykit.library.params import PartyParam
from treatykit.library.profile import Profile
from treatykit.library.schema import AlternativeFacts, FrontMatter
from treatykit.library.targets import (
    AlternativeTarget,
    AnyOrOne,
    OptionTarget,
    ParamTarget,
    TopicTarget,
    simple_targets,
)
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import ParamName, RoleName
from treatykit.markup.syntax import Alternative, Condition, OptionCondition, Slot, TopicCondition
from treatykit.markup.walk import occurrences
from treatykit.records import dataclass

UsedTarget = TopicTarget | AlternativeTarget | ParamTarget | OptionTarget


class UseKind(StrEnum):
    """What one place has to do with a target."""

    HOLDS = "holds"  # a profile
    EXCLUDES = "excludes"  # a profile
    REQUIRES = "requires"
    CONFLICTS = "conflicts"
    EXPECTS = "expects"
    CAUTIONS = "cautions"
    REFERS = "refers"
    DEPENDS = "depends"  # a passage is printed on its condition
    PRINTS = "prints"  # the value of a parameter, or the name of a role


@dataclass(frozen=True, slots=True)
class Use:
    """A place that names a target.

    Attributes:
        user: The topic that names it; for `HOLDS` and `EXCLUDES`, the profile.
        alternative: The wording that does; None for the topic as a whole.
        reason: Why, in the library's words; empty where nobody says.
        names: What a rule names where that is not the very thing that was asked for: one wording of a topic,
            or ``any of`` several things; else empty.
    """

    kind: UseKind
    user: str
    alternative: str | None = None
    reason: str = ""
    names: str = ""


def read_target(library: Library, written: str) -> UsedTarget:
    """What a person names: ``topic``, ``topic/alternative``, ``topic.name``, ``param:x``, ``option:x``, or a role.

    Raises:
        ContentError: The library has nothing of that name.
    """
    kind, colon, name = written.partition(":")
    if not colon:
        kind, name = "", written
    elif kind not in ("param", "option"):
        hint = "write 'topic', 'topic/alternative', 'param:topic.name', 'param:role' or 'option:topic.name'"
        raise ContentError(f"'{written}' names nothing in the library", hint=hint)
    topic, dot, own = name.partition(".")
    if dot:
        return _own(library.facts(topic), own, kind)
    topic, slash, alternative = name.partition("/")
    if slash and not kind:
        library.clause(topic).facts_on(alternative)
        return AlternativeTarget(topic, alternative)
    if not kind and name in library.topics():
        return TopicTarget(name)
    roles = {role for facts in library.listing(Errors()) for role in _roles(facts)}
    if kind != "option" and name in roles:
        return ParamTarget(None, name)
    raise clause_not_found(name, (*library.topics(), *sorted(roles)), None)


def uses(library: Library, target: UsedTarget, errors: Errors | None = None) -> tuple[Use, ...]:
    """All places of the library that name a target: profiles, then rules and words; reads every clause.

    Args:
        target: As `read_target` gives it.
        errors: Takes what is wrong in profiles and clauses, which are then left out.

    Raises:
        TreatykitError: Without `errors`, what is wrong in any of the files.
    """
    gathered = Errors() if errors is None else errors
    labelled = _labelled(library, target)
    places: list[Use] = []
    for topic in library.topics():
        if topic != target.topic or not isinstance(target, TopicTarget):
            with gathered.noted():
                places += _by_clause(library.clause(topic), target, labelled)
    profiles: list[Use] = []
    for variant in library.variants():
        with gathered.noted():
            profiles += _by_profile(library.profile(variant), target, places)
    if errors is None:
        gathered.raise_any()
    return tuple(dict.fromkeys((*profiles, *places)))


def _own(facts: FrontMatter, name: str, kind: str) -> UsedTarget:
    """A parameter or an option of a topic."""
    if name in facts.options and kind != "param":
        return OptionTarget(facts.id, name)
    if name in facts.params and kind != "option":
        return ParamTarget(None if isinstance(facts.params[name], PartyParam) else facts.id, name)
    noun, known = {
        "param": ("parameter", [*facts.params]),
        "option": ("option", [*facts.options]),
    }.get(kind, ("parameter or option", [*facts.params, *facts.options]))
    hint = did_you_mean(name, known, otherwise=f"there are {listed(known, last='and')}" if known else "it has none")
    raise ContentError(f"no {noun} '{name}' in '{facts.id}'", hint=hint)


def _roles(facts: FrontMatter) -> Iterator[str]:
    return (name for name, spec in facts.params.items() if isinstance(spec, PartyParam))


def _labelled(library: Library, target: UsedTarget) -> frozenset[str]:
    """The passages that references may go to only because of this wording."""
    if not isinstance(target, AlternativeTarget):
        return frozenset()
    return frozenset(labels(library.clause(target.topic).wording(target.alternative)))


def held_by(target: UsedTarget, places: Iterable[Use], topic: str, alternative: str | None) -> bool:
    """Whether who has this wording of a topic has the target.

    Args:
        places: What `uses` found; who prints a parameter or depends on an option has that.
    """
    match target:
        case TopicTarget(name):
            return topic == name
        case AlternativeTarget(name, wording):
            return (topic, alternative) == (name, wording)
        case ParamTarget() | OptionTarget():
            words = (use for use in places if use.kind in (UseKind.PRINTS, UseKind.DEPENDS))
            return (topic, alternative) in {(use.user, use.alternative) for use in words}
        case _:
            assert_never(target)


def _by_profile(profile: Profile, target: UsedTarget, places: Iterable[Use]) -> Iterator[Use]:
    for choice in profile.topics:
        if held_by(target, places, choice.topic, choice.alternative):
            alternative = choice.alternative if choice.topic == target.topic else f"{choice.topic}/{choice.alternative}"
            yield Use(UseKind.HOLDS, profile.id, alternative)
    for rule in profile.exclude:
        if _names(rule.target, target) or TopicTarget(target.topic or "") in simple_targets(rule.target):
            yield Use(UseKind.EXCLUDES, profile.id, None, rule.because, _named(rule.target, target))


def _by_clause(clause: Clause, target: UsedTarget, labelled: frozenset[str]) -> Iterator[Use]:
    owners: tuple[FrontMatter | AlternativeFacts, ...] = (clause.facts, *clause.facts.alternatives)
    for owner in owners:
        alternative = None if isinstance(owner, FrontMatter) else owner.id
        for made, rules in owner.rules.items():
            for rule in rules:
                if _names(rule.target, target):
                    yield Use(UseKind(made), clause.topic, alternative, rule.because, _named(rule.target, target))
    for wording in clause.body.alternatives:
        if (clause.topic, wording.id) == (target.topic, getattr(target, "alternative", None)):
            continue
        for kind in _in_words(clause.topic, wording, target, labelled):
            yield Use(kind, clause.topic, wording.id)


def _names(ruled: AnyOrOne, target: UsedTarget) -> bool:
    """Whether a rule speaks of the target; of a topic, also where it speaks of one of its wordings or parameters."""
    if isinstance(target, TopicTarget):
        return any(each.topic == target.topic for each in simple_targets(ruled))
    return target in simple_targets(ruled)


def _named(ruled: AnyOrOne, target: UsedTarget) -> str:
    """What a rule names, where it is another thing than the target."""
    return "" if ruled == target else str(ruled)


def _in_words(topic: str, wording: Alternative, target: UsedTarget, labelled: frozenset[str]) -> Iterator[UseKind]:
    match target:
        case TopicTarget(name):
            if any(reference.topic == name for reference, _ in references(wording, topic)):
                yield UseKind.REFERS
            if any(TopicCondition(name, negated) in _conditions(wording) for negated in (False, True)):
                yield UseKind.DEPENDS
        case AlternativeTarget(name):
            found = (reference for reference, _ in references(wording, topic) if reference.topic == name)
            if topic != name and any(reference.label in labelled for reference in found):
                yield UseKind.REFERS
        case OptionTarget(owner, option):
            if owner == topic and any(OptionCondition(option, no) in _conditions(wording) for no in (False, True)):
                yield UseKind.DEPENDS
        case ParamTarget():
            if any(_prints(slot, target) for slot in _slots(wording)):
                yield UseKind.PRINTS
        case _:
            assert_never(target)


def _conditions(wording: Alternative) -> frozenset[Condition]:
    return frozenset(condition for each in occurrences(wording) for condition in each.conditions)


def _slots(wording: Alternative) -> Iterator[Slot]:
    return (each.node for each in occurrences(wording) if isinstance(each.node, Slot))


def _prints(slot: Slot, target: ParamTarget) -> bool:
    match slot.subject:
        case ParamName(topic, name):
            return (topic, name) == (target.topic, target.name)
        case RoleName(role):
            return target.topic is None and role == target.name
        case _:
            return False
