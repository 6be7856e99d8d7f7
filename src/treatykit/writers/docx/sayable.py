"""Turn a document into one that Word can say without the files it came from.

A picture whose bytes are not at hand, an embedded object, a note in a header: each is
printed as words in its place, with the revisions it had, so that nothing goes in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, assert_never

from treatykit.model.content import (
    Block,
    Field,
    Image,
    Inline,
    Mark,
    NoteReference,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.plain import story_text
from treatykit.ooxml.format_xml import parsed
from treatykit.ooxml.names import NAMESPACES, qn

# Fields that fetch, run or embed something when Word updates them: a text from elsewhere must not bring one.
_UNSAFE_FIELDS: Final = frozenset(
    {"DDE", "DDEAUTO", "LINK", "IMPORT", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE", "EMBED", "ADDIN"}
    | {"MACROBUTTON", "GOTOBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "CONTROL", "PRINT", "HTMLACTIVEX", "PRIVATE"}
)
_EQUATIONS: Final = (qn("m:oMath"), qn("m:oMathPara"))


def sayable(document: Document) -> Document:
    """The document with words in place of what cannot be carried over."""
    headers = tuple(replace(header, blocks=_story(header.blocks, notes=False)) for header in document.headers)
    return normalise(replace(document, body=_story(document.body, notes=True), headers=headers))


def _story(story: Story, *, notes: bool) -> Story:
    return tuple(_block(block, notes=notes) for block in story)


def _block(block: Block, *, notes: bool) -> Block:
    match block:
        case Paragraph():
            return replace(block, inlines=tuple(found for each in block.inlines for found in _inline(each, notes)))
        case Table():
            rows = (
                replace(
                    row,
                    cells=tuple(replace(cell, blocks=_story(cell.blocks, notes=notes)) for cell in row.cells),
                )
                for row in block.rows
            )
            return replace(block, rows=tuple(rows))
        case OpaqueBlock():
            words = Text(f"[{block.description or 'object'}]", revisions=block.revisions)
            return Paragraph((words,), Mark(revisions=block.revisions))
        case _:
            assert_never(block)


def _inline(inline: Inline, notes: bool) -> Iterator[Inline]:
    match inline:
        case Image():
            yield Text(f"[{inline.description or 'picture'}]", revisions=inline.revisions)
        case OpaqueInline() if not is_equation(inline):
            yield Text(f"[{inline.description or 'object'}]", revisions=inline.revisions)
        case NoteReference() if not notes:
            yield Text(f" ({' '.join(story_text(inline.blocks).split())})", revisions=inline.revisions)
        case NoteReference():
            # A note holds no notes.
            yield replace(inline, blocks=_story(inline.blocks, notes=False))
        case Field() if _is_unsafe(inline.instruction):
            yield Text(inline.text, inline.format, revisions=inline.revisions)
        case _:
            yield inline


def is_equation(inline: OpaqueInline) -> bool:
    """Whether the content stands on its own: an equation that leads to no other part."""
    elements = list(parsed((inline.xml,)))
    return (
        len(elements) == 1
        and elements[0].tag in _EQUATIONS
        and not any(name.startswith(f"{{{NAMESPACES['r']}}}") for node in elements[0].iter("*") for name in node.attrib)
    )


def _is_unsafe(instruction: str) -> bool:
    words = instruction.split(maxsplit=1)
    return not words or words[0].upper() in _UNSAFE_FIELDS
