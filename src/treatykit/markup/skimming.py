"""Skims a body for its words: what each wording and the commentary say in plain words, without parsing them.

Good enough to search in and to quote a line from, and a hundred times as quick as the parser; it finds words in a body
that the parser refuses, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from treatykit.markup.body_parts import body_parts
from treatykit.records import dataclass

_SLOT: Final = re.compile(r"\{\{ *(?P<name>[^|{}]*?) *(?P<filters>\|[^{}]*)?\}\}")
_REFERENCE: Final = re.compile(r"\{@(?P<topic>[^#{}]*)(?:#(?P<label>[^{}]*))?\}")
_HEADING: Final = re.compile(r"^#{3,4} +(.*?[^.\s])[ \t]*$", re.MULTILINE)
_UNPRINTED: Final = re.compile(r"\{[#?][^{}]*\}|\[\^[^\]]*\]:?")
_LINE_START: Final = re.compile(r"^[ \t]*(?:#{3,4} +|> ?|(?:\d+\.|\([a-z]+\)|[-*]) +|\|[ :|-]+$)", re.MULTILINE)
_SIGNS: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?<!\\)(?:\*+|\|)")


@dataclass(frozen=True, slots=True)
class Skimmed:
    """What a body says.

    Attributes:
        wordings: The words of each alternative, by its id.
        commentary: The teaching text; empty where there is none.
    """

    wordings: Mapping[str, str]
    commentary: str


def skim(body: str, fill: Callable[[str], str]) -> Skimmed:
    """The words of a body, each section on one line.

    Args:
        fill: What a slot reads as, by the name in it, ``each_party``.
    """
    said = {part.alternative: plain_words(body[part.words : part.end], fill) for part in body_parts(body)}
    commentary = said.pop(None, "")
    return Skimmed({name: words for name, words in said.items() if name}, commentary)


def plain_words(text: str, fill: Callable[[str], str]) -> str:
    """The words of some lines of a body: slots filled, marks taken away, all on one line."""

    def filled(slot: re.Match[str]) -> str:
        words = fill(slot["name"])
        return words[:1].upper() + words[1:] if re.search(r"\bcap\b", slot["filters"] or "") else words

    text = _HEADING.sub(r"\1.", text)
    text = _UNPRINTED.sub("", _SLOT.sub(filled, text))
    text = _REFERENCE.sub(lambda found: f"‹{(found['topic'] or found['label'] or '').replace('-', ' ')}›", text)
    return " ".join(_SIGNS.sub(lambda sign: " " if sign[0] == "|" else "", _LINE_START.sub("", text)).split())
