"""Edit the stories of the package: every container by itself, walls between tables, cells and notes."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from treatykit.model.content import Block, Mark, NoteReference, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.revisions import Revisions, arrival
from treatykit.model.sources import Sources
from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.leaves import ALTERNATE, MARKERS, RUN
from treatykit.ooxml.names import qn
from treatykit.records import dataclass
from treatykit.writers.docx_redline.boxes import BOX, told_around_boxes, with_boxes_in_place, without_added_ends
from treatykit.writers.docx_redline.created import Creator
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.entries import Token
from treatykit.writers.docx_redline.layouts import LayoutEditor
from treatykit.writers.docx_redline.paragraph import ParagraphEditor
from treatykit.writers.docx_redline.spread_fields import closing_entries, move_ends, staying_codes, with_codes_in_place
from treatykit.writers.docx_redline.words import WordEditor
from treatykit.writers.sides import tracked

_PROPERTIES = frozenset(qn(f"w:{name}") for name in ("tcPr", "tblPr", "tblGrid", "trPr", "tblPrEx"))
_SECTION = qn("w:sectPr")
_CONTROL = qn("w:sdt")
_BLOCKS = (qn("w:p"), qn("w:tbl"))
_SPACED = frozenset(qn(f"w:{name}") for name in ("body", "hdr", "ftr"))


@dataclass(frozen=True, slots=True)
class StoryEditor:
    """Edits containers of the edited package: a body, a header, a note, a cell, a text box."""

    desk: Desk
    creator: Creator
    words: WordEditor

    def edit(self, story: Story, container: etree._Element, part: str) -> None:
        """Write the revisions of a story into the container that it came from."""
        pending: list[Token] = []
        last: Sources = ()
        spaced = container.tag in _SPACED and self.desk.has_spacers()
        story = without_added_ends(self.desk, story)
        whole = with_codes_in_place(self.desk, with_boxes_in_place(self.desk, story))
        staying = staying_codes(self.desk, story, container, part)
        ends = closing_entries(self.desk, whole, part, staying)
        for block in self._told(whole, tuple(ends), part, spaced=spaced):
            if isinstance(block, Paragraph) and not pending and self._stays(block, part):
                last = block.mark.source
                continue
            sources = block.mark.source if isinstance(block, Paragraph) else block.source
            home = self.desk.home(sources, part)
            if isinstance(block, Paragraph):
                pending.extend(block.inlines)
            if home is None:
                if not isinstance(block, OpaqueBlock):
                    pending.append(block.mark if isinstance(block, Paragraph) else block)
                continue
            match block:
                case Paragraph(_, mark):
                    editor = ParagraphEditor(
                        self.desk, self.creator, self.words, part, home, tuple(pending), mark, staying
                    )
                    self._paragraph(editor)
                case Table() if home.tag == BOX:
                    # A box hangs on a run of the paragraph before it and is no neighbour of what comes next.
                    self._box(block, home, part)
                    continue
                case Table():
                    self._put_before(home, pending, part, last)
                    if not self._stands(block, part):
                        self._table(block, home, part)
                case OpaqueBlock():
                    self._put_before(home, pending, part, last)
            pending, last = [], sources
        if not (len(pending) == 1 and _is_from_nowhere(pending[0])):
            self._append(self._standing(pending, part, last), container, self.desk.home(last, part), part)
        move_ends(ends.values())
        if spaced:
            self._space(container, part)

    def _told(self, story: Story, ends: Sequence[int], part: str, *, spaced: bool) -> Iterator[Block]:
        """The blocks as Word can say them, where what stands behind some of them is told by itself."""
        start = 0
        for end in ends:
            yield from told_around_boxes(self.desk, part, story[start : end + 1])
            start = end + 1
        yield from told_around_boxes(self.desk, part, story[start:], spaced=spaced)

    def _space(self, container: etree._Element, part: str) -> None:
        """Put a spacer behind each mark that comes or goes with no paragraph behind it, as our own files have them."""
        for paragraph in container.iterchildren(qn("w:p")):
            look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
            after = next((one for one in paragraph.itersiblings("*") if one.tag not in MARKERS), None)
            walled = after is None or after.tag != qn("w:p")
            if walled and look is not None and any(child.tag in TRACKED for child in look):
                self.desk.target.touch(part)
                paragraph.addnext(
                    w("p", w("pPr", w("pStyle", val=self.desk.spacer_style())), w("r", text_element("t", " ")))
                )

    # --- paragraphs

    def _stays(self, paragraph: Paragraph, part: str | None = None) -> bool:
        """Whether nothing was done to a paragraph of the package, in any part or in one, nor to a note of it."""
        if paragraph.mark.revisions:
            return False
        for own in paragraph.mark.source:
            if own.package == self.desk.key and part in (None, own.part):
                break
        else:
            return False
        for inline in paragraph.inlines:
            if inline.revisions:
                return False
            if isinstance(inline, NoteReference) and not self._all_stay(inline.blocks):
                return False
            for one in inline.source:
                if one.element == own.element and one.part == own.part and one.package == own.package:
                    break
            else:
                return False
        return True

    def _all_stay(self, story: Story, part: str | None = None) -> bool:
        return all(isinstance(block, Paragraph) and self._stays(block, part) for block in story)

    def _stands(self, table: Table, part: str) -> bool:
        """Whether nothing was done to a table of the package, nor to what is in it."""
        return not table.revisions and all(
            not row.revisions and all(not cell.revisions and self._all_stay(cell.blocks, part) for cell in row.cells)
            for row in table.rows
        )

    def _paragraph(self, editor: ParagraphEditor) -> None:
        notes = list(editor.notes())
        editor.edit()
        for note in notes:
            self._note(note)

    def _note(self, note: NoteReference) -> None:
        part = self.desk.home_part(note.blocks)
        sources = [block.mark.source if isinstance(block, Paragraph) else block.source for block in note.blocks]
        home = next((home for one in sources if (home := self.desk.home(one, part)) is not None), None)
        if home is None or part is None:
            return
        container = next((one for one in home.iterancestors(qn("w:footnote"), qn("w:endnote"))), None)
        if container is not None:
            self.edit(note.blocks, container, part)

    def _standing(self, pending: list[Token], part: str, last: Sources) -> list[etree._Element]:
        """Blocks for content with no paragraph of the package behind it to run into, after what stood last."""
        before = self.desk.home(last, part)
        behind = before if before is not None and before.tag == _BLOCKS[0] else None
        made: list[etree._Element] = []
        runs: list[etree._Element] = []
        ends: Revisions | None = None
        for token in pending:
            if isinstance(token, Table):
                made.append(self.creator.table(token, part))
            elif isinstance(token, Mark):
                made.append(self.creator.paragraph(runs, token, part, ends, behind))
                runs, ends = [], None
            else:
                runs.extend(self.creator.inline(token, part))
                ends = token.revisions if ends is None else ends
        return made

    def _put_before(self, home: etree._Element, pending: list[Token], part: str, last: Sources) -> None:
        """Put what went before a block, and out of controls that begin with it, if what stood last is not in them."""
        blocks = self._standing(pending, part, last)
        if blocks:
            self.desk.target.touch(part)
            before = self.desk.home(last, part)
            around = [] if before is None else [*before.iterancestors(_CONTROL)]
            first = home
            for control in home.iterancestors(_CONTROL):
                if control in around or next(control.iter(*_BLOCKS)) is not first:
                    break
                home = control
        for block in blocks:
            home.addprevious(block)

    def _append(
        self, blocks: list[etree._Element], container: etree._Element, last: etree._Element | None, part: str
    ) -> None:
        if not blocks:
            return
        self.desk.target.touch(part)
        if last is not None:
            while (parent := last.getparent()) is not None and parent is not container:
                last = parent
            place = container.index(last) + 1
        else:
            place = sum(child.tag in _PROPERTIES for child in container)
        section = container.find(_SECTION)
        if section is not None:
            place = min(place, container.index(section))
        container[place:place] = blocks

    # --- tables

    def _box(self, table: Table, home: etree._Element, part: str) -> None:
        twins = _twins(home)
        for row in table.rows:
            for cell in row.cells:
                self.edit(cell.blocks, home, part)
            run = next((one for one in home.iterancestors(RUN)), None)
            if run is not None and tracked(row.revisions):
                self.desk.target.touch(part)
                self.desk.tracker.wrap(run, row.revisions)
        for twin in twins:
            twin[:] = [copy.deepcopy(child) for child in home]
            self.desk.tracker.count_anew(twin)

    def _table(self, table: Table, home: etree._Element, part: str) -> None:
        layout = LayoutEditor(self.desk, part, table)
        layout.edit_table(home)
        before: etree._Element | None = None
        for row in table.rows:
            found = self.desk.home(row.source, part)
            if found is None:
                self.desk.target.touch(part)
                before = _put_after(home, before, self.creator.row(row, part), qn("w:tr"))
            else:
                self._row(row, found, part, layout)
                before = found

    def _row(self, row: Row, home: etree._Element, part: str, layout: LayoutEditor) -> None:
        if tracked(row.revisions):
            self.desk.target.touch(part)
            self.desk.tracker.row(home, row.revisions)
        layout.edit_row(row, home)
        before: etree._Element | None = None
        column = 0
        for cell in row.cells:
            found = self.desk.home(cell.source, part)
            if found is None:
                self.desk.target.touch(part)
                before = _put_after(home, before, self.creator.cell(cell, part), qn("w:tc"))
            else:
                if tracked(cell.revisions):
                    self.desk.target.touch(part)
                    self.desk.tracker.cell(found, cell.revisions)
                if not arrival(row.revisions):
                    layout.edit_cell(cell, column, found)
                self.edit(cell.blocks, found, part)
                before = found
            column += cell.columns


def _put_after(parent: etree._Element, before: etree._Element | None, new: etree._Element, tag: str) -> etree._Element:
    """Put a row into a table, or a cell into a row, after another or before the first."""
    if before is None:
        first = next((child for child in parent if child.tag == tag or child.tag in TRACKED), None)
        first = next((child for child in parent if child.tag not in _PROPERTIES), None) if first is None else first
        if first is None:
            parent.append(new)
        else:
            first.addprevious(new)
        return new
    while (around := before.getparent()) is not None and around is not parent:
        before = around
    before.addnext(new)
    return new


def _is_from_nowhere(token: Token) -> bool:
    """Whether it is the mark that a reader put where a file left out the last paragraph of a cell."""
    return token == Mark() and isinstance(token, Mark) and not token.source


def _twins(box: etree._Element) -> list[etree._Element]:
    """The copies of a text box for programs that do not understand it, as far as they say the same."""
    alternate = next(iter(box.iterancestors(ALTERNATE)), None)
    if alternate is None:
        return []
    text = canonical(box)
    return [one for one in alternate.iter(BOX) if one is not box and canonical(one) == text]
