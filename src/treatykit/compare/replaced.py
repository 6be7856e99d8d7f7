"""Tables and rows that a redline replaces whole: the shape of cells cannot carry a revision, so it is told instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.content import Block, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.plain import story_text
from treatykit.model.revisions import RevisionKind
from treatykit.model.walk import stories

_WENT, _CAME = RevisionKind.DELETED, RevisionKind.INSERTED
_LONGEST = 40


def replaced(redline: Document) -> Iterator[Diagnostic]:
    """What stands in a redline twice, struck and put in, because its columns or cells are others."""
    for story in stories(redline):
        yield from _in_story(story)


def _in_story(story: Story) -> Iterator[Diagnostic]:
    for before, block in pairwise((None, *story)):
        if isinstance(block, Table):
            if isinstance(before, Table) and _fates(before) == {_WENT} and _fates(block) == {_CAME}:
                if _shapes(before.rows).isdisjoint(_shapes(block.rows)):
                    yield _note("replaced-table", block, "the columns of the table")
            else:
                yield from _in_rows(block)


def _in_rows(table: Table) -> Iterator[Diagnostic]:
    runs = [(fate, tuple(rows)) for fate, rows in groupby(table.rows, key=_fate)]
    for (before, went), (fate, came) in pairwise(runs):
        if (before, fate) == (_WENT, _CAME) and _shapes(went) != _shapes(came):
            yield _note("replaced-rows", Table(came), "the cells of the row")
    for row in table.rows:
        for cell in row.cells:
            yield from _in_story(cell.blocks)


def _note(code: str, block: Block, subject: str) -> Diagnostic:
    begins = " ".join(story_text((block,)).split())
    begins = f"{begins[:_LONGEST]}…" if len(begins) > _LONGEST else begins
    return Diagnostic(
        severity=Severity.NOTE,
        code=code,
        message=f"{subject} that begins “{begins}” are others, so the old one is struck whole and the new one put in",
    )


def _shapes(rows: Sequence[Row]) -> set[tuple[object, ...]]:
    return {tuple((cell.columns, cell.merge) for cell in row.cells) for row in rows}


def _fates(table: Table) -> set[RevisionKind | None]:
    return {_fate(row) for row in table.rows}


def _fate(row: Row) -> RevisionKind | None:
    return next((one.kind for one in row.revisions if one.kind is not RevisionKind.REFORMATTED), None)
