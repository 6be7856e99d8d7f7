"""Tells which profiles and clauses have to do with a topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from treatykit.errors import Errors
from treatykit.library.clause import references
from treatykit.library.index import Library
from treatykit.library.schema import AlternativeFacts, FrontMatter
from treatykit.library.targets import topics_of


class UseKind(StrEnum):
    """What one topic has to do with another."""

    REQUIRES = "requires"
    CONFLICTS = "conflicts"
    REFERS = "refers"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Use:
    """A place that names a topic.

    Attributes:
        user: The topic that names it; for `HOLDS`, the profile.
        alternative: The wording that does; None for the topic as a whole.
        reason: Why, in the library's words; empty for a reference.
    """

    kind: UseKind
    user: str
    alternative: str | None = None
    reason: str = ""


def uses(library: Library, topic: str, errors: Errors | None = None) -> tuple[Use, ...]:
    """All places of the library that name a topic: profiles, then rules and references; reads every clause.

    Args:
        errors: Takes what is wrong in profiles and clauses, which are then left out.

    Raises:
        ClauseNotFoundError: There is no such topic.
        TreatykitError: Without `errors`, what is wrong in any of the files.
    """
    library.require(topic)
    gathered = Errors() if errors is None else errors
    found: list[Use] = []
    for variant in library.variants():
        with gathered.noted():
            found += _held(library, variant, topic)
    for other in library.topics():
        if other != topic:
            with gathered.noted():
                found += _named(library, other, topic)
    if errors is None:
        gathered.raise_any()
    return tuple(found)


def _held(library: Library, variant: str, topic: str) -> Iterator[Use]:
    if choice := library.profile(variant).choice(topic):
        yield Use(UseKind.HOLDS, variant, choice.alternative)


def _named(library: Library, user: str, topic: str) -> Iterator[Use]:
    clause = library.clause(user)
    owners: tuple[FrontMatter | AlternativeFacts, ...] = (clause.facts, *clause.facts.alternatives)
    for owner in owners:
        alternative = None if isinstance(owner, FrontMatter) else owner.id
        for kind, rules in ((UseKind.REQUIRES, owner.requires), (UseKind.CONFLICTS, owner.conflicts)):
            for rule in rules:
                if topic in topics_of(rule.target):
                    yield Use(kind, user, alternative, rule.because)
    for wording in clause.body.alternatives:
        if any(reference.topic == topic for reference, _ in references(wording, user)):
            yield Use(UseKind.REFERS, user, wording.id)
