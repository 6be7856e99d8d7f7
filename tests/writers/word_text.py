"""The text and tables of a Word file with its tracked changes accepted or rejected, read by a judge of its own.

Nothing of treatykit is used here, so that a mistake of the reader cannot hide one of the writer.
The rules are those of ECMA-376, 17.13.5.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def parts(file: bytes) -> dict[str, bytes]:
    """Every part by its name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text(file: bytes, decision: str = "accept", part: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part as lines; those of deleted rows are gone."""
    root = etree.fromstring(parts(file)[part])
    body = root.find(f"{_W}body")
    containers = list(root.iter(f"{_W}footnote", f"{_W}endnote")) or [root if body is None else body]
    return [line for container in containers for line in _story(container, _GONE[decision])]


def layouts(file: bytes, decision: str = "accept", part: str = "word/document.xml") -> list[list[str]]:
    """How the tables of a part look: of each its properties and columns, and those of the rows and cells that stand."""
    root = etree.fromstring(parts(file)[part])
    return [found for table in root.iter(f"{_W}tbl") if (found := _layout(table, decision))]


def _layout(table: etree._Element, decision: str) -> list[str]:
    rows = [
        [_said(row, name, decision) for name in ("tblPrEx", "trPr")]
        + [_said(cell, "tcPr", decision) for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
        for row in table.iter(f"{_W}tr")
        if next(row.iterancestors(f"{_W}tbl")) is table and not _marked(row.find(f"{_W}trPr"), _GONE[decision])
    ]
    whole = [_said(table, name, decision) for name in ("tblPr", "tblGrid")]
    return [*whole, *(one for row in rows for one in row)] if rows else []


def _said(holder: etree._Element, name: str, decision: str) -> str:
    """What properties say, or said before; that something came or went is no property, and saying nothing is none."""
    properties = holder.find(f"{_W}{name}")
    record = None if properties is None else properties.find(f"{_W}{name}Change")
    if record is not None and decision == "reject":
        properties = record[0]
    children = [] if properties is None else list(properties)
    unsaid = {f"{_W}{one}" for one in ("ins", "del", f"{name}Change")}
    known = [child for child in children if child.tag not in unsaid]
    return "".join(etree.tostring(child, method="c14n", exclusive=True).decode() for child in known)


def _story(container: etree._Element, gone: tuple[str, ...]) -> Iterator[str]:
    segment: list[tuple[str, bool]] = []  # paragraphs up to a table or the end: their words, and whether the mark goes
    for block in _blocks(container):
        if block.tag == f"{_W}p":
            segment.append((_words(block, gone), _marked(block.find(f"{_W}pPr/{_W}rPr"), gone)))
            continue
        yield from _joined(segment)
        segment = []
        for row in block.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is block and not _marked(row.find(f"{_W}trPr"), gone):
                for cell in row.iter(f"{_W}tc"):
                    if next(cell.iterancestors(f"{_W}tr")) is row:
                        yield from _story(cell, gone)
    yield from _joined(segment)


def _joined(segment: list[tuple[str, bool]]) -> Iterator[str]:
    """The lines of a segment. Word never takes its last mark out, so a change that hangs on it leaves a line behind."""
    carried = ""
    for at, (words, goes) in enumerate(segment):
        carried += words
        if not goes:
            yield carried
            carried = ""
        elif at == len(segment) - 1 and (carried or not all(marked for _, marked in segment)):
            yield carried


def _marked(properties: etree._Element | None, gone: tuple[str, ...]) -> bool:
    return properties is not None and any(properties.find(f"{_W}{name}") is not None for name in gone)


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _blocks(child)


def _words(node: etree._Element, gone: tuple[str, ...]) -> str:
    found = ""
    for child in node:
        name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
        if (
            name in gone
            or name in ("pPr", "rPr", "txbxContent", "instrText", "delInstrText")
            or child.tag == f"{_MC}Fallback"
        ):
            continue
        if name in ("t", "delText"):
            found += (child.text or "").replace("\u00a0", " ")  # printed so that no line parts a noun and its number
        elif name in _SIGNS and node.tag == f"{_W}r":
            found += _SIGNS[name]
        else:
            found += _words(child, gone)
    return found
