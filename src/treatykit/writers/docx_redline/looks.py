"""Find the style and the list of paragraphs that the model only knows by their look.

A tracked change of properties must hold all the old ones (17.13.5.29), lists included, and the model
keeps no lists. A paragraph of the same look somewhere in the packages has one.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Final

from lxml import etree

from treatykit.model.properties import Properties
from treatykit.ooxml.counters import Counters, counted_paragraphs
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import Numbering, read_numbering
from treatykit.ooxml.origin import facts_root, saved_by_us
from treatykit.ooxml.read_formats import Formats, direct_list, named_place
from treatykit.ooxml.sections import SECTION_BREAK
from treatykit.ooxml.style_facets import Direct, StyleFacets
from treatykit.ooxml.style_roles import style_properties
from treatykit.ooxml.styles import Styles, read_styles, said_of, value
from treatykit.ooxml.table_conditions import TablesAround, TableStyles
from treatykit.records import dataclass

_STYLE: Final = qn("w:pStyle")
_STYLE_AND_LIST: Final = frozenset({_STYLE, qn("w:numPr")})
_NOT_OLD: Final = frozenset(qn(f"w:{name}") for name in ("rPr", "sectPr", "pPrChange"))

ListPosition = tuple[int, int]
"""`w:numId` and the level."""

Print = tuple[str, str, int]
"""What a level of a list prints, whatever the count: the format of the number, its text, the level."""

Look = tuple[Properties, bool]
"""Properties without a label, and whether Word counts one."""


@dataclass(slots=True)
class Looks:
    """The paragraph properties of one package, by what they mean.

    Attributes:
        is_edited: Something is going to be changed in the package.
    """

    package: EditedPackage
    is_edited: bool = False
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    own: bool = field(init=False)
    formats: Formats = field(init=False)
    tables: TablesAround = field(default_factory=TablesAround)
    _read: dict[tuple[bytes, TableStyles], tuple[Look, ListPosition | None]] = field(default_factory=dict)
    _places: dict[tuple[Direct, str | None], ListPosition | None] = field(default_factory=dict)
    _found: dict[Look, etree._Element] = field(default_factory=dict)
    _numbered: dict[Look, dict[str, etree._Element]] = field(default_factory=dict)
    _in_use: dict[Print | None, list[ListPosition]] = field(default_factory=dict)
    _counted: list[ListPosition] = field(default_factory=list)
    _news: Iterator[bool] = field(init=False)

    def __post_init__(self) -> None:
        styles, numbering = self.package.related("styles"), self.package.related("numbering")
        style_sheet = self.package.root(styles) if styles else None
        self.styles = read_styles(style_sheet)
        self.numbering = read_numbering(self.package.root(numbering) if numbering else None, self.styles)
        self.own = facts_root(self.package.parts) is not None
        is_ours = saved_by_us(self.package.parts)
        self._news = self._look_through()
        self.formats = Formats(self.styles, None if is_ours else StyleFacets(self.styles, self.numbering, style_sheet))

    def read(self, properties: etree._Element | None, tables: TableStyles = ()) -> Look:
        """What a `w:pPr` means in the tables around it."""
        style_id = value(properties, "w:pStyle")
        said = style_properties(self.styles, style_id, own=self.own)
        look = self.formats.paragraph(properties, style_id, direct_list(properties), tables)
        return replace(said, format=look), self.place(properties) is not None

    def reading(self, properties: etree._Element | None, tables: TableStyles) -> tuple[Look, ListPosition | None]:
        """What a `w:pPr` means, and the list and level that it stands on; found out once for all that say the same."""
        written = (b"" if properties is None else etree.tostring(properties, with_tail=False), tables)
        if written not in self._read:
            self._read[written] = self.read(properties, tables), self.place(properties)
        return self._read[written]

    def place(self, properties: etree._Element | None) -> ListPosition | None:
        """The list and level that a paragraph with this `w:pPr` stands on."""
        named = named_place(properties)
        if named not in self._places:
            self._places[named] = self.numbering.place(*named, self.styles)
        return self._places[named]

    def list_places(self) -> Sequence[ListPosition]:
        """The list and level of each paragraph of the body that stands in a list; of a package that nobody edits."""
        if not self._counted:
            placed = (self.place(said_of(one)) for one in counted_paragraphs(self.package.body()))
            self._counted = [place for place in placed if place is not None]
        return self._counted

    def prints(self, place: ListPosition | None) -> Print | None:
        """What a place in a list prints: two lists that print the same are the same."""
        if place is None:
            return None
        level = self.numbering.lists[place[0]].level(place[1])
        return level.format, level.text, place[1]

    def only_place(self, prints: Print | None) -> ListPosition | None:
        """The place in the lists of this package that prints this, if one list in use does and no other."""
        while self._look_on():
            pass
        places = self._in_use.get(prints, [])
        return places[0] if len(places) == 1 else None

    def find(self, properties: Properties, *, numbered: bool) -> etree._Element | None:
        """Style and list, in a `w:pPr`, of a paragraph that looked so when the package was read.

        Args:
            properties: What they mean.
            numbered: Whether the paragraph must have printed the same number as well.
        """
        look, number = look_of(properties), counted(properties)
        if numbered and number is None:
            return None
        while (found := self._known(look, number if numbered else None)) is None and self._look_on():
            pass
        return found

    def of(self, paragraph: etree._Element, properties: Properties) -> etree._Element | None:
        """Style and list, in a `w:pPr`, of a paragraph of the package if it looks so."""
        said = said_of(paragraph)
        look, _ = self.reading(said, self.tables.of(paragraph)[0])
        return _styled_and_listed(said) if look == look_of(properties) else None

    def _known(self, look: Look, number: str | None) -> etree._Element | None:
        return self._found.get(look) if number is None else self._numbered.get(look, {}).get(number)

    def _look_on(self) -> bool:
        """Look at further paragraphs, up to the next that looks or is numbered like none before; False at the end."""
        return next(self._news, False)

    def _look_through(self) -> Iterator[bool]:
        """Look at one paragraph after the other, and say so whenever something was found."""
        counters = Counters(self.numbering)
        numbers: dict[int, dict[str, etree._Element]] = {}  # by the one look of all that say the same
        main = self.package.main
        root = self.package.as_read(main) if self.is_edited else self.package.root(main)
        for paragraph in root.iter(qn("w:p")):
            properties = said_of(paragraph)
            look, place = self.reading(properties, self.tables.of(paragraph)[0])
            if id(look) not in numbers:
                self._found.setdefault(look, _styled_and_listed(properties))
                numbers[id(look)] = self._numbered.setdefault(look, {})
                yield True
            if place is not None:
                places = self._in_use.setdefault(self.prints(place), [])
                if place not in places:
                    places.append(place)
                number = counters.label(*place) or ""
                if number not in numbers[id(look)]:
                    numbers[id(look)][number] = _styled_and_listed(properties)
                    yield True


def look_of(properties: Properties) -> Look:
    """What properties of the model mean, apart from the number itself."""
    return replace(properties, label=None), counted(properties) is not None


def look_alike(one: Properties, other: Properties) -> bool:
    """Whether two properties mean the same, apart from the number itself."""
    return (
        (one.role, one.level, one.style) == (other.role, other.level, other.style)
        and (counted(one) is None) == (counted(other) is None)
        and (one.format is other.format or one.format == other.format)
    )


def without_section(properties: Properties) -> Properties:
    """Properties without the section break that they hold, which has a record of its own."""
    said = properties.format
    if not said.other:
        return properties
    other = tuple(xml for xml in said.other if not xml.startswith(SECTION_BREAK))
    return properties if other == said.other else replace(properties, format=replace(said, other=other))


def counted(properties: Properties) -> str | None:
    """The number that Word counts for a paragraph, None for one that has none or a typed one."""
    return None if properties.label is None or properties.label.typed else properties.label.text


def _styled_and_listed(properties: etree._Element | None) -> etree._Element:
    """What is the same wherever a paragraph stands; what else it says may only repeat what holds there."""
    clone = bare(properties)
    clone[:] = [node for node in clone if node.tag in _STYLE_AND_LIST]
    return clone


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
