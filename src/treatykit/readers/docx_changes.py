"""Number the changes of a Word file: what is decided together gets one number.

Word numbers every piece of a change by itself. Here pieces that touch, by one author at one
time within one paragraph and its mark, are one change; so are both ends of a move, a row
with all that stands in it, and the layout of a table. Where a paragraph was cut in two, or run
into the next, what touches behind its mark belongs to it: alone it would join their words.
"""

from __future__ import annotations

from dataclasses import field, replace
from datetime import datetime

from treatykit.model.content import Block, Cell, Inline, Mark, NoteReference, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions, story_revisions
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, Revisions, arrival, departure, reformattings
from treatykit.model.walk import stories
from treatykit.records import dataclass

_Hand = tuple[str, datetime | None]  # who and when


def number_changes(document: Document) -> Document:
    """The document with its changes numbered from 1 in reading order, those that the file numbers left as they are.

    Args:
        document: With the changes that the file numbers above 0, other moves below 0 and everything else 0.
    """
    if not has_revisions(document):
        return document
    revisions = (revision for story in stories(document) for revision in story_revisions(story))
    numbers = _Numbers(last=max((0, *(revision.change for revision in revisions))))
    return replace(
        document,
        body=numbers.story(document.body, {}),
        headers=tuple(replace(header, blocks=numbers.story(header.blocks, {})) for header in document.headers),
    )


@dataclass(slots=True)
class _Numbers:
    last: int = 0
    moves: dict[int, int] = field(default_factory=dict)

    def story(self, story: Story, around: dict[_Hand, int]) -> Story:
        blocks: list[Block] = []
        behind: dict[_Hand, int] = {}
        for block in story:
            if isinstance(block, Paragraph):
                paragraph = self._paragraph(block, around, behind)
                blocks.append(paragraph)
                behind = _over_the_mark(paragraph, behind)
            else:
                blocks.append(self._block(block, around))
                behind = {}
        return tuple(blocks)

    def _paragraph(self, paragraph: Paragraph, around: dict[_Hand, int], behind: dict[_Hand, int]) -> Paragraph:
        touching = {**around, **behind}
        numbered: list[Inline] = []
        for inline in paragraph.inlines:
            if not inline.revisions:
                touching = dict(around)
            revisions = self._revisions(inline.revisions, touching)
            numbered.append(self._inline(inline, revisions, touching))
        return Paragraph(tuple(numbered), self._mark(paragraph.mark, touching))

    def _block(self, block: Table | OpaqueBlock, around: dict[_Hand, int]) -> Block:
        match block:
            case Table(rows):
                layout: dict[_Hand, int] = {}
                revisions = self._revisions(block.revisions, layout)
                return replace(block, revisions=revisions, rows=tuple(self._row(row, around, layout) for row in rows))
            case OpaqueBlock():
                return replace(block, revisions=self._revisions(block.revisions, dict(around)))

    def _mark(self, mark: Mark, touching: dict[_Hand, int]) -> Mark:
        if not mark.revisions:
            return mark
        numbered = self._revisions(
            tuple(revision for revision in mark.revisions if not _only_follows(revision, mark)), touching
        )
        following = tuple(revision for revision in mark.revisions if _only_follows(revision, mark))
        return replace(mark, revisions=(*numbered, *following))

    def _inline(self, inline: Inline, revisions: Revisions, touching: dict[_Hand, int]) -> Inline:
        if isinstance(inline, NoteReference):
            within = touching if revisions else {}
            return replace(inline, revisions=revisions, blocks=self.story(inline.blocks, within))
        return replace(inline, revisions=revisions) if revisions else inline

    def _row(self, row: Row, around: dict[_Hand, int], layout: dict[_Hand, int]) -> Row:
        within = dict(around)
        revisions = self._of_table(row.revisions, within, layout)
        return replace(row, revisions=revisions, cells=tuple(self._cell(cell, within, layout) for cell in row.cells))

    def _cell(self, cell: Cell, around: dict[_Hand, int], layout: dict[_Hand, int]) -> Cell:
        within = dict(around)
        revisions = self._of_table(cell.revisions, within, layout)
        return replace(cell, revisions=revisions, blocks=self.story(cell.blocks, within))

    def _of_table(self, revisions: Revisions, touching: dict[_Hand, int], layout: dict[_Hand, int]) -> Revisions:
        """A row or cell comes or goes with what is in it; how it looks belongs to the layout of its table."""
        looks = reformattings(revisions)
        ends = tuple(revision for revision in revisions if revision not in looks)
        return (*self._revisions(ends, touching), *self._revisions(looks, layout))

    def _revisions(self, revisions: Revisions, touching: dict[_Hand, int]) -> Revisions:
        return tuple(
            replace(revision, change=self._number(revision.change, (revision.author, revision.date), touching))
            for revision in revisions
        )

    def _number(self, change: int, hand: _Hand, touching: dict[_Hand, int]) -> int:
        if change > 0:
            return change
        if change < 0:
            if change not in self.moves:
                self.moves[change] = self._next()
            return self.moves[change]
        if hand not in touching:
            touching[hand] = self._next()
        return touching[hand]

    def _next(self) -> int:
        self.last += 1
        return self.last


def _over_the_mark(paragraph: Paragraph, behind: dict[_Hand, int]) -> dict[_Hand, int]:
    """The changes that go on behind the mark of a paragraph which did not come, or go, as a whole with it."""
    going_on: dict[_Hand, int] = {}
    for end in (arrival, departure):
        revision = end(paragraph.mark.revisions)
        if revision is None:
            continue
        hand = (revision.author, revision.date)
        whole = all(_is_by(end(inline.revisions), hand) for inline in paragraph.inlines)
        if not whole or behind.get(hand) == revision.change:
            going_on[hand] = revision.change
    return going_on


def _is_by(revision: Revision | None, hand: _Hand) -> bool:
    return revision is not None and (revision.author, revision.date) == hand


def _only_follows(revision: Revision, mark: Mark) -> bool:
    """Whether nothing but the number changed, which follows from other changes and has no number of its own."""
    before = revision.before
    return isinstance(before, Properties) and replace(before, label=mark.properties.label) == mark.properties
