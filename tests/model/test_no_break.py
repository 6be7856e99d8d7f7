"""A noun and its number on one line: spaces exchanged one for one, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.model.no_break import kept_together, parted

_NB = "\u00a0"
_TEXTS = st.lists(
    st.sampled_from(["Article", "Articles", "paragraph", "Annex", "part", "5", "12", "II", "(b)", "of", " ", _NB, ", "])
).map("".join)


@given(_TEXTS)
def test_what_is_kept_together_can_be_parted_again(text: str) -> None:
    printed = kept_together(text)

    assert parted(printed) == text
    assert len(printed) == len(text)


@given(_TEXTS.map(lambda text: text.replace(_NB, " ")))
def test_a_text_without_no_break_spaces_differs_in_nothing_else(text: str) -> None:
    assert kept_together(text).replace(_NB, " ") == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("under Article 5, paragraph 2 (b) (iv)", "under Article_5, paragraph_2_(b)_(iv)"),
        ("Articles 7 and 8", "Articles_7 and 8"),
        ("ARTICLE IV and Annex A", "ARTICLE_IV and Annex_A"),
        ("subparagraph (c)", "subparagraph_(c)"),
        ("within thirty (30) days", "within thirty (30) days"),
        ("a part of the territory", "a part of the territory"),
        ("the article itself", "the article itself"),
    ],
)
def test_only_a_number_of_a_provision_is_kept_at_its_noun(text: str, printed: str) -> None:
    assert kept_together(text) == printed.replace("_", _NB)
