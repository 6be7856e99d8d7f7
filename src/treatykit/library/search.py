"""Finds clauses by words, and tells which clauses have to do with a topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from treatykit.errors import Errors
from treatykit.library.clause import references
from treatykit.library.index import Library
from treatykit.library.loader import split_clause
from treatykit.library.schema import AlternativeFacts, FrontMatter
from treatykit.library.targets import topics_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that holds the words looked for.

    Attributes:
        found_in: The weightiest place that holds one of them: title, label, summary or text.
        passage: What stands there.
    """

    topic: str
    title: str
    found_in: str
    passage: str


_WEIGHTS: Final = {"title": 8, "label": 4, "summary": 2, "text": 1}


def search(library: Library, query: str, errors: Errors | None = None) -> tuple[Hit, ...]:
    """The clauses that hold all words of a query, in any case and as beginnings of words; the best first.

    Args:
        errors: Takes what is wrong in clauses, which are then left out.

    Raises:
        TreatykitError: Without `errors`, what is wrong in any of the clauses.
    """
    words = query.casefold().split()
    scored = [found for facts in library.listing(errors) if words and (found := _score(library, facts, words))]
    return tuple(hit for _, hit in sorted(scored, key=lambda each: (-each[0], each[1].topic)))


def _score(library: Library, facts: FrontMatter, words: list[str]) -> tuple[int, Hit] | None:
    score, best = 0, 0
    passages = []
    for word in words:
        matches = [(_WEIGHTS[place], place, text) for place, text in _passages(library, facts) if _holds(text, word)]
        if not matches:
            return None
        weight, place, text = max(matches, key=lambda each: each[0])
        score += sum({place: weight for weight, place, _ in matches}.values())
        if weight > best:
            best, passages = weight, [(place, text)]
    place, text = passages[0]
    return score, Hit(facts.id, facts.title, place, text)


def _passages(library: Library, facts: FrontMatter) -> Iterator[tuple[str, str]]:
    yield "title", facts.title
    yield "title", facts.id.replace("-", " ")
    for alternative in facts.alternatives:
        yield "label", alternative.label
    yield "summary", facts.summary
    body = split_clause(library.text(facts.id), library.place(facts.id)).body
    for paragraph in body.split("\n\n"):
        yield "text", " ".join(paragraph.split())


def _holds(text: str, word: str) -> bool:
    return f" {word}" in f" {text.casefold()}"


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
