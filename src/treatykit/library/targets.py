"""What a rule between clauses points at."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import PlainValidator

from treatykit.library.instruments import InstrumentType
from treatykit.library.validation import refusal
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import NAME, TOPIC
from treatykit.records import dataclass

_SHAPES: Final = (
    "write 'topic', 'topic/alternative', 'param:topic.name', 'param:role', 'option:topic.name' or 'type:memorandum'"
)


@dataclass(frozen=True, slots=True)
class TopicTarget:
    """A topic of the draft, in any wording."""

    topic: str

    def __str__(self) -> str:
        return self.topic


@dataclass(frozen=True, slots=True)
class AlternativeTarget:
    """One wording of a topic."""

    topic: str
    alternative: str

    def __str__(self) -> str:
        return f"{self.topic}/{self.alternative}"


@dataclass(frozen=True, slots=True)
class ParamTarget:
    """A parameter that is filled, or left blank on purpose.

    Attributes:
        topic: None for a role, whose name is shared by all topics.
    """

    topic: str | None
    name: str

    def __str__(self) -> str:
        return f"param:{self.dotted}"

    @property
    def dotted(self) -> str:
        """The name as drafts have it, ``transit-controls.hours``; of a role, its name."""
        return f"{self.topic}.{self.name}" if self.topic else self.name


@dataclass(frozen=True, slots=True)
class OptionTarget:
    """An option that is on."""

    topic: str
    name: str

    def __str__(self) -> str:
        return f"option:{self.dotted}"

    @property
    def dotted(self) -> str:
        """The name as drafts have it, ``transit-controls.escorts``."""
        return f"{self.topic}.{self.name}"


@dataclass(frozen=True, slots=True)
class TypeTarget:
    """What the text is called."""

    instrument: InstrumentType

    def __str__(self) -> str:
        return f"type:{self.instrument}"

    @property
    def topic(self) -> None:
        """None: it is no topic's affair."""


SimpleTarget = TopicTarget | AlternativeTarget | ParamTarget | OptionTarget | TypeTarget


@dataclass(frozen=True, slots=True)
class AnyTarget:
    """At least one of several targets."""

    targets: tuple[SimpleTarget, ...]

    def __str__(self) -> str:
        return f"any of {', '.join(map(str, self.targets))}"


AnyOrOne = SimpleTarget | AnyTarget


def simple_targets(target: AnyOrOne) -> tuple[SimpleTarget, ...]:
    """The targets that a target consists of."""
    return target.targets if isinstance(target, AnyTarget) else (target,)


def topics_of(target: AnyOrOne) -> tuple[str, ...]:
    """The topics that a target speaks of, each once, in order."""
    return tuple(dict.fromkeys(each.topic for each in simple_targets(target) if each.topic))


def parse_target(written: object) -> AnyOrOne:
    """Read a target as a clause file has it.

    Raises:
        PydanticCustomError: It has no such form.
    """
    match written:
        case str():
            return _simple(written)
        case {"any": tuple() as several, **others} if several and not others:
            return AnyTarget(tuple(_member(each, position) for position, each in enumerate(several)))
        case _:
            raise refusal("a target is expected here", f"{_SHAPES}, or 'any: […]' with several of them")


def _member(written: object, position: int) -> SimpleTarget:
    if isinstance(written, str):
        return _simple(written, at=("any", position))
    raise refusal("a target is expected here", _SHAPES, at=("any", position))


def _simple(written: str, at: tuple[str | int, ...] = ()) -> SimpleTarget:
    kind, colon, name = written.partition(":")
    topic, dot, own = name.partition(".")
    match kind if colon else "":
        case "param" if dot and TOPIC.fullmatch(topic) and NAME.fullmatch(own):
            return ParamTarget(topic, own)
        case "param" if NAME.fullmatch(name):
            return ParamTarget(None, name)
        case "option" if TOPIC.fullmatch(topic) and NAME.fullmatch(own):
            return OptionTarget(topic, own)
        case "type" if name in set(InstrumentType):
            return TypeTarget(InstrumentType(name))
        case "type":
            hint = did_you_mean(name, InstrumentType, otherwise=f"write {listed(InstrumentType)} after 'type:'")
            raise refusal(f"no text is called '{name}'", hint, at=at)
        case "":
            topic, slash, alternative = written.partition("/")
            if TOPIC.fullmatch(topic) and not slash:
                return TopicTarget(topic)
            if TOPIC.fullmatch(topic) and TOPIC.fullmatch(alternative):
                return AlternativeTarget(topic, alternative)
    raise refusal(f"'{written}' is no target", _SHAPES, at=at)


Target = Annotated[AnyOrOne, PlainValidator(parse_target)]
"""The type of a field that holds a target."""
