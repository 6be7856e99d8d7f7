"""Checks of time: limits that begin nowhere or at an unknown event, and agreements to agree without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import QUOTED, Text
from treatykit.diagnostics import Severity

_PERIOD: Final = (
    r"(?:[\w-]+(?: and [\w-]+)?|_{3,})(?: \(\d+\))? (?:calendar |working )?(?:hour|day|week|month|year)s?\b"
)
_LIMIT: Final = re.compile(rf"\b(?:[Ww]ithin|[Nn]ot later than) {_PERIOD}(?P<rest>[^.;]{{0,60}})")
_BEGINS: Final = re.compile(r"\b(?:of|after|from|before|following|thereafter|since|the date|that date|specified)\b")

_EVENT: Final = re.compile(
    rf"{_PERIOD},? (?:of|after|from|following) (?:the (?:date|day) (?:of|on which) )?"
    r"(?P<event>(?:(?:the|its|their|his|her|such|an?|that) )[^.,;:()\[\]“”]{3,80})",
    re.IGNORECASE,
)
_EVENT_ENDS: Final = re.compile(
    r" (?:of th(?:is|e present)|to th(?:is|e present)|by|in accordance|under|pursuant|in|with|and|or|shall|will|"
    r"may|has|have|is|are|"
    r"was|were|unless|until|for|provided|on|at|between|from|it|each|either|that|which|who|if)\b.*"
)
_TELLS_WHAT: Final = re.compile(r"\bof (?:the|its|their|all|any|an?)\b|(?:the|that) (?:[A-Z][\w’'-]+ ?)+")
_SELF_EXPLANATORY: Final = frozenset(
    "signature signing signed entry force date dates receipt received notification notifications notice request "
    "requests proposal adoption accession registration communication transmission invitation decision award judgment "
    "submission meeting event events above dispute expiry expiration period deposit instrument instruments "
    "ratification "
    "ratifications acceptance approval exchange effect conclusion beginning start completion establishment appointment "
    "publication arrival departure coming into other Party Parties Participant first second third last next "
    "latest later present "
    "close closing opening occurrence discovery detection application initial written document documents case question "
    "aforementioned said written sending final formal relevant respective competent finding detention reply"
    .casefold().split()
)  # fmt: skip
"""Words that name an event, or a stage of one, without more being said."""

_TO_AGREE: Final = re.compile(
    r"\b(?:shall|will|undertakes? to|agrees? to)\b(?P<how>[^.;]{0,60}?)\b"
    r"(?:conclude|negotiate|enter into|agree (?:on|upon)|seek to agree)\b"
    r"[^.;]{0,60}?\b(?:agreements?|arrangements?|protocols?|treat(?:y|ies)|modalities|regulations?|measures|terms)\b"
    r"|\b(?:shall|will) be (?:laid down|determined|regulated|set out|settled|established|specified|defined|agreed)\b"
    r"[^.;]{0,30}? (?:in|by|through) (?:an? )?(?:separate|further|subsequent|special|additional|future|other)\b"
    r"[^.;]{0,30}?\b(?:agreements?|arrangements?|protocols?|treat(?:y|ies))\b"
)
_BY_WHEN: Final = re.compile(
    r"\b(?:within|not later than|no later than|at the latest|before|deadline|by (?:\d|the end)|pending|until|"
    r"following periods?|each year|annually|without delay|(?:hour|day|week|month|year)s? (?:after|of|from))\b",
    re.IGNORECASE,
)


def _endless_limit(text: Text) -> Iterator[Finding]:
    for passage in text.operative:
        for match in _LIMIT.finditer(passage.words):
            before = passage.words[: match.start()]
            if not _BEGINS.search(match["rest"]) and not _BEGINS.search(before[-40:]):
                yield passage.finding(f"nothing says when the time begins: '{match[0].strip()[:60]}'")


def _undefined_event(text: Text) -> Iterator[Finding]:
    """A time counted from an event of which the text speaks nowhere else."""
    for passage in text.operative:
        for match in _EVENT.finditer(passage.words):
            event = _EVENT_ENDS.sub("", match["event"]).strip()
            telling = [word for word in re.findall(r"[\w-]{4,}", event) if word.casefold() not in _SELF_EXPLANATORY]
            if not telling or not _TELLS_WHAT.search(event):
                continue
            around = f"{passage.words[: match.start()]} {passage.words[match.end('event') :]}"
            elsewhere = "\n".join((around, *(each.words for each in text.passages if each is not passage))).casefold()
            if not any(_stem(word) in elsewhere for word in telling):
                hint = "say in an article when it happens and who establishes it"
                yield passage.finding(f"a time runs from '{event}', of which nothing else speaks", hint)


def _stem(word: str) -> str:
    """The beginning that the forms of a word share: ``withdrawal``, ``withdraw``."""
    return word.casefold()[: max(5, len(word) * 2 // 3)]


def _agreement_to_agree(text: Text) -> Iterator[Finding]:
    for passage in text.operative:
        words = QUOTED.sub("", passage.words)
        match = _TO_AGREE.search(words)
        if match and not _BY_WHEN.search(words) and " not " not in f" {match['how'] or ''} ":
            yield passage.finding(
                f"an agreement to agree has no time limit: '{match[0][:60].strip()}…'",
                "add a date, or say what holds until there is an agreement",
            )


RULES: Final = (
    Rule(
        id="endless-limit",
        severity=Severity.WARNING,
        title="A time limit does not say when it begins",
        why="'Within thirty days' means nothing until an event is named from which the days are counted.",
        example=Example(
            "The Parties shall exchange lists within thirty days.",
            "The Parties shall exchange lists within thirty days of the entry into force of this Treaty.",
        ),
        source="Treaty practice; compare the limits of the Vienna Convention on the Law of Treaties, Article 65(2)",
        misses="A beginning that is named in another sentence, and limits that are not 'within' or 'not later than'.",
        find=_endless_limit,
    ),
    Rule(
        id="undefined-event",
        severity=Severity.WARNING,
        title="A time runs from an event of which the text says nothing else",
        why=(
            "If no article says when the event happens, or who establishes that it has happened, each party can say "
            "that the time has not begun."
        ),
        example=Example(
            "Within sixty days of the completion of the survey, each Party shall withdraw.",
            "The Border Commission shall complete the survey by 1 May 2032. Within sixty days of its completion …",
        ),
        source="Treaty practice",
        misses=(
            "An event of a single word in lower case ('the detention'), and one whose word stands elsewhere in "
            "another sense. Events that every text knows, such as signature or receipt, are never asked about."
        ),
        find=_undefined_event,
    ),
    Rule(
        id="agreement-to-agree",
        severity=Severity.NOTE,
        title="The parties are to agree later, and no time limit is set",
        why=(
            "An obligation to conclude a further agreement is fulfilled by negotiating in good faith. Without a date, "
            "or a rule for the time until then, it can stay open for ever."
        ),
        example=Example(
            "The regime of the crossing points shall be laid down in a separate agreement.",
            "The Parties shall conclude, within six months of the entry into force of this Treaty, an agreement on "
            "the regime of the crossing points. Until then, the points open on 1 May 2031 shall stay open.",
        ),
        source=(
            "International Court of Justice, North Sea Continental Shelf, Judgment of 20 February 1969, on meaningful "
            "negotiations"
        ),
        misses="A time limit in another paragraph. 'May conclude agreements' is a permission and is left alone.",
        find=_agreement_to_agree,
    ),
)
