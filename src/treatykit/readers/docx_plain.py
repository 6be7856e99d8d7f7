"""Read paragraphs that are nothing but words, as most are, from their bytes.

Nothing below the paragraph is visited, and what its `w:pPr` and each `w:rPr` say is read once for all that are written
alike. Whatever else stands in a paragraph is left to those who walk through it (`docx_inlines`); what both read is the
same (`tests/readers/test_docx_plain.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.sources import Source
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import value
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.ooxml.written import RUNS
from treatykit.readers.docx_part import ListPlace, Part

_LEAF: Final = re.compile(
    r"<w:(?P<name>t|tab|lastRenderedPageBreak)(?P<keeps_space> [^>]*)?(?:/>|>(?P<words>[^<]*)</w:t>)"
)
_TRACKED: Final = re.compile(rb"Change[ >]|<w:(?:ins|del|moveFrom|moveTo)[ />]")
_ENTITY: Final = re.compile(r"&(?:#(?:x(?P<hex>\w+)|(?P<decimal>\w+))|(?P<name>\w+));")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class _Look:
    """What the `w:pPr` of a paragraph says, without a tracked change.

    Attributes:
        formats: What each `w:rPr` in such paragraphs says, as far as it was met; None where it holds a tracked change.
    """

    properties: Properties
    place: ListPlace
    style: str | None
    formats: dict[bytes, RunFormat | None] = field(default_factory=dict)


@dataclass(slots=True)
class PlainParagraphs:
    """Reads the plain paragraphs of anybody's file.

    Attributes:
        read_look: What a `w:pPr` says within tables of some styles, and the list and level that it stands on.
    """

    read_look: Callable[[etree._Element | None, TableStyles], tuple[Properties, tuple[int, int] | None]]
    _looks: dict[tuple[bytes | None, TableStyles], _Look | None] = field(default_factory=dict)

    def read(self, part: Part, element: etree._Element, tables: TableStyles) -> Paragraph | None:
        """A `w:p` as a paragraph; None where it holds more than words.

        Args:
            part: In which it stands, outside of any change and any field that is open.
            element: The `w:p`.
            tables: The styles of the tables around it.
        """
        written = part.plain.get(element)
        look = None if written is None else self._look(element, written[0], tables)
        if written is None or look is None:
            return None
        words = _Words()
        for run, (said, keeps_space, piece, leaves) in enumerate(RUNS.findall(written[1])):
            if said not in look.formats:
                look.formats[said] = _format(part, element, run, look.style, said, tables)
            form = look.formats[said]
            if form is None:
                return None
            if leaves:
                words.go_through(leaves.decode(), form)
            else:
                words.add(piece.decode(), form, keeps_space=bool(keeps_space))
        key, name, position = part.opened.key, part.name, part.positions[element]
        part.opened.places[name, position] = look.place
        inlines = tuple(
            [
                Text(said, look, source=tuple([Source(key, name, position, *at) for at in spans]))
                for said, look, spans in words.found
            ]
        )
        return Paragraph(inlines, Mark(properties=look.properties, source=(Source(key, name, position),)))

    def _look(self, element: etree._Element, written: bytes | None, tables: TableStyles) -> _Look | None:
        key = (written, tables)
        if key not in self._looks:
            look = None
            if written is None or not _TRACKED.search(written):
                said = element.find(qn("w:pPr"))
                properties, place = self.read_look(said, tables)
                look = _Look(properties, ListPlace(place, place), value(said, "w:pStyle"))
            self._looks[key] = look
        return self._looks[key]


def _format(
    part: Part, element: etree._Element, run: int, style: str | None, written: bytes, tables: TableStyles
) -> RunFormat | None:
    """What the `w:rPr` of one of the runs of a paragraph says; None where it holds a tracked change."""
    if _TRACKED.search(written):
        return None
    said = list(element.iterchildren(RUN))[run].find(qn("w:rPr"))
    return part.opened.formats.run(said, style, tables)


@dataclass(slots=True)
class _Words:
    """The words of a paragraph, in normal form: those of one look in one piece, with where they stand.

    Attributes:
        at: How many characters the runs so far take.
    """

    found: list[tuple[str, RunFormat, list[tuple[int, int]]]] = field(default_factory=list)
    at: int = 0

    def go_through(self, leaves: str, look: RunFormat) -> None:
        """Add all leaves of a run."""
        for leaf in _LEAF.finditer(leaves):
            match leaf["name"]:
                case "t":
                    self.add(_unescaped(leaf["words"] or ""), look, keeps_space=bool(leaf["keeps_space"]))
                case "tab":
                    self.add("\t", look, keeps_space=True)
                case _:
                    self.at += 1

    def add(self, written: str, look: RunFormat, *, keeps_space: bool) -> None:
        """Add one leaf: words, or a sign that stands for itself."""
        start = self.at
        self.at += len(written)
        said = written.replace("\n", " ").replace("\r", " ")
        if not keeps_space:
            start += len(said) - len(said.lstrip(" \t"))
            said = said.strip(" \t")
        if not said:
            return
        stop = start + len(said)
        if self.found:
            before, last, spans = self.found[-1]
            if last is look or last == look:
                if spans[-1][1] == start:
                    spans[-1] = (spans[-1][0], stop)
                else:
                    spans.append((start, stop))
                self.found[-1] = (before + said, look, spans)
                return
        self.found.append((said, look, [(start, stop)]))


def _unescaped(written: str) -> str:
    """The characters of a text."""
    return _ENTITY.sub(_character, written) if "&" in written else written


def _character(entity: re.Match[str]) -> str:
    if name := entity["name"]:
        return _ENTITIES[name]
    return chr(int(entity["hex"], 16) if entity["hex"] else int(entity["decimal"]))
