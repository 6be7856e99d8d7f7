"""References of two Word files that lead to the same bookmark: a number that only counts on is the same reference."""

from __future__ import annotations

import pytest
from tests.word.body import field, p
from tests.word.package_builder import docx

from treatykit.app.followed import follow_bookmarks
from treatykit.model.document import Document
from treatykit.model.plain import plain_text
from treatykit.readers.docx import read_docx


def citing(code: str, printed: str) -> Document:
    """A text with a reference."""
    return read_docx(docx(p("Subject to ", field(code, printed), ".")), "x.docx").document


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        (r"REF _Ref1 \n \h", "Article 2", "Article 3"),
        (r"REF _Ref1 \r", "(a)", "(b)"),
        (r"REF _Ref1 \w \h", "II.1", "III.1"),
    ],
)
def test_a_number_that_only_counts_on_is_that_of_the_new_text(code: str, old: str, new: str) -> None:
    followed = follow_bookmarks(citing(code, old), citing(code, new))

    assert followed == citing(code, new)
    assert plain_text(followed) == f"Subject to {new}."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((r"REF _Ref1 \n", "Article 2"), (r"REF _Ref2 \n", "Article 3")),
        ((r"REF _Ref1 \n", "Article 2"), (r"REF _Ref1 \w", "Article 3")),
        ((r"REF _Ref1 \n", "Article 2"), (r"REF _Ref1 \n", "Error! Reference source not found.")),
        (("REF _Ref1", "transit"), ("REF _Ref1", "trade")),
        (("PAGEREF _Ref1", "2"), ("PAGEREF _Ref1", "3")),
    ],
)
def test_any_other_reference_stays_as_it_was(before: tuple[str, str], after: tuple[str, str]) -> None:
    old = citing(*before)

    assert plain_text(follow_bookmarks(old, citing(*after))) == plain_text(old)


def test_a_bookmark_whose_number_is_printed_in_two_ways_is_not_followed() -> None:
    code = r"REF _Ref1 \n"
    both = docx(p("See ", field(code, "Article 3"), " and ", field(code, "Article 4"), "."))
    old = citing(code, "Article 2")

    assert follow_bookmarks(old, read_docx(both, "x.docx").document) == old
