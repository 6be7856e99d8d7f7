"""What the in-place redline has at hand: the package it edits, those it borrows from, and the tracker."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.content import Mark, Story
from treatykit.model.document import Document
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.revisions import Revision, reformattings
from treatykit.model.sources import Package, Source, Sources
from treatykit.model.walk import paragraphs
from treatykit.ooxml.borrowing import Borrower
from treatykit.ooxml.cutting import Cutting, halves, pieces
from treatykit.ooxml.deciding import tracked
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.elements import w
from treatykit.ooxml.format_xml import paragraph_properties, run_properties
from treatykit.ooxml.names import in_schema_order, qn
from treatykit.ooxml.package import open_package
from treatykit.ooxml.role_styles import LABEL, SPACER
from treatykit.ooxml.styles import value
from treatykit.ooxml.tracking import Tracker
from treatykit.records import dataclass
from treatykit.writers.docx_redline.field_codes import field_results
from treatykit.writers.docx_redline.links import Links
from treatykit.writers.docx_redline.looks import ListPosition, Looks, bare, counted, look_alike
from treatykit.writers.docx_redline.shells import empty_copy, inside, joined, shells_around

IN_PARAGRAPH: Final = f"{qn('w:pPr')}/{qn('w:sectPr')}"
"""Where a section break stands in its paragraph."""


class Scratch:
    """A copy of a paragraph of another package, to be cut."""

    def __init__(self, original: etree._Element | None) -> None:
        self.paragraph = etree.Element(qn("w:p")) if original is None else copy.deepcopy(original)
        self.cutting = Cutting(pieces(self.paragraph), halves)
        self._fields = field_results(self.paragraph)

    def place(self, source: Source) -> tuple[int, int]:
        """The places of what an inline came from, or those of the field whose result all of it is."""
        place = source.start, source.stop
        return self._fields.get(place, place)


@dataclass(slots=True)
class Desk:
    """The package that is edited, called `key` in the sources of the document, and everything beside it.

    Attributes:
        pending: The tracked changes that the package has already, each with its part.
        breaks: Section breaks come and go with the marks of their paragraphs.
    """

    key: str
    target: EditedPackage
    looks: Looks
    borrowers: Mapping[str, Borrower]
    tracker: Tracker
    pending: Sequence[tuple[str, etree._Element]]
    breaks: bool = False
    _their_looks: dict[str, Looks] = field(default_factory=dict)
    _links: dict[str, Links] = field(default_factory=dict)
    _borrowed_looks: dict[tuple[bytes, str, ListPosition | None], etree._Element] = field(default_factory=dict)
    _scratch: dict[tuple[str, str, int], Scratch] = field(default_factory=dict)

    def get_ready(self) -> None:
        """Read beforehand what may be borrowed from, and count its paragraphs."""
        for package in self.borrowers:
            self.looks_of(package).list_places()

    # --- where things stand

    def home(self, sources: Sources, part: str | None = None) -> etree._Element | None:
        """The element of the edited package that a node came from, in any part or in one."""
        for source in sources:
            if source.package == self.key and part in (None, source.part):
                return self.target.element(source.part, source.element)
        return None

    def home_part(self, story: Story) -> str | None:
        """The part of the edited package that a story stands in, as far as one of its paragraphs came from it."""
        for paragraph in paragraphs(Document(body=story)):
            for source in paragraph.mark.source:
                if source.package == self.key:
                    return source.part
        return None

    # --- content of other packages

    def foreign(self, sources: Sources) -> tuple[Source, ...]:
        """The places in packages that can be borrowed from."""
        return tuple(source for source in sources if source.package in self.borrowers)

    def borrowed_runs(self, source: Source, part: str) -> list[etree._Element]:
        """Copies of the runs that some characters of another package stand in, fit for a part of this one.

        Those of a link or a short field stand in a copy of it; all of the result of a field brings its code along.
        """
        borrower, scratch = self.borrowers[source.package], self.scratch(source)
        found: list[etree._Element] = []
        for piece in scratch.cutting.within(*scratch.place(source)):
            made = borrower.borrow(piece.element, source.part, part)
            for shell in shells_around(piece.element):
                if (around := empty_copy(shell)) is not None:
                    around = borrower.borrow(around, source.part, part)
                    inside(around).append(made)
                    made = around
            found.append(made)
        return joined(found, self.target, part)

    def borrowed_label(self, sources: Sources, part: str) -> list[etree._Element]:
        """Copies of the runs that print the typed number of a paragraph of another package, if it has one."""
        found: list[etree._Element] = []
        for source in self.foreign(sources)[:1]:
            borrower = self.borrowers[source.package]
            style = self.looks_of(source.package).styles.id_of(LABEL, "character")
            for piece in self.scratch(source).cutting.pieces if style is not None else ():
                if value(piece.element.find(qn("w:rPr")), "w:rStyle") != style:
                    break
                found.append(borrower.borrow(piece.element, source.part, part))
        return found

    def scratch(self, source: Source) -> Scratch:
        """A copy of a paragraph of another package, to be cut."""
        place = (source.package, source.part, source.element)
        if place not in self._scratch:
            self._scratch[place] = Scratch(self.borrowers[source.package].source.element(source.part, source.element))
        return self._scratch[place]

    def looks_of(self, package: str) -> Looks:
        """The looks of a package that is borrowed from."""
        if package not in self._their_looks:
            self._their_looks[package] = Looks(self.borrowers[package].source)
        return self._their_looks[package]

    def borrowed(self, sources: Sources, part: str) -> etree._Element | None:
        """A copy of the element of another package that a node came from."""
        for source in self.foreign(sources):
            borrower = self.borrowers[source.package]
            element = borrower.source.element(source.part, source.element)
            if element is not None:
                return borrower.borrow(element, source.part, part)
        return None

    def borrowed_break(self, sources: Sources) -> etree._Element | None:
        """A copy of the section break of a paragraph of another package, if it ends a section there."""
        for source in self.foreign(sources):
            borrower = self.borrowers[source.package]
            paragraph = borrower.source.element(source.part, source.element)
            section = None if paragraph is None else paragraph.find(IN_PARAGRAPH)
            if section is not None:
                return borrower.borrow(section, source.part, self.target.main)
        return None

    def shell(self, name: str, sources: Sources, kept: tuple[str, ...], part: str) -> etree._Element | None:
        """An element like the one of another package that a node came from, with copies of some of its children.

        Args:
            name: What the element has to be, `w:tr`.
            sources: Where the node came from.
            kept: The names of the children.
            part: Where the copies are going to stand.
        """
        for source in self.foreign(sources):
            borrower = self.borrowers[source.package]
            original = borrower.source.element(source.part, source.element)
            if original is not None and original.tag == qn(name):
                made = etree.Element(qn(name), nsmap=original.nsmap)  # or children lose the prefixes they are told by
                found = (child for one in kept if (child := original.find(qn(one))) is not None)
                made.extend(borrower.borrow(child, source.part, part) for child in found)
                return made
        return None

    def links(self, sources: Sources) -> Links:
        """Where the references of the package that a node came from lead in this one."""
        package = self.foreign(sources)[0].package
        if package not in self._links:
            self._links[package] = Links(self.borrowers[package].source, self.target)
        return self._links[package]

    # --- properties

    def character_style(self, name: str) -> str | None:
        """The id of a character style that this package has or can borrow."""
        return self._style(name, "character")

    def has_spacers(self) -> bool:
        """Whether all packages are files of ours, and one of them has the style of spacers."""
        looks = [self.looks, *(self.looks_of(key) for key in self.borrowers)]
        return all(one.own for one in looks) and any(one.styles.id_of(SPACER, "paragraph") for one in looks)

    def spacer_style(self) -> str | None:
        """The id of the style of spacers."""
        return self._style(SPACER, "paragraph")

    def _style(self, name: str, kind: str) -> str | None:
        if (own := self.looks.styles.id_of(name, kind)) is not None:
            return own
        for key, borrower in self.borrowers.items():
            if (theirs := self.looks_of(key).styles.id_of(name, kind)) is not None:
                return borrower.style(theirs, kind)
        return None

    def run_look(self, look: RunFormat) -> etree._Element:
        """A `w:rPr` that says a format."""
        style = self.looks.styles.id_of(look.style, "character") if look.style else None
        return _filled("w:rPr", run_properties(look, style))

    def paragraph_look(self, properties: Properties, like: etree._Element | None = None) -> etree._Element:
        """A `w:pPr` that says properties, with the style and the list of a paragraph that looks so.

        One that printed the same number stands on the same level of the same list.

        Args:
            properties: What it says.
            like: A paragraph of the edited package that is asked before all others.
        """
        known = None if like is None else self.looks.of(like, properties)
        made = self._styled_and_listed(properties) if known is None else known
        made.extend(paragraph_properties(properties.format))
        made[:] = in_schema_order("w:pPr", made)
        return made

    def _styled_and_listed(self, properties: Properties) -> etree._Element:
        for numbered in (True, False):
            if (known := self.looks.find(properties, numbered=numbered)) is not None:
                return bare(known)
            for package in self.borrowers:
                if (known := self.looks_of(package).find(properties, numbered=numbered)) is not None:
                    return self.borrowed_look(known, package)
        style = self.looks.styles.id_of(properties.style, "paragraph") if properties.style else None
        return w("pPr", w("pStyle", val=style)) if style else etree.Element(qn("w:pPr"))

    def borrowed_look(
        self, properties: etree._Element | None, package: str, beside: ListPosition | None = None
    ) -> etree._Element:
        """A `w:pPr` of another package, fit for this one, in the list of this one that it stood in.

        Args:
            properties: They stay as they are.
            beside: A place in a list of this package that is taken if it prints the same.
        """
        return copy.deepcopy(self.lent_look(properties, package, beside))

    def lent_look(
        self, properties: etree._Element | None, package: str, beside: ListPosition | None = None
    ) -> etree._Element:
        """The same, to be looked at only."""
        written = b"" if properties is None else etree.tostring(properties, with_tail=False)
        known = self._borrowed_looks.get((written, package, beside))
        if known is None:
            known = self._borrowed_looks[written, package, beside] = self._borrow_look(properties, package, beside)
        return known

    def _borrow_look(
        self, properties: etree._Element | None, package: str, beside: ListPosition | None
    ) -> etree._Element:
        borrower, look = self.borrowers[package], bare(properties)
        place = self.looks_of(package).place(look)
        direct = look.findall(qn("w:numPr"))
        for numbering in direct:
            look.remove(numbering)
        styled = borrower.borrow(look, borrower.source.main, self.target.main)
        here = None if place is None else self._place_here(place, look, styled, package, beside)
        if here is None:
            look.extend(direct)
            look[:] = in_schema_order("w:pPr", look)
            return borrower.borrow(look, borrower.source.main, self.target.main)
        if self.looks.place(styled) != here:
            num_id, level = here
            styled.append(w("numPr", w("ilvl", val=level), w("numId", val=num_id)))
            styled[:] = in_schema_order("w:pPr", styled)
        return styled

    def _place_here(
        self,
        place: ListPosition,
        look: etree._Element,
        styled: etree._Element,
        package: str,
        beside: ListPosition | None,
    ) -> ListPosition | None:
        """Where a place in a list of another package is in this one; None if its list has to be added.

        Another program numbers the lists anew when it saves a file, and describes them in its own words. What prints
        the same is the same: the place beside, that of the style if the style named the list, an equal definition,
        else the only one that is in use, unless theirs begins anew there.
        """
        theirs, ours = self.looks_of(package), self.looks
        prints = theirs.prints(place)
        of_style = ours.place(styled) if theirs.place(look) == place else None
        for candidate in (beside, of_style):
            if candidate is not None and ours.prints(candidate) == prints:
                return candidate
        if (same := self.borrowers[package].same_list(place[0])) is not None:
            return same, place[1]
        begins_anew = place[1] in theirs.numbering.lists[place[0]].starts
        return None if begins_anew else ours.only_place(prints)


def open_desk(packages: Iterable[Package], key: str) -> Desk:
    """Lay out the packages of a document, to edit the one called `key`."""
    opened = {package.name: EditedPackage(open_package(package.data, package.name)) for package in packages}
    target = opened[key]
    target.count_ids()
    borrowers = {name: Borrower(package, target) for name, package in opened.items() if name != key}
    return Desk(key, target, Looks(target, is_edited=True), borrowers, Tracker(target.fresh_id), list(tracked(target)))


def relooked(mark: Mark) -> Revision | None:
    """The reformatting of a mark, if it changed more than a number that somebody typed."""
    for revision in reformattings(mark.revisions):
        before, now = revision.before, mark.properties
        if isinstance(before, Properties) and not (counted(before) == counted(now) and look_alike(before, now)):
            return revision
    return None


def _filled(name: str, children: list[etree._Element]) -> etree._Element:
    element = etree.Element(qn(name))
    element.extend(in_schema_order(name, children))
    return element
