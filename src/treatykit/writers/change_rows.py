"""The rows of a table of changes: what is decided on, grouped by place, with whole stretches gathered in one row.

A reader surveys a table and reads the words in the text. So an article that came is one row,
and so are three paragraphs or more that came one after another in one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from treatykit.model.changes import Change, ChangeKind, ChangeReport, Fate, Piece, Touch
from treatykit.records import dataclass
from treatykit.writers import report as wording

_FEWEST = 3
"""Changes that are gathered; two can be read as they stand."""
_LONGEST = 30  # words that a row shows in full
_SHOWN = 20  # words that it shows of more
_TELLING = 3  # words that say what a stretch is about; a bracket or a number does not
_WEIGHTIEST = 3  # things that a row says it touches
_AROUND = 4  # words that it shows on either side of a long passage that stayed
_FATES: Final = {
    ChangeKind.INSERTED: Fate.INSERTED,
    ChangeKind.DELETED: Fate.DELETED,
    ChangeKind.MOVED: Fate.MOVED_HERE,
}
_TAIL: Final = re.compile(
    r"(?P<provision>.*), (?P<noun>(?:unnumbered )?paragraph|subparagraph|recital|row) "
    r"(?P<number>[^,]+(?:, point [^,]+)*)"
)
_OUTER: Final = re.compile(r"(?P<number>[^ ,]+),? ?(?P<inner>.*)")  # ``2 (a)``, ``2, point 1``


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What one row of the table speaks of: a change, or several that came, or went, one after another."""

    changes: tuple[Change, ...]

    @property
    def numbers(self) -> str:
        """The numbers of its changes, ``4`` or ``11–25``; empty where a file gave none."""
        first, last = self.changes[0].number, self.changes[-1].number
        return "" if not first else str(first) if first == last else f"{first}–{last}"

    @property
    def place(self) -> str:
        """Where it stands in the text that has it; what went, at an ``old`` place."""
        stretch = _stretch([_place(change) for change in self.changes])
        return wording.old(stretch) if self.kind is ChangeKind.DELETED else stretch

    @property
    def was(self) -> str:
        """Where it stood before, if that was elsewhere or under another number."""
        change = self.changes[0]
        if change.kind in (ChangeKind.INSERTED, ChangeKind.DELETED):
            return ""
        if change.old_place == change.new_place:
            return change.old_label
        old, new = _TAIL.fullmatch(change.old_place), _TAIL.fullmatch(change.new_place)
        near = old and new and old["provision"] == new["provision"]
        return f"{old['noun']} {old['number']}" if old and near else change.old_place

    @property
    def author(self) -> str:
        """Who made it."""
        return self.changes[0].author

    @property
    def kind(self) -> ChangeKind:
        """What happened; the same to all of it."""
        return self.changes[0].kind

    @property
    def touches(self) -> str:
        """What it touches, the weightiest first."""
        touched = {touch for change in self.changes for touch in change.touches}
        return ", ".join(touch for touch in Touch if touch in touched)

    @property
    def weightiest(self) -> str:
        """What it touches, as far as a table has room for it: of a whole article the rest goes without saying."""
        touched = self.touches.split(", ")
        return ", ".join(touched[:_WEIGHTIEST]) + (" …" if len(touched) > _WEIGHTIEST else "")

    @property
    def happened(self) -> str:
        """What happened, in a word or two."""
        return wording.kind(self.changes[0])

    @property
    def length(self) -> str:
        """How much came, went or moved, ``6 paragraphs, 412 words``, as far as its words do not show it."""
        paragraphs = sum(change.paragraphs for change in self.changes)
        words = sum(change.words for change in self.changes)
        several = paragraphs > 1 or (paragraphs > 0 and any(change.title for change in self.changes))
        noun = "row" if self.place.endswith(", table") else "paragraph"
        said = [_counted(paragraphs, noun)] if several else []
        return ", ".join([*said, *([_counted(words, "word")] if several or words > _LONGEST else [])])

    @property
    def said(self) -> tuple[Piece, ...]:
        """The words with their marks: of a whole article its title and its edits, of much else the beginning."""
        change = next((change for change in self.changes if change.words >= _TELLING), self.changes[0])
        title = (Piece(change.title, _FATES.get(self.kind, Fate.KEPT)),) if change.title else ()
        if not change.marked:
            return title or tuple(map(_begun, _whole(change)))
        edits = tuple(_shortened(change.marked))
        told = not title or change.title in "".join(piece.text for piece in edits)
        return edits if told else (*title, Piece(": "), *edits)


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """The rows of one place, one after another.

    Attributes:
        first: Which row of the table its first one is, from 1.
    """

    place: str
    was: str
    rows: tuple[ChangeRow, ...]
    first: int


def change_rows(report: ChangeReport) -> tuple[ChangeRow, ...]:
    """The rows of a report, in the order of the redline."""
    runs: list[list[Change]] = []
    for change in wording.decided(report):
        if runs and change.continues and _may_be_gathered(runs[-1][-1], change):
            runs[-1].append(change)
        else:
            runs.append([change])
    return tuple(
        ChangeRow(tuple(changes))
        for run in runs
        for changes in ([run] if len(run) >= _FEWEST else [[change] for change in run])
    )


def rows_by_place(report: ChangeReport) -> tuple[PlaceRows, ...]:
    """The rows of a report, those that speak of one place together."""
    found: list[PlaceRows] = []
    first = 1
    for (place, was), rows in groupby(change_rows(report), key=lambda row: (row.place, row.was)):
        found.append(PlaceRows(place, was, tuple(rows), first))
        first += len(found[-1].rows)
    return tuple(found)


def rows_by_number(report: ChangeReport) -> dict[int, int]:
    """For each change which row of the table speaks of it, from 1."""
    rows = enumerate(change_rows(report), start=1)
    return {change.number: at for at, row in rows for change in row.changes if change.number}


def _may_be_gathered(before: Change, change: Change) -> bool:
    """Whether two neighbours can be told in one row: numbered, without a heading, and of one provision."""
    provisions = {_provision(_place(one)) for one in (before, change)}
    return len(provisions) == 1 and all(one.number and one.paragraphs and not one.title for one in (before, change))


def _provision(place: str) -> str:
    tail = _TAIL.fullmatch(place)
    return tail["provision"] if tail else place


def _place(change: Change) -> str:
    return (change.old_place if change.kind is ChangeKind.DELETED else change.new_place) or change.old_place


def _stretch(places: list[str]) -> str:
    """The places from the first to the last: ``Article 1, paragraphs 2 to 6``."""
    tails = [tail for tail in map(_TAIL.fullmatch, places) if tail]
    if not tails or tails[0][0] == tails[-1][0]:
        return tails[0][0] if tails else places[0]
    first, last = tails[0], tails[-1]
    number, begun = last["number"], first["number"]
    if first["noun"] != last["noun"]:
        return f"{first[0]} to {last['noun']} {number}"
    (outer, inner), (begun_outer, _) = map(_parted, (number, begun))
    if begun_outer != outer:
        if "," in begun + number:  # a list of numbers would read as if each was a paragraph
            return f"{first[0]} to {first['noun']} {number}"
        return f"{first['provision']}, {first['noun']}s {begun} to {number}"
    if begun != outer:
        return f"{first[0]} to {inner}"
    return f"{first[0]} with {_parted(tails[1]['number'])[1]} to {inner}"


def _parted(number: str) -> tuple[str, str]:
    """The number of a paragraph, and what narrows it: ``2`` and ``(a)``."""
    outer = _OUTER.fullmatch(number)
    return (outer["number"], outer["inner"]) if outer else (number, "")


def _whole(change: Change) -> tuple[Piece, ...]:
    went, came = (" ".join(text.split()) for text in (change.old_text, change.new_text))
    if change.kind is ChangeKind.AMENDED:
        return (Piece(went, Fate.DELETED), Piece(" "), Piece(came, Fate.INSERTED))
    return (Piece(went if change.kind is ChangeKind.DELETED else came, _FATES.get(change.kind, Fate.KEPT)),)


def _shortened(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Pieces of which long ones are cut: what came or went to its beginning, what stayed to both its ends."""
    for at, piece in enumerate(pieces):
        count = len(piece.text.split())
        if piece.fate in (Fate.KEPT, Fate.MOVED_HERE):
            yield _without_middle(piece, first=at == 0, last=at == len(pieces) - 1)
        elif count > _LONGEST:
            yield _begun(piece)
            yield Piece(f" ({count:,} words)", Fate.ABOUT)
        else:
            yield piece


def _begun(piece: Piece) -> Piece:
    words = piece.text.split()
    if len(words) <= _LONGEST:
        return piece
    return Piece(f"{_space(piece.text[:1])}{' '.join(words[:_SHOWN])} …", piece.fate)


def _without_middle(piece: Piece, *, first: bool, last: bool) -> Piece:
    """A passage that stayed, as far as a reader needs it to understand what stands next to it."""
    words = piece.text.split()
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(words) <= 2 * (before + after) or not before + after:
        return piece
    kept = f"{' '.join(words[:before])} … {' '.join(words[len(words) - after :])}".strip()
    return Piece(f"{_space(piece.text[:1])}{kept}{_space(piece.text[-1:])}", piece.fate)


def _space(text: str) -> str:
    return " " if text.isspace() else ""


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else f'{noun}s'}"
