"""How a text names its parties: by what is known about it, by who signs it, or by who opens it."""

from __future__ import annotations

import re
from typing import Final

from treatykit.check.text import CLOSING, Text
from treatykit.model.properties import Role
from treatykit.records import dataclass

STATE: Final = (
    r"(?:(?:[A-Z][\w’'-]+ ){0,3}(?:Republic|Kingdom|Federation|Principality|Union|Confederation|Commonwealth|Emirate|"
    r"Sultanate|Duchy|State|States|Government) of (?:the )?[A-Z][\w’'-]+(?:(?:-| (?:and )?)[A-Z][\w’'-]+)*)"
)
"""The long name of a State or its Government, without an article."""

_SIGNS: Final = re.compile(
    r"\bFor (?:and on behalf of )?(?:the )?(?P<name>[A-Z][\w’'-]*(?: (?:of|and|the|[A-Z][\w’'-]*))*)"
)
_BETWEEN: Final = re.compile(
    r"(?P<names>[^()“”]+?),? \(?(?:(?:hereinafter|hereafter|collectively)\b|[“\"])", re.IGNORECASE
)
_GOVERNMENT: Final = re.compile(r"^(?:the )?Governments? of (?:the )?")


@dataclass(frozen=True, slots=True)
class Names:
    """The parties of a text, as far as it says who they are.

    Attributes:
        full: Their long names, without an article; empty where the text does not tell them.
        short: The names by which its articles speak of them.
    """

    full: tuple[str, ...]
    short: tuple[str, ...]

    def is_party(self, name: str) -> bool:
        """Whether a State or Government is one of the parties, by whatever name."""
        bare = _bare(name)
        known = (*(_bare(each) for each in self.full), *self.short)
        return any(bare == each or bare.endswith(f" {each}") or each.endswith(f" {bare}") for each in known)


def names(text: Text) -> Names:
    """The names of the parties."""
    if text.meta.parties:
        full = tuple(party.full.removeprefix("the ") for party in text.meta.parties)
        return Names(full, tuple(party.short for party in text.meta.parties))
    closing = (passage.words for passage in text.passages if passage.role in CLOSING)
    signing = tuple(dict.fromkeys(match["name"] for words in closing for match in _SIGNS.finditer(words)))
    if len(signing) < 2:
        opening = [passage for passage in text.passages if not text.outline.path(passage.index)]
        found = (_BETWEEN.match(passage.words) for passage in opening if passage.role is not Role.RECITAL)
        said = next((match["names"] for match in found if match), "")
        listed = re.split(r", (?:and )?(?:the )?| and the ", said) if " and " in said else []
        signing = tuple(each.removeprefix("The ").removeprefix("the ").strip() for each in listed)
    return Names(signing, tuple(_bare(each).rpartition(" of ")[2].removeprefix("the ") for each in signing))


def _bare(name: str) -> str:
    return _GOVERNMENT.sub("", " ".join(name.split())).removeprefix("the ")
