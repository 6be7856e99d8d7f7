"""Make ``word/styles.xml`` from styles told as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import Final

from lxml import etree

from treatykit.ooxml.elements import root, w
from treatykit.ooxml.names import qn
from treatykit.records import dataclass

FONT: Final = "Times New Roman"
HALF_POINTS: Final = 22


class StyleKind(StrEnum):
    """What a style is for (``w:type``)."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A line at an edge.

    Attributes:
        size: In eighths of a point.
        space: From the text, in points.
    """

    size: int = 4
    space: int = 0
    colour: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSpec:
    """One style; lengths in twentieths of a point, sizes in half-points, ``None`` for what it does not say.

    Attributes:
        based_on: The name of another style.
        follows: The name of the style of the next paragraph that a person types.
        built_in: Word knows the name.
        listed: A person is offered it.
        numbered: The list instance and level it stands on; level 0 as any other.
        outline: The level in the navigation pane, from 0.
        tabs: Positions, each left, centre or right.
        borders: Edge to line; in a table style ``insideH`` and ``insideV`` as well.
        shade: The colour behind.
    """

    name: str
    kind: StyleKind = StyleKind.PARAGRAPH
    based_on: str | None = None
    follows: str | None = None
    built_in: bool = False
    default: bool = False
    listed: bool = True
    numbered: tuple[int, int] | None = None
    align: str | None = None
    left: int | None = None
    right: int | None = None
    first: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_exact: bool = False
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    outline: int | None = None
    tabs: tuple[tuple[int, str], ...] = ()
    borders: tuple[tuple[str, Border], ...] = ()
    shade: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    superscript: bool = False
    small_caps: bool | None = None
    size: int | None = None
    colour: str | None = None
    underline: str | None = None
    cell_margin: int | None = None
    bold_head: bool = False


@dataclass(slots=True)
class StyleSheet:
    """The styles of a file; ids are made from the names and never collide.

    A name is known without regard to case, as in Word, and once for each kind of style.
    """

    language: str
    _specs: dict[tuple[StyleKind, str], StyleSpec] = field(default_factory=dict)
    _ids: dict[tuple[StyleKind, str], str] = field(default_factory=dict)

    def add(self, spec: StyleSpec) -> str:
        """Define a style, unless its name is taken, and return its id."""
        key = (spec.kind, spec.name.lower())
        if key not in self._specs:
            self._specs[key] = spec
            self._ids[key] = _free_id(spec.name, self._ids.values())
        return self._ids[key]

    def find(self, name: str, kind: StyleKind = StyleKind.PARAGRAPH) -> StyleSpec | None:
        """A style, if it is defined."""
        return self._specs.get((kind, name.lower()))

    def id(self, name: str, kind: StyleKind = StyleKind.PARAGRAPH) -> str:
        """The id of a style that is defined."""
        return self._ids[kind, name.lower()]

    def xml(self) -> etree._Element:
        """The part."""
        fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
        size = (w("sz", val=HALF_POINTS), w("szCs", val=HALF_POINTS))
        language = w("lang", val=self.language, eastAsia="zh-CN", bidi="ar-SA")
        defaults = w(
            "docDefaults",
            w("rPrDefault", w("rPr", fonts, *size, language)),
            w("pPrDefault", w("pPr", w("spacing", after=0, line=240, lineRule="auto"))),
        )
        return root("styles", defaults, *(self._style(spec) for spec in self._specs.values()))

    def _style(self, spec: StyleSpec) -> etree._Element:
        children = [w("name", val=spec.name)]
        if spec.based_on is not None:
            children.append(w("basedOn", val=self.id(spec.based_on, spec.kind)))
        if spec.follows is not None and self.find(spec.follows, spec.kind):
            children.append(w("next", val=self.id(spec.follows, spec.kind)))
        if spec.listed:
            children.append(w("qFormat"))
        else:
            children += [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")]
        if spec.kind is not StyleKind.CHARACTER:
            children += _wrapped("pPr", _paragraph(spec))
        children += _wrapped("rPr", _run(spec))
        if spec.kind is StyleKind.TABLE:
            children += _wrapped("tblPr", _table(spec))
            if spec.bold_head:
                children.append(w("tblStylePr", w("rPr", w("b")), type="firstRow"))
        style = w("style", *children, type=spec.kind.value, styleId=self.id(spec.name, spec.kind))
        if spec.default:
            style.set(qn("w:default"), "1")
        if not spec.built_in:
            style.set(qn("w:customStyle"), "1")
        return style


def _paragraph(spec: StyleSpec) -> Iterable[etree._Element]:
    if spec.keep_next is not None:
        yield w("keepNext", val=None if spec.keep_next else 0)
    if spec.keep_lines is not None:
        yield w("keepLines", val=None if spec.keep_lines else 0)
    if spec.page_break is not None:
        yield w("pageBreakBefore", val=None if spec.page_break else 0)
    if spec.numbered is not None:
        num_id, level = spec.numbered
        yield w("numPr", w("ilvl", val=level), w("numId", val=num_id))
    if spec.borders and spec.kind is StyleKind.PARAGRAPH:
        yield w("pBdr", *(_border(edge, border) for edge, border in spec.borders))
    if spec.shade is not None and spec.kind is StyleKind.PARAGRAPH:
        yield w("shd", val="clear", color="auto", fill=spec.shade)
    if spec.tabs:
        yield w("tabs", *(w("tab", val=kind, pos=position) for position, kind in spec.tabs))
    if (spec.before, spec.after, spec.line) != (None, None, None):
        rule = None if spec.line is None else "exact" if spec.line_exact else "auto"
        yield w("spacing", before=spec.before, after=spec.after, line=spec.line, lineRule=rule)
    if (spec.left, spec.right, spec.first) != (None, None, None):
        yield indent(spec)
    if spec.align is not None:
        yield w("jc", val=spec.align)
    if spec.outline is not None:
        yield w("outlineLvl", val=spec.outline)


def indent(spec: StyleSpec) -> etree._Element:
    """The indent of a style, which the level of its list repeats."""
    first = spec.first or 0
    along = {"hanging": -first} if first < 0 else {"firstLine": first}
    return w("ind", left=spec.left or 0, right=spec.right, **along)


def _run(spec: StyleSpec) -> Iterable[etree._Element]:
    if spec.bold is not None:
        yield from (w(tag, val=None if spec.bold else 0) for tag in ("b", "bCs"))
    if spec.italic is not None:
        yield from (w(tag, val=None if spec.italic else 0) for tag in ("i", "iCs"))
    if spec.small_caps is not None:
        yield w("smallCaps", val=None if spec.small_caps else 0)
    if spec.colour is not None:
        yield w("color", val=spec.colour)
    if spec.size is not None:
        yield from (w(tag, val=spec.size) for tag in ("sz", "szCs"))
    if spec.underline is not None:
        yield w("u", val=spec.underline)
    if spec.shade is not None and spec.kind is StyleKind.CHARACTER:
        yield w("shd", val="clear", color="auto", fill=spec.shade)
    if spec.superscript:
        yield w("vertAlign", val="superscript")


def _table(spec: StyleSpec) -> Iterable[etree._Element]:
    if spec.borders:
        yield w("tblBorders", *(_border(edge, border) for edge, border in spec.borders))
    if spec.cell_margin is not None:
        yield w(
            "tblCellMar",
            w("left", w=spec.cell_margin, type="dxa"),
            w("right", w=spec.cell_margin, type="dxa"),
        )


def _border(edge: str, border: Border) -> etree._Element:
    return w(edge, val="single", sz=border.size, space=border.space, color=border.colour)


def _wrapped(tag: str, children: Iterable[etree._Element]) -> list[etree._Element]:
    found = list(children)
    return [w(tag, *found)] if found else []


def _free_id(name: str, taken: Iterable[str]) -> str:
    # Word's own ids are its names without blanks; it makes others unique by counting.
    base = re.sub(r"[^A-Za-z0-9]", "", name.title() if name.islower() else name) or "Style"
    used = {style_id.lower() for style_id in taken}
    style_id, count = base, 1
    while style_id.lower() in used:
        style_id, count = f"{base}{count}", count + 1
    return style_id
