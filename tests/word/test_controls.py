"""A content control comes and goes with its words: nothing empty is left of it, and no range around it."""

from __future__ import annotations

import pytest
from tests.judge.package import DOCUMENT, parts
from tests.word.corpus import CORPUS
from tests.word.redlined import redlined

from treatykit.model.decide import Decision
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided

PUT_IN, TAKEN_OUT = "a content control put in with its words", "a content control taken out with its words"


@pytest.mark.parametrize(
    ("name", "decision", "controls"),
    [
        (PUT_IN, Decision.ACCEPT, 1),
        (PUT_IN, Decision.REJECT, 0),
        (TAKEN_OUT, Decision.ACCEPT, 0),
        (TAKEN_OUT, Decision.REJECT, 1),
    ],
)
def test_a_control_is_decided_with_its_words(name: str, decision: Decision, controls: int) -> None:
    marked = redlined(next(pair for pair in CORPUS if pair.name == name)).file
    assert parts(marked)[DOCUMENT].count(b"<w:customXml") == 4

    decided = parts(write_docx_decided(read_docx(marked, "redline.docx").document, decision))[DOCUMENT]

    assert decided.count(b"<w:sdt>") == controls
    assert b"<w:customXml" not in decided
