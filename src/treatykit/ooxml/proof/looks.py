"""What properties say, as numbers that are equal where equal things are said, whatever ids a package uses.

First the words of the file are compared. Only where they differ it is asked what they come to over the styles, as
the reader asks it: what is said directly may only repeat what holds anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable
from copy import deepcopy
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.properties import ParagraphFormat, RunFormat
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import Numbering
from treatykit.ooxml.proof.fragments import fragment
from treatykit.ooxml.proof.said import NEW, OLD, UNSAID, ParagraphLook
from treatykit.ooxml.read_formats import Formats, direct_list
from treatykit.ooxml.sections import section_properties
from treatykit.ooxml.styles import Styles
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.records import dataclass

_VAL: Final = qn("w:val")
_RUN_STYLE: Final = qn("w:rStyle")
_PARAGRAPH_STYLE: Final = qn("w:pStyle")
_LIST: Final = qn("w:numPr")
_MARK: Final = qn("w:rPr")
_SECTION: Final = qn("w:sectPr")
_RUN_CHANGE: Final = qn("w:rPrChange")
_CHANGE: Final = qn("w:pPrChange")
_CHANGES: Final = tuple(qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr"))
_ENDS: Final = {
    **dict.fromkeys((qn("w:ins"), qn("w:moveTo"), qn("w:cellIns")), NEW),
    **dict.fromkeys((qn("w:del"), qn("w:moveFrom"), qn("w:cellDel")), OLD),
}
_SILENT: Final = frozenset({*_ENDS, *_CHANGES, _MARK, _SECTION, qn("w:noProof"), qn("w:webHidden"), qn("w:cnfStyle")})
_PASSED_OVER: Final = frozenset({_MARK, _CHANGE})
_RSID: Final = qn("w:rsid")


@dataclass(slots=True)
class Numbers:
    """Gives equal things equal numbers, in all files of one proof."""

    _known: dict[Hashable, int] = field(default_factory=lambda: {(): UNSAID})

    def of(self, said: Hashable) -> int:
        """The number of what is said."""
        return self._known.setdefault(said, len(self._known))


@dataclass(slots=True)
class Looks:
    """The looks of all packages that have the same styles and lists.

    Attributes:
        formats: Works out what departs from the styles.
    """

    styles: Styles
    numbering: Numbering
    formats: Callable[[], Formats]
    numbers: Numbers
    _runs: dict[Hashable, tuple[int, int]] = field(default_factory=dict)
    _paragraphs: dict[Hashable, ParagraphLook] = field(default_factory=dict)
    _others: dict[Hashable, int] = field(default_factory=dict)
    _standing: dict[bytes, ParagraphLook | None] = field(default_factory=dict)
    _as_written: dict[bytes, int] = field(default_factory=dict)
    _examples: dict[int, etree._Element] = field(default_factory=dict)

    def run(self, properties: etree._Element) -> tuple[int, int]:
        """What a `w:rPr` says now, and what it said before."""
        said = _said(properties)
        found = self._runs.get(said)
        if found is None:
            record = first(properties, _RUN_CHANGE)
            now = self._run(properties)
            before = now if record is None else self._run(next(record.iterchildren("*"), None))
            found = self._runs[said] = (now, before)
        return found

    def _run(self, properties: etree._Element | None) -> int:
        if properties is None:
            return UNSAID
        look = self.numbers.of(tuple(sorted(self._named(child) for child in properties if child.tag not in _SILENT)))
        if look not in self._examples:
            self._examples[look] = deepcopy(properties)  # on its own, or all of its part would be kept
        return look

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """What a `w:pPr` says as it stands."""
        said = () if properties is None else _said(properties, _PASSED_OVER)
        found = self._paragraphs.get(said)
        if found is None:
            properties = deepcopy(properties)  # on its own, or all of its part would be kept
            children = () if properties is None else [one for one in properties if one.tag not in _SILENT]
            style = next((one.get(_VAL) for one in children if one.tag == _PARAGRAPH_STYLE), None)
            rest = sorted(self._named(one) for one in children if one.tag not in (_PARAGRAPH_STYLE, _LIST))
            found = self._paragraphs[said] = ParagraphLook(
                self.styles.name(style),
                self.numbers.of(tuple(rest)),
                style,
                self.numbering.place(direct_list(properties), style, self.styles),
                properties,
                None if properties is None else first(properties, _SECTION),
            )
        return found

    def standing(self, written: bytes) -> ParagraphLook | None:
        """What a paragraph says of itself, by the bytes of its `w:pPr`, which are empty where it has none.

        Returns:
            None where its mark comes or goes, its look was changed, or a section ends with it.

        Raises:
            UnreadableError: The bytes do not stand on their own.
        """
        if written not in self._standing:
            self._standing[written] = self._as_it_stands(written)
        return self._standing[written]

    def _as_it_stands(self, written: bytes) -> ParagraphLook | None:
        if not written:
            return self.paragraph(None)
        properties = fragment(written)
        stands = mark_sides(first(properties, _MARK)) == NEW | OLD
        alike = first(properties, _CHANGE) is None and first(properties, _SECTION) is None
        return self.paragraph(properties) if stands and alike else None

    def run_of(self, written: bytes) -> int:
        """What a run says of itself, by the bytes of its `w:rPr`, which hold no record of a change.

        Raises:
            UnreadableError: The bytes do not stand on their own.
        """
        if written not in self._as_written:
            self._as_written[written] = self.run(fragment(written))[0]
        return self._as_written[written]

    def other(self, *properties: etree._Element | None) -> int:
        """What the properties of a table, a row or a cell say."""
        written = tuple([() if each is None else _said(each) for each in properties])
        found = self._others.get(written)
        if found is None:
            said = [
                () if each is None else sorted(self._named(one) for one in each if one.tag not in _SILENT)
                for each in properties
            ]
            found = self.numbers.of(("table", tuple(map(tuple, said)))) if any(said) else UNSAID
            self._others[written] = found
        return found

    def resolved_run(self, look: int, style: str | None, tables: TableStyles) -> RunFormat:
        """What a run departs in from the styles that hold for it.

        Args:
            style: The id of the style of its paragraph.
            tables: The styles of the tables around it.
        """
        return self.formats().run(self._examples.get(look), style, tables)

    def resolved_paragraph(self, look: ParagraphLook, tables: TableStyles) -> ParagraphFormat:
        """What a paragraph departs in from the styles that hold for it, among the tables around it."""
        return self.formats().paragraph(look.properties, look.style, direct_list(look.properties), tables)

    def _named(self, element: etree._Element) -> str:
        """What a property says, a style by its name."""
        if element.tag == _RUN_STYLE:
            return f"style {self.styles.name(element.get(_VAL))}"
        if len(element):
            return canonical(element)
        attributes = sorted(f"{key!s}={value!s}" for key, value in element.items() if not str(key).startswith(_RSID))
        return " ".join((str(element.tag), *attributes))


def first(parent: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a name, in a third of the time of `find`."""
    return next(parent.iterchildren(tag), None)


def mark_sides(properties: etree._Element | None) -> int:
    """The sides on which what carries these properties stands: a paragraph's mark, a row, a cell."""
    sides = NEW | OLD
    if properties is not None:
        for child in properties:
            sides &= _ENDS.get(str(child.tag), NEW | OLD)
    return sides


def before(properties: etree._Element | None) -> etree._Element | None:
    """The properties as they were."""
    record = None if properties is None else first(properties, f"{properties.tag!s}Change")
    return properties if record is None else next(record.iterchildren("*"), None)


def pages(section: etree._Element, side: int) -> str:
    """What a section says of its pages on one side."""
    decided = section if side == NEW else before(section)
    return "" if decided is None else canonical(section_properties(decided))


def _said(properties: etree._Element, without: Container[object] = ()) -> Hashable:
    """Equal for properties in the same words; what stands in them unread is told apart by its own children.

    Args:
        without: The names of those that do not count.
    """
    return tuple(
        [(tag, *one.items(), _said(one) if len(one) else ()) for one in properties if (tag := one.tag) not in without]
    )
