"""Checks of defined terms: each is defined once, used, and not used before it is explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from treatykit.check.rule import Finding, Rule
from treatykit.check.text import HEADINGS, Passage, Text
from treatykit.diagnostics import Severity

_TYPED: Final = re.compile(
    r"(?:\((?:hereinafter|hereafter|the|its|their|each)\b[^()“”\"]{0,60}[“\"](?P<short>[^“”\"]{2,60})[”\"]\)"
    r"|^[“\"](?P<list>[^“”\"]{2,60})[”\"] means\b)"
)
"""Definitions as a foreign text writes them: ``(the “Border Commission”)``, ``“boundary” means``."""


def _definitions(text: Text) -> Mapping[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in text.passages:
        terms = list(passage.defined_terms())
        if not terms:
            terms = [match["short"] or match["list"] for match in _TYPED.finditer(passage.words)]
        for term in terms:
            found.setdefault(term.removeprefix("the "), []).append(passage)
    return found


def _unused(text: Text) -> Iterator[Finding]:
    for term, passages in _definitions(text).items():
        uses = len(_uses(term, text.words))
        if uses <= len(passages):
            yield Finding(passages[0].place, f"'{term}' is defined and never used", "take the definition out")


def _twice(text: Text) -> Iterator[Finding]:
    for term, passages in _definitions(text).items():
        for first, second in combinations(passages, 2):
            if first.place != second.place and not text.compete(first.index, second.index):
                yield Finding(second.place, f"'{term}' is defined here and in {first.place}", "keep one definition")
                break


def _early(text: Text) -> Iterator[Finding]:
    for term, passages in _definitions(text).items():
        sentences = (passage for passage in text.passages if passage.role not in HEADINGS)
        first = next((passage for passage in sentences if _uses(term, passage.words)), passages[0])
        if term[0].isupper() and first.index < passages[0].index:
            yield Finding(first.place, f"'{term}' is used before {passages[0].place} defines it")


def _undefined(text: Text) -> Iterator[Finding]:
    """Capital letters that treaties give to organs of their own making."""
    known = set(_definitions(text))
    counts: Counter[str] = Counter()
    places: dict[str, str] = {}
    for passage in text.operative:
        for match in _ORGAN.finditer(passage.words):
            term = match[1]
            if any(term in each or each in term for each in known):
                continue
            counts[term] += 1
            places.setdefault(term, passage.place)
    for term, count in counts.items():
        times = "once" if count == 1 else f"{count} times"
        yield Finding(
            places[term], f"'{term}' is used {times} and nowhere defined", "define it where it is first named"
        )


_ORGAN: Final = re.compile(
    r"\b[Tt]he ((?:(?:Joint|Border|Boundary|Mixed|Implementation|Monitoring|Coordination|Standing|Arbitral) )+"
    r"(?:Commission|Committee|Tribunal|Mission|Centre|Council|Group))\b"
)


def _uses(term: str, words: str) -> list[str]:
    return re.findall(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", words)


RULES: Final = (
    Rule(
        id="unused-term",
        severity=Severity.WARNING,
        title="A term is defined and never used",
        why="Every word of a treaty is taken to have an effect; a definition without use invites the search for one.",
        find=_unused,
    ),
    Rule(
        id="term-defined-twice",
        severity=Severity.ERROR,
        title="A term is defined in two places",
        why="Two definitions of one term can differ, and an amendment will reach only one of them.",
        find=_twice,
    ),
    Rule(
        id="term-used-early",
        severity=Severity.NOTE,
        title="A term is used before it is defined",
        why="A reader meets a capital letter and does not know yet what it stands for.",
        find=_early,
    ),
    Rule(
        id="undefined-term",
        severity=Severity.WARNING,
        title="An organ is named like a defined term and nowhere defined",
        why="A capital letter promises a definition. Often the clause that holds it was left out of the variant.",
        find=_undefined,
    ),
)
