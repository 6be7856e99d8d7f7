"""Tell what a Word file says with its tracked changes accepted or rejected (ECMA-376, Part 1, 17.13.5).

`judge` tells all of it, paragraph by paragraph; `text` only the words of one part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree
from tests.judge.content import (
    BOOKMARK,
    BOOKMARK_END,
    CONTROL,
    CONTROL_END,
    GONE,
    LINK,
    LINK_END,
    WRAPPERS,
    ContentReader,
    control,
)
from tests.judge.controls import going, is_marker
from tests.judge.holding import SECTION, Holding, Said
from tests.judge.looks import Looks
from tests.judge.numbers import Counter, Lists
from tests.judge.package import DOCUMENT, MC, Package, R, W, local, parts, plainly_spaced
from tests.judge.references import settled
from tests.judge.said import Block, Cell, Note, Par, Row, Run, Sign, Tab, Told, paragraphs, words

# What our writer adds and no text has: a spacer counts only once words have run into it.
_SPACER = "Treaty Spacer"
_KEPT = "_tk_e"  # the bookmark around what our writer keeps on one page with the signatures
_SILENT = (BOOKMARK, BOOKMARK_END, LINK, LINK_END, CONTROL, CONTROL_END)  # but not what stands within
_T = TypeVar("_T")
_CLOSED = ("tc", "footnote", "endnote", "txbxContent")
_BLOCKS = ("p", "tbl")
_NO_BLOCKS = ("sectPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr")
_ADDED = (
    "Treaty Redline Note",
    "Treaty Header",
    "Treaty Footer",
    "TOC Heading",
    *(f"TOC {level}" for level in range(1, 10)),
)


def judge(file: bytes, decision: str = "accept", *, exact: bool = False) -> Told:
    """What a file says once everything in it is accepted or rejected.

    Args:
        file: A Word file. What our writer adds says nothing: spacers, the note at the head of a redline, page numbers.
        decision: ``accept`` or ``reject``; without tracked changes both say the same.
        exact: As other people's files are judged: no-break spaces are no plain ones, what links, controls and
            sections say counts, and what only repeats what holds anyway does not.
    """
    story = _opened(file, decision, DOCUMENT, exact=exact)
    body = story.root.find(f"{W}body")
    assert body is not None
    blocks = story.blocks(body)
    sections = [*story.sections, *body.iterchildren(f"{W}sectPr")]
    pages = tuple(map(story.section, sections)) if exact else ()
    return settled(Told(blocks, dict(_running(story, sections)), pages), exact=exact)


def text(file: bytes, decision: str = "accept", part: str = DOCUMENT) -> list[str]:
    """The paragraphs of a part as lines, without their numbers."""
    story = _opened(file, decision, part, all_of_it=True)
    body = story.root.find(f"{W}body")
    containers = list(story.root.iter(f"{W}footnote", f"{W}endnote")) or [story.root if body is None else body]
    return [plainly_spaced(words(one)) for container in containers for one in paragraphs(story.blocks(container))]


def _opened(file: bytes, decision: str, part: str, *, all_of_it: bool = False, exact: bool = False) -> _Story:
    package = Package(parts(file))
    lists, sheet = Lists(package), package.of_kind("styles")
    defaults = None if sheet is None else sheet.find(f"{W}docDefaults")
    holding = Holding(defaults, lists.styles) if exact else None
    return _Story(package, lists, Looks(package, lists.styles, decision), holding, part, all_of_it)


@dataclass(slots=True)
class _Pending:
    """A paragraph before its mark was asked whether it stays.

    Attributes:
        kept: Our writer keeps it on one page with the signatures, which the text does not say.
    """

    properties: etree._Element | None
    content: list[Run | Sign | Note]
    goes: bool
    kept: bool


@dataclass(slots=True)
class _Story:
    """Tells the blocks of one part."""

    package: Package
    lists: Lists
    looks: Looks
    holding: Holding | None
    part: str
    all_of_it: bool
    counter: Counter = field(init=False)
    sections: list[etree._Element] = field(default_factory=list)
    loose: set[etree._Element] = field(init=False)

    def __post_init__(self) -> None:
        self.counter = Counter(self.lists)
        self.loose = going(self.root, self.looks.decision)

    @property
    def root(self) -> etree._Element:
        """The root of the part."""
        return self.package.root(self.part)

    def elsewhere(self, part: str) -> _Story:
        """A story of another part, or of a box: it counts for itself."""
        return _Story(self.package, self.lists, self.looks, self.holding, part, self.all_of_it)

    def section(self, said: etree._Element) -> str:
        """How the pages of a section are set up; headers and footers are told by themselves."""
        return self.looks.of(
            said, self.part, without=("headerReference", "footerReference", "printerSettings"), holding=SECTION
        )

    def blocks(self, container: etree._Element) -> tuple[Block, ...]:
        """The blocks of a body, cell, note, header or box."""
        blocks = tuple(self._blocks(container))
        told = [block for block in blocks if block != Sign(CONTROL_END)]
        if local(container) in _CLOSED and not (told and isinstance(told[-1], Par)):
            # Word puts in the paragraph that must stand there.
            return *blocks, *self._paragraph(_Pending(None, [], goes=False, kept=False), [])
        return blocks

    def _blocks(self, container: etree._Element) -> Iterator[Block]:
        yield from _filled(self._unfilled_blocks(container))

    def _unfilled_blocks(self, container: etree._Element) -> Iterator[Block]:
        segment: list[_Pending | Sign] = []  # up to a table or the end of the container: these can run into each other
        for found in self._inside(container):
            if isinstance(found, Sign):
                segment.append(found)
                continue
            if local(found) == "p":
                segment.append(self._pending(found))
                continue
            yield from self._joined(segment)
            segment = []
            if local(found) != "tbl":
                yield Sign(self.looks.written(found, self.part))
                continue
            rows = tuple(self._rows(found))
            if any(isinstance(row, Row) for row in rows):
                yield Tab(self.looks.of(found.find(f"{W}tblPr"), self.part), rows)
        yield from self._joined(segment)

    def _inside(self, parent: etree._Element, *names: str) -> Iterator[etree._Element | Sign]:
        """Blocks, rows or cells, with the edges of content controls around them.

        Args:
            names: What is looked for; everything between paragraphs where nothing is named.
        """
        for child in parent.iterchildren("*"):
            if local(child) in (names or _BLOCKS):
                yield child
            elif local(child) == "sdt" and self.holding is not None and child not in self.loose:
                yield Sign(CONTROL, control(child, self.looks, self.part))
                yield from self._inside(child, *names)
                yield Sign(CONTROL_END)
            elif local(child) in WRAPPERS:
                yield from self._inside(child, *names)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._inside(child[0], *names)
            elif not names and self.holding is not None and local(child) not in _NO_BLOCKS and not is_marker(child):
                yield child

    def _pending(self, element: etree._Element) -> _Pending:
        properties = self.looks.decided(element.find(f"{W}pPr"))

        def holding(run: etree._Element) -> Said | None:
            own = self.looks.decided(run.find(f"{W}rPr"))
            return None if self.holding is None else self.holding.for_run(own, properties)

        def box(inside: etree._Element) -> tuple[Block, ...]:
            return self.elsewhere(self.part).blocks(inside)

        content = ContentReader(self.looks, self.part, self._note, box, holding, self.loose)
        goes = self._goes(element.find(f"{W}pPr/{W}rPr"))
        kept = any(mark.get(f"{W}name", "").startswith(_KEPT) for mark in element.iterchildren(f"{W}bookmarkStart"))
        return _Pending(element.find(f"{W}pPr"), list(content.read(element)), goes, kept)

    def _joined(self, segment: list[_Pending | Sign]) -> Iterator[Par | Sign]:
        """The paragraphs of a segment: where a mark goes, the content runs into the next, whose properties stand.

        Word never takes the last mark of a segment out, so a change that hangs on it leaves a paragraph behind.
        """
        carried: list[Run | Sign | Note] = []
        marks = [one for one in segment if isinstance(one, _Pending)]
        for paragraph in segment:
            if isinstance(paragraph, Sign):
                yield paragraph
                continue
            carried += paragraph.content
            stays = not paragraph.goes
            if paragraph is marks[-1] and not stays:
                stays = _says_anything(carried) or not all(one.goes for one in marks)
            if stays:
                yield from self._paragraph(paragraph, carried)
                carried = []

    def _paragraph(self, paragraph: _Pending, content: list[Run | Sign | Note]) -> Iterator[Par]:
        properties = paragraph.properties
        style = self.looks.style(properties)
        spacer = style == _SPACER and not _says_anything(content)
        if not self.all_of_it and (spacer or style in _ADDED):
            return
        ours = ("keepNext",) if paragraph.kept else ()
        self.sections += () if properties is None else properties.iterchildren(f"{W}sectPr")
        holding = None if self.holding is None else self.holding.for_paragraph(self.looks.decided(properties))
        unsaid = ("pStyle", "numPr", "rPr", "sectPr", *ours)
        look = self.looks.of(properties, self.part, without=unsaid, holding=holding)
        place = self.lists.place(self.looks.decided(properties))
        yield Par(style, look, self.counter.next(place), tuple(content))

    def _note(self, kind: str, number: str) -> tuple[Block, ...]:
        story = self.elsewhere(f"word/{kind}s.xml")
        notes = story.root.iterchildren(f"{W}{kind}")
        return next((story.blocks(note) for note in notes if note.get(f"{W}id") == number), ())

    def _rows(self, table: etree._Element) -> Iterator[Row | Sign]:
        yield from _filled(self._unfilled_rows(table))

    def _unfilled_rows(self, table: etree._Element) -> Iterator[Row | Sign]:
        for row in self._inside(table, "tr"):
            if isinstance(row, Sign):
                yield row
                continue
            properties = row.find(f"{W}trPr")
            cells = () if self._goes(properties) else tuple(_filled(self._cells(row)))
            if any(isinstance(cell, Cell) for cell in cells):
                yield Row(self.looks.of(properties, self.part), cells)

    def _cells(self, row: etree._Element) -> Iterator[Cell | Sign]:
        for cell in self._inside(row, "tc"):
            if isinstance(cell, Sign):
                yield cell
                continue
            properties = cell.find(f"{W}tcPr")
            if not self._goes(properties):
                yield Cell(self.looks.of(properties, self.part, without=("tcW",)), self.blocks(cell))

    def _goes(self, properties: etree._Element | None) -> bool:
        return properties is not None and any(
            properties.find(f"{W}{name}") is not None for name in GONE[self.looks.decision]
        )


def _running(story: _Story, sections: list[etree._Element]) -> Iterator[tuple[tuple[int, str, str], tuple[Block, ...]]]:
    for section, properties in enumerate(sections):
        for reference in properties.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            part = story.package.related(story.part, reference.get(f"{R}id"))
            assert part is not None
            place = (section, local(reference).removesuffix("Reference"), reference.get(f"{W}type", "default"))
            yield place, story.elsewhere(part).blocks(story.package.root(part))


def _filled(found: Iterable[_T]) -> Iterator[_T]:
    """Blocks, rows or cells without the edges of controls that have nothing left in them."""
    kept: list[_T] = []
    for each in found:
        before = kept[-1] if kept else None
        if each == Sign(CONTROL_END) and isinstance(before, Sign) and before.kind == CONTROL:
            kept.pop()
        else:
            kept.append(each)
    yield from kept


def _says_anything(content: list[Run | Sign | Note]) -> bool:
    """Whether there is more than bookmarks, white space, and links and controls around nothing more."""
    return any(
        each.words.strip() if isinstance(each, Run) else getattr(each, "kind", "") not in _SILENT for each in content
    )
