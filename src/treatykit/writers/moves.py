"""Where moved passages came from and went to, so that each end can name the other."""

from __future__ import annotations

from dataclasses import replace

from treatykit.model.changes import ChangeKind, ChangeReport
from treatykit.model.content import Paragraph
from treatykit.model.outline import Outline
from treatykit.model.revisions import RevisionKind
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """Both ends of a move; an end that the text does not hold is empty."""

    old_place: str = ""
    new_place: str = ""

    @property
    def is_whole(self) -> bool:
        """Both ends are known."""
        return bool(self.old_place and self.new_place)


def moves_of(view: Outline, report: ChangeReport | None = None) -> dict[int, Move]:
    """The moves of a body, by the number of their change.

    Args:
        view: The outline of the body.
        report: Names the places where it knows them; else the outline does.
    """
    found: dict[int, Move] = {}
    for index, block in enumerate(view.story):
        if not isinstance(block, Paragraph):
            continue
        for revisions in (block.mark.revisions, *(inline.revisions for inline in block.inlines)):
            for revision in revisions:
                if not revision.kind.is_move:
                    continue
                move = found.get(revision.change, Move())
                if revision.kind is RevisionKind.MOVED_HERE and not move.new_place:
                    found[revision.change] = replace(move, new_place=view.address(index))
                elif revision.kind is RevisionKind.MOVED_AWAY and not move.old_place:
                    found[revision.change] = replace(move, old_place=view.address(index))
    for change in report.changes if report else ():
        if change.kind is ChangeKind.MOVED and change.number in found and change.old_place and change.new_place:
            found[change.number] = Move(change.old_place, change.new_place)
    return found
