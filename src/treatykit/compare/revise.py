"""Two lines written as one: paragraphs whose inlines and marks carry what was done to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from treatykit.compare.edits import Edit
from treatykit.compare.lines import Line, Node
from treatykit.compare.pen import Pen, stamped_inline, stamped_mark
from treatykit.model.content import Field, Inline, Mark, NoteReference, Paragraph, Reference, Slot, Story, Text
from treatykit.model.normal import normal_inlines
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.records import dataclass

StoryComparison = Callable[[Story, Story], Story]
"""How the story inside a note is compared."""


def revised(
    old: Line, new: Line, edits: Sequence[Edit], pen: Pen, compare_notes: StoryComparison, *, formats: bool = True
) -> list[Paragraph]:
    """The paragraphs of the new line with the edits marked, what went before what came.

    Args:
        old: Some paragraphs of a container.
        new: What became of them.
        edits: In order; what stands between them is kept.
        pen: Writes the revisions.
        compare_notes: Compares the insides of a note that was kept.
        formats: Whether changed formats are marked.
    """
    writer = _Writer(old, new, pen, compare_notes, formats)
    at_old = at_new = 0
    for edit in edits:
        writer.keep(at_old, at_new, edit.new_start)
        writer.change(edit)
        at_old, at_new = edit.old_stop, edit.new_stop
    writer.keep(at_old, at_new, len(new.text))
    return writer.paragraphs


def kept_mark(old: Mark, mark: Mark, pen: Pen, joint: int = 0, *, formats: bool = True) -> Mark:
    """A mark that was kept, with what became of its paragraph.

    Args:
        joint: The change that took out or put in another mark of the same paragraphs, where one did.
        formats: Whether changed formats are marked.
    """
    before = old.properties
    if not formats:
        before = replace(before, style=mark.properties.style, format=mark.properties.format)
    if before == mark.properties:
        return mark
    is_renumbered = replace(before, label=mark.properties.label) == mark.properties
    change = 0 if is_renumbered else joint or pen.begin()
    return stamped_mark(mark, pen.reformatting(before, change, old.source))


@dataclass(slots=True)
class _Writer:
    old: Line
    new: Line
    pen: Pen
    compare_notes: StoryComparison
    formats: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    notes: list[tuple[int, Story]] = field(default_factory=list)  # which inlines were notes before, and what they said
    reformatting: int = 0  # the change that the text just written was reformatted by, if it was
    joint: int = 0  # the last change that took out or put in a mark

    def change(self, edit: Edit) -> None:
        """Write what an edit took out, then what it put in."""
        went = list(self.old.cut(edit.old_start, edit.old_stop))
        came = list(self.new.cut(edit.new_start, edit.new_stop))
        if edit.silent:
            self._copy(came)
            return
        number = self.pen.begin()
        self.reformatting = 0
        if any(isinstance(node, Mark) for node in (*went, *came)):
            self.joint = number
        self._stamp(went, self.pen.revision(RevisionKind.DELETED, number))
        self._stamp(came, self.pen.revision(RevisionKind.INSERTED, number))

    def keep(self, at_old: int, at_new: int, stop: int) -> None:
        """Write the characters of the new line from `at_new` to `stop`, which the old one has at `at_old`."""
        while at_new < stop:
            length = min(self.old.end_of_node(at_old) - at_old, self.new.end_of_node(at_new) - at_new, stop - at_new)
            self._write(self._kept(at_old, length, self.new.piece(at_new, at_new + length)))
            at_old, at_new = at_old + length, at_new + length

    def _copy(self, nodes: list[Node]) -> None:
        for node in nodes:
            self._write(node)

    def _stamp(self, nodes: list[Node], revision: Revision) -> None:
        for node in nodes:
            self._write(stamped_mark(node, revision) if isinstance(node, Mark) else stamped_inline(node, revision))

    def _write(self, node: Node) -> None:
        if isinstance(node, Mark):
            self._compare_notes()
            self.paragraphs.append(Paragraph(normal_inlines(self.inlines), node))
            self.inlines.clear()
        else:
            self.inlines.append(node)

    def _compare_notes(self) -> None:
        """Mark what changed in the notes of a paragraph, which are read after it."""
        for index, before in self.notes:
            note = self.inlines[index]
            if isinstance(note, NoteReference):
                self.inlines[index] = replace(note, blocks=self.compare_notes(before, note.blocks))
        self.notes.clear()

    def _kept(self, at_old: int, length: int, node: Node) -> Node:
        """A piece of the new line, which the old one has at `at_old`."""
        before = self.old.node_at(at_old)
        if isinstance(before, Mark) and isinstance(node, Mark):
            return self._kept_mark(before, node)
        match before, node:
            case ((Text() | Slot() | Reference() | Field()), (Text() | Slot() | Reference() | Field())):
                if before.format is node.format or not self.formats or before.format == node.format:
                    self.reformatting = 0
                    return node
                self.reformatting = self.reformatting or self.pen.begin()
                source = self.old.piece(at_old, at_old + length).source
                return replace(node, revisions=(self.pen.reformatting(before.format, self.reformatting, source),))
            case NoteReference(), NoteReference():
                self.reformatting = 0
                if before.blocks != node.blocks:
                    self.notes.append((len(self.inlines), before.blocks))
                return node
            case _:
                return node

    def _kept_mark(self, old: Mark, mark: Mark) -> Mark:
        self.reformatting = 0
        return kept_mark(old, mark, self.pen, self.joint, formats=self.formats)
