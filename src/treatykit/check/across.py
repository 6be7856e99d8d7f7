"""Checks across the instruments of a package: what each of them says by itself may still not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.register import is_political
from treatykit.check.rule import Example, Rule
from treatykit.check.terms import definitions
from treatykit.check.text import Passage, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """One text of a package.

    Attributes:
        name: In the package, ``protocol``.
        called: What the others call it, ``the Protocol``.
        title: Without the names of the parties.
        parent: The name of the instrument that it belongs to.
        is_reply: It is a reply, which repeats a letter of the package and says nothing else.
    """

    name: str
    called: str
    title: str
    text: Text
    parent: str | None = None
    is_reply: bool = False


Package = Sequence[Instrument]


class _Start(Enum):
    """From which event a text says that it is in force."""

    SIGNATURE = "on signature"
    REPLY = "on the date of the reply"
    LATER = "only later"


_KIND: Final = r"Treaty|Agreement|Protocol|Convention|Declaration|Memorandum|Exchange of Letters"
_GOES_ON: Final = (
    r" (?:on|of|for|between|against|concerning|relating|regarding|to|done|signed|concluded|establishing|with)\b"
)
_BARE: Final = re.compile(rf"\b[Tt]he ({_KIND})\b(?!{_GOES_ON})")
"""An instrument named by its kind alone: which one it is must be known."""

_IN_FULL: Final = re.compile(rf"\b(?:(?!The |This |That |Any |No )[A-Z]\w+ ({_KIND})\b|({_KIND}){_GOES_ON})")
"""An instrument named with more than its kind, which a later mention may mean."""

_IN_FORCE: Final = re.compile(r"\b(?:enters?|comes?) into (?:force|effect)\b[^.;]*")
_ON_SIGNATURE: Final = re.compile(r"\b(?:on|upon)(?: the date of)?(?: its)? signature\b(?! of)")
_ON_REPLY: Final = re.compile(r"\bon (?:the date of Your Excellency’s reply|today’s date)")
_LATER: Final = re.compile(r"\b(?:ratifications?|notifications?|approval|acceptance)\b")
_PARTIES: Final = ("Party", "Parties", "Participant", "Participants", "Side", "Sides")
_SENTENCE: Final = re.compile(r"(?<=[.;])\s+(?=[A-Z“])")
_ITSELF: Final = re.compile(rf"\b[Tt]his (?:{_KIND})\b")


def _same_title(package: Package) -> Iterator[Finding]:
    first: dict[str, Instrument] = {}
    for at, each in enumerate(package):
        if each.is_reply:
            continue
        if other := first.get(each.title.casefold()):
            message = f"'{each.title}' is the title of '{other.name}' and of '{each.name}'"
            yield replace(each.text.finding(message, "tell them apart in the title"), of=at)
        first.setdefault(each.title.casefold(), each)


def _differing_terms(package: Package) -> Iterator[Finding]:
    instruments = {each.called.removeprefix("the ") for each in package}
    first: dict[str, tuple[Instrument, Passage]] = {}
    for at, each in enumerate(package):
        for term, passages in () if each.is_reply else definitions(each.text).items():
            if term in instruments or term in _PARTIES:
                continue
            if term not in first:
                first[term] = each, passages[0]
            elif _explains(term, passages[0]) != _explains(term, first[term][1]):
                other, where = first[term]
                message = f"'{term}' is defined otherwise in {where.place} of '{other.name}'"
                found = passages[0].finding(message, "define it once and refer to that, or use another word")
                yield replace(found, of=at)


def _explains(term: str, passage: Passage) -> str:
    """The sentence that defines a term, whatever its instrument is called."""
    sentences = _SENTENCE.split(passage.words)
    sentence = next((each for each in sentences if f"“{term}”" in each or f"“the {term}”" in each), passage.words)
    return " ".join(_ITSELF.sub("this instrument", sentence).split()).casefold()


def _not_in_package(package: Package) -> Iterator[Finding]:
    called = {each.called for each in package} | {f"the {each.title}" for each in package}
    for at, each in enumerate(package):
        if each.is_reply:
            continue
        full = {kind for match in _IN_FULL.finditer(each.text.words) for kind in match.groups() if kind}
        own = {*definitions(each.text), *full}
        told: set[str] = set()
        for passage in each.text.passages:
            for match in _BARE.finditer(passage.words):
                kind = match[1]
                named = any(name.endswith(f" {kind}") for name in called) or kind in own
                if not named and kind not in told and passage.role is not Role.TITLE:
                    told.add(kind)
                    message = f"'the {kind}' is no instrument of the package, and the text does not say which it is"
                    yield replace(passage.finding(message, "name it in full, or take it into the package"), of=at)


def _before_parent(package: Package) -> Iterator[Finding]:
    known = {each.name: each for each in package}
    for at, each in enumerate(package):
        parent = known.get(each.parent or "")
        if parent is None or each.is_reply or is_political(each.text) or is_political(parent.text):
            continue
        start, passage = _start(each.text)
        if start in (_Start.SIGNATURE, _Start.REPLY) and passage and _start(parent.text)[0] is _Start.LATER:
            message = f"this enters into force {start.value}, and '{parent.name}', to which it belongs, only later"
            yield replace(passage.finding(message, "let it enter into force on the same day"), of=at)


def _start(text: Text) -> tuple[_Start | None, Passage | None]:
    """How a text enters into force, and where it says so."""
    for passage in text.passages:
        for match in _IN_FORCE.finditer(passage.words):
            for pattern, start in (
                (_LATER, _Start.LATER),
                (_ON_SIGNATURE, _Start.SIGNATURE),
                (_ON_REPLY, _Start.REPLY),
            ):
                if pattern.search(match[0]):
                    return start, passage
    return None, None


RULES: Final[tuple[Rule[Package], ...]] = (
    Rule(
        id="same-title",
        severity=Severity.ERROR,
        title="Two instruments of a package have the same title",
        why="An instrument is cited by its title. Where two have the same one, no citation of either is certain.",
        example=Example(
            bad="Protocol on Transit, and Protocol on Transit", better="Protocol on Transit by Road, and … by Rail"
        ),
        source="Treaty practice",
        misses="Titles that differ in a word and still cannot be told apart.",
        find=_same_title,
    ),
    Rule(
        id="term-differs",
        severity=Severity.WARNING,
        title="A term is defined in one instrument of a package otherwise than in another",
        why="Instruments that are concluded together are each other's context (VCLT, Article 31(2)(a)). A reader takes "
        "a term for the same in all of them; two definitions make two meanings, or a dispute on whether there are two.",
        example=Example(
            bad="“crossing points” means those of Annex I — and in the Protocol: “crossing points” means the bridges",
            better="“crossing points” has the meaning that it has in the Treaty",
        ),
        source="Vienna Convention on the Law of Treaties, Article 31(2)(a) and (4)",
        misses="A term that is used in another sense without being defined again.",
        find=_differing_terms,
    ),
    Rule(
        id="not-in-package",
        severity=Severity.WARNING,
        title="An instrument is named by its kind alone, and the package has none of that kind",
        why="“The Protocol” says which one only where there is one. What was taken out of a package, or never was in "
        "it, must be named in full, or not at all.",
        example=Example(
            bad="Prisoners are released under the Protocol. (there is no protocol in the package)",
            better="Prisoners are released under the Protocol on Prisoners done at Velmoor on 2 June 2027.",
        ),
        source="Treaty practice",
        misses="An instrument that is named by its title.",
        find=_not_in_package,
    ),
    Rule(
        id="before-parent",
        severity=Severity.WARNING,
        title="An instrument enters into force before the one that it belongs to",
        why="A protocol or an exchange of letters that carries out a treaty has nothing to carry out until the treaty "
        "is in force. If the treaty is never ratified, the part binds without the whole for which it was given.",
        example=Example(
            bad="This Protocol shall enter into force on signature. (and the Treaty on ratification)",
            better="This Protocol shall enter into force on the same day as the Treaty.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 24(1)",
        misses="An entry into force on a fixed day, or on an event that another instrument names.",
        find=_before_parent,
    ),
)
