"""The expression inside a slot: a name, then filters from a closed list.

``{{ transit-controls.hours | words }}`` holds ``transit-controls.hours | words``. A name
is one of three things: a parameter of a topic, the form of a role's name, or a word that
the draft as a whole decides. There is nothing else: no arithmetic, no calls, no nesting.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from treatykit.errors import ContentError, Where
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.records import dataclass

TOPIC: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""A topic's id, which is also its file name, ``transit-controls``; labels and alternatives are named alike."""

NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
"""The name of a parameter, an option or a role, ``transit_state``."""


class DraftWord(StrEnum):
    """Words that depend on the number of the parties, on their level or on the register."""

    THE_PARTIES = "the_parties"
    EACH_PARTY = "each_party"
    EITHER_PARTY = "either_party"
    NEITHER_PARTY = "neither_party"
    BOTH_PARTIES = "both_parties"
    THE_OTHER_PARTY = "the_other_party"
    ANY_OTHER_PARTY = "any_other_party"
    EACH_OTHER = "each_other"
    ONE_PARTY = "one_party"
    INSTRUMENT = "instrument"
    THIS_INSTRUMENT = "this_instrument"
    THEIR_GOVERNMENTS = "their_governments"
    PARTY_NAMES = "party_names"
    ORIGINALS = "originals"
    AUTHENTIC_LANGUAGES = "authentic_languages"
    PREVAILING_LANGUAGE = "prevailing_language"
    PARENT = "parent"
    PARENT_TITLE = "parent_title"
    PLACE = "place"
    DONE_DATE = "done_date"


class RoleForm(StrEnum):
    """The forms of the name of the party that holds a role."""

    SHORT = "short"
    FULL = "full"
    ADJECTIVE = "adjective"


class Filter(StrEnum):
    """How a value is written out.

    `CAP` and `UPPER` change letters; `WORDS` writes ``thirty`` for 30, `ORDINAL` ``thirtieth``,
    `DATE` ``8 March 1996``; `MONEY` sets an amount with its currency; `JOIN` joins a list,
    ``a, b and c``.
    """

    CAP = "cap"
    UPPER = "upper"
    WORDS = "words"
    ORDINAL = "ordinal"
    DATE = "date"
    MONEY = "money"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class ParamName:
    """A parameter that a topic declares."""

    topic: str
    name: str

    def __str__(self) -> str:
        return f"{self.topic}.{self.name}"


@dataclass(frozen=True, slots=True)
class RoleName:
    """The party that holds a role, in one of the forms of its name.

    Attributes:
        role: A parameter of type `party`; its name is shared by all topics of a draft.
    """

    role: str
    form: RoleForm

    def __str__(self) -> str:
        return f"{self.role}.{self.form}"


Subject = ParamName | RoleName | DraftWord


def parse_expression(expression: str, where: Where) -> tuple[Subject, tuple[Filter, ...]]:
    """Read what stands between ``{{`` and ``}}``.

    Raises:
        ContentError: The name or a filter is not one of those that exist.
    """
    name, *filters = (part.strip(" ") for part in expression.split("|"))
    return parse_name(name, where), tuple(_parse_filter(each, where) for each in filters)


def parse_name(name: str, where: Where) -> Subject:
    """Read the name of a slot.

    Raises:
        ContentError: It is neither a parameter nor a role nor a word of the closed list.
    """
    first, dot, second = name.partition(".")
    if not dot:
        return _parse_draft_word(name, where)
    if second in set(RoleForm) and NAME.fullmatch(first):
        return RoleName(first, RoleForm(second))
    if TOPIC.fullmatch(first) and NAME.fullmatch(second):
        return ParamName(first, second)
    if NAME.fullmatch(first):
        raise ContentError(
            f"'{name}' is no form of a role's name",
            where=where,
            hint=did_you_mean(second, RoleForm, otherwise=f"a role has the forms {listed(RoleForm, last='and')}"),
        )
    raise ContentError(f"'{name}' names nothing", where=where, hint="write '{{ topic.parameter }}'")


def print_expression(subject: Subject, filters: tuple[Filter, ...]) -> str:
    """The expression in its canonical form, ``transit-controls.hours | words``."""
    return " | ".join((str(subject), *filters))


def _parse_draft_word(name: str, where: Where) -> DraftWord:
    try:
        return DraftWord(name)
    except ValueError:
        raise ContentError(
            f"no word of the draft is called '{name}'" if name else "the slot is empty",
            where=where,
            hint=did_you_mean(name, DraftWord, otherwise="a parameter is written '{{ topic.parameter }}'"),
        ) from None


def _parse_filter(name: str, where: Where) -> Filter:
    try:
        return Filter(name)
    except ValueError:
        raise ContentError(
            f"no filter is called '{name}'" if name else "a filter is missing after '|'",
            where=where,
            hint=did_you_mean(name, Filter, otherwise=f"there are {listed(Filter, last='and')}"),
        ) from None
