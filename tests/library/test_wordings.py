from __future__ import annotations

import pytest
from tests.library.samples import clause_file

from treatykit.app.shelves import packaged_shelf
from treatykit.errors import ContentError
from treatykit.library.loader import load_clause
from treatykit.library.wordings import Wordings

BODY = """\
## alternative: full
1. {#ban} Peace.

## alternative: open
1. Peace, {broken

## commentary
What it is about.
"""


@pytest.mark.parametrize("topic", packaged_shelf().topics())
def test_a_wording_read_alone_is_the_one_in_the_whole_and_stands_where_it_stands(topic: str) -> None:
    words = packaged_shelf().clause(topic).words
    alone = Wordings(words.text, words.name, words.first_line)

    for whole in words.body.alternatives:
        assert alone.alternative(whole.id) == whole
        assert repr(alone.alternative(whole.id)) == repr(whole)  # which tells the places too


def test_only_the_wording_that_is_asked_for_is_read() -> None:
    words = Wordings(BODY, "x.md", 5)

    assert words.alternative("full") is words.alternative("full")
    assert words.alternative("none") is None
    with pytest.raises(ContentError, match=r"x\.md:9:11"):
        words.alternative("open")
    with pytest.raises(ContentError, match=r"x\.md:9:11"):
        _ = words.body


def test_what_was_not_checked_before_is_read_whole_at_once() -> None:
    text = clause_file("transit", "Peace.") + "\n## alternative: other\n{broken\n"

    assert load_clause(text, "transit.md", "transit", is_checked=True).wording("full")
    with pytest.raises(ContentError) as refused:
        load_clause(text, "transit.md", "transit")
    assert "is not closed" in "".join(refused.value.lines)
