"""Checks of the words: register, obligations in recitals, limits that begin nowhere, open and loaded terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatykit.check.rule import Finding, Rule
from treatykit.check.text import QUOTED, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_SHALL: Final = re.compile(r"\bshall\b")
_WILL: Final = re.compile(r"\b[Ww]ill(?: not)?(?= (?!of\b)[a-z])(?<!at will)")
_LIMIT: Final = re.compile(
    r"\b(?:[Ww]ithin|[Nn]ot later than) (?:[\w-]+(?: and [\w-]+)?|_{3,}) (?:hour|day|week|month|year)s?\b"
    r"(?P<rest>[^.;]{0,60})"
)
_BEGINS: Final = re.compile(r"\b(?:of|after|from|before|following|thereafter|since|the date|that date|specified)\b")
_OPEN: Final = (
    "as appropriate", "appropriate measures", "best efforts", "endeavour", "in due course", "mutually agreed",
    "mutually acceptable", "reasonable time", "where possible", "as soon as possible", "without undue delay",
    "necessary measures",
)  # fmt: skip
_SIDES: Final = (
    "so-called", "aggressors?", "unprovoked", "invaders?", "invasions?", "enem(?:y|ies)", "puppets?", "occupiers?",
    "(?:hostile|rogue|puppet|illegal) (?:State|regime)s?", "illegal(?:ly)? (?:occup|annex)(?:ied|ation|ed)",
    "occup(?:ied|ying) (?:territor|land|area|region|district|province|village|town|cit|zone|force|troop|arm)[a-z]*",
    "annexed territor(?:y|ies)", "liberated", "liberation of", "reconquests?", "reconquered", "recaptured",
    "usurp(?:ed|ers?|ation)", "separatis(?:ts?|m)", "secessionis(?:ts?|m)", "irredentis(?:ts?|m)", "revanchis(?:ts?|m)",
    "terrorist (?:State|regime|entity|authorit(?:y|ies))", "bandits?", "militants", "blitzkrieg",
    "blackmail(?:s|ed|ing|ers?)?", "capitulat(?:e[sd]?|ing|ion)", "ultimatums?", "defeated", "vanquished", "victors?",
    "victorious(?:ly)?", "(?:resounding|crushing|decisive|glorious|historic|military) (?:victor(?:y|ies)|defeats?)",
    "humiliat(?:ed|ing|ion)", "rightful owners?", "(?:historic(?:al)?|ancestral) (?:lands?|territor(?:y|ies)|homeland)",
)  # fmt: skip
"""Words with which one side describes the other, the past, or a place: only one of them will sign such a text."""

_LOADED: Final = re.compile(rf"\b(?:{'|'.join(_SIDES)})\b", re.IGNORECASE)


def _recital_obliges(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        if passage.role is Role.RECITAL and _SHALL.search(QUOTED.sub("", passage.words)):
            yield Finding(passage.place, "a recital says 'shall'", "move the obligation to an article")


def _mixed_register(text: Text) -> Iterator[Finding]:
    bodies = [(passage, QUOTED.sub("", passage.words)) for passage in text.operative]
    shall = [passage for passage, words in bodies if _SHALL.search(words)]
    will = [passage for passage, words in bodies if _WILL.search(words)]
    if not shall or not will:
        return
    fewer, verb, other = (will, "will", "shall") if len(will) <= len(shall) else (shall, "shall", "will")
    more = f", and so in {len(fewer) - 1} more places" if len(fewer) > 1 else ""
    message = f"'{verb}' among articles that say '{other}'{more}"
    yield Finding(fewer[0].place, message, "decide whether these are obligations")


def _endless_limit(text: Text) -> Iterator[Finding]:
    for passage in text.operative:
        for match in _LIMIT.finditer(passage.words):
            before = passage.words[: match.start()]
            if not _BEGINS.search(match["rest"]) and not _BEGINS.search(before[-40:]):
                yield Finding(passage.place, f"nothing says when the time begins: '{match[0].strip()[:60]}'")


def _open_textured(text: Text) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for passage in text.operative:
        low = passage.words.lower()
        for term in _OPEN:
            counts[term] += low.count(term)
    if used := [(term, count) for term, count in counts.most_common() if count]:
        total = sum(count for _, count in used)
        listed = ", ".join(f"'{term}' {count}" for term, count in used[:5])
        yield Finding("", f"{total} open-textured term{'s' if total > 1 else ''}: {listed}")


def _loaded(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for term in dict.fromkeys(match[0] for match in _LOADED.finditer(passage.words)):
            yield Finding(passage.place, f"'{term}' takes a side", "find a word that both parties can sign")


RULES: Final = (
    Rule(
        id="recital-obliges",
        severity=Severity.WARNING,
        title="A recital says 'shall'",
        why="A preamble creates no obligation; it is context for those in the articles (VCLT, Article 31(2)).",
        find=_recital_obliges,
    ),
    Rule(
        id="mixed-register",
        severity=Severity.WARNING,
        title="'shall' and 'will' stand side by side",
        why=(
            "A treaty says 'shall', a memorandum of understanding 'will'. A text that says both leaves it open "
            "whether it is meant to bind."
        ),
        find=_mixed_register,
    ),
    Rule(
        id="endless-limit",
        severity=Severity.WARNING,
        title="A time limit does not say when it begins",
        why="'Within thirty days' means nothing until an event is named from which the days are counted.",
        find=_endless_limit,
    ),
    Rule(
        id="loaded-term",
        severity=Severity.WARNING,
        title="A word takes a side",
        why="A text that two parties sign speaks in words that both can use at home.",
        find=_loaded,
    ),
    Rule(
        id="open-texture",
        severity=Severity.NOTE,
        title="How many terms are left to later judgment",
        why="Open terms buy agreement now and argument later. That may be wise; the number should be known.",
        find=_open_textured,
    ),
)
