"""What LibreOffice makes of the redlines of the corpus: it opens them all, and decides them as the judge does.

Where it departs from the standard is written down in docs/analysis/tracked-changes.md.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from tests.judge.office import ACCEPT, REJECT, SHOW, printed
from tests.judge.said import line, paragraphs
from tests.judge.told import judge
from tests.word.corpus import CORPUS
from tests.word.pair import Pair, Promise
from tests.word.redlined import redlined

pytestmark = pytest.mark.soffice


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What LibreOffice prints of both files of each pair, and of the redline accepted and rejected, in one go."""
    files: dict[str, tuple[bytes, str]] = {}
    for pair in CORPUS:
        marked = redlined(pair).file
        files |= {
            f"{pair.name}, old": (pair.old, SHOW),
            f"{pair.name}, new": (pair.new, SHOW),
            f"{pair.name}, accepted": (marked, ACCEPT),
            f"{pair.name}, rejected": (marked, REJECT),
        }
    return printed(files, tmp_path_factory.mktemp("office"))


def _judged(pair: Pair) -> ParameterSet:
    """A pair; one that LibreOffice is known to decide otherwise, with the reason. Another version may do better."""
    reason = pair.broken.get(Promise.OFFICE)
    known = () if reason is None else pytest.mark.xfail(reason=reason, strict=False)
    return pytest.param(pair, id=pair.name, marks=known)


EACH = pytest.mark.parametrize("pair", [_judged(pair) for pair in CORPUS])


@EACH
def test_libreoffice_opens_it_and_decides_it_as_we_do(pair: Pair, prints: dict[str, list[str]]) -> None:
    for decided, plain in (("accepted", "new"), ("rejected", "old")):
        assert prints[f"{pair.name}, {decided}"] == prints[f"{pair.name}, {plain}"]


@EACH
def test_the_judge_finds_the_words_that_libreoffice_finds(pair: Pair, prints: dict[str, list[str]]) -> None:
    for decision in ("accept", "reject"):
        told = judge(redlined(pair).file, decision, exact=True)
        found = " ".join(line(paragraph) for paragraph in paragraphs(told.body))
        assert found.split() == " ".join(prints[f"{pair.name}, {decision}ed"]).split()
