"""Checks for slips of the pen: what cannot be meant as it stands, whatever the parties agreed."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import HEADINGS, QUOTED, Passage, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL)} | {word: value * 10 for value, word in enumerate(_TENS, start=2)}
)
_BIG: Final = MappingProxyType({"hundred": 100, "thousand": 1000})
_NUMBER_WORD: Final = rf"(?:{'|'.join((*_VALUES, *_BIG))})"
_TWICE: Final = re.compile(
    rf"\b(?P<words>{_NUMBER_WORD}(?:(?:-| and | ){_NUMBER_WORD})*)[ \u00a0]"
    r"\((?P<figures>\d[\d,.\u00a0 ]*)\)(?=[ \u00a0][a-z])",
    re.IGNORECASE,
)
"""A number in words and behind it in figures; what is counted follows, so that the sign of a note is none."""

_MONTHS: Final = MappingProxyType(
    {
        "January": 31, "February": 29, "March": 31, "April": 30, "May": 31, "June": 30, "July": 31, "August": 31,
        "September": 30, "October": 31, "November": 30, "December": 31,
    }
)  # fmt: skip
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})"
_DAY: Final = r"\d{1,2}"
_DATE: Final = re.compile(
    rf"(?<![\d/.,-])\b(?P<day>{_DAY})(?:st|nd|rd|th)?[ \u00a0](?:(?:day[ \u00a0])?of[ \u00a0])?(?P<month>{_MONTH})\b"
    r"(?:,?[ \u00a0](?P<year>\d{4})\b)?"
    rf"|\b(?P<month_first>{_MONTH})[ \u00a0](?P<day_behind>{_DAY})(?:st|nd|rd|th)?\b,?"
    r"[ \u00a0](?P<year_behind>\d{4})\b"
)
_LONGEST: Final = 31  # days; without a year, what is more is no day: Article 40 May

_MODAL: Final = r"(?:shall|will|may|must|should|can)"
_TWO_MODALS: Final = re.compile(rf"(?<![Tt]he )(?<![Ii]ts )(?<!own )(?<!at )(?<!free )\b{_MODAL}(?: not)? {_MODAL}\b")

_KINDS: Final = r"(?:Treaty|Agreement|Convention|Protocol|Memorandum|Declaration)"
_KIND: Final = re.compile(rf"\b{_KINDS}\b", re.IGNORECASE)
_THIS: Final = re.compile(rf"\b[Tt]h(?:is|e present) (?P<kind>{_KINDS})\b")


def _words_and_figures(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for match in _TWICE.finditer(passage.words):
            figures = re.sub(r"[,.\u00a0 ]", "", match["figures"])
            if _cardinal(match["words"]) != int(figures):
                yield passage.finding(f"the words and the figures differ: '{match[0]}'", "say which number is meant")


def _cardinal(words: str) -> int:
    """The number that is written out: ``one hundred and twenty-five``."""
    whole, part = 0, 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            whole, part = whole + max(part, 1) * 1000, 0
        elif word == "hundred":
            part = max(part, 1) * 100
        else:
            part += _VALUES.get(word, 0)
    return whole + part


def _impossible_dates(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for match in _DATE.finditer(passage.words):
            day, month = int(match["day"] or match["day_behind"]), match["month"] or match["month_first"]
            year = match["year"] or match["year_behind"]
            shorter = month == "February" and year is not None and not isleap(int(year))
            is_day = year is not None or 1 <= day <= _LONGEST
            if is_day and not 1 <= day <= _MONTHS[month] - shorter:
                yield passage.finding(f"there is no such day: '{match[0]}'")


def _two_modals(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for match in _TWO_MODALS.finditer(QUOTED.sub("", passage.words)):
            yield passage.finding(f"two verbs say what is owed: '{match[0]}'", "keep one of them")


def _other_instrument(text: Text) -> Iterator[Finding]:
    """Another name for the text itself; one that it gives itself in quotation marks is its own."""
    called = _KIND.search(_title(text))
    if called is None:
        return
    kind = called[0].capitalize()
    own = {kind, *(name.capitalize() for quoted in QUOTED.findall(text.words) for name in _KIND.findall(quoted))}
    own |= {name.capitalize() for each in text.passages if each.role in HEADINGS for name in _KIND.findall(each.words)}
    found: dict[str, list[Passage]] = {}
    for passage in text.passages:
        for match in _THIS.finditer(QUOTED.sub("", passage.words)):
            if match["kind"] not in own:
                found.setdefault(match["kind"], []).append(passage)
    for other, passages in found.items():
        others = len(passages) - 1
        more = f", and so in {others} more place{'s' if others > 1 else ''}" if others else ""
        yield passages[0].finding(
            f"'this {other}' in a text that is called a {kind}{more}", f"write 'this {kind}', if this text is meant"
        )


def _title(text: Text) -> str:
    titles = [passage.words for passage in text.passages if passage.role in (Role.TITLE, Role.SUBTITLE)]
    return " ".join((text.meta.title, *(titles or [passage.words for passage in text.passages[:1]])))


RULES: Final = (
    Rule(
        id="words-and-figures",
        severity=Severity.ERROR,
        title="A number in words and the same number in figures differ",
        why="Which of the two was agreed can no longer be said; each party will quote the one that suits it.",
        example=Example(
            "A Party may withdraw with thirty (60) days of notice.",
            "A Party may withdraw with sixty (60) days of notice.",
        ),
        source="Treaty practice: numbers are written out, and figures behind them only repeat them",
        misses="Figures that come first, '60 (thirty) days', fractions, and numbers from a million on.",
        find=_words_and_figures,
    ),
    Rule(
        id="impossible-date",
        severity=Severity.ERROR,
        title="A date is on no calendar",
        why="What is to happen on a day that does not come is owed on no day, or on one that is argued about.",
        example=Example(
            "The crossing shall be opened on 30 February 2030.", "The crossing shall be opened on 28 February 2030."
        ),
        source="The Gregorian calendar",
        misses="Dates in figures alone (30.2.2030) and days that are written out ('the thirtieth day of February').",
        find=_impossible_dates,
    ),
    Rule(
        id="two-modals",
        severity=Severity.WARNING,
        title="Two verbs beside each other say what is owed",
        why="'Shall may' is a duty and a permission at once. Most often one was typed over the other.",
        example=Example("The Parties shall may meet at any time.", "The Parties may meet at any time."),
        source="Treaty practice: 'shall' for what is owed, 'may' for what is allowed",
        misses="Two such verbs with other words between them.",
        find=_two_modals,
    ),
    Rule(
        id="other-instrument",
        severity=Severity.WARNING,
        title="The text calls itself by the name of another kind of instrument",
        why=(
            "'This Agreement' in a treaty may be the treaty or another text. Most often the words come from a model of "
            "another kind."
        ),
        example=Example("This Agreement shall remain in force.", "This Treaty shall remain in force."),
        source="Treaty practice: a text speaks of itself in the word of its title",
        misses=(
            "Texts whose title has no such word, and other names that the text gives itself in quotation marks or a "
            "heading."
        ),
        find=_other_instrument,
    ),
)
