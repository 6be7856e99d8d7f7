"""Read a manuscript in plain text: what `write_text` wrote comes back, as far as plain text says it.

Formats, page breaks, empty paragraphs, spans of cells and names that nothing refers to are not in
the file. A number is counted unless most are typed; a role is what the place says (`expecting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.markup.manuscript.expecting import Depths, Expectations, Shape, Surface, line_of
from treatykit.markup.manuscript.facts import Brackets, Facts, Headings, Numbers
from treatykit.markup.manuscript.foot import Foot
from treatykit.markup.manuscript.numbers import heading_number, item_number, role_of_number
from treatykit.markup.manuscript.plain import (
    RULE,
    STEP,
    WRAP_UP_STEP,
    read_remark,
    read_ruler,
    read_underline,
)
from treatykit.markup.manuscript.restoring import restored
from treatykit.markup.manuscript.stances import read_stances, stances_pattern
from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    Cell,
    Inline,
    Mark,
    NoteKind,
    NoteReference,
    Paragraph,
    Row,
    Table,
    Text,
)
from treatykit.model.document import Document, HeaderFooter, Pages, Place
from treatykit.model.normal import normal_inlines, normalise
from treatykit.model.properties import Properties, Role, RowProperties, TableProperties, TableRole
from treatykit.readers.reading import Reading
from treatykit.records import dataclass

_RUNNING: Final = re.compile(
    r"Section (?P<section>\d+), (?P<place>header|footer) of (?P<pages>default|first|even) pages: (?P<words>.*)",
    re.DOTALL,
)
_SIGN: Final = r"\[(?P<sign>\d{1,4}|[ivxlc]{1,8}|[^\w\s\[\]]{1,3})\]"
_NOTE_SIGN: Final = re.compile(_SIGN)
_NOTE: Final = re.compile(rf"{_SIGN} (?P<words>.*)", re.DOTALL)
_BRACKET: Final = re.compile(r"\]\[|\[|\]")
_EMPTY: Final = "\N{NO-BREAK SPACE}"


@dataclass(slots=True)
class _Found:
    """A block as it stands on the page."""

    surface: Surface
    inlines: tuple[Inline, ...] = ()
    indent: int = 0
    rows: tuple[Row, ...] = ()


def read_text_manuscript(foot: Foot, text: str, name: str) -> Reading:
    """The document that the text before a foot says."""
    facts = foot.facts
    blocks = list(_blocks([line.rstrip(" ") for line in text.split("\n")]))
    notes = _taken(blocks, _NOTE)
    headers = _taken(blocks, _RUNNING)
    reader = _TextReader(facts, [(found["sign"], found["words"]) for found in notes])
    found = [reader.found(block) for block in blocks]
    body = tuple(reader.put(found))
    running = tuple(
        HeaderFooter(
            section=int(each["section"]) - 1,
            place=Place(each["place"]),
            pages=Pages(each["pages"]),
            blocks=(Paragraph(reader.inlines(each["words"])),),
        )
        for each in headers
    )
    result = restored(normalise(Document(body=body, headers=running, meta=facts.meta)), foot)
    return Reading(normalise(result.document), tuple(_lost(words, name) for words in result.lost))


def _lost(words: str, name: str) -> Diagnostic:
    return Diagnostic(
        severity=Severity.NOTE,
        code="foot",
        message=f"“{words}” stands in more or fewer places than the foot of the file says; it is read as words",
        where=Where(name),
        hint="mend its list at the foot, ~ for a place where it is only words",
    )


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each block; empty lines part them, except within a table between rulers."""
    at = 0
    while at < len(lines):
        if not lines[at]:
            at += 1
            continue
        end = _end_of_table(lines, at) or next((to for to in range(at, len(lines)) if not lines[to]), len(lines))
        yield list(lines[at:end])
        at = end


def _end_of_table(lines: Sequence[str], start: int) -> int | None:
    """Where a table ends that begins with a ruler: behind the last one that an empty line follows."""
    top = read_ruler(lines[start])
    if top is None or top[0] != "-":
        return None
    for at in range(start + 1, len(lines)):
        found = read_ruler(lines[at])
        if found and found[1] == top[1] and not "".join(lines[at + 1 : at + 2]):
            return at + 1
    return None


def _taken(blocks: list[list[str]], pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """The last blocks that a pattern fits, taken away from the others."""
    found: list[re.Match[str]] = []
    while blocks and (match := pattern.fullmatch("\n".join(blocks[-1]))):
        found.insert(0, match)
        blocks.pop()
    return found


@dataclass(slots=True)
class _TextReader:
    """Reads the blocks of one text.

    Attributes:
        notes: The sign of each with its words, until the sign is met.
    """

    facts: Facts
    notes: list[tuple[str, str]]
    _depths: Depths = field(default_factory=Depths)
    _attribution: re.Pattern[str] | None = field(init=False)

    def __post_init__(self) -> None:
        self._attribution = stances_pattern(self.facts.codes)

    def found(self, lines: list[str]) -> _Found:
        """A block, by what meets the eye."""
        if lines == [RULE]:
            return _Found(Surface(shape=Shape.RULE))
        return self._table(lines) or self._heading(lines) or self._paragraph(lines)

    def put(self, found: Sequence[_Found]) -> Iterator[Block]:
        """The blocks, by where they stand; at the end the notes that no sign asks for."""
        expectations = Expectations([each.surface for each in found], self.facts)
        for index, each in enumerate(found):
            if each.surface.shape is Shape.RULE:
                expectations.saw(index)
            elif each.surface.shape is Shape.TABLE:
                role = expectations.table(index)
                expectations.saw(index, role)
                yield Table(tuple(_with_role(row, role) for row in each.rows), properties=TableProperties(role=role))
            else:
                properties = _properties(each, expectations.properties(index))
                expectations.saw(index, properties)
                yield Paragraph(each.inlines, Mark(properties=properties))
        for sign, words in self.notes:
            yield Paragraph(normal_inlines((Text(f"[{sign}] "), *self.inlines(words))))

    def inlines(self, words: str) -> tuple[Inline, ...]:
        """Words with the signs of notes and brackets in them."""
        found: list[Inline] = []
        done = at = 0
        while sign := _BRACKET.search(words, at):
            inline, end = self._inline(words, sign)
            at = end
            if inline is not None:
                found += (*_lines(words[done : sign.start()]), inline)
                done = end
        return normal_inlines((*found, *_lines(words[done:])))

    def _inline(self, words: str, sign: re.Match[str]) -> tuple[Inline | None, int]:
        """What begins with a bracket, and where it ends; None for a character like any other."""
        if note := self._note(words, sign.start()):
            return note
        if self.facts.brackets is Brackets.WORDS:
            return None, sign.start() + 1
        if sign[0] == "]" or self._is_note(words, sign.start() + 1):
            return BracketClose(), sign.start() + 1
        named = self._attribution.match(words, sign.end()) if self._attribution else None
        stances = read_stances(named["stances"]) if named else ()
        end = named.end() if named else sign.end()
        return (BracketOpen(stances) if sign[0] == "[" else BracketNext(stances)), end

    def _is_note(self, words: str, at: int) -> bool:
        found = _NOTE_SIGN.match(words, at)
        return found is not None and any(sign == found["sign"] for sign, _ in self.notes)

    def _note(self, words: str, at: int) -> tuple[Inline, int] | None:
        found = _NOTE_SIGN.match(words, at)
        place = next((index for index, (sign, _) in enumerate(self.notes) if found and sign == found["sign"]), None)
        if found is None or place is None:
            return None
        sign, said = self.notes.pop(place)
        kind = NoteKind.ENDNOTE if sign.isalpha() else NoteKind.FOOTNOTE
        symbol = None if sign.isalnum() else sign
        return NoteReference((Paragraph(self.inlines(said)),), kind, symbol), found.end()

    def _heading(self, lines: list[str]) -> _Found | None:
        match lines:
            case [words, under] if told := read_underline(under):
                (role, level), label = told, ""
            case [words] if self.facts.headings is Headings.NUMBERED and (label := heading_number(words, alone=True)):
                role, level = role_of_number(label) or Role.HEADING, 0
                words = words[len(label) :].removeprefix(". ")
            case _:
                return None
        signs = self._depths.of(role, level)
        self._depths.open(role, level, signs)
        return _Found(Surface(shape=Shape.HEADING, depth=signs, label=label), self.inlines(words))

    def _paragraph(self, lines: list[str]) -> _Found:
        indent = len(lines[0]) - len(lines[0].lstrip(" "))
        if remark := read_remark(lines[0]):
            sign, level, heading = remark
            words = "\n".join(line.removeprefix(sign) for line in lines)
            shape = Shape.REMARK_HEADING if heading else Shape.REMARK
            return _Found(Surface(shape=shape, depth=level), self.inlines(words))
        words = "\n".join(line.strip(" ") for line in lines)
        label = "" if self.facts.numbers is Numbers.WORDS else item_number(words, alone=True)
        inlines = self.inlines(words[len(label) :].removeprefix(" ") if label else words)
        surface = Surface(depth=indent // STEP + bool(indent % STEP), label=label, line=line_of(inlines))
        return _Found(surface, inlines, indent)

    def _table(self, lines: list[str]) -> _Found | None:
        frame, below = read_ruler(lines[0]), read_ruler(lines[1]) if len(lines) > 1 else None
        foot = read_ruler(lines[-1])
        if frame and foot and frame[0] == "-" and frame[1] == foot[1] and len(lines) > 2:
            rows, columns = list(_between_rulers(lines[1:], frame[1])), frame[1]
        elif below and below[0] == "=" and len(below[1]) > 1:
            rows, columns = [([lines[0]], True), *(([line], False) for line in lines[2:])], below[1]
        else:
            return None
        made = tuple(
            Row(tuple(self._cells(row, columns)), properties=RowProperties(header=header)) for row, header in rows
        )
        return _Found(Surface(shape=Shape.TABLE, headed=made[0].header), rows=made)

    def _cells(self, lines: Sequence[str], columns: Sequence[slice]) -> Iterator[Cell]:
        for column in columns:
            said = [line[column].strip(" ") for line in lines]
            while len(said) > 1 and not said[-1]:  # another cell of the row has more lines
                said.pop()
            yield Cell(tuple(Paragraph(self.inlines(words.strip(_EMPTY))) for words in said))


def _between_rulers(lines: Sequence[str], columns: Sequence[slice]) -> Iterator[tuple[list[str], bool]]:
    """The lines of each row, and whether it holds headings."""
    row: list[str] = []
    for line in lines:
        found = read_ruler(line)
        if found is None or found[1] != columns:
            row.append(line)
        else:
            yield row, found[0] == "="
            row = []


def _properties(found: _Found, expected: Properties) -> Properties:
    """What a paragraph is; in plain text the indent tells the level."""
    if found.surface.shape is not Shape.PARAGRAPH or not (found.indent or found.surface.label):
        return expected
    if found.indent % STEP == WRAP_UP_STEP and not found.surface.label:
        return Properties(role=Role.WRAP_UP, level=found.indent // STEP + 1)
    return Properties(role=Role.ITEM, level=found.indent // STEP + 1, label=expected.label)


def _with_role(row: Row, role: TableRole) -> Row:
    """A row of a table that turned out to hold signatures."""
    if role is not TableRole.SIGNATURES:
        return row
    mark = Mark(properties=Properties(role=Role.SIGNATURE))
    return replace(
        row,
        cells=tuple(
            replace(
                cell, blocks=tuple(replace(block, mark=mark) for block in cell.blocks if isinstance(block, Paragraph))
            )
            for cell in row.cells
        ),
    )


def _lines(words: str) -> Iterator[Inline]:
    for count, line in enumerate(words.split("\n")):
        if count:
            yield Break()
        yield Text(line)
