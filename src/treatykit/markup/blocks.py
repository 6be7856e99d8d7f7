"""The line parser: from the lines of a wording to its blocks.

There is no lazy continuation and no rule of precedence to remember: the column of a line
alone says what it belongs to, and a line that stands at no possible column is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from treatykit.errors import ContentError, Errors
from treatykit.markup.attribution import no_party_on_both_sides, parse_attribution
from treatykit.markup.inline import Prefix, parse_inlines, parse_prefix
from treatykit.markup.lines import BRACKET_NEXT, BRACKET_OPEN, MARKER, Kind, Line, kind_of, not_a_mark
from treatykit.markup.nearest import listed
from treatykit.markup.passage import Passage, join_pieces
from treatykit.markup.syntax import (
    Article,
    Block,
    BlockBracket,
    BlockOption,
    Blocks,
    DraftingNote,
    Inlines,
    Item,
    Paragraph,
    Section,
    Table,
    WrapUp,
    ends_a_list,
)
from treatykit.markup.tables import parse_table
from treatykit.records import dataclass

DEEPEST_LEVEL: Final = 9
"""How many levels of items there may be: Word's lists have nine."""

DEEPEST_BRACKET: Final = 20
"""How deep brackets around paragraphs may nest."""


class Cursor:
    """The lines still to be read."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._index = 0

    def peek(self) -> Line | None:
        """The next line that is not blank."""
        for index in range(self._index, len(self._lines)):
            if self._lines[index].text:
                return self._lines[index]
        return None

    def adjacent(self) -> Line | None:
        """The next line, if no blank line stands before it."""
        line = self._lines[self._index] if self._index < len(self._lines) else None
        return line if line and line.text else None

    def take(self, line: Line) -> None:
        """Step over a line that was peeked at."""
        while self._lines[self._index] is not line:
            self._index += 1
        self._index += 1

    def skip(self, broken: Line) -> None:
        """Step over a block at the edge that cannot be read, to where another one surely begins.

        That is a heading, or an item or a line behind a blank one, at the edge and outside of a bracket that the
        block opens.
        """
        start = self._lines.index(broken)
        depth = 0
        for index in range(start, len(self._lines)):
            line, before = self._lines[index], self._lines[index - 1]
            begins = not line.indent and line.text and (line.kind is Kind.ITEM or not before.text) and depth <= 0
            if index >= max(self._index, start + 1) and (begins or line.kind is Kind.HEADING or is_wording(line)):
                self._index = index
                return
            depth += {Kind.BRACKET_OPEN: 1, Kind.BRACKET_CLOSE: -1}.get(line.kind, 0)
        self._index = len(self._lines)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is open around a sequence of blocks.

    Attributes:
        column: Where its lines begin, counted from 0.
        columns: Where lines may begin: here, and in what is open around it.
        level: The number of items around it.
        bracket: The line that opened the bracket whose option it is.
        depth: The number of brackets around it.
    """

    column: int = 0
    columns: tuple[int, ...] = (0,)
    level: int = 0
    bracket: Line | None = None
    depth: int = 0

    def in_item(self, column: int) -> _Surroundings:
        return replace(self, column=column, columns=(*self.columns, column), level=self.level + 1, bracket=None)

    def in_bracket(self, line: Line) -> _Surroundings:
        return replace(self, columns=(self.column,), bracket=line, depth=self.depth + 1)


_OUTERMOST: Final = _Surroundings()


class BlockParser:
    """Reads blocks up to the end of a wording.

    Args:
        parties: The party codes that make a bracket an attributed one.
        articles: Whether ``### Title`` may start an article.
        errors: Where mistakes are noted; what cannot be read is stepped over.
    """

    def __init__(self, cursor: Cursor, parties: Sequence[str], errors: Errors, *, articles: bool) -> None:
        self._cursor = cursor
        self._parties = parties
        self._errors = errors
        self._articles = articles
        self._possible = _OUTERMOST.columns

    def parse(self) -> Blocks:
        """Read blocks up to a footnote, the next wording or the end."""
        return self._blocks(_OUTERMOST)

    def words(self, line: Line, offset: int, *columns: int) -> tuple[Prefix, Inlines]:
        """Read a paragraph that begins at an offset of a line and goes on at one of some columns."""
        pieces = [(line.text[offset:], line.where(offset))]
        self._cursor.take(line)
        while (more := self._cursor.adjacent()) and more.indent in columns and more.kind is Kind.TEXT:
            pieces.append((more.text, more.where()))
            self._cursor.take(more)
        return self._read(join_pieces(pieces))

    # --- sequences

    def _blocks(self, around: _Surroundings) -> Blocks:
        blocks: list[Block] = []
        self._possible = around.columns
        while (line := self._cursor.peek()) and not is_wording(line):
            try:
                if self._ends(line, around):
                    break
                blocks.append(self._block(line, around, blocks))
            except ContentError as error:
                if around != _OUTERMOST:
                    raise
                self._errors.note(error)
                self._cursor.skip(line)
                self._possible = around.columns
                continue
            if not isinstance(blocks[-1], Item):
                self._possible = around.columns
        return _gathered(_gathered(blocks, Section), Article)

    def _ends(self, line: Line, around: _Surroundings) -> bool:
        """Whether a line stands behind a sequence of blocks."""
        if line.indent < around.column:
            return True
        if line.indent > around.column:
            raise self._misplaced(line, around)
        if line.kind in {Kind.BRACKET_NEXT, Kind.BRACKET_CLOSE}:
            if around.bracket is None:
                raise _closes_nothing(line)
            return True
        return line.kind is Kind.FOOTNOTE and around == _OUTERMOST

    def _block(self, line: Line, around: _Surroundings, before: list[Block]) -> Block:
        match line.kind:
            case Kind.HEADING:
                return self._heading(line, around)
            case Kind.ITEM:
                return self._item(line, around, before)
            case Kind.NOTE:
                return self._note(line, around)
            case Kind.TABLE:
                return self._table(line, around)
            case Kind.BRACKET_OPEN:
                return self._bracket(line, around)
            case Kind.TEXT:
                return self._text(line, around, before)
            case Kind.FOOTNOTE:
                hint = "footnotes stand at the end of the alternative, at column 1"
                raise ContentError("a footnote out of its place", where=line.where(), hint=hint)
            case _:
                raise not_a_mark(line)

    # --- blocks

    def _heading(self, line: Line, around: _Surroundings) -> Article | Section:
        marks, _, title = line.text.partition(" ")
        is_article = marks == "###"
        if around.column or around.level:
            raise ContentError("a heading is indented", where=line.where(), hint="it begins at column 1")
        if is_article and not self._articles:
            raise ContentError("an article in the commentary", where=line.where(), hint="its headings are '#### Title'")
        self._cursor.take(line)
        offset = len(line.text) - len(title.lstrip(" "))
        prefix, words = parse_prefix(Passage(line.text[offset:], ((0, line.where(offset)),)))
        if not words.text:
            remedy = "the topic's own title needs no line" if is_article else "write one, or delete the line"
            raise ContentError("a heading without a title", where=line.where(), hint=remedy)
        title_words = parse_inlines(words, self._parties)
        kind = Article if is_article else Section
        return kind(title_words, prefix.label, prefix.conditions, where=line.where())

    def _item(self, line: Line, around: _Surroundings, before: list[Block]) -> Item:
        if before and isinstance(before[-1], WrapUp):
            raise ContentError(
                "an item after the closing words of its list",
                where=line.where(),
                hint="if the line before goes on with the item above it, indent it to that item's words",
            )
        if around.level == DEEPEST_LEVEL:
            hint = "split the article"
            raise ContentError(f"more than {DEEPEST_LEVEL} levels of items", where=line.where(), hint=hint)
        found = MARKER.match(line.text)
        assert found  # noqa: S101 - the line's kind says so
        words = line.text[found.end() :].lstrip(" ")
        if not words:
            hint = "its words stand after the marker, on the same line"
            raise ContentError(f"the item '{found.group()}' has no words", where=line.where(), hint=hint)
        offset = len(line.text) - len(words)
        column = line.indent + offset
        prefix, inlines = self.words(line, offset, column)
        blocks = self._blocks(around.in_item(column))
        return Item(inlines, prefix.label, prefix.conditions, blocks, where=line.where())

    def _text(self, line: Line, around: _Surroundings, before: list[Block]) -> Paragraph | WrapUp:
        last = before[-1] if before and self._cursor.adjacent() else None
        if isinstance(last, DraftingNote | Table):
            what, sign = ("drafting note", ">") if isinstance(last, DraftingNote) else ("table", "|")
            hint = f"begin it with '{sign}', or leave a blank line before a new paragraph"
            raise ContentError(f"a line directly after a {what}", where=line.where(), hint=hint)
        if last and ends_a_list(last):
            self._has_chapeau(line, around, before)
            prefix, inlines = self.words(line, 0, line.indent)
            if prefix.label:
                hint = "label the item whose list it closes"
                raise ContentError("a label on the closing words of a list", where=prefix.where, hint=hint)
            return WrapUp(inlines, prefix.conditions, where=line.where())
        prefix, inlines = self.words(line, 0, line.indent)
        return Paragraph(inlines, prefix.label, prefix.conditions, where=line.where())

    def _has_chapeau(self, line: Line, around: _Surroundings, before: Iterable[Block]) -> None:
        """Refuse closing words of a list that no words open: they are a continuation gone astray."""
        in_list = (Item, BlockBracket, DraftingNote)
        opening = next((block for block in reversed(list(before)) if not isinstance(block, in_list)), None)
        if not around.level and not isinstance(opening, Paragraph):
            columns = [str(column + 1) for column in self._possible if column]
            remedy = f"words of an item above go on at column {listed(columns)}; " if columns else ""
            hint = f"{remedy}a paragraph has a blank line before it"
            raise ContentError("a line that belongs to nothing", where=line.where(), hint=hint)

    def _note(self, line: Line, around: _Surroundings) -> DraftingNote:
        pieces = []
        more: Line | None = line
        while more and more.kind is Kind.NOTE and more.indent == around.column:
            self._cursor.take(more)
            words = more.text[1:].lstrip(" ")
            if not words:
                hint = "begin another note after a blank line"
                raise ContentError("an empty line in a drafting note", where=more.where(), hint=hint)
            pieces.append((words, more.where(len(more.text) - len(words))))
            more = self._cursor.adjacent()
        passage = join_pieces(pieces)
        _only_text(passage)
        return DraftingNote(parse_inlines(passage, self._parties), where=line.where())

    def _table(self, line: Line, around: _Surroundings) -> Table:
        rows = []
        more: Line | None = line
        while more and more.kind is Kind.TABLE and more.indent == around.column:
            self._cursor.take(more)
            rows.append(more)
            more = self._cursor.adjacent()
        return parse_table(rows, self._parties)

    def _bracket(self, opening: Line, around: _Surroundings) -> Block:
        if around.depth == DEEPEST_BRACKET:
            hint = f"at most {DEEPEST_BRACKET} levels"
            raise ContentError("brackets are nested too deep", where=opening.where(), hint=hint)
        options: list[BlockOption] = []
        line: Line | None = opening
        while line and line.kind is not Kind.BRACKET_CLOSE:
            found = BRACKET_NEXT.match(line.text) if options else BRACKET_OPEN.match(line.text)
            assert found  # noqa: S101 - the line's kind says so
            where = line.where(found.start(1) - 1)
            parties = parse_attribution(found.group(1), self._parties, where) if found.group(1) else ()
            if parties is None:
                hint = f"write '{found.group(1)}' on the line after the bracket if it is part of the text"
                raise ContentError(f"no party has the code '{found.group(1)}'", where=where, hint=hint)
            no_party_on_both_sides([code for option in options for code in option.parties], parties, where)
            self._cursor.take(line)
            options.append(BlockOption(parties, self._blocks(around.in_bracket(opening)), where=where))
            line = self._closing(opening, around)
        if line:
            self._cursor.take(line)
        return BlockBracket(tuple(options), where=opening.where())

    def _closing(self, opening: Line, around: _Surroundings) -> Line:
        """The line that ends an option of a bracket."""
        line = self._cursor.peek()
        if line and line.indent == around.column and line.kind in {Kind.BRACKET_NEXT, Kind.BRACKET_CLOSE}:
            return line
        hint = f"close it with ']' on a line of its own, at column {opening.indent + 1}"
        raise ContentError("a bracket is not closed", where=opening.where(), hint=hint)

    # --- words and errors

    def _read(self, passage: Passage) -> tuple[Prefix, Inlines]:
        prefix, words = parse_prefix(passage)
        if not words.text:
            hint = "they stand after the label and the conditions, on the same line"
            raise ContentError("a paragraph has no words", where=passage.where(0), hint=hint)
        _only_text(words)
        return prefix, parse_inlines(words, self._parties)

    def _misplaced(self, line: Line, around: _Surroundings) -> ContentError:
        if line.kind in {Kind.BRACKET_NEXT, Kind.BRACKET_CLOSE} and around.bracket is None:
            return _closes_nothing(line)
        columns = sorted({*around.columns, *self._possible})
        hint = f"a line can begin at column {listed(str(column + 1) for column in columns)} here"
        return ContentError(f"nothing begins at column {line.indent + 1}", where=line.where(), hint=hint)


def is_wording(line: Line) -> bool:
    """Whether a line starts an alternative or the commentary."""
    return line.text.startswith("## ") or line.text == "##"


def _gathered(blocks: Iterable[Block], kind: type[Article] | type[Section]) -> Blocks:
    """Put what follows a heading into it."""
    gathered: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if gathered and isinstance(gathered[-1][0], kind) and not _ends(block, kind):
            gathered[-1][1].append(block)
        else:
            gathered.append((block, []))
    return tuple(replace(block, blocks=tuple(inner)) if isinstance(block, kind) else block for block, inner in gathered)


def _ends(block: Block, kind: type[Article] | type[Section]) -> bool:
    """Whether a block ends what stands under an article's title or a section's heading."""
    match block:
        case Article():
            return True
        case Section():
            return kind is Section
        case BlockBracket():
            return any(_ends(each, kind) for option in block.options for each in option.blocks)
        case _:
            return False


def _only_text(words: Passage) -> None:
    """Refuse words that begin with a mark that would have to begin a line."""
    if kind_of(words.text) is not Kind.TEXT:
        mark = words.text.split(" ", 1)[0]
        raise ContentError(
            f"'{mark}' at the beginning of the words",
            where=words.where(0),
            hint="an item begins a line of its own, its marker first; put a backslash into what is only text",
        )


def _closes_nothing(line: Line) -> ContentError:
    hint = "a bracket is closed at the column where it was opened"
    return ContentError(f"'{line.text}' closes no bracket", where=line.where(), hint=hint)
