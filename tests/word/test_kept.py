"""What belongs to the new file stays whole in its redline: its bookmarks, and its comments with their threads."""

from __future__ import annotations

import pytest
from tests.judge.package import parts
from tests.judge.ranges import ranges
from tests.word.corpus import CORPUS
from tests.word.pair import Pair
from tests.word.redlined import redlined

ANCHORED = [pytest.param(pair, id=pair.name) for pair in CORPUS if pair.existing is None and ranges(pair.new)]


def test_the_corpus_has_bookmarks_and_comments() -> None:
    names = {name.rpartition(" ")[0] for pair in CORPUS for name in ranges(pair.new)}

    assert {"", "comment", "sign"} <= names


@pytest.mark.parametrize("pair", ANCHORED)
def test_accepted_bookmarks_and_comments_stand_around_the_same_words(pair: Pair) -> None:
    assert ranges(redlined(pair).file) == ranges(pair.new)


@pytest.mark.parametrize("pair", ANCHORED)
def test_comments_and_their_threads_are_kept_as_they_are(pair: Pair) -> None:
    marked, new = parts(redlined(pair).file), parts(pair.new)

    for name in [name for name in new if name.startswith("word/comments")]:
        assert marked[name] == new[name]
