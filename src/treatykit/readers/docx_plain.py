"""Read paragraphs that are nothing but words, as most are, from how they are printed.

Nothing below the paragraph is visited, and what its `w:pPr` and each `w:rPr` say is read once for all that are printed
alike. Whatever else stands in a paragraph is left to those who walk through it (`docx_inlines`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from treatykit.model.content import Inline, Mark, Paragraph, Text
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.sources import Source
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.own_marks import BOOKMARK_PREFIX
from treatykit.ooxml.styles import value
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.readers.docx_part import ListPlace, Part

_BEGIN: Final = re.compile(r"<w:p(?: [^>]*)?>(?P<look>(?><w:pPr>.*?</w:pPr>)|<w:pPr/>)?")
_NEXT: Final = re.compile(
    r"<w:r(?: [^>]*)?>(?P<look>(?><w:rPr>.*?</w:rPr>)|<w:rPr/>)?"
    r"(?P<leaves>(?:<w:t(?: [^>]*)?>[^<]*</w:t>|<w:t/>|<w:tab/>|<w:lastRenderedPageBreak/>)*)</w:r>"
    r"|<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^>]*/>"
)
_LEAF: Final = re.compile(r"<w:(?P<name>t|tab|lastRenderedPageBreak)(?P<said> [^>]*)?(?:/>|>(?P<words>[^<]*)</w:t>)")
_ONE_PIECE: Final = re.compile(r'<w:t( xml:space="preserve")?>([^<&\r\n]*)</w:t>')
_END: Final = "</w:p>"
_TRACKED: Final = re.compile(r"Change[ >]|<w:(?:ins|del|moveFrom|moveTo) ")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&#13;", "\r"), ("&amp;", "&"))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Look:
    """What the `w:pPr` of a paragraph says, without a tracked change."""

    properties: Properties
    place: ListPlace
    style: str | None


@dataclass(slots=True)
class PlainParagraphs:
    """Reads the plain paragraphs of one part that stand in no note.

    Attributes:
        read_look: What a `w:pPr` says within tables of some styles, and the list and level that it stands on.
    """

    part: Part
    read_look: Callable[[etree._Element | None, TableStyles], tuple[Properties, tuple[int, int] | None]]
    _looks: dict[tuple[str | None, TableStyles], _Look | None] = field(default_factory=dict)
    _formats: dict[tuple[str | None, str | None, TableStyles], RunFormat | None] = field(default_factory=dict)
    _fits: bool = field(init=False)

    def __post_init__(self) -> None:
        root = self.part.root
        self._fits = not self.part.opened.own and root.nsmap.get("w") == NAMESPACES["w"] and root.get(_SPACE) is None

    def read(self, element: etree._Element, printed: str, position: int, tables: TableStyles = ()) -> Paragraph | None:
        """A `w:p` as a paragraph; None where it holds more than words.

        Args:
            element: The `w:p`.
            printed: It, as XML.
            position: It, among the elements of its part.
            tables: The styles of the tables around it.
        """
        begin = _BEGIN.match(printed) if self._fits and BOOKMARK_PREFIX not in printed else None
        look = None if begin is None else self._look(element, begin["look"], tables)
        if begin is None or look is None:
            return None
        words = _Words(self.part.opened.key, self.part.name, position)
        at, runs = begin.end(), 0
        while found := _NEXT.match(printed, at):
            at = found.end()
            if (leaves := found["leaves"]) is not None:
                look_of_run = self._format(element, runs, look.style, found["look"], tables)
                if look_of_run is None:
                    return None
                words.add(leaves, look_of_run)
                runs += 1
        if not printed.startswith(_END, at) and not (at == len(printed) and printed.endswith("/>")):
            return None
        self.part.opened.places[self.part.name, position] = look.place
        source = (Source(self.part.opened.key, self.part.name, position),)
        return Paragraph(words.inlines(), Mark(properties=look.properties, source=source))

    def _look(self, element: etree._Element, printed: str | None, tables: TableStyles) -> _Look | None:
        key = (printed, tables)
        if key not in self._looks:
            look = None
            if printed is None or not _TRACKED.search(printed):
                said = element.find(qn("w:pPr"))
                properties, place = self.read_look(said, tables)
                look = _Look(properties, ListPlace(place, place), value(said, "w:pStyle"))
            self._looks[key] = look
        return self._looks[key]

    def _format(
        self, element: etree._Element, run: int, style: str | None, printed: str | None, tables: TableStyles
    ) -> RunFormat | None:
        key = (style, printed, tables)
        if key not in self._formats:
            look = None
            if printed is None or not _TRACKED.search(printed):
                said = list(element.iterchildren(RUN))[run].find(qn("w:rPr"))
                look = self.part.opened.formats.run(said, style, tables)
            self._formats[key] = look
        return self._formats[key]


@dataclass(slots=True)
class _Words:
    """The words of a paragraph, those of one look in one piece, with their places."""

    package: str
    part: str
    position: int
    at: int = 0
    texts: list[tuple[str, RunFormat, list[tuple[int, int]]]] = field(default_factory=list)

    def add(self, leaves: str, look: RunFormat) -> None:
        """Go through the leaves of a run."""
        if piece := _ONE_PIECE.fullmatch(leaves):
            keeps_space, said = piece.groups()
            start = self.at
            self.at += len(said)
            if not keeps_space:
                start += len(said) - len(said.lstrip(" \t"))
                said = said.strip(" \t")
            self._put(said, look, start)
            return
        for leaf in _LEAF.finditer(leaves):
            start = self.at
            if leaf["name"] == "t":
                written = leaf["words"] or ""
                if "&" in written:
                    for entity, character in _ENTITIES:
                        written = written.replace(entity, character)
                self.at += len(written)
                said = written.replace("\n", " ").replace("\r", " ")
                if 'xml:space="preserve"' not in (leaf["said"] or ""):
                    start += len(said) - len(said.lstrip(" \t"))
                    said = said.strip(" \t")
                self._put(said, look, start)
            else:
                self.at += 1
                self._put("\t" if leaf["name"] == "tab" else "", look, start)

    def _put(self, said: str, look: RunFormat, start: int) -> None:
        if not said:
            return
        stop = start + len(said)
        if self.texts:
            before, last, spans = self.texts[-1]
            if last is look or last == look:
                if spans[-1][1] == start:
                    spans[-1] = (spans[-1][0], stop)
                else:
                    spans.append((start, stop))
                self.texts[-1] = (before + said, look, spans)
                return
        self.texts.append((said, look, [(start, stop)]))

    def inlines(self) -> tuple[Inline, ...]:
        """What was added, in normal form."""
        return tuple(
            [
                Text(said, look, source=tuple([Source(self.package, self.part, self.position, *at) for at in spans]))
                for said, look, spans in self.texts
            ]
        )
