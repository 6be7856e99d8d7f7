"""A Word file opened to be proved: its parts parsed when they are asked for, and what its relationships lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count, repeat
from typing import Final, NamedTuple

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.model.properties import ParagraphFormat, RunFormat
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.package import Parts, open_package
from treatykit.ooxml.proof.looks import Looks, Numbers, ParagraphLook, before
from treatykit.ooxml.proof.said import NEW, Par, Part, Place, Sides, words
from treatykit.ooxml.proof.slices import slices
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.relations import Relations, main_part, read_relations, related_part
from treatykit.ooxml.role_styles import FURNITURE, SPACER
from treatykit.ooxml.style_facets import Disputed, StyleFacets
from treatykit.ooxml.styles import read_styles
from treatykit.ooxml.table_conditions import TablesAround, TableStyles
from treatykit.ooxml.xml import parse_xml

_SPACE: Final = qn("xml:space")
_PARAGRAPH: Final = qn("w:p")
_PROPERTIES: Final = qn("w:pPr")


class Known(NamedTuple):
    """A paragraph that was read, and that says the same wherever its bytes stand among the same styles and lists."""

    look: ParagraphLook
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What was read in files that have the same styles and lists.

    Attributes:
        paragraphs: Those that were read, by their bytes.
    """

    looks: Looks
    paragraphs: dict[bytes, Known] = field(default_factory=dict)


class Written(NamedTuple):
    """A paragraph as it is written.

    Attributes:
        at: The how-manyth of its part it is, from 0.
        data: Its bytes; None where these cannot be told apart.
    """

    at: int
    data: bytes | None


@dataclass(slots=True)
class Opened:
    """A file while it is proved.

    Attributes:
        own: It is one of ours, where a number may stand in for a reference and spacers say nothing.
    """

    parts: Parts
    main: str
    own: bool
    memory: Memory
    _data: dict[str, bytes] = field(default_factory=dict)
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _relations: dict[str, Relations] = field(default_factory=dict)
    _running: dict[str, Sides] = field(default_factory=dict)
    _paragraphs: dict[str, list[etree._Element]] = field(default_factory=dict)
    _written: dict[str, Mapping[etree._Element, Written]] = field(default_factory=dict)
    _leads: dict[tuple[str, str], str] = field(default_factory=dict)
    _tables: TablesAround = field(default_factory=TablesAround)

    @property
    def looks(self) -> Looks:
        """What properties say in it."""
        return self.memory.looks

    def let_go(self) -> None:
        """It has been told: let its XML go, which is parsed again where a paragraph is asked for."""
        for kept in (self._data, self._roots, self._running, self._paragraphs, self._written):
            kept.clear()

    def data(self, part: str) -> bytes:
        """The bytes of a part, unpacked once."""
        if part not in self._data:
            self._data[part] = self.parts.read(part)
        return self._data[part]

    def root(self, part: str) -> etree._Element:
        """The root of a part."""
        if part not in self._roots:
            self._roots[part] = _root(self.data(part), self.parts, part)
        return self._roots[part]

    def written(self, part: str) -> Mapping[etree._Element, Written]:
        """The paragraphs of a part as they are written."""
        if part not in self._written:
            root, paragraphs = self.root(part), self._paragraphs_of(part)
            # Where everything keeps its spaces, the same bytes say something else than elsewhere.
            keeps_space = root.get(_SPACE) == "preserve"
            cut = None if keeps_space else slices(root, self.data(part), len(paragraphs))
            written = map(Written, count(), cut or repeat(None, len(paragraphs)))
            self._written[part] = dict(zip(paragraphs, written, strict=True))
        return self._written[part]

    def resolved_run(self, paragraph: Par, look: int, side: int) -> RunFormat:
        """What a run of a paragraph departs in from the styles that hold for it."""
        return self.looks.resolved_run(look, paragraph.style, self._tables_around(paragraph.place, side))

    def resolved_paragraph(self, paragraph: Par, side: int) -> ParagraphFormat:
        """What a paragraph departs in from the styles that hold for it."""
        element = None if paragraph.place is None else self._element(paragraph.place)
        properties = None if element is None else element.find(_PROPERTIES)
        decided = properties if side == NEW else before(properties)
        return self.looks.resolved_paragraph(decided, paragraph.style, self._tables_around(paragraph.place, side))

    def _tables_around(self, place: Place | None, side: int) -> TableStyles:
        accepted, rejected = ((), ()) if place is None else self._tables.of(self._element(place))
        return accepted if side == NEW else rejected

    def _element(self, place: Place) -> etree._Element:
        return self._paragraphs_of(place.part)[place.at]

    def _paragraphs_of(self, part: str) -> list[etree._Element]:
        if part not in self._paragraphs:
            self._paragraphs[part] = list(self.root(part).iter(_PARAGRAPH))
        return self._paragraphs[part]

    def related(self, kind: str) -> str | None:
        """The part of a kind that belongs to the main part, if it can be read."""
        name = related_part(self.parts, self._of(self.main), kind)
        try:
            if name is not None:
                self.root(name)
        except UnreadableError:
            return None
        return name

    def part_behind(self, part: str, relation: str) -> str | None:
        """The part that a relationship leads to."""
        found = self._of(part).get(relation)
        return None if found is None or found.external else self.parts.real_name(found.target)

    def leads_to(self, part: str, relation: str) -> str:
        """What stands for the target of a relationship, whatever it is called."""
        key = (part, relation)
        if key not in self._leads:
            found = self._of(part).get(relation)
            name = self.part_behind(part, relation)
            self._leads[key] = found.target if found and found.external else digest(self.data(name)) if name else ""
        return self._leads[key]

    def running(self, part: str, tell: Callable[[], Sides]) -> Sides:
        """What a header or footer says; many sections may name the same."""
        if part not in self._running:
            self._running[part] = tell()
        return self._running[part]

    def is_furniture(self, style: str | None, parts: tuple[Part, ...]) -> bool:
        """Whether a paragraph is what our writer adds to a text; a spacer counts once words have run into it."""
        return self.own and style in FURNITURE and (style != SPACER or not words(parts).strip())

    def _of(self, part: str) -> Relations:
        if part not in self._relations:
            self._relations[part] = read_relations(self.parts, part)
        return self._relations[part]


def opened(
    file: bytes, numbers: Numbers, disputed: Callable[[], Disputed], memory: dict[tuple[bytes, ...], Memory]
) -> Opened:
    """Open a file.

    Args:
        numbers: Those of all files of one proof.
        disputed: What the styles of the two texts say differently; asked only where looks have to be worked out.
        memory: What was read in all files of one proof, by the styles and lists of the file as they are written.
    """
    parts = open_package(file, "the redline")
    main = main_part(parts)
    relations = read_relations(parts, main)
    styles, lists = (related_part(parts, relations, kind) for kind in ("styles", "numbering"))
    around = tuple([parts.read(name) if name else b"" for name in (styles, lists)])
    if around not in memory:
        memory[around] = Memory(_looks(_sheet(parts, styles), _sheet(parts, lists), numbers, disputed))
    return Opened(parts, main, facts_root(parts) is not None, memory[around])


def _looks(
    sheet: etree._Element | None, lists: etree._Element | None, numbers: Numbers, disputed: Callable[[], Disputed]
) -> Looks:
    styles = read_styles(sheet)
    numbering = read_numbering(lists, styles)

    @cache
    def formats() -> Formats:
        return Formats(styles, StyleFacets(styles, numbering, sheet, disputed()))

    return Looks(styles, numbering, formats, numbers)


def _sheet(parts: Parts, name: str | None) -> etree._Element | None:
    try:
        return None if name is None else _root(parts.read(name), parts, name)
    except UnreadableError:
        return None


def _root(data: bytes, parts: Parts, part: str) -> etree._Element:
    return parse_xml(data, f"{parts.name}: {part}")
