"""A manuscript that a person has edited: what they wrote is read, what cannot be read is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import any_text
from tests.thoroughness import thorough

from treatykit.errors import UnreadableError
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Paragraph,
    Slot,
    Stance,
    Text,
)
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.plain import plain_text
from treatykit.model.properties import Label, Role
from treatykit.model.revisions import RevisionKind
from treatykit.readers.markdown import read_markdown
from treatykit.readers.reading import Reading
from treatykit.readers.text import read_text

HEAD = "---\nformat: treatykit-text/1\nparties:\n  A: {}\nchanges: {author: Chair}\n---\n\n"
FOOT = "\n\n---\nformat: treatykit-text/1\nblanks: [days]\nreferences:\n  Article 1: [peace, peace]\n---\n"
_SIGNS = st.sampled_from(
    ("{++", "++}", "{--", "--}", "{~~a~>b~~}", "{>>", "<<}", "[A: ", "][", "]", "{{ x }}", "<!-- item 2 -->", "<!--")
)
_MARKS = st.sampled_from(("# ", "1. ", "(a) ", "> ", "* * *", "| a | b |\n| --- | --- |", "[^1]", "[^1]: ", "¶", "**"))


def _read(text: str) -> Reading:
    return read_markdown((HEAD + text).encode(), "x.md")


def _paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.body if isinstance(block, Paragraph)]


@settings(max_examples=thorough(100))
@given(st.lists(_SIGNS | _MARKS | any_text | st.just("\n\n"), max_size=12).map("".join))
def test_whatever_a_person_writes_is_read(text: str) -> None:
    assert isinstance(_read(text).document, Document)
    assert isinstance(read_text((text + FOOT).encode(), "x.txt").document, Document)


def test_words_replaced_by_hand_are_a_deletion_and_an_insertion_of_the_author_at_the_head() -> None:
    document = _read("1. They {~~may~>shall~~} meet.").document
    kinds = [(one.kind, one.author) for each in _paragraphs(document)[0].inlines for one in each.revisions]

    assert kinds == [(RevisionKind.DELETED, "Chair"), (RevisionKind.INSERTED, "Chair")]
    assert plain_text(accept(document)) == "1. They shall meet."
    assert plain_text(reject(document)) == "1. They may meet."


def test_a_paragraph_that_came_is_rejected_with_its_number() -> None:
    document = _read("1. One.\n\n{++2. Two.++}{>>by Tesmar<<}").document

    assert plain_text(reject(document)) == "1. One."
    assert _paragraphs(document)[1].mark.revisions[0].author == "Tesmar"


def test_brackets_and_blanks_are_read() -> None:
    (block,) = _paragraphs(_read("They [A: shall][may] meet in {{ days }} days.").document)

    assert block.inlines[1:6] == (
        BracketOpen((Stance("A"),)),
        Text("shall"),
        BracketNext(),
        Text("may"),
        BracketClose(),
    )
    assert Slot("days") in block.inlines


def test_a_new_article_needs_no_more_than_its_number() -> None:
    heading, item = _paragraphs(_read("## Article 4 bis. Transit\n\n1. Goods pass.").document)

    assert (heading.role, heading.label) == (Role.ARTICLE, Label("Article 4 bis"))
    assert (item.role, item.level, item.label) == (Role.ITEM, 1, Label("1."))


@pytest.mark.parametrize("remark", ["{>>Is that enough?<<}", "<!-- ask Tesmar! -->"])
def test_a_remark_of_a_person_is_left_out_and_said(remark: str) -> None:
    reading = _read(f"They shall meet. {remark}")

    assert plain_text(reading.document) == "They shall meet."
    assert [finding.code for finding in reading.diagnostics] == ["comment"]


def test_a_change_that_is_not_closed_stays_as_it_was_written() -> None:
    assert plain_text(_read("They {++shall meet.").document) == "They {++shall meet."


def test_a_note_without_a_sign_keeps_its_words() -> None:
    reading = _read("Peace.\n\n[^1]: Reserved.")

    assert plain_text(reading.document) == "Peace.\nReserved."
    assert [finding.code for finding in reading.diagnostics] == ["note-without-sign"]


@pytest.mark.parametrize(
    ("head", "where", "message"),
    [
        ("format: treatykit-text/9", "x.md:2", "a text of the format 'treatykit-text/9'"),
        ("format: treatykit-text/1\nstatus: done", "x.md:3", "'status' cannot be 'done'"),
        ("format: treatykit-text/1\nparties: A", "x.md:3", "'parties' has no entries"),
        ("format: treatykit-text/1\nchanges: {date: May}", "x.md:3", "'May' is no date"),
        ("format: treatykit-text/1\ntitle: [Peace", "x.md:3", "not readable as YAML"),
    ],
)
def test_a_head_that_cannot_be_read_is_refused_with_its_line(head: str, where: str, message: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_markdown(f"---\n{head}\n---\n\nPeace.".encode(), "x.md")

    assert str(refused.value).startswith(where)
    assert message in str(refused.value)


def test_references_of_a_text_are_words_again_where_their_places_no_longer_fit_the_foot() -> None:
    reading = read_text(f"Article 1 says so within ______ days.{FOOT}".encode(), "x.txt")
    (block,) = _paragraphs(reading.document)

    assert block.inlines == (Text("Article 1 says so within "), Slot("days"), Text(" days."))
    assert [finding.code for finding in reading.diagnostics] == ["foot"]
