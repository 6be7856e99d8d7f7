"""Checks a selection of clauses against what the clauses require and what they are in conflict with.

The brackets of a draft give every party its own reading. Rules are checked in each
reading, never across competing options: what A proposes may contradict what B proposes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain
from types import MappingProxyType
from typing import Final, assert_never

from treatykit.errors import Where
from treatykit.library.clause import Clause, labels, references
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.library.schema import Rule, RuleKind
from treatykit.library.targets import (
    AlternativeTarget,
    AnyOrOne,
    OptionTarget,
    ParamTarget,
    SimpleTarget,
    TopicTarget,
    TypeTarget,
    simple_targets,
)
from treatykit.markup.slots import ParamName
from treatykit.markup.syntax import Condition, OptionCondition, Reference, RegisterCondition, Slot, TopicCondition
from treatykit.markup.walk import Occurrence, occurrences
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a draft holds, as one party reads it.

    Attributes:
        alternatives: The wording of each topic, in the order of the text; a topic that this
            reading leaves out is not there.
        params: The parameters that have a value: ``transit-controls.hours``, roles by name alone.
        options: The options that are on, ``transit-controls.escorts``.
        instrument: What the text is called.
        reader: The party whose reading it is, by the code that the clauses know it by, ``A``;
            None where nothing is bracketed.
    """

    alternatives: Mapping[str, str]
    params: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()
    instrument: InstrumentType = InstrumentType.TREATY
    reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule that a selection breaks.

    Attributes:
        topic: The topic that makes the rule.
        alternative: Its wording in the draft.
        target: What it requires and misses, what it is in conflict with, or what it refers to in vain.
        because: The reason that the library gives.
        where: The place of the reference, for one that goes nowhere.
        readers: The parties in whose reading the rule is broken; empty where it is in all.
    """

    kind: RuleKind
    topic: str
    alternative: str
    target: AnyOrOne | Reference
    because: str
    where: Where | None = field(default=None, compare=False)
    readers: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong, in one clause that names both sides and the reason."""
        in_reading = f"in the reading of {' and '.join(self.readers)}, " if self.readers else ""
        return f"{in_reading}{self.topic}/{self.alternative} {self._says()}: {self.because}"

    def _says(self) -> str:
        if isinstance(self.target, TypeTarget):
            fits = "fits only" if self.kind.wants else "does not fit"
            usually = "" if self.kind.refuses else " well"
            return f"{fits}{usually} a text of the type '{self.target.instrument}'"
        match self.kind:
            case RuleKind.REQUIRES:
                return f"requires {self.target}, which the draft does not have"
            case RuleKind.CONFLICTS:
                return f"is in conflict with {self.target}, which the draft has"
            case RuleKind.EXPECTS:
                return f"expects {self.target}, which the draft does not have"
            case RuleKind.CAUTIONS:
                return f"stands uneasily beside {self.target}, which the draft has"
            case RuleKind.REFERS:
                return f"refers to {_referred(self.target)}, which the draft does not have"
            case _:
                assert_never(self.kind)


VERBS: Final[Mapping[RuleKind, str]] = MappingProxyType(
    {
        RuleKind.REQUIRES: "requires",
        RuleKind.CONFLICTS: "cannot stand with",
        RuleKind.EXPECTS: "expects",
        RuleKind.CAUTIONS: "stands uneasily beside",
    }
)
"""What a clause says of the target of a rule that it makes."""


def broken_rules(readings: Sequence[Selection], clauses: Mapping[str, Clause]) -> tuple[Violation, ...]:
    """The rules that a draft breaks, each once, in the order of the text.

    Args:
        readings: The draft as each party reads it; one without a reader where nothing is bracketed.
        clauses: At least the clauses of all topics in the readings.
    """
    found: dict[Violation, list[str]] = {}
    for reading in readings:
        for violation in _mirrored_once(_broken(reading, clauses)):
            found.setdefault(violation, []).append(reading.reader or "")
    return tuple(
        violation if len(readers) == len(readings) else replace(violation, readers=tuple(readers))
        for violation, readers in found.items()
    )


def clashes(
    readings: Sequence[Selection], clauses: Mapping[str, Clause], there: Collection[str]
) -> tuple[Violation, ...]:
    """What clauses of a text are in conflict with, or stand uneasily beside, in another text; each once.

    Final clauses are left out: each text has its own.

    Args:
        clauses: At least the clauses of all topics in the readings.
        there: The topics and wordings, ``topic/alternative``, of the other text.
    """
    found: dict[Violation, None] = {}
    for topic, alternative in chain.from_iterable(reading.alternatives.items() for reading in readings):
        facts = clauses[topic].facts
        for kind in (RuleKind.CONFLICTS, RuleKind.CAUTIONS) if facts.part != "final" else ():
            for rule in (*facts.rules[kind], *clauses[topic].facts_on(alternative).rules[kind]):
                if any(str(target) in there for target in simple_targets(rule.target)):
                    said = Violation(
                        kind=kind, topic=topic, alternative=alternative, target=rule.target, because=rule.because
                    )
                    found[said] = None
    return tuple(found)


def _broken(selection: Selection, clauses: Mapping[str, Clause]) -> Iterator[Violation]:
    for topic, alternative in selection.alternatives.items():
        clause = clauses[topic]
        facts = clause.facts_on(alternative)
        for kind, rules in clause.facts.rules.items():
            yield from _ruled(selection, topic, (*rules, *facts.rules[kind]), kind)
        yield from _referring(selection, clause, clauses)


def _ruled(selection: Selection, topic: str, rules: Iterable[Rule], kind: RuleKind) -> Iterator[Violation]:
    for rule in rules:
        present = any(_is_present(target, selection) for target in simple_targets(rule.target))
        if present is not kind.wants:
            alternative = selection.alternatives[topic]
            yield Violation(kind=kind, topic=topic, alternative=alternative, target=rule.target, because=rule.because)


def _is_present(target: SimpleTarget, selection: Selection) -> bool:
    match target:
        case TopicTarget(topic):
            return topic in selection.alternatives
        case AlternativeTarget(topic, alternative):
            return selection.alternatives.get(topic) == alternative
        case ParamTarget():
            return target.dotted in selection.params
        case OptionTarget():
            return target.dotted in selection.options
        case TypeTarget(instrument):
            return selection.instrument is instrument
        case _:
            assert_never(target)


# --- References ----------------------------------------------------------------------------------


def _referring(selection: Selection, clause: Clause, clauses: Mapping[str, Clause]) -> Iterator[Violation]:
    """References and slots that go to what the draft does not have; each target is reported once."""
    topic = clause.topic
    alternative = selection.alternatives[topic]
    wording = clause.wording(alternative)
    found: dict[AnyOrOne | Reference, Where | None] = {}
    for reference, occurrence in references(wording, topic):
        if _is_printed(occurrence, topic, selection) and not _goes_somewhere(reference, selection, clauses):
            found.setdefault(reference, reference.where)
    for occurrence in occurrences(wording):
        match occurrence.node:
            case Slot(ParamName(other)) if other not in selection.alternatives and not occurrence.in_note:
                if _is_printed(occurrence, topic, selection):
                    found.setdefault(TopicTarget(other), occurrence.node.where)
            case _:
                pass
    for target, where in found.items():
        because = "its text would point at nothing" if isinstance(target, Reference) else "its text uses a value of it"
        yield Violation(
            kind=RuleKind.REFERS, topic=topic, alternative=alternative, target=target, because=because, where=where
        )


def _goes_somewhere(reference: Reference, selection: Selection, clauses: Mapping[str, Clause]) -> bool:
    topic = reference.topic or ""
    if topic not in selection.alternatives:
        return False
    if reference.label is None:
        return True
    labelled = labels(clauses[topic].wording(selection.alternatives[topic])).get(reference.label)
    return labelled is not None and _is_printed(labelled, topic, selection)


def _is_printed(occurrence: Occurrence, topic: str, selection: Selection) -> bool:
    """Whether a passage of a topic is printed in this reading."""
    if occurrence.readers is not None and selection.reader is not None and selection.reader not in occurrence.readers:
        return False
    return all(holds(condition, topic, selection) for condition in occurrence.conditions)


def holds(condition: Condition, topic: str, selection: Selection) -> bool:
    """Whether a condition in a wording of a topic holds."""
    match condition:
        case OptionCondition(option, negated):
            return (f"{topic}.{option}" in selection.options) is not negated
        case TopicCondition(other, negated):
            return (other in selection.alternatives) is not negated
        case RegisterCondition(register, negated):
            return (register_of(selection.instrument) is register) is not negated
        case _:
            assert_never(condition)


def _mirrored_once(violations: Iterable[Violation]) -> Iterator[Violation]:
    """Leave out a conflict or a caution that its other side has already declared."""
    declared: set[tuple[RuleKind, str, str]] = set()
    for violation in violations:
        kind = violation.kind
        if not kind.wants:
            sides = {each.topic for each in _simple(violation.target) if each.topic}
            if sides and all((kind, side, violation.topic) in declared for side in sides):
                continue
            declared |= {(kind, violation.topic, side) for side in sides}
        yield violation


def _simple(target: AnyOrOne | Reference) -> tuple[SimpleTarget, ...]:
    return () if isinstance(target, Reference) else simple_targets(target)


def _referred(target: AnyOrOne | Reference) -> str:
    if not isinstance(target, Reference):
        return str(target)
    return f"{target.topic}#{target.label}" if target.label else str(target.topic)
