"""The head of a page: one line, on which nothing is cut that there is room for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.thoroughness import thorough
from tests.writers import samples
from tests.writers.docx_specimens import WordFile

from treatykit.model.document import Document, Meta, Status
from treatykit.model.properties import Role
from treatykit.ooxml.names import qn
from treatykit.writers.docx.treaty_styles import TEXT_WIDTH
from treatykit.writers.faces import width
from treatykit.writers.page_head import _GAP, _LINE, PageHead, page_head

_WORDS = st.text("Wiclm ", max_size=90)


def _head(title: str, symbol: str = "", date: str = "") -> PageHead:
    status = Status.NEGOTIATING if date else None
    body = (samples.paragraph(Role.TITLE, title),)
    return page_head(Document(body=body, meta=Meta(symbol=symbol, date=date, status=status)))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Treaty on Peace and Cooperation around Lake Issol", "Treaty on Peace and Cooperation around Lake Issol"),
        (
            "Confidential: the delegation of the Federation of Ostrel",
            "Confidential: the delegation of the Federation of Ostrel",
        ),
        ("Treaty on Peace between the Republic of Karvela and the Republic of Tesmar", "Treaty on Peace"),
        (
            "Agreement between the Government of Karvela and the Government of Tesmar on Transit",
            "Agreement between the Government of Karvela and the Government of …",
        ),
        ("", ""),
    ],
)
def test_a_title_loses_only_what_there_is_no_room_for(title: str, printed: str) -> None:
    assert _head(title, "KAR-TES/9", "11 April 2031").title == printed


@settings(max_examples=thorough(60))
@given(_WORDS, st.text("Wi/", max_size=30), st.text("3 Mayi", max_size=30))
def test_the_title_meets_neither_the_symbol_nor_the_date(title: str, symbol: str, date: str) -> None:
    head = _head(title, symbol, date)
    half = width(head.title) / 2

    if head.title:
        for words, free in ((head.symbol, head.middle), (head.standing, 1 - head.middle)):
            assert free * _LINE - half >= (width(words) + _GAP if words else 0) - 1e-9


@settings(max_examples=thorough(60))
@given(_WORDS, st.text("Wi/", max_size=30))
def test_one_word_more_of_a_title_that_is_cut_would_be_too_much(title: str, symbol: str) -> None:
    head = _head(title, symbol, "3 May 2031")
    words = title.split()

    if head.title.endswith(" …"):
        more = words[: len(head.title.split())]
        least = f"{' '.join(more)} …" if len(more) < len(words) else " ".join(more)
        others = sum(width(each) + _GAP for each in (head.symbol, head.standing) if each)
        assert width(least) + others > _LINE


def test_a_title_stands_in_the_middle_of_the_line_if_it_can() -> None:
    assert _head("Treaty on Peace", "KAR-TES/9", "11 April 2031").middle == pytest.approx(0.5)
    assert _head("Treaty on Peace and Cooperation around the Great Lake Issol", "", "3 May 2031").middle < 0.5


def test_in_word_a_tab_stop_of_its_own_sets_the_title_aside_only_where_it_must_be() -> None:
    long = "Confidential: the delegation of the Federation of Ostrel"
    middle = round(_head(long, date="11 April 2031").middle * TEXT_WIDTH)

    assert _stops("Treaty on Peace") == []
    assert _stops(long) == [(str(middle), "center"), (str(TEXT_WIDTH // 2), "clear")]


def _stops(title: str) -> list[tuple[str | None, str | None]]:
    meta = Meta(date="11 April 2031", status=Status.NEGOTIATING)
    file = WordFile(Document(body=(samples.paragraph(Role.TITLE, title),), meta=meta))
    return [(stop.get(qn("w:pos")), stop.get(qn("w:val"))) for stop in file.find("//w:tabs/w:tab", "header1")]
