"""Finds what parties read of a topic that they want to be silent on: words that others agreed with them speak of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from treatykit.assemble.plan import Choice, Option, Plan
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.markup.syntax import TopicCondition
from treatykit.markup.walk import occurrences

_MOST_NAMED = 3


def missed(plan: Plan, parties: Collection[str]) -> tuple[Diagnostic, ...]:
    """A warning for each topic that some party leaves out and that words which this party shares refer to.

    Args:
        parties: The codes of those who read the text.
    """
    silent = {choice.topic: [party for party in parties if choice.read_by(party) is None] for choice in plan.choices}
    missing = [choice for choice in plan.choices if 0 < len(silent[choice.topic]) < len(parties)]
    if not missing:
        return ()
    spoken = [(choice, option, _spoken_of(choice, option)) for choice in plan.choices for option in choice.options]
    found = []
    for other in missing:
        readers = silent[other.topic]
        speaking = [
            choice.topic
            for choice, option, topics in spoken
            if other.topic in topics and _is_shared(option, other, readers)
        ]
        if speaking:
            found.append(_diagnostic(other, readers, list(dict.fromkeys(speaking))))
    return tuple(found)


def _diagnostic(choice: Choice, silent: Sequence[str], speaking: Sequence[str]) -> Diagnostic:
    return Diagnostic(
        severity=Severity.WARNING,
        code="read-without",
        message=f"in the reading of {' and '.join(silent)}, there is no '{choice.topic}', which words of "
        f"{_named(speaking)} count on",
        where=choice.where,
        hint="let all take a wording of it, or put into brackets what speaks of it",
    )


def _is_shared(option: Option, other: Choice, silent: Collection[str]) -> bool:
    """Whether a wording is read by a silent party and by one that reads the other topic."""
    if not option.parties:
        return True
    return not set(silent).isdisjoint(option.parties) and any(other.read_by(party) for party in option.parties)


def _spoken_of(choice: Choice, option: Option) -> frozenset[str]:
    """The topics for the sake of which a wording says something."""
    if option.alternative is None:
        return frozenset()
    return frozenset(
        condition.topic
        for occurrence in occurrences(choice.clause.wording(option.alternative))
        for condition in occurrence.conditions
        if isinstance(condition, TopicCondition) and not condition.negated
    )


def _named(topics: Sequence[str]) -> str:
    first, more = topics[:_MOST_NAMED], len(topics) - _MOST_NAMED
    return f"{', '.join(first)} and {more} more" if more > 0 else " and ".join(first)
