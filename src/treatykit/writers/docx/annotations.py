"""Write revisions down: who did what when, under ids that are unique in the file (docs/analysis/tracked-changes.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.ooxml.elements import w
from treatykit.ooxml.facts import ChangeFact
from treatykit.ooxml.settings_part import timestamp
from treatykit.records import dataclass

_End = Callable[[Revisions], Revision | None]
_TAGS: Final = {
    RevisionKind.INSERTED: "ins",
    RevisionKind.DELETED: "del",
    RevisionKind.MOVED_HERE: "moveTo",
    RevisionKind.MOVED_AWAY: "moveFrom",
}
_WITHOUT_MOVES: Final = {RevisionKind.MOVED_HERE: "ins", RevisionKind.MOVED_AWAY: "del"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Something at the level of runs, with what was done to it; neutral pieces (bookmarks, ranges) have no revisions.

    Attributes:
        neutral: It parts neighbours of the same revision from each other, so that it stays where it is.
    """

    element: etree._Element
    revisions: Revisions = ()
    neutral: bool = False


@dataclass(slots=True)
class Annotations:
    """The ids given in one file, and the changes that the revisions under them make up.

    Attributes:
        moves: The changes that Word can show as moves; other moves are shown as deletion and insertion.
    """

    moves: frozenset[int] = frozenset()
    _last_id: int = 0
    _changes: dict[tuple[int, bool], list[int]] = field(default_factory=dict)

    def next_id(self) -> int:
        """An id that no other annotation has."""
        self._last_id += 1
        return self._last_id

    def element(self, tag: str, revision: Revision, *children: etree._Element) -> etree._Element:
        """An element that says who did it and when."""
        number = self.next_id()
        hides_move = revision.kind.is_move and tag in _WITHOUT_MOVES.values()
        self._changes.setdefault((revision.change, hides_move), []).append(number)
        return w(
            tag,
            *children,
            id=number,
            author=revision.author,
            date=timestamp(revision.date) if revision.date else None,
        )

    @contextmanager
    def without_moves(self, when: bool = True) -> Iterator[None]:
        """Show what is written meanwhile as deletion and insertion, though it is part of a move."""
        moves = self.moves
        self.moves = frozenset() if when else moves
        try:
            yield
        finally:
            self.moves = moves

    def tag(self, revision: Revision) -> str:
        """What an arrival or departure is called."""
        if revision.kind.is_move and revision.change not in self.moves:
            return _WITHOUT_MOVES[revision.kind]
        return _TAGS[revision.kind]

    def mark(self, revisions: Revisions) -> Iterator[etree._Element]:
        """What the properties of a mark or row say of its arrival and departure."""
        for revision in (arrival(revisions), departure(revisions)):
            if revision is not None:
                yield self.element(self.tag(revision), revision)

    def wrapped(self, pieces: Iterable[Piece]) -> list[etree._Element]:
        """The pieces within what was done to them: the arrival outside, the departure inside."""
        return self._wrapped(list(pieces), (arrival, departure))

    def _wrapped(self, pieces: list[Piece], ends: tuple[_End, ...]) -> list[etree._Element]:
        if not ends:
            return [piece.element for piece in pieces]
        end, rest = ends[0], ends[1:]
        done: list[etree._Element] = []
        for revision, group in _alike(pieces, end):
            inner = self._wrapped(group, rest)
            done += inner if revision is None else [self.element(self.tag(revision), revision, *inner)]
        return done

    def facts(self) -> tuple[ChangeFact, ...]:
        """Which annotations make up which change."""
        return tuple(
            ChangeFact(number, tuple(ids), hides_move)
            for (number, hides_move), ids in sorted(self._changes.items())
            if number or hides_move
        )


def _alike(pieces: list[Piece], end: _End) -> Iterator[tuple[Revision | None, list[Piece]]]:
    """Neighbours of the same arrival or departure together; a neutral piece stands alone.

    What came is also parted by who takes it out: the validator wants no two departures in one arrival.
    """
    group: list[Piece] = []
    for piece in pieces:
        joins = group and not piece.neutral and not group[-1].neutral
        if joins and end(piece.revisions) is not None:
            gone = {departure(one.revisions) for one in (*group, piece)} - {None}
            joins = len(gone) < 2
        if group and not (joins and end(group[-1].revisions) == end(piece.revisions)):
            yield end(group[0].revisions), group
            group = []
        group.append(piece)
    if group:
        yield end(group[0].revisions), group
