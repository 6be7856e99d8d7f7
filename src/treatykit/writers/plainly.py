"""A paragraph as plain characters, with its revisions as pieces: what text files and terminals print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from treatykit.model.changes import Fate, Piece, joined
from treatykit.model.content import Break, Field, Inline, NoteKind, NoteReference, Paragraph, Reference, Slot, Text
from treatykit.model.numerals import roman
from treatykit.model.plain import inline_text
from treatykit.model.properties import Look
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings
from treatykit.records import dataclass
from treatykit.writers.moves import Move
from treatykit.writers.new_looks import described, new_looks
from treatykit.writers.sides import numbers, shows_fate, tracked


@dataclass(slots=True)
class Plainly:
    """Prints the paragraphs of one text one after another.

    Attributes:
        moves: By the number of their change.
        notes: The notes met so far, each with its sign.
    """

    moves: dict[int, Move]
    notes: list[tuple[str, NoteReference]] = field(default_factory=list)
    _counts: dict[NoteKind, int] = field(default_factory=lambda: dict.fromkeys(NoteKind, 0))
    _said: set[tuple[int, RevisionKind]] = field(default_factory=set)

    def print(self, paragraph: Paragraph, around: Revisions = ()) -> tuple[Piece, ...]:
        """A paragraph with its number; `around` is what was done to the row or cell it stands in."""
        label, words = self.label(paragraph), self.words(paragraph, around)
        together = bool(label and words) and label[-1].fate is words[0].fate
        numbered = bool(label) and not label[-1].text.endswith(" ")  # else it only says where a move leads
        space = (Piece(" ", label[-1].fate if together else Fate.KEPT),) if numbered else ()
        return joined((*label, *space, *words))

    def label(self, paragraph: Paragraph) -> tuple[Piece, ...]:
        """The number of a paragraph; where it changed, the old and the new one."""
        old, new = numbers(paragraph.mark)
        fate = tracked(paragraph.mark.revisions)
        said = Piece(f"{old} → {new}".strip(), Fate.ABOUT) if old != new else Piece(new, fate_of(fate))
        return joined((*self._about_move(fate), said))

    def words(self, paragraph: Paragraph, around: Revisions = ()) -> tuple[Piece, ...]:
        """A paragraph without its number."""
        pieces = list(self._inlines(paragraph.inlines, around))
        fate = tracked(paragraph.mark.revisions)
        if fate and not shows_fate(paragraph):
            pieces.append(Piece("¶", fate_of(fate)))
        return joined((*pieces, *(_about_look(look, paragraph.mark.properties) for look in new_looks(paragraph.mark))))

    def _inlines(self, inlines: Iterable[Inline], around: Revisions) -> Iterator[Piece]:
        told: Piece | None = None  # what is said after the words that look new
        for inline in inlines:
            revisions = tracked(inline.revisions) or tracked(around)
            about = _new_look(inline)
            if told and about != told:
                yield told
            told = about
            yield from self._about_move(revisions)
            yield Piece(self._one(inline), fate_of(revisions))
        if told:
            yield told

    def _about_move(self, revisions: Revisions) -> Iterator[Piece]:
        for end in (arrival(revisions), departure(revisions)):
            if end is None or not end.kind.is_move or (end.change, end.kind) in self._said:
                continue
            self._said.add((end.change, end.kind))
            move = self.moves.get(end.change, Move())
            here = end.kind is RevisionKind.MOVED_HERE
            place = f"from {move.old_place}" if here else f"to {move.new_place}"
            yield Piece(f"<moved {place if move.is_whole else 'here' if here else 'away'}> ", Fate.ABOUT)

    def _one(self, inline: Inline) -> str:
        match inline:
            case NoteReference():
                self._counts[inline.kind] += 1
                count = self._counts[inline.kind]
                sign = inline.symbol or (roman(count).lower() if inline.kind is NoteKind.ENDNOTE else str(count))
                self.notes.append((sign, inline))
                return f"[{sign}]"
            case Break():
                return "\n"
            case _:
                return inline_text(inline)


def _new_look(inline: Inline) -> Piece | None:
    """What is said of a run that only looks otherwise."""
    look = next(iter(reformattings(inline.revisions)), None)
    return _about_look(look, inline.format) if look and isinstance(inline, Text | Slot | Reference | Field) else None


def _about_look(look: Revision, now: Look) -> Piece:
    what = described(look.before, now) if look.before else ""
    return Piece(f" <format changed{f', {what}' if what else ''}>", Fate.ABOUT)


def fate_of(revisions: Revisions) -> Fate:
    """The fate of what has these revisions: what leaves the text leaves it, however it came."""
    last = departure(revisions) or arrival(revisions)
    return Fate(last.kind.value) if last is not None else Fate.KEPT
