"""Annotations are compared with the text, and are no part of it."""

from __future__ import annotations

from tests.compare.plain_redlines import article, document, item

from treatykit.compare import changes, compare
from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.document import Document
from treatykit.model.properties import Properties, Role


def heading(words: str, level: int = 1) -> Paragraph:
    return Paragraph((Text(words),), Mark(properties=Properties(role=Role.ANNOTATION_HEADING, level=level)))


def remark(words: str) -> Paragraph:
    return Paragraph((Text(words),), Mark(properties=Properties(role=Role.ANNOTATION, level=1)))


PEACE = (article(1, "Peace"), item("1.", "There is peace between the Parties."))
END = (article(2, "End"), item("1.", "This Treaty never ends."))
ON_PEACE = (
    heading("Annotation to Article 1"),
    remark("Peace shall come first, within thirty days."),
    heading("Sources", 2),
    remark("A treaty of 1979."),
)
ON_THE_END = (heading("Annotation to Article 2"), remark("Few treaties end."))


def told(old: Document, new: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each change its kind, its place and what it touches."""
    found = changes(compare(old, new))
    return [
        (change.kind.value, change.new_place or change.old_place, tuple(each.value for each in change.touches))
        for change in found
    ]


def test_an_annotation_is_one_change_and_touches_nothing() -> None:
    old, new = document(*PEACE, *END), document(*PEACE, *ON_PEACE, *END, *ON_THE_END)

    assert told(old, new) == [
        ("inserted", "Annotation to Article 1", ()),
        ("inserted", "Annotation to Article 2", ()),
    ]
    assert [kind for kind, _, _ in told(new, old)] == ["deleted", "deleted"]


def test_a_paragraph_of_an_annotation_that_came_alone_is_a_change_of_its_own() -> None:
    old, new = document(*PEACE, *ON_PEACE[:2], *END), document(*PEACE, *ON_PEACE, *END)

    assert told(old, new) == [("inserted", "Annotation to Article 1", ())] * 2


def test_an_article_comes_with_its_annotation() -> None:
    old, new = document(*PEACE), document(*PEACE, *END, *ON_THE_END)

    assert [(kind, place) for kind, place, _ in told(old, new)] == [("inserted", "Article 2")]


def test_an_edit_in_an_annotation_touches_nothing() -> None:
    old = document(*PEACE, heading("Annotation to Article 1"), remark("Peace shall come within thirty days."))
    new = document(*PEACE, heading("Annotation to Article 1"), remark("Peace may come within sixty days."))

    assert {touches for _, _, touches in told(old, new)} == {()}
