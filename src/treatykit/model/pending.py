"""Whether a text has revisions at all."""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.model.content import NoteReference, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.revisions import Revision
from treatykit.model.walk import stories


def has_revisions(document: Document) -> bool:
    """Somebody's changes are pending."""
    return any(map(_is_revised, stories(document)))


def is_left_alone(paragraph: Paragraph) -> bool:
    """Whether nothing is pending in a paragraph and its mark, and it has no note in which something may be."""
    if paragraph.mark.revisions:
        return False
    for inline in paragraph.inlines:  # noqa: SIM110 (no generator, since it is asked of all paragraphs)
        if inline.revisions or isinstance(inline, NoteReference):
            return False
    return True


def _is_revised(story: Story) -> bool:
    for block in story:
        if isinstance(block, Paragraph) and is_left_alone(block):
            continue
        if next(story_revisions((block,)), None):
            return True
    return False


def last_change(document: Document) -> int:
    """The highest number of a change in a text; 0 where it has none."""
    return max((one.change for story in stories(document) for one in story_revisions(story)), default=0)


def story_revisions(story: Story) -> Iterator[Revision]:
    """Every revision in a story, in reading order."""
    for block in story:
        match block:
            case Paragraph(inlines, mark):
                for inline in inlines:
                    yield from inline.revisions
                    if isinstance(inline, NoteReference):
                        yield from story_revisions(inline.blocks)
                yield from mark.revisions
            case Table(rows):
                yield from block.revisions
                for row in rows:
                    yield from row.revisions
                    for cell in row.cells:
                        yield from cell.revisions
                        yield from story_revisions(cell.blocks)
            case OpaqueBlock():
                yield from block.revisions
