"""Tells which entries of a draft speak of topics that the text does not have, and so have no effect on it.

One draft makes several variants: an entry that another variant follows is mentioned, one that
none can follow is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from treatykit.assemble.draft import Draft
from treatykit.assemble.plan import Choice
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.markup.slots import ParamName
from treatykit.markup.syntax import Slot
from treatykit.markup.walk import occurrences
from treatykit.records import dataclass

_WISHES: Final = ("choose", "bracket")
_VALUES: Final = ("params", "options")


@dataclass(frozen=True, slots=True)
class Idle:
    """An entry that the text does not follow.

    Attributes:
        entry: Where it stands: `choose`, `bracket`, `params` or `options`.
        of_variant: It stands in the draft's part on this very variant.
    """

    entry: str
    topic: str
    where: Where
    of_variant: bool

    @property
    def is_wish(self) -> bool:
        """It wants words, and not only gives them a value."""
        return self.entry in _WISHES


def idle_entries(
    draft: Draft, variant: str, choices: Sequence[Choice], known: Collection[str], omitted: Collection[str]
) -> tuple[Idle, ...]:
    """The entries on topics that the text has not, one a topic: what wants words before what gives them a value.

    Args:
        known: The topics of the library; what is said of another is an error of its own.
        omitted: The topics that the draft itself leaves out.
    """
    present = {choice.topic for choice in choices} | set(omitted)
    layers = draft.layers(variant)
    found: dict[str, Idle] = {}
    for entries in (_WISHES, _VALUES):
        for layer in reversed(layers):
            for entry in entries:
                for name in getattr(layer.choices, entry):
                    topic = name.partition(".")[0]
                    is_shared = layer.where(entry, name).name != draft.name  # a package says it to several drafts
                    if topic in known and topic not in present and not is_shared:
                        found.setdefault(topic, Idle(entry, topic, layer.where(entry, name), bool(layer.path)))
    lent = _lent(choices) if any(not each.is_wish for each in found.values()) else frozenset()
    return tuple(sorted((each for each in found.values() if each.is_wish or each.topic not in lent), key=_place))


def idle_error(idle: Idle, variant: str | None, *, structured: bool) -> ContentError:
    """Why an entry cannot stand.

    Args:
        variant: The variant that has not its topic; None where none has.
        structured: The draft names all its topics itself.
    """
    who = "'structure'" if structured else f"the {variant} variant" if variant else "every variant"
    way = f"name it under {'structure' if structured else 'add'!r} too, or take the entry out"
    return ContentError(f"{who} leaves out '{idle.topic}', which '{idle.entry}' names", where=idle.where, hint=way)


def idle_diagnostics(found: Sequence[Idle], variant: str, *, is_default: bool) -> Iterator[Diagnostic]:
    """What is to be known of entries that other variants follow.

    Args:
        is_default: The variant is the one that the draft names as its own: what is not followed there is a warning.
    """
    for idle in found:
        if idle.is_wish:
            yield Diagnostic(
                severity=Severity.WARNING if is_default else Severity.NOTE,
                code="topic-left-out",
                message=f"the {variant} variant leaves out '{idle.topic}', which '{idle.entry}' names",
                where=idle.where,
                hint="'add' puts it in",
            )
    values = [idle for idle in found if not idle.is_wish]
    if values:
        named = ", ".join(f"'{idle.topic}'" for idle in values)
        yield Diagnostic(
            severity=Severity.NOTE,
            code="topic-left-out",
            message=f"the {variant} variant leaves out what values are given for: {named}",
            where=values[0].where,
            hint="'add' puts a topic in",
        )


def _lent(choices: Sequence[Choice]) -> frozenset[str]:
    """The topics whose values the words of others print."""
    return frozenset(
        node.subject.topic
        for choice in choices
        for option in choice.options
        if option.alternative is not None
        for each in occurrences(choice.clause.wording(option.alternative))
        if isinstance(node := each.node, Slot) and isinstance(node.subject, ParamName)
    )


def _place(idle: Idle) -> tuple[int, int]:
    return (idle.where.line or 0, idle.where.column or 0)
