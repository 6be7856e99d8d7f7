"""Texts with pending revisions of several authors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.strategies import all_properties, documents, run_formats

from treatykit.model.content import (
    Block,
    Field,
    Inline,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Reference,
    Slot,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Properties, RunFormat
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
def all_revisions(draw: DrawFn, look: RunFormat | Properties | None = None) -> Revisions:
    """At most one arrival, one departure and, where there is a look, one reformatting."""
    made = draw(_arrivals) + draw(_departures)
    if look is None:
        return made
    before = run_formats if isinstance(look, RunFormat) else all_properties()
    return made + tuple(replace(one, before=draw(before)) for one in draw(_reformattings))


@st.composite
def marked_documents(draw: DrawFn, *, opaque: bool = True) -> Document:
    """A text with pending revisions of several authors on inlines, marks, rows and opaque blocks."""
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
            mark = replace(block.mark, revisions=draw(all_revisions(block.mark.properties)))
            return Paragraph(tuple(_marked_inline(draw, inline) for inline in block.inlines), mark)
        case Table():
            return replace(
                block,
                rows=tuple(
                    replace(
                        row,
                        revisions=draw(all_revisions()),
                        cells=tuple(replace(cell, blocks=_marked_story(draw, cell.blocks)) for cell in row.cells),
                    )
                    for row in block.rows
                ),
            )
        case OpaqueBlock():
            return replace(block, revisions=draw(all_revisions()))


def _marked_inline(draw: DrawFn, inline: Inline) -> Inline:
    look = inline.format if isinstance(inline, Text | Slot | Reference | Field) else None
    marked = replace(inline, revisions=draw(all_revisions(look)))
    if isinstance(marked, NoteReference):
        return replace(marked, blocks=_marked_story(draw, marked.blocks))
    return marked
