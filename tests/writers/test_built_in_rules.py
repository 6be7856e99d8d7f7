"""The built-in rules that are left out: those for every element, and not one that shows in what we print."""

from __future__ import annotations

import pytest
from tests.writers import samples

from treatykit.model.document import Document
from treatykit.writers import pdf
from treatykit.writers.built_in_rules import without_rules_for_all
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.typesetter import typesetter


def _for_every_element(sheet: object) -> set[str]:
    return {rule[3] for rule in sheet.matcher.other_selectors if rule[3]}  # type: ignore[attr-defined]


def test_the_signs_and_texts_of_notes_and_markers_of_every_element_are_left_out() -> None:
    built_in = typesetter().UA_STYLESHEET
    rules = len(built_in.matcher.other_selectors)

    lean = without_rules_for_all(built_in)

    assert "footnote-call" in _for_every_element(built_in)
    assert _for_every_element(lean) == set()
    assert len(lean.matcher.other_selectors) == rules - 6
    assert len(built_in.matcher.other_selectors) == rules


@pytest.mark.parametrize(
    ("document", "options"),
    [(samples.clean(), DEFAULT_OPTIONS), (samples.redline(), WriteOptions(report=samples.report()))],
    ids=["clean", "redline"],
)
def test_the_pages_are_the_same_without_them(
    document: Document, options: WriteOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = pdf.write_pdf(document, options)

    monkeypatch.setattr(pdf, "without_rules_for_all", lambda sheet: sheet)

    assert pdf.write_pdf(document, options) == written
