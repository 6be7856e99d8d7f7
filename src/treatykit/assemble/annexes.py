"""Finds the annexes of a profile that go with a wording that a text does not have.

What an annex says in its `requires` decides. Whoever chooses another wording of its article, or leaves
the article out, need not think of the annex.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from treatykit.assemble.plan import Choice
from treatykit.library.schema import Rule
from treatykit.library.targets import AlternativeTarget, SimpleTarget, TopicTarget, simple_targets


class Stray(NamedTuple):
    """Why an annex is left out.

    Attributes:
        because: Why it belongs to the wording that not all read.
        readers: The codes of those who read that wording, and so could propose the annex.
    """

    because: str
    readers: tuple[str, ...]


def stray_annexes(choices: Sequence[Choice], parties: Collection[str]) -> dict[str, Stray]:
    """The annexes that some party reads without the wording that they belong to.

    Args:
        parties: The codes of those who read the text.
    """
    readings = {party: {choice.topic: choice.read_by(party) for choice in choices} for party in parties}
    found: dict[str, Stray] = {}
    for choice in (choice for choice in choices if choice.clause.facts.kind == "annex"):
        rules = tuple(_required(choice))
        broken = [rule for rule in rules if not all(_is_met(rule, reading) for reading in readings.values())]
        if broken:
            readers = (code for code, reading in readings.items() if all(_is_met(rule, reading) for rule in rules))
            found[choice.topic] = Stray(broken[-1].because, tuple(readers))
    return found


def _required(choice: Choice) -> Iterator[Rule]:
    yield from choice.clause.facts.requires
    for option in choice.options:
        if option.alternative is not None:
            yield from choice.clause.facts_on(option.alternative).requires


def _is_met(rule: Rule, reading: Mapping[str, str | None]) -> bool:
    return any(_is_read(target, reading) for target in simple_targets(rule.target))


def _is_read(target: SimpleTarget, reading: Mapping[str, str | None]) -> bool:
    """Whether a wording is there; what a draft fills in or switches on is no wording, and is asked for elsewhere."""
    match target:
        case TopicTarget(topic):
            return reading.get(topic) is not None
        case AlternativeTarget(topic, alternative):
            return reading.get(topic) == alternative
        case _:
            return True
