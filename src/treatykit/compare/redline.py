"""Two stories made one, told as steps: what stays, what went, what came, what moved."""

from __future__ import annotations

from treatykit.compare.arrivals import Arrival
from treatykit.compare.finder import Finder
from treatykit.compare.lines import Line, line_of
from treatykit.compare.moves import Move
from treatykit.compare.pen import Pen, stamped_block
from treatykit.compare.revise import kept_mark, revised
from treatykit.compare.steps import Step
from treatykit.compare.tables import TableRedliner
from treatykit.model.content import Block, Paragraph, Story, Table
from treatykit.model.revisions import RevisionKind
from treatykit.records import dataclass


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
        # All is looked for before anything is made of it, so that whoever is told what is found makes it meanwhile.
        lines = [_rewritten(old[step.old.start : step.old.stop], new[step.new.start : step.new.stop]) for step in plan]
        edits = iter(self.finder.edits(filter(None, lines)))
        went_with: dict[int, int] = {}
        came_with: dict[int, int] = {}
        moves: dict[int, int] = {}
        blocks: list[Block] = []
        for step, rewritten in zip(plan, lines, strict=True):
            if rewritten is not None:
                blocks += revised(*rewritten, next(edits), self.pen, self._closed, formats=self.formats)
            elif step.old and step.new:
                blocks += self._kept(old[step.old.start], new[step.new.start])
            elif step.move is not None:
                change = moves.setdefault(step.move.old.start, 0) or self.pen.begin()
                moves[step.move.old.start] = change
                blocks.append(self._moved(step, step.move, change, old, new))
            elif step.old:
                index = step.old.start
                blocks.append(self._whole(old[index], went[index], went_with, RevisionKind.DELETED))
            else:
                index = step.new.start
                blocks.append(self._whole(new[index], came[index], came_with, RevisionKind.INSERTED))
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

    def _kept(self, before: Block, block: Block) -> Story:
        """A block whose words are the same, or a table."""
        match before, block:
            case Paragraph(), Paragraph():
                mark = kept_mark(before.mark, block.mark, self.pen, formats=self.formats)
                return (block if mark is block.mark else Paragraph(block.inlines, mark),)
            case Table(), Table() if before != block:
                return TableRedliner(self.pen, self.finder, self._closed, self._arrival, self.formats).compare(
                    before, block
                )
            case _:
                return (block,)

    def _closed(self, old: Story, new: Story) -> Story:
        return self.story(old, new, closed=True)


def _rewritten(old: Story, new: Story) -> tuple[Line, Line] | None:
    """Paragraphs that became others, as lines; None where no words changed."""
    before = [block for block in old if isinstance(block, Paragraph)]
    after = [block for block in new if isinstance(block, Paragraph)]
    if not (before and after) or (len(before) == len(after) == 1 and before[0].inlines == after[0].inlines):
        return None
    return line_of(before), line_of(after)
