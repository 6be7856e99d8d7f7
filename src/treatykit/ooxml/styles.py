"""Read the style definitions: names as a person sees them, and the numbering that styles bring.

A style name is compared without case, as Word does, and Word shows its built-in names
with capitals (`heading 1` in the file, *Heading 1* on the screen).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn
from treatykit.records import dataclass

_PROPERTIES: Final = qn("w:pPr")
MAX_CHAIN: Final = 32
"""Styles deep that an inheritance may go; longer chains are rings that a damaged file drew."""

_NUMBERED_BUILT_INS: Final = ("heading", "index", "toc", "List Bullet", "List Number")
_LOWER_CASE_BUILT_INS: Final = {
    "annotation reference": "Comment Reference",
    "annotation subject": "Comment Subject",
    "annotation text": "Comment Text",
    "caption": "Caption",
    "endnote reference": "Endnote Reference",
    "endnote text": "Endnote Text",
    "envelope address": "Envelope Address",
    "envelope return": "Envelope Return",
    "footer": "Footer",
    "footnote reference": "Footnote Reference",
    "footnote text": "Footnote Text",
    "header": "Header",
    "index heading": "Index Heading",
    "line number": "Line Number",
    "macro": "Macro Text",
    "page number": "Page Number",
    "table of authorities": "Table of Authorities",
    "table of figures": "Table of Figures",
    "toa heading": "TOA Heading",
}


def shown_name(name: str) -> str:
    """The name of a style as Word shows it: `heading 1` is *Heading 1*."""
    if shown := _LOWER_CASE_BUILT_INS.get(name.lower()):
        return shown
    stem, _, number = name.rpartition(" ")
    if number.isdigit() and stem.lower() in _NUMBERED_BUILT_INS:
        return f"{'TOC' if stem.lower() == 'toc' else stem.capitalize()} {number}"
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style definition, as far as reading needs it.

    Attributes:
        id: What the file calls it.
        name: What a person calls it.
        kind: `paragraph`, `character`, `table` or `numbering`.
        parent: The id of the style it is based on.
        num_id: The list it brings, 0 for none, None when it says nothing.
        level: The level it names itself; the list's own link to the style goes before it.
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    num_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a package.

    Attributes:
        by_id: Every style with an id.
        defaults: Kind to the id of its default style.
    """

    by_id: Mapping[str, Style] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)

    def name(self, style_id: str | None) -> str | None:
        """The shown name; the id itself where the style is not defined; None for a default style."""
        if style_id is None or style_id in self.defaults.values():
            return None
        style = self.by_id.get(style_id)
        return style.name if style else style_id

    def id_of(self, name: str, kind: str) -> str | None:
        """The id of a style by its shown name."""
        wanted = name.lower()
        return next((s.id for s in self.by_id.values() if s.kind == kind and s.name.lower() == wanted), None)

    def chain(self, style_id: str | None, kind: str = "paragraph") -> Iterator[Style]:
        """The style and those it is based on, nearest first; the default style where none is named."""
        current = style_id if style_id in self.by_id else self.defaults.get(kind)
        for _ in range(MAX_CHAIN):
            if current is None or (style := self.by_id.get(current)) is None:
                return
            yield style
            current = style.parent


def read_styles(root: etree._Element | None) -> Styles:
    """Read `word/styles.xml`; no part, no styles."""
    if root is None:
        return Styles()
    by_id: dict[str, Style] = {}
    defaults: dict[str, str] = {}
    for element in root.iterchildren(qn("w:style")):
        style = _style(element)
        if style is None or style.id in by_id:
            continue
        by_id[style.id] = style
        if is_on(element.get(qn("w:default"), "0")):
            defaults.setdefault(style.kind, style.id)
    return Styles(by_id, defaults)


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child, None where there is no such child or value."""
    child = None if parent is None else parent.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def said_of(paragraph: etree._Element) -> etree._Element | None:
    """The `w:pPr` of a paragraph, if it has one; it stands first, where it is found without a search."""
    first = paragraph[0] if len(paragraph) else None
    return first if first is None or first.tag == _PROPERTIES else paragraph.find(_PROPERTIES)


def number(text: str | None) -> int | None:
    """A decimal attribute; None for what is none, so that one bad number does not lose a file."""
    try:
        # Word writes some measures with a fraction, and nobody else's file should fail for it.
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def is_on(text: str | None) -> bool:
    """The value of an on/off property; a missing value means on (ECMA-376, 17.17.4)."""
    return text is None or text.lower() not in ("0", "false", "off")


def _style(element: etree._Element) -> Style | None:
    style_id = element.get(qn("w:styleId"))
    if style_id is None:
        return None
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return Style(
        id=style_id,
        name=shown_name(value(element, "w:name") or style_id),
        kind=element.get(qn("w:type"), "paragraph"),
        parent=value(element, "w:basedOn"),
        num_id=number(value(numbering, "w:numId")),
        level=number(value(numbering, "w:ilvl")),
    )
