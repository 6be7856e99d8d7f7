"""A question of an interview, what it offers, and whether a person wants to be asked it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Final

from treatykit.assemble.answers import TOPIC_KINDS, Key, Kind, Said
from treatykit.records import dataclass

BLANK_STANDS: Final = "a blank"
"""What stands where nobody says anything, of what has no default."""

_ALWAYS: Final = (Kind.MEND, Kind.TITLE, Kind.PARTY, Kind.VARIANT)

Changes = Mapping[Key, str | None]
"""What an answer changes; None takes an earlier answer back, so that it is asked for again."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the answers that a question offers.

    Attributes:
        value: What is typed, and what the draft says.
        points: What speaks for and against it, each with its heading.
        changes: For what mends a broken rule: the answers that it gives; else empty.
    """

    value: str
    label: str
    points: tuple[tuple[str, str], ...] = ()
    changes: Changes = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked next.

    Attributes:
        default: The answer where none is given; empty, where then nothing is said; None where one is owed.
        usual: What stands where nothing is said, in words.
        earlier: The answer that it had before a step back, which then stands before the default; empty where none had.
        hint: How the answer is written.
        about: The topic whose commentary explains it; empty where there is none.
        told: What has to be known before it is answered, such as the rules that are broken.
    """

    key: Key
    prompt: str
    offers: tuple[Offer, ...] = ()
    default: str | None = None
    usual: str = ""
    earlier: str = ""
    hint: str = ""
    about: str = ""
    told: tuple[str, ...] = ()


def is_answered(question: Question, said: Said) -> bool:
    """Whether a question needs no asking."""
    kinds = TOPIC_KINDS if question.key.kind in TOPIC_KINDS else (question.key.kind,)
    return any(Key(kind, question.key.name) in said for kind in kinds)


class Ask(StrEnum):
    """How much a person wants to be asked; for the rest the defaults stand."""

    ALL = "all"
    WORDINGS = "wordings"
    BLANKS = "blanks"


def is_wanted(question: Question, said: Said) -> bool:
    """Whether a person wants to be asked a question that has a default."""
    kind = question.key.kind
    wanted = said.get(Key(Kind.ASK)) or Ask.ALL
    owed = question.default is None or question.usual == BLANK_STANDS or kind in _ALWAYS
    return wanted == Ask.ALL or owed or (wanted == Ask.WORDINGS and kind in (*TOPIC_KINDS, Kind.ADD))


def how_much(later: Sequence[Question]) -> Question:
    """The question how much of what is to come shall be asked."""
    said = {each: sum(is_wanted(question, {Key(Kind.ASK): each}) for question in later) for each in Ask}
    labels = {
        Ask.ALL: "every wording and every value",
        Ask.WORDINGS: "which wording of each topic, and what would stay a blank",
        Ask.BLANKS: "only what would stay a blank; the usual wordings and values stand",
    }
    return Question(
        key=Key(Kind.ASK),
        prompt="How much do you want to be asked?",
        offers=tuple(Offer(each, f"{labels[each]} ({said[each]} questions)") for each in Ask),
        default=Ask.ALL,
        hint="for what is not asked the defaults stand; each can be changed in the file",
    )
