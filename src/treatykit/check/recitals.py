"""Checks of the preamble: how a recital opens, whether it obliges, and what is cited there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import QUOTED, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_OPENING: Final = re.compile(
    r"(?:\W|\([a-z]{1,4}\)|\d+[.)]|and |also |further |deeply |firmly |fully |strongly |[a-z]+ly )*"
    r"(?:\w+ing|whereas|\w{3,}ed|\w+ful|aware|(?:un)?conscious|desirous|anxious|confident|loyal|true|eager|"
    r"intent|hopeful|"
    r"cognizant|cognisant|sensible|as|in|on|with|without|for|by|under|upon|pursuant|having|being|since|not|"
    r"taking|to)\b",
    re.IGNORECASE,
)
_OBLIGES: Final = re.compile(r"\b(?:shall|(?:hereby )?(?:undertakes? to|agrees? to))\b")
_REPORTS: Final = re.compile(
    r"\b(?:provid|stat|stipulat|declar|requir|proclaim|prescrib)\w*,? [^.;]{0,40}?that\b|\b(?:according to|under|by) "
    r"which\b|\bwhereby\b|\bwhich (?:provides|states|says)\b"
)
"""What comes after them is said by another text."""

_KIND: Final = (
    r"(?:Convention|Charter|Treaty|Agreement|Protocol|Covenant|Statute|Declaration|Pact|Final Act|Accords?|Memorandum|"
    r"Resolution|resolution|Communiqué|Statement|Armistice|Arrangement)"
)
_DATED: Final = re.compile(
    rf"(?P<name>\b(?:[A-Z][\w’'-]* )*{_KIND}\b[^,;]{{0,120}}?)(?P<date>\b\d{{1,2}} [A-Z][a-z]+ (?:\d{{4}}|_+)|"
    rf"\b[12]\d{{3}}\b)"
)
_NAMED: Final = re.compile(
    rf"\b(?P<name>{_KIND} (?:of|on|for|concerning|relating to) (?:the )?[A-Z][\w’'-]*"
    r"(?: (?:of|the|and|for|on|in|to|with|among|between|concerning|[a-z]+ing|[A-Z][\w’'-]*))*(?<! of| to| in|"
    r" on)(?<! the| and| for)"
    rf"|(?:[A-Z][\w’'-]+ )+(?:{_KIND}))\b(?! of \d)"
)


def _opening(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        words = passage.words.strip()
        if passage.role is not Role.RECITAL or not words[:1].isalpha():
            continue
        if not _OPENING.match(words):
            first = " ".join(words.split()[:3])
            hint = "open with a participle, such as 'Recalling' or 'Convinced'"
            yield passage.finding(f"a recital opens with '{first}'", hint)


def _obliges(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        words = QUOTED.sub("", passage.words)
        if passage.role is not Role.RECITAL or not (match := _OBLIGES.search(words)):
            continue
        if not _REPORTS.search(words, 0, match.start()):
            yield passage.finding(f"a recital says '{match[0]}'", "move the obligation to an article")


def _preamble_only(text: Text) -> Iterator[Finding]:
    """Instruments by their date, else by their name."""
    elsewhere = "\n".join(passage.words for passage in text.passages if passage.role is not Role.RECITAL)
    told: set[str] = set()
    for passage in text.passages:
        if passage.role is not Role.RECITAL:
            continue
        dated = [(f"{match['name']}{match['date']}", match["date"]) for match in _DATED.finditer(passage.words)]
        named = [(match["name"], match["name"]) for match in _NAMED.finditer(passage.words)]
        inside = " ".join(said for said, _ in dated)
        for said, key in (*dated, *(each for each in named if each[0] not in inside)):
            if key not in elsewhere and key not in told and not said.startswith(("This ", "The Treaty", "Present ")):
                told.add(key)
                yield passage.finding(f"'{said}' is cited in the preamble only")


RULES: Final = (
    Rule(
        id="recital-opening",
        severity=Severity.WARNING,
        title="A recital does not open with a participle",
        why=(
            "A preamble is one sentence: each recital says in what mind the parties agree, and the operative words "
            "come after the last. A recital that is a sentence of its own reads as if it agreed on something."
        ),
        example=Example(
            "The Parties reaffirm the inviolability of their frontier,",
            "Reaffirming the inviolability of their frontier,",
        ),
        source="Vienna Convention on the Law of Treaties, Article 31(2), and the preambles of treaties at large",
        misses="A recital whose first word only looks like a participle. Points within a recital are not read.",
        find=_opening,
    ),
    Rule(
        id="recital-obliges",
        severity=Severity.WARNING,
        title="A recital says 'shall', 'undertakes to' or 'agrees to'",
        why="A preamble creates no obligation; it is context for those in the articles.",
        example=Example(
            "Agreeing that each Party shall respect the frontier,",
            "Determined to respect the frontier, — and an article: Each Party shall respect the frontier.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 31(2)",
        misses=(
            "Obligations in other words ('must', 'is bound to'). What a recital reports of another text is left alone."
        ),
        find=_obliges,
    ),
    Rule(
        id="preamble-only",
        severity=Severity.NOTE,
        title="An instrument is cited in the preamble and in no article",
        why=(
            "A recital makes an instrument context, not a source of obligations. If the parties mean to confirm or to "
            "apply it, an article has to say so."
        ),
        example=Example(
            "Recalling the Protocol on the Boundary of 30 September 1974,",
            "… and an article: The boundary shall be delimited in accordance with the Protocol on the Boundary of 30 "
            "September 1974.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 31(2)",
        misses="An article that cites the instrument by another name or without its date.",
        find=_preamble_only,
    ),
)
