"""Writes a value out as a slot asks for it.

The filters are the closed list of the clause notation. What they give back is words, and nobody parses them again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from treatykit.assemble import english
from treatykit.library.params import Duration, Money, Value
from treatykit.markup.slots import Filter


class FilterError(ValueError):
    """A filter does not go with a value."""


def write_out(value: Value, filters: tuple[Filter, ...]) -> str:
    """The value in words.

    Raises:
        FilterError: A filter does not go with what it is given, ``words`` with a name.
    """
    for each in filters:
        value = _FILTERS[each](value)
    return printed(value)


def printed(value: Value) -> str:
    """The value as it stands in a sentence when no filter says otherwise; figures from 1,000 on have their commas."""
    match value:
        case date():
            return english.long_date(value)
        case tuple():
            return english.joined(value)
        case Money(amount, currency):
            return f"{currency} {amount:,}"
        case Duration(amount):
            return f"{amount:,} {_unit(value)}"
        case int():
            return f"{value:,}"
        case _:
            return str(value)


def _unit(value: Duration) -> str:
    return str(value).partition(" ")[2]


def _words(value: Value) -> str:
    match value:
        case int():
            return english.cardinal(value)
        case Duration(amount):
            return f"{english.cardinal(amount)} {_unit(value)}"
        case _:
            raise FilterError(f"'{printed(value)}' is no number that could be written in words")


def _ordinal(value: Value) -> str:
    if isinstance(value, int):
        return english.ordinal(value)
    raise FilterError(f"'{printed(value)}' is no number that could be an ordinal")


def _date(value: Value) -> str:
    if isinstance(value, date):
        return english.long_date(value)
    raise FilterError(f"'{printed(value)}' is no date")


def _money(value: Value) -> str:
    if isinstance(value, Money):
        return printed(value)
    raise FilterError(f"'{printed(value)}' is no sum of money")


def _join(value: Value) -> str:
    if isinstance(value, tuple):
        return english.joined(value)
    raise FilterError(f"'{printed(value)}' is no list")


_FILTERS: Final[dict[Filter, Callable[[Value], str]]] = {
    Filter.CAP: lambda value: english.capitalised(printed(value)),
    Filter.UPPER: lambda value: printed(value).upper(),
    Filter.WORDS: _words,
    Filter.ORDINAL: _ordinal,
    Filter.DATE: _date,
    Filter.MONEY: _money,
    Filter.JOIN: _join,
}
