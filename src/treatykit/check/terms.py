"""Checks of defined terms: each is defined once, used, and not used before it is explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import HEADINGS, Passage, Text
from treatykit.diagnostics import Severity

_TYPED: Final = re.compile(
    r"(?:\((?:hereinafter|hereafter|the|its|their|each)\b[^()“”\"]{0,60}[“\"](?P<short>[^“”\"]{2,60})[”\"]\)"
    r"|^[“\"](?P<list>[^“”\"]{2,60})[”\"] means\b)"
)
"""Definitions as a foreign text writes them: ``(the “Border Commission”)``, ``“boundary” means``."""

_LISTED: Final = re.compile(
    r"(?:^(?:\(\w{1,4}\) )?(?:[Tt]he )?|\b(?:term|expression) |\b(?:Treaty|Agreement|Convention|Protocol|Article), )"
    r"[“\"](?P<list>[^“”\"]{2,60})[”\"],? (?:means|shall mean|denotes|refers to|is understood as)\b"
)
"""What explains a word, wherever it stands: ``In this Treaty, “competent authority” means``."""


_SIDES: Final = ("Party", "Parties")
"""What every text says of those who make it, also before it defines the word."""


def definitions(text: Text) -> Mapping[str, list[Passage]]:
    """The terms that a text defines, each with the passages that do."""
    found: dict[str, list[Passage]] = {}
    for passage in text.passages:
        terms = list(passage.defined_terms())
        if not terms:
            terms = [match["short"] or match["list"] for match in _TYPED.finditer(passage.words)]
        for term in terms:
            found.setdefault(term.removeprefix("the "), []).append(passage)
    return found


def _explained(text: Text) -> Mapping[str, list[Passage]]:
    """The words that a text explains, most of them small."""
    found: dict[str, list[Passage]] = {}
    for passage in text.passages:
        if not passage.defined_terms():
            for match in _LISTED.finditer(passage.words):
                found.setdefault(match["list"], []).append(passage)
    return found


def _unused(text: Text) -> Iterator[Finding]:
    explained = _explained(text)
    for term, passages in {**definitions(text), **explained}.items():
        uses = _uses(term, text.words, any_case=term in explained or term[0].islower())
        if len(uses) <= len(passages) and not _written_small(term, passages, text):
            yield passages[0].finding(f"'{term}' is defined and never used", "take the definition out")


def _twice(text: Text) -> Iterator[Finding]:
    for term, passages in definitions(text).items():
        for first, second in combinations(passages, 2):
            if first.place != second.place and not text.compete(first.index, second.index):
                yield second.finding(f"'{term}' is defined here and in {first.place}", "keep one definition")
                break


def _early(text: Text) -> Iterator[Finding]:
    for term, passages in definitions(text).items():
        sentences = (passage for passage in text.passages if passage.role not in HEADINGS)
        first = next((passage for passage in sentences if _uses(term, passage.words)), passages[0])
        if term[0].isupper() and term not in _SIDES and first.index < passages[0].index:
            yield first.finding(f"'{term}' is used before {passages[0].place} defines it")


def _case(text: Text) -> Iterator[Finding]:
    for term, passages in definitions(text).items():
        for passage in _written_small(term, passages, text):
            where = "in the same paragraph" if passage is passages[0] else f"in {passages[0].place}"
            message = f"'{term.lower()}' is written small here, and '{term}' is defined {where}"
            yield passage.finding(message, "write it as it is defined")


def _written_small(term: str, definitions: Sequence[Passage], text: Text) -> list[Passage]:
    """Where a term of several words stands with a definite article in lower case; a single word is only a word.

    What is said before the definition in its own paragraph explains the term.
    """
    words = term.split()
    if len(words) < 2 or not all(word[0].isupper() for word in words if len(word) > 3):
        return []
    lower = re.compile(rf"\b[Tt]he {re.escape(term.lower())}\b")
    defining = {id(passage) for passage in definitions}
    return [
        passage
        for passage in text.operative
        if lower.search(passage.words.partition(term)[2] if id(passage) in defining else passage.words)
    ]


def _undefined(text: Text) -> Iterator[Finding]:
    """Capital letters that treaties give to organs of their own making."""
    known = set(definitions(text)) | {match[1] for match in _UNQUOTED.finditer(text.words)}
    counts: Counter[str] = Counter()
    firsts: dict[str, Passage] = {}
    for passage in text.operative:
        for match in _ORGAN.finditer(passage.words):
            term = match[1]
            if any(term in each or each in term for each in known) or _is_set_up(term, text.words):
                continue
            counts[term] += 1
            firsts.setdefault(term, passage)
    for term, count in counts.items():
        times = "once" if count == 1 else f"{count} times"
        yield firsts[term].finding(f"'{term}' is used {times} and nowhere defined", "define it where it is first named")


_ORGAN: Final = re.compile(
    r"\b[Tt]he ((?:(?:Joint|Border|Boundary|Mixed|Implementation|Monitoring|Coordination|Standing|Arbitral) )+"
    r"(?:Commission|Committee|Tribunal|Mission|Centre|Council|Group))\b"
)


_UNQUOTED: Final = re.compile(
    r"\((?:hereinafter|hereafter),?(?: also)?(?: referred to as| called| known as)?,?(?: the)? ([A-Z][\w’' -]{1,60})\)"
)
"""``(hereinafter the Committee)``: who writes no quotation marks defines all the same."""

_FOUNDS: Final = r"(?:establish(?:es|ed)?|sets? up|creates?|created|constitutes?|institutes?)(?: hereby)?,? (?:an?|one)"


def _is_set_up(term: str, words: str) -> bool:
    """Whether the text establishes an organ, or says of what it consists: that tells what the term means."""
    verbs = r"(?:shall be|is(?: hereby)?|are(?: hereby)?) (?:constituted|established|composed)|(?:shall )?consists? of"
    organ = rf"{re.escape(term)}\b"
    return (
        re.search(rf"\b(?:[Tt]he|[Aa]n?) {organ}(?: \([^()]*\))?,? (?:{verbs})\b", words) is not None
        or re.search(rf"\b{_FOUNDS} (?:[\w’'-]+ ){{0,3}}?{organ}", words) is not None
    )


def _uses(term: str, words: str, *, any_case: bool = False) -> list[str]:
    """Where a term stands, in either number."""
    forms = r"\s+".join(_in_either_number(word) for word in term.split())
    return re.findall(rf"(?<!\w){forms}(?!\w)", words, re.IGNORECASE if any_case else 0)


def _in_either_number(word: str) -> str:
    return rf"{re.escape(word[:-1])}(?:y|ies)" if word.endswith("y") else rf"{re.escape(word)}(?:s|es)?"


RULES: Final = (
    Rule(
        id="term-case",
        severity=Severity.WARNING,
        title="A defined term is written in lower case",
        why="One word for one thing: a reader may think that another body or another date is meant.",
        example=Example(
            "… (the “Joint Commission”). The joint commission shall meet.",
            "… (the “Joint Commission”). The Joint Commission shall meet.",
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guideline 6: consistent terms",
        misses="Terms of one word, which are words as well, and terms behind 'a' or 'any'.",
        find=_case,
    ),
    Rule(
        id="unused-term",
        severity=Severity.WARNING,
        title="A term is defined and never used",
        why="Every word of a treaty is taken to have an effect; a definition without use invites the search for one.",
        example=Example(
            "a commission (the “Joint Commission”), of which no other article speaks", "a joint commission"
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guideline 14: definitions",
        misses="A term that is used in another sense than the one defined.",
        find=_unused,
    ),
    Rule(
        id="term-defined-twice",
        severity=Severity.ERROR,
        title="A term is defined in two places",
        why="Two definitions of one term can differ, and an amendment will reach only one of them.",
        example=Example(
            "Article 2: a body (the “Commission”) … Article 9: a group (the “Commission”)",
            "Article 9: a group (the “Working Group”)",
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guideline 14: definitions",
        misses="Two terms for one thing.",
        find=_twice,
    ),
    Rule(
        id="term-used-early",
        severity=Severity.NOTE,
        title="A term is used before it is defined",
        why="A reader meets a capital letter and does not know yet what it stands for.",
        example=Example(
            "Article 3: The Commission shall meet. … Article 7: a body (the “Commission”)",
            "Article 3: the commission provided for in Article 7",
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guideline 14: definitions",
        misses="Terms in lower case, which are words as well.",
        find=_early,
    ),
    Rule(
        id="undefined-term",
        severity=Severity.WARNING,
        title="An organ is named like a defined term and nowhere defined",
        why="A capital letter promises a definition. Often the clause that holds it was left out of the variant.",
        example=Example(
            "The Joint Commission shall meet once a year. (and no article establishes it)",
            "The Parties hereby establish a commission (the “Joint Commission”). The Joint Commission shall meet "
            "once a year.",
        ),
        source="European Union, Joint Practical Guide for drafting legislation (2015), Guideline 14: definitions",
        misses="Other terms than organs; an organ whose name holds no word such as 'Joint' or 'Border'.",
        find=_undefined,
    ),
)
