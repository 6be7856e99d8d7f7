"""How inlines print in Markdown: emphasis, notes, brackets, and revisions as CriticMarkup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, assert_never

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    NoteKind,
    NoteReference,
    OpaqueInline,
    Reference,
    Slot,
    Text,
)
from treatykit.model.plain import inline_text
from treatykit.model.properties import UNFORMATTED, RunFormat, VerticalPosition
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.writers.markdown.escaping import escaped
from treatykit.writers.moves import Move
from treatykit.writers.sides import tracked

LINE_BREAK: Final = "\\\n"
_TAGGED_BREAK: Final = "<br>"


@dataclass(slots=True)
class MarkdownInlines:
    """Prints the paragraphs of one text one after another.

    Attributes:
        moves: By the number of their change.
        notes: The notes met so far, each with its label, to print at the end.
        defining: Whether a defining occurrence is open.
    """

    moves: dict[int, Move]
    notes: list[tuple[str, NoteReference]] = field(default_factory=list)
    defining: bool = False
    _said: set[tuple[int, RevisionKind]] = field(default_factory=set)
    _counts: dict[NoteKind, int] = field(default_factory=lambda: dict.fromkeys(NoteKind, 0))

    def print(self, inlines: Iterable[Inline], *, around: Revisions = (), one_line: bool = False) -> str:
        """A run of inlines.

        Args:
            inlines: What to print.
            around: What was done to the row or cell around it.
            one_line: Whether a line break has to stand in the line.
        """
        printed = ""
        for revisions, run in groupby(inlines, key=lambda inline: tracked(inline.revisions) or tracked(around)):
            words = self._formatted_runs(run, before=printed, one_line=one_line)
            printed += self.revised(words, revisions)
        return printed

    def revised(self, words: str, revisions: Revisions) -> str:
        """Words as CriticMarkup; where they moved, the first of them say where to or from."""
        last = departure(revisions) or arrival(revisions)
        if last is None or not words:
            return words
        signs = ("--", "--") if last.kind.is_departure else ("++", "++")
        return f"{{{signs[0]}{words}{signs[1]}}}{self._moved(last)}"

    def _moved(self, revision: Revision) -> str:
        move = self.moves.get(revision.change)
        if not revision.kind.is_move or move is None or (revision.change, revision.kind) in self._said:
            return ""
        self._said.add((revision.change, revision.kind))
        place = f"from {move.old_place}" if revision.kind is RevisionKind.MOVED_HERE else f"to {move.new_place}"
        return f"{{>>moved {escaped(place)}<<}}"

    def _formatted_runs(self, inlines: Iterable[Inline], *, before: str, one_line: bool) -> str:
        printed = ""
        pieces = ((self._look(inline), self._one(inline, one_line=one_line)) for inline in inlines)
        for look, run in groupby(pieces, key=lambda piece: piece[0]):
            printed += emphasised("".join(words for _, words in run), look, after=before + printed)
        return printed

    def _look(self, inline: Inline) -> RunFormat:
        """How an inline looks, as far as Markdown can say it; the words of a definition are bold."""
        self.defining = isinstance(inline, DefinitionOpen) or (
            self.defining and not isinstance(inline, DefinitionClose)
        )
        if not isinstance(inline, Text | Slot | Reference | Field):
            return UNFORMATTED
        look = inline.format
        return RunFormat(
            bold=bool(look.bold or self.defining) or None,
            italic=look.italic or None,
            underline="single" if look.underline not in (None, "none") else None,
            strike=look.strike or None,
            position=look.position if look.position is not VerticalPosition.BASELINE else None,
        )

    def _one(self, inline: Inline, *, one_line: bool) -> str:
        match inline:
            case NoteReference():
                return f"[^{self._label(inline)}]"
            case Break():
                return _TAGGED_BREAK if one_line else LINE_BREAK
            case (
                Text()
                | Slot()
                | Reference()
                | Field()
                | Image()
                | OpaqueInline()
                | BracketOpen()
                | BracketNext()
                | BracketClose()
                | DefinitionOpen()
                | DefinitionClose()
            ):
                return escaped(inline_text(inline))
            case _:
                assert_never(inline)

    def _label(self, note: NoteReference) -> str:
        self._counts[note.kind] += 1
        label = f"{'e' if note.kind is NoteKind.ENDNOTE else ''}{self._counts[note.kind]}"
        self.notes.append((label, note))
        return label


def emphasised(words: str, look: RunFormat, *, after: str) -> str:
    """Words with their emphasis, in asterisks where CommonMark takes them for it, else in elements.

    Args:
        words: What is printed, escaped.
        look: Its format.
        after: What is printed before it, whose last character decides (CommonMark 0.31, 6.2).
    """
    core = words.strip(" \t\n")
    if not core or look == UNFORMATTED:
        return words
    start = words.index(core)
    lead, tail = words[:start], words[start + len(core) :]
    for tag, wanted in (
        ("u", look.underline),
        ("s", look.strike),
        ("sup", look.position is VerticalPosition.SUPERSCRIPT),
        ("sub", look.position is VerticalPosition.SUBSCRIPT),
    ):
        if wanted:
            core = f"<{tag}>{core}</{tag}>"
    stars = "*" * (2 * bool(look.bold) + bool(look.italic))
    if not stars:
        return lead + core + tail
    if _can_hold_stars(core, (after + lead)[-1:]):
        return f"{lead}{stars}{core}{stars}{tail}"
    core = f"<em>{core}</em>" if look.italic else core
    return f"{lead}{f'<strong>{core}</strong>' if look.bold else core}{tail}"


def _can_hold_stars(core: str, before: str) -> bool:
    """Whether stars around the words are sure to open and close, whatever follows them."""
    return before != "*" and (_is_word(core[0]) or not before or before.isspace()) and _is_word(core[-1])


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
