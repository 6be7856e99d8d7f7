"""Other words in the runs and fields that print them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.thoroughness import thorough

from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.retyping import retype, retyped

_text = st.text(alphabet="Article 0123456789,()ab ", min_size=1, max_size=8)


def paragraph(*printed: str) -> etree._Element:
    """Words and numbers in turn, the numbers as fields."""
    holder = w("p")
    for at, text in enumerate(printed):
        leaves = [text_element("t", text)]
        if at % 2:
            leaves = [w("fldChar", fldCharType="separate"), *leaves, w("fldChar", fldCharType="end")]
        holder.extend(w("r", leaf) for leaf in leaves)
    return holder


def length(printed: tuple[str, ...]) -> int:
    return sum(map(len, printed)) + 2 * (len(printed) // 2)


def after(printed: tuple[str, ...], words: str) -> list[str]:
    holder = paragraph(*printed)
    for leaf, text in list(retyped(holder, 0, length(printed), words)):
        retype(leaf, text)
    return [leaf.text or "" for leaf in holder.iter("{*}t")]


@pytest.mark.parametrize(
    ("printed", "words", "said"),
    [
        (("", "Article 10"), "Article 7", ["", "Article 7"]),
        (("", "Article 1", ", paragraph ", "2"), "Article 10, paragraph 2", ["", "Article 10", ", paragraph ", "2"]),
        (("", "Article 1", ", paragraph ", "2"), "Article 1, paragraph 12", ["", "Article 1", ", paragraph ", "12"]),
        (("", "Article 11", ", paragraph ", "2"), "Article 1, paragraph 2", ["", "Article 1", ", paragraph ", "2"]),
        (("paragraph ", "2", " (b)"), "paragraph 2 (c)", ["paragraph ", "2", " (c)"]),
    ],
)
def test_a_number_stays_in_its_field(printed: tuple[str, ...], words: str, said: list[str]) -> None:
    assert after(printed, words) == said


@settings(max_examples=thorough(1000))
@given(st.lists(_text, min_size=1, max_size=4).map(tuple), _text)
def test_the_paragraph_prints_the_words(printed: tuple[str, ...], words: str) -> None:
    assert "".join(after(printed, words)) == words


@given(st.lists(_text, min_size=1, max_size=4).map(tuple))
def test_the_same_words_change_nothing(printed: tuple[str, ...]) -> None:
    assert not list(retyped(paragraph(*printed), 0, length(printed), "".join(printed)))


@pytest.mark.parametrize(("printed", "words"), [((" ",), "a "), ((" ",), "  "), (("(", "a", ")"), "((a)")])
def test_what_is_only_added_is_added_to_something(printed: tuple[str, ...], words: str) -> None:
    assert "".join(after(printed, words)) == words
