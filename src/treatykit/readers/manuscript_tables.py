"""Reads the tables of a manuscript: pipes, with comments for what pipes cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from treatykit.markup.manuscript.words import values
from treatykit.model.content import Cell, Paragraph, Row, Table, VerticalMerge
from treatykit.model.properties import (
    ORDINARY,
    Alignment,
    ParagraphFormat,
    Properties,
    Role,
    RowProperties,
    TableProperties,
    TableRole,
)
from treatykit.readers.manuscript_inlines import LineReader
from treatykit.readers.manuscript_line import ReadLine
from treatykit.readers.manuscript_putting import Putter
from treatykit.records import dataclass

_ALIGNMENTS: Final = {"left": Alignment.LEFT, "center": Alignment.CENTRE, "right": Alignment.RIGHT}
_ROLES: Final = {role.value: role for role in TableRole}
_MOST_COLUMNS: Final = 63  # as in Word
_MERGES: Final = {merge.value: merge for merge in VerticalMerge}


@dataclass(slots=True)
class TableReader:
    """Reads the tables of one file."""

    putter: Putter
    find: Callable[[str, str], None]

    def read(self, node: SyntaxTreeNode, said: Mapping[str, str], expected: TableRole | None) -> Table:
        """A table.

        Args:
            said: What a comment before it says.
            expected: What it is by where it stands; None for a plain one.
        """
        named = next((_ROLES[name] for name in said if name in _ROLES), None)
        role = named or expected or TableRole.PLAIN
        rows = [row for part in node.children for row in part.children]
        if rows and not any(raw_words(cell) for cell in rows[0].children):
            rows = rows[1:]
        first = node.children[0].children[0]
        self.putter.order.begin()
        return Table(
            tuple(self._row(row, role, headed=row is first) for row in rows), properties=TableProperties(role=role)
        )

    def _row(self, node: SyntaxTreeNode, role: TableRole, *, headed: bool) -> Row:
        lines = [[self._line(tokens) for tokens in _paragraphs(_tokens(cell))] for cell in node.children]
        facts = [values(word for line in cell for word in line.structure) for cell in lines]
        remarks = [remark for cell in lines for line in cell for remark in line.remarks]
        revisions = self.putter.revisions(remark for remark in remarks if remark.node == "row")
        outside = self.putter.order.enter()
        cells: list[Cell] = []
        passed = 0
        for cell, known, column in zip(lines, facts, node.children, strict=True):
            if passed or "none" in known:
                passed = max(passed - 1, 0)
                continue
            passed = _columns(known) - 1
            cells.append(self._cell(cell, known, role, _alignment(column)))
        self.putter.order.leave(outside)
        header = headed or any("header" in known for known in facts)
        return Row(tuple(cells), properties=RowProperties(header=header), revisions=revisions)

    def _cell(
        self, lines: Sequence[ReadLine], known: Mapping[str, str], role: TableRole, alignment: Alignment | None
    ) -> Cell:
        properties = Properties(role=Role.SIGNATURE) if role is TableRole.SIGNATURES else ORDINARY
        if alignment:
            properties = Properties(role=properties.role, format=ParagraphFormat(alignment=alignment))
        remarks = [remark for line in lines for remark in line.remarks if remark.node == "cell"]
        revisions = self.putter.revisions(remarks) if remarks else ()
        blocks: list[Paragraph] = []
        for at, line in enumerate(lines):
            blocks.append(self.putter.paragraph(line, properties, closing=at + 1 == len(lines)))
        return Cell(
            tuple(blocks),
            columns=_columns(known),
            merge=_MERGES.get(known.get("merge", "")),
            revisions=revisions,
        )

    def _line(self, tokens: Sequence[Token]) -> ReadLine:
        return LineReader(self.find).read(tokens)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each paragraph of a cell, which ``<br>`` parts."""
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "html_inline" and token.content == "<br>":
            yield tokens[start:at]
            start = at + 1
    yield tokens[start:]


def _tokens(cell: SyntaxTreeNode) -> list[Token]:
    return [token for child in cell.children if child.token for token in child.token.children or ()]


def _columns(known: Mapping[str, str]) -> int:
    """How many columns a cell spans."""
    said = known.get("columns", "")
    return min(max(int(said), 1), _MOST_COLUMNS) if said.isdecimal() else 1


def raw_words(cell: SyntaxTreeNode) -> str:
    """What stands between the pipes."""
    return "".join(child.content for child in cell.children)


def _alignment(cell: SyntaxTreeNode) -> Alignment | None:
    style = str(cell.attrs.get("style", ""))
    return _ALIGNMENTS.get(style.removeprefix("text-align:"))
