"""What became of each topic between two texts that were assembled: added, deepened, lightened, unchanged.

A redline tells what happened to words. Between a framework and a comprehensive text nearly all words are new, and the
question is another one: which topics came, and which were there and now go further.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, get_args

from treatykit.assemble.assembly import Assembly
from treatykit.assemble.plan import Spoken
from treatykit.library.schema import Depth, Precision
from treatykit.records import dataclass


class TopicFate(StrEnum):
    """What became of a topic, in the order in which it is told."""

    ADDED = "added"
    DEEPENED = "deepened"  # another wording, which settles more, or leaves less room, or binds further; in any bracket
    LIGHTENED = "lightened"
    REPLACED = "replaced"  # another wording that goes as far, or a bracket in which one goes further and one does not
    ADAPTED = "adapted"  # the same wording with other words: a value, an option, a topic that it speaks of
    UNCHANGED = "unchanged"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A topic and what became of it.

    Attributes:
        old: The alternative in the old text, of a bracket all of them with their parties; None where there is none.
        new: That in the new text, likewise.
    """

    topic: str
    title: str
    fate: TopicFate
    old: str | None = None
    new: str | None = None


_MORE: Final = (get_args(Depth), get_args(Precision))  # from the least to the most
_NOWHERE: Final = (-1, -1, 0)


def topic_changes(old: Assembly, new: Assembly) -> tuple[TopicChange, ...]:
    """What became of each topic: those of the new text in its order, then those that it leaves out."""
    before = {spoken.topic: spoken for spoken in old.spoken}
    after = {spoken.topic: spoken for spoken in new.spoken}
    return tuple(_changes(before, after))


def _changes(before: dict[str, Spoken], after: dict[str, Spoken]) -> Iterator[TopicChange]:
    for topic, now in after.items():
        was = before.get(topic)
        title, fate = now.choice.clause.facts.title, _fate(was, now) if was else TopicFate.ADDED
        yield TopicChange(topic, title, fate, was.choice.says if was else None, now.choice.says)
    for topic, was in before.items():
        if topic not in after:
            yield TopicChange(topic, was.choice.clause.facts.title, TopicFate.LEFT_OUT, was.choice.says)


def _fate(was: Spoken, now: Spoken) -> TopicFate:
    if was.choice.options == now.choice.options:
        return TopicFate.UNCHANGED if was.blocks == now.blocks else TopicFate.ADAPTED
    before, after = _reaches(was), _reaches(now)
    if min(after) > max(before):
        return TopicFate.DEEPENED
    return TopicFate.LIGHTENED if max(after) < min(before) else TopicFate.REPLACED


def _reaches(spoken: Spoken) -> list[tuple[int, int, int]]:
    """How far each of the wordings goes: depth first, then precision, then strength; silence goes nowhere."""
    depths, precisions = _MORE
    known = (spoken.choice.clause.facts_on(each.alternative) for each in spoken.choice.options if each.alternative)
    found = [(depths.index(facts.depth), precisions.index(facts.precision), facts.strength) for facts in known]
    silent = any(each.alternative is None for each in spoken.choice.options)
    return [*found, _NOWHERE] if silent else found
