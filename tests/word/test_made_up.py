"""Made-up files of everything, and what came of them after a few edits: their redlines keep what they promise.

`tests.word.pairs_made_up` has what this brought to light, pair by pair.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.judge.said import Told, paragraphs, words
from tests.judge.sound import flaws
from tests.judge.told import judge
from tests.thoroughness import thorough
from tests.word.made_up import edited, made_up
from tests.word.made_up_files import file_of
from tests.word.pair import Line, Pair
from tests.word.redlined import compared

from treatykit.app.comparing import Comparison
from treatykit.diagnostics import Severity


def is_told(comparison: Comparison) -> bool:
    """Whether a reader is told of something that does not come back when all is rejected."""
    warned = any(one.severity is Severity.WARNING for one in comparison.diagnostics)
    return warned or any(proof.untracked for proof in comparison.written.proofs)


def lines(told: Told) -> list[str]:
    """The words of the paragraphs of a body."""
    return [words(paragraph) for paragraph in paragraphs(told.body)]


@given(st.randoms(use_true_random=False))
@settings(derandomize=True, max_examples=thorough(60), deadline=None, suppress_health_check=list(HealthCheck))
def test_a_redline_of_made_up_files_is_both_of_them_or_tells_what_is_not(choose: Random) -> None:
    before = made_up(choose)
    old, new = (file_of(one) for one in (before, edited(choose, before)))

    comparison, file = compared(Pair(name="made up", line=Line.WORDS, old=old, new=new))

    accepted, rejected = (judge(file, decision, exact=True) for decision in ("accept", "reject"))
    wanted = judge(old, exact=True)
    assert accepted == judge(new, exact=True)
    assert rejected == wanted or (is_told(comparison) and lines(rejected) == lines(wanted))
    assert not Counter(flaws(file)) - Counter(flaws(new))
