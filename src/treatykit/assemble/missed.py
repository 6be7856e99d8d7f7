"""Finds what parties read of a topic that they want to be silent on: words that others agreed with them speak of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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
    return tuple(
        Diagnostic(
            severity=Severity.WARNING,
            code="read-without",
            message=f"in the reading of {' and '.join(silent)}, there is no '{choice.topic}', which words of "
            f"{_named(speaking)} count on",
            where=choice.where,
            hint="let all take a wording of it, or put into brackets what speaks of it",
        )
        for choice in plan.choices
        if (silent := [party for party in parties if choice.read_by(party) is None]) and len(silent) < len(parties)
        if (speaking := [each.topic for each in plan.choices if _speaks_to(each, choice, silent)])
    )


def _speaks_to(choice: Choice, other: Choice, silent: Collection[str]) -> bool:
    """Whether a wording that a silent party shares with another one speaks of the topic because it is there."""
    return any(
        other.topic in _spoken_of(choice, option) for option in choice.options if _is_shared(option, other, silent)
    )


def _is_shared(option: Option, other: Choice, silent: Collection[str]) -> bool:
    if not option.parties:
        return True
    return not set(silent).isdisjoint(option.parties) and any(other.read_by(party) for party in option.parties)


def _spoken_of(choice: Choice, option: Option) -> Iterator[str]:
    if option.alternative is None:
        return
    for occurrence in occurrences(choice.clause.wording(option.alternative)):
        for condition in occurrence.conditions:
            if isinstance(condition, TopicCondition) and not condition.negated:
                yield condition.topic


def _named(topics: Collection[str]) -> str:
    first, more = list(topics)[:_MOST_NAMED], len(topics) - _MOST_NAMED
    return f"{', '.join(first)} and {more} more" if more > 0 else " and ".join(first)
