"""A Word file opened to be proved: its parts parsed when they are asked for, and what its relationships lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.package import Parts, open_package
from treatykit.ooxml.proof.looks import Looks, Numbers, ParagraphLook
from treatykit.ooxml.proof.said import Part, Sides, words
from treatykit.ooxml.proof.slices import slices
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.relations import Relations, main_part, read_relations, related_part
from treatykit.ooxml.role_styles import FURNITURE, SPACER
from treatykit.ooxml.style_facets import Disputed, StyleFacets
from treatykit.ooxml.styles import read_styles
from treatykit.ooxml.xml import parse_xml

_SPACE: Final = qn("xml:space")


class Known(NamedTuple):
    """A paragraph that was read, and that says the same wherever its bytes stand among the same styles and lists."""

    look: ParagraphLook
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Opened:
    """A file while it is proved.

    Attributes:
        data: The bytes of a part, unpacked once.
        memory: Paragraphs that were read, by their bytes.
        own: It is one of ours, where a number may stand in for a reference and spacers say nothing.
    """

    parts: Parts
    data: Callable[[str], bytes]
    main: str
    own: bool
    looks: Looks
    memory: dict[bytes, Known]
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _relations: dict[str, Relations] = field(default_factory=dict)
    _running: dict[str, Sides] = field(default_factory=dict)
    _written: dict[str, Mapping[etree._Element, bytes]] = field(default_factory=dict)
    _leads: dict[tuple[str, str], str] = field(default_factory=dict)

    def root(self, part: str) -> etree._Element:
        """The root of a part."""
        if part not in self._roots:
            self._roots[part] = _root(self.data(part), self.parts, part)
        return self._roots[part]

    def written(self, part: str) -> Mapping[etree._Element, bytes]:
        """The paragraphs of a part with their bytes, as far as these can be told apart."""
        if part not in self._written:
            root = self.root(part)
            # Where everything keeps its spaces, the same bytes say something else than elsewhere.
            keeps_space = root.get(_SPACE) == "preserve"
            self._written[part] = {} if keeps_space else slices(root, self.data(part))
        return self._written[part]

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
    file: bytes, numbers: Numbers, disputed: Callable[[], Disputed], memory: dict[str, dict[bytes, Known]]
) -> Opened:
    """Open a file.

    Args:
        numbers: Those of all files of one proof.
        disputed: What the styles of the two texts say differently; asked only where looks have to be worked out.
        memory: The paragraphs that were read in all files of one proof, by the styles and lists of the file.
    """
    parts = open_package(file, "the redline")
    main = main_part(parts)
    relations = read_relations(parts, main)
    data = cache(parts.read)

    def root(kind: str) -> etree._Element | None:
        part = related_part(parts, relations, kind)
        try:
            return None if part is None else _root(data(part), parts, part)
        except UnreadableError:
            return None

    names = [related_part(parts, relations, kind) for kind in ("styles", "numbering")]
    around = digest(b"".join(data(name) if name else b"-" for name in names))
    sheet = root("styles")
    styles = read_styles(sheet)
    numbering = read_numbering(root("numbering"), styles)

    @cache
    def formats() -> Formats:
        return Formats(styles, StyleFacets(styles, numbering, sheet, disputed()))

    looks = Looks(styles, numbering, formats, numbers)
    return Opened(parts, data, main, facts_root(parts) is not None, looks, memory.setdefault(around, {}))


def _root(data: bytes, parts: Parts, part: str) -> etree._Element:
    return parse_xml(data, f"{parts.name}: {part}")
