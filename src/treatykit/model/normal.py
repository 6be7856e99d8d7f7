"""Normal form: one way to write down every content, so that equality means equality.

* no empty text; equal neighbours (same format, same revisions) are one;
* a cell and a note end in a paragraph, as Word demands (ECMA-376, 17.4.65);
* a table has rows; a header or footer has blocks; headers stand in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from treatykit.model.content import Block, Cell, Inline, NoteReference, Paragraph, Row, Story, Table, Text
from treatykit.model.document import Document, HeaderFooter, Pages, Place
from treatykit.model.sources import join_sources

_PLACES = tuple(Place)
_PAGES = tuple(Pages)


def normal_inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines without empty text and with equal neighbours joined."""
    inlines = tuple(inlines)
    if _are_normal(inlines):
        return inlines
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(value=""):
                continue
            case Text() if result and isinstance(last := result[-1], Text) and _alike(last, inline):
                joined = join_sources(last.source, inline.source)
                result[-1] = replace(last, value=last.value + inline.value, source=joined)
            case NoteReference():
                result.append(replace(inline, blocks=ending_in_paragraph(normal_story(inline.blocks))))
            case _:
                result.append(inline)
    return tuple(result)


def normal_story(story: Story) -> Story:
    """A story whose paragraphs and tables are in normal form."""
    blocks: list[Block] = []
    for block in story:
        match block:
            case Paragraph(inlines):
                normal = normal_inlines(inlines)
                blocks.append(block if normal is inlines else Paragraph(normal, block.mark))
            case Table(rows=()):
                continue
            case Table():
                blocks.append(replace(block, rows=tuple(_normal_row(row) for row in block.rows)))
            case _:
                blocks.append(block)
    return tuple(blocks)


def normalise(document: Document) -> Document:
    """The document in normal form."""
    headers = (replace(header, blocks=normal_story(header.blocks)) for header in document.headers)
    return replace(
        document,
        body=normal_story(document.body),
        headers=tuple(sorted((header for header in headers if header.blocks), key=_header_order)),
    )


def ending_in_paragraph(story: Story) -> Story:
    """The story of a cell or note, with an empty last paragraph added where it has none."""
    return story if story and isinstance(story[-1], Paragraph) else (*story, Paragraph())


def _are_normal(inlines: tuple[Inline, ...]) -> bool:
    """Whether that can be told at a glance: words that differ from their neighbours, and nothing that holds a story."""
    before: Inline | None = None
    for inline in inlines:
        if isinstance(inline, NoteReference):
            return False
        if isinstance(inline, Text) and (not inline.value or (isinstance(before, Text) and _alike(before, inline))):
            return False
        before = inline
    return True


def _alike(left: Text, right: Text) -> bool:
    return left.format == right.format and left.revisions == right.revisions


def _normal_row(row: Row) -> Row:
    return replace(row, cells=tuple(_normal_cell(cell) for cell in row.cells))


def _normal_cell(cell: Cell) -> Cell:
    return replace(cell, blocks=ending_in_paragraph(normal_story(cell.blocks)))


def _header_order(header: HeaderFooter) -> tuple[int, int, int]:
    return (header.section, _PLACES.index(header.place), _PAGES.index(header.pages))
