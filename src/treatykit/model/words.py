"""Counts words, the same in every figure that is printed.

A word is what stands between spaces and punctuation: *good-neighbourly* is one word,
*30 days* two, and in scripts without spaces every character is one. Counted is what
an author has written, in the body, the notes, the headers and footers. Not counted is
what is made from the text: the numbers of articles and paragraphs, the text of live
references and fields, blanks. A renumbered text therefore has as many words as before,
and of two versions ``old words + inserted - deleted = new words`` holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from treatykit.model.content import Block, Text
from treatykit.model.document import Document
from treatykit.model.scripts import HANGING, SPACELESS, SPACELESS_SYLLABIC, parts_words_plainly
from treatykit.model.walk import stories, story_paragraphs

_LETTERS: Final = rf"(?:[A-Za-z0-9]++[{HANGING}]*+|(?![{SPACELESS}{SPACELESS_SYLLABIC}])[^\W_][{HANGING}]*+)++"

_JOINT: Final = r"['’\u00ad\u2010\u2011-]"  # ʼ is a letter to Unicode

WORD: Final = rf"(?!{_JOINT})(?:{_JOINT}?+{_LETTERS})++"
"""The pattern of a word in a script that parts words by spaces."""

PLAIN_WORD: Final = rf"[^\W_]++(?:{_JOINT}[^\W_]++)*+"
"""The same, for a text that parts its words plainly."""

SYLLABLE: Final = rf"[{SPACELESS}{SPACELESS_SYLLABIC}][{HANGING}]*"
"""The pattern of what counts as a word in the others."""

_SIGNS: Final = bytes(ord("a" if chr(sign).isalnum() else "-" if chr(sign) in "'-" else " ") for sign in range(256))
"""What the signs of a typewriter are to the pattern of a plain word: part of one, a joint, or neither."""
_OF_PRINT: Final = (*((sign, "-") for sign in "’\u00ad\u2010\u2011"), *((sign, " ") for sign in "‘“”–—\u00a0"))
"""The same of signs that are printed in English texts."""

_NO_WORD: Final = " "  # stands for what is no text


def count_words(text: str) -> int:
    """How many words some characters hold."""
    plain = text
    if not text.isascii():
        for sign, meaning in _OF_PRINT:
            plain = plain.replace(sign, meaning)
    if plain.isascii():
        return _count_ascii(plain)
    return len(_counted(plain=parts_words_plainly(text)).findall(text))


def count_words_of(texts: Iterable[str]) -> int:
    """How many words several texts hold, none of which runs on into the next."""
    texts = list(texts)
    others = [text for text in texts if not text.isascii()]
    typed = "\n".join([text for text in texts if text.isascii()] if others else texts)
    return _count_ascii(typed) + sum(map(count_words, others))


def _count_ascii(text: str) -> int:
    """How many words the signs of a typewriter hold: as many as match `PLAIN_WORD`, in a fraction of the time.

    A word begins with a letter before which stands neither a letter nor a joint that has one before it.
    """
    signs = f" {text}".encode().translate(_SIGNS)
    after_joints = signs.count(b" -a") + signs.count(b"--a") if b"-" in signs else 0
    return signs.count(b" a") + after_joints


@cache
def _counted(*, plain: bool) -> re.Pattern[str]:
    return re.compile(PLAIN_WORD if plain else rf"{WORD}|{SYLLABLE}")


def counted_text(nodes: Iterable[object]) -> str:
    """The characters of a run of inlines and marks whose words are counted; all that is no text parts words."""
    return "".join([node.value if isinstance(node, Text) else _NO_WORD for node in nodes])


def words_of(document: Document) -> int:
    """How many words a document holds."""
    return sum(map(words_of_story, stories(document)))


def words_of_story(story: Iterable[Block]) -> int:
    """How many words a story, or some blocks of one, holds."""
    return count_words_of(counted_text(paragraph.inlines) for paragraph in story_paragraphs(story))
