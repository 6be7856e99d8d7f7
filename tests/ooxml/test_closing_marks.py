"""The shift of closing marks: what Word cannot say at the end of a container, said one place earlier."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.revision_strategies import marked_documents
from tests.thoroughness import thorough

from treatykit.model.content import Block, Cell, Mark, Paragraph, Row, Story, Table, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties, Role
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure
from treatykit.ooxml.closing_marks import shift_closing_marks, unshift_closing_marks

INSERTED = Revision(kind=RevisionKind.INSERTED, author="Karvela", change=1)
DELETED = Revision(kind=RevisionKind.DELETED, author="Tesmar", change=2)
BODY = Properties()
POINT = Properties(role=Role.ITEM, level=2)
TABLE = Table((Row((Cell((Paragraph((Text("cell"),)),)),)),))


def kept(words: str, properties: Properties = BODY) -> Paragraph:
    return Paragraph((Text(words),), Mark(properties=properties))


def revised(words: str, *revisions: Revision, properties: Properties = BODY) -> Paragraph:
    return Paragraph((Text(words, revisions=revisions),), Mark(properties=properties, revisions=revisions))


def words_and_looks(story: Story) -> list[tuple[str, Properties] | str]:
    return [
        ("".join(i.value for i in block.inlines if isinstance(i, Text)), block.mark.properties)
        if isinstance(block, Paragraph)
        else "table"
        for block in story
    ]


def accepted(story: Story) -> list[tuple[str, Properties] | str]:
    return words_and_looks(accept(Document(body=story)).body)


def rejected(story: Story) -> list[tuple[str, Properties] | str]:
    return words_and_looks(reject(Document(body=story)).body)


STORIES = [
    (kept("A"), revised("B", INSERTED)),
    (kept("A"), revised("B", INSERTED, properties=POINT)),
    (kept("A"), revised("B", INSERTED), revised("C", INSERTED, properties=POINT)),
    (kept("A"), revised("B", DELETED, properties=POINT)),
    (kept("A"), revised("B", DELETED), TABLE, kept("C"), revised("D", INSERTED)),
    (kept("A"), revised("X", DELETED), revised("Y", INSERTED, properties=POINT)),
    (kept("A"), revised("Y", INSERTED, properties=POINT), revised("X", DELETED)),
    (kept("A"), revised("B", INSERTED, DELETED)),
]


def test_accepting_and_rejecting_what_was_shifted_give_the_same_text() -> None:
    for story in STORIES:
        shifted = shift_closing_marks(story)

        assert accepted(shifted) == accepted(story)
        assert rejected(shifted) == rejected(story)


def test_no_closing_mark_comes_or_goes_when_a_mark_stands_before_it() -> None:
    for story in STORIES:
        last = shift_closing_marks(story)[-1]

        assert isinstance(last, Paragraph)
        assert arrival(last.mark.revisions) is departure(last.mark.revisions) is None


def test_shifting_back_gives_the_story_again() -> None:
    for story in STORIES:
        assert unshift_closing_marks(shift_closing_marks(story)) == story


def test_a_merge_into_a_last_paragraph_of_another_look_is_no_shift() -> None:
    story = (kept("A", POINT), Paragraph(mark=Mark(properties=BODY)))
    merged = (replace(story[0], mark=replace(story[0].mark, revisions=(DELETED,))), story[1])

    assert unshift_closing_marks(merged) == merged


def test_a_merge_into_an_empty_last_paragraph_is_no_shift() -> None:
    merged = (replace(kept("A"), mark=Mark(revisions=(DELETED,))), Paragraph())

    assert unshift_closing_marks(merged) == merged


def test_an_empty_paragraph_that_stood_for_another_is_known_by_its_look() -> None:
    story = (kept("A"), Paragraph(mark=Mark(properties=POINT, revisions=(INSERTED,))))

    assert unshift_closing_marks(shift_closing_marks(story)) == story


def test_the_survivor_gets_its_properties_back() -> None:
    first, last = shift_closing_marks((kept("A"), revised("B", INSERTED, properties=POINT)))

    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert first.mark.revisions == (INSERTED,)
    assert last.mark == Mark(
        properties=POINT, revisions=(replace(INSERTED, kind=RevisionKind.REFORMATTED, before=BODY),)
    )


def test_the_closing_mark_knows_both_numbers_that_it_may_show() -> None:
    first, second = (Properties(role=Role.ITEM, level=1, label=Label(number)) for number in ("1.", "2."))
    story = (kept("A", first), revised("B", DELETED, properties=second))

    *_, last = shift_closing_marks(story)

    assert isinstance(last, Paragraph)
    assert last.mark.properties == first
    assert last.mark.revisions == (replace(DELETED, kind=RevisionKind.REFORMATTED, before=second),)
    assert unshift_closing_marks(shift_closing_marks(story)) == story


def test_with_a_spacer_at_hand_no_mark_comes_and_goes_at_once_and_no_paragraph_looks_like_another() -> None:
    replaced = (kept("A"), revised("X", DELETED), revised("Y", INSERTED), revised("Z", INSERTED))
    of_other_looks = (kept("A"), revised("B", INSERTED, properties=POINT))
    alike = (kept("A"), revised("B", INSERTED))

    assert [shift_closing_marks(story, spaced=True) == story for story in (replaced, of_other_looks, alike)] == [
        True, True, False,
    ]  # fmt: skip
    assert shift_closing_marks(replaced) != replaced


def test_where_everything_is_new_nothing_is_shifted() -> None:
    story = (TABLE, revised("A", INSERTED), revised("B", INSERTED))

    assert shift_closing_marks(story) == story


def test_revisions_of_several_hands_move_up_together() -> None:
    other = replace(INSERTED, author="Chair")
    story = (kept("A"), revised("B", INSERTED), revised("C", other))

    marks = [block.mark for block in shift_closing_marks(story) if isinstance(block, Paragraph)]

    assert [mark.revisions for mark in marks] == [(INSERTED,), (other,), ()]
    assert unshift_closing_marks(shift_closing_marks(story)) == story


def without_looks(story: Story) -> list[object]:
    return [b.inlines if isinstance(b, Paragraph) else b for b in story]


@given(marked_documents(), st.booleans())
@settings(max_examples=thorough(40), suppress_health_check=[HealthCheck.too_slow])
def test_between_walls_that_stay_shifting_never_changes_what_a_decision_gives(
    document: Document, accepting: bool
) -> None:
    decide = accept if accepting else reject
    walled = (block if isinstance(block, Paragraph) else TABLE for block in document.body)
    # Paragraphs that stay, first and last, keep the result from depending on how an emptied story is told.
    story: tuple[Block, ...] = (kept("first"), *walled, TABLE, kept("last"))
    shifted = shift_closing_marks(story)

    assert without_looks(decide(Document(body=shifted)).body) == without_looks(decide(Document(body=story)).body)
