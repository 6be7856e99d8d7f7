"""The generated documents really vary: a property over them cannot pass for the wrong reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeVar

from hypothesis import Phase, given, settings
from hypothesis.strategies import SearchStrategy
from tests.edit_strategies import document_pairs
from tests.revision_strategies import marked_documents
from tests.strategies import documents

from treatykit.model.content import BracketOpen, Inline, NoteReference, Paragraph, Reference, Slot, Table
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines
from treatykit.model.properties import UNFORMATTED
from treatykit.model.walk import paragraphs

_Value = TypeVar("_Value")


def never_made(
    strategy: SearchStrategy[_Value], kinds: Mapping[str, Callable[[_Value], bool]], examples: int
) -> set[str]:
    """The kinds of value that a strategy does not make in so many examples, the same ones every time."""
    missing = set(kinds)

    @settings(max_examples=examples, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(strategy)
    def look(value: _Value) -> None:
        missing.difference_update([kind for kind in missing if kinds[kind](value)])

    look()
    return missing


def _holds(kind: type[Inline]) -> Callable[[Document], bool]:
    return lambda document: any(isinstance(one, kind) for text in paragraphs(document) for one in text.inlines)


def _is_bold(inline: Inline) -> bool:
    return bool(getattr(inline, "format", UNFORMATTED).bold)


def test_documents_vary() -> None:
    kinds: dict[str, Callable[[Document], bool]] = {
        "slot": _holds(Slot),
        "reference": _holds(Reference),
        "note": _holds(NoteReference),
        "bracket": _holds(BracketOpen),
        "table": lambda made: any(isinstance(block, Table) and len(block.rows) > 1 for block in made.body),
        "typed label": lambda made: any(one.label and one.label.typed for one in paragraphs(made)),
        "counted label": lambda made: any(one.label and not one.label.typed for one in paragraphs(made)),
        "deep item": lambda made: any(one.level == 3 for one in paragraphs(made)),
        "format": lambda made: any(_is_bold(inline) for one in paragraphs(made) for inline in one.inlines),
        "headers": lambda made: len(made.headers) == 2,
    }

    assert not never_made(documents(), kinds, examples=200)


def test_pairs_vary() -> None:
    kinds: dict[str, Callable[[tuple[Document, Document]], bool]] = {
        "equal": lambda pair: pair[0] == pair[1],
        "move": lambda pair: _moved(*pair),
        "merge": lambda pair: _merged(*pair),
        "split": lambda pair: _merged(*reversed(pair)),
    }

    assert not never_made(document_pairs(), kinds, examples=600)


def test_redlines_vary() -> None:
    def contested(marked: Document) -> bool:
        """An insertion by one author was deleted by another."""
        inlines = (inline for paragraph in paragraphs(marked) for inline in paragraph.inlines)
        return any(len({revision.author for revision in inline.revisions}) == 2 for inline in inlines)

    assert not never_made(marked_documents(), {"contested": contested}, examples=100)


def _texts(document: Document) -> list[tuple[Inline, ...]]:
    return [block.inlines for block in document.body if isinstance(block, Paragraph)]


def _moved(old: Document, new: Document) -> bool:
    return old != new and sorted(map(repr, old.body)) == sorted(map(repr, new.body))


def _merged(old: Document, new: Document) -> bool:
    joined = [normal_inlines(first + second) for first, second in pairwise(_texts(old)) if first and second]
    return any(text in joined for text in _texts(new))
