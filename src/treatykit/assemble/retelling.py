"""Retells what the clause notation says as an annotation: paragraphs that nothing counts, fills or decides.

A list keeps its numbers as words, a table is told row by row, a bracket and a blank are
told in plain words, and a reference to what the text does not hold names its subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    NoteReference,
    Paragraph,
    Reference,
    Slot,
    Table,
    Text,
)
from treatykit.model.numbering import UNITED_NATIONS, labelled
from treatykit.model.plain import inlines_text, story_text
from treatykit.model.properties import Properties, Role, RunFormat
from treatykit.records import dataclass

BOLD: Final = RunFormat(bold=True)
ITALIC: Final = RunFormat(italic=True)

_DEEPEST_HEADING: Final = 3


def heading(level: int, *inlines: Inline) -> Paragraph:
    """A heading: of an annotation at level 1, of a part of it at level 2."""
    return _paragraph(Role.ANNOTATION_HEADING, level, inlines)


def paragraph(*inlines: Inline) -> Paragraph:
    """A paragraph of an annotation."""
    return _paragraph(Role.ANNOTATION, 1, inlines)


def point(*inlines: Inline) -> Paragraph:
    """A point of a list in an annotation."""
    return _paragraph(Role.ANNOTATION, 2, inlines)


@dataclass(frozen=True, slots=True)
class Retelling:
    """Retells words that may speak of the text.

    Attributes:
        keys: What references can go to.
        subject: How what a reference goes to is named where the text does not hold it.
    """

    keys: frozenset[str]
    subject: Callable[[str], str]

    def blocks(self, spoken: Iterable[Block]) -> Iterator[Paragraph]:
        """The paragraphs of an annotation that say what these blocks say."""
        for block in labelled(tuple(spoken), UNITED_NATIONS):
            match block:
                case Paragraph():
                    yield self._retold(block)
                case Table():
                    yield from self._rows(block)
                case _:
                    raise AssertionError("the clause notation has no such blocks")

    def inlines(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        """The words, with nothing in them that a reader of the text could take for a part of it."""
        return tuple(told for inline in inlines for told in self._inline(inline))

    def _retold(self, spoken: Paragraph) -> Paragraph:
        words = self.inlines(spoken.inlines)
        match spoken.role:
            case Role.HEADING:
                return heading(_DEEPEST_HEADING, *words)
            case Role.ITEM:
                number = (Text(f"{spoken.label.text} "),) if spoken.label else ()
                return _paragraph(Role.ANNOTATION, spoken.level + 1, (*number, *words))
            case Role.WRAP_UP:
                return _paragraph(Role.ANNOTATION, max(spoken.level, 1), words)
            case _:
                return paragraph(*words)

    def _rows(self, table: Table) -> Iterator[Paragraph]:
        """The rows below the head, each cell behind the heading of its column."""
        head, *rows = [[_cell(cell.blocks) for cell in row.cells] for row in table.rows]
        for row in rows:
            inlines: list[Inline] = []
            for title, words in zip(head, row, strict=True):
                inlines += [*([Text("; ")] if inlines else []), *title, *([Text(": ")] if title else []), *words]
            yield point(*self.inlines(inlines))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case Slot(name):
                yield Text(name.rpartition(".")[2].replace("_", " "), inline.format)
            case Reference(str(target)) if target not in self.keys:
                topic = target.partition("#")[0]
                if topic in self.keys:
                    yield Reference(topic, "", inline.format)
                else:
                    yield Text(self.subject(topic), inline.format)
            case DefinitionOpen() | DefinitionClose():
                pass
            case NoteReference(blocks):
                yield Text(f" ({story_text(blocks)})")
            case BracketOpen() | BracketNext() | BracketClose():
                yield Text(inlines_text((inline,)))
            case _:
                yield inline


def _paragraph(role: Role, level: int, inlines: Iterable[Inline]) -> Paragraph:
    return Paragraph(tuple(inlines), Mark(properties=Properties(role=role, level=level)))


def _cell(blocks: Iterable[Block]) -> list[Inline]:
    return [inline for block in blocks if isinstance(block, Paragraph) for inline in block.inlines]
