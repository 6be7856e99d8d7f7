"""JSON: what is written reads back, and what does not fit is refused with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from tests.revision_strategies import marked_documents
from tests.strategies import documents

from treatykit.errors import UnreadableError
from treatykit.model.content import Paragraph, Text
from treatykit.model.document import Document, Meta
from treatykit.model.serialise import FORMAT, from_json, to_json
from treatykit.model.sources import Package, Source
from treatykit.model.walk import paragraphs


@given(documents() | marked_documents())
def test_what_is_written_reads_back(document: Document) -> None:
    read = from_json(to_json(document))

    assert read == document
    assert read.meta == document.meta
    assert [paragraph.key for paragraph in paragraphs(read)] == [paragraph.key for paragraph in paragraphs(document)]


@given(documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert to_json(document) == to_json(from_json(to_json(document)))


def test_packages_travel_along() -> None:
    package = Package("a.docx", b"PK\x00\xff")

    assert from_json(to_json(Document(packages=(package,)))).packages == (package,)


def test_places_travel_along_as_records() -> None:
    place = Source("a.docx", "word/document.xml", 2, stop=5)
    text = to_json(Document(body=(Paragraph((Text("Peace", source=(place,)),)),)))
    (read,) = paragraphs(from_json(text))

    assert read.inlines[0].source == (place,)
    assert json.loads(text)["document"]["body"][0]["inlines"][0]["source"] == [
        {"package": "a.docx", "part": "word/document.xml", "element": 2, "stop": 5}
    ]


def test_the_format_is_named_first() -> None:
    assert to_json(Document(meta=Meta(title="Treaty"))).startswith('{\n "format": "treatykit-document/1"')


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (None, "document"),
        ({"body": [{"type": "Paragraf"}]}, "document.body[0]"),
        ({"body": [{"type": "Paragraph", "words": "x"}]}, "document.body[0]"),
        ({"body": [{"type": "Paragraph", "inlines": [{"type": "Text", "value": 3}]}]}, "body[0].inlines[0].value"),
        ({"body": [{"type": "Paragraph", "mark": {"properties": {"role": "king"}}}]}, "mark.properties.role"),
        ({"meta": {"status": "lost"}}, "document.meta.status"),
    ],
)  # fmt: skip
def test_data_that_do_not_fit_are_refused_with_their_place(document: object, place: str) -> None:
    with pytest.raises(UnreadableError, match=place.replace("[", r"\[").replace("]", r"\]")) as refusal:
        from_json(json.dumps({"format": FORMAT, "document": document}), "treaty.json")

    assert str(refusal.value).startswith("treaty.json: ")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{}", "it names no format"),
        ('{"articles": ["Peace."]}', "it names no format"),
        ("[1]", "it names no format"),
        ('{"format": "other/1"}', 'its format is "other/1"'),
        ('{"format": {"a": 1}}', 'its format is {"a": 1}'),
    ],
)
def test_what_is_wrong_with_foreign_json_is_said(text: str, found: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        from_json(text, "x.json")

    assert str(refused.value) == (
        f"x.json: this is no text of treatykit: {found} — only JSON that treatykit wrote is read; "
        f'it begins with \'"format": "{FORMAT}"\''
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"format": "other/1"}', "[" * 100_000])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        from_json(text)
