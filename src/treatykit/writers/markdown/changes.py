"""How tracked changes print: CriticMarkup, with a remark where its order does not say it all."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Final

from treatykit.markup.manuscript.looks import look_words, property_words
from treatykit.markup.manuscript.tracking import Hand, Order, Remark, print_remark
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.revisions import Revision, RevisionKind, Revisions
from treatykit.records import dataclass
from treatykit.writers.moves import Move
from treatykit.writers.sides import tracked

_SIGNS: Final = {
    RevisionKind.INSERTED: "++",
    RevisionKind.MOVED_HERE: "++",
    RevisionKind.DELETED: "--",
    RevisionKind.MOVED_AWAY: "--",
    RevisionKind.REFORMATTED: "==",
}


@dataclass(slots=True)
class ChangePrinter:
    """Prints the changes of one file in reading order.

    Attributes:
        moves: By the number of their change.
    """

    hand: Hand
    moves: dict[int, Move]
    order: Order = field(default_factory=Order)
    _said: set[tuple[int, RevisionKind]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.order = Order(self.hand.numbered)

    def opened(self, revisions: Revisions, now: Properties | None = None) -> tuple[str, str]:
        """What stands before and behind a node or a run of nodes, whose first node comes next.

        Args:
            revisions: What was done to all of them.
            now: For the end of a paragraph, what the paragraph is.
        """
        expected = self.order.expected()
        before = behind = ""
        looks = tuple(revision for revision in revisions if revision.kind is RevisionKind.REFORMATTED)
        for revision in (*looks, *tracked(revisions)):
            sign = _SIGNS[revision.kind]
            before = f"{{{sign}{before}"
            behind += f"{sign}}}{print_remark(self._remark(revision, expected, now))}"
        return before, behind

    def node(self, revisions: Revisions, name: str) -> str:
        """What was done to a row or a cell, said before its words."""
        expected = self.order.expected()
        printed = "".join(
            print_remark(replace(self._remark(revision, expected, None), node=name, kind=revision.kind, moved=False))
            for revision in tracked(revisions)
        )
        self.order.saw(revisions)
        return printed

    def relabelled(self, revision: Revision) -> str:
        """What is said behind a number that changed alone."""
        return print_remark(replace(self._remark(revision, 0, None), was=None))

    def _remark(self, revision: Revision, expected: int, now: Properties | None) -> Remark:
        was = None
        if isinstance(revision.before, RunFormat):
            was = tuple(look_words(revision.before))
        elif isinstance(revision.before, Properties) and now is not None:
            was = tuple(property_words(revision.before, now))
        return self.hand.remark(revision, expected, place=self._place(revision), was=was)

    def _place(self, revision: Revision) -> str:
        """Where the other end of a move is, said once at each end."""
        if not revision.kind.is_move:
            return ""
        here = revision.kind is RevisionKind.MOVED_HERE
        move = self.moves.get(revision.change)
        if move is None or not move.is_whole or (revision.change, revision.kind) in self._said:
            return "here" if here else "away"
        self._said.add((revision.change, revision.kind))
        return f"from {move.old_place}" if here else f"to {move.new_place}"
