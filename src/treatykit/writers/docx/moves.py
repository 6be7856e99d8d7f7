"""Find the moves that Word can show, and where their ranges begin and end (docs/analysis/tracked-changes.md, Moves).

Word wants one range at each end of a move, and none that crosses the border of a cell or
note. What does not fit is shown as deletion and insertion; the facts of the file remember.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from treatykit.model.content import NoteReference, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.ooxml.closing_marks import shift_closing_marks

StoryPath = tuple[int, ...]
"""Where a story stands: of the body ``(0,)``, then block, row and cell, or block and inline of a note."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """An inline of a story, or (at the number of its inlines) the mark of a paragraph."""

    story: StoryPath
    block: int
    inline: int


@dataclass(frozen=True, slots=True)
class MoveEnd:
    """One end of a move.

    Attributes:
        tag: ``moveFrom`` or ``moveTo``.
    """

    change: int
    tag: str


@dataclass(slots=True)
class MovePlan:
    """Where ranges begin (before a point) and end (after it).

    Attributes:
        changes: The moves that Word can show.
        revisions: One of the revisions of each end, for author and date.
        range_ids: The id under which the range of an end was begun.
    """

    changes: frozenset[int] = frozenset()
    revisions: dict[MoveEnd, Revision] = field(default_factory=dict)
    range_ids: dict[MoveEnd, int] = field(default_factory=dict)
    starts: dict[Point, list[MoveEnd]] = field(default_factory=dict)
    stops: dict[Point, list[MoveEnd]] = field(default_factory=dict)


def plan_moves(document: Document) -> MovePlan:
    """The moves of a document whose closing marks are not shifted yet."""
    places: dict[MoveEnd, list[Point]] = {}
    broken: set[int] = set()
    made_by: dict[MoveEnd, Revision] = {}
    for number, story in enumerate((document.body, *(header.blocks for header in document.headers))):
        for point, revisions, movable in _points(story, (number,)):
            found = {
                MoveEnd(revision.change, tag): revision
                for tag, revision in (("moveTo", arrival(revisions)), ("moveFrom", departure(revisions)))
                if revision is not None and revision.kind.is_move
            }
            moved = list(found)
            made_by = found | made_by
            for end in moved:
                places.setdefault(end, []).append(point)
            # Moves do not nest, and a row, a header or what Word has no run for cannot be moved.
            if moved and (len(moved) > 1 or not movable or number > 0):
                broken.update(end.change for end in moved)
    plan = MovePlan(
        frozenset(
            end.change
            for end in places
            if end.change not in broken
            and all(_in_one_story(places.get(MoveEnd(end.change, tag), [])) for tag in ("moveFrom", "moveTo"))
        ),
        made_by,
    )
    for end, points in places.items():
        if end.change in plan.changes:
            plan.starts.setdefault(min(points), []).append(end)
            plan.stops.setdefault(max(points), []).append(end)
    return plan


def _in_one_story(points: list[Point]) -> bool:
    return len({point.story for point in points}) == 1


def _points(story: Story, path: StoryPath) -> Iterator[tuple[Point, Revisions, bool]]:
    for at, block in enumerate(shift_closing_marks(story)):
        match block:
            case Paragraph(inlines, mark):
                for index, inline in enumerate(inlines):
                    yield Point(path, at, index), inline.revisions, True
                    if isinstance(inline, NoteReference):
                        yield from _points(inline.blocks, (*path, at, index))
                yield Point(path, at, len(inlines)), mark.revisions, True
            case Table(rows):
                for row_index, row in enumerate(rows):
                    yield Point(path, at, row_index), row.revisions, False
                    for cell_index, cell in enumerate(row.cells):
                        yield Point(path, at, row_index), cell.revisions, False
                        yield from _points(cell.blocks, (*path, at, row_index, cell_index))
            case OpaqueBlock():
                yield Point(path, at, 0), block.revisions, True
