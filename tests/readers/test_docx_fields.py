"""Fields of Word files: references, values, and what is only the words that it showed."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

import pytest
from tests.readers.word_files import field, p, r
from tests.readers.word_texts import document, inlines, read

from treatykit.model.content import (
    Field,
    Reference,
    Text,
)
from treatykit.model.plain import plain_text


@pytest.mark.parametrize("simple", [True, False])
def test_a_reference_field_is_a_reference_and_a_page_number_a_value(simple: bool) -> None:
    def made(code: str, result: str) -> str:
        return f'<w:fldSimple w:instr=" {code} ">{r(result)}</w:fldSimple>' if simple else field(code, result)

    content = (
        r("see ") + made(r"REF _Ref1 \r \h", "Article 7") + made(r"PAGE \* MERGEFORMAT", "3") + made("AUTHOR", "me")
    )

    assert inlines(content) == (Text("see "), Reference(None, "Article 7"), Field("PAGE", "3"), Text("me"))


def test_a_field_over_several_paragraphs_is_transparent() -> None:
    start = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p(start + r("Article 1")) + p(r("Article 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("Peace")

    assert plain_text(document(body)).splitlines() == ["Article 1", "Article 2", "Peace"]


def test_a_field_that_never_ends_loses_no_words() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("Peace")) + p("Treaty")

    reading = read(body)

    assert plain_text(reading.document) == "Peace\nTreaty"
    assert [finding.code for finding in reading.diagnostics] == ["broken-field"]


def test_a_field_in_the_instruction_of_another_shows_nothing() -> None:
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        + field("PAGE", "1")
        + '<w:r><w:instrText> = 1 "yes" "no" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("yes")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert inlines(nested) == (Text("yes"),)
