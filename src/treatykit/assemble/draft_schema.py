"""The entries of a draft file, ``treatykit-draft/1``, and what each of them may say."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from treatykit.assemble.register import Designation
from treatykit.assemble.wording import Level, Originals
from treatykit.library.instruments import InstrumentType
from treatykit.library.validation import Strict, refusal
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import TOPIC
from treatykit.model.divisions import Divisions
from treatykit.model.document import Status
from treatykit.model.numbering import SCHEMES

NOTHING: Final = "none"
"""What stands for an alternative where a party proposes to say nothing."""

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]*")
_TARGET: Final = re.compile(rf"{TOPIC.pattern}(?:/{TOPIC.pattern})?")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

_E = TypeVar("_E", bound=StrEnum)


def _said(words: str) -> str:
    if words.strip():
        return " ".join(words.split())
    raise refusal("nothing is written here", "write it, or take the entry out")


def _like(pattern: re.Pattern[str], kind: str, hint: str) -> Callable[[str], str]:
    def check(name: str) -> str:
        if pattern.fullmatch(name):
            return name
        raise refusal(f"'{name}' cannot be the name of {kind}", hint)

    return check


def one_of(kind: type[_E]) -> Callable[[object], _E]:
    """What reads one of a closed list of words."""

    def check(value: object) -> _E:
        try:
            return kind(str(value))
        except ValueError:
            known = [str(each) for each in kind]
            hint = did_you_mean(str(value), known, otherwise=f"write {listed(known)}")
            raise refusal(f"'{value}' is not possible here", hint) from None

    return check


def scheme(name: str) -> str:
    """The name of a numbering scheme, if there is one of that name."""
    if name in SCHEMES:
        return name
    hint = did_you_mean(name, SCHEMES, otherwise=f"write {listed(SCHEMES)}")
    raise refusal(f"'{name}' is not possible here", hint)


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
    """Where and when the text is signed, and in how many originals.

    Attributes:
        originals: Whether it says ``in two originals`` or ``in duplicate``.
    """

    place: Words | None = None
    date: Day | None = None
    originals: Annotated[Originals, BeforeValidator(one_of(Originals))] = Originals.NUMBER


class Parent(Strict):
    """The instrument that a text belongs to, such as the treaty of a protocol.

    Attributes:
        title: As a sentence has it, with its article: ``the Treaty on Peace between … and …``.
        name: What the text calls it, without an article: ``Treaty``.
    """

    title: Words
    name: Words = "Treaty"


class Effect(StrEnum):
    """When an exchange of letters takes effect."""

    REPLY = "reply"  # on the date of the reply
    PARENT = "parent"  # together with the instrument that the letters belong to


class Letter(Strict):
    """Who writes to whom, where the text is a letter or the reply to one.

    Attributes:
        reply: The text is the reply: it repeats the letter, which went the other way, and accepts it.
        received: For a reply, the day of the letter.
    """

    sender: Annotated[Code, Field(alias="from")]
    to: Code
    effect: Annotated[Effect, BeforeValidator(one_of(Effect))] = Effect.REPLY
    reply: bool = False
    received: Day | None = None


class Choices(Strict):
    """What a draft decides, for all its variants or for one of them.

    Attributes:
        freeze: An earlier text, as a command names one, whose numbers stand.
    """

    title: Words | None = None
    symbol: str | None = None
    date: Day | None = None
    status: Annotated[Status, BeforeValidator(one_of(Status))] | None = None
    parts: bool | None = None
    choose: Annotated[dict[Name, Name], Field(default_factory=dict)]
    omit: Annotated[dict[Name, Words], Field(default_factory=dict)]
    add: Annotated[dict[Name, Addition | None], Field(default_factory=dict)]
    bracket: Annotated[dict[Name, dict[Code, Name]], Field(default_factory=dict)]
    params: Annotated[dict[str, Entry], Field(default_factory=dict)]
    options: Annotated[dict[str, bool], Field(default_factory=dict)]
    languages: Languages | None = None
    done: Done | None = None
    freeze: Words | None = None


class DraftFile(Choices):
    """A draft file, whole.

    Attributes:
        level: In whose name the text is concluded.
        designation: What the text calls those who conclude it; by default what such a text usually does.
        divisions: What the text calls its articles, likewise.
        parties: By code, in the order in which the text names them.
        structure: The topics in order, instead of those of a profile: ``topic`` or ``topic/alternative``.
        variants: What differs by variant.
        parts: Whether the articles stand in Parts; by default a long text has them.
        letter: The text is one of an exchange of letters.
    """

    format: Literal["treatykit-draft/1"]
    title: Words
    type: Annotated[InstrumentType, BeforeValidator(one_of(InstrumentType))] = InstrumentType.TREATY
    level: Annotated[Level, BeforeValidator(one_of(Level))] = Level.STATES
    designation: Annotated[Designation, BeforeValidator(one_of(Designation))] | None = None
    divisions: Annotated[Divisions, BeforeValidator(one_of(Divisions))] | None = None
    variant: Name
    parties: dict[Code, Party]
    numbering: Annotated[str, AfterValidator(scheme)] = "united-nations"
    structure: tuple[Target, ...] | None = None
    variants: Annotated[dict[Name, Choices], Field(default_factory=dict)]
    parent: Parent | None = None
    letter: Letter | None = None

    @model_validator(mode="after")
    def _at_least_two_parties(self) -> Self:
        if len(self.parties) < 2:
            raise refusal("a text needs two parties at least", "add the others", at=("parties",))
        return self
