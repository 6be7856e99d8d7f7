"""How tables print: pipes, with comments for what pipes cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from treatykit.markup.manuscript.words import Word, print_words
from treatykit.model.content import Cell, Paragraph, Row, Table
from treatykit.model.properties import Alignment, ParagraphFormat, Properties, Role, TableRole
from treatykit.records import dataclass
from treatykit.writers.markdown.escaping import escaped
from treatykit.writers.markdown.lines import LinePrinter, Setting

_RULERS: Final = {Alignment.LEFT: ":--", Alignment.CENTRE: ":-:", Alignment.RIGHT: "--:"}
_NO_RULER: Final = "---"


@dataclass(slots=True)
class TablePrinter:
    """Prints the tables of one file."""

    lines: LinePrinter

    def table(self, table: Table, expected: TableRole, said: Sequence[str] = ()) -> Iterator[str]:
        """A table, with a comment before it where it is not what it looks like.

        Args:
            expected: What it looks like.
            said: Remarks for the reader of the page; the comment with them tells them from a paragraph.
        """
        if said or table.role is not expected:
            remarks = "".join(f"{{>>{escaped(remark)}<<}} " for remark in said)
            yield f"{remarks}<!-- {print_words((Word('table'), Word(table.role.value)))} -->"
        width = max(1, *(_width(row) for row in table.rows))
        alignments = _alignments(table, width)
        self.lines.changes.order.begin()
        rows = [self._row(row, table.role, alignments, first=not at) for at, row in enumerate(table.rows)]
        head = rows.pop(0) if table.rows[0].header else [""] * width
        rulers = [_RULERS.get(alignment, _NO_RULER) if alignment else _NO_RULER for alignment in alignments]
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rulers, *rows))

    def _row(self, row: Row, role: TableRole, alignments: list[Alignment | None], *, first: bool) -> list[str]:
        order = self.lines.changes.order
        printed: list[str] = []
        remark = self.lines.changes.node(row.revisions, "row")
        outside = order.enter()
        for cell in row.cells:
            printed.append(self._cell(cell, role, alignments[len(printed)]))
            printed += [""] * (cell.columns - 1)
        order.leave(outside)
        printed += ["<!-- cell none -->"] * (len(alignments) - len(printed))
        if row.header and (not first or not any(printed)):
            printed[0] = f"{printed[0]} <!-- row header -->".lstrip()
        printed[0] = f"{remark}{' ' if remark and printed[0] else ''}{printed[0]}"
        return printed

    def _cell(self, cell: Cell, role: TableRole, alignment: Alignment | None) -> str:
        """The paragraphs of a cell in one line."""
        remark = self.lines.changes.node(cell.revisions, "cell") if cell.revisions else ""
        expected = Properties(
            role=Role.SIGNATURE if role is TableRole.SIGNATURES else Role.BODY,
            format=ParagraphFormat(alignment=alignment),
        )
        paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
        said = "<br>".join(
            self._paragraph(paragraph, expected, closing=at == len(paragraphs))
            for at, paragraph in enumerate(paragraphs, start=1)
        )
        words = [Word("columns", str(cell.columns))] if cell.columns > 1 else []
        words += [Word("merge", cell.merge.value)] if cell.merge else []
        comment = f"<!-- {print_words((Word('cell'), *words))} -->" if words else ""
        return " ".join(filter(None, (remark, said, comment)))

    def _paragraph(self, paragraph: Paragraph, expected: Properties, *, closing: bool) -> str:
        said = self.lines.line(paragraph, expected, Setting(one_line=True, closing=closing, numbers=False))
        return "" if said == "<!-- empty -->" else said.strip()


def _width(row: Row) -> int:
    return sum(cell.columns for cell in row.cells)


def _alignments(table: Table, width: int) -> list[Alignment | None]:
    """Of each column, how all of its paragraphs are set; None where they differ or nothing is said."""
    found: list[set[Alignment | None]] = [set() for _ in range(width)]
    for row in table.rows:
        at = 0
        for cell in row.cells:
            found[at] |= {
                block.mark.properties.format.alignment for block in cell.blocks if isinstance(block, Paragraph)
            }
            at += cell.columns
    return [each.pop() if len(each) == 1 and each <= {*_RULERS} else None for each in found]
