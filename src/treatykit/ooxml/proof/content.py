"""Read the content of one paragraph of a Word file on both sides of its tracked changes (ECMA-376, 17.13.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.field_names import COMPUTED
from treatykit.ooxml.leaves import ALTERNATE, MARKERS, NO_CONTENT, RUN, TEXT, WRAPPERS, chosen
from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.looks import Looks
from treatykit.ooxml.proof.said import BOTH, NEW, OLD, UNSAID, WORDS, Aspect, Piece, Sides
from treatykit.ooxml.symbols import symbol
from treatykit.records import dataclass

_SIDES: Final = {qn("w:ins"): NEW, qn("w:moveTo"): NEW, qn("w:del"): OLD, qn("w:moveFrom"): OLD}
_CHARACTERS: Final = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_BREAKS: Final = {"page": "\f", "column": "\v"}
_NOTES: Final = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_NOTE_SIGNS: Final = frozenset({qn("w:footnoteRef"), qn("w:endnoteRef")})
_SILENT: Final = frozenset(
    qn(f"w:{name}") for name in ("lastRenderedPageBreak", "separator", "continuationSeparator", "annotationRef")
)
_CODES: Final = frozenset({qn("w:instrText"), qn("w:delInstrText")})
_PROPERTIES: Final = qn("w:rPr")
_BREAKING: Final = frozenset({qn("w:br"), qn("w:cr")})
_FIELD: Final = qn("w:fldChar")
_SIMPLE_FIELD: Final = qn("w:fldSimple")
_LINK: Final = qn("w:hyperlink")
_COMMENT: Final = qn("w:commentReference")
_SYMBOL: Final = qn("w:sym")
_BOX: Final = qn("w:txbxContent")
_SPACE: Final = qn("xml:space")
_REFERENCES: Final = ("REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ")


@dataclass(slots=True)
class _Field:
    """A field that is open."""

    sides: int
    code: str = ""
    in_result: bool = False

    @property
    def is_reference(self) -> bool:
        return self.name in _REFERENCES

    @property
    def name(self) -> str:
        """What the field does, `PAGE`."""
        return next(iter(self.code.split()), "").upper()


@dataclass(slots=True)
class Content:
    """What one paragraph holds.

    Attributes:
        links: Where its links lead, with the sides on which they stand around words.
        fields: The codes of its fields, likewise.
    """

    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    fields: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_plain(self) -> bool:
        """It says the same on both sides."""
        return all(
            piece.sides == BOTH and piece.look == piece.old_look and piece.kind in (*WORDS, "object")
            for piece in self.pieces
        )


@dataclass(slots=True)
class Met:
    """What there is to be compared in a file, as far as it was read."""

    aspects: set[Aspect] = field(default_factory=lambda: {Aspect.TEXT, Aspect.FORMATTING, Aspect.PAGES})
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ContentReader:
    """Reads the paragraphs of one story one after the other; fields may go on from one to the next.

    Attributes:
        leads_to: What stands for the target of a relationship of the part.
        written: Canonical XML of an element of the part.
        box: What a text box says.
        keeps_space: Everything in the part keeps its spaces.
        met: What there is to be compared is noted here, and the ids of comments.
    """

    looks: Looks
    leads_to: Callable[[str], str]
    written: Callable[[etree._Element], str]
    box: Callable[[etree._Element], Sides]
    met: Met
    keeps_space: bool = False
    after_note_sign: bool = False
    open: list[_Field] = field(default_factory=list)
    found: Content = field(default_factory=Content)

    @property
    def is_amid(self) -> bool:
        """A field goes on from the last paragraph to the next, or the sign of a note stands before it."""
        return bool(self.open) or self.after_note_sign

    def read(self, paragraph: etree._Element) -> Content:
        """What a `w:p` holds."""
        self.found = Content()
        self._inside(paragraph, BOTH)
        return self.found

    def _inside(self, node: etree._Element, sides: int) -> None:
        for child in node:
            tag = child.tag
            if tag == RUN:
                self._run(child, sides)
            elif tag in _SIDES:
                self._inside(child, sides & _SIDES[tag])
            elif tag in MARKERS or tag in NO_CONTENT or not isinstance(tag, str):
                pass
            elif tag == _LINK:
                self._link(child, sides)
            elif tag == _SIMPLE_FIELD:
                self.open.append(_Field(sides, child.get(qn("w:instr")) or "", in_result=True))
                self._inside(child, sides)
                self._close()
            elif tag in WRAPPERS:
                self._inside(child, sides)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._inside(branch, sides)
            else:
                self._object(child, sides, UNSAID, UNSAID)

    def _link(self, link: etree._Element, sides: int) -> None:
        begun = len(self.found.pieces)
        self._inside(link, sides)
        relation, anchor = link.get(qn("r:id")), link.get(qn("w:anchor"))
        target = f"{self.leads_to(relation) if relation else ''}#{anchor or ''}"
        around = 0
        for piece in self.found.pieces[begun:]:
            around |= piece.sides
        if around:
            self.met.aspects.add(Aspect.LINKS)
            self.found.links.append((around, target))

    def _run(self, run: etree._Element, sides: int) -> None:
        now = was = UNSAID
        for leaf in run:
            tag = leaf.tag
            if tag == _PROPERTIES:
                now, was = self.looks.run(leaf)
            elif tag == _FIELD:
                self._field_character(leaf, sides)
            elif tag in _CODES:
                if self.open and not self.open[-1].in_result:
                    self.open[-1].code += leaf.text or ""
            elif self.open and any(not one.in_result for one in self.open):
                pass  # what stands in the code of a field is not shown
            elif tag in TEXT:
                self._text(leaf, sides, now, was)
            else:
                self._leaf(leaf, sides, now, was)

    def _text(self, leaf: etree._Element, sides: int, now: int, was: int) -> None:
        if self.open and self.open[-1].name in COMPUTED:
            return  # its code is compared
        value = leaf.text or ""
        if "\n" in value or "\r" in value:
            value = value.replace("\n", " ").replace("\r", " ")
        if not self.keeps_space and leaf.get(_SPACE) != "preserve":
            value = value.strip(" \t")
        if self.after_note_sign and value:
            self.after_note_sign = False
            value = value[1:] if value[0] in " \t" else value
        if value:
            kind = "ref" if self.open and self.open[-1].is_reference else ""
            self.found.pieces.append(Piece(sides, kind, value, now, was))

    def _leaf(self, leaf: etree._Element, sides: int, now: int, was: int) -> None:
        tag = leaf.tag
        if tag in _CHARACTERS:
            if self.after_note_sign and tag == qn("w:tab"):
                self.after_note_sign = False
                return
            self.found.pieces.append(Piece(sides, "", _CHARACTERS[tag], now, was))
        elif tag in _BREAKING:
            self.found.pieces.append(Piece(sides, "", _BREAKS.get(leaf.get(qn("w:type")) or "", "\n")))
        elif tag in _NOTES:
            self.met.aspects.add(Aspect.NOTES)
            self.found.pieces.append(Piece(sides, "note", f"{_NOTES[tag]} {leaf.get(qn('w:id'))}"))
        elif tag in _NOTE_SIGNS:
            self.after_note_sign = True
        elif tag == _COMMENT:
            self.met.aspects.add(Aspect.COMMENTS)
            self.met.comments.append(leaf.get(qn("w:id")) or "")
        elif tag == _SYMBOL and (sign := symbol(leaf)):
            self.found.pieces.append(Piece(sides, "", sign, now, was))
        elif tag not in _SILENT and isinstance(tag, str):
            self._object(leaf, sides, now, was)

    def _object(self, element: etree._Element, sides: int, now: int, was: int) -> None:
        self.met.aspects.add(Aspect.OBJECTS)
        branch = chosen(element) if element.tag == ALTERNATE else element
        boxes = [] if branch is None else [box for box in branch.iter(_BOX) if _is_outermost(box, element)]
        if boxes:
            self.found.pieces += [Piece(sides, "box", "", inside=self.box(box)) for box in boxes]
        else:
            self.found.pieces.append(Piece(sides, "object", self.written(element), now, was))

    def _field_character(self, leaf: etree._Element, sides: int) -> None:
        kind = leaf.get(qn("w:fldCharType"))
        if kind == "begin":
            self.open.append(_Field(sides))
        elif not self.open:
            pass  # half of a field, which Word does not show either
        elif kind == "separate":
            self.open[-1].in_result = True
        else:
            self._close()

    def _close(self) -> None:
        closed = self.open.pop()
        code = " ".join(closed.code.split())
        is_link = code.startswith("HYPERLINK ")
        self.met.aspects.add(Aspect.LINKS if is_link else Aspect.FIELDS)
        if is_link:
            self.found.links.append((closed.sides, code))
        else:
            self.found.fields.append((closed.sides, code))


def _is_outermost(box: etree._Element, top: etree._Element) -> bool:
    for around in box.iterancestors():
        if around is top:
            return True
        if around.tag == _BOX:
            return False
    return True
