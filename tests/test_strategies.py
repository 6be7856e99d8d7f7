"""The generated documents really vary: a property over them cannot pass for the wrong reason."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import Phase, find, settings
from tests.strategies import document_pairs, documents, marked_documents

from treatykit.model.content import BracketOpen, Inline, NoteReference, Paragraph, Reference, Slot, Table
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines
from treatykit.model.properties import UNFORMATTED
from treatykit.model.walk import paragraphs

_MANY = settings(max_examples=3000, database=None, phases=[Phase.generate])  # the first one found will do


def _any_inline(kind: type) -> Callable[[Document], bool]:
    return lambda document: any(
        isinstance(one, kind) for paragraph in paragraphs(document) for one in paragraph.inlines
    )


@pytest.mark.parametrize(
    "wanted",
    [
        *map(_any_inline, (Slot, Reference, NoteReference, BracketOpen)),
        lambda document: any(isinstance(block, Table) and len(block.rows) > 1 for block in document.body),
        lambda document: any(one.label and one.label.typed for one in paragraphs(document)),
        lambda document: any(one.label and not one.label.typed for one in paragraphs(document)),
        lambda document: any(one.level == 3 for one in paragraphs(document)),
        lambda document: any(
            getattr(i, "format", UNFORMATTED).bold for one in paragraphs(document) for i in one.inlines
        ),
        lambda document: len(document.headers) == 2,
    ],
)
def test_documents_vary(wanted: Callable[[Document], bool]) -> None:
    find(documents(), wanted, settings=_MANY)


def _texts(document: Document) -> list[tuple[Inline, ...]]:
    return [block.inlines for block in document.body if isinstance(block, Paragraph)]


def _moved(old: Document, new: Document) -> bool:
    return old != new and sorted(map(repr, old.body)) == sorted(map(repr, new.body))


def _merged(old: Document, new: Document) -> bool:
    joined = [normal_inlines(first + second) for first, second in pairwise(_texts(old)) if first and second]
    return any(text in joined for text in _texts(new))


def _split(old: Document, new: Document) -> bool:
    return _merged(new, old)


@pytest.mark.parametrize("wanted", [_moved, _merged, _split])
def test_pairs_vary(wanted: Callable[[Document, Document], bool]) -> None:
    find(document_pairs(), lambda pair: wanted(*pair), settings=_MANY)


def test_redlines_hold_an_insertion_deleted_by_another() -> None:
    def contested(document: Document) -> bool:
        return any(
            len({revision.author for revision in inline.revisions}) == 2
            for paragraph in paragraphs(document)
            for inline in paragraph.inlines
        )

    find(marked_documents(), contested, settings=_MANY)
