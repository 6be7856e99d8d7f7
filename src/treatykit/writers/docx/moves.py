"""Find the moves that Word can show, and where their ranges begin and end (docs/analysis/tracked-changes.md, Moves).

Word wants one range at each end of a move, and none that crosses the border of a cell or
note. What does not fit is shown as deletion and insertion; the facts of the file remember.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import takewhile

from treatykit.model.content import Field, NoteReference, OpaqueBlock, Paragraph, Reference, Story, Table
from treatykit.model.document import Document
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.ooxml.closing_marks import same_look
from treatykit.ooxml.word_story import as_word_says
from treatykit.records import dataclass

StoryPath = tuple[int, ...]
"""Where a story stands: of the body ``(0,)``, then block, row and cell, or block and inline of a note."""


_BODY: StoryPath = (0,)


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
    made_by: dict[MoveEnd, Revision] = {}
    broken: set[int] = set()
    for number, story in enumerate((document.body, *(header.blocks for header in document.headers))):
        for point, ends, movable in _points(story, (number,), movable=number == 0):
            made_by = ends | made_by
            for end in ends:
                places.setdefault(end, []).append(point)
            # Moves do not nest.
            if not movable or len(ends) > 1:
                broken.update(end.change for end in ends)
    plan = MovePlan(
        frozenset(
            end.change
            for end in places
            if end.change not in broken
            and all(_in_one_story(places.get(MoveEnd(end.change, tag), [])) for tag in ("moveFrom", "moveTo"))
        ),
        made_by,
    )
    body = _decided_along(document.body) if plan.changes else {}
    for end, shown in places.items():
        if end.change in plan.changes:
            points = [*shown, *(body.get(end, []) if shown[0].story == _BODY else [])]
            plan.starts.setdefault(min(points), []).append(end)
            plan.stops.setdefault(max(points), []).append(end)
    return plan


def _decided_along(body: Story) -> dict[MoveEnd, list[Point]]:
    """Whatever came or went in the paragraphs of a body, by the end of the move that it may be part of."""
    found: dict[MoveEnd, list[Point]] = {}
    for at, block in enumerate(as_word_says(body, spaced=True, own=True)):
        if isinstance(block, Paragraph):
            for index, node in enumerate((*block.inlines, block.mark)):
                for end, tag in ((arrival(node.revisions), "moveTo"), (departure(node.revisions), "moveFrom")):
                    if end is not None:
                        found.setdefault(MoveEnd(end.change, tag), []).append(Point(_BODY, at, index))
    return found


def moves_along(revisions: Revisions) -> bool:
    """Whether a row, or the sign of a note, moves: what is in it then shows as deleted and inserted."""
    return bool(_ends(revisions))


def plain_marks(story: Story) -> frozenset[int]:
    """The paragraphs that move, but whose marks had better say that they went or came.

    LibreOffice sees a move in a mark only if the words right before it move along and there is no field
    among them; it would leave the empty paragraph behind. A mark that went or came it sees, but lets what
    follows take the look of this paragraph, so that serves only where both look alike
    (docs/analysis/tracked-changes.md, What LibreOffice makes of it).

    Args:
        story: As Word can say it.
    """
    return frozenset(
        at for at, block in enumerate(story) if isinstance(block, Paragraph) and _is_plain(block, story[at:])
    )


def _is_plain(paragraph: Paragraph, story: Story) -> bool:
    ends = _ends(paragraph.mark.revisions)
    if not ends or _is_seen(paragraph, ends):
        return False
    gone = arrival if any(end.tag == "moveTo" for end in ends) else departure
    after = takewhile(lambda block: isinstance(block, Paragraph), story[1:])
    marks = (block.mark for block in after if isinstance(block, Paragraph))
    stays = next((mark for mark in marks if gone(mark.revisions) is None), None)
    return stays is not None and same_look(
        stays.original if gone is arrival else stays.properties, paragraph.mark.properties
    )


def _is_seen(paragraph: Paragraph, ends: dict[MoveEnd, Revision]) -> bool:
    inlines = paragraph.inlines
    # A reference that moves away is written as words; where it arrives it is a field.
    fields = Field | Reference if any(end.tag == "moveTo" for end in ends) else Field
    if not inlines or any(isinstance(inline, fields) for inline in inlines):
        return False
    return _ends(inlines[-1].revisions).keys() >= ends.keys()


def _points(
    story: Story, path: StoryPath, *, movable: bool, along: frozenset[MoveEnd] = frozenset()
) -> Iterator[tuple[Point, dict[MoveEnd, Revision], bool]]:
    """What moves, and whether Word can show it there; what a row or note takes along needs no place."""

    def moved(point: Point, revisions: Revisions) -> tuple[Point, dict[MoveEnd, Revision], bool]:
        return point, {end: made for end, made in _ends(revisions).items() if end not in along}, movable

    spaced = len(path) == 1  # a body or header; the path of a cell or note is longer
    shown = as_word_says(story, spaced=spaced, own=True)
    plain = plain_marks(shown)
    for at, block in enumerate(shown):
        match block:
            case Paragraph(inlines, mark):
                for index, inline in enumerate(inlines):
                    yield moved(Point(path, at, index), inline.revisions)
                    if isinstance(inline, NoteReference):
                        taken = along | _ends(inline.revisions).keys()
                        yield from _points(inline.blocks, (*path, at, index), movable=False, along=taken)
                if at not in plain:
                    yield moved(Point(path, at, len(inlines)), mark.revisions)
            case Table(rows):
                for row_index, row in enumerate(rows):
                    taken = along | _ends(row.revisions).keys()
                    free = movable and not moves_along(row.revisions)
                    for cell_index, cell in enumerate(row.cells):
                        inside = (*path, at, row_index, cell_index)
                        yield from _points(cell.blocks, inside, movable=free, along=taken)
            case OpaqueBlock():
                pass


def _ends(revisions: Revisions) -> dict[MoveEnd, Revision]:
    return {
        MoveEnd(revision.change, tag): revision
        for tag, revision in (("moveTo", arrival(revisions)), ("moveFrom", departure(revisions)))
        if revision is not None and revision.kind.is_move
    }


def _in_one_story(points: list[Point]) -> bool:
    return len({point.story for point in points}) == 1
