"""Checks of who is named: the order of the parties, obligations of one side, of strangers, and names left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.naming import STATE, names
from treatykit.check.rule import Example, Rule
from treatykit.check.text import QUOTED, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_NOT_PARTY: Final = re.compile(
    r"\b(?:the Parties|each Party|either Party|neither Party|both Parties|the other Part(?:y|ies)|all Parties)\b",
    re.IGNORECASE,
)
_ORGANIZATION: Final = (
    r"United Nations|European Union|Council of Europe|Security Council|General Assembly|African Union|"
    r"International Committee of the Red Cross|International Court of Justice|Secretary-General of the United Nations"
)
_STRANGER: Final = re.compile(
    rf"(?:^|[.;:,] |\band )(?:[Tt]he )?(?P<name>{STATE}|{_ORGANIZATION}|(?:[Aa] |[Tt]he )?(?:[Tt]hird|[Aa]ll|"
    rf"[Nn]eighbouring) States?)"
    r" (?:shall|undertakes? to|is obliged to)\b(?! be (?:invited|requested|asked|informed|notified|consulted|entitled|"
    r"free|deemed|regarded|considered|kept|borne|treated|given)\b)(?! have the right)"
)
_CONSENTS: Final = re.compile(
    r"\b(?:accept(?:s|ed|ance)?|consent(?:s|ed)?|agreed|assent(?:s|ed)?|become a party|becomes a party|invite[sd]?)\b"
)
_PLACEHOLDER: Final = re.compile(
    r"\b(?:(?:Party|State|Country|Side) [A-Z](?![\w.’'-])|X{3,}|Y{3,}|TBC|TBD|[Ll]orem ipsum)(?!\w)"
    r"|\[(?:[Nn]ame|[Ii]nsert|NAME|INSERT)\b[^\]]{0,40}\]?"
)
_NAMES_A_STATE: Final = re.compile(rf"\b{STATE}")
_INSTRUMENT: Final = re.compile(
    r"\b(?:[Cc]onvention|[Cc]harter|[Tt]reat(?:y|ies)|[Aa]greements?|[Pp]rotocol|[Dd]eclaration|[Cc]onstitution|"
    r"[Aa]rmistice|[Ll]aw|Act|"
    r"[Mm]emorandum|[Cc]ommuniqué|[Dd]epositary|[Gg]uarantors?|[Ww]itness(?:ed|es)?|[Mm]ediat\w+|[Ss]tatement)\b"
)
"""Where a State that is no party is named for a good reason."""


def _party_order(text: Text) -> Iterator[Finding]:
    """Both parties in one breath, in the order of the title everywhere."""
    full = [party.full.removeprefix("the ") for party in text.meta.parties]
    for first, second in combinations(full, 2):
        for passage in text.passages:
            turned = re.search(rf"{re.escape(second)} and (?:the )?{re.escape(first)}", passage.words)
            if turned:
                yield passage.finding(f"'{turned[0]}' turns the order of the parties round")


def _one_sided(text: Text) -> Iterator[Finding]:
    known = names(text)
    said = {name for name in (*known.full, *known.short) if name}
    if len(known.full) < 2:
        return
    named = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(said, key=lambda name: (-len(name), name)))
    )
    for passage in text.operative:
        bound = [match for match in named.finditer(passage.words) if passage.words[match.end() :].startswith(" shall")]
        others = {match[0] for match in named.finditer(passage.words)}
        if bound and not _NOT_PARTY.search(passage.words) and len(others) == 1:
            yield passage.finding(f"only {bound[0][0]} is bound", "is the other party bound elsewhere?")


def _binds_stranger(text: Text) -> Iterator[Finding]:
    known = names(text)
    if len(known.full) < 2:
        return
    for passage in text.operative:
        words = QUOTED.sub("", passage.words)
        for match in _STRANGER.finditer(words):
            if not known.is_party(match["name"]) and not _CONSENTS.search(words):
                hint = "let it sign, or say that it has accepted in writing; or bind a party instead"
                yield passage.finding(f"'{match['name']}' is bound and is no party", hint)


def _leftover(text: Text) -> Iterator[Finding]:
    """Names of States that the text knows nowhere but in one place, and names that stand for a name."""
    known = names(text)
    for passage in text.passages:
        if match := _PLACEHOLDER.search(passage.words):
            defined = passage.role in (Role.PARTIES, Role.TITLE) or match[0] in (*known.full, *known.short)
            if not defined and len(known.full) > 1 and not _defined(text, match[0]):
                yield passage.finding(f"'{match[0]}' stands where a name is meant", "put the name in")
    if len(known.full) < 2:
        return
    for passage in (*text.operative, *(each for each in text.passages if each.role is Role.TESTIMONIUM)):
        if any(division.role is Role.ANNEX for division in text.outline.path(passage.index)):
            continue
        for match in _NAMES_A_STATE.finditer(passage.words):
            name = match[0]
            if (
                not known.is_party(name)
                and not _INSTRUMENT.search(passage.words)
                and not _STRANGER.search(passage.words)
                and not any(name in each.words for each in text.passages if each.index != passage.index)
            ):
                yield passage.finding(
                    f"'{name}' is no party and is named nowhere else", "is the name left from another text?"
                )


def _defined(text: Text, name: str) -> bool:
    return f"“{name}”" in text.words or f'"{name}"' in text.words


RULES: Final = (
    Rule(
        id="party-order",
        severity=Severity.NOTE,
        title="The parties are named in another order than in the title",
        why="The order is kept throughout an original, and turned throughout the other one (the alternat).",
        example=Example(
            "In the original of Karvela: the boundary between the Republic of Tesmar and the Republic of Karvela",
            "the boundary between the Republic of Karvela and the Republic of Tesmar",
        ),
        source="Treaty practice, the alternat; United States, Foreign Service Regulations, XI-2 (Executive Order 8016)",
        misses="Files that do not know their parties: the check is asked of drafts, and of files made from them.",
        find=_party_order,
    ),
    Rule(
        id="one-sided",
        severity=Severity.NOTE,
        title="A paragraph binds one party by name and no other",
        why="It may be meant so. Where the other obligations are mutual, a reader will ask what stands against it.",
        example=Example("Karvela shall withdraw.", "Karvela shall withdraw, and Tesmar shall reopen the bridge."),
        source="Treaty practice",
        misses="What stands against it in another paragraph; parties that are named by a pronoun or a role.",
        find=_one_sided,
    ),
    Rule(
        id="binds-third-state",
        severity=Severity.WARNING,
        title="Somebody who is not a party is bound",
        why=(
            "A treaty creates no obligation for a third State without its consent, which it has to give expressly and "
            "in writing."
        ),
        example=Example(
            "The Kingdom of Orlund shall keep order on the route.",
            "The Parties shall request the Kingdom of Orlund to keep order on the route. Orlund has accepted in "
            "writing.",
        ),
        source="Vienna Convention on the Law of Treaties, Articles 34 and 35",
        misses=(
            "States that are named without 'Republic of' or the like, and obligations in the passive. A paragraph "
            "that speaks of acceptance or consent is left alone, whoever gives it."
        ),
        find=_binds_stranger,
    ),
    Rule(
        id="leftover-name",
        severity=Severity.WARNING,
        title="A name is left over from another text or from a model",
        why="Texts are made from earlier ones. A name that stayed behind shows how, and may change who is bound.",
        example=Example(
            "The nationals of the Republic of Norland may cross the boundary. (between Karvela and Tesmar)",
            "The nationals of the Republic of Tesmar may cross the boundary.",
        ),
        source="Treaty practice",
        misses=(
            "Short names and adjectives ('Norlandish'), names in annexes, and names that stayed behind more than "
            "once. A State named beside a treaty, a depositary, a guarantor or a witness is left alone."
        ),
        find=_leftover,
    ),
)
