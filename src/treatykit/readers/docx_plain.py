"""Read paragraphs that are nothing but words and notes, as most are, from their bytes.

Nothing below the paragraph is visited, and what its `w:pPr` and each `w:rPr` say is read once for all that are written
alike. Whatever else stands in a paragraph is left to those who walk through it (`docx_inlines`); what both read is the
same (`tests/readers/test_docx_plain.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.content import Inline, Mark, NoteKind, NoteReference, OpaqueInline, Paragraph, Text
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.sources import Source, Sources
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import value
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.ooxml.written import RUNS
from treatykit.readers.docx_inlines import ReadNote, note_without_text
from treatykit.readers.docx_labels import Labels
from treatykit.readers.docx_part import ListPlace, Part
from treatykit.records import dataclass

_LEAF: Final = re.compile(
    r'<w:(?P<name>\w+)(?: (?:w:id="(?P<id>[^"]*)"|(?P<keeps_space>xml:space="preserve")))?/?>(?P<words>[^<]*)'
)
_TRACKED: Final = re.compile(rb"Change[ >]|<w:(?:ins|del|moveFrom|moveTo)[ />]")
_ENTITY: Final = re.compile(r"&(?:#(?:x(?P<hex>\w+)|(?P<decimal>\w+))|(?P<name>\w+));")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SIGNS: Final = {"footnoteRef", "endnoteRef"}
_NOTES: Final = {"footnoteReference": NoteKind.FOOTNOTE, "endnoteReference": NoteKind.ENDNOTE}


_Run = tuple[bytes, bytes, bytes, bytes]
"""What `RUNS` finds: a `w:rPr`, whether spaces are kept and words in one piece, or else leaves."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the `w:pPr` of a paragraph says, without a tracked change.

    Attributes:
        formats: What each `w:rPr` in such paragraphs says, as far as it was met.
    """

    properties: Properties
    place: tuple[int, int] | None
    style: str | None
    formats: dict[bytes, RunFormat] = field(default_factory=dict)

    def mark(self, part: Part, position: int, labels: Labels | None) -> Mark:
        """The mark of a paragraph that looks so, the next of its story."""
        properties = self.properties
        if labels is None:
            part.opened.places[part.name, position] = ListPlace(self.place, self.place)
        elif self.place is not None:
            properties = labels.of(properties, self.place)
        return Mark(properties=properties, source=(Source(part.opened.key, part.name, position),))


@dataclass(slots=True)
class PlainParagraphs:
    """Reads the plain paragraphs of anybody's file, and the marks of the others.

    Attributes:
        read_look: What a `w:pPr` says within tables of some styles, and the list and level that it stands on.
    """

    read_look: Callable[[etree._Element | None, TableStyles], tuple[Properties, tuple[int, int] | None]]
    _looks: dict[TableStyles, dict[bytes | None, _Look | None]] = field(default_factory=dict)

    def within(
        self, part: Part, tables: TableStyles, labels: Labels | None, read_note: ReadNote
    ) -> Callable[[etree._Element], Paragraph | None]:
        """What reads a paragraph of one container; None for what is none, or holds more than words and notes.

        Args:
            part: In which the container stands, outside of any change; no field is open where something is read.
            tables: The styles of the tables around it.
            labels: Of its story, where numbers are printed while it is read.
            read_note: How a note is read.
        """
        known, looks = part.written.get, self._looks.setdefault(tables, {})

        def read(element: etree._Element) -> Paragraph | None:
            written = known(element)
            if written is None:
                return None
            position, said, content = written
            if content is None or (look := looks.get(said) or self._look(element, said, tables)) is None:
                return None
            runs: list[_Run] = RUNS.findall(content)
            inlines = None if b"&" in content or b"\n" in content else _unbroken(part, position, runs, look.formats)
            if inlines is None:
                if not _find_formats(part, element, runs, look, tables):
                    return None
                inlines = _Words(part, element, position, look.formats, read_note).of(runs)
            return Paragraph(inlines, look.mark(part, position, labels))

        return read

    def mark(self, part: Part, element: etree._Element, tables: TableStyles, labels: Labels | None) -> Mark | None:
        """The mark of any `w:p`; None where its `w:pPr` tells of a change, or is not written as usual."""
        written = part.written.get(element)
        if written is None or written.look is None or (look := self._look(element, written.look, tables)) is None:
            return None
        return look.mark(part, written.position, labels)

    def _look(self, element: etree._Element, written: bytes | None, tables: TableStyles) -> _Look | None:
        looks = self._looks.setdefault(tables, {})
        if written not in looks:
            look = None
            if written is None or not _TRACKED.search(written):
                said = element.find(qn("w:pPr"))
                properties, place = self.read_look(said, tables)
                look = _Look(properties, place, value(said, "w:pStyle"))
            looks[written] = look
        return looks[written]


def _find_formats(part: Part, element: etree._Element, runs: Iterable[_Run], look: _Look, tables: TableStyles) -> bool:
    """Find out what the `w:rPr` of all runs of a paragraph say; whether none of them tells of a change."""
    for at, (said, _, _, _) in enumerate(runs):
        if said not in look.formats:
            if _TRACKED.search(said):
                return False
            run = list(element.iterchildren(RUN))[at]
            look.formats[said] = part.opened.formats.run(run.find(qn("w:rPr")), look.style, tables)
    return True


def _unbroken(
    part: Part, position: int, runs: Iterable[_Run], formats: Mapping[bytes, RunFormat]
) -> tuple[Inline, ...] | None:
    """What `_Words` finds in runs of words that need no change, in fewer steps; None where a run is anything else."""
    package, name = part.opened.key, part.name
    inlines: list[Inline] = []
    start, words, look = 0, "", None
    for said, keeps_space, piece, _ in runs:
        its_look = formats.get(said)
        if its_look is None or not piece or not (keeps_space or piece == piece.strip(b" \t")):
            return None
        if look is None or look is its_look or look == its_look:
            words += piece.decode()
        else:
            stop = start + len(words)
            inlines.append(Text(words, look, source=(Source(package, name, position, start, stop),)))
            start, words = stop, piece.decode()
        look = its_look
    if look is not None:
        inlines.append(Text(words, look, source=(Source(package, name, position, start, start + len(words)),)))
    return tuple(inlines)


_Piece = tuple[str, RunFormat, list[tuple[int, int]]]
"""Words of one look, and where they stand."""


@dataclass(slots=True)
class _Words:
    """The words and notes of a paragraph, those of one look in one piece.

    Attributes:
        at: How many characters were gone through.
        after_sign: The sign of the note that the paragraph stands in has just gone by.
    """

    part: Part
    element: etree._Element
    position: int
    formats: Mapping[bytes, RunFormat]
    read_note: ReadNote
    found: list[_Piece | NoteReference | OpaqueInline] = field(default_factory=list)
    at: int = 0
    after_sign: bool = False

    def of(self, runs: Iterable[_Run]) -> tuple[Inline, ...]:
        """What all runs of the paragraph hold."""
        for said, keeps_space, piece, leaves in runs:
            if leaves:
                self._go_through(leaves.decode(), self.formats[said])
            else:
                self._add(_unescaped(piece.decode()), self.formats[said], keeps_space=bool(keeps_space))
        return tuple(
            [Text(one[0], one[1], source=self._source(one[2])) if isinstance(one, tuple) else one for one in self.found]
        )

    def _go_through(self, leaves: str, look: RunFormat) -> None:
        for leaf in _LEAF.finditer(leaves):
            name = leaf["name"]
            if name == "t":
                self._add(_unescaped(leaf["words"]), look, keeps_space=bool(leaf["keeps_space"]))
            elif name == "tab":
                self._add("\t", look, keeps_space=True)
            elif name in _NOTES:
                self._note(_NOTES[name], leaf["id"])
            else:
                self.at += 1
                self.after_sign = self.after_sign or name in _SIGNS

    def _note(self, kind: NoteKind, note_id: str) -> None:
        source = self._source([(self.at, self.at + 1)])
        self.at += 1
        self.after_sign = False
        blocks = self.read_note(self.part, kind, note_id)
        if blocks is not None:
            self.found.append(NoteReference(blocks, kind, source=source))
            return
        reference = next(one for one in self.element.iter(qn(f"w:{kind}Reference")) if one.get(qn("w:id")) == note_id)
        self.found.append(note_without_text(self.part, reference, kind, source))

    def _add(self, written: str, look: RunFormat, *, keeps_space: bool) -> None:
        """Add one leaf: words, or a sign that stands for itself."""
        start = self.at
        self.at += len(written)
        said = written.replace("\n", " ").replace("\r", " ")
        if not keeps_space:
            start += len(said) - len(said.lstrip(" \t"))
            said = said.strip(" \t")
        if self.after_sign and said:
            self.after_sign = False
            if said[0] in " \t":
                said, start = said[1:], start + 1
        if not said:
            return
        stop = start + len(said)
        if self.found and isinstance(last := self.found[-1], tuple) and (last[1] is look or last[1] == look):
            before, _, spans = last
            if spans[-1][1] == start:
                spans[-1] = (spans[-1][0], stop)
            else:
                spans.append((start, stop))
            self.found[-1] = (before + said, look, spans)
        else:
            self.found.append((said, look, [(start, stop)]))

    def _source(self, spans: list[tuple[int, int]]) -> Sources:
        package, part = self.part.opened.key, self.part.name
        return tuple([Source(package, part, self.position, start, stop) for start, stop in spans])


def _unescaped(written: str) -> str:
    """The characters of a text."""
    return _ENTITY.sub(_character, written) if "&" in written else written


def _character(entity: re.Match[str]) -> str:
    if name := entity["name"]:
        return _ENTITIES[name]
    return chr(int(entity["hex"], 16) if entity["hex"] else int(entity["decimal"]))
