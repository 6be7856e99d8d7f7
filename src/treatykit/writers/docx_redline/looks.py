"""Find the XML of paragraph properties that the model only knows as values.

A tracked change of properties must hold all the old ones (17.13.5.29), lists included, and the model
keeps no lists. A paragraph of the same look somewhere in the packages has them.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from treatykit.model.properties import Properties
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import Numbering, read_numbering
from treatykit.ooxml.origin import facts_root, saved_by_us
from treatykit.ooxml.read_formats import Formats, direct_list
from treatykit.ooxml.style_facets import StyleFacets
from treatykit.ooxml.style_roles import style_properties
from treatykit.ooxml.styles import Styles, read_styles, value
from treatykit.ooxml.table_conditions import TablesAround, TableStyles

_NOT_OLD: Final = frozenset(qn(f"w:{name}") for name in ("rPr", "sectPr", "pPrChange"))

_Look = tuple[Properties, bool]  # without a label, and whether Word counts one


@dataclass(slots=True)
class Looks:
    """The paragraph properties of one package, by what they mean."""

    package: EditedPackage
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    own: bool = field(init=False)
    formats: Formats = field(init=False)
    tables: TablesAround = field(default_factory=TablesAround)
    _found: dict[_Look, etree._Element] | None = None

    def __post_init__(self) -> None:
        styles, numbering = self.package.related("styles"), self.package.related("numbering")
        style_sheet = self.package.root(styles) if styles else None
        self.styles = read_styles(style_sheet)
        self.numbering = read_numbering(self.package.root(numbering) if numbering else None, self.styles)
        self.own = facts_root(self.package.parts) is not None
        is_ours = saved_by_us(self.package.parts)
        self.formats = Formats(self.styles, None if is_ours else StyleFacets(self.styles, self.numbering, style_sheet))

    def read(self, properties: etree._Element | None, tables: TableStyles = ()) -> _Look:
        """What a `w:pPr` means in the tables around it."""
        style_id = value(properties, "w:pStyle")
        said = style_properties(self.styles, style_id, own=self.own)
        direct = direct_list(properties)
        counted = self.numbering.place(direct, style_id, self.styles) is not None
        return replace(said, format=self.formats.paragraph(properties, style_id, direct, tables)), counted

    def find(self, look: _Look) -> etree._Element | None:
        """The `w:pPr` of a paragraph that looked so when the package was read."""
        if self._found is None:
            self._found = {}
            for paragraph in self.package.root(self.package.main).iter(qn("w:p")):
                properties = paragraph.find(qn("w:pPr"))
                self._found.setdefault(self.read(properties, self.tables.of(paragraph)[0]), bare(properties))
        return self._found.get(look)


def look_of(properties: Properties) -> _Look:
    """What properties of the model mean, apart from the number itself."""
    counted = properties.label is not None and not properties.label.typed
    return replace(properties, label=None), counted


def bare(properties: etree._Element | None) -> etree._Element:
    """A copy of a `w:pPr` without what never belongs to old properties: the mark's look, a section, a change record."""
    if properties is None:
        return etree.Element(qn("w:pPr"))
    clone = copy.deepcopy(properties)
    clone.tail = None
    for node in list(clone):
        if node.tag in _NOT_OLD:
            clone.remove(node)
    return clone
