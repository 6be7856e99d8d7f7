"""A redline read as the old text, as the new one, or as both at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from treatykit.model.content import Block, Cell, Inline, Mark, NoteReference, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.layouts import layout_changes, layout_revisions
from treatykit.model.outline import Outline, outline
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, Revisions, arrival, departure, reformattings


class Side(StrEnum):
    """Which of the two texts in a redline is read."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"

    def shows(self, revisions: Revisions) -> bool:
        """Whether a node with these revisions stands in the text."""
        match self:
            case Side.OLD:
                return arrival(revisions) is None
            case Side.NEW:
                return departure(revisions) is None
            case Side.BOTH:
                return True


def tracked(revisions: Revisions) -> Revisions:
    """The arrival and the departure among revisions; a new look is neither."""
    return tuple(revision for revision in revisions if revision.kind.is_arrival or revision.kind.is_departure)


class Numbers(NamedTuple):
    """The label of a paragraph in the old text and in the new one; empty where it has none."""

    old: str
    new: str


def numbers(mark: Mark) -> Numbers:
    """The labels before and after the reformattings of a mark."""
    now, before = mark.properties, _properties_before(mark)
    return Numbers(before.label.text if before.label else "", now.label.text if now.label else "")


def shows_fate(paragraph: Paragraph) -> bool:
    """Whether the words or the number of a paragraph already show that it came or went as a whole.

    What was added to a paragraph on a move came with it.
    """
    ways = {revision.kind.is_arrival for revision in tracked(paragraph.mark.revisions)}
    alike = all({one.kind.is_arrival for one in tracked(inline.revisions)} == ways for inline in paragraph.inlines)
    return alike and bool(paragraph.inlines or paragraph.label)


def is_changed(block: Paragraph | Table | OpaqueBlock | Row | Cell) -> bool:
    """Whether a block differs between the two texts in more than its number; a row or cell, in more than its look."""
    match block:
        case Paragraph():
            return any(_is_real(block.mark, revision) for revision in block.mark.revisions) or any(
                map(_is_inline_changed, block.inlines)
            )
        case Table():
            return bool(layout_revisions(block)) or any(is_changed(row) for row in block.rows)
        case Row():
            return bool(tracked(block.revisions)) or any(is_changed(cell) for cell in block.cells)
        case Cell():
            return bool(tracked(block.revisions)) or any(is_changed(inner) for inner in block.blocks)
        case OpaqueBlock():
            return bool(block.revisions)


def layout_notes(table: Table) -> tuple[tuple[Revision, str], ...]:
    """What is said beside a table that looks otherwise, once for each change of its layout."""
    return tuple(
        (revision, f"Table layout changed: {', '.join(parts)}" if parts else "Table layout changed")
        for revision, parts in layout_changes(table)
    )


def change_numbers(block: Block | Row) -> tuple[int, ...]:
    """The numbers of the changes in a block or row with its notes, each once; 0 says that a file gave none."""
    return tuple(sorted({revision.change for revisions in _revisions(block) for revision in revisions} - {0}))


def numbers_in(story: Story) -> tuple[int, ...]:
    """The numbers of the changes in all blocks of a story, likewise."""
    return tuple(sorted({number for block in story for number in change_numbers(block)}))


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, as a reader looks for them: ``3–5, 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def labels_of(story: Story, side: Side) -> dict[int, str]:
    """The numbers that the paragraphs of a story have in one of the texts, each where the paragraph begins in it.

    A paragraph that was split or merged begins in one block and ends, with the mark that has the number, in another.
    """
    found: dict[int, str] = {}
    start: int | None = None
    for index, block in enumerate(story):
        if not isinstance(block, Paragraph):
            start = None
            continue
        ends = side.shows(tracked(block.mark.revisions))
        if start is None and (ends or any(side.shows(inline.revisions) for inline in block.inlines)):
            start = index
        if ends:
            old, new = numbers(block.mark)
            found[index if start is None else start] = old if side is Side.OLD else new
            start = None
    return found


def outline_as_read(story: Story, side: Side = Side.NEW) -> Outline:
    """The outline of a redline in the words of one of its texts; what that text has not, reads as it stands.

    Otherwise ``Article 12`` that became ``Article 13`` would be read as Article 1213.
    """
    return replace(outline(tuple(_as_read(block, side) for block in story)), story=story)


def is_redline(stories: Iterable[Story]) -> bool:
    """Whether anything in these stories is tracked, a new number included."""
    return any(is_changed(block) or _has_new_number(block) for story in stories for block in story)


def _revisions(block: Block | Row) -> Iterator[Revisions]:
    """Those of a block or row and of all that stands in it."""
    match block:
        case Paragraph(inlines, mark):
            for inline in inlines:
                yield inline.revisions
                if isinstance(inline, NoteReference):
                    yield from (each for inner in inline.blocks for each in _revisions(inner))
            yield mark.revisions
        case Table(rows):
            yield block.revisions
            yield from (each for row in rows for each in _revisions(row))
        case Row(cells):
            yield block.revisions
            for cell in cells:
                yield cell.revisions
                yield from (each for inner in cell.blocks for each in _revisions(inner))
        case OpaqueBlock():
            yield block.revisions


def _as_read(block: Block, side: Side) -> Block:
    if not isinstance(block, Paragraph) or not is_redline(((block,),)):
        return block
    mark = block.mark
    if not side.shows(mark.revisions):
        side = Side.OLD if side is Side.NEW else Side.NEW
    properties = _properties_before(mark) if side is Side.OLD else mark.properties
    kept = tuple(inline for inline in block.inlines if side.shows(inline.revisions))
    return replace(block, inlines=kept, mark=replace(mark, properties=properties))


def _is_inline_changed(inline: Inline) -> bool:
    return bool(inline.revisions) or (
        isinstance(inline, NoteReference) and any(is_changed(block) for block in inline.blocks)
    )


def _properties_before(mark: Mark) -> Properties:
    looks = (revision.before for revision in reformattings(mark.revisions))
    return next((look for look in looks if isinstance(look, Properties)), mark.properties)


def _is_real(mark: Mark, revision: Revision) -> bool:
    """Whether a revision of a mark is more than a changed label."""
    before, now = revision.before, mark.properties
    if not isinstance(before, Properties):
        return True
    return (before.role, before.level, before.style, before.format) != (now.role, now.level, now.style, now.format)


def _has_new_number(block: Paragraph | Table | OpaqueBlock) -> bool:
    return isinstance(block, Paragraph) and bool(block.mark.revisions)
