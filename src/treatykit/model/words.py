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

from treatykit.model.content import Text
from treatykit.model.document import Document
from treatykit.model.scripts import HANGING, SPACELESS, SPACELESS_SYLLABIC, parts_words_plainly
from treatykit.model.walk import paragraphs

_LETTERS: Final = rf"(?:[A-Za-z0-9]++[{HANGING}]*+|(?![{SPACELESS}{SPACELESS_SYLLABIC}])[^\W_][{HANGING}]*+)++"

_JOINT: Final = r"['’\u00ad\u2010\u2011-]"  # ʼ is a letter to Unicode

WORD: Final = rf"(?!{_JOINT})(?:{_JOINT}?+{_LETTERS})++"
"""The pattern of a word in a script that parts words by spaces."""

PLAIN_WORD: Final = rf"[^\W_]++(?:{_JOINT}[^\W_]++)*+"
"""The same, for a text that parts its words plainly."""

SYLLABLE: Final = rf"[{SPACELESS}{SPACELESS_SYLLABIC}][{HANGING}]*"
"""The pattern of what counts as a word in the others."""

_COUNTED_ASCII: Final = re.compile(r"[A-Za-z0-9]++(?:['-][A-Za-z0-9]++)*+")

_NO_WORD: Final = "\ufffc"  # stands for what is no text


def count_words(text: str) -> int:
    """How many words some characters hold."""
    if text.isascii():
        return len(_COUNTED_ASCII.findall(text))
    return len(_counted(plain=parts_words_plainly(text)).findall(text))


@cache
def _counted(*, plain: bool) -> re.Pattern[str]:
    return re.compile(PLAIN_WORD if plain else rf"{WORD}|{SYLLABLE}")


def words_in(nodes: Iterable[object]) -> int:
    """How many words a run of inlines and marks holds; all that is no text parts words."""
    return count_words(counted_text(nodes))


def counted_text(nodes: Iterable[object]) -> str:
    """The characters of a run of inlines and marks whose words are counted."""
    return "".join([node.value if isinstance(node, Text) else _NO_WORD for node in nodes])


def words_of(document: Document) -> int:
    """How many words a document holds."""
    return sum(words_in(paragraph.inlines) for paragraph in paragraphs(document))
