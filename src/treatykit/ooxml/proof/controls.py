"""Which content controls stand on each side of a file, and around what (docs/analysis/controls.md).

The stories of a proof pass over controls; here is told where these stand, in one walk through files that have any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.leaves import ALTERNATE, NO_CONTENT, TEXT, chosen
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.looks import mark_sides
from treatykit.ooxml.proof.opened import Opened
from treatykit.ooxml.proof.said import BOTH, NEW, OLD
from treatykit.records import dataclass

_CONTROL: Final = qn("w:sdt")
_PROPERTIES: Final = qn("w:sdtPr")
_ID: Final = qn("w:id")
_MARK: Final = f"{qn('w:pPr')}/{qn('w:rPr')}"
_SIDES: Final = {qn("w:ins"): NEW, qn("w:moveTo"): NEW, qn("w:del"): OLD, qn("w:moveFrom"): OLD}
_ENDS: Final = {qn("w:tr"): qn("w:trPr"), qn("w:tc"): qn("w:tcPr")}
_WALLS: Final = frozenset(qn(f"w:{name}") for name in ("tbl", "tr", "tc"))
_STARTS: Final = {qn("w:customXmlDelRangeStart"): NEW, qn("w:customXmlInsRangeStart"): OLD}
_STOPS: Final = {qn("w:customXmlDelRangeEnd"): NEW, qn("w:customXmlInsRangeEnd"): OLD}
_NOTES: Final = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_REFERENCES: Final = (qn("w:headerReference"), qn("w:footerReference"))
_OBJECTS: Final = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:sym", "m:oMath"))
_UNREAD: Final = frozenset(qn(name) for name in ("w:altChunk", "m:oMathPara", "m:oMath"))
"""What may stand where a paragraph does, and is kept as it is."""
_BOX: Final = qn("w:txbxContent")
_PARAGRAPH: Final = qn("w:p")
_END_OF_PARAGRAPH: Final = "\N{PILCROW SIGN}"
_SIGN: Final = "*"


@dataclass(slots=True)
class Control:
    """A control on one side.

    Attributes:
        says: What it says of itself, but for its id.
        holds: The words in it, with the ends of paragraphs and the edges of cells.
    """

    says: str
    holds: str = ""


def controls(opened: Opened, side: int) -> list[Control]:
    """The controls that stand in a file on one side and hold anything there, in their order."""
    main = opened.root(opened.main)  # references stand where paragraphs are read
    parts = {kind: part for kind in _NOTES.values() if (part := opened.related(f"{kind}s"))}
    running = dict.fromkeys(_running(opened, main, side))
    if not any(opened.cut(part).has_controls for part in (opened.main, *parts.values(), *running)):
        return []
    teller = _Teller(opened, side, parts, opened.main)
    for part in (opened.main, *running):
        teller.part = part
        teller.tell(teller.root(part))
    return [one for one in teller.found if one.holds]


def _running(opened: Opened, main: etree._Element, side: int) -> Iterator[str]:
    """The headers and footers of sections that stand."""
    for reference in main.iter(*_REFERENCES):
        paragraph = next(reference.iterancestors(_PARAGRAPH), None)
        stands = paragraph is None or mark_sides(paragraph.find(_MARK)) & side
        part = opened.part_behind(opened.main, reference.get(qn("r:id")) or "")
        if stands and part is not None:
            yield part


def _missing(root: etree._Element) -> dict[etree._Element, int]:
    """The sides on which controls are missing: both their beginning and their end stand in ranges that say so."""
    found: dict[etree._Element, int] = {}
    begun: dict[etree._Element, int] = {}
    opened: dict[int, set[str]] = {NEW: set(), OLD: set()}
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(_CONTROL, *_STARTS, *_STOPS)):
        if element.tag == _CONTROL:
            now = sum(side for side, ids in opened.items() if ids)
            if event == "start":
                begun[element] = now
            else:
                found[element] = begun[element] & now
        elif event == "start" and element.tag in _STARTS:
            opened[_STARTS[str(element.tag)]].add(element.get(_ID) or "")
        elif event == "start":
            opened[_STOPS[str(element.tag)]].discard(element.get(_ID) or "")
    return found


@dataclass(slots=True)
class _Teller:
    """Goes through the stories of a file on one side.

    Attributes:
        notes: The parts of footnotes and endnotes.
        part: The part that is gone through.
        open: The controls around the block that is told.
        carried: The words of paragraphs whose marks go, which run into the next.
    """

    opened: Opened
    side: int
    notes: Mapping[str, str]
    part: str
    found: list[Control] = field(default_factory=list)
    open: list[Control] = field(default_factory=list)
    carried: str = ""
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _missing: dict[str, dict[etree._Element, int]] = field(default_factory=dict)

    def root(self, part: str) -> etree._Element:
        """The root of a part."""
        if part not in self._roots:
            self._roots[part] = self.opened.whole(part)
        return self._roots[part]

    def tell(self, node: etree._Element) -> None:
        """Tell what stands in a part, a container, a table, or a control around any of these."""
        for child in node.iterchildren("*"):
            if child.tag == _PARAGRAPH:
                self._paragraph(child)
            elif child.tag in _WALLS:
                properties = child.find(_ENDS[str(child.tag)]) if child.tag in _ENDS else None
                if mark_sides(properties) & self.side:
                    self._say(self._taken() + ("|" if child.tag in _ENDS else ""))
                    self.tell(child)
                    self._say(self._taken())
            elif child.tag == _CONTROL:
                self._control(child)
            elif child.tag == ALTERNATE:
                if (branch := chosen(child)) is not None:
                    self.tell(branch)
            elif child.tag in _UNREAD:
                self._say(self._taken() + _SIGN)
            elif child.tag not in NO_CONTENT:
                self.tell(child)

    def _control(self, control: etree._Element) -> None:
        if not self._stands(control):
            self.tell(control)
            return
        self.open.append(self._begin(control))
        self.tell(control)
        self.open.pop()

    def _stands(self, control: etree._Element) -> bool:
        if self.part not in self._missing:
            self._missing[self.part] = _missing(self.root(self.part))
        return not self._missing[self.part][control] & self.side

    def _begin(self, control: etree._Element) -> Control:
        properties = control.find(_PROPERTIES)
        said = [] if properties is None else [self._written(one) for one in properties if one.tag != _ID]
        self.found.append(Control("".join(said)))
        return self.found[-1]

    def _written(self, element: etree._Element) -> str:
        return canonical(element, lambda relation: self.opened.leads_to(self.part, relation))

    def _paragraph(self, paragraph: etree._Element) -> None:
        self.carried += "".join(self._words(paragraph, BOTH))
        if mark_sides(paragraph.find(_MARK)) & self.side:
            self._say(self._taken() + _END_OF_PARAGRAPH)

    def _words(self, node: etree._Element, sides: int) -> Iterator[str]:
        """The words of a paragraph, and of each control in it."""
        for child in node.iterchildren("*"):
            standing = sides & _SIDES.get(str(child.tag), BOTH)
            if child.tag in NO_CONTENT or not standing & self.side:
                continue
            if child.tag in TEXT:
                yield child.text or ""
            elif child.tag == _CONTROL and self._stands(child):
                control = self._begin(child)
                control.holds = "".join(self._words(child, standing))
                yield control.holds
            elif child.tag == ALTERNATE:
                branch = chosen(child)
                yield from () if branch is None else self._words(branch, standing)
            elif child.tag in _NOTES:
                self._note(_NOTES[str(child.tag)], child.get(_ID) or "")
                yield _SIGN
            elif child.tag in _OBJECTS:
                for box in (box for box in child.iter(_BOX) if next(box.iterancestors(_BOX, *_OBJECTS)) is child):
                    self._aside(box, self.part)
                yield _SIGN
            else:
                yield from self._words(child, standing)

    def _note(self, kind: str, number: str) -> None:
        part = self.notes.get(kind)
        notes = self.root(part).iterchildren(qn(f"w:{kind}")) if part else ()
        for note in notes:
            if part and note.get(_ID) == number and part != self.part:
                self._aside(note, part)

    def _aside(self, container: etree._Element, part: str) -> None:
        """Tell a box or a note, which hangs on a word and is no part of what stands around it."""
        kept, self.part, self.open, self.carried = (self.part, self.open, self.carried), part, [], ""
        self.tell(container)
        self.part, self.open, self.carried = kept

    def _say(self, said: str) -> None:
        for control in self.open:
            control.holds += said

    def _taken(self) -> str:
        taken, self.carried = self.carried, ""
        return taken
