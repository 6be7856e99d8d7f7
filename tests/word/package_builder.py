"""Word files made by hand: parts of XML put into a package, with nothing of treatykit in between."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from tests.word.sheets import LISTS, SETTINGS, STYLES, THEME

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.drawingml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)

_ROOTS: Final = {"document": "document", "header": "hdr", "footer": "ftr"}
_TYPES: Final = {
    "document": f"{_WORD}.document.main+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": f"{_DRAWING}.chart+xml",
    **{f"diagram{kind}": f"{_DRAWING}.diagram{kind}+xml" for kind in ("Data", "Layout", "Style", "Colors")},
}
_RELATIONS: Final = {"diagramStyle": "diagramQuickStyle"}
_SUFFIXES: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def docx(
    *blocks: str,
    section: str = "",
    styles: str = STYLES,
    lists: str = LISTS,
    settings: str = SETTINGS,
    parts: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    relations: Mapping[str, tuple[str, ...]] | None = None,
) -> bytes:
    """A Word file.

    Args:
        blocks: What stands in the body: paragraphs, tables, content controls.
        section: What the last ``w:sectPr`` says; the page of A4 where nothing is said.
        styles: The content of ``w:styles``.
        lists: The content of ``w:numbering``; no such part where empty.
        settings: The content of ``w:settings``.
        parts: Further parts of the folder ``word`` by their name, such as ``footnotes.xml`` or ``header1.xml``: the
            content of their root, or all of a part whose text begins with ``<?xml``.
        media: Files beside them, such as ``media/map.png``.
        links: External addresses by the name that `relation` gives them.
        relations: The parts and files, by their names, that a part leads to; the document leads to all others.
    """
    texts = {"styles.xml": styles, "numbering.xml": lists, "settings.xml": settings, "theme/theme1.xml": THEME}
    texts |= dict(parts or {})
    texts = {name: text for name, text in texts.items() if text}
    body = f"<w:body>{''.join(blocks)}<w:sectPr>{section or A4}</w:sectPr></w:body>"
    files = {name: _part(name, text) for name, text in {"document.xml": body, **texts}.items()}
    files |= dict(media or {})
    led = {name for targets in (relations or {}).values() for name in targets}
    held = {"document.xml": tuple(name for name in files if name not in led and name != "document.xml")}
    held |= dict(relations or {})
    for source, targets in held.items():
        addresses = dict(links or {}) if source == "document.xml" else {}
        folder, _, name = source.rpartition("/")
        files[f"{folder}{'/' if folder else ''}_rels/{name}.rels"] = _relationships(targets, addresses)
    return _zipped(files)


A4: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" w:gutter="0"/>'
)


def relation(name: str) -> str:
    """The id of the relationship that leads to a part, a file or an external address of that name."""
    return f"r_{''.join(sign if sign.isalnum() else '_' for sign in name)}"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A package of these files, for specimens that bring all of their own parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unzipped(file: bytes) -> dict[str, bytes]:
    """The files of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(files: Mapping[str, bytes]) -> bytes:
    types = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in _SUFFIXES.items())
    types += "".join(
        f'<Override PartName="/word/{name}" ContentType="{_content_type(name)}"/>'
        for name in files
        if name.endswith(".xml")
    )
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": _rooted("Types", "content-types", types),
            "_rels/.rels": _rooted("Relationships", "relationships", root),
            **{f"word/{name}": data for name, data in files.items()},
        }
    )


def _part(name: str, text: str) -> bytes:
    if text.startswith("<?xml"):
        return text.encode()
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    root = _ROOTS.get(_kind(name), _kind(name))
    return f'{_DECLARATION}<w:{root} {declared} mc:Ignorable="w14 w15">{text}</w:{root}>'.encode()


def _relationships(targets: tuple[str, ...], links: Mapping[str, str]) -> bytes:
    found = [
        f'<Relationship Id="{relation(name)}" Type="{_OFFICE}/{_RELATIONS.get(_kind(name), _kind(name))}" '
        f'Target="/word/{name}"/>'
        for name in targets
    ]
    found += [
        f'<Relationship Id="{relation(name)}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in links.items()
    ]
    return _rooted("Relationships", "relationships", "".join(found))


def _rooted(root: str, namespace: str, text: str) -> bytes:
    return f'{_DECLARATION}<{root} xmlns="{_PACKAGE}/{namespace}">{text}</{root}>'.encode()


def _kind(name: str) -> str:
    """What a part or file is: ``header2.xml`` is a ``header``, ``media/map.png`` an ``image``."""
    if name.startswith("media/"):
        return "image"
    if name.startswith("embeddings/"):
        return "package"
    return name.rpartition("/")[2].partition(".")[0].rstrip("0123456789")


def _content_type(name: str) -> str:
    return _TYPES.get(_kind(name), f"{_WORD}.{_kind(name)}+xml")
