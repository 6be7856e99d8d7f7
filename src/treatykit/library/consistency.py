"""Checks that the clauses and profiles of a library fit each other; reads all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Errors, TreatykitError, Where
from treatykit.library.clause import Clause, labels, references
from treatykit.library.cross_check import clause_findings, rules_of
from treatykit.library.index import Library
from treatykit.library.loader import read_clause
from treatykit.library.params import PartyParam
from treatykit.library.profile import Profile
from treatykit.library.rules import Selection, broken_rules
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
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import ParamName, RoleName
from treatykit.markup.syntax import Reference, Slot, TopicCondition
from treatykit.markup.walk import Occurrence, occurrences
from treatykit.markup.yaml_document import YamlDocument


def library_findings(library: Library) -> tuple[Diagnostic, ...]:
    """What is wrong in a library: files that do not load, and what they say of each other."""
    clauses: dict[str, Clause] = {}
    broken: set[str] = set()
    findings: list[Diagnostic] = []
    for topic in library.topics():
        errors = Errors()
        with errors.noted():
            clause, wrong = read_clause(library.text(topic), library.place(topic), topic)
            for error in wrong.found:
                errors.note(error)
            if clause is not None:
                clauses[topic] = clause
        findings += [_error("clause", each.message, each.where, each.hint) for each in errors.found]
        if errors.found:
            broken.add(topic)
    complete = not broken
    for topic, clause in clauses.items():
        findings += clause_findings(clause) if topic not in broken else ()
        findings += _Among(library, clauses, broken).findings(clause)
    findings += _unused_roles(clauses) if complete else ()
    for variant in library.variants():
        try:
            profile = library.profile(variant)
        except TreatykitError as error:
            findings += [_error("profile", each.message, each.where, each.hint) for each in error.all]
        else:
            findings += profile_findings(profile, library.profile_document(variant), clauses) if complete else ()
    return tuple(dict.fromkeys(findings))


def profile_findings(profile: Profile, document: YamlDocument, clauses: Mapping[str, Clause]) -> Iterator[Diagnostic]:
    """What is wrong with a profile, given the clauses of the library."""
    chosen: dict[str, str] = {}
    for number, choice in enumerate(profile.topics):
        where = document.where(("topics", number))
        if problem := _missing(AlternativeTarget(choice.topic, choice.alternative), clauses):
            yield _error("unknown-target", problem[0], where, problem[1])
            continue
        chosen[choice.topic] = choice.alternative
        fits = clauses[choice.topic].facts_on(choice.alternative).variants
        if profile.id not in fits:
            message = f"'{choice.topic}/{choice.alternative}' does not fit the variant '{profile.id}'"
            yield _error("unfitting-alternative", message, where, f"it fits {listed(fits, last='and')}")
    for number, rule in enumerate(profile.exclude):
        yield from _unknown(rule.target, clauses, document.where(("exclude", number, "target")))
    for violation in broken_rules([default_selection(chosen, clauses)], clauses):
        number = next(number for number, choice in enumerate(profile.topics) if choice.topic == violation.topic)
        hint = "choose another wording, or add what is missing"
        found = _error("broken-rule", violation.message, document.where(("topics", number)), hint)
        yield found if violation.kind.refuses else replace(found, severity=Severity.WARNING)


def default_selection(chosen: Mapping[str, str], clauses: Mapping[str, Clause]) -> Selection:
    """The selection that a choice of wordings makes when every option is as by default and every blank is filled."""
    facts = [clauses[topic].facts for topic in chosen]
    params = [
        name if isinstance(spec, PartyParam) else f"{each.id}.{name}"
        for each in facts
        for name, spec in each.params.items()
    ]
    options = [f"{each.id}.{name}" for each in facts for name, spec in each.options.items() if spec.default]
    return Selection(alternatives=chosen, params=frozenset(params), options=frozenset(options))


class _Among:
    """A clause among the others of its library.

    Args:
        broken: The topics of which not all could be read: what they may have is not told to be missing.
    """

    def __init__(self, library: Library, clauses: Mapping[str, Clause], broken: Collection[str]) -> None:
        self._clauses = clauses
        self._broken = broken
        self._unread = frozenset(broken) - clauses.keys()
        self._variants = library.variants()

    def findings(self, clause: Clause) -> Iterator[Diagnostic]:
        for rule, path in rules_of(clause):
            yield from _unknown(rule.target, self._clauses, clause.document.where((*path, "target")), self._unread)
        yield from self._unknown_variants(clause)
        for wording in clause.body.alternatives:
            for reference, _ in references(wording, clause.topic):
                yield from self._dangling(reference)
            for occurrence in occurrences(wording):
                yield from self._mentioned(occurrence, clause)
                if isinstance(node := occurrence.node, Reference) and node.instrument and node.topic:
                    yield from self._dangling(node)
        for occurrence in occurrences(clause.body.commentary) if clause.body.commentary else ():
            yield from self._mentioned(occurrence, clause)
            if isinstance(node := occurrence.node, Reference) and (node.topic or not node.instrument):
                yield from self._dangling(Reference(node.topic or clause.topic, node.label, where=node.where))

    def _unknown_variants(self, clause: Clause) -> Iterator[Diagnostic]:
        for position, alternative in enumerate(clause.facts.alternatives):
            for number, variant in enumerate(alternative.variants):
                if self._variants and variant not in self._variants:
                    where = clause.document.where(("alternatives", position, "variants", number))
                    hint = did_you_mean(variant, self._variants, otherwise="write a profile for it")
                    yield _error("unknown-variant", f"no profile '{variant}' in the library", where, hint)

    def _dangling(self, reference: Reference) -> Iterator[Diagnostic]:
        """References to topics that there are not, or to labels that no wording of the topic has."""
        topic = reference.topic or ""
        if problem := _missing(TopicTarget(topic), self._clauses, self._unread):
            yield _error("unknown-target", problem[0], reference.where, problem[1])
        elif reference.label and topic not in self._broken:
            known = [label for wording in self._clauses[topic].body.alternatives for label in labels(wording)]
            if reference.label not in known:
                hint = did_you_mean(reference.label, known, otherwise=f"label a passage of '{topic}'")
                yield _error("unknown-label", f"no label '{reference.label}' in '{topic}'", reference.where, hint)

    def _mentioned(self, occurrence: Occurrence, clause: Clause) -> Iterator[Diagnostic]:
        """Topics and parameters of other clauses that conditions and slots name."""
        for condition in occurrence.conditions:
            if isinstance(condition, TopicCondition) and (
                problem := _missing(TopicTarget(condition.topic), self._clauses, self._unread)
            ):
                yield _error("unknown-target", problem[0], condition.where, problem[1])
        match occurrence.node:
            case Slot(ParamName(topic, name)) if topic != clause.topic:
                if problem := _missing(ParamTarget(topic, name), self._clauses, self._unread):
                    yield _error("unknown-target", problem[0], occurrence.node.where, problem[1])
            case _:
                pass


def _unused_roles(clauses: Mapping[str, Clause]) -> Iterator[Diagnostic]:
    """Roles that are declared and that no wording of any topic names."""
    used = {
        occurrence.node.subject.role
        for clause in clauses.values()
        for wording in clause.body.alternatives
        for occurrence in occurrences(wording)
        if isinstance(occurrence.node, Slot) and isinstance(occurrence.node.subject, RoleName)
    }
    for clause in clauses.values():
        for name, spec in clause.facts.params.items():
            if isinstance(spec, PartyParam) and name not in used:
                where = clause.document.where_key(("params", name))
                hint = f"write '{{{{ {name}.short }}}}' where the role is defined"
                yield Diagnostic(
                    severity=Severity.WARNING,
                    code="unused-role",
                    message=f"no wording says which party is '{name}'",
                    where=where,
                    hint=hint,
                )


def _unknown(
    target: AnyOrOne, clauses: Mapping[str, Clause], where: Where, unread: Collection[str] = ()
) -> Iterator[Diagnostic]:
    for each in simple_targets(target):
        if problem := _missing(each, clauses, unread):
            yield _error("unknown-target", problem[0], where, problem[1])


def _missing(
    target: SimpleTarget, clauses: Mapping[str, Clause], unread: Collection[str] = ()
) -> tuple[str, str | None] | None:
    """What a target names that the library does not have, and a hint; None when it has all.

    Args:
        unread: The topics whose facts cannot be read, and which may have what is named.
    """
    if isinstance(target, TypeTarget) or target.topic in unread or (target.topic is None and unread):
        return None
    if isinstance(target, ParamTarget) and target.topic is None:
        roles = {
            name
            for each in clauses.values()
            for name, spec in each.facts.params.items()
            if isinstance(spec, PartyParam)
        }
        return (
            None
            if target.name in roles
            else (f"no role '{target.name}' in the library", did_you_mean(target.name, roles))
        )
    topic = target.topic or ""
    if topic not in clauses:
        return f"no clause '{topic}' in the library", did_you_mean(topic, clauses)
    facts = clauses[topic].facts
    match target:
        case TopicTarget():
            return None
        case AlternativeTarget(_, name):
            what, known = "alternative", {each.id for each in facts.alternatives}
        case ParamTarget(_, name):
            what, known = "parameter", set(facts.params)
        case OptionTarget(_, name):
            what, known = "option", set(facts.options)
    return None if name in known else (f"no {what} '{name}' in '{topic}'", did_you_mean(name, known))


def _error(code: str, message: str, where: Where | None, hint: str | None) -> Diagnostic:
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, where=where, hint=hint)
