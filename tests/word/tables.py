"""Tables as WordprocessingML."""

from __future__ import annotations

from typing import Final

from tests.word.body import p, ps

BORDERS: Final = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
COLUMN: Final = 2000


def table(*rows: str, columns: int = 2, look: str = "") -> str:
    """A table with lines around its cells.

    Args:
        rows: Its rows.
        columns: How many columns its grid has, all of one width.
        look: Further properties, in the place that the schema gives to ``w:jc`` and what follows it.
    """
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * columns
    properties = (
        f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{COLUMN * columns}" w:type="dxa"/>{look}'
        f"<w:tblBorders>{BORDERS}</w:tblBorders>"
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, look: str = "") -> str:
    """A row: what is no cell already is the paragraphs, or the words, of one."""
    properties = f"<w:trPr>{look}</w:trPr>" if look else ""
    return f"<w:tr>{properties}{''.join(each if each.startswith('<w:tc>') else cell(each) for each in cells)}</w:tr>"


def cell(*content: str, spans: int = 1, look: str = "") -> str:
    """A cell: XML as it is, and a paragraph for each of other texts.

    Args:
        content: What stands in it; an empty paragraph where nothing does.
        spans: How many columns of the grid it takes.
        look: Further properties, from ``w:vMerge`` on.
    """
    span = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{COLUMN * spans}" w:type="dxa"/>{span}{look}</w:tcPr>'
    inside = "".join(each if each.startswith("<") else p(each) for each in content or ("",))
    return f"<w:tc>{properties}{inside}</w:tc>"


def rows(*lines: tuple[str, ...]) -> str:
    """A table of words, a line for each of its rows."""
    return table(*(row(*line) for line in lines), columns=len(lines[0]))


def between(*blocks: str) -> str:
    """Blocks between two paragraphs that stay."""
    return f"{ps('The schedule reads as follows.')}{''.join(blocks)}{ps('It forms part of this Treaty.')}"
