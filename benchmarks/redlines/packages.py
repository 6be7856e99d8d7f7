"""Writes a treaty as a Word file, as Word writes it: styles, automatic numbers, runs cut by editing sessions, notes.

The packages are made by hand, so that neither treatykit nor a peer reads what it has written itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import count
from random import Random
from xml.sax.saxutils import escape

from benchmarks.redlines.treaties import Grid, Line, Treaty

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# By the name of a style, which list and level it counts in.
_LEVELS = {"Article": 0, "Item": 1}
_PARTS = ("styles", "numbering", "settings", "footnotes", "header", "footer")


def word_file(treaty: Treaty, version: int) -> bytes:
    """The bytes of a Word file.

    Args:
        version: Seeds the editing sessions: another version is cut into other runs where nobody changed a word.
    """
    writer = _Writer(Random(version))
    body = "".join(writer.blocks(treaty))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations([(part, f"{part}.xml") for part in _PARTS]),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/settings.xml": _settings(version),
        "word/footnotes.xml": f"<w:footnotes {_NAMESPACES}>{_SEPARATORS}{''.join(writer.notes)}</w:footnotes>",
        "word/header.xml": f"<w:hdr {_NAMESPACES}>{_paragraph('Header', _run('Draft treaty'))}</w:hdr>",
        "word/footer.xml": f"<w:ftr {_NAMESPACES}>{_paragraph('Footer', _PAGE)}</w:ftr>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), _HEAD + xml, zipfile.ZIP_DEFLATED)
    return file.getvalue()


class _Writer:
    """Writes the blocks of a body, and gathers their notes."""

    def __init__(self, source: Random) -> None:
        self.notes: list[str] = []
        self._source = source
        self._numbers = count(1)

    def blocks(self, treaty: Treaty) -> Iterator[str]:
        for block in treaty:
            yield self._table(block) if isinstance(block, Grid) else self._line(block)

    def _line(self, line: Line) -> str:
        runs = "".join(self._runs(line.words))
        if line.note:
            runs += self._note(line.note)
        return _paragraph(line.style, runs, session=self._session())

    def _runs(self, words: str) -> Iterator[str]:
        """One run, or several where somebody typed on later; now and then one in italics."""
        pieces = [words]
        while len(pieces) < 4 and self._source.random() < 0.3:
            last = pieces.pop()
            cut = last.find(" ", self._source.randrange(len(last)))
            pieces += [last[:cut], last[cut:]] if cut > 0 else [last]
            if cut <= 0:
                break
        for piece in pieces:
            spelling = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'
            before, after = spelling if self._source.random() < 0.05 else ("", "")
            yield f"{before}{_run(piece, session=self._session())}{after}"

    def _note(self, words: str) -> str:
        number = next(self._numbers)
        sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
        content = _paragraph("FootnoteText", sign.format("<w:footnoteRef/>") + _run(f" {words}"))
        self.notes.append(f'<w:footnote w:id="{number}">{content}</w:footnote>')
        return sign.format(f'<w:footnoteReference w:id="{number}"/>')

    def _table(self, grid: Grid) -> str:
        rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in grid.rows)
        columns = '<w:gridCol w:w="3000"/>' * len(grid.rows[0])
        return f"<w:tbl>{_TABLE}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"

    def _session(self) -> str:
        return f"00{self._source.randrange(0x100000, 0x100040):06X}"


def _paragraph(style: str, content: str, *, session: str = "") -> str:
    known = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    marks = f' w:rsidR="{session}" w:rsidRDefault="{session}"' if session else ""
    return f"<w:p{marks}>{known}{content}</w:p>"


def _cell(words: str) -> str:
    return f"<w:tc>{_WIDTH}{_paragraph('', _run(words))}</w:tc>"


def _run(words: str, *, session: str = "") -> str:
    mark = f' w:rsidR="{session}"' if session else ""
    return f'<w:r{mark}><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _content_types() -> str:
    kinds = {"document": "document.main", **{part: part for part in _PARTS}}
    inside = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _settings(version: int) -> str:
    sessions = "".join(f'<w:rsid w:val="00{0x100000 + at:06X}"/>' for at in range(0x40))
    return (
        f'<w:settings {_NAMESPACES}><w:defaultTabStop w:val="720"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:rsids><w:rsidRoot w:val="00{0x100000 + version:06X}"/>{sessions}</w:rsids></w:settings>'
    )


def _style(kind: str, name: str, inside: str, *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{name}"><w:name w:val="{name}"/>{inside}</w:style>'


def _list_style(name: str, more: str) -> str:
    level = _LEVELS[name]
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return _style(
        "paragraph", name, f'<w:basedOn w:val="Normal"/><w:pPr>{place}<w:spacing w:after="120"/></w:pPr>{more}'
    )


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_LOOK = (
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0"'
    ' w:noVBand="1"/>'
)
_TABLE = f'<w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="9000" w:type="dxa"/>{_LOOK}</w:tblPr>'
_WIDTH = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
_NUMBERING = (
    f'<w:numbering {_NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{name}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for name, level, text in (("Article", 0, "Article %1"), ("Item", 1, "%2."))
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_STYLES = (
    f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    + _style("paragraph", "Normal", "<w:qFormat/>", default=True)
    + _style("character", "FootnoteReference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
    + _style("table", "TableNormal", '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>', default=True)
    + "".join(_style("paragraph", name, '<w:basedOn w:val="Normal"/>') for name in ("Header", "Footer", "FootnoteText"))
    + _list_style("Article", "<w:rPr><w:b/></w:rPr>")
    + _list_style("Item", "")
    + "</w:styles>"
)
