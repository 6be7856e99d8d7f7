"""Read the content of one paragraph of a Word file as inlines (docs/analysis/reading.md, Inlines)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Final

from lxml import etree

from treatykit.model.content import (
    Break,
    BreakKind,
    Field,
    Inline,
    NoteKind,
    NoteReference,
    OpaqueInline,
    Reference,
    Story,
    Text,
)
from treatykit.model.properties import UNFORMATTED, RunFormat
from treatykit.model.revisions import Revision, Revisions, departure
from treatykit.model.sources import Sources
from treatykit.ooxml.leaves import ALTERNATE, RUN, TEXT, Step, Walked, walk
from treatykit.ooxml.names import qn
from treatykit.ooxml.role_styles import LABEL
from treatykit.ooxml.symbols import symbol
from treatykit.readers.docx_bookmarks import Bookmarks
from treatykit.readers.docx_drawings import DRAWINGS, describe, read_picture, text_boxes
from treatykit.readers.docx_fields import FieldKind, OpenField, field_character, shown_inlines
from treatykit.readers.docx_links import link_of, link_of_field
from treatykit.readers.docx_part import Part
from treatykit.readers.docx_revisions import REVISION_TAGS, read_reformatting, read_revision, settle
from treatykit.readers.docx_settled import Settled, Standing
from treatykit.records import dataclass

_SPACE: Final = qn("xml:space")
_CHARACTERS: Final = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_BREAKS: Final = {"page": BreakKind.PAGE, "column": BreakKind.COLUMN}
_NOTES: Final = {qn("w:footnoteReference"): NoteKind.FOOTNOTE, qn("w:endnoteReference"): NoteKind.ENDNOTE}
_FURNITURE: Final = frozenset(
    qn(f"w:{name}") for name in ("lastRenderedPageBreak", "separator", "continuationSeparator", "annotationRef")
)
_NOTE_SIGNS: Final = frozenset({qn("w:footnoteRef"), qn("w:endnoteRef")})
NOTE_SIGN_STYLES: Final = ("Footnote Reference", "Endnote Reference")
_CODES: Final = frozenset({qn("w:instrText"), qn("w:delInstrText")})

ReadNote = Callable[[Part, NoteKind, str], Story | None]


@dataclass(slots=True)
class StoryState:
    """What goes on from paragraph to paragraph of one story.

    Attributes:
        in_note: The story is that of a note.
        whole_fields: The field characters that belong to whole fields.
        fields: The fields that are open, the outermost first.
        settled: Where the words of paragraphs end up.
    """

    part: Part
    in_note: bool = False
    whole_fields: frozenset[etree._Element] = frozenset()
    fields: list[OpenField] = field(default_factory=list)
    settled: Settled = field(default_factory=Settled)


@dataclass(frozen=True, slots=True)
class ReadContent:
    """The content of a paragraph.

    Attributes:
        boxes: Text boxes anchored in it, each with the revisions of the run that holds it.
    """

    inlines: tuple[Inline, ...]
    boxes: tuple[tuple[etree._Element, Revisions], ...] = ()


def read_inlines(state: StoryState, paragraph: etree._Element, read_note: ReadNote) -> ReadContent:
    """Read a `w:p`; fields that it leaves open go on in the next paragraph.

    Args:
        state: Of its story.
        paragraph: The `w:p`.
        read_note: How a note is read; given in, since notes hold stories.
    """
    return _Reader(state, paragraph, read_note).read()


def note_without_text(part: Part, reference: etree._Element, kind: NoteKind, source: Sources) -> OpaqueInline:
    """What is read of a reference (`w:footnoteReference`) to a note that is not there."""
    return _opaque(part, reference, f"{kind} without a text", source)


def _opaque(part: Part, element: etree._Element, description: str, source: Sources) -> OpaqueInline:
    part.findings.note("opaque", f"kept but not read: {description}")
    return OpaqueInline(part.canonical(element), description, source=source)


@dataclass(slots=True)
class _Reader:
    state: StoryState
    paragraph: etree._Element
    read_note: ReadNote
    inlines: list[Inline] = field(default_factory=list)
    boxes: list[tuple[etree._Element, Revisions]] = field(default_factory=list)
    around: list[Revision | None] = field(default_factory=list)  # one for each wrapper entered
    links: list[int] = field(default_factory=list)  # where each link that was entered begins
    format: RunFormat = UNFORMATTED
    reformatted: tuple[Revision, ...] = ()
    symbol_of: int | None = None  # the note reference whose own sign comes next
    after_note_sign: bool = False
    bookmarks: Bookmarks = field(init=False)

    @property
    def part(self) -> Part:
        return self.state.part

    @property
    def revisions(self) -> Revisions:
        return settle((*(revision for revision in self.around if revision), *self.reformatted))

    def read(self) -> ReadContent:
        self.bookmarks = Bookmarks(self.part, self.part.positions[self.paragraph])
        stop = 0
        for step in walk(self.paragraph):
            stop = step.start + step.length
            match step.step:
                case Step.ENTER if step.element.tag == RUN:
                    self._enter_run(step.element)
                case Step.ENTER:
                    self._enter_wrapper(step)
                case Step.LEAVE if step.element.tag == RUN:
                    self.symbol_of = None
                case Step.LEAVE:
                    self._leave_wrapper(step)
                case Step.LEAF:
                    self._leaf(step)
                case Step.MARKER:
                    self.bookmarks.meet(step)
        self.bookmarks.close(stop)
        self._carry_fields_over()
        return ReadContent(tuple(self.inlines), tuple(self.boxes))

    # --- wrappers and runs

    def _enter_wrapper(self, step: Walked) -> None:
        element = step.element
        tracked = element.tag in REVISION_TAGS
        self.around.append(read_revision(self.part, element) if tracked else None)
        if element.tag == qn("w:fldSimple"):
            opened = self._open_field(step.start)
            opened.code, opened.in_result = element.get(qn("w:instr")) or "", True
        elif element.tag == qn("w:hyperlink"):
            self.links.append(step.start)
            self.part.findings.note(
                "hyperlink", "the addresses of hyperlinks stay in the Word file; their words are read"
            )

    def _leave_wrapper(self, step: Walked) -> None:
        self.around.pop()
        if step.element.tag == qn("w:fldSimple") and self.state.fields:
            self._close_field(step.start)
        elif step.element.tag == qn("w:hyperlink"):
            place = self.part.source(self.paragraph, self.links.pop(), step.start)
            self.part.opened.links += link_of(self.part, step.element, place)

    def _enter_run(self, run: etree._Element) -> None:
        around = settle(revision for revision in self.around if revision)
        self.bookmarks.enter_run(around)
        properties = run.find(qn("w:rPr"))
        accepted, rejected = self.state.settled.of(self.paragraph)
        # What goes is only ever seen among the old words.
        self.format = self._format(properties, rejected if departure(around) else accepted)
        self.reformatted = ()
        change = None if properties is None else properties.find(qn("w:rPrChange"))
        if change is not None:
            before = self._format(change.find(qn("w:rPr")), rejected)
            if before != self.format:
                self.reformatted = (read_reformatting(self.part, change, before),)

    def _format(self, properties: etree._Element | None, standing: Standing) -> RunFormat:
        return self.part.opened.formats.run(properties, standing.style, standing.tables)

    # --- leaves

    def _leaf(self, step: Walked) -> None:
        tag = str(step.element.tag)
        if tag == qn("w:fldChar"):
            self._field_character(step)
        elif tag in _CODES:
            self._code(step)
        elif self._in_code():
            pass  # what stands in the instruction of a field is not shown
        elif tag in TEXT:
            self._text(step)
        elif tag in _CHARACTERS:
            self._add_text(_CHARACTERS[tag], step)
        elif tag in (qn("w:br"), qn("w:cr")):
            if self.part.opened.own and self.format.style == LABEL:
                return  # it parts a number from its title, and is no word of either
            kind = _BREAKS.get(step.element.get(qn("w:type")) or "", BreakKind.LINE)
            self._add(Break(kind, revisions=self.revisions, source=self._source(step)))
        elif tag in _NOTES:
            self._note(step, _NOTES[tag])
        elif tag in _NOTE_SIGNS:
            self.after_note_sign = True
        elif tag == qn("w:commentReference"):
            self.part.findings.note("comment", "comments stay in the Word file and are not read")
        elif tag not in _FURNITURE:
            self._object(step, tag)

    def _text(self, step: Walked) -> None:
        value, start = (step.element.text or "").replace("\n", " ").replace("\r", " "), step.start
        if not self._keeps_space(step.element):
            start += len(value) - len(value.lstrip(" \t"))
            value = value.strip(" \t")
        if self.symbol_of is not None and value:
            self._sign(value, step)
            return
        if self.after_note_sign and value:
            self.after_note_sign = False
            if value[0] in " \t":
                value, start = value[1:], start + 1
        if self.part.opened.own and self.format.style in NOTE_SIGN_STYLES and not self.inlines and self.state.in_note:
            return  # the sign that the author chose for the note, printed again at its head
        if value:
            source = self.part.source(self.paragraph, start, start + len(value))
            self._add(Text(value, self.format, revisions=self.revisions, source=source))

    def _add_text(self, value: str, step: Walked) -> None:
        if self.after_note_sign:
            self.after_note_sign = False
            if value == "\t":
                return
        self._add(Text(value, self.format, revisions=self.revisions, source=self._source(step)))

    def _keeps_space(self, text: etree._Element) -> bool:
        said = text.get(_SPACE) or self.part.root.get(_SPACE)
        return said == "preserve"

    def _note(self, step: Walked, kind: NoteKind) -> None:
        note_id = step.element.get(qn("w:id")) or ""
        blocks = self.read_note(self.part, kind, note_id)
        if blocks is None:
            missing = note_without_text(self.part, step.element, kind, self._source(step))
            self._add(replace(missing, revisions=self.revisions))
            return
        self._add(NoteReference(blocks, kind, revisions=self.revisions, source=self._source(step)))
        if step.element.get(qn("w:customMarkFollows")) not in (None, "0", "false", "off"):
            self.symbol_of = len(self._target()) - 1

    def _sign(self, value: str, step: Walked) -> None:
        target, at = self._target(), self.symbol_of
        self.symbol_of = None
        if at is not None and isinstance(note := target[at], NoteReference):
            source = self.part.source(self.paragraph, note.source[0].start, step.start + step.length)
            target[at] = replace(note, symbol=value, source=source)

    def _object(self, step: Walked, tag: str) -> None:
        element = step.element
        if tag == qn("w:sym"):
            if sign := symbol(element):
                self._add_text(sign, step)
                return
        elif tag == qn("w:pgNum"):
            self._add(Field("PAGE", format=self.format, revisions=self.revisions, source=self._source(step)))
            return
        elif tag in DRAWINGS or tag == ALTERNATE:
            boxes = text_boxes(element)
            if boxes:
                self.boxes.extend((box, self.revisions) for box in boxes)
                self.part.findings.note("text-box", "text boxes are read as tables of one cell")
                return
            picture = read_picture(self.part, element)
            if picture is not None:
                self._add(replace(picture, revisions=self.revisions, source=self._source(step)))
                return
        self._opaque(step, describe(element))

    def _opaque(self, step: Walked, description: str) -> None:
        found = _opaque(self.part, step.element, description, self._source(step))
        self._add(replace(found, revisions=self.revisions))

    # --- fields

    def _in_code(self) -> bool:
        return any(not opened.in_result for opened in self.state.fields)

    def _open_field(self, start: int) -> OpenField:
        opened = OpenField(start=start, revisions=self.revisions)
        self.state.fields.append(opened)
        return opened

    def _field_character(self, step: Walked) -> None:
        kind = field_character(step.element)
        if step.element not in self.state.whole_fields or (kind != "begin" and not self.state.fields):
            self.part.findings.warn(
                "broken-field", "a field has no beginning or no end; its words are read as they stand"
            )
            return
        match kind:
            case "begin":
                self._open_field(step.start)
            case "separate":
                self.state.fields[-1].in_result = True
            case _:
                self._close_field(step.start + 1)

    def _code(self, step: Walked) -> None:
        if self.state.fields and not self.state.fields[-1].in_result:
            self.state.fields[-1].code += step.element.text or ""

    def _close_field(self, stop: int) -> None:
        closed = self.state.fields.pop()
        if self._in_code():
            return
        if closed.kind is FieldKind.INVISIBLE:
            self.part.findings.note("hidden-field", f"{closed.name} fields stay in the Word file and are not read")
            self.part.opened.hides_notes |= any(isinstance(inline, NoteReference) for inline in closed.result)
        source = self.part.source(self.paragraph, closed.start or 0, stop)
        self.part.opened.links += link_of_field(closed, source)
        for inline in shown_inlines(closed, self.format, source):
            self._add(inline)

    def _carry_fields_over(self) -> None:
        """A field over several paragraphs is transparent: what it has collected are words after all."""
        for opened in self.state.fields:
            opened.start = None
            if opened.in_result:
                self.inlines.extend(opened.result)
                opened.result = []

    # --- where inlines go

    def _target(self) -> list[Inline]:
        return self.state.fields[-1].result if self.state.fields else self.inlines

    def _add(self, inline: Inline) -> None:
        self.after_note_sign = False
        if self.part.opened.own and self.format.style and not isinstance(inline, Text | Field | Reference):
            source = inline.source[0]
            self.part.opened.styled[source.part, source.element, source.start] = self.format.style
        self._target().append(inline)

    def _source(self, step: Walked) -> Sources:
        return self.part.source(self.paragraph, step.start, step.start + step.length)
