"""Take run and paragraph properties apart into facets: what is said, inherited and overridden by itself.

`w:jc` is one facet. The attributes of `w:ind`, `w:spacing`, `w:rFonts` and `w:lang` are inherited one by one, and so
are the children of `w:tabs` and `w:pBdr` (docs/analysis/styles.md, What departs from a style).
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.property_defaults import DECORATED, SWITCHES, default, is_idle
from treatykit.ooxml.styles import is_on, number
from treatykit.records import dataclass

Facets = Mapping[str, str]
"""The name of a facet, `jc`, `ind/left`, `tabs/720`, to what is said of it, in one way of writing."""

_NO_FACETS: Final = frozenset({"rStyle", "pStyle", "numPr", "rPr", "sectPr", "rPrChange", "pPrChange"})
_MEASURES: Final = frozenset({"sz", "szCs", "kern", "position", "w", "outlineLvl"})
_FONT_SLOTS: Final = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_MIRRORED: Final = {"start": "left", "end": "right"}
_W: Final = f"{{{NAMESPACES['w']}}}"
_VAL: Final = qn("w:val")


@dataclass(frozen=True, slots=True)
class _Said:
    """One facet of an element, and how it is taken out: by its attributes, as a child, or with the element."""

    name: str
    value: str
    attributes: tuple[str, ...] = ()
    child: etree._Element | None = None


def facets(properties: etree._Element | None) -> dict[str, str]:
    """Everything that a `w:rPr` or `w:pPr` says but its style and its list; said twice, the last time counts."""
    if properties is None:
        return {}
    found = (element for element in properties.iterchildren("*") if _local(element.tag) not in _NO_FACETS)
    return {said.name: said.value for element in found for said in _facets_of(element)}


def departing(element: etree._Element, base: Facets) -> etree._Element | None:
    """A copy of a property, in plain form, without what would hold anyway; None where nothing is left.

    Args:
        element: A child of a `w:rPr` or `w:pPr`.
        base: What holds without it; what it does not name has its default.
    """
    rest = _plain(element)
    for said in list(_facets_of(rest)):
        if said.value != base.get(said.name, default(said.name)):
            continue
        if said.child is not None:
            rest.remove(said.child)
        elif said.attributes:
            _drop(rest, said.attributes)
        else:
            return None
    is_emptied = (len(element) or element.attrib) and not (len(rest) or rest.attrib)
    return None if is_emptied and _local(element.tag) not in SWITCHES else rest


def _plain(element: etree._Element) -> etree._Element:
    """A copy of a property in one way of writing: no attribute says what holds without it, a switch is on or `0`."""
    clone = copy.deepcopy(element)
    clone.tail = None
    for node in clone.iter("*"):
        name, said = _local(node.tag), node.get(_VAL)
        if name in SWITCHES:
            node.attrib.pop(_VAL, None)
            if not is_on(said):
                node.set(_VAL, "0")
        elif name in DECORATED:
            _drop(node, [str(key) for key, text in node.attrib.items() if is_idle(_local(key), _switch(text))])
            if said is not None:
                node.set(_VAL, _side(said))
    if _local(clone.tag) == "tabs":
        clone[:] = sorted(clone, key=lambda tab: number(tab.get(qn("w:pos"))) or 0)
    return clone


def _facets_of(element: etree._Element) -> Iterator[_Said]:
    name = _local(element.tag)
    match name:
        case "ind":
            yield from _indents(element)
        case "spacing" if _VAL not in element.attrib:
            yield from _spacing(element)
        case "rFonts":
            yield from _fonts(element)
        case "lang":
            if (language := element.get(_VAL)) is not None:
                yield _Said("lang/val", language, (_VAL,))
        case "tabs" | "pBdr":
            for child in element.iterchildren("*"):
                of = _number(child.get(qn("w:pos"))) if name == "tabs" else _local(child.tag)
                yield _Said(f"{name}/{of}", _value(child), child=child)
        case _:
            yield _Said(name, _value(element))


def _indents(element: etree._Element) -> Iterator[_Said]:
    yield from _attributes(element, "ind", skipped=("firstLine", "hanging"))
    along = [qn(f"w:{name}") for name in ("firstLine", "hanging") if qn(f"w:{name}") in element.attrib]
    if along:
        # A hanging indent goes before one of the first line (17.3.1.12).
        measure = _number(element.get(along[-1]))
        is_hanging = along[-1] == qn("w:hanging") and measure != "0"
        yield _Said("ind/first", f"-{measure}" if is_hanging else measure, tuple(along))


def _spacing(element: etree._Element) -> Iterator[_Said]:
    yield from _attributes(element, "spacing", skipped=("line", "lineRule"))
    line, rule = element.get(qn("w:line")), element.get(qn("w:lineRule"))
    if line is not None or rule is not None:
        yield _Said("spacing/line", f"{_number(line)} {rule or 'auto'}", (qn("w:line"), qn("w:lineRule")))


def _fonts(element: etree._Element) -> Iterator[_Said]:
    for slot, theme in _FONT_SLOTS.items():
        names = (qn(f"w:{slot}"), qn(f"w:{theme}"))
        font, of_theme = (element.get(name) for name in names)
        # The name beside a font of the theme is the one that the theme gave when the file was saved.
        if font is not None or of_theme is not None:
            yield _Said(f"rFonts/{slot}", f"theme {of_theme}" if font is None else font, names)


def _attributes(element: etree._Element, of: str, skipped: tuple[str, ...]) -> Iterator[_Said]:
    for key, text in element.attrib.items():
        name = _local(key)
        if name not in skipped:
            value = _switch(text) if name.endswith("Autospacing") else _number(text)
            yield _Said(f"{of}/{_side(name)}", value, (str(key),))


def _value(element: etree._Element) -> str:
    """What an element says as a whole, in one way of writing."""
    name, said = _local(element.tag), element.get(_VAL)
    if name in SWITCHES:
        return "1" if is_on(said) else "0"
    if len(element):
        return canonical(element)
    if name in _MEASURES or (name == "spacing" and said is not None):
        return _number(said)
    if name == "color" and said is not None:
        return said if said == "auto" else said.upper()  # of the theme or not, that is the colour
    if name in DECORATED and said in ("nil", "none"):
        return default(name) or "none"
    told = sorted(
        f"{_local(key)}={text}"
        for key, text in element.attrib.items()
        if key not in (_VAL, qn("w:pos")) and not (name in DECORATED and is_idle(_local(key), _switch(text)))
    )
    return " ".join((_side(said or ""), *told))


def _number(text: str | None) -> str:
    found = number(text)
    return (text or "") if found is None else str(found)


def _switch(text: str) -> str:
    return {"true": "1", "on": "1", "false": "0", "off": "0"}.get(text, text)


def _side(name: str) -> str:
    """The name of a side as it was called first: start is left, in a text from right to left too (17.18.44)."""
    return _MIRRORED.get(name, name)


def _local(name: object) -> str:
    """The name without the main namespace; what later versions of Word have added keeps its own."""
    return str(name).removeprefix(_W)


def _drop(element: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        element.attrib.pop(name, None)
