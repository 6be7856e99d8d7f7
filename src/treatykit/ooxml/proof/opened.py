"""A Word file opened to be proved: its parts parsed when they are asked for, and what its relationships lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import cache

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.package import Parts, open_package
from treatykit.ooxml.proof.known import Memory
from treatykit.ooxml.proof.looks import Looks, Numbers
from treatykit.ooxml.proof.said import Part, Sides, Story, words
from treatykit.ooxml.proof.taken import Cut, cut
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.relations import Relations, main_part, read_relations, related_part
from treatykit.ooxml.role_styles import FURNITURE, SPACER
from treatykit.ooxml.style_facets import Disputed, StyleFacets
from treatykit.ooxml.styles import read_styles
from treatykit.ooxml.xml import parse_xml
from treatykit.records import dataclass


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
    _cut: dict[str, Cut] = field(default_factory=dict)
    _relations: dict[str, Relations] = field(default_factory=dict)
    _running: dict[str, Sides] = field(default_factory=dict)
    _leads: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def looks(self) -> Looks:
        """What properties say in it."""
        return self.memory.looks

    @property
    def nothing(self) -> Story:
        """A story that says nothing."""
        return Story((), self.looks.numbering)

    def let_go(self) -> None:
        """It has been told: let its XML go."""
        self._cut.clear()
        self._running.clear()

    def cut(self, part: str) -> Cut:
        """A part, parsed where its bytes are not enough."""
        if part not in self._cut:
            self._cut[part] = cut(self.parts.read(part), f"{self.parts.name}: {part}", self.memory.__getitem__)
        return self._cut[part]

    def root(self, part: str) -> etree._Element:
        """The root of a part."""
        return self.cut(part).root

    def whole(self, part: str) -> etree._Element:
        """The root of a part with all that its bytes were enough for."""
        return self.cut(part).whole(self.root(part))

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
            external = found.target if found and found.external else ""
            name = self.part_behind(part, relation)
            self._leads[key] = digest(self.parts.read(name)) if name else external
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
    file: bytes, numbers: Numbers, disputed: Callable[[], Disputed], memory: dict[tuple[bool | bytes, ...], Memory]
) -> Opened:
    """Open a file.

    Args:
        numbers: Those of all files of one proof.
        disputed: What the styles of the two texts say differently; asked only where looks have to be worked out.
        memory: What was read in all files of one proof, by whether the file is one of ours, its styles and its lists
            as they are written.
    """
    parts = open_package(file, "the redline")
    main = main_part(parts)
    relations = read_relations(parts, main)
    styles, lists = (related_part(parts, relations, kind) for kind in ("styles", "numbering"))
    own = facts_root(parts) is not None
    around: tuple[bool | bytes, ...] = own, *(parts.read(name) if name else b"" for name in (styles, lists))
    if around not in memory:
        memory[around] = Memory(_looks(_sheet(parts, styles), _sheet(parts, lists), numbers, disputed))
    return Opened(parts, main, own, memory[around])


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
        return None if name is None else parse_xml(parts.read(name), f"{parts.name}: {name}")
    except UnreadableError:
        return None
