"""A table whose layout was changed under tracking, as Word writes it, and what it was before and is after."""

from __future__ import annotations

from tests.readers.word_files import p, tracked

_OLD_TABLE = '<w:tblW w:w="4000" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
_NEW_TABLE = (
    '<w:tblStyle w:val="Gitter"/><w:tblW w:w="6000" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
)
_OLD_GRID = '<w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>'
_NEW_GRID = '<w:gridCol w:w="4000"/><w:gridCol w:w="2000"/>'
_OLD_EXCEPTIONS = '<w:jc w:val="left"/>'
_OLD_CELL, _NEW_CELL = '<w:tcW w:w="2000" w:type="dxa"/>', '<w:tcW w:w="4000" w:type="dxa"/>'
_SHADED = f'{_NEW_CELL}<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'


def record(name: str, old: str, author: str = "Tesmar") -> str:
    """What says that properties were others before."""
    return tracked(f"{name}Change", f"<w:{name}>{old}</w:{name}>", author=author)


def grid_record(old: str) -> str:
    """What says that columns were others before; it names nobody."""
    return f'<w:tblGridChange w:id="2"><w:tblGrid>{old}</w:tblGrid></w:tblGridChange>'


def _table(properties: str, grid: str, exceptions: str, row: str, cell: str, lower: str) -> str:
    before = f"<w:tblPrEx>{exceptions}</w:tblPrEx>" if exceptions else ""
    second = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p("Place")}</w:tc>'
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr>{before}<w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{p('Point')}</w:tc>{second}</w:tr>"
        f"<w:tr><w:tc><w:tcPr>{lower}</w:tcPr>{p('Point')}</w:tc>{second}</w:tr></w:tbl>"
    )


BEFORE = _table(_OLD_TABLE, _OLD_GRID, _OLD_EXCEPTIONS, "", _OLD_CELL, _OLD_CELL)
AFTER = _table(_NEW_TABLE, _NEW_GRID, "", "<w:tblHeader/>", _SHADED, _NEW_CELL)
TRACKED = _table(
    _NEW_TABLE + record("tblPr", _OLD_TABLE),
    _NEW_GRID + grid_record(_OLD_GRID),
    record("tblPrEx", _OLD_EXCEPTIONS),
    "<w:tblHeader/>" + record("trPr", ""),
    _SHADED + record("tcPr", _OLD_CELL),
    _NEW_CELL + record("tcPr", _OLD_CELL),
)
