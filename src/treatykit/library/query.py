"""What is looked for in the library: words in any of their forms, beginnings of words, and phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from treatykit.library.full_text import stems
from treatykit.records import dataclass

_TERM: Final = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
_WORD: Final = re.compile(r"[^\W_]+")
_ACCENT: Final = re.compile(r"[\u0300-\u036f]")
_ACCENTED: Final = re.compile(r"[\u00c0-\u07ff\u1e00-\u1fff]")
_PUT: Final = ("e", "i", "bl")
_NOTHING: Final = '""'


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand together.

    Attributes:
        words: As they were written; at least one.
        is_beginning: The last of them is only the beginning of a word, ``arbitr*``.
        needles: For each word, what every text that holds it holds too, in small letters.
    """

    words: tuple[str, ...]
    is_beginning: bool
    needles: tuple[str, ...]

    def expression(self, texts: Iterable[str] = ()) -> str:
        """The term for `FullText`.

        Args:
            texts: Where the words that begin so are taken from.
        """
        if not self.is_beginning:
            return _quoted(self.words)
        begins = re.compile(rf"(?<![^\W_]){re.escape(self.needles[-1])}[^\W_]*")
        endings = sorted({word for text in texts for word in begins.findall(folded(text))})
        return f"({' OR '.join(_quoted((*self.words[:-1], ending)) for ending in endings) or _NOTHING})"


def parse_query(query: str) -> tuple[Term, ...]:
    """Read words, ``beginnings*`` and ``"phrases"``; a word with a hyphen or an apostrophe is a phrase."""
    written = [found["word"] or found["phrase"] or "" for found in _TERM.finditer(query)]
    terms = [(words, text.rstrip().endswith("*")) for text in written if (words := tuple(_WORD.findall(text)))]
    stemmed = stems(word for words, _ in terms for word in words)
    parts = iter(stemmed)
    found: list[Term] = []
    for words, is_beginning in terms:
        needles = [_needle(next(parts)) for _ in words]
        if is_beginning:
            needles[-1] = folded(words[-1])
        found.append(Term(words, is_beginning, tuple(needles)))
    return tuple(found)


def folded(text: str) -> str:
    """The text in small letters without accents."""
    if text.isascii() or not _ACCENTED.search(text):
        return text.lower()
    return _ACCENT.sub("", unicodedata.normalize("NFD", text.lower()))


def _needle(stemmed: tuple[str, ...]) -> str:
    """What all words of this stem begin with.

    Porter's algorithm takes endings away. Where it puts one in their place, that is a last letter, as in "party" and
    "parti", "filing" and "file", "capability" and "capabl".
    """
    stem = "".join(stemmed)
    return stem[:-1] if len(stem) > 1 and stem.endswith(_PUT) else stem


def _quoted(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'
