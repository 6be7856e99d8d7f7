"""The draft file: what a person decides about a text, and no word of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from treatykit.assemble.draft_schema import NOTHING, Choices, DraftFile, Effect, Party
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.instruments import InstrumentType
from treatykit.library.validation import validated
from treatykit.markup.yaml_document import Path, YamlDocument, read_yaml
from treatykit.records import dataclass

FORMAT: Final = "treatykit-draft/1"

IMPOSSIBLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""The characters that no text can hold."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was read.

    Attributes:
        facts: Where each entry stands, for errors about it.
    """

    file: DraftFile
    facts: YamlDocument

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.facts.name

    def layers(self, variant: str) -> tuple[Layer, ...]:
        """What decides about a variant, the weightiest last: the draft, then its part on the variant."""
        layers = [Layer(self.file, (), self.facts)]
        if own := self.file.variants.get(variant):
            layers.append(Layer(own, ("variants", variant), self.facts))
        return tuple(layers)

    def frozen(self, variant: str) -> tuple[str, Where] | None:
        """The earlier text whose numbers a variant keeps, as the draft names it, and where it does."""
        named = ((layer.choices.freeze, layer) for layer in reversed(self.layers(variant)))
        return next(((name, layer.where_value("freeze")) for name, layer in named if name), None)


@dataclass(frozen=True, slots=True)
class Layer:
    """The choices of one part of a draft file, with their place in it."""

    choices: Choices
    path: tuple[str, ...]
    facts: YamlDocument

    def where(self, *path: str | int) -> Where:
        """The place of one of the choices."""
        return self.facts.where_key((*self.path, *path))

    def where_value(self, *path: str | int) -> Where:
        """The place of what one of the choices says."""
        return self.facts.where((*self.path, *path))


def read_draft(text: str, name: str) -> Draft:
    """Read a draft file.

    Args:
        name: The file as the user named it, for errors.

    Raises:
        ContentError: It is no draft, or says something that cannot stand by itself; the first error
            brings the others.
    """
    return draft_from(draft_facts(text, name))


def draft_facts(text: str, name: str) -> YamlDocument:
    """What a draft file says, not looked at yet.

    Raises:
        ContentError: It is no draft.
    """
    facts = read_yaml(text, name)
    said = facts.data.get("format") if isinstance(facts.data, dict) else None
    if said != FORMAT:
        raise ContentError(
            "this is no draft file" if said is None else f"this is no draft file: its format is '{said}'",
            where=facts.where(("format",)) if said is not None else Where(name),
            hint=f"a draft begins with 'format: {FORMAT}'",
        )
    return facts


def draft_from(facts: YamlDocument) -> Draft:
    """The draft that says these facts, wherever they were written.

    Raises:
        ContentError: They cannot stand; the first error brings the others.
    """
    errors = Errors(list(_impossible_characters(facts, facts.data, ())))
    with errors.noted():
        draft = Draft(validated(DraftFile, facts), facts)
    errors.raise_any()
    for error in _contradictions(draft):
        errors.note(error)
    errors.raise_any()
    return draft


def _impossible_characters(facts: YamlDocument, data: object, path: Path) -> Iterator[ContentError]:
    """Characters that no text can hold: control characters, halves of pairs, non-characters (XML 1.0, 2.2)."""
    match data:
        case str() if found := IMPOSSIBLE.search(data):
            code = f"U+{ord(found[0]):04X}"
            yield ContentError(f"a character that no text can hold, {code}", where=facts.where(path), hint="delete it")
        case dict():
            for key, value in data.items():
                yield from _impossible_characters(facts, key, (*path, key))
                yield from _impossible_characters(facts, value, (*path, key))
        case tuple():
            for at, value in enumerate(data):
                yield from _impossible_characters(facts, value, (*path, at))
        case _:
            pass


def _contradictions(draft: Draft) -> Iterator[ContentError]:
    """Choices that contradict each other."""
    yield from _same_names(draft)
    yield from _wrong_letter(draft)
    for variant in ("", *draft.file.variants):
        layer = draft.layers(variant)[-1]
        yield from _topics_named_twice(layer)
        yield from _wrong_brackets(layer, draft.file.parties)
        yield from _wrong_languages(layer)
        if draft.file.structure is not None:
            for entry in ("add", "omit"):
                if getattr(layer.choices, entry):
                    yield ContentError(
                        f"'{entry}' beside 'structure'",
                        where=layer.where(entry),
                        hint="'structure' names all topics; put the topic there or take it out there",
                    )


def _same_names(draft: Draft) -> Iterator[ContentError]:
    """Parties of which one is called like the other: no reader could tell whom a sentence means."""
    named: dict[str, tuple[str, str]] = {}
    for code, party in draft.file.parties.items():
        names = {"full": party.full, "short": party.short}
        own = {name.casefold().removeprefix("the "): entry for entry, name in names.items()}
        for name, entry in own.items():
            if name in named:
                other, as_what = named[name]
                kind = "short name" if entry == as_what == "short" else "name"
                where = draft.facts.where(("parties", code, entry))
                hint = "give each party one of its own"
                yield ContentError(f"{other} and {code} have the same {kind}", where=where, hint=hint)
        named |= {name: (code, entry) for name, entry in own.items()}


def _wrong_letter(draft: Draft) -> Iterator[ContentError]:
    """What cannot be in a letter: it passes between two parties, and is no treaty by name."""
    file, letter = draft.file, draft.file.letter
    if letter is None:
        return
    if {letter.sender, letter.to} != set(file.parties) or letter.sender == letter.to:
        yield ContentError(
            "a letter passes between two parties",
            where=draft.facts.where(("letter",)),
            hint=f"say 'from' and 'to'; the parties are {', '.join(file.parties)}",
        )
    if file.type not in _IN_LETTERS:
        yield ContentError(
            f"an exchange of letters is no {file.type}",
            where=draft.facts.where(("type",)),
            hint=f"write 'type: {InstrumentType.AGREEMENT}'; letters may also record a declaration or a memorandum",
        )
    if letter.effect is Effect.PARENT and file.parent is None:
        yield ContentError(
            "the letter takes effect with an instrument that nobody names",
            where=draft.facts.where(("letter", "effect")),
            hint="name it under 'parent'",
        )


_IN_LETTERS: Final = (InstrumentType.AGREEMENT, InstrumentType.DECLARATION, InstrumentType.MEMORANDUM)


def _topics_named_twice(layer: Layer) -> Iterator[ContentError]:
    named: dict[str, str] = {}
    entries: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("choose", layer.choices.choose),
        ("omit", layer.choices.omit),
        ("bracket", layer.choices.bracket),
    )
    for entry, topics in entries:
        for topic in topics:
            if topic in named:
                yield ContentError(
                    f"the topic '{topic}' is named under '{named[topic]}' and under '{entry}'",
                    where=layer.where(entry, topic),
                    hint="say one of the two",
                )
            named[topic] = entry
    for topic, addition in layer.choices.add.items():
        if named.get(topic) == "omit" or (topic in named and addition and addition.alternative):
            yield ContentError(
                f"the topic '{topic}' is named under '{named[topic]}' and under 'add'",
                where=layer.where("add", topic),
                hint="say one of the two",
            )


def _wrong_brackets(layer: Layer, parties: Mapping[str, Party]) -> Iterator[ContentError]:
    for topic, options in layer.choices.bracket.items():
        for code in options:
            if code not in parties:
                yield ContentError(
                    f"no party has the code '{code}'",
                    where=layer.where("bracket", topic, code),
                    hint=f"the parties are {', '.join(parties)}",
                )
        proposed = set(options.values())
        if proposed <= {NOTHING}:
            yield ContentError(
                f"nobody proposes words in the bracket of '{topic}'",
                where=layer.where("bracket", topic),
                hint="give a party its alternative; what all leave out goes under 'omit'",
            )
        elif len(proposed) == 1 and options.keys() >= parties.keys():
            yield ContentError(
                f"all propose the same in the bracket of '{topic}'",
                where=layer.where("bracket", topic),
                hint="what is agreed goes under 'choose'; who has not spoken is left out of the bracket",
            )


def _wrong_languages(layer: Layer) -> Iterator[ContentError]:
    languages = layer.choices.languages
    if languages and languages.prevailing and languages.authentic and languages.prevailing not in languages.authentic:
        yield ContentError(
            f"{languages.prevailing} prevails, but is no authentic language",
            where=layer.where_value("languages", "prevailing"),
            hint="name it under 'authentic' too",
        )
