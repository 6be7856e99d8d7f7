"""What a Word file says: paragraphs with their numbers and looks, tables, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands among words and is none: a picture, the code of a field, the edge of a bookmark."""

    kind: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The sign of a note, or a box, with all that it says."""

    kind: str
    blocks: tuple[Block, ...]


Content = tuple[Run | Sign | Note, ...]


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph: the name of its style, its other properties, the number that Word prints, and its content."""

    style: str | None
    look: str
    number: str | None
    content: Content


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell."""

    look: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and the edges of controls around some of them."""

    look: str
    cells: tuple[Cell | Sign, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A table: its rows, and the edges of controls around some of them."""

    look: str
    rows: tuple[Row | Sign, ...]


Block = Par | Tab | Sign
"""A sign between paragraphs is the edge of a control around them, or what is no paragraph: another file."""


@dataclass(frozen=True, slots=True)
class Told:
    """A whole file; headers and footers under their section, place and pages, as far as they say anything.

    Attributes:
        sections: How the pages of each are set up, where that is asked for.
    """

    body: tuple[Block, ...]
    running: dict[tuple[int, str, str], tuple[Block, ...]]
    sections: tuple[str, ...] = ()


def paragraphs(blocks: Iterable[Block]) -> Iterator[Par]:
    """The paragraphs of blocks in reading order, those of notes and boxes left out."""
    for block in blocks:
        if isinstance(block, Par):
            yield block
        elif isinstance(block, Tab):
            for cell in (cell for row in block.rows if isinstance(row, Row) for cell in row.cells):
                yield from () if isinstance(cell, Sign) else paragraphs(cell.blocks)


def map_paragraphs(blocks: tuple[Block, ...], change: Callable[[Par], Par]) -> tuple[Block, ...]:
    """The blocks with every paragraph changed, those of notes and boxes first."""

    def noted(each: Run | Sign | Note) -> Run | Sign | Note:
        return replace(each, blocks=map_paragraphs(each.blocks, change)) if isinstance(each, Note) else each

    def celled(cell: Cell | Sign) -> Cell | Sign:
        return cell if isinstance(cell, Sign) else replace(cell, blocks=map_paragraphs(cell.blocks, change))

    def rowed(row: Row | Sign) -> Row | Sign:
        return row if isinstance(row, Sign) else replace(row, cells=tuple(map(celled, row.cells)))

    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Par):
            done.append(change(replace(block, content=tuple(noted(each) for each in block.content))))
        else:
            done.append(block if isinstance(block, Sign) else replace(block, rows=tuple(map(rowed, block.rows))))
    return tuple(done)


def words(paragraph: Par) -> str:
    """The words of a paragraph without its number."""
    return "".join(each.words for each in paragraph.content if isinstance(each, Run))


def line(paragraph: Par) -> str:
    """A paragraph as a line of text with its number."""
    return " ".join(f"{paragraph.number or ''} {words(paragraph)}".split())
