"""Two stories made one, told as steps: what stays, what went, what came, what moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatykit.compare.arrivals import Arrival
from treatykit.compare.finder import Finder
from treatykit.compare.lines import line_of
from treatykit.compare.moves import Move
from treatykit.compare.pen import Pen, stamped_block
from treatykit.compare.revise import kept_mark, revised
from treatykit.compare.steps import Step
from treatykit.compare.tables import TableRedliner
from treatykit.model.content import Block, Paragraph, Story, Table
from treatykit.model.revisions import RevisionKind


@dataclass(frozen=True, slots=True)
class Redliner:
    """Compares stories, and the stories within them, with one pen.

    Attributes:
        formats: Whether changed formats are marked.
    """

    pen: Pen
    finder: Finder
    formats: bool = True

    def story(self, old: Story, new: Story, *, closed: bool = False) -> Story:
        """The new story with its revisions against the old one.

        Args:
            old: A body, a header, a note or a cell.
            new: What became of it.
            closed: It is a cell or note, whose last mark cannot go.
        """
        if old == new:
            return new
        plan = self.finder.steps(old, new, closed=closed)
        went = self.finder.heads(old, {step.old.start for step in plan if not step.new and step.move is None})
        came = self.finder.heads(new, {step.new.start for step in plan if not step.old and step.move is None})
        went_with: dict[int, int] = {}
        came_with: dict[int, int] = {}
        moves: dict[int, int] = {}
        blocks: list[Block] = []
        for step in plan:
            if step.old and step.new:
                block = new[step.new.start]
                if block == old[step.old.start] and len(step.old) == len(step.new) == 1:
                    blocks.append(block)
                else:
                    blocks.extend(self._kept(old[step.old.start : step.old.stop], new[step.new.start : step.new.stop]))
            elif step.move is not None:
                change = moves.setdefault(step.move.old.start, 0) or self.pen.begin()
                moves[step.move.old.start] = change
                blocks.append(self._moved(step, step.move, change, old, new))
            elif step.old:
                blocks.append(self._whole(old[step.old.start], went[step.old.start], went_with, RevisionKind.DELETED))
            else:
                blocks.append(self._whole(new[step.new.start], came[step.new.start], came_with, RevisionKind.INSERTED))
        return tuple(blocks)

    def _whole(self, block: Block, head: int, changes: dict[int, int], kind: RevisionKind) -> Block:
        """A block that came or went, under the number of the thing that it belongs to."""
        change = changes[head] = changes.get(head) or self.pen.begin()
        return stamped_block(block, self.pen.revision(kind, change))

    def _moved(self, step: Step, move: Move, change: int, old: Story, new: Story) -> Block:
        if step.old:
            return stamped_block(old[step.old.start], self.pen.revision(RevisionKind.MOVED_AWAY, change))
        origin = move.origins.get(step.new.start)
        return self._arrival(change).block(None if origin is None else old[origin], new[step.new.start])

    def _arrival(self, change: int) -> Arrival:
        return Arrival(
            moved=self.pen.revision(RevisionKind.MOVED_HERE, change),
            added=self.pen.revision(RevisionKind.INSERTED, change),
            finder=self.finder,
        )

    def _kept(self, old: Sequence[Block], new: Sequence[Block]) -> list[Block]:
        olds = [block for block in old if isinstance(block, Paragraph)]
        news = [block for block in new if isinstance(block, Paragraph)]
        if olds:
            return [*self._paragraphs(olds, news)]
        (before,), (block,) = old, new
        if isinstance(before, Table) and isinstance(block, Table):
            tables = TableRedliner(self.pen, self.finder, self._closed, self._arrival, self.formats)
            return [*tables.compare(before, block)]
        return [block]

    def _paragraphs(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Paragraph]:
        if len(old) == len(new) == 1 and old[0].inlines == new[0].inlines:
            return [Paragraph(new[0].inlines, kept_mark(old[0].mark, new[0].mark, self.pen, formats=self.formats))]
        before, line = line_of(old), line_of(new)
        found = self.finder.edits(before, line)
        return revised(before, line, found, self.pen, self._closed, formats=self.formats)

    def _closed(self, old: Story, new: Story) -> Story:
        return self.story(old, new, closed=True)
