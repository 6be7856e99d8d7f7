"""What reading a Word file needs to know at every place: the package, the part, and what was found.

Nothing here reads content; the modules beside it do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import InitVar, field
from typing import Final

from lxml import etree

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UnreadableError, Where
from treatykit.model.content import NoteKind, VerticalMerge
from treatykit.model.properties import PLAIN_CELL, CellProperties, Properties
from treatykit.model.revisions import Revisions
from treatykit.model.sources import Link, Source
from treatykit.ooxml.canonical import canonical, digest
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import Numbering
from treatykit.ooxml.package import Parts
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.relations import Relations, read_relations, related_part
from treatykit.ooxml.styles import Styles
from treatykit.ooxml.written import Written, written_paragraphs
from treatykit.ooxml.xml import parse_xml
from treatykit.records import dataclass

_SPACE: Final = qn("xml:space")


@dataclass(slots=True)
class Findings:
    """What the reader has to say, once for each kind of thing."""

    name: str
    _found: dict[tuple[str, str], Diagnostic] = field(default_factory=dict)
    _muted: bool = False

    def note(self, code: str, message: str, hint: str | None = None) -> None:
        """Something that stays in the file but is not in the document."""
        self._add(Severity.NOTE, code, message, hint)

    def warn(self, code: str, message: str, hint: str | None = None) -> None:
        """Something that the reader had to guess or leave out."""
        self._add(Severity.WARNING, code, message, hint)

    @contextmanager
    def muted(self, muted: bool) -> Iterator[None]:
        """Say nothing for a while: what we ourselves put into a file is no news."""
        before, self._muted = self._muted, muted or self._muted
        yield
        self._muted = before

    def all(self) -> tuple[Diagnostic, ...]:
        """In the order in which they were first met."""
        return tuple(self._found.values())

    def _add(self, severity: Severity, code: str, message: str, hint: str | None) -> None:
        if self._muted:
            return
        finding = Diagnostic(severity=severity, code=code, message=message, where=Where(self.name), hint=hint)
        self._found.setdefault((code, message), finding)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in the lists of its package, now and before a tracked change of its properties."""

    now: tuple[int, int] | None
    before: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a `w:tcPr` says of its cell: how it looks, and how it lies in the grid."""

    properties: CellProperties = PLAIN_CELL
    columns: int = 1
    merge: VerticalMerge | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where one of our own bookmarks lies: in one paragraph, as far as it begins there.

    Attributes:
        revisions: Those of the first run within it, which may be empty and so no inline; None if
            no run is left, since what it was set around has gone.
    """

    part: str
    element: int
    start: int
    stop: int
    revisions: Revisions | None = None


@dataclass(frozen=True, slots=True)
class Moves:
    """Which tracked moves are whole: both ends there, under one name.

    Attributes:
        change: A moved element (`w:moveFrom`, `w:moveTo`), and what was struck or put in with it, to the number of
            its move, below 0 while changes have none.
    """

    change: Mapping[etree._Element, int]


@dataclass(slots=True)
class Opened:
    """A Word file while it is being read.

    Attributes:
        key: The name of the package in the document, made from its content.
        formats: Reads what runs and paragraphs say of their look.
        untouched: The file is one of ours, and no other program has saved it.
        roles_of: What a paragraph style, by its id, says of the paragraphs in it: role, level and style.
        changes: An annotation id to the number of its change and whether that is a move, where the file says so.
        own: The file is one of ours (docs/analysis/round-trip.md).
        marks_as_written: Tracked marks stay where Word has them.
        revised: A tracked change was met.
        hides_notes: A note was met that nobody is shown.
        places: Part and element of a paragraph to its place in the lists.
        bookmarks: Our own bookmarks by name.
        styled: Part, paragraph and position of a leaf that has no format to the style of its run, in our own files.
        links: The links met so far.
        wordy: Part, paragraph and position of each reference of ours that is words, without a live field.
    """

    parts: Parts
    key: str
    findings: Findings
    main: str
    relations: Relations
    styles: Styles
    numbering: Numbering
    formats: Formats
    untouched: bool
    roles_of: Callable[[str | None], Properties]
    changes: Mapping[int, tuple[int, bool]] = field(default_factory=dict)
    own: bool = False
    marks_as_written: bool = False
    revised: bool = False
    hides_notes: bool = False
    places: dict[tuple[str, int], ListPlace] = field(default_factory=dict)
    bookmarks: dict[str, Bookmark] = field(default_factory=dict)
    styled: dict[tuple[str, int, int], str] = field(default_factory=dict)
    wordy: set[tuple[str, int, int]] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    _rooms: dict[str, Part] = field(default_factory=dict)

    def part(self, name: str) -> Part:
        """A part, parsed once."""
        if name not in self._rooms:
            data = self.parts.read(name)
            root = parse_xml(data, f"{self.parts.name}: {name}")
            self._rooms[name] = Part(self, name, data, root, read_relations(self.parts, name))
        return self._rooms[name]

    def close(self) -> None:
        """Let go of the parsed parts, which hold more than the document that was read from them."""
        for part in self._rooms.values():
            del part.root, part.written, part.positions, part.notes
        self._rooms.clear()

    def related(self, kind: str) -> Part | None:
        """The part of a kind that belongs to the main part; None, with a finding, if it is there but cannot be read."""
        name = related_part(self.parts, self.relations, kind)
        if name is None:
            return None
        try:
            return self.part(name)
        except UnreadableError as error:
            self.findings.warn("damaged-part", f"{error.message}; read without it", "ask for the file again")
            return None


@dataclass(slots=True)
class Positions:
    """Every element of a part to its position among them, in document order; found when somebody asks.

    Attributes:
        written: The paragraphs whose positions are known from how the part is written.
        known: The positions that were found so far, that of the root among them.
    """

    written: Mapping[etree._Element, Written]
    known: dict[etree._Element, int]

    def __getitem__(self, element: etree._Element) -> int:
        found = self._get(element)
        if found is None:
            if not self._count_back(element):
                self._count_on(element)
            found = self.known[element]
        return found

    def _get(self, element: etree._Element) -> int | None:
        paragraph = self.written.get(element)
        return self.known.get(element) if paragraph is None else paragraph.position

    def _count_back(self, element: etree._Element) -> bool:
        """Find the position of an element from the first one in it that is known; whether there is any."""
        passed: list[etree._Element] = []
        for one in element.iter("*"):
            if (position := self._get(one)) is not None:
                self.known.update((each, position - at) for at, each in enumerate(reversed(passed), 1))
                return True
            passed.append(one)
        return False

    def _count_on(self, element: etree._Element) -> None:
        """Find the positions of all that stands in the innermost element around this one that is known."""
        around, position = next((one, at) for one in element.iterancestors() if (at := self._get(one)) is not None)
        self.known.update((one, at) for at, one in enumerate(around.iter("*"), position))


@dataclass(slots=True)
class Part:
    """One part while it is being read.

    Attributes:
        written: The paragraphs as they are written; none in our own files.
        cells: What each `w:tcPr` says that tells of no change, as it is printed.
        notes: The notes of a part of notes by their kinds and ids; a damaged file may use one twice.
    """

    opened: Opened
    name: str
    xml: InitVar[bytes]
    root: etree._Element
    relations: Relations
    positions: Positions = field(init=False)
    written: Mapping[etree._Element, Written] = field(default_factory=dict)
    moves: Moves = field(init=False)
    notes: dict[tuple[str, str], list[etree._Element]] = field(init=False)
    cells: dict[bytes, CellLook] = field(default_factory=dict)

    def __post_init__(self, xml: bytes) -> None:
        if not self.opened.own and self.root.get(_SPACE) is None:
            self.written = written_paragraphs(self.root, xml)
        self.positions = Positions(self.written, {self.root: 0})
        self.moves = _whole_moves(self.root)
        self.notes = _notes(self.root)

    @property
    def findings(self) -> Findings:
        """Where to say what was found."""
        return self.opened.findings

    def source(self, element: etree._Element, start: int = 0, stop: int = 0) -> tuple[Source, ...]:
        """The place of an element, or of characters within it."""
        return (Source(self.opened.key, self.name, self.positions[element], start, stop),)

    def canonical(self, element: etree._Element) -> str:
        """Canonical XML of an element of this part, relationship ids replaced by what they lead to."""
        return canonical(element, self.stands_for)

    def stands_for(self, relation_id: str) -> str:
        """What is written in canonical XML instead of a relationship id."""
        relation = self.relations.get(relation_id)
        if relation is None:
            return "missing"
        if relation.external:
            return f"external:{relation.target}"
        data = self.data(relation_id)
        return "missing" if data is None else f"sha256:{digest(data)}"

    def data(self, relation_id: str) -> bytes | None:
        """The bytes that a relationship inside the package leads to, None where it leads nowhere."""
        relation = self.relations.get(relation_id)
        if relation is None or relation.external or relation.target not in self.opened.parts:
            return None
        try:
            return self.opened.parts.read(relation.target)
        except UnreadableError as error:
            self.findings.warn("damaged-part", f"{error.message}; read without it", "ask for the file again")
            return None


def _notes(root: etree._Element) -> dict[tuple[str, str], list[etree._Element]]:
    found: dict[tuple[str, str], list[etree._Element]] = {}
    for kind in NoteKind:
        for element in root.iterchildren(qn(f"w:{kind}")):
            note_id = element.get(qn("w:id"))
            if note_id is not None and element.get(qn("w:type")) in (None, "normal"):
                found.setdefault((kind, note_id), []).append(element)
    return found


def _whole_moves(root: etree._Element) -> Moves:
    """Pair the moved elements of a part by the names of the ranges they stand in (17.13.5.22 and 25).

    What the same hand put in where a passage arrived, or struck where it left, is part of the move:
    decided by itself, it would be left behind alone.
    """
    ends: dict[str, dict[str, list[etree._Element]]] = {"moveFrom": {}, "moveTo": {}}
    along: dict[str, list[etree._Element]] = {}
    running: dict[str, dict[str, etree._Element]] = {"moveFrom": {}, "moveTo": {}}
    tags = {qn(f"w:{end}{suffix}"): (end, suffix) for end in ends for suffix in ("RangeStart", "RangeEnd", "")}
    edits = {qn("w:del"): "moveFrom", qn("w:ins"): "moveTo"}
    # LibreOffice writes starts without ends; what follows one of those may be anything.
    ended = {(end, one.get(qn("w:id"), "")) for end in ends for one in root.iter(qn(f"w:{end}RangeEnd"))}
    for element in _marks_last(root, (*tags, *edits)):
        end, suffix = tags.get(str(element.tag)) or (edits[str(element.tag)], "edit")
        range_id = element.get(qn("w:id"), "")
        if suffix == "RangeStart":
            running[end][range_id] = element
        elif suffix == "RangeEnd":
            running[end].pop(range_id, None)
        elif running[end]:
            start = next(reversed(running[end].values()))
            name = start.get(qn("w:name"), "")
            if suffix == "":
                ends[end].setdefault(name, []).append(element)
            elif (end, start.get(qn("w:id"), "")) in ended:
                along.setdefault(name, []).append(element)
    change: dict[etree._Element, int] = {}
    whole = (name for name in ends["moveFrom"] if name and name in ends["moveTo"])
    for index, name in enumerate(whole, 1):
        moved = (*ends["moveFrom"][name], *ends["moveTo"][name])
        hands = {_hand(element) for element in moved}
        for element in (*moved, *(edit for edit in along.get(name, ()) if _hand(edit) in hands)):
            change[element] = -index
    return Moves(change)


def _hand(element: etree._Element) -> tuple[str | None, str | None]:
    return element.get(qn("w:author")), element.get(qn("w:date"))


def _marks_last(root: etree._Element, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements in document order, but for what is said of a paragraph mark: a mark is the end of its paragraph."""
    if next(root.iter(*tags), None) is None:
        return
    pending: list[list[etree._Element]] = []  # what was said of the marks of the paragraphs that are open
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag == qn("w:p"):
            if event == "start":
                pending.append([])
            else:
                yield from pending.pop()
        elif event == "start" and element.tag in tags:
            parent = element.getparent()
            around = None if parent is None else parent.getparent()
            if pending and around is not None and around.tag == qn("w:pPr"):
                pending[-1].append(element)
            else:
                yield element
