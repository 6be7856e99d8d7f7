"""Reads what somebody replies to a question: a number, a name, a value, or nothing."""

from __future__ import annotations

import re
from typing import Final

from treatykit.assemble.answers import BLANK, Key, Kind, yes_or_no
from treatykit.assemble.differing import difference
from treatykit.assemble.draft import IMPOSSIBLE
from treatykit.assemble.question import Changes, Question
from treatykit.errors import ContentError
from treatykit.markup.nearest import did_you_mean, listed

_TO_A_TOPIC: Final = re.compile(rf"({Kind.OMIT}|{Kind.BRACKET}):")


def changes(question: Question, words: str) -> Changes:
    """What a reply changes; an empty one takes the default.

    Raises:
        ContentError: It is no answer to the question.
    """
    check_words(words)
    words = words.strip()
    if not words and question.default is None:
        raise ContentError("this has to be answered", hint=question.hint or "choose one")
    picked = _picked(question, words)
    key = question.key
    match key.kind:
        case Kind.MEND:
            offer = next((each for each in question.offers if each.value == picked), None)
            if offer is None:
                raise ContentError(f"'{words}' is none of these", hint="give a number")
            return offer.changes
        case Kind.CHOOSE:
            return {_topic_key(question, picked)[0]: _topic_key(question, picked)[1]}
        case Kind.ADD:
            return _addition(question, picked)
        case Kind.IN if picked:
            differs, said = difference(picked)
            return {differs: said}
        case Kind.OPTION:
            return {key: "yes" if yes_or_no(picked or question.default or "") else "no"}
        case Kind.TYPE | Kind.LEVEL | Kind.VARIANT | Kind.DESIGNATION | Kind.ASK | Kind.NUMBERING | Kind.DIVISIONS:
            _check_offered(question, picked or question.default or "")
            return {key: picked or question.default or ""}
        case Kind.PARTS if picked:
            return {key: "yes" if yes_or_no(picked) else "no"}
        case Kind.TITLE | Kind.PARTY | Kind.SHORT if _TO_A_TOPIC.match(words):
            raise ContentError(f"'{words}' answers another question, which wording a topic has", hint="write a name")
        case _:
            return {key: picked}


def as_reply(key: Key, words: str) -> str:
    """The reply that gives an answer, ``omit: the reason``."""
    match key.kind:
        case Kind.OMIT | Kind.BRACKET:
            return f"{key.kind}: {words}"
        case Kind.IN if key.name:
            return f"{key.name}={words}"
        case Kind.ADD if key.name:
            return key.name if words == BLANK else f"{key.name}: {words}"
        case _:
            return words


def is_reply(question: Question, words: str) -> bool:
    """Whether words answer a question."""
    try:
        changes(question, words)
    except ContentError:
        return False
    return True


def check_words(words: str) -> None:
    """See that words can stand in a draft.

    Raises:
        ContentError: They hold a character that no text can hold.
    """
    if found := IMPOSSIBLE.search(words):
        code = f"U+{ord(found[0]):04X}"
        raise ContentError(f"a character that no text can hold, {code}", hint="delete it")


def _picked(question: Question, words: str) -> str:
    """The words, or the value of the offer whose number was given."""
    values = [offer.value for offer in question.offers]
    if words in values or not words.isdecimal() or not question.offers:
        return words
    number = int(words[:9])
    if not 1 <= number <= len(values):
        raise ContentError(f"there is no number {words}", hint=f"the numbers go from 1 to {len(values)}")
    return values[number - 1]


def _topic_key(question: Question, words: str) -> tuple[Key, str]:
    topic = question.key.name
    for kind in (Kind.OMIT, Kind.BRACKET):
        if words == kind or words.startswith(f"{kind}:"):
            said = words.partition(":")[2].strip()
            if not said:
                owed = "the reason" if kind is Kind.OMIT else "who proposes what"
                raise ContentError(f"{owed} is missing", hint=f"write '{kind}: …'")
            return Key(kind, topic), said
    _check_offered(question, words or question.default or "")
    return question.key, words or question.default or ""


def _addition(question: Question, words: str) -> Changes:
    if not words:
        return {question.key: ""}
    topic, _, because = (part.strip() for part in words.partition(":"))
    if topic.isdecimal():
        topic = _picked(question, topic)
    _check_offered(question, topic)
    return {Key(Kind.ADD, topic): because or BLANK}


def _check_offered(question: Question, words: str) -> None:
    values = [offer.value for offer in question.offers]
    if words not in values:
        few = f"there are {listed(values, last='and')}"
        raise ContentError(f"'{words}' is none of these", hint=did_you_mean(words, values, otherwise=few))
