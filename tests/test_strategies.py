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

from treatykit.model.content import BracketOpen, Cell, Inline, NoteReference, Paragraph, Reference, Row, Slot, Table
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines
from treatykit.model.plain import story_text
from treatykit.model.properties import UNFORMATTED
from treatykit.model.revisions import reformattings
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
        "uneven widths": lambda made: any(len(set(one.properties.widths)) > 1 for one in _tables(made)),
        "table style": lambda made: any(one.properties.style for one in _tables(made)),
        "table property": lambda made: any(one.properties.other for one in _tables(made)),
        "header row": lambda made: any(one.rows[0].header for one in _tables(made)),
        "row property": lambda made: any(row.properties.other for one in _tables(made) for row in one.rows),
        "shaded cell": lambda made: any(
            cell.properties.other for one in _tables(made) for row in one.rows for cell in row.cells
        ),
    }

    assert not never_made(documents(), kinds, examples=200)


def test_pairs_vary() -> None:
    kinds: dict[str, Callable[[tuple[Document, Document]], bool]] = {
        "equal": lambda pair: pair[0] == pair[1],
        "move": lambda pair: _moved(*pair),
        "merge": lambda pair: _merged(*pair),
        "split": lambda pair: _merged(*reversed(pair)),
        "table restyled": lambda pair: _relaid(*pair, lambda table: [table.properties]),
        "row restyled": lambda pair: _relaid(*pair, lambda table: [row.properties for row in table.rows]),
        "cell restyled": lambda pair: _relaid(
            *pair, lambda table: [cell.properties for row in table.rows for cell in row.cells]
        ),
    }

    assert not never_made(document_pairs(), kinds, examples=600)


def test_redlines_vary() -> None:
    def contested(marked: Document) -> bool:
        """An insertion by one author was deleted by another."""
        inlines = (inline for paragraph in paragraphs(marked) for inline in paragraph.inlines)
        return any(len({revision.author for revision in inline.revisions}) == 2 for inline in inlines)

    kinds: dict[str, Callable[[Document], bool]] = {
        "contested": contested,
        "table restyled": lambda marked: any(table.revisions for table in _tables(marked)),
        "row restyled": lambda marked: any(map(_is_restyled, (row for table in _tables(marked) for row in table.rows))),
        "cell restyled": lambda marked: any(
            map(_is_restyled, (cell for table in _tables(marked) for row in table.rows for cell in row.cells))
        ),
    }

    assert not never_made(marked_documents(), kinds, examples=200)


def _tables(document: Document) -> list[Table]:
    return [block for block in document.body if isinstance(block, Table)]


def _is_restyled(node: Row | Cell) -> bool:
    return bool(reformattings(node.revisions))


def _texts(document: Document) -> list[tuple[Inline, ...]]:
    return [block.inlines for block in document.body if isinstance(block, Paragraph)]


def _moved(old: Document, new: Document) -> bool:
    return old != new and sorted(map(repr, old.body)) == sorted(map(repr, new.body))


def _relaid(old: Document, new: Document, looks: Callable[[Table], list[object]]) -> bool:
    """A table has kept its words, and not its looks."""
    pairs = zip(_tables(old), _tables(new), strict=False)
    return any(story_text((was,)) == story_text((now,)) and looks(was) != looks(now) for was, now in pairs)


def _merged(old: Document, new: Document) -> bool:
    joined = [normal_inlines(first + second) for first, second in pairwise(_texts(old)) if first and second]
    return any(text in joined for text in _texts(new))
