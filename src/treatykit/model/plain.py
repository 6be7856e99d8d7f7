"""The words of a document as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    NoteReference,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Position,
    Reference,
    Slot,
    Stance,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document

BLANK = "______"
"""How an unfilled slot is printed, in every format."""

NO_TEXT = "no text"
"""What stands in an option that proposes to say nothing, as negotiating texts have it."""


def attribution(stances: tuple[Stance, ...]) -> str:
    """Who says what of a bracketed text, as printed after the bracket: ``A, B`` or ``A; C opposes``."""
    proposers = [stance.party for stance in stances if stance.position is Position.PROPOSES]
    others = [f"{stance.party} {stance.position}" for stance in stances if stance.position is not Position.PROPOSES]
    return "; ".join([", ".join(proposers), *others] if proposers else others)


def inline_text(inline: Inline) -> str:
    """The characters that an inline prints; a note prints its sign and nothing of its story."""
    match inline:
        case Text(value):
            return value
        case Slot():
            return BLANK
        case Reference(_, text) | Field(_, text):
            return text
        case NoteReference(_, _, symbol):
            return symbol or ""
        case Break():
            return "\n"
        case Image(_, description) | OpaqueInline(_, description):
            return f"[{description}]" if description else ""
        case BracketOpen(stances):
            return f"[{_prefix(stances)}"
        case BracketNext(stances):
            return f"][{_prefix(stances)}"
        case BracketClose():
            return "]"
        case DefinitionOpen() | DefinitionClose():
            return ""
        case _:
            assert_never(inline)


def inlines_text(inlines: Iterable[Inline]) -> str:
    """The characters that a run of inlines prints."""
    return "".join([inline.value if isinstance(inline, Text) else inline_text(inline) for inline in inlines])


def paragraph_text(paragraph: Paragraph) -> str:
    """The words of a paragraph with its label, ``(b) to refrain from …``."""
    words = inlines_text(paragraph.inlines)
    return f"{paragraph.label.text} {words}".rstrip() if paragraph.label else words


def story_text(story: Story) -> str:
    """The words of a story, a line a paragraph, cells of a row parted by tabs."""
    return "\n".join(_block_text(block) for block in story)


def plain_text(document: Document) -> str:
    """The words of the body, a line a paragraph."""
    return story_text(document.body)


def _block_text(block: Block) -> str:
    match block:
        case Paragraph():
            return paragraph_text(block)
        case Table(rows):
            return "\n".join("\t".join(story_text(cell.blocks) for cell in row.cells) for row in rows)
        case OpaqueBlock(_, description):
            return f"[{description}]" if description else ""
        case _:
            assert_never(block)


def _prefix(stances: tuple[Stance, ...]) -> str:
    return f"{attribution(stances)}: " if stances else ""
