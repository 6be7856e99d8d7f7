from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.markup.strategies import PARTIES, any_texts, bodies, inlines, with_words
from tests.thoroughness import thorough

from treatykit.errors import ContentError
from treatykit.markup.parser import parse_body
from treatykit.markup.printer import print_body
from treatykit.markup.syntax import Body, Inlines

careful = settings(max_examples=thorough(200), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
widths = st.none() | st.integers(1, 60)


def parsed(text: str) -> Body:
    return parse_body(text, "clause.md", parties=PARTIES)


@careful
@given(body=bodies(), width=widths)
def test_what_is_printed_is_read_back_as_the_same_body(body: Body, width: int | None) -> None:
    assert parsed(print_body(body, width=width)) == body


@careful
@given(words=inlines(), cell=inlines(footnotes=False, depth=1), width=widths)
def test_words_are_read_back_the_same_wherever_they_stand(words: Inlines, cell: Inlines, width: int | None) -> None:
    body = with_words(words, cell)

    assert parsed(print_body(body, width=width)) == body


@careful
@given(text=any_texts(), width=widths)
def test_any_text_is_read_or_refused_with_a_place_and_a_remedy(text: str, width: int | None) -> None:
    try:
        body = parsed(text)
    except ContentError as error:
        refused = error
    else:
        assert parsed(print_body(body, width=width)) == body
        return
    assert refused.where
    assert refused.hint
