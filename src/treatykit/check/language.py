"""Checks of the words: open terms and loaded ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import Text
from treatykit.diagnostics import Severity

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


def _open_textured(text: Text) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for passage in text.operative:
        low = passage.words.lower()
        for term in _OPEN:
            counts[term] += low.count(term)
    if used := [(term, count) for term, count in counts.most_common() if count]:
        total = sum(count for _, count in used)
        listed = ", ".join(f"'{term}' {count}" for term, count in used[:5])
        yield text.finding(f"{total} open-textured term{'s' if total > 1 else ''}: {listed}")


def _loaded(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for term in dict.fromkeys(match[0] for match in _LOADED.finditer(passage.words)):
            yield passage.finding(f"'{term}' takes a side", "find a word that both parties can sign")


RULES: Final = (
    Rule(
        id="loaded-term",
        severity=Severity.WARNING,
        title="A word takes a side",
        why="A text that two parties sign speaks in words that both can use at home.",
        example=Example("the so-called republic", "the authorities in that territory"),
        source="Treaty practice; names in a treaty are those that every party can sign",
        misses=(
            "Words that are loaded only between these two parties, and names of places. Whether the word is meant as "
            "a term of law."
        ),
        find=_loaded,
    ),
    Rule(
        id="open-texture",
        severity=Severity.NOTE,
        title="How many terms are left to later judgment",
        why="Open terms buy agreement now and argument later. That may be wise; the number should be known.",
        example=Example(
            "The Parties shall endeavour to take appropriate measures.",
            "The Parties shall, within thirty days of a request, send a joint inspection.",
        ),
        source="Treaty practice",
        misses=(
            "Open terms that are not on its list: 'as appropriate', 'best efforts', 'endeavour', 'where possible' and "
            "the like. It counts and does not judge."
        ),
        find=_open_textured,
    ),
)
