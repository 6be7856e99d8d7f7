"""Going through every paragraph of a document, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace

from treatykit.model.content import Block, Inline, Mark, NoteReference, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.properties import Properties, Role


def stories(document: Document) -> Iterator[Story]:
    """The body, then the headers and footers in order."""
    yield document.body
    for header in document.headers:
        yield header.blocks


def story_paragraphs(story: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of a story in reading order, with those of its cells; a note follows its paragraph."""
    for block in story:
        match block:
            case Paragraph():
                yield block
                for inline in block.inlines:
                    if isinstance(inline, NoteReference):
                        yield from story_paragraphs(inline.blocks)
            case Table(rows):
                for row in rows:
                    for cell in row.cells:
                        yield from story_paragraphs(cell.blocks)
            case OpaqueBlock():
                pass


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph: of the body, the headers and footers, their cells and notes."""
    for story in stories(document):
        yield from story_paragraphs(story)


def map_story(story: Story, change: Callable[[Paragraph], Paragraph]) -> Story:
    """The story with every paragraph changed, those inside notes before the one around them."""
    return tuple(_map_block(block, change) for block in story)


def map_document(document: Document, change: Callable[[Paragraph], Paragraph]) -> Document:
    """The document with every paragraph changed; `change` must keep normal form."""
    return replace(
        document,
        body=map_story(document.body, change),
        headers=tuple(replace(header, blocks=map_story(header.blocks, change)) for header in document.headers),
    )


def without_roles(document: Document, roles: Container[Role]) -> Document:
    """The document without the paragraphs of its body that have these roles, those in cells too; not in normal form."""

    def rest(story: Story) -> Story:
        return tuple(kept(block) for block in story if not isinstance(block, Paragraph) or block.role not in roles)

    def kept(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        rows = (
            replace(row, cells=tuple(replace(cell, blocks=rest(cell.blocks)) for cell in row.cells))
            for row in block.rows
        )
        return replace(block, rows=tuple(rows))

    return replace(document, body=rest(document.body))


def map_looks(mark: Mark, change: Callable[[Properties], Properties]) -> Mark:
    """The mark with its properties changed, those now and those before each reformatting."""
    revisions = tuple(
        replace(revision, before=change(revision.before)) if isinstance(revision.before, Properties) else revision
        for revision in mark.revisions
    )
    return replace(mark, properties=change(mark.properties), revisions=revisions)


def _map_block(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    match block:
        case Paragraph(inlines):
            return change(replace(block, inlines=tuple(_map_inline(inline, change) for inline in inlines)))
        case Table(rows):
            return replace(
                block,
                rows=tuple(
                    replace(
                        row,
                        cells=tuple(replace(cell, blocks=map_story(cell.blocks, change)) for cell in row.cells),
                    )
                    for row in rows
                ),
            )
        case OpaqueBlock():
            return block


def _map_inline(inline: Inline, change: Callable[[Paragraph], Paragraph]) -> Inline:
    if isinstance(inline, NoteReference):
        return replace(inline, blocks=map_story(inline.blocks, change))
    return inline
