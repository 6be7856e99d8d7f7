"""How the inlines of one run print: emphasis, blanks, references, brackets, defined terms, breaks."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, assert_never
from urllib.parse import quote

from treatykit.markup.manuscript.stances import print_stances
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    BreakKind,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    NoteReference,
    OpaqueInline,
    Reference,
    Slot,
    Stance,
    Text,
)
from treatykit.model.properties import UNFORMATTED, RunFormat, VerticalPosition
from treatykit.records import dataclass
from treatykit.writers.markdown.escaping import attribute, escaped

LINE_BREAK: Final = "\\\n"
_PARTED: Final = "<!-- -->"
_QUOTES: Final = ("”", '"')
_OPENING_QUOTES: Final = ("“", '"')
_ASCII_SIGNS: Final = frozenset(string.punctuation) - {"*"}


class _Piece(NamedTuple):
    """What one inline prints, and how it looks."""

    look: RunFormat
    printed: str


@dataclass(slots=True)
class InlinePrinter:
    """Prints the runs of one paragraph.

    Attributes:
        note: Gives the label of a note, whose definition stands elsewhere.
        brackets: Square brackets are signs of text that is not agreed.
        attribution: What behind a bracket would be taken for the names of parties.
        one_line: A line break has to stand in the line.
    """

    note: Callable[[NoteReference], str]
    brackets: bool = True
    attribution: re.Pattern[str] | None = None
    one_line: bool = False
    _last: Inline | None = None

    def run(self, inlines: Sequence[Inline], *, before: str, following: Inline | None, after: str) -> str:
        """Inlines that share their fate.

        Args:
            before: What is printed before them.
            following: The inline behind them.
            after: The sign that is printed behind them; empty at the end of the line.
        """
        printed = ""
        pieces = list(self._pieces(inlines, following))
        runs = [
            (look, "".join(piece.printed for piece in run)) for look, run in groupby(pieces, lambda each: each.look)
        ]
        for at, (look, words) in enumerate(runs):
            behind = runs[at + 1][1] if at + 1 < len(runs) else after
            printed += emphasised(words, look, before=before + printed, after=behind)
        return printed

    def text(self, words: str) -> str:
        """Words that no notation takes for its own."""
        return escaped(words, brackets=self.brackets)

    def _pieces(self, inlines: Sequence[Inline], following: Inline | None) -> Iterator[_Piece]:
        at = 0
        while at < len(inlines):
            inline = inlines[at]
            behind = inlines[at + 1] if at + 1 < len(inlines) else following
            if isinstance(inline, DefinitionOpen) and (close := self._term(inlines, at)):
                words = "".join(self._one(each, None) for each in inlines[at + 1 : close])
                yield _Piece(UNFORMATTED, f"**{words}**")
                at, self._last = close, inlines[close]
            else:
                look = inline.format if isinstance(inline, Text | Slot | Reference | Field) else UNFORMATTED
                yield _Piece(look, self._one(inline, behind))
                self._last = inline
            at += 1

    def _term(self, inlines: Sequence[Inline], at: int) -> int | None:
        """Where a defined term ends that two stars can say: plain words before a closing quotation mark."""
        for close in range(at + 1, len(inlines) - 1):
            match inlines[close], inlines[close + 1]:
                case DefinitionClose(), Text(after, look) if close > at + 1:
                    words = "".join(self._one(each, None) for each in inlines[at + 1 : close])
                    plain = look == UNFORMATTED and after.startswith(_QUOTES) and not isinstance(self._last, Break)
                    return close if plain and _is_word(words[0]) and _is_word(words[-1]) else None
                case Text(_, look), _ if look == UNFORMATTED:
                    continue
                case _:
                    return None
        return None

    def _one(self, inline: Inline, following: Inline | None) -> str:
        match inline:
            case Text(value):
                return self._text(value)
            case Slot(name):
                return f"{{{{ {quote(name, safe='._-')} }}}}"
            case Reference(target, text):
                return f"[{escaped(text)}](#{quote(target, safe='#._-') if target else ''})"
            case NoteReference():
                return f"[^{self.note(inline)}]"
            case Break(BreakKind.LINE):
                edge = self._last is None or following is None
                return ("<br/>" if self.one_line else "<br>") if self.one_line or edge else LINE_BREAK
            case Break(kind):
                return f'<br class="{kind}">'
            case Field(instruction, text):
                return f'<data value="{attribute(instruction)}">{escaped(text)}</data>'
            case BracketOpen(stances):
                return f"{_PARTED if isinstance(self._last, BracketClose) else ''}[{_stances(stances, following)}"
            case BracketNext(stances):
                return f"][{_stances(stances, following)}"
            case BracketClose():
                return "]"
            case DefinitionOpen():
                return "<dfn>"
            case DefinitionClose():
                return "</dfn>"
            case Image() | OpaqueInline():
                raise AssertionError("what Markdown cannot carry was put into words before")
            case _:
                assert_never(inline)

    def _text(self, value: str) -> str:
        words = self.text(value)
        match self._last:
            case BracketOpen(()) | BracketNext(()) if self.attribution and self.attribution.match(words):
                return words.replace(":", "\\:", 1)
            case BracketClose() if words.startswith(("(", ":")):
                return "\\" + words
            case _:
                return words


def emphasised(words: str, look: RunFormat, *, before: str, after: str) -> str:
    """Words with their emphasis, in asterisks where CommonMark takes them for it, else in elements.

    Args:
        words: What is printed, escaped.
        look: Its format.
        before: What is printed before it, whose last character decides (CommonMark 0.31, 6.2).
        after: What is printed behind it, likewise.
    """
    if look == UNFORMATTED:
        return words
    said = words
    for tag, wanted in (
        ("u", look.underline),
        ("s", look.strike),
        ("sup", look.position is VerticalPosition.SUPERSCRIPT),
        ("sub", look.position is VerticalPosition.SUBSCRIPT),
    ):
        if wanted:
            said = f"<{tag}>{said}</{tag}>"
    stars = "*" * (2 * bool(look.bold) + bool(look.italic))
    is_a_term = look.bold and (after.startswith(_QUOTES) or said.startswith(_OPENING_QUOTES))
    if stars and not is_a_term and _can_hold_stars(said, before[-1:], after[:1]):
        return f"{stars}{said}{stars}"
    said = f"<em>{said}</em>" if look.italic else said
    return f"<strong>{said}</strong>" if look.bold else said


def _stances(stances: tuple[Stance, ...], following: Inline | None) -> str:
    if not stances:
        return ""
    bare = following is None or isinstance(following, BracketNext | BracketClose)
    return f"{print_stances(stances)}:" + ("" if bare else " ")


def _can_hold_stars(core: str, before: str, after: str) -> bool:
    """Whether stars around the words are sure to open and close."""
    if "*" in (before, after):
        return False
    opens = _is_word(core[0]) or (_is_sign(core[0]) and (not before or before.isspace() or _is_sign(before)))
    closes = _is_word(core[-1]) or (_is_sign(core[-1]) and (not after or after.isspace() or _is_sign(after)))
    return opens and closes


def _is_sign(character: str) -> bool:
    """Punctuation to every version of CommonMark."""
    return character in _ASCII_SIGNS or unicodedata.category(character)[0] == "P"


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
