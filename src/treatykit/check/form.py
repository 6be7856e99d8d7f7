"""Checks of the form: final clauses, originals, languages, the order of the parties, obligations of one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType
from typing import Final

from treatykit.check.rule import Finding, Rule
from treatykit.check.text import CLOSING, Text
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
_SIGNS: Final = re.compile(
    r"\bFor (?:and on behalf of )?(?:the )?(?P<name>[A-Z][\w’'-]*(?: (?:of|and|the|[A-Z][\w’'-]*))*)"
)
_BETWEEN: Final = re.compile(
    r"(?P<names>[^()“”]+?),? \(?(?:(?:hereinafter|hereafter|collectively)\b|[“\"])", re.IGNORECASE
)
_LANGUAGES: Final = re.compile(r"\bin the ([A-Z][\w, ]*?) languages?\b")
_PREVAILS: Final = re.compile(r"\b[Tt]he ([A-Z]\w+)(?: text| language text| version)? shall prevail\b")
_ENTRY: Final = re.compile(r"\b(?:enter|enters|entry|come|comes|coming) into (?:force|effect)\b|\btakes? effect\b")
_NOT_PARTY: Final = re.compile(
    r"\b(?:the Parties|each Party|either Party|neither Party|both Parties|the other Part(?:y|ies)|all Parties)\b",
    re.IGNORECASE,
)


def _no_entry_into_force(text: Text) -> Iterator[Finding]:
    articles = [division for division in text.outline.walk() if division.role is Role.ARTICLE]
    if articles and not any(_ENTRY.search(f"{passage.words}") for passage in text.operative):
        yield Finding("", "no article says when the text enters into force", "add the topic 'entry-into-force'")


def _originals(text: Text) -> Iterator[Finding]:
    parties = _parties(text)
    for passage in text.passages:
        for match in _ORIGINALS.finditer(passage.words):
            if passage.role is not Role.TESTIMONIUM and not _DONE.search(passage.words, 0, match.start()):
                continue
            said = (match["count"] or match["form"]).lower()
            count = int(said) if said.isdecimal() else _COUNTS.get(said)
            if count and parties and count != parties:
                yield Finding(passage.place, f"{count} originals for {parties} parties")


def _parties(text: Text) -> int:
    """How many parties a text has, as far as it says so: by its signatures, or by who opens it; 0 where it does not."""
    if text.meta.parties:
        return len(text.meta.parties)
    closing = (passage.words for passage in text.passages if passage.role in CLOSING)
    signing = {match["name"] for words in closing for match in _SIGNS.finditer(words)}
    if len(signing) > 1:
        return len(signing)
    opening = (_BETWEEN.match(passage.words) for passage in text.passages if not text.outline.path(passage.index))
    named = next((match["names"] for match in opening if match), "")
    return len(re.split(r", (?:and )?(?:the )?| and the ", named)) if " and " in named else 0


def _languages(text: Text) -> Iterator[Finding]:
    named = ((passage, _LANGUAGES.findall(passage.words)) for passage in text.passages)
    lists = [(passage, _listed(", ".join(languages))) for passage, languages in named if languages]
    for (_, first), (passage, other) in combinations(lists, 2):
        if first != other:
            yield Finding(passage.place, f"the languages are {_said(other)} here and {_said(first)} elsewhere")
            break
    known = {language for _, languages in lists for language in languages}
    for passage in text.passages:
        for match in _PREVAILS.finditer(passage.words):
            if known and match[1] not in known:
                yield Finding(passage.place, f"the {match[1]} text prevails, and is not among the authentic ones")


def _party_order(text: Text) -> Iterator[Finding]:
    """Both parties in one breath, in the order of the title everywhere."""
    names = [party.full.removeprefix("the ") for party in text.meta.parties]
    for first, second in combinations(names, 2):
        for passage in text.passages:
            turned = re.search(rf"{re.escape(second)} and (?:the )?{re.escape(first)}", passage.words)
            if turned:
                yield Finding(passage.place, f"'{turned[0]}' turns the order of the parties round")


def _one_sided(text: Text) -> Iterator[Finding]:
    shorts = {party.short for party in text.meta.parties} | {
        party.full.removeprefix("the ") for party in text.meta.parties
    }
    if not shorts:
        return
    named = re.compile("|".join(rf"\b{re.escape(short)}\b" for short in sorted(shorts, key=len, reverse=True)))
    for passage in text.operative:
        bound = [match for match in named.finditer(passage.words) if passage.words[match.end() :].startswith(" shall")]
        others = {match[0] for match in named.finditer(passage.words)}
        if bound and not _NOT_PARTY.search(passage.words) and len(others) == 1:
            yield Finding(passage.place, f"only {bound[0][0]} is bound", "is the other party bound elsewhere?")


def _listed(words: str) -> frozenset[str]:
    return frozenset(part.strip() for part in re.split(r",| and ", words) if part.strip())


def _said(languages: frozenset[str]) -> str:
    return " and ".join(sorted(languages))


RULES: Final = (
    Rule(
        id="no-entry-into-force",
        severity=Severity.ERROR,
        title="No article says when the text enters into force",
        why="A treaty enters into force in the manner and on the date that it provides (VCLT, Article 24(1)).",
        find=_no_entry_into_force,
    ),
    Rule(
        id="originals",
        severity=Severity.WARNING,
        title="The number of originals is not that of the parties",
        why="Each party keeps an original in which it is named first (the alternat).",
        find=_originals,
    ),
    Rule(
        id="languages",
        severity=Severity.ERROR,
        title="The lists of languages differ, or a language prevails that is not authentic",
        why="Each authentic text has equal authority unless the treaty provides that one prevails (VCLT, Article 33).",
        find=_languages,
    ),
    Rule(
        id="party-order",
        severity=Severity.NOTE,
        title="The parties are named in another order than in the title",
        why="The order is kept throughout an original, and turned throughout the other one (the alternat).",
        find=_party_order,
    ),
    Rule(
        id="one-sided",
        severity=Severity.NOTE,
        title="A paragraph binds one party by name and no other",
        why="It may be meant so. Where the other obligations are mutual, a reader will ask what stands against it.",
        find=_one_sided,
    ),
)
