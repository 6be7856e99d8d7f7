"""Insertions on both sides of a mark: the same texts, told so that no program joins the paragraphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests.edit_strategies import document_pairs
from tests.writers.docx_specimens import DELETED, INSERTED, MOMENT, item, marked
from tests.writers.test_docx_properties import FEW

from treatykit.compare import compare
from treatykit.model.content import Paragraph, Story, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.ooxml.insertions_apart import keep_apart

NEW = marked(item("A new point."), INSERTED)


def kept(*inlines: Text, level: int = 1) -> Paragraph:
    return replace(item("", level=level), inlines=inlines)


def came(words: str) -> Text:
    return Text(words, revisions=(INSERTED,))


def told(story: Story) -> list[str]:
    """Words, with + and - before those that came and went, and ¶ for marks."""
    signs = {(): "", (INSERTED,): "+", (DELETED,): "-"}
    return [
        " ".join(signs[each.revisions] + each.value for each in block.inlines if isinstance(each, Text))
        + f" {signs[block.mark.revisions]}¶"
        for block in story
        if isinstance(block, Paragraph)
    ]


def test_struck_words_go_behind_those_that_were_put_in_their_place() -> None:
    story = (kept(Text("a point"), Text(".", revisions=(DELETED,)), came(";")), NEW)

    assert told(keep_apart(story, respell=True)) == ["a point +; -. ¶", "+A new point. +¶"]


def test_a_sentence_that_came_at_the_end_goes_before_the_full_stop() -> None:
    story = (kept(Text("One sentence."), came(" Another one.")), NEW)

    assert told(keep_apart(story, respell=True)) == ["One sentence +. + Another one . ¶", "+A new point. +¶"]


def test_otherwise_the_mark_of_the_paragraph_is_the_new_one_as_where_somebody_typed_on() -> None:
    story = (kept(Text("one"), came(" two")), NEW, NEW, kept(Text("end")))

    assert told(keep_apart(story, respell=True)) == ["one + two +¶", "+A new point. +¶", "+A new point. ¶", "end ¶"]
    assert keep_apart(story, respell=False) == story


def test_a_mark_stays_where_the_last_new_paragraph_looks_otherwise() -> None:
    story = (kept(Text("one"), came(" two"), level=2), NEW, kept(Text("end")))

    assert keep_apart(story, respell=True) == story


def test_what_does_not_touch_stays_as_it_is() -> None:
    for story in (
        (kept(Text("one"), came(" two")), kept(Text("end"))),
        (kept(came("two "), Text("one")), NEW),
        (marked(item("gone"), DELETED), NEW),
        (NEW, NEW, kept(came("more "), Text("end"))),
    ):
        assert keep_apart(story, respell=True) == story


@given(document_pairs(opaque=False))
@FEW
def test_accepted_and_rejected_it_is_the_same_text(pair: tuple[Document, Document]) -> None:
    redline = compare(*pair, author="Tesmar", date=MOMENT)

    told_so = replace(redline, body=keep_apart(redline.body, respell=True))

    assert accept(told_so) == accept(redline)
    assert reject(told_so) == reject(redline)
