"""Change every story of a document, the innermost first: notes and cells before what they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from treatykit.model.content import Block, Inline, NoteReference, Paragraph, Story, Table
from treatykit.model.document import Document

ChangeStory = Callable[[Story, bool], Story]
"""Changes a story; it is told whether the story stands inside another, in a cell or note, whose end closes it."""


def map_stories(document: Document, change: ChangeStory) -> Document:
    """The document with every story changed."""
    return replace(
        document,
        body=map_story(document.body, change),
        headers=tuple(replace(header, blocks=map_story(header.blocks, change)) for header in document.headers),
    )


def map_story(story: Story, change: ChangeStory, *, inside: bool = False) -> Story:
    """The story and all within it changed."""
    return change(tuple(_block(block, change) for block in story), inside)


def _block(block: Block, change: ChangeStory) -> Block:
    match block:
        case Paragraph(inlines):
            return replace(block, inlines=tuple(_inline(inline, change) for inline in inlines))
        case Table(rows):
            return replace(
                block,
                rows=tuple(
                    replace(
                        row,
                        cells=tuple(
                            replace(cell, blocks=map_story(cell.blocks, change, inside=True)) for cell in row.cells
                        ),
                    )
                    for row in rows
                ),
            )
        case _:
            return block


def _inline(inline: Inline, change: ChangeStory) -> Inline:
    if not isinstance(inline, NoteReference):
        return inline
    return replace(inline, blocks=map_story(inline.blocks, change, inside=True))
