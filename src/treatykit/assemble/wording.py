"""The words that depend on the draft as a whole: on the number of the parties, their level, the register."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Final, assert_never

from treatykit.assemble.english import cardinal, joined, long_date
from treatykit.assemble.register import DIVIDED, USUAL, Designation
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.markup.slots import DraftWord
from treatykit.markup.syntax import Register
from treatykit.model.divisions import Divisions
from treatykit.records import dataclass


class Level(StrEnum):
    """In whose name the text is concluded."""

    STATES = "states"
    GOVERNMENTS = "governments"


class Originals(StrEnum):
    """How the closing words say in how many originals the text is made."""

    NUMBER = "number"  # in two originals
    DUPLICATE = "duplicate"  # in duplicate, triplicate, quadruplicate


_MULTIPLES: Final = {2: "duplicate", 3: "triplicate", 4: "quadruplicate"}
"""What is more has no such word, and is counted."""

_GOVERNMENT: Final = re.compile(r"(?:the )?Government of ", re.IGNORECASE)
"""How a name begins that is already that of a Government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the closed list of words has to be made from.

    Attributes:
        names: The full names of the parties in their order, as a sentence has them, ``the Republic of Karvela``.
        authentic: The languages of the authentic texts, in their order.
        prevailing: The language that prevails; empty where it is not said.
        called: What the draft calls those who conclude it; None leaves it to the register.
        divided: What it calls its articles, likewise.
        parent: The instrument that this one belongs to, as it is called here, ``Treaty``; empty where there is none.
        parent_title: The same with its whole title, ``the Treaty on Peace between … and …``.
        in_letters: It is an exchange of letters.
    """

    instrument: InstrumentType
    level: Level
    names: tuple[str, ...]
    authentic: tuple[str, ...] = ()
    prevailing: str = ""
    place: str = ""
    date: date | str = ""
    copies: Originals = Originals.NUMBER
    called: Designation | None = None
    divided: Divisions | None = None
    parent: str = ""
    parent_title: str = ""
    in_letters: bool = False

    @property
    def register(self) -> Register:
        """The register that its words are in."""
        return register_of(self.instrument)

    @property
    def designation(self) -> Designation:
        """What those who conclude the text are called in it."""
        return self.called or USUAL[self.register]

    @property
    def divisions(self) -> Divisions:
        """What its articles are called; letters have none, and say otherwise what they mean."""
        return Divisions.ARTICLES if self.in_letters else self.divided or DIVIDED[self.register]

    def word(self, word: DraftWord) -> str | None:
        """The word as this draft has it; None where the draft leaves it open."""
        two = len(self.names) == 2
        party, parties = self.designation.one, self.designation.several
        match word:
            case DraftWord.THE_PARTIES:
                return f"the {parties}"
            case DraftWord.EACH_PARTY:
                return f"each {party}"
            case DraftWord.EITHER_PARTY:
                return f"{'either' if two else 'any'} {party}"
            case DraftWord.NEITHER_PARTY:
                return f"{'neither' if two else 'no'} {party}"
            case DraftWord.BOTH_PARTIES:
                return f"{'both' if two else 'all'} {parties}"
            case DraftWord.THE_OTHER_PARTY:
                return f"the other {party if two else parties}"
            case DraftWord.ANY_OTHER_PARTY:
                return f"{'the' if two else 'any'} other {party}"
            case DraftWord.EACH_OTHER:
                return "each other" if two else "one another"
            case DraftWord.ONE_PARTY:
                return f"{'one' if two else 'any'} {party}"
            case DraftWord.INSTRUMENT:
                return self._instrument
            case DraftWord.THIS_INSTRUMENT:
                return f"this {self._instrument}"
            case DraftWord.THEIR_GOVERNMENTS:
                return "their respective Governments"
            case DraftWord.PARTY_NAMES:
                return joined(self.party_names)
            case DraftWord.ORIGINALS:
                return self._originals()
            case DraftWord.AUTHENTIC_LANGUAGES:
                return self._languages()
            case DraftWord.PREVAILING_LANGUAGE:
                return self.prevailing or None
            case DraftWord.PARENT:
                return self.parent or None
            case DraftWord.PARENT_TITLE:
                return self.parent_title or None
            case DraftWord.PLACE:
                return self.place or None
            case DraftWord.DONE_DATE:
                return (self.date if isinstance(self.date, str) else long_date(self.date)) or None
            case _:
                assert_never(word)

    @property
    def party_names(self) -> tuple[str, ...]:
        """Who concludes the text: States, or the Governments of States."""
        match self.level:
            case Level.STATES:
                return self.names
            case Level.GOVERNMENTS:
                return tuple(name if _GOVERNMENT.match(name) else f"the Government of {name}" for name in self.names)
            case _:
                assert_never(self.level)

    @property
    def _instrument(self) -> str:
        """What the text calls itself; letters that make no agreement record an understanding."""
        bare = self.in_letters and self.register is not Register.TREATY
        return "Understanding" if bare else self.instrument.capitalize()

    def _originals(self) -> str:
        count = len(self.names)
        if self.copies is Originals.DUPLICATE and count in _MULTIPLES:
            return _MULTIPLES[count]
        return f"{cardinal(count)} original{'s' if count > 1 else ''}"

    def _languages(self) -> str | None:
        if not self.authentic:
            return None
        return f"the {joined(self.authentic)} language{'s' if len(self.authentic) > 1 else ''}"


OPEN_WORDS: dict[DraftWord, tuple[str, str]] = {
    DraftWord.AUTHENTIC_LANGUAGES: ("languages.authentic", "In which languages is the text authentic?"),
    DraftWord.PREVAILING_LANGUAGE: (
        "languages.prevailing",
        "Which language prevails where the texts diverge, or is the only authentic one?",
    ),
    DraftWord.PARENT: ("parent.name", "What is the instrument that this one belongs to called in it?"),
    DraftWord.PARENT_TITLE: ("parent.title", "To which instrument does this one belong?"),
    DraftWord.PLACE: ("done.place", "Where is the text signed?"),
    DraftWord.DONE_DATE: ("done.date", "On which day is the text signed?"),
}
"""The words that a draft may leave open: the entry that fills each, and the question it answers."""
