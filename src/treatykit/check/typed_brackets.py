"""Finds square brackets that somebody typed: those around words which are not agreed, and those without a partner.

In a file from outside brackets are characters. Editors use the same signs, for what they leave out or add,
for notes and their numbers, and for a letter changed in a quotation: those mark nothing as open.
A single bracket behind a letter or a number is the sign of a point, "a]".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from treatykit.check.text import QUOTED, Passage
from treatykit.model.content import Inline, Text
from treatykit.model.properties import Role
from treatykit.records import dataclass

_ELSE: Final = "\ufffc"  # stands for an inline that is no text
_SIGN: Final = re.compile(r"[\[\]]")

_MARK: Final = re.compile(r"(?:\d{1,4}[a-z]?|[*†‡§#]+|[a-z]|[ivxlc]{1,6})", re.IGNORECASE)
"""What a note or a source is called; a number may also be one that is not agreed."""

_COUNTED: Final = re.compile(
    r"\s*(?:\[|%|(?:(?:calendar|working|full|consecutive) )?(?:days?|weeks?|months?|years?|hours?|minutes?|"
    r"metres?|meters?|kilomet\w*|miles?|km|per ?cent|members?|part(?:y|ies)|states?|votes?|instruments?|persons?|"
    r"arbitrators?|euros?|dollars?)\b)",
    re.IGNORECASE,
)
"""What stands behind a number that is not agreed."""
_DATED: Final = re.compile(r"\b(?:by|in|until|before|after|from|since) $")

_LEFT_OUT: Final = re.compile(r"[\s.…*·]+")
_EDITORS: Final = re.compile(
    r"\W*(?:sic\b|signed|signatures?\b|seals?\W*$|l\.? ?s\.?\W*$|illegible|eds?\.|editor|transl|pp?\. ?\d|see\b|cf\b|"
    r"ibid|i\.e\.|e\.g\.|hereinafter|https?:|www\.|unofficial|here follows?|for (?:the )?(?:text|signature)|emphasis|"
    r"italics|as (?:amended|published|corrected)|(?:reserved|deleted|repealed)\W*$|intentionally|registration no|"
    r"original:|(?:notes?|footnotes?|maps?|figures?|tables?|images?|pictures?|photo\w*|pages?|source)(?:\W*$|[:.]| \d)|"
    r"[a-z]+ (?:text|version|translation)\W*$)"
    r"|.*\b(?:not (?:reproduced|printed|included|published)|omitted|added|translation|left blank|signatures?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""What editors say in brackets."""

_POINT: Final = re.compile(r"(?:^|[.:;,](?: and| or)? )\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})$", re.IGNORECASE)
"""What stands before the bracket of a point, ``1]``."""
_NAMED: Final = re.compile(r"[“\"‘'][\[\]][”\"’']")
"""A bracket of which the words speak."""

_SHORT: Final = 5  # letters: an ending or a beginning of a word, and no word of its own


@dataclass(slots=True)
class TypedBracket:
    """A bracket that is open.

    Attributes:
        words: What stands in it; where it is closed in another paragraph, the rest of this one and a sign of it.
        options: How many touching brackets compete.
    """

    passage: Passage
    words: str
    options: int = 1


def typed_brackets(passages: Iterable[Passage]) -> tuple[TypedBracket, ...]:
    """The brackets that hold words which are not agreed, in the order of the text.

    Of brackets within one another in a paragraph the outermost is told, and of one around paragraphs where it opens.
    """
    found: list[TypedBracket] = []
    for passage in passages:
        if passage.role is Role.SIGNATURE:
            continue
        words = _read(passage)
        last: int | None = None  # where the bracket before this one ends
        for start, stop in _outermost(words):
            if start != last and _is_editors(words, start, stop):
                continue
            if start == last:
                found[-1].options += 1
            else:
                held = words[start + 1 : stop]
                goes_on = "" if held.endswith("]") else " …"
                found.append(TypedBracket(passage, held.removesuffix("]").strip() + goes_on))
            last = stop
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LoneBracket:
    """A bracket without a partner.

    Attributes:
        sign: The bracket that is there, ``[`` or ``]``.
        words: What stands inside, as far as the paragraph says: behind ``[``, or before ``]``.
    """

    passage: Passage
    sign: str
    words: str


def lone_brackets(passages: Iterable[Passage]) -> tuple[LoneBracket, ...]:
    """The brackets that nothing closes or opens, in the order of the text; a pair may stand around paragraphs."""
    alone: dict[int, LoneBracket] = {}
    opened: list[int] = []
    signs = (
        (passage, words, sign)
        for passage in passages
        if passage.role is not Role.SIGNATURE
        for words in (_NAMED.sub("“_”", _typed(passage.paragraph.inlines)),)
        for sign in _SIGN.finditer(words)
    )
    for at, (passage, words, sign) in enumerate(signs):
        before, behind = words[: sign.start()], words[sign.end() :]
        if sign[0] == "[":
            alone[at] = LoneBracket(passage, "[", behind.strip())
            opened.append(at)
        elif _POINT.search(before) and not (opened and alone[opened[-1]].passage is passage):
            continue
        elif opened:
            del alone[opened.pop()]
        else:
            alone[at] = LoneBracket(passage, "]", before.strip())
    return tuple(alone.values())


def _read(passage: Passage) -> str:
    """The words of a paragraph with a gap for each quotation: what stands in one is somebody else's."""
    return QUOTED.sub(lambda quoted: " " * len(quoted[0]), _typed(passage.paragraph.inlines))


def _typed(inlines: Iterable[Inline]) -> str:
    return "".join(inline.value if isinstance(inline, Text) else _ELSE for inline in inlines)


def _outermost(words: str) -> list[tuple[int, int]]:
    """Where the outermost brackets of a paragraph begin and end; one that is closed elsewhere has what is behind it."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for sign in _SIGN.finditer(words):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            pairs = [*(pair for pair in pairs if pair[0] < start), (start, sign.end())]
    return sorted([*pairs, *((start, len(words)) for start in opened)])


def _is_editors(words: str, start: int, stop: int) -> bool:
    """Whether an editor, and no delegation, set the bracket."""
    inner = words[start + 1 : stop].removesuffix("]").strip()
    before, behind = words[:start], words[stop:]
    if _LEFT_OUT.fullmatch(inner):
        return True
    if before[-1:].isalnum() or behind[:1].isalpha():  # a letter or an ending within a word: [T]he, part[ies]
        return len(inner) < _SHORT or inner.isdigit()
    if inner.isdigit() and before[-1:].isspace():
        is_year = len(inner) == len("2031") and _DATED.search(before)
        return not (_COUNTED.match(behind) or is_year)
    return (_MARK.fullmatch(inner) or _EDITORS.match(inner)) is not None
