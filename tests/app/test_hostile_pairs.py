"""Pairs of the corpus and their redlines, made hostile: each job ends in a whole result, or in one line and none.

`pytest --hypothesis-profile=fuzz tests/app/test_hostile_pairs.py` tries thousands.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app.mutants import mutant
from tests.app.test_hostile_files import JOBS, ends_well
from tests.word.corpus import CORPUS
from tests.word.pair import Pair
from tests.word.redlined import compared

from treatykit.app.arguments import TextArgument

USUAL = 100
EXAMPLES = 8 if settings().max_examples <= USUAL else settings().max_examples
LONGEST = 10
"""Seconds of the processor that no small file may take."""

jobs = st.sampled_from([*JOBS, "compared with it", "compared from it"])
shapes = st.sampled_from(("old", "new", "redline"))


def files(pair: Pair, shape: str) -> tuple[bytes, bytes]:
    """A file that stays whole, and the one that is made hostile."""
    if shape == "redline":
        return pair.old, compared(pair)[1]
    return (pair.new, pair.old) if shape == "old" else (pair.old, pair.new)


def paths(folder: Path) -> tuple[TextArgument, TextArgument]:
    """Both files, as arguments."""
    return TextArgument(folder / "whole.docx"), TextArgument(folder / "hostile.docx")


@settings(max_examples=EXAMPLES)
@given(pair=st.sampled_from(CORPUS), shape=shapes, job=jobs, seed=st.integers(0, 2**32))
def test_a_hostile_file_gives_whole_results_or_one_line_and_none(pair: Pair, shape: str, job: str, seed: int) -> None:
    whole, file = files(pair, shape)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "whole.docx").write_bytes(whole)
        (folder / "hostile.docx").write_bytes(mutant(file, seed))
        begun = time.process_time()

        ends_well(job, *paths(folder), folder / "out" / "x.docx")

        assert time.process_time() - begun < LONGEST
