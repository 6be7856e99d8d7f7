"""From the blocks of a manuscript to a story: first what each looks like, then what it therefore is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from typing import Final
from urllib.parse import unquote

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from treatykit.markup.manuscript.expecting import ABOVE_REMARKS, Expectations, Shape, Surface
from treatykit.markup.manuscript.facts import Facts, Headings, Numbers
from treatykit.markup.manuscript.numbers import BULLETS
from treatykit.markup.manuscript.words import Word, values
from treatykit.model.content import Block, Break, NoteKind, NoteReference, Paragraph, Story, Text
from treatykit.model.document import HeaderFooter, Pages, Place
from treatykit.model.normal import ending_in_paragraph
from treatykit.model.properties import ORDINARY, Label, Properties, Role
from treatykit.readers.manuscript_inlines import LineReader, number_of_heading, number_of_item
from treatykit.readers.manuscript_line import ReadLine
from treatykit.readers.manuscript_putting import Putter
from treatykit.readers.manuscript_tables import TableReader, raw_words
from treatykit.readers.markdown_blocks import Findings
from treatykit.records import dataclass

_STEP: Final = 3  # columns
_NOTE_LABEL: Final = re.compile(r"(?P<end>e?)\d+(?:-(?P<symbol>.+))?")
_SIGN: Final = re.compile(r" *(?:\d+[.)]|[-+*]) *")


@dataclass(frozen=True, slots=True)
class _InItem:
    """The item of a list that a block belongs to.

    Attributes:
        depth: How many lists are around it; 0 outside of any.
        column: Where the words of the outermost item begin.
    """

    depth: int = 0
    column: int = 0


_OUTSIDE: Final = _InItem()


@dataclass(slots=True)
class _Found:
    """A block of the body: what it looks like, and what it is made of."""

    surface: Surface
    line: ReadLine | None = None
    table: SyntaxTreeNode | None = None
    said: tuple[Word, ...] = ()  # of a table
    ready: Block | None = None


@dataclass(slots=True)
class ManuscriptReader:
    """Reads the blocks of one file.

    Attributes:
        lines: The lines of the file.
        definitions: The notes by their label, until a sign asks for them.
        headers: Those met so far.
    """

    facts: Facts
    lines: Sequence[str]
    findings: Findings
    definitions: dict[str, SyntaxTreeNode] = field(default_factory=dict)
    headers: list[HeaderFooter] = field(default_factory=list)
    _putter: Putter = field(init=False)
    _tables: TableReader = field(init=False)
    _at: int | None = None

    def __post_init__(self) -> None:
        self._putter = Putter(self.facts, self._note)
        self._tables = TableReader(self._putter, self._find)

    def read(self, root: SyntaxTreeNode) -> Story:
        """The body, with the notes that no sign asks for at its end."""
        for node in root.walk():
            if node.type == "footnote_reference":
                self.definitions.setdefault(str(node.meta["label"]), node)
        running: list[SyntaxTreeNode] = []
        found = list(self._body(root.children, running))
        expectations = Expectations([each.surface for each in found], self.facts)
        body = list(self._put(found, expectations))
        for node in running:
            self._header(node)
        while self.definitions:
            label = next(iter(self.definitions))
            message = f"the note {label} has no sign; its words stand at the end"
            self.findings.add("note-without-sign", message, _line(self.definitions[label]))
            body += self._flat(self.definitions.pop(label).children)
        return tuple(body)

    def _body(self, nodes: Iterable[SyntaxTreeNode], running: list[SyntaxTreeNode]) -> Iterator[_Found]:
        skipping = False
        said: tuple[Word, ...] = ()
        for node in nodes:
            structure = self._structure(node) if node.type == "paragraph" else ()
            if structure and structure[0].name in ("summary", "end"):
                skipping = structure[0].name == "summary"
                continue
            if skipping or node.type == "front_matter":
                continue
            if structure and structure[0].name == "table":
                said = structure
                continue
            if node.type == "blockquote" and node.children and self._structure(node.children[0]):
                running.append(node)
                continue
            for found in self._block(node):
                if found.table is not None:
                    found.said, said = said, ()
                yield found

    def _block(self, node: SyntaxTreeNode, place: _InItem = _OUTSIDE) -> Iterator[_Found]:
        """What a block looks like."""
        self._at = _line(node) or self._at
        match node.type:
            case "paragraph":
                line = self._read(node, number_of_item)
                yield _Found(Surface(depth=self._steps(node, place), label=line.label, line=line.line), line)
            case "heading":
                line = self._read(node, number_of_heading)
                line.is_heading = True
                surface = Surface(shape=Shape.HEADING, depth=int(node.tag[1]), label=line.label, line=line.line)
                yield _Found(surface, line)
            case "ordered_list":
                for item in node.children:
                    yield from self._item(item, f"{item.info}{node.markup}", place)
            case "bullet_list":
                for item in node.children:
                    yield from self._item(item, BULLETS.get(node.markup, BULLETS["*"]), place)
            case "blockquote":
                yield from self._set_apart(node, 1)
            case "table":
                headed = any(map(raw_words, node.children[0].children[0].children))
                yield _Found(Surface(shape=Shape.TABLE, headed=headed), table=node)
            case "hr":
                yield _Found(Surface(shape=Shape.RULE))
            case "fence":
                yield _Found(Surface(), ready=Paragraph(tuple(_code(node.content))))
            case "footnote_reference":
                pass  # it was taken down before, wherever it stands
            case other:
                raise ValueError(f"the parser gave a block that nobody reads: {other}")

    def _set_apart(self, quotation: SyntaxTreeNode, level: int) -> Iterator[_Found]:
        """A drafting note, or an annotation with its headings; a quotation within it is a level further down."""
        for child in quotation.children:
            match child.type:
                case "paragraph":
                    yield _Found(Surface(shape=Shape.REMARK, depth=level), self._read(child))
                case "heading":
                    depth = max(int(child.tag[1]) - ABOVE_REMARKS, 1)
                    yield _Found(Surface(shape=Shape.REMARK_HEADING, depth=depth), self._read(child))
                case "blockquote":
                    yield from self._set_apart(child, level + 1)
                case _:
                    yield from self._block(child)

    def _item(self, item: SyntaxTreeNode, label: str, place: _InItem) -> Iterator[_Found]:
        """An item of a list, with what stands under it."""
        inside = _InItem(place.depth + 1, place.column or self._column(item))
        children = list(item.children)
        line = self._read(children.pop(0)) if children and children[0].type == "paragraph" else ReadLine()
        line.label = label
        yield _Found(Surface(depth=min(place.depth, 2), label=label, line=line.line), line)
        for child in children:
            yield from self._block(child, inside)

    def _put(self, found: Sequence[_Found], expectations: Expectations) -> Iterator[Block]:
        for index, each in enumerate(found):
            if each.ready is not None:
                expectations.saw(index)
                yield each.ready
            elif each.table is not None:
                role = expectations.table(index)
                table = self._tables.read(each.table, values(each.said), role)
                expectations.saw(index, table.role)
                yield table
            elif each.line is not None:
                paragraph = self._putter.paragraph(each.line, expectations.properties(index))
                expectations.saw(index, paragraph.mark.properties)
                yield paragraph
            else:
                expectations.saw(index)

    def _flat(self, nodes: Iterable[SyntaxTreeNode], *, closed: bool = False) -> Iterator[Block]:
        """The story of a note or header, where every paragraph is plain unless its comment says otherwise."""
        blocks = list(nodes)
        for index, node in enumerate(blocks):
            for found in self._block(node):
                if found.table is not None:
                    yield self._tables.read(found.table, {}, None)
                elif found.line is not None:
                    closing = closed and index + 1 == len(blocks)
                    yield self._putter.paragraph(found.line, _flat_properties(found), closing=closing)
                elif found.ready is not None:
                    yield found.ready

    def _header(self, node: SyntaxTreeNode) -> None:
        said = self._structure(node.children[0])
        names = [word.name for word in said]
        number = next((int(name) for name in names if name.isdigit()), 0)
        place = next((each for each in Place if each in names), Place.HEADER)
        pages = next((each for each in Pages if each in names), Pages.DEFAULT)
        self._putter.order.around = None
        blocks = tuple(self._flat(node.children[1:]))
        self.headers.append(HeaderFooter(section=number, place=place, pages=pages, blocks=blocks))

    def _note(self, label: str) -> NoteReference | None:
        node = self.definitions.pop(label, None)
        if node is None:
            return None
        blocks = ending_in_paragraph(tuple(self._flat(node.children, closed=True)))
        found = _NOTE_LABEL.fullmatch(label)
        kind = NoteKind.ENDNOTE if found and found["end"] else NoteKind.FOOTNOTE
        symbol = unquote(found["symbol"]) if found and found["symbol"] else None
        return NoteReference(blocks, kind, symbol)

    def _structure(self, node: SyntaxTreeNode) -> tuple[Word, ...]:
        """What a paragraph that is only a comment says of the blocks behind it."""
        if node.type != "paragraph":
            return ()
        tokens = _tokens(node)
        if not any(token.type == "html_inline" for token in tokens):
            return ()
        return tuple(LineReader(_nothing_found).read(tokens).structure)

    def _read(self, node: SyntaxTreeNode, numbers: Callable[[str, bool], str] | None = None) -> ReadLine:
        heading = numbers is number_of_heading
        words = self.facts.headings is not Headings.NUMBERED if heading else self.facts.numbers is Numbers.WORDS
        return LineReader(self._find, None if words else numbers).read(_tokens(node))

    def _find(self, code: str, message: str) -> None:
        self.findings.add(code, message, self._at)

    def _steps(self, node: SyntaxTreeNode, place: _InItem) -> int:
        """How many steps to the right a paragraph stands."""
        line = _line(node)
        raw = self.lines[line - 1] if line else ""
        indent = len(raw) - len(raw.lstrip(" "))
        if place.depth > 1 or indent >= place.column + _STEP:
            return 2
        return place.depth

    def _column(self, item: SyntaxTreeNode) -> int:
        line = _line(item)
        found = _SIGN.match(self.lines[line - 1]) if line else None
        return len(found[0]) if found else _STEP


def _flat_properties(found: _Found) -> Properties:
    if found.surface.shape is Shape.HEADING:
        return Properties(role=Role.HEADING, level=found.surface.depth)
    if found.surface.label:
        return Properties(role=Role.ITEM, level=1, label=Label(found.surface.label))
    return ORDINARY


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    return [inner for child in node.children if child.token for inner in child.token.children or ()]


def _code(text: str) -> Iterator[Text | Break]:
    for count, line in enumerate(text.rstrip("\n").split("\n")):
        if count:
            yield Break()
        if line:
            yield Text(line)


def _line(node: SyntaxTreeNode) -> int | None:
    """The line of a node, counted from 1."""
    return node.map[0] + 1 if not node.is_root and node.map else None


def _nothing_found(_: str, __: str) -> None:
    pass
