"""The redline of every pair of the corpus, judged by code that shares nothing with reader or writer."""

from __future__ import annotations

from collections import Counter

import pytest
from _pytest.mark import ParameterSet
from tests.judge.edit import fewest, tokens
from tests.judge.package import parts
from tests.judge.sound import flaws
from tests.judge.told import judge
from tests.judge.validator import complaints
from tests.word.corpus import CORPUS
from tests.word.pair import Line, Pair, Promise
from tests.word.redlined import Redlined, compared, redlined

from treatykit.model.changes import ChangeKind

LEAST = 100
MOST = 1.2
"""How many times the smallest edit may be marked, all pairs without moves together."""


def marked_words(made: Redlined) -> int:
    """How many words are struck or put in."""
    return sum(len(tokens(stretch)) for fate in ("ins", "del") for stretch in made.marks.came[fate])


def name(pair: Pair) -> str:
    """What a test of a pair is called."""
    return pair.name


def says_the_same(pair: Pair) -> bool:
    """Whether nothing may be marked; numbers that follow from others are listed and not marked."""
    return all(change.kind is ChangeKind.RENUMBERED and not change.reset for change in pair.changes) and not (
        pair.existing or pair.told
    )


def each(promise: Promise) -> pytest.MarkDecorator:
    """Every pair of the corpus; one that breaks the promise must be seen to break it."""
    return pytest.mark.parametrize("pair", [_held_to(pair, promise) for pair in CORPUS])


def _held_to(pair: Pair, promise: Promise) -> ParameterSet:
    reason = pair.broken.get(promise)
    return pytest.param(
        pair, id=pair.name, marks=() if reason is None else pytest.mark.xfail(reason=reason, strict=True)
    )


@each(Promise.ACCEPTED)
def test_accepted_it_is_the_new_file(pair: Pair) -> None:
    made = redlined(pair)

    assert judge(made.file, "accept", exact=True) == made.new


@each(Promise.REJECTED)
def test_rejected_it_is_the_old_file(pair: Pair) -> None:
    made = redlined(pair)

    assert judge(made.file, "reject", exact=True) == made.old


@each(Promise.CHANGES)
def test_it_says_what_changed(pair: Pair) -> None:
    made = redlined(pair)
    expected = pair.changes

    assert sorted(change.kind for change in made.comparison.report.changes) == sorted(
        change.kind for change in expected if change.kind is not None
    )
    assert sorted(made.marks.came["del"]) == sorted(words for change in expected for words in change.gone)
    assert sorted(made.marks.came["ins"]) == sorted(words for change in expected for words in change.came)
    assert sorted(made.marks.came["moveFrom"]) == sorted(words for change in expected for words in change.stood)
    assert sorted(made.marks.came["moveTo"]) == sorted(words for change in expected for words in change.moved)
    assert sorted(made.marks.restyled) == sorted(words for change in expected for words in change.restyled)
    if only_looks(pair) or any(change.reset for change in expected):
        assert sorted(made.marks.reset) == sorted(words for change in expected for words in change.reset)
    assert made.findings >= set(pair.told)


def only_looks(pair: Pair) -> bool:
    """Whether no paragraph came or went: else one may tell for the time being how another looked."""
    return not any(change.gone or change.came or change.moved for change in pair.changes)


@pytest.mark.parametrize("pair", [pytest.param(one, id=one.name) for one in CORPUS if says_the_same(one)])
def test_a_file_that_says_the_same_comes_back_as_it_was(pair: Pair) -> None:
    assert parts(redlined(pair).file) == parts(pair.new)


@each(Promise.QUIET)
def test_it_marks_no_more_than_the_smallest_edit(pair: Pair) -> None:
    made = redlined(pair)

    assert made.marks.cut == []
    if not any(change.moved for change in pair.changes):
        assert marked_words(made) <= fewest(made.old, made.new) + pair.excess


@each(Promise.SOUND)
def test_its_package_is_sound(pair: Pair) -> None:
    known = Counter(flaws(pair.new))

    assert not Counter(flaws(redlined(pair).file)) - known


@each(Promise.VALID)
def test_a_validator_finds_nothing_that_was_not_there(pair: Pair) -> None:
    found = Counter(complaints(redlined(pair).file))

    assert not found or not found - Counter(complaints(pair.new))


def test_a_validator_finds_nothing_in_a_move_without_a_date() -> None:
    moving = next(pair for pair in CORPUS if any(change.moved for change in pair.changes))
    _, file = compared(moving, date=None)

    assert b"<w:moveFromRangeStart" in parts(file)["word/document.xml"]
    assert complaints(file) == []


# --- the corpus itself


@pytest.mark.parametrize("pair", CORPUS, ids=name)
def test_the_files_of_the_corpus_are_sound_themselves(pair: Pair) -> None:
    assert flaws(pair.old) == flaws(pair.new) == []


def test_there_are_as_many_pairs_as_promised_and_each_has_a_name_of_its_own() -> None:
    assert len({pair.name for pair in CORPUS}) == len(CORPUS) >= LEAST


def test_every_line_is_served() -> None:
    assert {pair.line for pair in CORPUS} == set(Line)


def test_over_the_whole_corpus_little_is_marked_beyond_the_smallest_edit() -> None:
    still = [redlined(pair) for pair in CORPUS if not any(change.moved for change in pair.changes)]

    assert sum(map(marked_words, still)) <= MOST * sum(fewest(made.old, made.new) for made in still)
