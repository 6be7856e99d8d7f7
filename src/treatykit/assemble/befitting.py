"""Fits the wordings of a profile, which are those of a treaty, to a text that is called something else.

What clauses say in their `conflicts` of a type of text decides: a topic that no such text has is
left out, and a wording that none has gives way to the least binding one that may stand there.
"""

from __future__ import annotations

from treatykit.library.instruments import InstrumentType
from treatykit.library.schema import AlternativeFacts, FrontMatter
from treatykit.library.targets import TypeTarget, simple_targets


def unfit(facts: FrontMatter | AlternativeFacts, instrument: InstrumentType) -> str | None:
    """Why a topic or a wording does not fit a text that is called so; None where it does."""
    return next(
        (rule.because for rule in facts.conflicts if TypeTarget(instrument) in simple_targets(rule.target)), None
    )


def standing_wording(facts: FrontMatter, usual: str, variant: str, instrument: InstrumentType) -> str | None:
    """The wording of a topic that stands in a text that is called so, unless its draft chooses another.

    Args:
        usual: The one that the profile has.

    Returns:
        The usual one where it fits, or nothing else does; else the least binding one that fits; None where no
        such text has the topic.
    """
    if unfit(facts, instrument):
        return None
    fitting = [each for each in facts.alternatives if variant in each.variants and unfit(each, instrument) is None]
    if not fitting or usual in {each.id for each in fitting}:
        return usual
    return min(fitting, key=lambda each: each.strength).id
