"""What was done to a node and by whom: the revisions that make a document a redline."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

from treatykit.model.properties import CellProperties, Look, Properties, RowProperties, RunFormat, TableProperties
from treatykit.model.sources import Sources
from treatykit.records import dataclass

AnyLook = TypeVar("AnyLook", RunFormat, Properties, TableProperties, RowProperties, CellProperties)
"""One of the looks, the same in all of a signature."""


class RevisionKind(StrEnum):
    """What a revision did (``w:ins``, ``w:moveTo``, ``w:del``, ``w:moveFrom``, ``w:rPrChange`` and its like)."""

    INSERTED = "inserted"
    MOVED_HERE = "moved-here"
    DELETED = "deleted"
    MOVED_AWAY = "moved-away"
    REFORMATTED = "reformatted"

    @property
    def is_arrival(self) -> bool:
        """The node is in the new text only."""
        return self in _ARRIVALS

    @property
    def is_departure(self) -> bool:
        """The node is in the old text only."""
        return self in _DEPARTURES

    @property
    def is_move(self) -> bool:
        """The node is one end of a move."""
        return self in _MOVES


_ARRIVALS: Final = (RevisionKind.INSERTED, RevisionKind.MOVED_HERE)
_DEPARTURES: Final = (RevisionKind.DELETED, RevisionKind.MOVED_AWAY)
_MOVES: Final = (RevisionKind.MOVED_HERE, RevisionKind.MOVED_AWAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One tracked change to one inline, mark, table, row, cell or opaque block.

    Attributes:
        author: Who made it, as printed.
        date: When, as given by the caller or the file; nobody reads the clock.
        change: A number shared by what is decided together, such as both ends of a move.
        before: What a reformatting replaced, all of it; None for every other kind.
        source: Where the node stood that looked so; like every source no part of equality.
    """

    kind: RevisionKind
    author: str
    date: datetime | None = None
    change: int = 0
    before: Look | None = None
    source: Sources = field(default=(), compare=False, repr=False)


Revisions = tuple[Revision, ...]
"""At most one arrival, then at most one departure, then reformattings, the oldest first."""


def arrival(revisions: Revisions) -> Revision | None:
    """The revision that brought the node in, if one did."""
    for revision in revisions:  # most have none, and no generator is made for them
        if revision.kind in _ARRIVALS:
            return revision
    return None


def departure(revisions: Revisions) -> Revision | None:
    """The revision that takes the node out, if one does."""
    for revision in revisions:
        if revision.kind in _DEPARTURES:
            return revision
    return None


def reformattings(revisions: Revisions) -> Revisions:
    """The revisions that changed only how the node looks, the oldest first."""
    if not revisions:
        return ()
    return tuple([revision for revision in revisions if revision.kind is RevisionKind.REFORMATTED])


def original(revisions: Revisions, now: AnyLook) -> AnyLook:
    """What a node that looks like this now looked like before all its reformattings."""
    looks = (revision.before for revision in reformattings(revisions))
    return next((look for look in looks if isinstance(look, type(now))), now)
