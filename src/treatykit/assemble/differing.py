"""What differs in another variant of a draft, as an interview is told it: ``framework: choose recognition=general``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from treatykit.assemble.answers import BLANK, TOPIC_KINDS, Key, Kind, proposals, yes_or_no
from treatykit.assemble.draft_schema import Choices
from treatykit.errors import ContentError
from treatykit.library.index import Library
from treatykit.library.params import answer_entry
from treatykit.markup.nearest import did_you_mean, listed

_OF_THE_TEXT: Final = (Kind.TITLE, Kind.SYMBOL, Kind.DATE, Kind.STATUS, Kind.PARTS, Kind.FREEZE)
_OF_A_TOPIC: Final = (*TOPIC_KINDS, Kind.ADD, Kind.SET, Kind.OPTION)
DIFFERING: Final = (*_OF_A_TOPIC, *_OF_THE_TEXT)
"""What may be said again for one variant."""


def difference(words: str) -> tuple[Key, str]:
    """Read what differs in a variant, ``framework: choose recognition=general``.

    Returns:
        The key, whose name is what stands before the equals sign, and the answer.

    Raises:
        ContentError: It has another form.
    """
    variant, colon, rest = (part.strip() for part in words.partition(":"))
    named, _, said = (" ".join(part.split()) for part in rest.partition("="))
    kind, _, subject = named.partition(" ")
    if not (variant and colon) or " " in variant:
        raise ContentError(f"'{words}' does not say what differs in which variant", hint=_FORM)
    if kind not in DIFFERING:
        hint = did_you_mean(kind, DIFFERING, otherwise=f"write {listed(DIFFERING)}")
        raise ContentError(f"'{kind}' cannot be said for one variant", hint=hint)
    if bool(subject) is not (kind in _OF_A_TOPIC):
        raise ContentError(f"'{words}' does not say what differs in which variant", hint=_FORM)
    if not said and kind in (Kind.SET, Kind.ADD):
        said = BLANK
    if not said:
        raise ContentError(f"'{words}' says nothing", hint=_FORM)
    return Key(Kind.IN, f"{variant}: {named}"), said


_FORM: Final = "write 'framework: choose recognition=general' or 'comprehensive: title=…'"


def differing(told: Mapping[Key, str], library: Library) -> dict[str, object]:
    """What the draft says under ``variants``, by variant.

    Raises:
        ContentError: An answer cannot be read.
    """
    found: dict[str, dict[str, object]] = {}
    for key, words in told.items():
        if key.kind is Kind.IN and key.name:
            variant, _, named = key.name.partition(": ")
            library.profile(variant)
            kind, _, subject = named.partition(" ")
            entry, value = _entry(Kind(kind), subject, words, library)
            said = found.setdefault(variant, {})
            if subject:
                topics = said.setdefault(entry, {})
                assert isinstance(topics, dict)  # noqa: S101 - said for the type checker
                topics[subject] = value
            else:
                said[entry] = value
    return {variant: dict(_in_order(said)) for variant, said in sorted(found.items())}


def _entry(kind: Kind, subject: str, words: str, library: Library) -> tuple[str, object]:
    """The entry of the draft, and what stands there."""
    match kind:
        case Kind.SET:
            topic, _, name = subject.partition(".")
            spec = library.facts(topic).params.get(name) if name else None
            return "params", None if words == BLANK else words if spec is None else answer_entry(spec, words)
        case Kind.OPTION:
            return "options", yes_or_no(words)
        case Kind.ADD:
            return kind, None if words == BLANK else {"because": words}
        case Kind.BRACKET:
            return kind, proposals(words)
        case Kind.PARTS:
            return kind, yes_or_no(words)
        case _:
            return kind, words


def _in_order(said: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The entries as a draft has them, with their topics by name: the order of the answers does not count."""
    for entry in (each for each in Choices.model_fields if each in said):
        value = said[entry]
        yield entry, dict(sorted(value.items())) if isinstance(value, dict) else value
