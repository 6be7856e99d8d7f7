"""Fits the wordings of a profile, which are those of a treaty, to a text that is called something else.

What clauses say in their `conflicts` of a type of text decides: a topic that no such text has is
left out, and a wording that none has gives way to the least binding one that may stand there.
"""

from __future__ import annotations

from collections.abc import Iterable

from treatykit.library.instruments import InstrumentType
from treatykit.library.schema import AlternativeFacts, FrontMatter, Rule
from treatykit.library.targets import TypeTarget, simple_targets


def unfit(facts: FrontMatter | AlternativeFacts, instrument: InstrumentType) -> str | None:
    """Why a topic or a wording does not fit a text that is called so; None where it does."""
    return next((rule.because for rule in facts.conflicts if TypeTarget(instrument) in _targets(rule)), None)


def fitting_wording(facts: FrontMatter, variant: str, instrument: InstrumentType) -> str | None:
    """The least binding wording of a topic that fits both the variant and what the text is called."""
    fitting = [each for each in facts.alternatives if variant in each.variants and unfit(each, instrument) is None]
    return min(fitting, key=lambda each: each.strength).id if fitting else None


def _targets(rule: Rule) -> Iterable[object]:
    return simple_targets(rule.target)
