"""Looks through the clause files as they were written for those that may hold what is looked for.

No file is taken apart, so that thousands take a fraction of a second. What is left out holds it for certain nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from treatykit.errors import Errors
from treatykit.library.index import Library
from treatykit.library.query import Term, folded
from treatykit.markup.slots import DraftWord
from treatykit.records import dataclass

_IN_TITLE: Final = 1000  # as many matches elsewhere weigh as much as one in the title
_ACCENTED: Final = re.compile(rb"[\xc3-\xdf\xe1]")  # the first bytes of letters beyond English ones, in UTF-8
_LONGEST_WORD: Final = 60  # bytes


@dataclass(frozen=True, slots=True)
class _Needle:
    """What every file has that holds a word or a phrase; a few that do not hold it have it, too.

    Attributes:
        words: For each word, ways to write it: its beginning, or a slot that says it.
        phrase: The words one after the other, with marks between them; None for a word.
        slots: Slots that may say part of the phrase in other words than their name's.
    """

    words: tuple[tuple[bytes, ...], ...]
    phrase: re.Pattern[bytes] | None = None
    slots: tuple[bytes, ...] = ()

    def is_in(self, data: bytes) -> bool:
        if not all(any(each in data for each in written) for written in self.words):
            return False
        return self.phrase is None or any(slot in data for slot in self.slots) or bool(self.phrase.search(data))


# Between two words of a phrase: no letter or figure but in the markers of items, ``1.`` and ``(a)``; or marks of the
# notation, with what stands in them.
_MARKERS: Final = rb"(?:(?:[0-9]+\.|\([a-z0-9]+\))[^a-z0-9]+){0,3}"
_BETWEEN: Final = rb"[a-z0-9]*(?:[^a-z0-9]+" + _MARKERS + rb"|[^{}\[\]]{0,60}?[{}\[\]].{0,80}?)"


def _needle(term: Term, spoken: Mapping[DraftWord, str]) -> _Needle:
    def saying(needle: str) -> dict[DraftWord, str]:
        return {word: words for word, words in spoken.items() if needle in words.lower() and needle not in word}

    words = tuple((needle.encode(), *(slot.encode() for slot in saying(needle))) for needle in term.needles)
    if len(words) == 1:
        return _Needle(words)
    slots = (word for word, said in spoken.items() if word.replace("_", " ") != said.lower())
    phrase = re.compile(_BETWEEN.join(re.escape(needle.encode()) for needle in term.needles), re.DOTALL)
    others = tuple(slot.encode() for slot in slots if any(needle in spoken[slot].lower() for needle in term.needles))
    return _Needle(words, phrase, others)


def candidates(
    library: Library, terms: Sequence[Term], spoken: Mapping[DraftWord, str], errors: Errors
) -> tuple[str, ...]:
    """The topics whose files hold all that is looked for, those that hold it most often first."""
    needles = [_needle(term, spoken) for term in terms]
    weighed: list[tuple[int, str]] = []
    for topic in library.topics():
        with errors.noted():
            data = _searchable(f"{topic}\n{library.text(topic)}")
            if all(needle.is_in(data) for needle in needles):
                weighed.append((-_weight(data, needles), topic))
    return tuple(topic for _, topic in sorted(weighed))


def _searchable(text: str) -> bytes:
    """The text in small letters, and once more without accents what stands around letters that may have one."""
    data = text.encode()
    accented = () if data.isascii() else _ACCENTED.finditer(data)
    around = (data[max(at.start() - _LONGEST_WORD, 0) : at.end() + _LONGEST_WORD] for at in accented)
    return b"\n".join((data.lower(), *(folded(each.decode(errors="ignore")).encode() for each in around)))


def _weight(data: bytes, needles: Sequence[_Needle]) -> int:
    """How often the words are found, in a title more."""
    start = data.find(b"\ntitle:") + 1
    title = data[: data.find(b"\n")] + data[start : data.find(b"\n", start)]
    words = [written[0] for needle in needles for written in needle.words]
    return sum(data.count(word) + _IN_TITLE * (word in title) for word in words)
