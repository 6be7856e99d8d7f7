"""Walks a wording from beginning to end and tells under what conditions, and to whom, each node is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from treatykit.markup.syntax import (
    Alternative,
    Article,
    Block,
    BlockBracket,
    Blocks,
    Bracket,
    Commentary,
    Condition,
    Definition,
    DraftingNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Reference,
    Section,
    Slot,
    Table,
    Text,
    WrapUp,
)
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A node, where it occurs.

    Attributes:
        conditions: All of them must hold for it to be printed.
        readers: The parties in whose reading of the brackets it stands; None for all.
        in_note: Whether it stands in a drafting note.
    """

    node: Block | Inline
    conditions: tuple[Condition, ...] = ()
    readers: frozenset[str] | None = None
    in_note: bool = False


def occurrences(wording: Alternative | Commentary) -> tuple[Occurrence, ...]:
    """Every block and inline in the order of the text; a footnote where it is referred to."""
    footnotes = wording.footnotes if isinstance(wording, Alternative) else ()
    walk = _Walk({footnote.name: footnote for footnote in footnotes})
    walk.blocks(wording.blocks, Occurrence(Text("")))
    return tuple(walk.found)


class _Walk:
    def __init__(self, footnotes: Mapping[str, Footnote]) -> None:
        self._footnotes = footnotes
        self.found: list[Occurrence] = []

    def blocks(self, blocks: Blocks, around: Occurrence) -> None:
        for block in blocks:
            self._block(block, around)

    def _block(self, block: Block, around: Occurrence) -> None:
        match block:
            case Article(title, _, conditions, blocks) | Section(title, _, conditions, blocks):
                here = _inside(block, around, conditions)
                self.found.append(here)
                self._inlines(title, here)
                self.blocks(blocks, here)
            case Item(inlines, _, conditions, blocks):
                here = _inside(block, around, conditions)
                self.found.append(here)
                self._inlines(inlines, here)
                self.blocks(blocks, here)
            case Paragraph(inlines, _, conditions) | WrapUp(inlines, conditions):
                here = _inside(block, around, conditions)
                self.found.append(here)
                self._inlines(inlines, here)
            case DraftingNote(inlines):
                here = Occurrence(block, around.conditions, around.readers, in_note=True)
                self.found.append(here)
                self._inlines(inlines, here)
            case Table():
                here = _inside(block, around)
                self.found.append(here)
                for row in (block.header, *block.rows):
                    for cell in row:
                        self._inlines(cell, here)
            case BlockBracket(options):
                here = _inside(block, around)
                self.found.append(here)
                for option in options:
                    self.blocks(option.blocks, _read_by(option.parties, here))
            case _:
                assert_never(block)

    def _inlines(self, inlines: Inlines, around: Occurrence) -> None:
        for inline in inlines:
            here = _inside(inline, around)
            self.found.append(here)
            match inline:
                case Emphasis(inner) | Definition(inner):
                    self._inlines(inner, here)
                case Bracket(options):
                    for option in options:
                        self._inlines(option.inlines, _read_by(option.parties, here))
                case FootnoteReference(name):
                    if footnote := self._footnotes.get(name):
                        self._inlines(footnote.inlines, here)
                case Text() | Slot() | Reference():
                    pass
                case _:
                    assert_never(inline)


def _inside(node: Block | Inline, around: Occurrence, conditions: tuple[Condition, ...] = ()) -> Occurrence:
    return Occurrence(node, (*around.conditions, *conditions), around.readers, around.in_note)


def _read_by(parties: tuple[str, ...], around: Occurrence) -> Occurrence:
    if not parties:
        return around
    readers = frozenset(parties) if around.readers is None else around.readers & frozenset(parties)
    return Occurrence(around.node, around.conditions, readers, around.in_note)
