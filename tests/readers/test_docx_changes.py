"""What is decided together in a file that does not say it: an edit within a move, a stretch over a mark."""

from __future__ import annotations

import pytest
from tests.readers.word_files import mark, p, r, tracked, word_file

from treatykit.model.decide import by_change, reject
from treatykit.model.document import Document
from treatykit.model.pending import story_revisions
from treatykit.model.plain import plain_text
from treatykit.readers.docx import read_docx


def read(body: str) -> Document:
    return read_docx(word_file(body), "draft.docx").document


def numbers(document: Document) -> list[int]:
    return [revision.change for revision in story_revisions(document.body)]


def edge(end: str, identity: int) -> str:
    stamp = 'w:author="Tesmar" w:date="2026-03-01T10:00:00Z"' if end.endswith("Start") else ""
    return f'<w:{end} w:id="{identity}" w:name="m" {stamp}/>'


def moved(edit: str, *, ends: bool = True) -> Document:
    """A paragraph that moved, and what was done to it where it arrived."""
    source = edge("moveFromRangeStart", 8) + tracked("moveFrom", r("Passage is free."))
    return read(
        p(source, mark("moveFrom"))
        + edge("moveFromRangeEnd", 8)
        + p("Duties are not levied.")
        + p(edge("moveToRangeStart", 9) + edit + tracked("moveTo", r("Passage is free.")), mark("moveTo"))
        + (edge("moveToRangeEnd", 9) if ends else "")
        + p("Last.")
    )


def test_what_was_put_in_where_a_passage_arrived_belongs_to_the_move() -> None:
    document = moved(tracked("ins", r("Always: ")))

    assert {*numbers(document)} == {1}
    assert plain_text(reject(document, by_change(1))) == "Passage is free.\nDuties are not levied.\nLast."


@pytest.mark.parametrize(
    "document",
    [moved(tracked("ins", r("Always: "), author="Karvela")), moved(tracked("ins", r("Always: ")), ends=False)],
    ids=["by another hand", "in a range that never ends"],
)
def test_what_only_stands_near_a_move_is_decided_by_itself(document: Document) -> None:
    assert {*numbers(document)} == {1, 2}


def test_a_stretch_that_cuts_a_paragraph_in_two_is_one_change() -> None:
    typed_on = p(r("One") + tracked("ins", r(";")), mark("ins")) + p(tracked("ins", r("Two.")))
    document = read(p("Zero.") + typed_on + p(r("Three") + tracked("ins", r("."))))

    assert numbers(document) == [1, 1, 1, 2]
    assert plain_text(reject(document, by_change(1))) == "Zero.\nOne\nThree."


def test_paragraphs_that_came_whole_are_decided_one_by_one() -> None:
    document = read(p("One.") + p(tracked("ins", r("Two.")), mark("ins")) * 2 + p("Three."))

    assert numbers(document) == [1, 1, 2, 2]
