"""Deciding revisions: accept and reject as filters over a stream of tokens.

Rejecting an arrival or accepting a departure removes the node, whatever else it
carries. When a mark goes, the content before it runs into the next paragraph of the
same container, whose properties stand; with no next paragraph it stays if it has
content and vanishes if it is empty. Where all that content is pending as having come,
or as having gone, the paragraph that stays for it is so too. Tables, cells and opaque blocks are walls, unless
they go as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import assert_never, cast

from treatykit.model.citations import follow
from treatykit.model.content import (
    Block,
    Cell,
    Field,
    Inline,
    Mark,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Reference,
    Row,
    Slot,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document, Meta
from treatykit.model.normal import normalise
from treatykit.model.pending import has_revisions, is_left_alone
from treatykit.model.revisions import AnyLook, Revision, Revisions, arrival, departure
from treatykit.records import dataclass

Selection = Callable[[Revision], bool]
"""Which revisions are decided; the others stay pending."""


class Decision(Enum):
    """What happens to the selected revisions."""

    ACCEPT = "accept"
    REJECT = "reject"


def every(_: Revision) -> bool:
    """Selects all revisions."""
    return True


def by_author(*authors: str) -> Selection:
    """Selects the revisions of these authors."""
    return lambda revision: revision.author in authors


def by_change(*changes: int) -> Selection:
    """Selects the revisions with these change numbers."""
    return lambda revision: revision.change in changes


def accept(document: Document, selection: Selection = every) -> Document:
    """The document as it reads when the selected revisions are accepted.

    Args:
        document: Any document; one without revisions comes back equal.
        selection: `every`, `by_author`, `by_change`, or any predicate.
    """
    return decide(document, Decision.ACCEPT, selection)


def reject(document: Document, selection: Selection = every) -> Document:
    """The document as it was before the selected revisions."""
    return decide(document, Decision.REJECT, selection)


def decide(document: Document, decision: Decision, selection: Selection = every) -> Document:
    """The document with the selected revisions accepted or rejected, in normal form.

    References follow their targets: one that a redline keeps prints the number of the new text. What was known of
    the old text is known again when all is rejected.
    """
    decided = _judged(document, decision, selection)
    decided = replace(decided, meta=_known(document.meta, decision, decided))
    return follow(decided, (_judged(document, side, every) for side in Decision))


def _known(meta: Meta, decision: Decision, decided: Document) -> Meta:
    """What is known of a text after a decision: of the old one where nothing was accepted and nothing is left."""
    if meta.former is None:
        return meta
    if decision is Decision.ACCEPT:
        return replace(meta, former=None)
    return meta if has_revisions(decided) else meta.former


def _judged(document: Document, decision: Decision, selection: Selection) -> Document:
    judge = _Judge(decision, selection)
    return normalise(
        replace(
            document,
            body=judge.story(document.body),
            headers=tuple(replace(header, blocks=judge.story(header.blocks)) for header in document.headers),
        )
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    decision: Decision
    selection: Selection

    def story(self, story: Story) -> Story:
        decided: list[Block] = []
        carried: list[Inline] = []  # content whose mark has gone, on its way into the next paragraph
        orphan: Mark | None = None  # the last mark that went, kept if no next paragraph comes

        def hit_wall() -> None:
            nonlocal orphan
            if carried and orphan:
                decided.append(Paragraph(tuple(carried), replace(orphan, revisions=self.shared_fate(carried))))
            carried.clear()
            orphan = None

        for block in story:
            match block:
                case Paragraph(inlines, mark) if not carried and is_left_alone(block):
                    decided.append(block)
                    orphan = None
                case Paragraph(inlines, mark):
                    carried.extend(self.inlines(inlines))
                    if self.removes(mark.revisions):
                        orphan = self.mark(mark)
                    else:
                        decided.append(Paragraph(tuple(carried), self.mark(mark)))
                        carried.clear()
                        orphan = None
                case Table():
                    if rows := self.rows(block.rows):
                        hit_wall()
                        revisions, look = self.restored(block.revisions, block.properties)
                        decided.append(replace(block, rows=rows, properties=look, revisions=revisions))
                case OpaqueBlock():
                    if not self.removes(block.revisions):
                        hit_wall()
                        decided.append(replace(block, revisions=self.pending(block.revisions)))
                case _:
                    assert_never(block)
        hit_wall()
        return tuple(decided)

    def inlines(self, inlines: tuple[Inline, ...]) -> list[Inline]:
        return [self.inline(inline) for inline in inlines if not self.removes(inline.revisions)]

    def inline(self, inline: Inline) -> Inline:
        if not inline.revisions and not isinstance(inline, NoteReference):
            return inline
        pending = self.pending(inline.revisions)
        match inline:
            case Text() | Slot() | Reference() | Field():
                revisions, look = self.restored(inline.revisions, inline.format)
                return replace(inline, format=look, revisions=revisions)
            case NoteReference():
                return replace(inline, blocks=self.story(inline.blocks), revisions=pending)
            case _:
                return replace(inline, revisions=pending)

    def mark(self, mark: Mark) -> Mark:
        revisions, look = self.restored(mark.revisions, mark.properties)
        return replace(mark, properties=look, revisions=revisions)

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(self.row(row) for row in rows if not self.removes(row.revisions))

    def row(self, row: Row) -> Row:
        revisions, look = self.restored(row.revisions, row.properties)
        cells = tuple(self.cell(cell) for cell in row.cells if not self.removes(cell.revisions))
        return replace(row, cells=cells, properties=look, revisions=revisions)

    def cell(self, cell: Cell) -> Cell:
        revisions, look = self.restored(cell.revisions, cell.properties)
        return replace(cell, blocks=self.story(cell.blocks), properties=look, revisions=revisions)

    def removes(self, revisions: Revisions) -> bool:
        """A rejected arrival or an accepted departure takes the node out."""
        accepting = self.decision is Decision.ACCEPT
        return any(
            self.selection(revision) and (revision.kind.is_departure if accepting else revision.kind.is_arrival)
            for revision in revisions
        )

    def shared_fate(self, inlines: list[Inline]) -> Revisions:
        """What is still to be decided of a mark that has only these inlines to stand for."""
        accepting = self.decision is Decision.ACCEPT
        pending = [departure(inline.revisions) if accepting else arrival(inline.revisions) for inline in inlines]
        return tuple(revision for revision in pending[-1:] if revision and all(pending))

    def pending(self, revisions: Revisions) -> Revisions:
        return tuple(revision for revision in revisions if not self.selection(revision))

    def restored(self, revisions: Revisions, now: AnyLook) -> tuple[Revisions, AnyLook]:
        """The pending revisions and the look that stands after the decision.

        A rejected reformatting gives its old look to the next one, or to the node.
        """
        pending: list[Revision] = []
        handed_on: AnyLook | None = None
        for revision in revisions:
            if revision.before is None:
                if not self.selection(revision):
                    pending.append(revision)
                continue
            before, handed_on = handed_on or cast(AnyLook, revision.before), None
            if not self.selection(revision):
                pending.append(replace(revision, before=before))
            elif self.decision is Decision.REJECT:
                handed_on = before
        return tuple(pending), handed_on or now
