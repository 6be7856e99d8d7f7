"""What an interview has been told, and how its answers are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple
from unicodedata import combining

from treatykit.assemble.draft_schema import NOTHING
from treatykit.errors import ContentError
from treatykit.library.instruments import InstrumentType

BLANK: Final = "-"
"""The answer that leaves a blank on purpose."""

_YES: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_PARTED: Final = re.compile(r"[;,\s]+")
_FEWEST_LETTERS: Final = 2  # of a name
_IN_NAMES: Final = " -'’.()"
_SPACES: Final = re.compile(r"\s+")


class Kind(StrEnum):
    """What a question is about; the names are those of the options of the command."""

    TITLE = "title"
    TYPE = "type"
    LEVEL = "level"
    DESIGNATION = "designation"
    VARIANT = "variant"
    STRUCTURE = "structure"
    ASK = "ask"
    NUMBERING = "numbering"
    DIVISIONS = "divisions"
    PARTS = "parts"
    SYMBOL = "symbol"
    STATUS = "status"
    DATE = "date"
    FREEZE = "freeze"
    PARTY = "party"
    SHORT = "short"
    ADJECTIVE = "adjective"
    LANGUAGE = "language"
    SIGNATORY = "signatory"
    WORKING = "working"
    AUTHENTIC = "authentic"
    PREVAILING = "prevailing"
    PLACE = "done-place"
    SIGNED = "done-date"
    ADD = "add"
    CHOOSE = "choose"
    OMIT = "omit"
    BRACKET = "bracket"
    SET = "set"
    OPTION = "option"
    IN = "in"
    MEND = "mend"


class Key(NamedTuple):
    """What is asked.

    Attributes:
        name: The number of a party, its code, a topic, ``topic.param`` or a role, or what differs in a variant,
            ``framework: omit maps``; empty where there is one such thing.
    """

    kind: Kind
    name: str = ""


Said = Mapping[Key, str]
"""The answers, in the order in which they were given; an empty one lets the default stand."""

TOPIC_KINDS: Final = (Kind.CHOOSE, Kind.OMIT, Kind.BRACKET)
"""The three ways to answer what the text says on a topic."""


def with_answer(said: Said, key: Key, words: str) -> dict[Key, str]:
    """The answers with one more; on a topic, the last answer is the one that counts."""
    others = {Key(kind, key.name) for kind in TOPIC_KINDS} if key.kind in TOPIC_KINDS else {key}
    if key.kind is Kind.PARTY:
        words = _party(said, key, words)
    return {each: answer for each, answer in said.items() if each not in others} | {key: words}


def yes_or_no(words: str) -> bool:
    """Read a yes or a no.

    Raises:
        ContentError: It is neither.
    """
    if words.casefold() in _YES:
        return _YES[words.casefold()]
    raise ContentError(f"'{words}' is neither yes nor no", hint="write 'yes' or 'no'")


def proposals(words: str) -> dict[str, str]:
    """Read who proposes which wording, ``KAR:instruments,TES:none``.

    Raises:
        ContentError: It has another form.
    """
    found: dict[str, str] = {}
    for each in words.split(","):
        code, colon, alternative = (part.strip() for part in each.partition(":"))
        if not (code and colon and alternative) or code in found:
            hint = f"write each party's code once with its wording, 'A:one,B:two'; '{NOTHING}' proposes to say nothing"
            raise ContentError(f"'{each.strip()}' does not say who proposes what", hint=hint)
        found[code] = alternative
    return found


def structure(said: Said) -> dict[str, str]:
    """The topics of a text in their order, each with the wording that is named; none where it has those of a variant.

    Raises:
        ContentError: A topic is named twice.
    """
    found: dict[str, str] = {}
    for target in _PARTED.split(said.get(Key(Kind.STRUCTURE), "")):
        topic, _, wording = target.partition("/")
        if topic in found:
            raise ContentError(f"the topic '{topic}' stands twice in the structure", hint="name it once")
        if target:
            found[topic] = wording
    return found


def as_targets(named: Mapping[str, str]) -> tuple[str, ...]:
    """Topics with the wordings that are named, ``recognition/general``, the other way round from `structure`."""
    return tuple(f"{topic}/{wording}" if wording else topic for topic, wording in named.items())


def parties(said: Said) -> dict[str, str]:
    """The parties so far: the full name of each by its code, in their order."""
    found: dict[str, str] = {}
    for key, words in said.items():
        if key.kind is Kind.PARTY and words:
            code, _, full = words.partition("=")
            if code in found:
                raise ContentError(f"a second party with the code '{code}'", hint="give each its own")
            found[code] = full
    return found


def short_names(said: Said) -> dict[str, str]:
    """The short name of each party by its code: the answer, or what the full name suggests."""
    given = {code: words for code in parties(said) if (words := said.get(Key(Kind.SHORT, code), ""))}
    found: dict[str, str] = {}
    for code, full in parties(said).items():
        others = {name.casefold() for name in found.values()}
        suggested = short if _is_name(short := _short(full)) else full.removeprefix("the ")
        found[code] = given.get(code) or (full.removeprefix("the ") if suggested.casefold() in others else suggested)
    return found


def check_name(words: str) -> None:
    """See that words can be the name of a party in a sentence.

    Raises:
        ContentError: They have no two letters, or signs that no name has.
    """
    if sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
        hint = "a party is named as in a sentence, 'Karvela'; its code, 'KAR', may be shorter"
        raise ContentError(f"'{words}' is too short for a name", hint=hint)
    if odd := next((sign for sign in words if not (sign.isalnum() or sign in _IN_NAMES or combining(sign))), None):
        raise ContentError(f"'{odd}' has no place in a name", hint="write letters, as a sentence has them: Karvela")


def _is_name(words: str) -> bool:
    try:
        check_name(words)
    except ContentError:
        return False
    return True


def _short(full: str) -> str:
    """``Karvela`` for ``the Republic of Karvela``."""
    words = _SPACES.sub(" ", full).strip().partition(",")[0]
    return words.rpartition(" of ")[2].removeprefix("the ") or words


def _party(said: Said, key: Key, words: str) -> str:
    """The answer with a code; the short name suggests one that is still free."""
    if not words or "=" in words:
        code, equals, full = (part.strip() for part in words.partition("="))
        return f"{code}{equals}{full}"
    full = words.strip()
    taken = set(parties({each: other for each, other in said.items() if each != key}))
    letters = "".join(re.findall("[A-Z]", _short(full).upper()))[:3] or "P"
    return (
        f"{next(code for code in (letters, *(f'{letters}{at}' for at in range(2, 999))) if code not in taken)}={full}"
    )


def instrument(told: Said) -> InstrumentType:
    """What the text is called, as far as that is known and possible."""
    words = told.get(Key(Kind.TYPE))
    return InstrumentType(words) if words in set(InstrumentType) else InstrumentType.TREATY
