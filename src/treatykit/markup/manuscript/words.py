"""The words in which a manuscript says, in a comment, what its form does not: ``item 2 typed label="§ 4"``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_BARE: Final = re.compile(r"[\w.+:-]+")
_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_WORD: Final = re.compile(rf"\s*(?P<name>[a-z]+(?:-[a-z]+)*|\d+)(?:=(?P<value>{_QUOTED}|{_BARE.pattern}))?(?=\s|$)")
_UNSAFE: Final = re.compile(r"[<>{}|~\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|-(?=-)")


class Word(NamedTuple):
    """One word, or a name with its value."""

    name: str
    value: str | None = None


def print_words(words: Iterable[Word]) -> str:
    """The words on one line, safe within any comment."""
    return " ".join(word.name if word.value is None else f"{word.name}={quoted(word.value)}" for word in words)


def read_words(text: str) -> tuple[Word, ...] | None:
    """The words of a comment; None where it is a remark in no such words."""
    found: list[Word] = []
    text = text.strip()
    at = 0
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None:
            return None
        value = unquoted(match["value"]) if match["value"] is not None else None
        found.append(Word(match["name"], value))
        at = match.end()
    return tuple(found)


def values(words: Iterable[Word]) -> Mapping[str, str]:
    """The values by name; empty for a word without one."""
    return {word.name: word.value or "" for word in words}


def quoted(text: str) -> str:
    """A text in quotation marks, unless it is as plain as a word."""
    if _BARE.fullmatch(text) and text.isascii() and "--" not in text:
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def unquoted(text: str) -> str:
    """The text that `quoted` wrote; what a person left unfinished is read as it stands."""
    if not text.startswith('"'):
        return text
    try:
        return str(json.loads(text))
    except json.JSONDecodeError:
        return text.strip('"')
