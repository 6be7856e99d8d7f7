"""Leave drafting notes out of what is printed."""

from __future__ import annotations

from dataclasses import replace

from treatykit.model.content import Block, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Role


def without_drafting_notes(document: Document) -> Document:
    """The document without the paragraphs that are drafting notes, in cells too."""
    return normalise(replace(document, body=_without(document.body)))


def _without(story: Story) -> Story:
    return tuple(_block(block) for block in story if not _is_note(block))


def _block(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    rows = (
        replace(row, cells=tuple(replace(cell, blocks=_without(cell.blocks)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.DRAFTING_NOTE
