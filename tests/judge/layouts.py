"""Tell how the tables of a Word file look with its tracked changes accepted or rejected (ECMA-376, Part 1, 17.13.5)."""

from __future__ import annotations

from lxml import etree
from tests.judge.content import GONE
from tests.judge.package import DOCUMENT, W, parts


def layouts(file: bytes, decision: str = "accept", part: str = DOCUMENT) -> list[list[str]]:
    """How the tables of a part look: of each its properties and columns, and those of the rows and cells that stand."""
    root = etree.fromstring(parts(file)[part])
    return [found for table in root.iter(f"{W}tbl") if (found := _layout(table, decision))]


def _layout(table: etree._Element, decision: str) -> list[str]:
    rows = [
        [_said(row, name, decision) for name in ("tblPrEx", "trPr")]
        + [_said(cell, "tcPr", decision) for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        for row in table.iter(f"{W}tr")
        if next(row.iterancestors(f"{W}tbl")) is table and not _marked(row.find(f"{W}trPr"), GONE[decision])
    ]
    whole = [_said(table, name, decision) for name in ("tblPr", "tblGrid")]
    return [*whole, *(one for row in rows for one in row)] if rows else []


def _said(holder: etree._Element, name: str, decision: str) -> str:
    """What properties say, or said before; that something came or went is no property, and saying nothing is none."""
    properties = holder.find(f"{W}{name}")
    record = None if properties is None else properties.find(f"{W}{name}Change")
    if record is not None and decision == "reject":
        properties = record[0]
    children = [] if properties is None else list(properties)
    unsaid = {f"{W}{one}" for one in ("ins", "del", f"{name}Change")}
    known = [child for child in children if child.tag not in unsaid]
    return "".join(etree.tostring(child, method="c14n", exclusive=True).decode() for child in known)


def _marked(properties: etree._Element | None, gone: tuple[str, ...]) -> bool:
    return properties is not None and any(properties.find(f"{W}{name}") is not None for name in gone)
