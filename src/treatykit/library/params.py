"""The parameters of a clause: what may be filled in, and what a value means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, Self, assert_never

from pydantic import Field, ValidationInfo, field_validator, model_validator

from treatykit.errors import ContentError, Where
from treatykit.library.validation import Strict, refusal
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.records import dataclass

DurationUnit = Literal["days", "months", "years"]
Words = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit, ``30 days``."""

    amount: int
    unit: DurationUnit

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.removesuffix('s') if self.amount == 1 else self.unit}"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency.

    Attributes:
        currency: Its code in ISO 4217, ``EUR``.
    """

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


Value = str | int | Duration | date | Money | tuple[str, ...]
"""A filled parameter: a text, choice or party code is a `str`."""


class _Spec(Strict):
    """What all parameters have.

    Attributes:
        prompt: The question that the value answers.
    """

    prompt: Words

    @model_validator(mode="after")
    def _default_is_a_value(self) -> Self:
        default: object = getattr(self, "default", None)
        if default is not None:
            try:
                parse_value(self, default)  # type: ignore[arg-type]
            except ContentError as error:
                raise refusal(error.message, error.hint, at=("default",)) from None
        return self


class _Bounded(_Spec):
    """A parameter with a lowest and a highest value."""

    min: int | None = None
    max: int | None = None

    @field_validator("max")
    @classmethod
    def _bounds_are_in_order(cls, highest: int | None, others: ValidationInfo) -> int | None:
        lowest = others.data.get("min")
        if lowest is not None and highest is not None and lowest > highest:
            raise refusal(f"the highest value is below the lowest, {lowest}", f"write {lowest} or more")
        return highest


class TextParam(_Spec):
    """Words, printed as they are."""

    type: Literal["text"]
    default: str | None = None


class IntegerParam(_Bounded):
    """A whole number."""

    type: Literal["integer"]
    default: int | None = None


class DurationParam(_Bounded):
    """A length of time, counted in one unit; the bounds are in it too."""

    type: Literal["duration"]
    unit: DurationUnit
    default: int | str | None = None


class DateParam(_Spec):
    """A day."""

    type: Literal["date"]
    default: str | None = None


class MoneyParam(_Bounded):
    """An amount with its currency."""

    type: Literal["money"]
    default: str | None = None


class PartyParam(_Spec):
    """A role that one of the parties holds; its name is shared by all topics of a draft."""

    type: Literal["party"]


class ListParam(_Spec):
    """Several texts, in order."""

    type: Literal["list"]
    default: tuple[str, ...] | None = None


class ChoiceParam(_Spec):
    """One of several texts."""

    type: Literal["choice"]
    choices: Annotated[tuple[Words, ...], Field(min_length=1)]
    default: str | None = None


ParamSpec = Annotated[
    TextParam | IntegerParam | DurationParam | DateParam | MoneyParam | PartyParam | ListParam | ChoiceParam,
    Field(discriminator="type"),
]


def default_value(spec: ParamSpec) -> Value | None:
    """The value that stands where nothing is filled in; None leaves a blank."""
    default: object = None if isinstance(spec, PartyParam) else spec.default
    return None if default is None else parse_value(spec, default)


def parse_value(
    spec: ParamSpec, written: object, *, parties: Sequence[str] | None = None, where: Where | None = None
) -> Value:
    """Read what a draft gives for a parameter.

    Args:
        spec: What the clause says of the parameter.
        written: Data as YAML has them: a number, a text, a tuple of texts, a date.
        parties: The codes of the draft's parties, where they are known.
        where: The place of the value, for errors.

    Raises:
        ContentError: It is no value of that type, or out of its bounds.
    """
    match spec:
        case TextParam():
            return _text(written, where)
        case IntegerParam():
            return _integer(written, spec, where)
        case DurationParam():
            return _duration(written, spec, where)
        case DateParam():
            return _date(written, where)
        case MoneyParam():
            return _money(written, spec, where)
        case PartyParam():
            return _party(written, parties, where)
        case ListParam():
            return _list(written, where)
        case ChoiceParam():
            return _choice(written, spec, where)
        case _:
            assert_never(spec)


def parse_answer(
    spec: ParamSpec, answer: str, *, parties: Sequence[str] | None = None, where: Where | None = None
) -> Value:
    """Read what somebody typed for a parameter: as in a draft, but a list is parted by ``;``.

    Raises:
        ContentError: It is no value of that type, or out of its bounds.
    """
    return parse_value(spec, answer_entry(spec, answer), parties=parties, where=where)


def answer_entry(spec: ParamSpec, answer: str) -> str | int | tuple[str, ...]:
    """What a draft says where somebody typed this: a number, a list for what ``;`` parts, or the words."""
    words = answer.strip()
    match spec:
        case IntegerParam() | DurationParam() if _INTEGER.fullmatch(words):
            return int(words)
        case ListParam():
            return tuple(part.strip() for part in words.split(";"))
        case _:
            return words


_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")
_DURATION: Final = re.compile(r"(-?[0-9]+) +(day|month|year)s?")
_MONEY: Final = re.compile(r"(?:([A-Z]{3}) ?)?([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?: ?([A-Z]{3}))?")


def _text(written: object, where: Where | None) -> str:
    if not isinstance(written, str):
        raise ContentError("a text is expected here", where=where, hint="put it in quotes")
    if not written.strip():
        raise ContentError("the text is empty", where=where, hint="leave the line out for a blank to be filled later")
    if any(line != written for line in written.splitlines()):
        raise ContentError("the text has several lines", where=where, hint="write it on one")
    return written


def _integer(written: object, spec: IntegerParam, where: Where | None) -> int:
    if isinstance(written, bool) or not isinstance(written, int):
        hint = "write it in digits, without quotes"
        raise ContentError("a whole number is expected here", where=where, hint=hint)
    _check_bounds(written, spec, where)
    return written


def _check_bounds(
    number: int | Decimal, spec: _Bounded, where: Where | None, show: Callable[[int | Decimal], str] = str
) -> None:
    if spec.min is not None and number < spec.min:
        raise ContentError(f"{show(number)} is too little", where=where, hint=f"the least is {show(spec.min)}")
    if spec.max is not None and number > spec.max:
        raise ContentError(f"{show(number)} is too much", where=where, hint=f"the most is {show(spec.max)}")


def _duration(written: object, spec: DurationParam, where: Where | None) -> Duration:
    if isinstance(written, str) and (found := _DURATION.fullmatch(written)):
        if f"{found.group(2)}s" != spec.unit:
            message = f"this time is counted in {spec.unit}, not in {found.group(2)}s"
            raise ContentError(message, where=where, hint=f"write '30 {spec.unit}'")
        written = int(found.group(1))
    if isinstance(written, bool) or not isinstance(written, int):
        raise ContentError("a length of time is expected here", where=where, hint=f"write '30 {spec.unit}'")
    _check_bounds(written, spec, where, lambda number: str(Duration(int(number), spec.unit)))
    return Duration(written, spec.unit)


def _date(written: object, where: Where | None) -> date:
    if isinstance(written, date):
        return date(written.year, written.month, written.day)
    try:
        return date.fromisoformat(written if isinstance(written, str) else "")
    except ValueError:
        hint = "write year, month and day: '1996-03-08'"
        raise ContentError("a date is expected here", where=where, hint=hint) from None


def _money(written: object, spec: MoneyParam, where: Where | None) -> Money:
    found = _MONEY.fullmatch(written) if isinstance(written, str) else None
    if not found or (found.group(1) is None) == (found.group(3) is None):
        hint = "write the amount and the code of the currency: '5000 EUR'"
        raise ContentError("an amount of money is expected here", where=where, hint=hint)
    money = Money(Decimal(found.group(2).replace(",", "")), found.group(1) or found.group(3))
    _check_bounds(money.amount, spec, where, lambda number: f"{number} {money.currency}")
    return money


def _party(written: object, parties: Sequence[str] | None, where: Where | None) -> str:
    if not isinstance(written, str):
        raise ContentError("the code of a party is expected here", where=where, hint="write one, such as 'A'")
    if parties is not None and written not in parties:
        hint = did_you_mean(written, parties, otherwise=f"the parties are {listed(parties, last='and')}")
        raise ContentError(f"no party has the code '{written}'", where=where, hint=hint)
    return written


def _list(written: object, where: Where | None) -> tuple[str, ...]:
    if not isinstance(written, tuple | list) or not written:
        hint = "write each entry on a line of its own, after '- '"
        raise ContentError("a list is expected here", where=where, hint=hint)
    return tuple(_text(entry, where) for entry in written)


def _choice(written: object, spec: ChoiceParam, where: Where | None) -> str:
    if not isinstance(written, str) or written not in spec.choices:
        hint = did_you_mean(str(written), spec.choices, otherwise=f"write {listed(spec.choices)}")
        raise ContentError(f"'{written}' is none of the choices", where=where, hint=hint)
    return written
