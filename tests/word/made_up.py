"""Made-up Word files of everything that the builders in this folder know, and what came of them after a few edits.

A file is a tree of plain values; `tests.word.made_up_files` writes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

SENTENCES: Final = (
    "The Parties shall live in peace and friendship.",
    "Goods in transit are exempt from customs duties and charges.",
    "The Commission publishes the level of the river every month.",
    "Each Party shall notify the other of any change within thirty (30) days.",
    "The frontier follows the river to the northern gate.",
    "Done in two originals.",
    "Borders stay open.",
    "It forms part of this Treaty.",
    "Disputes are settled by negotiation; or, failing that, by arbitration under Article 5, paragraph 2 (b).",
    "条约双方应当和平相处。",
    "争端由委员会解决。",
    "يجتمع الطرفان كل شهر.",
    "Стороны живут в мире.",
    "ภาคีอยู่ร่วมกันโดยสันติ",
    "The rate is 2,500 per tonne\tand no more.",
    "",
)
_WORDS: Final = ("peace", "river", "shall", "not", "open", "60 days", "и мир", "和平", "سلام", "gate,", "the", "…")
_LOOKS: Final = ("<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:sz w:val="28"/>', '<w:rStyle w:val="Strong"/>')
_SETTINGS: Final = (
    "",
    "<w:keepNext/>",
    '<w:jc w:val="center"/>',
    "<w:bidi/>",
    '<w:ind w:left="1000"/>',
    '<w:spacing w:after="240"/>',
)
_STYLES: Final = ("", "", "", "Heading1", "Heading2", "Article", "Quote", "ListParagraph")
_LISTS: Final = ((2, 0), (2, 1), (1, 1), (1, 2), (3, 0), (4, 0))
_SIGNS: Final = (
    *("bold", "link", "field", "short field", "footnote", "endnote", "control", "comment", "bookmark", "reference"),
    *("picture", "equation", "box", "break", "page", "box control", "direction", "chart"),
)
_ONE_IN: Final = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or something among them.

    Attributes:
        kind: Empty for words; what else it is, ``footnote``.
        words: What it says or shows.
        look: Properties of its runs.
        tag: What tells it from others of its kind: the address of a link, the tag of a control.
        blocks: The paragraphs of a note or a box.
    """

    kind: str = ""
    words: str = ""
    look: str = ""
    tag: int = 0
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes:
        place: The list and level that it stands on.
        section: It ends a section; the width of its margin.
    """

    pieces: tuple[Piece, ...]
    style: str = ""
    look: str = ""
    place: tuple[int, int] | None = None
    section: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: how many columns it takes, and whether it begins or goes on a merge down."""

    blocks: tuple[Block, ...]
    spans: int = 1
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the cells of each row.

    Attributes:
        look: Its properties.
        held: The rows from one to another stand in a control of this tag.
    """

    rows: tuple[tuple[Box, ...], ...]
    look: str = ""
    held: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Blocks in a content control."""

    blocks: tuple[Block, ...]
    tag: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """What is neither paragraph nor table: an equation on its own, another file."""

    kind: str
    tag: int = 0


Block = Line | Grid | Held | Other


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A file.

    Attributes:
        headers: What stands at the head and the foot of the pages of the last section, by its name.
        margin: Of its last section.
    """

    body: tuple[Block, ...]
    headers: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    margin: int = 1440


# --- making up


def made_up(choose: Random) -> MadeUp:
    """A file of a few blocks."""
    body = blocks(choose, choose.randint(1, 6), deep=2)
    headers = tuple(
        (name, blocks(choose, 1, deep=0)) for name in ("header1", "footer1") if choose.randrange(2 * _ONE_IN) == 0
    )
    return MadeUp(body, headers)


def blocks(choose: Random, count: int, *, deep: int) -> tuple[Block, ...]:
    """Some blocks; the last is a paragraph.

    Args:
        deep: How deep tables, controls, notes and boxes may stand in each other.
    """
    found = [block(choose, deep) for _ in range(count - 1)]
    return (*found, line(choose, min(deep, 1)))


def block(choose: Random, deep: int) -> Block:
    """A paragraph mostly, at times a table, a control around blocks, or something else."""
    kind = choose.randrange(12)
    if deep and kind == 0:
        return grid(choose, deep - 1)
    if deep and kind == 1:
        inside = blocks(choose, choose.randint(1, 3), deep=deep - 1)
        return Held(inside, choose.randrange(3))
    if deep > 1 and kind == 2:
        return Other(choose.choice(("displayed", "chunk")), choose.randrange(2))
    return line(choose, deep)


def line(choose: Random, deep: int) -> Line:
    """A paragraph of words and what stands among them."""
    pieces = [words(choose)]
    while choose.randrange(_ONE_IN) == 0:
        pieces += [piece(choose, deep), words(choose)]
    place = choose.choice(_LISTS) if choose.randrange(_ONE_IN) == 0 else None
    style = choose.choice(_STYLES)
    look = choose.choice(_SETTINGS) if choose.randrange(_ONE_IN) == 0 else ""
    section = choose.choice((1440, 2000)) if deep > 1 and choose.randrange(15) == 0 else 0
    return Line(tuple(pieces), style, look, place, section)


def words(choose: Random) -> Piece:
    """Words of some look."""
    said = choose.choice(SENTENCES)
    look = choose.choice(_LOOKS) if choose.randrange(2 * _ONE_IN) == 0 else ""
    return Piece("", said, look)


def piece(choose: Random, deep: int) -> Piece:
    """Something that stands among words."""
    kind = choose.choice(_SIGNS)
    if kind in ("footnote", "endnote", "box") and not deep:
        kind = "link"
    inside = blocks(choose, choose.randint(1, 2), deep=0) if kind in ("footnote", "endnote", "box") else ()
    return Piece(kind, choose.choice(SENTENCES[:9]).split(" ")[-1], tag=choose.randrange(3), blocks=inside)


def grid(choose: Random, deep: int) -> Grid:
    """A table of rows with two or three columns, some cells wider, some merged down."""
    columns = choose.randint(2, 3)
    rows = tuple(row(choose, columns, deep) for _ in range(choose.randint(1, 4)))
    held = (0, choose.randint(1, len(rows)), choose.randrange(2)) if choose.randrange(2 * _ONE_IN) == 0 else None
    return Grid(rows, choose.choice(("", "", '<w:jc w:val="center"/>')), held)


def row(choose: Random, columns: int, deep: int) -> tuple[Box, ...]:
    """The cells of a row."""
    cells: list[Box] = []
    while columns:
        spans = min(columns, choose.choice((1, 1, 1, 2)))
        columns -= spans
        merge = choose.choice(("", "", "", "", "restart", "continue"))
        cells.append(Box(blocks(choose, choose.choice((1, 1, 2)), deep=deep), spans, merge))
    return tuple(cells)


# --- editing


def edited(choose: Random, file: MadeUp) -> MadeUp:
    """What came of a file after one to four edits."""
    for _ in range(choose.randint(1, 4)):
        kind = choose.randrange(12)
        if kind == 0:
            file = replace(file, margin=choose.choice((1440, 2000)))
        elif kind == 1:
            file = replace(file, headers=_other_headers(choose, file))
        else:
            file = replace(file, body=_ending(choose, _edit_blocks(choose, file.body, 2)))
    return file


def _other_headers(choose: Random, file: MadeUp) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    if not file.headers:
        return (("header1", blocks(choose, 1, deep=0)),)
    name, inside = file.headers[0]
    return ((name, _ending(choose, _edit_blocks(choose, inside, 0))), *file.headers[1:])


def _ending(choose: Random, inside: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks that end in a paragraph, and it ends no section."""
    last = inside[-1] if inside else None
    return inside if isinstance(last, Line) and not last.section else (*inside, line(choose, 0))


def _edit_blocks(choose: Random, inside: tuple[Block, ...], deep: int) -> tuple[Block, ...]:
    found = list(inside)
    at = choose.randrange(len(found)) if found else 0
    kind = choose.randrange(14)
    if kind == 0 or not found:
        found.insert(at, block(choose, deep))
    elif kind == 1:
        del found[at]
    elif kind == 2:
        found.insert(choose.randrange(len(found)), found.pop(at))
    elif kind == 3 and deep:
        end = choose.randint(at + 1, len(found))
        found[at:end] = [Held(tuple(found[at:end]), choose.randrange(3))]
    elif kind == 4:
        found.insert(at, found[at])
    elif kind == 5 and at + 1 < len(found):
        first, second = found[at : at + 2]
        if isinstance(first, Line) and isinstance(second, Line):
            found[at : at + 2] = [replace(second, pieces=(*first.pieces, *second.pieces))]
    elif kind == 6 and isinstance(one := found[at], Line) and len(one.pieces) > 1:
        cut = choose.randrange(1, len(one.pieces))
        found[at : at + 1] = [replace(one, pieces=one.pieces[:cut], section=0), replace(one, pieces=one.pieces[cut:])]
    else:
        found[at : at + 1] = _edit_block(choose, found[at], deep)
    return tuple(found)


def _edit_block(choose: Random, one: Block, deep: int) -> Sequence[Block]:
    match one:
        case Line():
            return [_edit_line(choose, one, deep)]
        case Grid():
            return [_edit_grid(choose, one, max(deep - 1, 0))]
        case Held(inside):
            kind = choose.randrange(4)
            if kind == 0:
                return inside
            if kind == 1:
                return [replace(one, tag=choose.randrange(3))]
            return [replace(one, blocks=_ending(choose, _edit_blocks(choose, inside, max(deep - 1, 0))))]
        case Other():
            return [replace(one, tag=1 - one.tag)]


def _edit_line(choose: Random, one: Line, deep: int) -> Line:
    kind = choose.randrange(12)
    if kind == 0:
        return replace(one, style=choose.choice(_STYLES))
    if kind == 1:
        return replace(one, look=choose.choice(_SETTINGS))
    if kind == 2:
        return replace(one, place=choose.choice((None, *_LISTS)))
    if kind == 3 and deep > 1:
        return replace(one, section=choose.choice((0, 1440, 2000)))
    found = list(one.pieces)
    at = choose.randrange(len(found)) if found else 0
    if kind in (4, 5) or not found:
        found.insert(at, choose.choice((words, lambda choose: piece(choose, deep)))(choose))
    elif kind == 6:
        del found[at]
    elif kind == 7:
        found.insert(choose.randrange(len(found)), found.pop(at))
    else:
        found[at] = _edit_piece(choose, found[at])
    return replace(one, pieces=tuple(found))


def _edit_piece(choose: Random, one: Piece) -> Piece:
    if one.blocks and choose.randrange(_ONE_IN):
        return replace(one, blocks=_ending(choose, _edit_blocks(choose, one.blocks, 0)))
    kind = choose.randrange(6)
    if kind == 0:
        return replace(one, tag=choose.randrange(3))
    if kind == 1:
        return replace(one, look=choose.choice(("", *_LOOKS)))
    said = one.words.split(" ")
    at = choose.randrange(len(said))
    if kind == 2:
        del said[at]
    elif kind == 3:
        said.insert(at, choose.choice(_WORDS))
    else:
        said[at] = choose.choice(_WORDS)
    return replace(one, words=" ".join(said))


def _edit_grid(choose: Random, one: Grid, deep: int) -> Grid:
    rows = list(one.rows)
    at = choose.randrange(len(rows))
    kind = choose.randrange(9)
    if kind == 0:
        rows.insert(at, row(choose, sum(cell.spans for cell in rows[at]), deep))
    elif kind == 1 and len(rows) > 1:
        del rows[at]
    elif kind == 2:
        rows.insert(choose.randrange(len(rows)), rows.pop(at))
    elif kind == 3:
        return replace(one, look=choose.choice(("", '<w:jc w:val="center"/>')))
    elif kind == 4:
        return replace(one, held=choose.choice((None, (0, len(rows), 1), (at, at + 1, 0))))
    else:
        cells = list(rows[at])
        which = choose.randrange(len(cells))
        if kind == 5:
            cells[which] = replace(cells[which], merge=choose.choice(("", "restart", "continue")))
        else:
            inside = _ending(choose, _edit_blocks(choose, cells[which].blocks, deep))
            cells[which] = replace(cells[which], blocks=inside)
        rows[at] = tuple(cells)
    held = one.held if one.held is None or one.held[1] <= len(rows) else None
    return replace(one, rows=tuple(rows), held=held)
