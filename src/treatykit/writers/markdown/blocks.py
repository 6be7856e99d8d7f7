"""How blocks print in Markdown: headings, numbered paragraphs as lists, points, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final
from urllib.parse import quote

from treatykit.markup.manuscript.choosing import closings_of, headings_of
from treatykit.markup.manuscript.expecting import (
    ABOVE_REMARKS,
    Depths,
    Expectations,
    Line,
    Shape,
    Surface,
    line_of,
)
from treatykit.markup.manuscript.facts import Facts
from treatykit.markup.manuscript.numbers import BULLETS
from treatykit.markup.manuscript.plain import DEEPEST_NOTE
from treatykit.markup.manuscript.words import Word, print_words
from treatykit.model.annotations import is_annotation, opens_annotation
from treatykit.model.content import (
    Block,
    NoteKind,
    NoteReference,
    Paragraph,
    Story,
    Table,
)
from treatykit.model.document import HeaderFooter
from treatykit.model.outline import Division, Outline
from treatykit.model.properties import ORDINARY, Role, TableRole
from treatykit.model.revisions import Revision
from treatykit.records import dataclass
from treatykit.writers.markdown.changes import ChangePrinter
from treatykit.writers.markdown.escaping import settled
from treatykit.writers.markdown.lines import DEFAULT_SETTING, LinePrinter, Setting, is_whole
from treatykit.writers.markdown.tables import TablePrinter
from treatykit.writers.titles import where_it_runs

_LIST_NUMBER: Final = re.compile(r"\d{1,9}[.)]")
_BULLET_SIGNS: Final = {bullet: sign for sign, bullet in BULLETS.items()}
_STEP: Final = 3  # columns; CommonMark takes four for code
_RULE: Final = "* * *"
_TOGETHER: Final = "\n>\n"  # parts the paragraphs of one quotation


@dataclass(frozen=True, slots=True)
class _Laid:
    """A block of the body with its place on the page; a line across the page has no block.

    Attributes:
        indent: The column at which it begins.
        said: What is said above it, for the reader of the page.
    """

    surface: Surface
    block: Block | None = None
    setting: Setting = DEFAULT_SETTING
    indent: int = 0
    said: tuple[str, ...] = ()


@dataclass(slots=True)
class BlockPrinter:
    """Prints one text.

    Attributes:
        view: The outline of the body.
        layouts: What is said of the tables of the body that look otherwise now.
        notes: The definitions of the notes met so far, in the order of their signs.
    """

    view: Outline
    facts: Facts
    changes: ChangePrinter
    keys: frozenset[str]
    layouts: Mapping[int, tuple[tuple[Revision, str], ...]]
    notes: list[str] = field(default_factory=list)
    _lines: LinePrinter = field(init=False)
    _tables: TablePrinter = field(init=False)
    _counts: dict[NoteKind, int] = field(default_factory=lambda: dict.fromkeys(NoteKind, 0))

    def __post_init__(self) -> None:
        self._lines = LinePrinter(self.facts, self.changes, self.keys, self._note)
        self._tables = TablePrinter(self._lines)

    def body(self) -> Iterator[str]:
        """The blocks of the body, each without the empty line that follows it; an annotation is one quotation."""
        annotation: list[str] = []
        for block, printed in self._printed():
            if annotation and is_annotation(block) and not opens_annotation(block):
                annotation.append(printed)
                continue
            if annotation:
                yield _TOGETHER.join(annotation)
            annotation = [printed] if is_annotation(block) else []
            if not annotation:
                yield printed
        if annotation:
            yield _TOGETHER.join(annotation)

    def _printed(self) -> Iterator[tuple[Block | None, str]]:
        laid = list(self._laid())
        expectations = Expectations([each.surface for each in laid], self.facts)
        for index, each in enumerate(laid):
            match each.block:
                case Paragraph() as paragraph:
                    said = self._lines.line(paragraph, expectations.properties(index), each.setting)
                    yield paragraph, _set(said, each, paragraph)
                    expectations.saw(index, paragraph.mark.properties)
                case Table() as table:
                    yield from (
                        (table, line) for line in self._tables.table(table, expectations.table(index), each.said)
                    )
                    expectations.saw(index, table.role)
                case _:
                    yield None, _RULE
                    expectations.saw(index)

    def running(self, header: HeaderFooter) -> str:
        """A header or footer, which Markdown has no pages for."""
        words = (Word("running"), Word(str(header.section)), Word(header.place.value), Word(header.pages.value))
        self.changes.order.around = None
        blocks = (f"{where_it_runs(header)} <!-- {print_words(words)} -->", *self._flat(header.blocks))
        return _quoted("\n\n".join(blocks))

    def _note(self, note: NoteReference) -> str:
        """Print the definition of a note, and give its label."""
        self._counts[note.kind] += 1
        symbol = f"-{quote(note.symbol, safe='*')}" if note.symbol else ""
        label = f"{'e' if note.kind is NoteKind.ENDNOTE else ''}{self._counts[note.kind]}{symbol}"
        at = len(self.notes)
        self.notes.append("")
        first, *others = self._flat(note.blocks, closed=True)
        blocks = (_shifted(first, 4), *(" " * 4 + _shifted(other, 4) for other in others))
        begins_a_line = isinstance(note.blocks[0], Table)
        self.notes[at] = f"[^{label}]:{chr(10) * 2 + ' ' * 4 if begins_a_line else ' '}" + "\n\n".join(blocks)
        return label

    def _flat(self, story: Story, *, closed: bool = False) -> Iterator[str]:
        """The blocks of a note or header, where every paragraph is plain unless a comment says otherwise."""
        for at, block in enumerate(story, start=1):
            match block:
                case Paragraph():
                    setting = Setting(closing=closed and at == len(story))
                    yield _lines(self._lines.line(block, ORDINARY, setting))
                case Table():
                    yield from self._tables.table(block, TableRole.PLAIN)
                case _:
                    raise AssertionError("what Markdown cannot carry was put into words before")

    def _laid(self) -> Iterator[_Laid]:
        """Where everything stands."""
        headings, closings = headings_of(self.view), closings_of(self.view)
        depths, columns = Depths(), _Columns()
        for index, block in enumerate(self.view.story):
            if index in closings:
                yield _Laid(Surface(shape=Shape.RULE))
            match block:
                case Table():
                    columns.leave(0)
                    said = tuple(said for _, said in self.layouts[index])
                    yield _Laid(Surface(shape=Shape.TABLE, headed=block.rows[0].header), block, said=said)
                case Paragraph() if index in headings:
                    columns.leave(0)
                    yield self._heading(block, headings[index], depths)
                case Paragraph(role=Role.DRAFTING_NOTE | Role.ANNOTATION | Role.ANNOTATION_HEADING):
                    columns.leave(0)
                    yield _remark(block)
                case Paragraph():
                    yield self._paragraph(block, columns)
                case _:
                    raise AssertionError("what Markdown cannot carry was put into words before")

    def _heading(self, block: Paragraph, division: Division | None, depths: Depths) -> _Laid:
        guessed = division if block.role is Role.BODY else None
        signs = depths.of(guessed.role, guessed.level) if guessed else depths.of(block.role, block.level)
        depths.open(block.role, block.level, signs)
        setting = Setting(heading=True, one_line=True)
        label = self._lines.number(block, setting)
        return _Laid(Surface(shape=Shape.HEADING, depth=signs, label=label, line=_line(block, label)), block, setting)

    def _paragraph(self, block: Paragraph, columns: _Columns) -> _Laid:
        steps = _steps(block)
        sign = "" if is_whole(block) or self._lines.relabelling(block.mark) else _list_sign(block)
        listed = bool(sign)
        if listed:
            steps = min(steps, len(columns.inside))  # a list begins at the edge or within another
        setting = Setting(listed=listed)
        label = self._lines.number(block, setting)
        depth = steps if columns.inside else 2 * (steps > 1)
        indent = columns.indent(steps)
        columns.leave(steps)
        if listed:
            columns.enter(indent + len(sign))
        return _Laid(Surface(depth=depth, label=label, line=_line(block, label)), block, setting, indent)


@dataclass(slots=True)
class _Columns:
    """Where the words of the items begin that are open, one within the other."""

    inside: list[int] = field(default_factory=list)

    def indent(self, steps: int) -> int:
        """The column at which a paragraph begins so many steps to the right."""
        if steps <= len(self.inside):
            return self.inside[steps - 1] if steps else 0
        around = self.inside[0] if self.inside else 0
        return around + _STEP * (steps - 1)

    def leave(self, steps: int) -> None:
        """End the items that something so many steps to the right does not belong to."""
        del self.inside[steps:]

    def enter(self, column: int) -> None:
        """Begin an item whose words begin at a column."""
        self.inside.append(column)


def _list_sign(paragraph: Paragraph) -> str:
    """The sign of a list that stands for the number of a paragraph, with the space behind it; else empty."""
    label = paragraph.label.text if paragraph.label else ""
    if paragraph.role not in (Role.ITEM, Role.BODY):
        return ""
    sign = label if _LIST_NUMBER.fullmatch(label) else _BULLET_SIGNS.get(label, "")
    return f"{sign} " if sign else ""


def _set(said: str, laid: _Laid, paragraph: Paragraph) -> str:
    """The lines of a paragraph in their place."""
    match laid.surface.shape:
        case Shape.HEADING:
            return f"{'#' * laid.surface.depth} {said}"
        case Shape.REMARK:
            return _quoted(_lines(said), times=laid.surface.depth)
        case Shape.REMARK_HEADING:
            return _quoted(f"{'#' * (laid.surface.depth + ABOVE_REMARKS)} {said}")
    if laid.setting.listed:
        sign = _list_sign(paragraph)
        return " " * laid.indent + sign + _shifted(_lines(said), laid.indent + len(sign))
    return " " * laid.indent + _shifted(_lines(said), laid.indent)


def _steps(paragraph: Paragraph) -> int:
    """How many steps to the right a paragraph stands."""
    if paragraph.role is Role.ITEM:
        return min(max(paragraph.level, 1), 3) - 1
    return min(max(paragraph.level, 1), 2) if paragraph.role is Role.WRAP_UP else 0


def _line(paragraph: Paragraph, label: str) -> Line:
    """What a paragraph holds, as a reader sees it; a number that only a comment can name is words to them."""
    return Line.WORDS if paragraph.label and not label else line_of(paragraph.inlines)


def _lines(words: str) -> str:
    """The lines of a paragraph, none of them opening anything."""
    return "\n".join(map(settled, words.split("\n")))


def _remark(paragraph: Paragraph) -> _Laid:
    """A drafting note, or a paragraph or heading of an annotation."""
    level = min(max(paragraph.level, 1), DEEPEST_NOTE)
    if paragraph.role is Role.ANNOTATION_HEADING:
        setting = Setting(one_line=True, numbers=False)
        return _Laid(Surface(shape=Shape.REMARK_HEADING, depth=level), paragraph, setting)
    depth = level if paragraph.role is Role.ANNOTATION else 1
    return _Laid(Surface(shape=Shape.REMARK, depth=depth), paragraph, Setting(numbers=False))


def _quoted(block: str, *, times: int = 1) -> str:
    signs = "> " * times
    return "\n".join(f"{signs}{line}".rstrip() for line in block.split("\n"))


def _shifted(block: str, by: int) -> str:
    """A block whose lines after the first stand further right."""
    return block.replace("\n", "\n" + " " * by)
