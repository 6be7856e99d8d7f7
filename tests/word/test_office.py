"""What LibreOffice makes of the redlines of the corpus: it opens them, and finds the words that the judge finds.

It takes a tenth of a second a pair, so that every fifth pair is tried, and all of them with `TREATYKIT_OFFICE=all`.
Where it departs from the standard is written down in docs/analysis/tracked-changes.md.
"""

from __future__ import annotations

import os

import pytest
from _pytest.mark import ParameterSet
from tests.judge.note_signs import signed
from tests.judge.office import ACCEPT, REJECT, printed
from tests.judge.said import line, paragraphs
from tests.judge.told import judge
from tests.word.corpus import CORPUS
from tests.word.pair import Pair, Promise
from tests.word.redlined import redlined

pytestmark = pytest.mark.soffice
TRIED = CORPUS if os.environ.get("TREATYKIT_OFFICE") == "all" else CORPUS[::5]


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What LibreOffice prints of each redline, accepted and rejected; one process opens them."""
    files: dict[str, tuple[bytes, str]] = {}
    for pair in TRIED:
        marked = redlined(pair).file
        files |= {f"{pair.name}, accept": (marked, ACCEPT), f"{pair.name}, reject": (marked, REJECT)}
    return printed(files, tmp_path_factory.mktemp("office"))


def _judged(pair: Pair) -> ParameterSet:
    """A pair; one that LibreOffice is known to decide otherwise, with the reason. Another version may do better."""
    reason = pair.broken.get(Promise.OFFICE)
    known = () if reason is None else pytest.mark.xfail(reason=reason, strict=False)
    return pytest.param(pair, id=pair.name, marks=known)


@pytest.mark.parametrize("pair", [_judged(pair) for pair in TRIED])
def test_the_judge_finds_the_words_that_libreoffice_finds(pair: Pair, prints: dict[str, list[str]]) -> None:
    for decision in ("accept", "reject"):
        told = judge(redlined(pair).file, decision, exact=True)
        found = " ".join(line(paragraph) for paragraph in paragraphs(signed(told.body)))
        assert found.split() == " ".join(prints[f"{pair.name}, {decision}"]).split()
