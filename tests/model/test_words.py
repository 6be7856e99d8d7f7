"""What is counted as a word, in every figure alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.model.content import Mark, NoteReference, Paragraph, Reference, Slot, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Properties, Role
from treatykit.model.scripts import HANGING, SPACELESS, SPACELESS_SYLLABIC, parts_words_plainly
from treatykit.model.words import PLAIN_WORD, count_words, count_words_of, words_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Peace, at last – and good-neighbourly relations.", 6),
        ("within 30 days of the Parties’ request", 7),
        ("(a) and/or (b)", 4),
        ("和平条约", 4),
        ("Հայաստանի Hanrapetut\u0301yun", 2),
    ],
)
def test_a_word_stands_between_spaces_and_punctuation(text: str, count: int) -> None:
    assert count_words(text) == count


SIGNS = "aZé5-’ʼ_ ,и\u0301\u0483\u0591\u200dאِภาक्日㐂\u20d1\U00020000"


@given(st.text(st.sampled_from(SIGNS) | st.characters(), max_size=12))
def test_a_text_has_as_many_words_beside_another_script(text: str) -> None:
    assert count_words(f"{text} 和") == count_words(text) + 1


@given(st.text(st.sampled_from("aZ5-'’_ ,“\u00ad\u2011") | st.characters(max_codepoint=127), max_size=12))
def test_the_signs_of_print_hold_as_many_words_as_the_pattern_finds(text: str) -> None:
    assert count_words(text) == len(re.findall(PLAIN_WORD, text))


@given(st.lists(st.text(st.sampled_from(SIGNS), max_size=5)))
def test_texts_that_are_counted_together_have_as_many_words_as_each_by_itself(texts: list[str]) -> None:
    assert count_words_of(texts) == sum(map(count_words, texts))


def test_no_text_that_parts_words_plainly_holds_a_sign_of_another_script() -> None:
    others = re.compile(f"[{HANGING}{SPACELESS}{SPACELESS_SYLLABIC}]")

    assert not [sign for sign in map(chr, range(0x3FFFF)) if others.match(sign) and parts_words_plainly(sign)]


def test_what_is_made_from_the_text_is_not_counted_and_notes_are() -> None:
    heading = Paragraph((Text("Transit"),), Mark(properties=Properties(role=Role.ARTICLE), key="transit"))
    note = NoteReference((Paragraph((Text("As agreed."),)),))
    body = Paragraph((Text("See "), Reference("transit", ""), Text(", within "), Slot("days"), Text(" days."), note))
    document = number(normalise(Document(body=(heading, body))))

    assert heading.role is Role.ARTICLE
    assert words_of(document) == 1 + 3 + 2


def test_a_word_in_two_formats_is_one() -> None:
    assert words_of(normalise(Document(body=(Paragraph((Text("trans"), Text("it"))),)))) == 1
