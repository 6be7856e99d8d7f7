"""Checks of the register: the words of a treaty and those of a memorandum are not mixed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import QUOTED, Passage, Text
from treatykit.diagnostics import Severity
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.markup.syntax import Register
from treatykit.model.properties import Role

_SHALL: Final = re.compile(r"\bshall\b")
_WILL: Final = re.compile(
    r"(?:^|[.;:] )(?:(?!\b(?:which|that|who|whether|if|when|where|until|unless|ensure|because|so|or is|"
    r"or are)\b)[^.;:]){0,80}?"
    r"(?<!the )\b[Ww]ill(?: not)?(?= (?!of\b)[a-z])(?<!at will)"
)
"""Where the sentence itself says so; in a clause that hangs on it, 'will' only foretells."""
_PARTY: Final = re.compile(r"(?<!States )(?<!State )\b(?:Party|Parties)\b")
_PARTICIPANT: Final = re.compile(r"\b(?:the|each|[Ee]ither|[Nn]either|[Bb]oth|The|Each|other) (?:Participants?)\b")
_POLITICAL: Final = re.compile(
    r"\bmemorand(?:um|a) of understanding\b|\bjoint (?:declaration|statement)\b", re.IGNORECASE
)
_MEMORANDUM: Final = re.compile(r"\bmemorand(?:um|a) of understanding\b", re.IGNORECASE)
_BINDS: Final = re.compile(
    r"\b(?:undertakes? to|(?:enters?|entry|entered) into force|equally authentic|subject to ratification|"
    r"agree as follows|agreed as follows|(?:legally )?binding obligations?)\b"
)
_REGISTERED: Final = re.compile(r"\bregist(?:er|ered|ration)\b", re.IGNORECASE)
_UNITED_NATIONS: Final = re.compile(r"\bUnited Nations\b|\bArticle 102\b")
_MODAL: Final = re.compile(r"\b(?:shall|will|may|must|should|is to|are to)\b")
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d)][.;]) ")
_DENIES: Final = re.compile(r"\b(?:not|no|nor|neither|without)\b")


def is_political(text: Text) -> bool:
    """Whether the text is a memorandum of understanding or a declaration: it says so in its title, or its file does."""
    return _is_called(_POLITICAL, text) or _is_of(text, Register.DECLARATION, Register.MEMORANDUM)


def is_declaration(text: Text) -> bool:
    """Whether the text is a declaration, which takes effect by being made."""
    return is_political(text) and not _is_memorandum(text)


def _is_memorandum(text: Text) -> bool:
    return _is_called(_MEMORANDUM, text) or _is_of(text, Register.MEMORANDUM)


def _is_of(text: Text, *registers: Register) -> bool:
    """Whether the text was assembled as one of these registers, which its file remembers."""
    category = text.meta.category
    return category in set(InstrumentType) and register_of(InstrumentType(category)) in registers


def _is_called(names: re.Pattern[str], text: Text) -> bool:
    titles = [passage.words for passage in text.passages if passage.role in (Role.TITLE, Role.SUBTITLE)]
    head = titles or [passage.words for passage in text.passages[:1]]
    return any(names.search(words) for words in (text.meta.title, *head))


def _mixed_register(text: Text) -> Iterator[Finding]:
    bodies = [(passage, QUOTED.sub("", passage.words)) for passage in text.operative]
    shall = [passage for passage, words in bodies if _SHALL.search(words)]
    will = [passage for passage, words in bodies if _WILL.search(words)]
    if not shall or not will:
        return
    fewer, verb, other = (will, "will", "shall") if len(will) <= len(shall) else (shall, "shall", "will")
    others = len(fewer) - 1
    more = f", and so in {others} more place{'s' if others > 1 else ''}" if others else ""
    message = f"'{verb}' among articles that say '{other}'{more}"
    yield fewer[0].finding(message, "decide whether these are obligations")


def _parties_and_participants(text: Text) -> Iterator[Finding]:
    found: dict[str, list[Passage]] = {"Party": [], "Participant": []}
    for passage in text.operative:
        words = QUOTED.sub("", passage.words)
        if _PARTY.search(words):
            found["Party"].append(passage)
        if _PARTICIPANT.search(words):
            found["Participant"].append(passage)
    counts = Counter({name: len(passages) for name, passages in found.items()})
    (often, _), (seldom, count) = counts.most_common()
    if count:
        message = f"'{seldom}' in a text that speaks of '{often}'"
        yield found[seldom][0].finding(message, "a treaty has Parties, a memorandum has Participants")


def _treaty_words(text: Text) -> Iterator[Finding]:
    if not is_political(text):
        return
    for passage in text.passages:
        words = QUOTED.sub("", passage.words)
        for word in dict.fromkeys(match[0] for match in _BINDS.finditer(words)):
            if not _DENIES.search(words):
                yield passage.finding(f"'{word}' in a text that is not meant to bind in law")


def _registered_memorandum(text: Text) -> Iterator[Finding]:
    if not _is_memorandum(text):
        return
    for passage in text.passages:
        for sentence in _SENTENCE_END.split(QUOTED.sub("", passage.words)):
            registers = _REGISTERED.search(sentence) and _UNITED_NATIONS.search(sentence) and _MODAL.search(sentence)
            if registers and not _DENIES.search(sentence):
                message = "the text is not meant to bind in law, and is to be registered as a treaty"
                yield passage.finding(message, "take this out, or make the text a treaty")


_GUIDANCE: Final = (
    "United Kingdom, Treaties and Memoranda of Understanding (MOUs): Guidance on Practice and Procedures (November "
    "2021), MOUs: Terminology"
)

RULES: Final = (
    Rule(
        id="mixed-register",
        severity=Severity.WARNING,
        title="'shall' and 'will' stand side by side",
        why=(
            "A treaty says 'shall', a memorandum of understanding 'will'. A text that says both leaves it open "
            "whether it is meant to bind."
        ),
        example=Example(
            "The Parties shall meet once a year. Karvela will write the report.",
            "The Parties shall meet once a year. Karvela shall write the report.",
        ),
        source=_GUIDANCE,
        misses=(
            "Whether a 'will' merely foretells: one in a subordinate clause is taken to, one in a main clause not. "
            "Older treaties of peace say both and mean the same."
        ),
        find=_mixed_register,
    ),
    Rule(
        id="party-and-participant",
        severity=Severity.WARNING,
        title="'Party' and 'Participant' are used for the same States",
        why="Only a treaty has parties (those bound by it). Who reads both words asks whether there are two groups.",
        example=Example(
            "The Parties shall meet. Each Participant shall bear its costs.", "Each Party shall bear its costs."
        ),
        source=f"Vienna Convention on the Law of Treaties, Article 2(1)(g); {_GUIDANCE}",
        misses=(
            "Participants that are meant to be others, such as those of a meeting, when they are written with a "
            "capital."
        ),
        find=_parties_and_participants,
    ),
    Rule(
        id="treaty-words",
        severity=Severity.WARNING,
        title="A memorandum or joint declaration uses words that bind",
        why=(
            "What a text is called has no effect by itself; its words show what is meant. 'Undertakes to' and 'enters "
            "into force' are what a court will quote."
        ),
        example=Example(
            "This Memorandum of Understanding enters into force on signature.",
            "This Memorandum of Understanding comes into effect on signature.",
        ),
        source=f"Vienna Convention on the Law of Treaties, Article 2(1)(a); {_GUIDANCE}",
        misses="Texts of another title that treatykit has not made. A paragraph that denies something is not read.",
        find=_treaty_words,
    ),
    Rule(
        id="registered-memorandum",
        severity=Severity.WARNING,
        title="A memorandum of understanding is to be registered as a treaty",
        why=(
            "Treaties and international agreements are registered with the Secretariat of the United Nations, and "
            "nothing else. A text that says that it is to be registered says that it is a treaty, whatever its title."
        ),
        example=Example(
            "This Memorandum shall be registered under Article 102 of the Charter of the United Nations.",
            "This Memorandum will not be registered under Article 102 of the Charter of the United Nations.",
        ),
        source=(
            "Charter of the United Nations, Article 102(1); Vienna Convention on the Law of Treaties, Articles "
            "2(1)(a) and 80(1)"
        ),
        misses=(
            "Texts of another title that treatykit has not made, also joint declarations, some of which are treaties "
            "and registered; registration anywhere else than with the United Nations."
        ),
        find=_registered_memorandum,
    ),
)
