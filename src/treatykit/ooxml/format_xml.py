"""Say the formats of the model as ``w:rPr`` and ``w:pPr``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.model.properties import Alignment, ParagraphFormat, RunFormat
from treatykit.ooxml.elements import flag, w
from treatykit.ooxml.names import NAMESPACES
from treatykit.ooxml.xml import parse_xml

_ALIGNMENTS: Final = {
    Alignment.LEFT: "left",
    Alignment.CENTRE: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFIED: "both",
}
_DECLARATIONS: Final = " ".join(
    f'xmlns:{prefix}="{namespace}"' for prefix, namespace in NAMESPACES.items() if prefix not in ("xml", "ct", "rel")
)


def run_properties(look: RunFormat, style_id: str | None) -> list[etree._Element]:
    """What a format says of a run, in any order.

    Args:
        look: The format; its style is passed over.
        style_id: The character style the run wears.
    """
    return _merged(_run_properties(look, style_id))


def paragraph_properties(look: ParagraphFormat) -> list[etree._Element]:
    """What a format says of a paragraph, in any order."""
    return _merged(_paragraph_properties(look))


def _run_properties(look: RunFormat, style_id: str | None) -> Iterator[etree._Element]:
    if style_id is not None:
        yield w("rStyle", val=style_id)
    if look.font is not None:
        yield w("rFonts", ascii=look.font, hAnsi=look.font, cs=look.font)
    yield from flag("b", look.bold)
    yield from flag("i", look.italic)
    yield from flag("strike", look.strike)
    yield from flag("smallCaps", look.small_caps)
    yield from flag("caps", look.all_caps)
    yield from flag("vanish", look.hidden)
    if look.underline is not None:
        yield w("u", val=look.underline)
    if look.position is not None:
        yield w("vertAlign", val=look.position.value)
    if look.colour is not None:
        yield w("color", val=look.colour)
    if look.highlight is not None:
        yield w("highlight", val=look.highlight)
    if look.size is not None:
        yield w("sz", val=look.size)
    if look.language is not None:
        yield w("lang", val=look.language)
    yield from parsed(look.other)


def _paragraph_properties(look: ParagraphFormat) -> Iterator[etree._Element]:
    if look.alignment is not None:
        yield w("jc", val=_ALIGNMENTS[look.alignment])
    if (look.indent_left, look.indent_right, look.first_line) != (None, None, None):
        yield _indent(look)
    if (look.space_before, look.space_after) != (None, None):
        yield w("spacing", before=look.space_before, after=look.space_after)
    yield from flag("keepNext", look.keep_with_next)
    yield from flag("keepLines", look.keep_together)
    yield from flag("pageBreakBefore", look.page_break_before)
    yield from parsed(look.other)


def parsed(fragments: Iterable[str]) -> Iterator[etree._Element]:
    """Elements from the canonical XML that the model keeps of what it has no field for; what is none is left out."""
    for fragment in fragments:
        # A fragment may lean on the prefixes of the part it came from.
        try:
            holder = parse_xml(f"<holder {_DECLARATIONS}>{fragment}</holder>".encode(), "a property")
        except UnreadableError:
            continue
        yield from holder


def _indent(look: ParagraphFormat) -> etree._Element:
    first = look.first_line
    hanging = -first if first is not None and first < 0 else None
    return w(
        "ind",
        left=look.indent_left,
        right=look.indent_right,
        firstLine=first if hanging is None else None,
        hanging=hanging,
    )


def _merged(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """One element of a name: what the model keeps apart, ``w:spacing`` say, may be half a field and half unread."""
    merged: dict[str, etree._Element] = {}
    for element in elements:
        known = merged.setdefault(str(element.tag), element)
        for name, value in element.attrib.items():
            if name not in known.attrib:
                known.set(name, value)
    return list(merged.values())
