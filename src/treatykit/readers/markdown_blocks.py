"""From the tree of a Markdown parser to blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.model.content import Block, Break, Cell, Inline, Mark, NoteReference, Paragraph, Row, Story, Table, Text
from treatykit.model.normal import ending_in_paragraph
from treatykit.model.properties import ORDINARY, Label, ParagraphFormat, Properties, Role, RowProperties
from treatykit.readers.markdown_html import html_words
from treatykit.readers.markdown_inlines import InlineReader
from treatykit.records import dataclass

_INDENT: Final = 567  # twentieths of a point for each level: one centimetre
_BULLETS: Final = {"-": "–"}
_BULLET: Final = "•"


@dataclass(slots=True)
class Findings:
    """What a reader has to say, each thing once, with its first place and how often it was found."""

    name: str
    seen: dict[tuple[str, str], tuple[int | None, int]] = field(default_factory=dict)

    def add(self, code: str, message: str, line: int | None = None) -> None:
        """Notes a finding in a line counted from 1."""
        first, count = self.seen.get((code, message), (line, 0))
        self.seen[code, message] = (first, count + 1)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of their first places."""
        ordered = sorted(self.seen.items(), key=lambda item: item[1][0] or 0)
        return tuple(
            Diagnostic(
                severity=Severity.NOTE,
                code=code,
                message=message + (f" ({count} times)" if count > 1 else ""),
                where=Where(self.name, line),
            )
            for (code, message), (line, count) in ordered
        )


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of one file.

    Attributes:
        definitions: The notes by their label, until a sign asks for them.
    """

    findings: Findings
    definitions: dict[str, SyntaxTreeNode] = field(default_factory=dict)
    _line: int | None = None

    def read(self, root: SyntaxTreeNode) -> Story:
        """The body, with the notes that no sign asks for at its end."""
        for node in root.walk():
            if node.type == "footnote_reference":
                self.definitions.setdefault(str(node.meta["label"]), node)
        held = set(map(id, self.definitions.values()))
        body = list(self._blocks(node for node in root.children if id(node) not in held))
        while self.definitions:
            label = next(iter(self.definitions))
            node = self.definitions.pop(label)
            self.findings.add(
                "note-without-sign", f"the note {label} has no sign; its words stand at the end", _line(node)
            )
            body += self._blocks(node.children)
        return tuple(body)

    def _blocks(self, nodes: Iterable[SyntaxTreeNode], depth: int = 0) -> Iterator[Block]:
        for node in nodes:
            self._line = _line(node) or self._line
            yield from self._block(node, depth)

    def _block(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield _paragraph(self._inlines(node), _indented(depth))
            case "heading":
                yield _paragraph(self._inlines(node), Properties(role=Role.HEADING, level=int(node.tag[1])))
            case "bullet_list" | "ordered_list":
                yield from self._list(node, depth + 1)
            case "blockquote":
                yield from self._blocks(node.children, depth + 1)
            case "table":
                yield self._table(node)
            case "fence" | "code_block":
                yield _paragraph(tuple(_lines(node.content)), _indented(depth))
            case "html_block":
                yield from self._html(node, depth)
            case "footnote_reference":
                if self.definitions.get(str(node.meta["label"])) is not node:
                    yield from self._blocks(node.children, depth)
            case "hr":
                self.findings.add("rule", "left out a line across the page", self._line)
            case "front_matter":
                pass  # facts, which the caller reads
            case other:
                raise ValueError(f"the parser gave a block that nobody reads: {other}")

    def _list(self, node: SyntaxTreeNode, level: int) -> Iterator[Block]:
        if node.type == "ordered_list" and _is_uncounted(written := _written(node)):
            same = f"{written[0]}{node.markup}"
            self.findings.add(
                "counted-items", f"counted the items of a list in which all are numbered {same}", self._line
            )
        for label, item in zip(_labels(node), node.children, strict=True):
            blocks = list(self._blocks(item.children, level))
            properties = Properties(role=Role.ITEM, level=level, label=Label(label, typed=True))
            begins_with_words = bool(item.children) and item.children[0].type == "paragraph"
            first = blocks.pop(0) if begins_with_words else Paragraph()
            yield _paragraph(first.inlines if isinstance(first, Paragraph) else (), properties)
            yield from blocks

    def _table(self, node: SyntaxTreeNode) -> Table:
        """A table; a row of headings without any words, which the notation asks for, is left out."""
        rows = [
            Row(
                tuple(Cell(ending_in_paragraph((_paragraph(self._inlines(cell), ORDINARY),))) for cell in row.children),
                properties=RowProperties(header=part.type == "thead"),
            )
            for part in node.children
            for row in part.children
        ]
        wordless = all(not paragraph.inlines for cell in rows[0].cells for paragraph in _paragraphs(cell.blocks))
        return Table(tuple(rows[1:] if wordless and len(rows) > 1 else rows))

    def _html(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        found = html_words(node.content)
        for comment in found.comments:
            self.findings.add("comment", f"left out a comment: {' '.join(comment.split())[:60]}", self._line)
        if found.tags:
            self.findings.add("html", f"only the words are read of the HTML {', '.join(found.tags)}", self._line)
        for words in found.paragraphs:
            yield _paragraph((Text(words),), _indented(depth))

    def _inlines(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        reader = InlineReader(self._note, lambda code, message: self.findings.add(code, message, self._line))
        return tuple(
            inline for child in node.children if child.token for inline in reader.read(child.token.children or ())
        )

    def _note(self, label: str) -> NoteReference | None:
        node = self.definitions.pop(label, None)
        if node is None:
            return None
        return NoteReference(ending_in_paragraph(tuple(self._blocks(node.children))))


def _labels(node: SyntaxTreeNode) -> list[str]:
    """The numbers of a list as they are written, or counted where every item has the same one."""
    if node.type == "bullet_list":
        return [_BULLETS.get(node.markup, _BULLET)] * len(node.children)
    written = _written(node)
    numbers = range(written[0], written[0] + len(written)) if _is_uncounted(written) else written
    return [f"{number}{node.markup}" for number in numbers]


def _written(node: SyntaxTreeNode) -> list[int]:
    return [int(item.info or 0) for item in node.children]


def _is_uncounted(numbers: Sequence[int]) -> bool:
    """Whether the writer left the counting to Markdown, and typed ``1.`` before every item."""
    return len(numbers) > 1 and len(set(numbers)) == 1


def _paragraph(inlines: tuple[Inline, ...], properties: Properties) -> Paragraph:
    return Paragraph(inlines, Mark(properties=properties))


def _paragraphs(story: Story) -> Iterator[Paragraph]:
    return (block for block in story if isinstance(block, Paragraph))


def _indented(depth: int) -> Properties:
    return Properties(format=ParagraphFormat(indent_left=depth * _INDENT)) if depth else ORDINARY


def _lines(text: str) -> Iterator[Inline]:
    for count, line in enumerate(text.rstrip("\n").split("\n")):
        if count:
            yield Break()
        yield Text(line)


def _line(node: SyntaxTreeNode) -> int | None:
    """The line of a node, counted from 1."""
    return node.map[0] + 1 if not node.is_root and node.map else None
