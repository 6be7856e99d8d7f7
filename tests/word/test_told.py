"""What a redline cannot give back is told, and its words come back all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.judge.told import judge
from tests.word.body import p
from tests.word.package_builder import A4, docx
from tests.word.pair import Line, Pair
from tests.word.pairs_headers import led, running
from tests.word.redlined import redlined
from tests.word.tables import row, table

from treatykit.diagnostics import Severity

HEADER = {"header1.xml": running("Draft of the Chair")}
ENDED = f"<w:sectPr>{A4}</w:sectPr>"


def headed(first: str, last: str) -> bytes:
    """A text of two paragraphs, the first of which may end a section, with a header for one of them."""
    return docx(p("The treaty.", look=first), p("The annex."), section=last, parts=HEADER)


PAIRS = (
    Pair(
        name="a section break before a table",
        line=Line.UNTRACKED,
        old=docx(p("The treaty."), table(row("Karvela", "Tesmar")), p("Done.")),
        new=docx(p("The treaty.", look=ENDED), table(row("Karvela", "Tesmar")), p("Done.")),
    ),
    Pair(
        name="a section break put in behind a header",
        line=Line.UNTRACKED,
        old=headed("", led(header1="default") + A4),
        new=headed(f"<w:sectPr>{led(header1='default')}{A4}</w:sectPr>", A4),
    ),
    Pair(
        name="a section break taken out before a header",
        line=Line.UNTRACKED,
        old=headed(ENDED, led(header1="default") + A4),
        new=headed("", led(header1="default") + A4),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_section_break_that_stays_as_in_the_new_file_is_told(pair: Pair) -> None:
    made = redlined(pair)
    back = judge(made.file, "reject", exact=True)

    assert judge(made.file, "accept", exact=True) == made.new
    assert replace(back, sections=(), running={}) == replace(made.old, sections=(), running={})
    assert back.sections == made.new.sections
    assert [one.severity for one in made.comparison.diagnostics if one.code == "section-break"] == [Severity.WARNING]
