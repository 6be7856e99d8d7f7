"""Make the old properties of a table, row or cell of those that stand, where no file holds them."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Final

from lxml import etree

from treatykit.model.properties import CellProperties, RowProperties, TableProperties
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.elements import flag, w
from treatykit.ooxml.format_xml import parsed
from treatykit.ooxml.names import qn
from treatykit.ooxml.table_properties import row_elements
from treatykit.ooxml.tracking import reorder

_TRACKS: Final = frozenset(qn(f"w:{name}") for name in ("ins", "del", "cellIns", "cellDel", "cellMerge"))


def settled(properties: etree._Element | None, name: str) -> etree._Element:
    """A copy of properties without what is tracked in them; of none, properties that say nothing."""
    clone = etree.Element(qn(name)) if properties is None else copy.deepcopy(properties)
    clone.tail = None
    for node in list(clone):
        if node.tag in _TRACKS or str(node.tag).endswith("PrChange"):
            clone.remove(node)
    return clone


def say_the_same(left: etree._Element | None, right: etree._Element | None) -> bool:
    """Whether two properties say the same, apart from what is tracked in them."""
    said, also = (sorted(canonical(node) for node in settled(properties, "w:none")) for properties in (left, right))
    return said == also


def retold_table(
    properties: etree._Element | None, now: TableProperties, before: TableProperties, style_id: str | None
) -> etree._Element:
    """The `w:tblPr` of a table as it was before.

    Args:
        properties: As they stand.
        now: What they say.
        before: What they said.
        style_id: The style that the table had, if the package has it.
    """
    made = _with_others(properties, "w:tblPr", now.other, parsed(before.other))
    if before.style != now.style:
        _put(made, "tblStyle", [] if style_id is None else [w("tblStyle", val=style_id)])
    if before.widths != now.widths:
        free = not before.widths
        _put(made, "tblLayout", [w("tblLayout", type="autofit" if free else "fixed")])
        _put(made, "tblW", [w("tblW", w=sum(before.widths), type="auto" if free else "dxa")])
    return made


def retold_row(
    properties: etree._Element | None, exceptions: etree._Element | None, now: RowProperties, before: RowProperties
) -> list[etree._Element | None]:
    """The `w:trPr` and the `w:tblPrEx` of a row as it was before."""
    others, besides = row_elements(before)
    made = _with_others(properties, "w:trPr", now.other, others)
    if before.header != now.header:
        _put(made, "tblHeader", flag("tblHeader", before.header or None))
    excepted = exceptions if before.other == now.other else w("tblPrEx", *besides)
    return [made, excepted]


def retold_cell(
    properties: etree._Element | None, now: CellProperties, before: CellProperties, width: int
) -> etree._Element:
    """The `w:tcPr` of a cell as it was before, so wide; 0 where its width is as it was."""
    made = _with_others(properties, "w:tcPr", now.other, parsed(before.other))
    if width:
        _put(made, "tcW", [w("tcW", w=width, type="dxa")])
    return made


def _with_others(
    properties: etree._Element | None, name: str, now: tuple[str, ...], before: Iterable[etree._Element]
) -> etree._Element:
    """Properties with what the model keeps unread as it was before."""
    made = settled(properties, name)
    for node in list(made):
        if canonical(node) in now:
            made.remove(node)
    made.extend(before)
    reorder(made)
    return made


def _put(properties: etree._Element, name: str, elements: Iterable[etree._Element]) -> None:
    """Put elements in the place of those with a name."""
    for node in properties.findall(qn(f"w:{name}")):
        properties.remove(node)
    properties.extend(elements)
    reorder(properties)
