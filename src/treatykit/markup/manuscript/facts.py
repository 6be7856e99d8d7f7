"""The facts at the head of a manuscript: what is known about the text, and how the rest is to be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

from treatykit.errors import ContentError, UnreadableError, Where
from treatykit.markup.manuscript.tracking import Hand
from treatykit.markup.yaml_document import YamlDocument, read_yaml
from treatykit.model.document import Meta, Party, Status
from treatykit.records import dataclass

FORMAT: Final = "treatykit-text/1"

_FAMILY: Final = "treatykit-text/"
_HEAD: Final = re.compile(r"\A---[ \t]*\n(?P<facts>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_FORMAT: Final = re.compile(rf"^format:[ \t]*[\"']?(?P<format>{_FAMILY}\S*?)[\"']?[ \t]*$", re.MULTILINE)
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\W_]|[ ()/.’'“”–—+-])*(?<! )")
_NO_WORDS: Final = frozenset(("true", "false", "null"))
_WORDS: Final = ("title", "subject", "author", "category", "symbol", "date", "variant", "version")

_Choice = TypeVar("_Choice", bound=StrEnum)


class Numbers(StrEnum):
    """What a number at the head of a paragraph is, where nothing says otherwise."""

    COUNTED = "counted"
    TYPED = "typed"
    WORDS = "words"  # words like any others


class Headings(StrEnum):
    """What a heading is whose number says nothing, where no comment does."""

    NUMBERED = "numbered"  # one that begins with a number is what the number says
    WORDS = "words"  # a heading of words, whatever they begin with
    PLAIN = "plain"  # a paragraph that only looks like a heading


class Brackets(StrEnum):
    """What square brackets are."""

    UNAGREED = "unagreed"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What stands at the head.

    Attributes:
        codes: The party codes that may stand behind a bracket.
        hand: Who made the tracked changes.
    """

    meta: Meta = field(default=Meta())
    codes: tuple[str, ...] = ()
    numbers: Numbers = Numbers.COUNTED
    headings: Headings = Headings.NUMBERED
    brackets: Brackets = Brackets.UNAGREED
    hand: Hand = field(default=Hand())


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a manuscript and the text behind it.

    Attributes:
        text: With the lines of the head left empty, so that the others keep their numbers.
    """

    facts: Facts
    text: str


def print_head(facts: Facts) -> str:
    """The lines of the head, the hyphens around them included."""
    return "\n".join(("---", *fact_lines(facts), "---"))


def read_head(text: str, name: str) -> Head | None:
    """The head of a manuscript; None for any other text.

    Raises:
        UnreadableError: The head says that it is one, and cannot be read.
    """
    head = _HEAD.match(text)
    said = read_facts(head["facts"], name, first_line=2) if head else None
    if head is None or said is None:
        return None
    facts = facts_from(said)
    return Head(facts, "\n" * head[0].count("\n") + text[head.end() :])


def read_facts(text: str, name: str, *, first_line: int) -> YamlDocument | None:
    """The YAML of a head or foot; None where it does not speak of a manuscript.

    Raises:
        UnreadableError: It does, and cannot be read.
    """
    said = _FORMAT.search(text)
    if said is None:
        return None
    if said["format"] != FORMAT:
        where = Where(name, text.count("\n", 0, said.start()) + first_line)
        hint = f"this version reads '{FORMAT}'"
        raise UnreadableError(f"a text of the format '{said['format']}'", where=where, hint=hint)
    try:
        return read_yaml(text, name, first_line=first_line)
    except ContentError as error:
        raise UnreadableError(error.message, where=error.where, hint=error.hint) from None


def fact_lines(facts: Facts) -> Iterator[str]:
    """The facts as lines of YAML."""
    yield f"format: {FORMAT}"
    yield from _known_lines(facts.meta, facts.codes)
    if facts.meta.former:
        yield "former:"
        yield from (f"  {line}" for line in _known_lines(facts.meta.former))
    if facts.numbers is not Numbers.COUNTED:
        yield f"numbers: {facts.numbers}"
    if facts.headings is not Headings.NUMBERED:
        yield f"headings: {facts.headings}"
    if facts.brackets is not Brackets.UNAGREED:
        yield f"brackets: {facts.brackets}"
    if facts.hand != Hand():
        when = f', date: "{facts.hand.date.isoformat()}"' if facts.hand.date else ""
        numbered = "" if facts.hand.numbered else ", numbered: false"
        yield f"changes: {{author: {scalar(facts.hand.author)}{when}{numbered}}}"


def _known_lines(meta: Meta, codes: tuple[str, ...] = ()) -> Iterator[str]:
    """What is known of a text, with parties of whom nothing is known but their codes."""
    for name in _WORDS:
        if value := getattr(meta, name):
            yield f"{name}: {scalar(value)}"
    if meta.status:
        yield f"status: {meta.status}"
    yield f"language: {scalar(meta.language)}"
    named = {party.code: party for party in meta.parties}
    codes = (*named, *(code for code in codes if code not in named))
    if codes:
        yield "parties:"
    for code in codes:
        party = named.get(code)
        known = f"short: {scalar(party.short)}, full: {scalar(party.full)}" if party else ""
        yield f"  {scalar(code)}: {{{known}}}"


def scalar(text: str) -> str:
    """A text as YAML, in quotes where it might be taken for anything else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escape(sign) for sign in quoted)


def _escape(sign: str) -> str:
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:
        code = 0xFFFD
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def facts_from(document: YamlDocument) -> Facts:
    """The facts that YAML says.

    Raises:
        UnreadableError: An entry cannot be what it is.
    """
    said = document.data if isinstance(document.data, Mapping) else {}
    changes = _mapping(document, said, "changes")
    when = _text(document, changes, "date", "changes")
    former = _mapping(document, said, "former")
    return Facts(
        meta=replace(_known(document, said), former=_known(document, former, "former") if former else None),
        codes=tuple(_mapping(document, said, "parties")),
        numbers=_choice(document, Numbers, _text(document, said, "numbers") or Numbers.COUNTED, "numbers"),
        headings=_choice(document, Headings, _text(document, said, "headings") or Headings.NUMBERED, "headings"),
        brackets=_choice(document, Brackets, _text(document, said, "brackets") or Brackets.UNAGREED, "brackets"),
        hand=Hand(
            author=_text(document, changes, "author", "changes"),
            date=_moment(document, when) if when else None,
            numbered=changes.get("numbered") is not False,
        ),
    )


def _known(document: YamlDocument, said: Mapping[str, object], *path: str) -> Meta:
    words = {name: _text(document, said, name, *path) for name in _WORDS}
    status = _text(document, said, "status", *path)
    parties = _mapping(document, said, "parties", *path)
    known = {code: _mapping(document, parties, code, *path, "parties") for code in parties}
    return Meta(
        **words,
        status=_choice(document, Status, status, *path, "status") if status else None,
        language=_text(document, said, "language", *path) or Meta().language,
        parties=tuple(
            Party(
                code=code,
                short=_text(document, names, "short", *path, "parties", code),
                full=_text(document, names, "full", *path, "parties", code),
            )
            for code, names in known.items()
            if names
        ),
        former=None,
    )


def _text(document: YamlDocument, said: Mapping[str, object], name: str, *path: str) -> str:
    value = said.get(name)
    if value is None:
        return ""
    if isinstance(value, Mapping | tuple):
        raise UnreadableError(f"'{name}' is no text", where=document.where((*path, name)), hint="put it in quotes")
    return str(value)


def _mapping(document: YamlDocument, said: Mapping[str, object], name: str, *path: str) -> Mapping[str, object]:
    value = said.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        where = document.where((*path, name))
        raise UnreadableError(f"'{name}' has no entries", where=where, hint=f"write '{name}: {{name: value}}'")
    return value


def _choice(document: YamlDocument, choices: type[_Choice], said: str, *path: str) -> _Choice:
    try:
        return choices(said)
    except ValueError:
        hint = f"one of {', '.join(choices)}"
        raise UnreadableError(f"'{path[-1]}' cannot be '{said}'", where=document.where(path), hint=hint) from None


def _moment(document: YamlDocument, said: str) -> datetime:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        where = document.where(("changes", "date"))
        raise UnreadableError(f"'{said}' is no date", where=where, hint="write 2031-05-03T10:30:00+00:00") from None
