"""The draft file, ``treatykit-draft/1``: what a person decides about a text, and no word of the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from treatykit.assemble.wording import InstrumentType, Level
from treatykit.errors import ContentError, Where
from treatykit.library.validation import Strict, refusal, validated
from treatykit.library.yaml_document import YamlDocument, read_yaml
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import TOPIC
from treatykit.model.document import Status

FORMAT: Final = "treatykit-draft/1"

NOTHING: Final = "none"
"""What stands for an alternative where a party proposes to say nothing."""

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]*")
_TARGET: Final = re.compile(rf"{TOPIC.pattern}(?:/{TOPIC.pattern})?")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

_E = TypeVar("_E", bound=StrEnum)


def _said(words: str) -> str:
    if words.strip():
        return words.strip()
    raise refusal("nothing is written here", "write it, or take the entry out")


def _like(pattern: re.Pattern[str], kind: str, hint: str) -> Callable[[str], str]:
    def check(name: str) -> str:
        if pattern.fullmatch(name):
            return name
        raise refusal(f"'{name}' cannot be the name of {kind}", hint)

    return check


def _one_of(kind: type[_E]) -> Callable[[object], _E]:
    def check(value: object) -> _E:
        try:
            return kind(str(value))
        except ValueError:
            known = [str(each) for each in kind]
            hint = did_you_mean(str(value), known, otherwise=f"write {listed(known)}")
            raise refusal(f"'{value}' is not possible here", hint) from None

    return check


def _day(value: object) -> object:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refusal(f"there is no day {value}", "write year-month-day, '2031-05-03'") from None
    return value


Words = Annotated[str, AfterValidator(_said)]
Name = Annotated[str, AfterValidator(_like(TOPIC, "a clause or alternative", "small letters, digits and hyphens"))]
Target = Annotated[str, AfterValidator(_like(_TARGET, "a clause", "write 'topic' or 'topic/alternative'"))]
Code = Annotated[str, AfterValidator(_like(_CODE, "a party", "a party's code is in capital letters and digits"))]
Day = Annotated[date | Words, BeforeValidator(_day)]
Entry = bool | int | float | str | tuple[str, ...] | None
"""What YAML may say of a parameter; its clause knows what it should be."""


class Signatory(Strict):
    """Who signs for a party."""

    name: Words
    title: str = ""


class Party(Strict):
    """One of those who conclude the text.

    Attributes:
        full: As a sentence has it, with its article: ``the Republic of Karvela``.
        short: ``Karvela``.
        adjective: ``Karvelan``.
        language: The language of its authentic text.
    """

    full: Words
    short: Words
    adjective: str = ""
    language: str = ""
    signatory: Signatory | None = None


class Addition(Strict):
    """A topic that the variant does not have by itself.

    Attributes:
        because: Why, which is owed where the variant leaves the topic out on purpose.
        after: The topic it follows; by default it stands where the longest profile has it.
    """

    alternative: Name | None = None
    because: str = ""
    after: Name | None = None


class Languages(Strict):
    """The languages of the text.

    Attributes:
        authentic: By default those of the parties, in their order.
        prevailing: The one that prevails where the texts diverge.
    """

    working: Words = "English"
    authentic: tuple[Words, ...] | None = None
    prevailing: Words | None = None


class Done(Strict):
    """Where and when the text is signed."""

    place: Words | None = None
    date: Day | None = None


class Choices(Strict):
    """What a draft decides, for all its variants or for one of them."""

    title: Words | None = None
    symbol: str | None = None
    date: Day | None = None
    status: Annotated[Status, BeforeValidator(_one_of(Status))] | None = None
    parts: bool | None = None
    choose: Annotated[dict[Name, Name], Field(default_factory=dict)]
    omit: Annotated[dict[Name, Words], Field(default_factory=dict)]
    add: Annotated[dict[Name, Addition | None], Field(default_factory=dict)]
    bracket: Annotated[dict[Name, dict[Code, Name]], Field(default_factory=dict)]
    params: Annotated[dict[str, Entry], Field(default_factory=dict)]
    options: Annotated[dict[str, bool], Field(default_factory=dict)]
    languages: Languages | None = None
    done: Done | None = None


class DraftFile(Choices):
    """A draft file, whole.

    Attributes:
        level: In whose name the text is concluded.
        parties: By code, in the order in which the text names them.
        structure: The topics in order, instead of those of a profile: ``topic`` or ``topic/alternative``.
        variants: What differs by variant.
        parts: Whether the articles stand in Parts; by default a long text has them.
    """

    format: Literal["treatykit-draft/1"]
    title: Words
    type: Annotated[InstrumentType, BeforeValidator(_one_of(InstrumentType))] = InstrumentType.TREATY
    level: Annotated[Level, BeforeValidator(_one_of(Level))] = Level.STATES
    variant: Name
    parties: dict[Code, Party]
    numbering: Literal["united-nations", "roman"] = "united-nations"
    structure: tuple[Target, ...] | None = None
    variants: Annotated[dict[Name, Choices], Field(default_factory=dict)]

    @model_validator(mode="after")
    def _at_least_two_parties(self) -> Self:
        if len(self.parties) < 2:
            raise refusal("a text needs two parties at least", "add the others", at=("parties",))
        return self


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
        ContentError: It is no draft, or says something that cannot stand by itself.
    """
    facts = read_yaml(text, name)
    said = facts.data.get("format") if isinstance(facts.data, dict) else None
    if said != FORMAT:
        raise ContentError(
            "this is no draft file" if said is None else f"this is no draft file: its format is '{said}'",
            where=facts.where(("format",)) if said is not None else Where(name),
            hint=f"a draft begins with 'format: {FORMAT}'",
        )
    draft = Draft(validated(DraftFile, facts), facts)
    _check(draft)
    return draft


def _check(draft: Draft) -> None:
    """Refuse choices that contradict each other."""
    _check_parties(draft)
    for variant in ("", *draft.file.variants):
        layer = draft.layers(variant)[-1]
        _check_topics_named_once(layer)
        _check_brackets(layer, draft.file.parties)
        _check_languages(layer)
        if draft.file.structure is not None:
            for entry in ("add", "omit"):
                if getattr(layer.choices, entry):
                    raise ContentError(
                        f"'{entry}' beside 'structure'",
                        where=layer.where(entry),
                        hint="'structure' names all topics; put the topic there or take it out there",
                    )


def _check_parties(draft: Draft) -> None:
    shorts: dict[str, str] = {}
    for code, party in draft.file.parties.items():
        if other := shorts.get(party.short.casefold()):
            raise ContentError(
                f"{other} and {code} have the same short name", where=draft.facts.where(("parties", code, "short"))
            )
        shorts[party.short.casefold()] = code


def _check_topics_named_once(layer: Layer) -> None:
    named: dict[str, str] = {}
    entries: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("choose", layer.choices.choose),
        ("omit", layer.choices.omit),
        ("bracket", layer.choices.bracket),
    )
    for entry, topics in entries:
        for topic in topics:
            if topic in named:
                raise ContentError(
                    f"the topic '{topic}' is named under '{named[topic]}' and under '{entry}'",
                    where=layer.where(entry, topic),
                    hint="say one of the two",
                )
            named[topic] = entry
    for topic, addition in layer.choices.add.items():
        if named.get(topic) == "omit" or (topic in named and addition and addition.alternative):
            raise ContentError(
                f"the topic '{topic}' is named under '{named[topic]}' and under 'add'",
                where=layer.where("add", topic),
                hint="say one of the two",
            )


def _check_brackets(layer: Layer, parties: Mapping[str, Party]) -> None:
    for topic, options in layer.choices.bracket.items():
        for code in options:
            if code not in parties:
                raise ContentError(
                    f"no party has the code '{code}'",
                    where=layer.where("bracket", topic, code),
                    hint=f"the parties are {', '.join(parties)}",
                )
        if len(set(options.values())) < 2:
            raise ContentError(
                f"the bracket of '{topic}' has no competing options",
                where=layer.where("bracket", topic),
                hint="give each party its alternative, or 'none'; what is agreed goes under 'choose'",
            )


def _check_languages(layer: Layer) -> None:
    languages = layer.choices.languages
    if languages and languages.prevailing and languages.authentic and languages.prevailing not in languages.authentic:
        raise ContentError(
            f"{languages.prevailing} prevails, but is no authentic language",
            where=layer.where_value("languages", "prevailing"),
            hint="name it under 'authentic' too",
        )
