"""Small Word files for tests, not made by our writer, so that reader and writer cannot agree on a mistake."""

from __future__ import annotations

import io
import zipfile

from treatykit.ooxml.names import NAMESPACES

_DECLARED = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "m", "mc", "wp", "wps", "a", "pic", "v")
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Absatz"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/></w:style>
<w:style w:type="table" w:styleId="Gitter"><w:name w:val="Table Grid"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""


def part(name: str, content: str) -> str:
    """A part whose root is `w:name`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_DECLARED}>{content}</w:{name}>'


def word_file(
    body: str,
    *,
    section: str = "",
    parts: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """A package with this body.

    Args:
        body: What stands in `w:body` before the last `w:sectPr`.
        section: The content of that `w:sectPr`; `{header1.xml}` is the relationship id of a part.
        parts: Further parts in the folder `word` by name, instead of `STYLES` and `NUMBERING` or beside them.
        media: Other files in the folder `word`.
        without: Parts to leave out.
    """
    extra = {"styles.xml": part("styles", STYLES), "numbering.xml": part("numbering", NUMBERING), **(parts or {})}
    extra = {name: text for name, text in extra.items() if name not in without}
    files: dict[str, bytes] = {f"word/{name}": text.encode() for name, text in extra.items()}
    files |= {f"word/{name}": data for name, data in (media or {}).items()}
    names = {name: f"rId{index}" for index, name in enumerate([*extra, *(media or {})], 1)}
    for name, relation_id in names.items():
        section, body = section.replace(f"{{{name}}}", relation_id), body.replace(f"{{{name}}}", relation_id)
    files["word/document.xml"] = part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>").encode()
    relations = "".join(
        f'<Relationship Id="{relation_id}" Type="{_RELATION}/{_kind(name)}" Target="{name}"/>'
        for name, relation_id in names.items()
    )
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE_RELATION}">{relations}</Relationships>'.encode()
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE_RELATION}"><Relationship Id="rId1" Type="{_RELATION}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>'
    ).encode()
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{_kind(name)}+xml"/>' for name in extra
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>'
    ).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", *sorted(set(files) - {"[Content_Types].xml"})):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; words without a tag become a run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def r(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """A run."""
    tag = "delText" if deleted else "t"
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def tracked(kind: str, content: str, *, author: str = "Tesmar", identity: int = 1) -> str:
    """Content that came or went: kind is `ins`, `del`, `moveFrom` or `moveTo`."""
    stamp = f'w:id="{identity}" w:author="{author}" w:date="2026-03-01T10:00:00Z"'
    return f"<w:{kind} {stamp}>{content}</w:{kind}>" if content else f"<w:{kind} {stamp}/>"


def mark(kind: str, properties: str = "", *, author: str = "Tesmar") -> str:
    """Paragraph properties with a tracked mark."""
    return f"{properties}<w:rPr>{tracked(kind, '', author=author)}</w:rPr>"


def field(code: str, result: str) -> str:
    """A field, the long way."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, grid: tuple[int, ...] = (2000, 2000), properties: str = "") -> str:
    """A table."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _kind(name: str) -> str:
    stem = name.partition(".")[0].rstrip("0123456789")
    return {"media/image": "image"}.get(stem, stem)
