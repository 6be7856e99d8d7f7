"""What changed between two texts, in words that every report and redline shares.

`treatykit.compare` fills these types from the revisions of a document; writers are given them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby, pairwise

from treatykit.records import dataclass


class ChangeKind(StrEnum):
    """What happened to a provision."""

    UNCHANGED = "unchanged"
    RENUMBERED = "renumbered"
    AMENDED = "amended"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    REFORMATTED = "reformatted"


class Touch(StrEnum):
    """What a change touches: the question a legal adviser asks of it first."""

    OBLIGATION = "obligation"  # shall, should, may, will
    NEGATION = "negation"
    AMOUNT = "amount"  # numbers, time limits, sums
    PARTY = "party"
    REFERENCE = "reference"
    DEFINED_TERM = "defined term"
    QUALIFIER = "qualifier"  # as appropriate, endeavour, where possible
    BRACKET = "bracket"  # what is agreed and who proposes what
    SUBSTANCE = "substance"  # other words, where nothing else is touched
    EDITORIAL = "editorial"  # punctuation, case, spelling, white space
    NUMBERING = "numbering"  # a label alone


class Fate(StrEnum):
    """What was done to a piece of text, as far as it prints."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"
    ABOUT = "about"  # said of the text, no part of it


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that share their fate."""

    text: str
    fate: Fate = Fate.KEPT


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces without empty ones, neighbours that share their fate put together."""
    said = [piece for piece in pieces if piece.text]
    if all(piece.fate is not after.fate for piece, after in pairwise(said)):
        return tuple(said)
    runs = groupby(said, key=lambda piece: piece.fate)
    return tuple(Piece("".join(piece.text for piece in run), fate) for fate, run in runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a reader decides on: an edit, an inserted paragraph, a move.

    Attributes:
        number: As in `Revision.change`; 0 where nothing is tracked (a renumbering).
        kind: What happened.
        old_place: Where it stood, ``Article 5, paragraph 2 (b)``; empty for an insertion.
        new_place: Where it stands; empty for a deletion.
        old_text: The words that went, of an amendment with the words around them.
        new_text: The words that came, likewise.
        marked: Of an amendment, and of a move with edits, the words with what was done to them, those
            around them as they read now; empty where all that went is `old_text` and all that came `new_text`.
        title: The heading of an article or the like that came, went or moved as a whole.
        paragraphs: How many paragraphs, or rows of a table, came, went or moved as a whole: each with a number of its
            own counts, points too, and that heading does not, even where its number stands on a line by itself.
        words: How many words they hold, the heading included and numbers aside.
        continues: It came, or went, right after the change before it: nothing that stays stands between them.
        touches: What it touches, the weightiest first.
        author: Who made it.
        edited: For a move: the moved words were edited too.
        layout: For a table: what looks otherwise, ``column widths``.
        old_label: The number it had, where that changed.
        new_label: The number it has, where that changed.
    """

    number: int
    kind: ChangeKind
    old_place: str = ""
    new_place: str = ""
    old_text: str = ""
    new_text: str = ""
    marked: tuple[Piece, ...] = ()
    title: str = ""
    paragraphs: int = 0
    words: int = 0
    continues: bool = False
    touches: tuple[Touch, ...] = ()
    author: str = ""
    edited: bool = False
    layout: tuple[str, ...] = ()
    old_label: str = ""
    new_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """The same words replaced by the same words in several places.

    Attributes:
        places: Where, as in `Change.new_place`.
    """

    old: str
    new: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A redline in figures.

    Attributes:
        counts: How many changes of each kind, in the order of `ChangeKind`, none for `UNCHANGED`.
        touches: How many changes touch what, in the order of `Touch`.
        old_words: Words of the old text.
        new_words: Words of the new text.
        inserted_words: Words that only the new text has; those of a move do not count.
        deleted_words: Words that only the old text has, likewise.
        substitutions: Identical replacements made more than once, the most frequent first.
        ignored: Kinds of difference that were passed over, ``formatting``.
        hands: Of changes by several hands, how many each made, in the order in which they come first; without a name
            those that nobody had marked and that only a comparison found.
    """

    counts: tuple[tuple[ChangeKind, int], ...] = ()
    touches: tuple[tuple[Touch, int], ...] = ()
    old_words: int = 0
    new_words: int = 0
    inserted_words: int = 0
    deleted_words: int = 0
    substitutions: tuple[Substitution, ...] = ()
    ignored: tuple[str, ...] = ()
    hands: tuple[tuple[str, int], ...] = ()

    def count(self, kind: ChangeKind) -> int:
        """How many changes are of this kind."""
        return dict(self.counts).get(kind, 0)

    @property
    def total(self) -> int:
        """How many changes there are; a renumbering alone is none."""
        return sum(count for kind, count in self.counts if kind is not ChangeKind.RENUMBERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """What a writer prints around a redline: a summary at its head, a table of changes at its end.

    Attributes:
        old_name: How the reader knows the old text, ``Framework, 3 May``.
        new_name: How the reader knows the new text.
        changes: In the order of the redline.
    """

    old_name: str
    new_name: str
    changes: tuple[Change, ...]
    summary: Summary
