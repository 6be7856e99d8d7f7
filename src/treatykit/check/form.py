"""Checks of the form: the number of originals, and the languages that are said to be authentic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.naming import names
from treatykit.check.rule import Example, Rule
from treatykit.check.text import Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_COUNTS: Final = MappingProxyType(
    {
        cardinal: count
        for count, cardinal in enumerate(("two", "three", "four", "five", "six", "seven", "eight"), start=2)
    }
    | {"duplicate": 2, "triplicate": 3, "quadruplicate": 4}
)
_ORIGINALS: Final = re.compile(
    r"\bin (?P<count>\w+) (?:(?:authentic|original|signed|identical) )*(?:originals?|copies|counterparts|texts|sets)\b"
    r"|\bin (?P<form>duplicate|triplicate|quadruplicate)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"\b(?:done|drawn up|executed|signed|made)\b[^.;]*$", re.IGNORECASE)
_LANGUAGES: Final = re.compile(r"\bin the ([A-Z][\w, ]*?) languages?\b")
_PREVAILS: Final = re.compile(r"\b[Tt]he ([A-Z]\w+)(?: text| language text| version)? shall prevail\b")


def _originals(text: Text) -> Iterator[Finding]:
    parties = len(names(text).full)
    for passage in text.passages:
        for match in _ORIGINALS.finditer(passage.words):
            if passage.role is not Role.TESTIMONIUM and not _DONE.search(passage.words, 0, match.start()):
                continue
            said = (match["count"] or match["form"]).lower()
            count = int(said) if said.isdecimal() else _COUNTS.get(said)
            if count and parties and count != parties:
                noun = "original" if count == 1 else "originals"
                yield passage.finding(f"{count} {noun} for {parties} {'party' if parties == 1 else 'parties'}")


def _languages(text: Text) -> Iterator[Finding]:
    named = ((passage, _LANGUAGES.findall(passage.words)) for passage in text.passages)
    lists = [(passage, _listed(", ".join(languages))) for passage, languages in named if languages]
    for (_, first), (passage, other) in combinations(lists, 2):
        if first != other:
            yield passage.finding(f"the languages are {_said(other)} here and {_said(first)} elsewhere")
            break
    known = {language for _, languages in lists for language in languages}
    for passage in text.passages:
        for match in _PREVAILS.finditer(passage.words):
            if known and match[1] not in known:
                yield passage.finding(f"the {match[1]} text prevails, and is not among the authentic ones")


def _listed(words: str) -> frozenset[str]:
    return frozenset(part.strip() for part in re.split(r",| and ", words) if part.strip())


def _said(languages: frozenset[str]) -> str:
    return " and ".join(sorted(languages))


RULES: Final = (
    Rule(
        id="originals",
        severity=Severity.WARNING,
        title="The number of originals is not that of the parties",
        why="Each party keeps an original in which it is named first (the alternat).",
        example=Example("DONE in two originals (between three parties)", "DONE in three originals"),
        source="Treaty practice, the alternat; United States, Foreign Service Regulations, XI-2 (Executive Order 8016)",
        misses=(
            "Texts of which neither the file, nor the signatures, nor the opening words tell how many parties there "
            "are. Multilateral texts in a single original are left alone."
        ),
        find=_originals,
    ),
    Rule(
        id="languages",
        severity=Severity.ERROR,
        title="The lists of languages differ, or a language prevails that is not authentic",
        why="Each authentic text has equal authority unless the treaty provides that one prevails.",
        example=Example(
            "The texts in the Karvelan and Tesmari languages are authentic. The English text shall prevail.",
            "The texts in the Karvelan, Tesmari and English languages are authentic. The English text shall prevail.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 33",
        misses="Lists in other words than 'in the … languages'.",
        find=_languages,
    ),
)
