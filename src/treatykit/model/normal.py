"""Normal form: one way to write down every content, so that equality means equality.

* no empty text; equal neighbours (same format, same revisions) are one;
* a cell and a note end in a paragraph, as Word demands (ECMA-376, 17.4.65);
* a table has rows; a header or footer has blocks; headers stand in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import is_

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
    """A story whose paragraphs and tables are in normal form; the same one where it is already."""
    blocks = [
        block if isinstance(block, Paragraph) and _are_normal(block.inlines) else _normal_block(block)
        for block in story
        if not isinstance(block, Table) or block.rows
    ]
    return story if _are_same(blocks, story) else tuple(blocks)


def normalise(document: Document) -> Document:
    """The document in normal form."""
    body = normal_story(document.body)
    headers = [_normal_header(header) for header in document.headers]
    ordered = tuple(sorted((header for header in headers if header.blocks), key=_header_order))
    if body is document.body and _are_same(ordered, document.headers):
        return document
    return replace(document, body=body, headers=ordered)


def ending_in_paragraph(story: Story) -> Story:
    """The story of a cell or note, with an empty last paragraph added where it has none."""
    return story if story and isinstance(story[-1], Paragraph) else (*story, Paragraph())


def _are_normal(inlines: tuple[Inline, ...]) -> bool:
    """Whether no text is empty or like its neighbour, and every note is in normal form."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Text):
        return bool(only.value)
    before: Inline | None = None
    for inline in inlines:
        if isinstance(inline, NoteReference) and ending_in_paragraph(normal_story(inline.blocks)) is not inline.blocks:
            return False
        if isinstance(inline, Text) and (not inline.value or (isinstance(before, Text) and _alike(before, inline))):
            return False
        before = inline
    return True


def _alike(left: Text, right: Text) -> bool:
    same = left.format is right.format or left.format == right.format  # mostly one object
    return same and left.revisions == right.revisions


def _are_same(left: Sequence[object], right: Sequence[object]) -> bool:
    return len(left) == len(right) and all(map(is_, left, right))


def _normal_block(block: Block) -> Block:
    match block:
        case Paragraph(inlines, mark):
            return Paragraph(normal_inlines(inlines), mark)
        case Table(rows):
            normal_rows = tuple([_normal_row(row) for row in rows])
            return block if _are_same(normal_rows, rows) else replace(block, rows=normal_rows)
        case _:
            return block


def _normal_row(row: Row) -> Row:
    cells = tuple([_normal_cell(cell) for cell in row.cells])
    return row if _are_same(cells, row.cells) else replace(row, cells=cells)


def _normal_cell(cell: Cell) -> Cell:
    blocks = ending_in_paragraph(normal_story(cell.blocks))
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def _normal_header(header: HeaderFooter) -> HeaderFooter:
    blocks = normal_story(header.blocks)
    return header if blocks is header.blocks else replace(header, blocks=blocks)


def _header_order(header: HeaderFooter) -> tuple[int, int, int]:
    return (header.section, _PLACES.index(header.place), _PAGES.index(header.pages))
