"""What a document is called, and what is set as a heading."""

from __future__ import annotations

import pytest
from tests.writers import samples

from treatykit.model.document import Document, Meta, Status
from treatykit.model.properties import Role
from treatykit.writers.html import write_html
from treatykit.writers.titles import printed_title, standing, title_of

BODY = samples.paragraph(Role.BODY, "AGREEMENT ON FRONTIER WATERCOURSES")
TITLE = samples.paragraph(Role.TITLE, samples.went("Framework ", 1), samples.came("Comprehensive ", 1), "Treaty")


def test_the_title_is_the_one_among_the_facts_then_the_one_in_the_text_then_its_first_words() -> None:
    assert title_of(Document(body=(BODY, TITLE), meta=Meta(title="A  Treaty"))) == "A Treaty"
    assert title_of(Document(body=(BODY, TITLE))) == "Comprehensive Treaty"
    assert title_of(Document(body=(samples.paragraph(Role.BODY), BODY))) == "AGREEMENT ON FRONTIER WATERCOURSES"


def test_a_text_that_begins_with_a_long_paragraph_has_no_title() -> None:
    assert title_of(Document(body=(samples.paragraph(Role.BODY, "The Parties shall act. " * 9),))) == "Untitled text"
    assert (
        title_of(Document(body=(samples.paragraph(Role.ITEM, "The Parties shall act.", label="1."),)))
        == "Untitled text"
    )
    assert title_of(Document()) == "Untitled text"


def test_the_title_in_the_text_reads_as_it_does_now() -> None:
    assert printed_title(Document(body=(TITLE,))) == "Comprehensive Treaty"


@pytest.mark.parametrize(
    ("words", "class_"),
    [
        ("Article 2 – Transit", "body heading-line is-article"),
        ("Article 2. The two Contracting Parties have agreed that:", "body run-in is-article leads-in"),
    ],
)
def test_a_sentence_behind_a_number_is_set_as_a_paragraph(words: str, class_: str) -> None:
    assert f'class="{class_}"' in write_html(Document(body=(samples.paragraph(Role.BODY, words),)))


def test_the_head_of_a_page_says_how_far_the_text_has_come_and_when() -> None:
    assert standing(Meta(status=Status.NEGOTIATING, date="3 May 2031")) == "Negotiating text, 3 May 2031"
    assert standing(Meta(status=Status.IN_FORCE)) == "In force"
    assert standing(Meta(date="3 May 2031")) == "3 May 2031"
    assert standing(Meta()) == ""
