"""Texts with pending revisions of several authors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.strategies import all_properties, cell_properties, documents, row_properties, run_formats, table_properties

from treatykit.model.content import (
    Block,
    Cell,
    Field,
    Inline,
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
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Look
from treatykit.model.revisions import Revision, RevisionKind, Revisions

AUTHORS = ("Karvela", "Tesmar", "Chair")


def _revisions(kind: RevisionKind) -> SearchStrategy[Revisions]:
    dates = st.sampled_from([None, datetime(2023, 11, 21, 9, 30, tzinfo=UTC)])
    revision = st.builds(
        Revision, kind=st.just(kind), author=st.sampled_from(AUTHORS), date=dates, change=st.integers(1, 5)
    )
    return revision.map(lambda one: (one,))


_none: SearchStrategy[Revisions] = st.just(())
_arrivals = st.one_of(_none, _none, _none, _revisions(RevisionKind.INSERTED), _revisions(RevisionKind.MOVED_HERE))
_departures = st.one_of(_none, _none, _none, _revisions(RevisionKind.DELETED), _revisions(RevisionKind.MOVED_AWAY))
_reformattings = st.one_of(*[_none] * 5, _revisions(RevisionKind.REFORMATTED))


@st.composite
def all_revisions(draw: DrawFn, looks: SearchStrategy[Look] | None = None) -> Revisions:
    """At most one arrival, one departure and, where there are looks, one reformatting."""
    made = draw(_arrivals) + draw(_departures)
    return made if looks is None else made + draw(reformatted(looks))


@st.composite
def reformatted(draw: DrawFn, looks: SearchStrategy[Look]) -> Revisions:
    """At most one reformatting."""
    return tuple(replace(one, before=draw(looks)) for one in draw(_reformattings))


@st.composite
def marked_documents(draw: DrawFn, *, opaque: bool = True) -> Document:
    """A text with pending revisions of several authors on inlines, marks, tables, rows, cells and opaque blocks."""
    document = draw(documents(opaque=opaque))
    return normalise(
        replace(
            document,
            body=_marked_story(draw, document.body),
            headers=tuple(replace(header, blocks=_marked_story(draw, header.blocks)) for header in document.headers),
        )
    )


def _marked_story(draw: DrawFn, story: Story) -> Story:
    return tuple(_marked_block(draw, block) for block in story)


def _marked_block(draw: DrawFn, block: Block) -> Block:
    match block:
        case Paragraph():
            mark = replace(block.mark, revisions=draw(all_revisions(all_properties())))
            return Paragraph(tuple(_marked_inline(draw, inline) for inline in block.inlines), mark)
        case Table():
            columns = sum(cell.columns for cell in block.rows[0].cells)
            rows = tuple(_marked_row(draw, row) for row in block.rows)
            return replace(block, rows=rows, revisions=draw(reformatted(table_properties(columns))))
        case OpaqueBlock():
            return replace(block, revisions=draw(all_revisions()))


def _marked_row(draw: DrawFn, row: Row) -> Row:
    cells = tuple(_marked_cell(draw, cell) for cell in row.cells)
    return replace(row, cells=cells, revisions=draw(all_revisions(row_properties())))


def _marked_cell(draw: DrawFn, cell: Cell) -> Cell:
    return replace(cell, blocks=_marked_story(draw, cell.blocks), revisions=draw(reformatted(cell_properties)))


def _marked_inline(draw: DrawFn, inline: Inline) -> Inline:
    looks = run_formats if isinstance(inline, Text | Slot | Reference | Field) else None
    marked = replace(inline, revisions=draw(all_revisions(looks)))
    if isinstance(marked, NoteReference):
        return replace(marked, blocks=_marked_story(draw, marked.blocks))
    return marked
