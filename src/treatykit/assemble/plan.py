"""What is decided about a text before it is written: its topics in order, and the wording of each."""

from __future__ import annotations

from typing import Final

from treatykit.diagnostics import Diagnostic
from treatykit.errors import Where
from treatykit.library.clause import Clause
from treatykit.library.instruments import InstrumentType
from treatykit.model.content import Story
from treatykit.records import dataclass

EVERYONE: Final[tuple[str, ...]] = ()
"""Stands behind an option that is agreed."""


@dataclass(frozen=True, slots=True)
class Option:
    """A wording and who proposes it.

    Attributes:
        parties: Their codes; `EVERYONE` where it is agreed.
        alternative: None, where they propose to say nothing.
    """

    parties: tuple[str, ...]
    alternative: str | None

    def __str__(self) -> str:
        said = self.alternative or "none"
        return said if self.parties == EVERYONE else f"{', '.join(self.parties)}: {said}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A topic of the text: one wording that is agreed, or several that compete.

    Attributes:
        where: What decided it, for errors.
    """

    clause: Clause
    options: tuple[Option, ...]
    where: Where

    @property
    def topic(self) -> str:
        """The topic's id."""
        return self.clause.topic

    @property
    def is_agreed(self) -> bool:
        """There is one wording, and nobody proposes another."""
        return all(option.parties == EVERYONE for option in self.options)

    @property
    def says(self) -> str:
        """The alternative; of several all of them with their parties, ``A: general | B: none``."""
        return " | ".join(map(str, self.options))

    def read_by(self, party: str) -> str | None:
        """The alternative that a party reads; a party without an option reads nothing."""
        return next(
            (option.alternative for option in self.options if option.parties == EVERYONE or party in option.parties),
            None,
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """A topic and what it says in a text.

    Attributes:
        blocks: Without numbers, and its references still without words.
    """

    choice: Choice
    blocks: Story

    @property
    def topic(self) -> str:
        """The topic's id."""
        return self.choice.topic


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A topic that the library has and the text has not.

    Attributes:
        reason: Why, in the words of the profile or the draft.
    """

    topic: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The topics of a text in order.

    Attributes:
        left_out: In the order of the library.
        articles: How many articles such a text has, at least and at most; None where nobody says.
        diagnostics: What was asked for and could not be followed.
    """

    variant: str
    instrument: InstrumentType
    choices: tuple[Choice, ...]
    left_out: tuple[LeftOut, ...]
    articles: tuple[int, int] | None
    diagnostics: tuple[Diagnostic, ...]

    def says(self, topic: str, alternative: str) -> bool:
        """Whether a wording of a topic is agreed."""
        agreed = (Option(EVERYONE, alternative),)
        return any(choice.topic == topic and choice.options == agreed for choice in self.choices)

    @property
    def topics(self) -> frozenset[str]:
        """The topics that at least one party reads."""
        return frozenset(choice.topic for choice in self.choices)
