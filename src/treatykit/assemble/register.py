"""Turns words written in treaty register into those of a memorandum or a declaration.

A memorandum of understanding creates no legal obligations and shows it by its words
(United Kingdom, *Treaties and Memoranda of Understanding: Guidance on Practice and
Procedures*, "Terminology"): the participants *will* do what parties to a treaty *shall*
do. Quoted words belong to somebody else and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, assert_never

from treatykit.library.instruments import InstrumentType


class Register(Enum):
    """How binding the words sound."""

    TREATY = "treaty"
    POLITICAL = "political"
    MEMORANDUM = "memorandum"


def register_of(instrument: InstrumentType) -> Register:
    """The register of a text that is called so."""
    match instrument:
        case InstrumentType.DECLARATION:
            return Register.POLITICAL
        case InstrumentType.MEMORANDUM:
            return Register.MEMORANDUM
        case InstrumentType.TREATY | InstrumentType.AGREEMENT | InstrumentType.PROTOCOL | InstrumentType.CONVENTION:
            return Register.TREATY
        case _:
            assert_never(instrument)


_POLITICAL: Final = {
    "shall": "will",
    "undertake to": "intend to",
    "undertakes to": "intends to",
    "enter into force": "come into effect",
    "enters into force": "comes into effect",
    "entered into force": "came into effect",
    "entering into force": "coming into effect",
    "entry into force": "coming into effect",
}
_MEMORANDUM: Final = {**_POLITICAL, "Party": "Participant", "Parties": "Participants"}

TABLES: Final[Mapping[Register, Mapping[str, str]]] = MappingProxyType(
    {Register.TREATY: {}, Register.POLITICAL: _POLITICAL, Register.MEMORANDUM: _MEMORANDUM}
)
"""What each register says instead of the words of a treaty."""

_QUOTED: Final = re.compile(r'("[^"]*"|“[^”]*”)')
_OF_ANOTHER_TREATY: Final = re.compile(r"\bStates? (?:Party|Parties)\b")


def turned(words: str, register: Register) -> str:
    """The words in this register; what stands between quotation marks is kept."""
    table = TABLES[register]
    if not table:
        return words
    pieces = _QUOTED.split(words)
    return "".join(piece if at % 2 else _turned(piece, table) for at, piece in enumerate(pieces))


def _turned(words: str, table: Mapping[str, str]) -> str:
    kept = [match.span() for match in _OF_ANOTHER_TREATY.finditer(words)]

    def replaced(match: re.Match[str]) -> str:
        if any(start <= match.start() < stop for start, stop in kept):
            return match[0]
        found = match[0]
        if found in table:
            return table[found]
        instead = table[found[:1].lower() + found[1:]]
        return instead[:1].upper() + instead[1:]

    return _pattern(table).sub(replaced, words)


def _pattern(table: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(table, key=len, reverse=True)
    either_case = (f"[{words[0].upper()}{words[0].lower()}]{re.escape(words[1:])}" for words in longest_first)
    # "Party" is a name, and only as a name is it turned: "party to a contract" is not
    exact = (
        re.escape(words) if words[0].isupper() else cased
        for words, cased in zip(longest_first, either_case, strict=True)
    )
    return re.compile(rf"\b(?:{'|'.join(exact)})\b")
