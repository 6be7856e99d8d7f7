"""Read `w:rPr` and `w:pPr` as formats of the model: what is said directly and departs from what the styles say.

What has no field in the model is kept as canonical XML in `other`; where only some attributes of
an element have fields, the rest of the element is kept (docs/analysis/reading.md, Formats).
"""

from __future__ import annotations

import copy
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.properties import PLAIN, UNFORMATTED, Alignment, ParagraphFormat, RunFormat, VerticalPosition
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.facets import Facets, departing
from treatykit.ooxml.names import qn
from treatykit.ooxml.sections import section_properties
from treatykit.ooxml.style_facets import Direct, StyleFacets
from treatykit.ooxml.styles import Styles, is_on, number, value
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.records import dataclass

_VAL: Final = qn("w:val")
_STYLE: Final = qn("w:pStyle")
_LIST: Final = qn("w:numPr")
# Marks of revision, of proofing and of Word's own bookkeeping: nothing that anybody sees.
_RUN_NOISE: Final = frozenset(
    qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "noProof", "webHidden")
)
_PARAGRAPH_NOISE: Final = frozenset(
    qn(f"w:{name}") for name in ("pStyle", "numPr", "cnfStyle", "divId", "rPr", "pPrChange")
)
_THEME_COLOURS: Final = tuple(qn(f"w:theme{name}") for name in ("Color", "Tint", "Shade"))
_FONT_SLOTS: Final = tuple(qn(f"w:{name}") for name in ("hAnsi", "cs", "eastAsia"))
_COMPLEX_TWINS: Final = {qn("w:bCs"): qn("w:b"), qn("w:iCs"): qn("w:i"), qn("w:szCs"): qn("w:sz")}
_TOGGLES: Final = {
    qn("w:b"): "bold",
    qn("w:i"): "italic",
    qn("w:strike"): "strike",
    qn("w:smallCaps"): "small_caps",
    qn("w:caps"): "all_caps",
    qn("w:vanish"): "hidden",
}
_SWITCHES: Final = {
    qn("w:keepNext"): "keep_with_next",
    qn("w:keepLines"): "keep_together",
    qn("w:pageBreakBefore"): "page_break_before",
}
_ALIGNMENTS: Final = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
}


@dataclass(slots=True)
class Formats:
    """Reads the formats of one file; what is said in the same way in the same place is read once.

    Attributes:
        styles: Of the file.
        said_by_styles: What need not be said again; None where all that is said counts.
    """

    styles: Styles
    said_by_styles: StyleFacets | None = None
    _runs: dict[Hashable, RunFormat] = field(default_factory=dict)
    _paragraphs: dict[Hashable, ParagraphFormat] = field(default_factory=dict)

    def run(
        self, properties: etree._Element | None, paragraph_style: str | None = None, tables: TableStyles = ()
    ) -> RunFormat:
        """The format that a `w:rPr` says.

        Args:
            properties: Of a run, or the old ones of a change.
            paragraph_style: The id of the style of the paragraph that the run stands in.
            tables: The styles of the tables around it.
        """
        if properties is None or len(properties) == 0:
            return UNFORMATTED
        said = [child for child in properties.iterchildren("*") if child.tag not in _RUN_NOISE]
        key = (_written_as(said), paragraph_style, tables)
        if key not in self._runs:
            base = None
            if self.said_by_styles is not None:
                base = self.said_by_styles.run(paragraph_style, value(properties, "w:rStyle"), tables)
            self._runs[key] = self._read_run([one for one in said if not _is_twin(properties, one)], base)
        return self._runs[key]

    def paragraph(
        self,
        properties: etree._Element | None,
        style: str | None = None,
        direct: Direct = (None, None),
        tables: TableStyles = (),
    ) -> ParagraphFormat:
        """The format that a `w:pPr` says, without its style and its list.

        Args:
            properties: Of a paragraph, or the old ones of a change.
            style: The id of the style that they name.
            direct: The list and level that they name.
            tables: As for `run`.
        """
        if properties is None or len(properties) == 0:
            return PLAIN
        said = [child for child in properties.iterchildren("*") if child.tag not in _PARAGRAPH_NOISE]
        if not said:
            return PLAIN
        key = (_written_as(said), style, direct, tables)
        if key not in self._paragraphs:
            base = None
            if self.said_by_styles is not None:
                base = self.said_by_styles.paragraph(style, direct, tables)
            self._paragraphs[key] = _read_paragraph(said, base)
        return self._paragraphs[key]

    def _read_run(self, said: Iterable[etree._Element], base: Facets | None) -> RunFormat:
        fields: dict[str, object] = {}
        other: list[etree._Element] = []
        for element in _counting(said, base):
            tag = str(element.tag)
            if tag in _TOGGLES:
                fields[_TOGGLES[tag]] = is_on(element.get(_VAL))
            elif tag == qn("w:rStyle"):
                fields["style"] = self.styles.name(element.get(_VAL))
            else:
                _take_attributes(element, fields, other)
        return RunFormat(**fields, other=_written(other))  # type: ignore[arg-type]


def direct_list(properties: etree._Element | None) -> Direct:
    """The list and level (`w:numId`, `w:ilvl`) that a `w:pPr` names itself."""
    numbering = None if properties is None else properties.find(_LIST)
    if numbering is None:
        return None, None
    return number(value(numbering, "w:numId")), number(value(numbering, "w:ilvl"))


def named_place(properties: etree._Element | None) -> tuple[Direct, str | None]:
    """The list and level that a `w:pPr` names itself, as `direct_list` finds them, and the id of its style."""
    found: dict[object, etree._Element] = {}
    for child in properties if properties is not None else ():
        found.setdefault(child.tag, child)
    style = found.get(_STYLE)
    direct = direct_list(properties) if _LIST in found else (None, None)
    return direct, None if style is None else style.get(_VAL)


def _read_paragraph(said: Iterable[etree._Element], base: Facets | None) -> ParagraphFormat:
    fields: dict[str, object] = {}
    other: list[etree._Element] = []
    for element in _counting(said, base):
        tag = str(element.tag)
        if tag in _SWITCHES:
            fields[_SWITCHES[tag]] = is_on(element.get(_VAL))
        elif tag == qn("w:jc") and (element.get(_VAL) or "") in _ALIGNMENTS:
            fields["alignment"] = _ALIGNMENTS[element.get(_VAL) or ""]
        elif tag == qn("w:sectPr"):
            other.append(section_properties(element))
        else:
            _take_measures(element, fields, other)
    return ParagraphFormat(**fields, other=_written(other))  # type: ignore[arg-type]


def _counting(said: Iterable[etree._Element], base: Facets | None) -> Iterator[etree._Element]:
    """Copies of what counts: of everything, or only of what departs from `base`."""
    for element in said:
        if base is None:
            yield copy.deepcopy(element)
        elif (rest := departing(element, base)) is not None:
            yield rest


def _written_as(elements: Iterable[etree._Element]) -> Hashable:
    """Equal for elements that say the same in the same words."""
    return tuple((one.tag, *one.attrib.items(), _written_as(one) if len(one) else ()) for one in elements)


def _take_attributes(element: etree._Element, fields: dict[str, object], other: list[etree._Element]) -> None:
    """Move what the model has fields for out of one run property; the rest goes to `other`."""
    tag, said = element.tag, element.get(_VAL)
    rest_means_something = True
    if tag == qn("w:u") and said is not None:
        fields["underline"] = said
    elif tag == qn("w:color") and said is not None:
        fields["colour"] = said if said == "auto" else said.upper()
        _drop(element, *_THEME_COLOURS)
    elif tag == qn("w:highlight") and said is not None:
        fields["highlight"] = said
    elif tag == qn("w:sz") and (size := number(said)) is not None:
        fields["size"] = size
    elif tag == qn("w:vertAlign") and said in tuple(VerticalPosition):
        fields["position"] = VerticalPosition(said)
    elif tag == qn("w:lang"):
        # The languages of other scripts are proofing marks that Word spreads by itself.
        fields["language"] = said
        rest_means_something = False
    elif tag == qn("w:rFonts"):
        _take_font(element, fields)
    else:
        other.append(element)
        return
    _drop(element, _VAL)
    if rest_means_something and element.attrib:
        other.append(element)


def _take_font(element: etree._Element, fields: dict[str, object]) -> None:
    _drop(element, qn("w:hint"))
    font = element.get(qn("w:ascii"))
    if font is None or element.get(qn("w:asciiTheme")) is not None:
        return
    fields["font"] = font
    _drop(element, qn("w:ascii"), *(slot for slot in _FONT_SLOTS if element.get(slot) == font))


def _take_measures(element: etree._Element, fields: dict[str, object], other: list[etree._Element]) -> None:
    """Move what the model has fields for out of one paragraph property; the rest goes to `other`."""

    def take(field: str, *names: str, sign: int = 1) -> None:
        for name in names:
            measure = number(element.get(qn(name)))
            if measure is not None:
                fields[field] = sign * measure
                _drop(element, qn(name))

    if element.tag == qn("w:ind"):
        take("indent_left", "w:left", "w:start")
        take("indent_right", "w:right", "w:end")
        take("first_line", "w:firstLine")
        take("first_line", "w:hanging", sign=-1)
    elif element.tag == qn("w:spacing"):
        take("space_before", "w:before")
        take("space_after", "w:after")
    else:
        other.append(element)
        return
    if element.attrib:
        other.append(element)


def _is_twin(properties: etree._Element, element: etree._Element) -> bool:
    """Whether a property of complex scripts only says again what the Latin one says."""
    plain = _COMPLEX_TWINS.get(str(element.tag))
    twin = None if plain is None else properties.find(plain)
    if twin is None:
        return False
    if element.tag == qn("w:szCs"):
        return number(twin.get(_VAL)) == number(element.get(_VAL))
    return is_on(twin.get(_VAL)) == is_on(element.get(_VAL))


def _drop(element: etree._Element, *names: str) -> None:
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _written(elements: list[etree._Element]) -> tuple[str, ...]:
    return tuple(sorted(canonical(element) for element in elements))
