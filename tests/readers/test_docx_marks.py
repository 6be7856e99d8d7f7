"""Marks that are put back where they belong count in the list that stood for them meanwhile."""

from __future__ import annotations

import pytest

from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.sources import Source
from treatykit.ooxml.closing_marks import shift_closing_marks
from treatykit.readers.docx_marks import count_where_marks_stood
from treatykit.readers.docx_part import ListPlace

AT_KEPT, AT_END = ("document.xml", 0), ("document.xml", 1)
KEPT, END = ListPlace(now=(1, 0), before=(2, 0)), ListPlace(now=(3, 0), before=(4, 0))


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (RevisionKind.INSERTED, ListPlace(now=KEPT.now, before=END.before)),
        (RevisionKind.DELETED, ListPlace(now=END.now, before=KEPT.before)),
    ],
)
def test_a_mark_that_stays_counts_where_the_end_of_its_run_stood_for_it(kind: RevisionKind, counted: ListPlace) -> None:
    by_hand = Revision(kind=kind, author="Karvela", change=1)
    story = (
        Paragraph((Text("stays"),), Mark(source=(Source("file", *AT_KEPT),))),
        Paragraph(
            (Text("decided", revisions=(by_hand,)),), Mark(revisions=(by_hand,), source=(Source("file", *AT_END),))
        ),
    )
    shifted = shift_closing_marks(story)
    places = {AT_KEPT: KEPT, AT_END: END}

    count_where_marks_stood(shifted, story, places)

    assert shifted != story
    assert places == {AT_KEPT: counted, AT_END: END}
