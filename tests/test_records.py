"""Our dataclasses are those of the standard library, but that nothing stands guard over a frozen one."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from treatykit.records import dataclass

Decorator = Callable[..., Callable[[type], Any]]


@dataclass(frozen=True, slots=True, order=True)
class Clause:
    """A frozen one that every test may pickle."""

    number: int
    words: str = dataclasses.field(default="", compare=False)
    seen: int = dataclasses.field(default=0, repr=False)


def classes(decorator: Decorator, **options: bool) -> Any:
    class Article:
        number: int
        words: str = dataclasses.field(default="", compare=False)
        secret: str = dataclasses.field(default="", repr=False)

    Article.__annotations__ = {"number": int, "words": str, "secret": str}
    Article.__qualname__ = "Article"
    return decorator(**options)(Article)


@pytest.mark.parametrize("options", [{"frozen": True}, {"frozen": True, "slots": True}, {"slots": True}, {}])
def test_they_are_equal_and_shown_and_hashed_as_those_of_the_standard_library(options: dict[str, bool]) -> None:
    made, wanted = classes(dataclass, **options), classes(dataclasses.dataclass, **options)

    assert repr(made(1, "a", "b")) == repr(wanted(1, "a", "b")) == "Article(number=1, words='a')"
    assert made(1, "a") == made(1, "b")
    assert made(1) != made(2)
    assert made(1) != wanted(1)
    if options.get("frozen"):
        assert hash(made(1, "a")) == hash(made(1, "b")) == hash(wanted(1))
    else:
        assert made.__hash__ is wanted.__hash__ is None


def test_who_says_how_it_is_hashed_or_shown_is_left_alone() -> None:
    @dataclass(frozen=True, slots=True)
    class Said:
        number: int

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "said"

    assert (hash(Said(1)), repr(Said(1))) == (7, "said")


def test_they_are_copied_replaced_ordered_and_sent() -> None:
    clause = Clause(1, "a", 2)

    assert dataclasses.replace(clause, words="b").words == "b"
    assert copy.deepcopy(clause) == pickle.loads(pickle.dumps(clause)) == clause
    assert sorted([Clause(2), clause]) == [clause, Clause(2)]


def test_nothing_stands_guard_when_the_program_runs() -> None:
    assert "__setattr__" not in vars(Clause)
