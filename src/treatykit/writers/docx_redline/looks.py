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
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.read_formats import read_paragraph_format
from treatykit.ooxml.style_roles import style_properties
from treatykit.ooxml.styles import Styles, number, read_styles, value

_NOT_OLD: Final = frozenset(qn(f"w:{name}") for name in ("rPr", "sectPr", "pPrChange"))

_Look = tuple[Properties, bool]  # without a label, and whether Word counts one


@dataclass(slots=True)
class Looks:
    """The paragraph properties of one package, by what they mean."""

    package: EditedPackage
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    own: bool = field(init=False)
    _found: dict[_Look, etree._Element] | None = None

    def __post_init__(self) -> None:
        styles, numbering = self.package.related("styles"), self.package.related("numbering")
        self.styles = read_styles(self.package.root(styles) if styles else None)
        self.numbering = read_numbering(self.package.root(numbering) if numbering else None, self.styles)
        self.own = facts_root(self.package.parts) is not None

    def read(self, properties: etree._Element | None) -> _Look:
        """What a `w:pPr` means."""
        style_id = value(properties, "w:pStyle")
        said = style_properties(self.styles, style_id, own=self.own)
        listed = None if properties is None else properties.find(qn("w:numPr"))
        direct = (number(value(listed, "w:numId")), number(value(listed, "w:ilvl")))
        counted = self.numbering.place(direct, style_id, self.styles) is not None
        return replace(said, format=read_paragraph_format(properties)), counted

    def find(self, look: _Look) -> etree._Element | None:
        """The `w:pPr` of a paragraph that looked so when the package was read."""
        if self._found is None:
            self._found = {}
            for paragraph in self.package.root(self.package.main).iter(qn("w:p")):
                properties = paragraph.find(qn("w:pPr"))
                self._found.setdefault(self.read(properties), bare(properties))
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
