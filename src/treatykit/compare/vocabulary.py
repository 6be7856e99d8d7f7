"""The words of treaty English that a comparison knows: data, with where each list comes from.

Sources: United Nations, *Treaty Handbook* (2012) and *Final Clauses of Multilateral
Treaties: Handbook* (2003), and United Kingdom, *Treaties and MOUs: Guidance on Practice
and Procedures*, for the verbs of obligation; European Union, *Joint Practical Guide*
(2015), for references; the texts of the Vienna Convention on the Law of Treaties and of
the Charter of the United Nations for the qualifiers that lawyers argue about.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODALS: Final = _words("shall should may might will would must can could ought")
"""They bind, urge or permit; which of them stands is the first thing a legal adviser reads."""

BINDING_VERBS: Final = _words(
    "undertake undertakes undertook agree agrees agreed oblige obliges obliged obligation obligations "
    "entitled require requires required prohibit prohibits prohibited guarantee guarantees"
)
"""Verbs and nouns that make or lift an obligation without a modal."""

NEGATIONS: Final = _words("not no never none neither nor nothing nobody cannot without except unless")

QUALIFIERS: Final = (
    "as appropriate", "where appropriate", "if appropriate", "as far as possible", "as soon as possible",
    "to the extent possible", "to the extent practicable", "where possible", "if possible", "where necessary",
    "if necessary", "as necessary", "where feasible", "best efforts", "every effort", "all possible efforts",
    "endeavour", "endeavours", "endeavor", "endeavors", "seek to", "strive to", "in principle", "in general",
    "in particular", "inter alia", "mutatis mutandis", "without prejudice", "subject to", "in accordance with",
    "in conformity with", "consistent with", "pursuant to", "notwithstanding", "provided that", "only", "solely",
    "exclusively", "immediately", "promptly", "without delay", "as soon as practicable", "reasonable", "reasonably",
    "adequate", "adequately", "appropriate", "appropriately", "necessary", "substantial", "substantially", "serious",
    "material", "mutually agreed", "mutually", "voluntary", "voluntarily", "national law", "domestic law",
    "progressively", "gradually", "normally", "generally", "possible", "practicable", "feasible", "all", "any",
    "some", "most", "mainly", "significant", "significantly", "effective", "effectively", "full", "fully",
)  # fmt: skip
"""Words that widen or narrow what is promised."""

PARTY_WORDS: Final = _words(
    "party parties state states government governments signatory signatories participant participants side sides "
    "depositary"
)
"""How a treaty speaks of those who conclude it, where it does not name them."""

NUMBER_WORDS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty"),
    *("fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "half"),
)
FREQUENCIES: Final = frozenset(
    (
        "twice",
        "thrice",
        "daily",
        "weekly",
        "fortnightly",
        "monthly",
        "quarterly",
        "half-yearly",
        "annual",
        "annually",
        "yearly",
    )
)
"""How often something is done; "once" stands for a condition too, and is told by what it took the place of."""
ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth"),
    *("fifteenth", "twentieth", "thirtieth", "sixtieth", "ninetieth"),
)
UNITS: Final = (
    *("minute", "hour", "day", "week", "fortnight", "month", "year", "decade"),
    *("metre", "meter", "kilometre", "kilometer", "mile", "hectare", "tonne", "ton", "kilogram", "litre", "degree"),
)
"""Units of time and measure, in the singular; the plural adds an s."""
UNIT_SIGNS: Final = ("%", "per cent", "percent", "km", "m", "kg", "t", "ha")
UNIT_ADJECTIVES: Final = ("calendar", "working", "business", "consecutive", "nautical", "square", "cubic", "metric")
CURRENCIES: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "RUB", "SDR", "€", "$", "£", "¥")
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)

REFERENCE_NOUNS: Final = (
    *("Article", "Art.", "paragraph", "para.", "subparagraph", "sub-paragraph", "point", "item", "clause", "rule"),
    *("Annex", "Appendix", "Schedule", "Chapter", "Part", "Section", "Title", "Protocol"),
)
"""Nouns that a number follows in a cross-reference, in the singular."""

FUNCTION_WORDS: Final = _words(
    "a an the this that these those such any each all of in on at by for from to into upon with within under over and "
    "or nor but as if than then so it its they their them he she his her which who whom whose what when where there "
    "be is are was were been being have has had having do does did shall may will should other same one also between "
    "through about after before during per s "
    "le la les de des du et un une en au aux par pour que qui"
)
"""Words that bind others together: alone between two changes they hold nothing that a reader looks for."""
