"""Turns words written in treaty register into those of a memorandum or a declaration.

A memorandum of understanding creates no legal obligations and shows it by its words
(United Kingdom, *Treaties and Memoranda of Understanding: Guidance on Practice and
Procedures*, "Terminology"; Aust, *Modern Treaty Law and Practice*, 3rd ed., chapter 3):
the participants *will* do what parties to a treaty *shall* do, they *decide* where these
*agree*, and what they accept are *commitments*. Quoted words belong to somebody else and
stay as they are, and so do obligations that exist under another instrument.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from treatykit.assemble.english import capitalised
from treatykit.markup.syntax import Register
from treatykit.model.divisions import Divisions


class Designation(StrEnum):
    """What those who conclude a text are called in it."""

    PARTIES = "parties"
    PARTICIPANTS = "participants"
    SIDES = "sides"

    @property
    def several(self) -> str:
        """All of them, ``Parties``."""
        return self.value.capitalize()

    @property
    def one(self) -> str:
        """One of them, ``Party``."""
        return "Party" if self is Designation.PARTIES else self.several.removesuffix("s")


USUAL: Final[Mapping[Register, Designation]] = MappingProxyType(
    {
        Register.TREATY: Designation.PARTIES,
        Register.DECLARATION: Designation.SIDES,
        Register.MEMORANDUM: Designation.PARTICIPANTS,
    }
)
"""Only a treaty has parties, those bound by it (VCLT, Article 2(1)(g))."""

DIVIDED: Final[Mapping[Register, Divisions]] = MappingProxyType(
    {
        Register.TREATY: Divisions.ARTICLES,
        Register.DECLARATION: Divisions.ARTICLES,
        Register.MEMORANDUM: Divisions.PARAGRAPHS,
    }
)
"""A memorandum avoids the word article; a declaration may have it, as that of human rights does."""

POLITICAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "shall": "will",
        "undertake": "intend",
        "undertakes": "intends",
        "undertaking": "assurance",
        "undertakings": "assurances",
        "is obliged to agree": "is expected to accept",
        "is obliged to": "is expected to",
        "is not bound to": "is not expected to",
        "oblige": "require",
        "obliges": "requires",
        "obligation to perform": "commitment to carry out",
        "obligation": "commitment",
        "obligations": "commitments",
        "by agreement": "by joint decision",
        "decisions by agreement of": "decisions with the consent of",
        "seek agreement": "seek an understanding",
        "reach agreement": "reach an understanding",
        "failing agreement": "failing an understanding",
        "until agreement": "until an understanding",
        "to an agreement": "to an understanding",
        "agreement": "arrangement",
        "agreements": "arrangements",
        "it is agreed": "it is accepted",
        "agree to it": "accept it",
        "agree to a further": "accept a further",
        "agree": "decide",
        "agrees": "decides",
        "agreed": "decided",
        "agreeing": "deciding",
        "enter into force": "come into effect",
        "enters into force": "comes into effect",
        "has entered into force": "has come into effect",
        "entered into force": "came into effect",
        "entering into force": "coming into effect",
        "entry into force": "coming into effect",
        "into force": "into effect",
        "remain in force": "remain in effect",
        "remains in force": "remains in effect",
        "breach of": "failure to carry out",
        "breach": "failure",
        "seriously breached": "seriously disregarded",
        "becomes binding": "comes into effect",
        "binds": "commits",
        "final and binding": "final",
        "is binding": "is final",
        "with binding effect": "with final effect",
        "hereby establish": "will establish",
        "is hereby established": "will be established",
        "hereby entrust": "will entrust",
        "hereby invite": "invite",
        "hereby request": "request",
        "are established at the level": "will be established at the level",
        "without any further act": "without any further step",
        "denounce": "terminate",
        "denunciation": "termination",
        "equally authentic": "equally valid",
        "are authentic": "are valid",
        "is authentic": "is valid",
        "are not authentic": "are not valid",
        "authentic and definitive": "definitive",
        "authentic texts": "texts",
        "authentic text": "text",
        "authentic languages": "languages",
        "amendments and reservations": "amendments",
    }
)
"""What a text that is not meant to bind in law says instead of the words of a treaty."""

_OF_THE_LAW: Final = (
    r"\bStates? (?:Party|Parties)\b",
    r"\brights (?:and|nor) obligations\b",
    r"\b(?:imposes|assumes) (?:an|no) obligation\b",
    r"\binternational obligations\b",
    r"\b[Oo]bligations? under (?=\w)",
    r"\bobligation to (?=investigate|release)",
)
"""What is so whatever the text is called. A text speaks of itself by a slot, which ends the words before it."""

_QUOTED: Final = re.compile(r'("[^"]*"|“[^”]*”)')


def turned(
    words: str, register: Register, designation: Designation | None = None, divisions: Divisions = Divisions.ARTICLES
) -> str:
    """The words in this register; what stands between quotation marks is kept.

    Args:
        designation: What the text calls its parties; by default what such a text usually does.
        divisions: What it calls its articles.
    """
    names = _names(designation or USUAL[register]) | _places(divisions)
    table = names if register is Register.TREATY else {**names, **POLITICAL}
    pieces = _QUOTED.split(words)
    return "".join(piece if at % 2 else _turned(piece, table) for at, piece in enumerate(pieces))


def renamed(words: str, designation: Designation) -> str:
    """The words with the parties called so, as in a defined term."""
    return _turned(words, _names(designation))


def _names(designation: Designation) -> dict[str, str]:
    usual = Designation.PARTIES
    return {} if designation is usual else {usual.one: designation.one, usual.several: designation.several}


def _places(divisions: Divisions) -> dict[str, str]:
    """What a text says where it speaks of the place itself."""
    usual = Divisions.ARTICLES
    if divisions is usual:
        return {}
    return {f"this {usual.one}": f"this {divisions.one}", f"this {usual.within}": f"this {divisions.within}"}


def _turned(words: str, table: Mapping[str, str]) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match["kept"] is not None:
            return match[0]
        article, found = match["article"] or "", match["turned"]
        instead = table[found] if found in table else capitalised(table[found[:1].lower() + found[1:]])
        return f"{_befitting(article, instead)}{instead}"

    return _pattern(tuple(table)).sub(replaced, words) if table else words


def _befitting(article: str, word: str) -> str:
    """The indefinite article before this word, ``an`` before a vowel; nothing where there was none."""
    return f"{article[0]}{'n' if word[0].lower() in 'aeiou' else ''} " if article else ""


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    either_case = (f"[{words[0].upper()}{words[0].lower()}]{re.escape(words[1:])}" for words in longest_first)
    # "Party" is a name, and only as a name is it turned: "party to a contract" is not
    exact = (
        re.escape(words) if words[0].isupper() else cased
        for words, cased in zip(longest_first, either_case, strict=True)
    )
    phrase = rf"(?P<article>\b[Aa]n? )?\b(?P<turned>{'|'.join(exact)})\b"
    return re.compile(rf"(?P<kept>(?:\b[Aa]n? )?(?:{'|'.join(_OF_THE_LAW)}))|{phrase}")
