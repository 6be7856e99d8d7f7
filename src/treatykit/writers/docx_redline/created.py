"""Create what the edited package does not hold: deleted content of the old one, or of no Word file at all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Final

from lxml import etree

from treatykit.model.content import (
    Cell,
    Field,
    Inline,
    Mark,
    NoteKind,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Reference,
    Row,
    Slot,
    Story,
    Table,
    Text,
)
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.revisions import Revision, Revisions, arrival, departure, reformattings
from treatykit.model.sources import Sources
from treatykit.ooxml.controls import track_controls
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.names import NAMESPACES, RELATIONSHIPS, qn
from treatykit.ooxml.role_styles import LABEL
from treatykit.ooxml.styles import number
from treatykit.ooxml.tracking import child, revive
from treatykit.ooxml.word_story import as_word_says
from treatykit.ooxml.xml import print_xml
from treatykit.records import dataclass
from treatykit.writers.docx_redline.boxes import with_boxes_at_the_end
from treatykit.writers.docx_redline.desk import Desk, relooked
from treatykit.writers.docx_redline.generated import generated_run
from treatykit.writers.docx_redline.looks import bare, look_alike
from treatykit.writers.docx_redline.old_looks import old_run_look
from treatykit.writers.docx_redline.shells import joined, runs_within, spell_out_fields

_NOTE_STYLES: Final = {NoteKind.FOOTNOTE: "Footnote Reference", NoteKind.ENDNOTE: "Endnote Reference"}
_DEFAULT_WIDTH: Final = 4500


@dataclass(frozen=True, slots=True)
class Creator:
    """Makes elements for parts of the edited package, with their revisions written."""

    desk: Desk

    # --- inlines

    def inline(self, inline: Inline, part: str) -> list[etree._Element]:
        """The runs of an inline, wrapped in what was done to it."""
        runs = self._runs(inline, part)
        if isinstance(inline, NoteReference):
            note_id = self._note(inline)
            for reference in [node for run in runs for node in run.iter(qn(f"w:{inline.kind}Reference"))]:
                reference.set(qn("w:id"), str(note_id))
        return self.tracked(runs, inline.revisions)

    def tracked(self, runs: Iterable[etree._Element], revisions: Revisions) -> list[etree._Element]:
        """Runs wrapped in what was done to them, neighbours together."""
        holder = etree.Element(qn("w:p"))
        holder.extend(runs)
        for run in runs_within(holder):
            self.desk.tracker.wrap(run, revisions)
            self.reformatted(run, revisions)
        return list(holder)

    def reformatted(self, run: etree._Element, revisions: Revisions) -> None:
        """Say of a run what it looked like before."""
        for revision in reformattings(revisions):
            if isinstance(revision.before, RunFormat) and run.tag == RUN:
                look = child(run, "w:rPr", first=True)
                self.desk.tracker.changed(look, old_run_look(self.desk, revision, revision.before), revision)

    def _runs(self, inline: Inline, part: str) -> list[etree._Element]:
        runs = [run for source in self.desk.foreign(inline.source) for run in self.desk.borrowed_runs(source, part)]
        if isinstance(inline, Reference | Field) and runs:
            runs = self.desk.links(inline.source).settle(runs)
        if runs:
            for run in runs:
                revive(run)
            return runs
        if isinstance(inline, NoteReference):
            return [self._reference_run(inline)]
        look = self.desk.run_look(inline.format) if isinstance(inline, Text | Slot | Reference | Field) else None
        made = generated_run(inline, look)
        return [] if made is None else [made]

    # --- notes

    def _reference_run(self, inline: NoteReference) -> etree._Element:
        own = inline.symbol is not None
        reference = w(f"{inline.kind}Reference", customMarkFollows="1" if own else None)
        sign = [text_element("t", inline.symbol)] if inline.symbol else []
        return w("r", *self._note_style(inline.kind), reference, *sign)

    def _note_style(self, kind: NoteKind) -> list[etree._Element]:
        if style := self.desk.character_style(_NOTE_STYLES[kind]):
            return [w("rPr", w("rStyle", val=style))]
        return [w("rPr", w("vertAlign", val="superscript"))]

    def _note(self, inline: NoteReference) -> int:
        """Add a note to its part and return its id."""
        target = self.desk.target
        part = target.related(f"{inline.kind}s") or self._notes_part(inline.kind)
        root = target.touch(part)
        ids = (number(note.get(qn("w:id"))) for note in root.iterchildren(qn(f"w:{inline.kind}")))
        note_id = max((found for found in ids if found is not None), default=0) + 1
        note = etree.SubElement(root, qn(f"w:{inline.kind}"))
        note.set(qn("w:id"), str(max(note_id, 1)))
        note.extend(self.blocks(inline.blocks, part))
        first = next(note.iter(qn("w:p")), None)
        own = self.desk.looks.own
        if first is not None and (inline.symbol is None or own):
            # A sign of its own is words of a foreign note, and no content in one of ours.
            printed = text_element("t", inline.symbol) if inline.symbol else w(f"{inline.kind}Ref")
            gap = self._note_style(inline.kind) if own else []
            sign = [w("r", *self._note_style(inline.kind), printed), w("r", *gap, text_element("t", " "))]
            ends = tuple(end for end in (arrival(inline.revisions), departure(inline.revisions)) if end)
            properties = first.find(qn("w:pPr"))
            place = 0 if properties is None else 1
            first[place:place] = self.tracked(sign, ends)
        return max(note_id, 1)

    def _notes_part(self, kind: NoteKind) -> str:
        target, names = self.desk.target, {"w": NAMESPACES["w"], "r": NAMESPACES["r"]}
        root = etree.Element(qn(f"w:{kind}s"), nsmap=names)
        for note_id, sign in (("-1", "separator"), ("0", "continuationSeparator")):
            note = w(str(kind), w("p", w("r", w(sign))), type=sign, id=note_id)
            root.append(note)
        folder = posixpath.dirname(target.main)
        name = target.add_part(posixpath.join(folder, f"{kind}s.xml"), print_xml(root), f"{kind}s")
        target.relate(target.main, RELATIONSHIPS[f"{kind}s"], name)
        return name

    # --- blocks

    def blocks(self, story: Story, part: str) -> list[etree._Element]:
        """The blocks of a story of which nothing is in the edited package."""
        made: list[etree._Element] = []
        for block in as_word_says(with_boxes_at_the_end(self.desk, story)):
            match block:
                case Paragraph(inlines, mark):
                    runs = [run for inline in inlines for run in self.inline(inline, part)]
                    ends = inlines[0].revisions if inlines else mark.revisions
                    made.append(self.paragraph(runs, mark, part, ends))
                case Table():
                    made.append(self.table(block, part))
                case OpaqueBlock():
                    pass  # nothing can say of it that it came or went
        if not made or made[-1].tag != qn("w:p"):
            made.append(etree.Element(qn("w:p")))
        return made

    def paragraph(
        self,
        runs: Iterable[etree._Element],
        mark: Mark,
        part: str,
        ends: Revisions | None = None,
        behind: etree._Element | None = None,
    ) -> etree._Element:
        """A paragraph with its mark.

        Args:
            runs: Ready as they are.
            mark: Where it came from, its properties and revisions.
            part: Where it is going to stand.
            ends: What was done to its words; else what was done to its mark.
            behind: The paragraph of the package whose mark stood last before it; it may have to look like that.
        """
        paragraph = etree.Element(qn("w:p"))
        borrowed = self._borrowed_properties(mark, part)
        changed = self._changed(mark, borrowed, behind)
        stands = None if changed else borrowed
        paragraph.append(self.desk.paragraph_look(mark.properties, behind) if stands is None else stands)
        if changed is not None:
            self.desk.tracker.changed(paragraph[0], *changed)
        self.desk.tracker.mark(paragraph, mark.revisions)
        paragraph.extend(self.tracked(self._label(mark, part), mark.revisions if ends is None else ends))
        paragraph.extend(joined(runs, self.desk.target, part))
        spell_out_fields(paragraph)
        track_controls(paragraph, self.desk.tracker.fresh_id)
        return paragraph

    def _borrowed_properties(self, mark: Mark, part: str) -> etree._Element | None:
        """What a paragraph of another package says, with the look of its mark; None for one that came from none."""
        for source in self.desk.foreign(mark.source):
            borrower = self.desk.borrowers[source.package]
            original = borrower.source.element(source.part, source.element)
            if original is not None:
                theirs = original.find(qn("w:pPr"))
                properties = self.desk.borrowed_look(theirs, source.package)
                if theirs is not None and (look := theirs.find(qn("w:rPr"))) is not None:
                    properties.append(_without_revisions(borrower.borrow(look, source.part, part)))
                if (
                    self.desk.breaks
                    and departure(mark.revisions)
                    and (section := self.desk.borrowed_break((source,))) is not None
                ):
                    properties.append(section)
                return properties
        return None

    def _changed(
        self, mark: Mark, borrowed: etree._Element | None, behind: etree._Element | None
    ) -> tuple[etree._Element, Revision] | None:
        """What a new paragraph said before it was set otherwise, and who did that."""
        revision, looks = relooked(mark), self.desk.looks
        if revision is None or not isinstance(revision.before, Properties):
            return None
        old = self.desk.paragraph_look(revision.before) if borrowed is None else bare(borrowed)
        now = self.desk.paragraph_look(mark.properties, behind)
        restyled = not look_alike(revision.before, mark.properties)
        relisted = looks.prints(looks.place(old)) != looks.prints(looks.place(now))
        return (old, revision) if restyled or relisted else None

    def _label(self, mark: Mark, part: str) -> list[etree._Element]:
        """The runs of a number that no list of the edited package would print."""
        label = mark.properties.label
        typed = self.desk.borrowed_label(mark.source, part)
        if typed or label is None or (self.desk.foreign(mark.source) and not label.typed):
            return typed
        style = self.desk.looks.styles.id_of(LABEL, "character")
        look = [w("rPr", w("rStyle", val=style))] if style else []
        return [w("r", *look, text_element("t", label.text), w("tab"))]

    # --- tables

    def table(self, table: Table, part: str) -> etree._Element:
        """A table with all its rows."""
        made = self._shell("w:tbl", table.source, ("w:tblPr", "w:tblGrid"), part)
        if made.find(qn("w:tblPr")) is None:
            made.insert(0, w("tblPr", w("tblW", w=0, type="auto")))
        if made.find(qn("w:tblGrid")) is None:
            columns = max((sum(cell.columns for cell in row.cells) for row in table.rows), default=1)
            widths = table.properties.widths or (_DEFAULT_WIDTH,) * columns
            made.insert(1, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
        made.extend(self.row(row, part) for row in table.rows)
        return made

    def row(self, row: Row, part: str) -> etree._Element:
        """A row with its cells."""
        made = self._shell("w:tr", row.source, ("w:tblPrEx", "w:trPr"), part)
        made.extend(self.cell(cell, part) for cell in row.cells)
        self.desk.tracker.row(made, row.revisions)
        return made

    def cell(self, cell: Cell, part: str) -> etree._Element:
        """A cell with its content."""
        made = self._shell("w:tc", cell.source, ("w:tcPr",), part)
        if made.find(qn("w:tcPr")) is None and cell.columns > 1:
            made.insert(0, w("tcPr", w("gridSpan", val=cell.columns)))
        made.extend(self.blocks(cell.blocks, part))
        self.desk.tracker.cell(made, cell.revisions)
        return made

    def _shell(self, name: str, sources: Sources, kept: tuple[str, ...], part: str) -> etree._Element:
        made = self.desk.shell(name, sources, kept, part)
        return etree.Element(qn(name)) if made is None else made


def _without_revisions(look: etree._Element) -> etree._Element:
    for node in list(look.iterchildren(*(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")))):
        look.remove(node)
    return look
