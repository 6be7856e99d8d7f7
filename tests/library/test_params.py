from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.errors import ContentError, Where
from treatykit.library.params import (
    ChoiceParam,
    DateParam,
    Duration,
    DurationParam,
    IntegerParam,
    ListParam,
    Money,
    MoneyParam,
    ParamSpec,
    PartyParam,
    TextParam,
    Value,
    default_value,
    parse_answer,
    parse_value,
)

TEXT = TextParam(type="text", prompt="?", default="by mail")
INTEGER = IntegerParam(type="integer", prompt="?", min=1, max=240, default=24)
DAYS = DurationParam(type="duration", prompt="?", unit="days", min=1, max=90, default="30 days")
MONTHS = DurationParam(type="duration", prompt="?", unit="months")
DATE = DateParam(type="date", prompt="?", default="1996-03-08")
MONEY = MoneyParam(type="money", prompt="?", min=0, max=10_000)
PARTY = PartyParam(type="party", prompt="?")
LIST = ListParam(type="list", prompt="?", default=("road", "rail"))
CHOICE = ChoiceParam(type="choice", prompt="?", choices=("road", "rail"))


@pytest.mark.parametrize(
    ("spec", "written", "value"),
    [
        (TEXT, "through diplomatic channels", "through diplomatic channels"),
        (INTEGER, 240, 240),
        (DAYS, 1, Duration(1, "days")),
        (DAYS, "30 days", Duration(30, "days")),
        (MONTHS, "1 month", Duration(1, "months")),
        (DATE, "1996-03-08", date(1996, 3, 8)),
        (DATE, date(1996, 3, 8), date(1996, 3, 8)),
        (MONEY, "5000 EUR", Money(Decimal(5000), "EUR")),
        (MONEY, "EUR 5,000.50", Money(Decimal("5000.50"), "EUR")),
        (PARTY, "KAR", "KAR"),
        (LIST, ("a", "b"), ("a", "b")),
        (CHOICE, "rail", "rail"),
    ],
)
def test_a_value_is_read_as_its_parameter_says(spec: ParamSpec, written: object, value: Value) -> None:
    assert parse_value(spec, written, parties=("KAR", "TES")) == value


@pytest.mark.parametrize(
    ("spec", "written", "message", "hint"),
    [
        (TEXT, 5, "a text is expected", "quotes"),
        (TEXT, "  ", "is empty", "blank"),
        (TEXT, "a\nb", "several lines", "on one"),
        (INTEGER, "24", "a whole number", "without quotes"),
        (INTEGER, True, "a whole number", "digits"),
        (INTEGER, 0, "0 is too little", "the least is 1"),
        (INTEGER, 241, "241 is too much", "the most is 240"),
        (DAYS, "a while", "a length of time", "'30 days'"),
        (DAYS, True, "a length of time", "'30 days'"),
        (DAYS, "2 months", "counted in days, not in months", "'30 days'"),
        (DAYS, "91 days", "91 days is too much", "the most is 90 days"),
        (DAYS, 0, "0 days is too little", "the least is 1 day"),
        (DATE, "8 March 1996", "a date", "'1996-03-08'"),
        (DATE, 1996, "a date", "'1996-03-08'"),
        (MONEY, 5000, "an amount of money", "'5000 EUR'"),
        (MONEY, "5000", "an amount of money", "'5000 EUR'"),
        (MONEY, "EUR 5000 EUR", "an amount of money", "'5000 EUR'"),
        (MONEY, "10000.01 EUR", "10000.01 EUR is too much", "the most is 10000 EUR"),
        (PARTY, "KAT", "no party has the code 'KAT'", "did you mean 'KAR'?"),
        (PARTY, "X", "no party has the code 'X'", "KAR and TES"),
        (PARTY, 1, "the code of a party", "'A'"),
        (LIST, "road", "a list", "'- '"),
        (LIST, (), "a list", "'- '"),
        (LIST, ("a", ""), "is empty", "blank"),
        (CHOICE, "raod", "'raod' is none of the choices", "did you mean 'road'?"),
        (CHOICE, 1, "'1' is none of the choices", "road or rail"),
    ],
)
def test_what_is_no_value_is_refused_with_a_remedy(spec: ParamSpec, written: object, message: str, hint: str) -> None:
    where = Where("drafts/fish.yaml", 12, 5)

    with pytest.raises(ContentError) as caught:
        parse_value(spec, written, parties=("KAR", "TES"), where=where)

    assert caught.value.where == where
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_defaults_are_values_and_a_role_has_none() -> None:
    assert default_value(DAYS) == Duration(30, "days")
    assert default_value(DATE) == date(1996, 3, 8)
    assert default_value(LIST) == ("road", "rail")
    assert default_value(MONEY) is None
    assert default_value(PARTY) is None


@pytest.mark.parametrize(
    ("spec", "answer", "value"),
    [
        (INTEGER, " 24 ", 24),
        (DAYS, "30", Duration(30, "days")),
        (DAYS, "30 days", Duration(30, "days")),
        (LIST, "road; rail", ("road", "rail")),
        (TEXT, "12", "12"),
        (CHOICE, "road", "road"),
    ],
)
def test_a_typed_answer_is_read_like_a_written_value(spec: ParamSpec, answer: str, value: Value) -> None:
    assert parse_answer(spec, answer) == value


@given(amount=st.integers(1, 90))
def test_a_printed_duration_is_read_back(amount: int) -> None:
    duration = Duration(amount, "days")

    assert parse_value(DAYS, str(duration)) == duration


@given(amount=st.decimals(0, 10_000, places=2), currency=st.sampled_from(["EUR", "CHF"]))
def test_a_printed_amount_is_read_back(amount: Decimal, currency: str) -> None:
    money = Money(amount, currency)

    assert parse_value(MONEY, str(money)) == money
