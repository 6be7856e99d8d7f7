"""A paragraph of a text file is found again in the line where it begins."""

from __future__ import annotations

from typing import Final

from treatykit.app.lines import lines_of
from treatykit.readers.markdown import read_markdown
from treatykit.readers.text import read_text

WRAPPED: Final = """\
Article 1

The Parties shall respect the sovereignty and the territorial integrity of each
other, and shall settle by peaceful means alone whatever difference there is.

The Parties shall meet once a year at a place that they choose in turn, and they
shall report to their Governments on what has been done within the year before.
Article 2
Peace.
"""
MARKDOWN: Final = """\
---
title: Peace
---

## Article 1

1. The Parties *shall* meet.
2. They report
   in writing.

| what | when |
|------|------|
| talk | soon |

Peace[^1].

[^1]: A note.
"""


def test_in_a_text_of_one_paragraph_a_line() -> None:
    text = "Article 1\nPeace.\n\nArticle 2\nPeace.\n"

    assert lines_of(read_text(text.encode(), "t.txt").document.body, text) == (1, 2, 4, 5)


def test_in_a_text_whose_lines_were_wrapped() -> None:
    assert lines_of(read_text(WRAPPED.encode(), "t.txt").document.body, WRAPPED) == (1, 3, 6, 8, 9)


def test_in_markdown() -> None:
    body = read_markdown(MARKDOWN.encode(), "t.md").document.body

    assert lines_of(body, MARKDOWN) == (5, 7, 8, 11, 15)


def test_what_is_not_found_has_no_line_and_the_next_one_is_found_all_the_same() -> None:
    body = read_text(b"One.\nTwo.\nThree.\n", "t.txt").document.body

    assert lines_of(body, "One.\nThree.\n") == (1, None, 2)
