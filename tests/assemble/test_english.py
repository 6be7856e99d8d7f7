"""Numbers, dates and lists as treaties write them out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.assemble.english import LARGEST, capitalised, cardinal, joined, long_date, ordinal


@given(st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_two_numbers_are_never_written_alike(first: int, second: int) -> None:
    assert (cardinal(first) == cardinal(second)) == (first == second)
    assert (ordinal(first) == ordinal(second)) == (first == second)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (12, "twelve"),
        (24, "twenty-four"),
        (90, "ninety"),
        (100, "one hundred"),
        (124, "one hundred and twenty-four"),
        (1_005, "one thousand and five"),
        (1_350, "one thousand three hundred and fifty"),
        (2_000_000, "two million"),
    ],
)
def test_a_number_is_written_as_a_treaty_has_it(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (2, "second"),
        (5, "fifth"),
        (12, "twelfth"),
        (30, "thirtieth"),
        (21, "twenty-first"),
        (100, "one hundredth"),
    ],
)
def test_an_ordinal_is_written_out(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        cardinal(-1)


def test_a_date_has_the_month_in_words() -> None:
    assert long_date(date(1996, 3, 8)) == "8 March 1996"


def test_the_last_of_several_is_joined_by_and() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capitalised("the Republic of Karvela") == "The Republic of Karvela"
