"""Which facts a text needs at its head or foot, so that its form says most of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.markup.manuscript.expecting import HEADED
from treatykit.markup.manuscript.facts import Brackets, Facts, Headings, Numbers
from treatykit.markup.manuscript.numbers import heading_number, item_number
from treatykit.markup.manuscript.tracking import hand_of
from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Inline,
    Paragraph,
    Story,
    Table,
    Text,
)
from treatykit.model.document import Document
from treatykit.model.outline import Division, Outline
from treatykit.model.pending import story_revisions
from treatykit.model.properties import Role, TableRole
from treatykit.model.walk import paragraphs, stories


def facts_of(document: Document, view: Outline) -> Facts:
    """What has to be said of a document and its outline."""
    words = list(inlines(document))
    openings = [inline for inline in words if isinstance(inline, BracketOpen | BracketNext)]
    unagreed = bool(openings) or any(isinstance(inline, BracketClose) for inline in words)
    bracketed = any("[" in inline.value for inline in words if isinstance(inline, Text))
    codes = (stance.party for opening in openings for stance in opening.stances)
    return Facts(
        meta=document.meta,
        codes=tuple(dict.fromkeys((*(party.code for party in document.meta.parties), *codes))),
        numbers=_numbers(document.body),
        headings=_headings(view),
        brackets=Brackets.WORDS if bracketed and not unagreed else Brackets.UNAGREED,
        hand=hand_of([revision for story in stories(document) for revision in story_revisions(story)]),
    )


def headings_of(view: Outline) -> dict[int, Division | None]:
    """The paragraphs that are written as headings, each with what it opens; a title opens nothing."""
    opened = {division.start: division for division in view.walk() if division.role is not Role.ITEM}
    return {
        index: opened.get(index)
        for index, block in enumerate(view.story)
        if isinstance(block, Paragraph) and (block.role in HEADED or (block.role is Role.BODY and index in opened))
    }


def closings_of(view: Outline) -> frozenset[int]:
    """The blocks with which closing words begin; a line across the page stands before each."""
    headings = headings_of(view)
    found: set[int] = set()
    closing = titled = False
    for index, block in enumerate(view.story):
        if index in headings:
            is_title = isinstance(block, Paragraph) and block.role is Role.TITLE
            closing = closing and is_title and titled
            titled = titled or is_title
        elif not closing and _closes(block):
            closing = True
            found.add(index)
    return frozenset(found)


def inlines(document: Document) -> Iterator[Inline]:
    """Every inline of a document."""
    for paragraph in paragraphs(document):
        yield from paragraph.inlines


def _closes(block: Block) -> bool:
    """Whether a block belongs to the closing words of a treaty."""
    if isinstance(block, Table):
        return block.role is TableRole.SIGNATURES
    return isinstance(block, Paragraph) and block.role in (Role.TESTIMONIUM, Role.SIGNATURE)


def _numbers(body: Story) -> Numbers:
    """What most numbers are; where there are none, whether words look like some."""
    found = [block for block in body if isinstance(block, Paragraph) and block.role not in HEADED]
    labels = [block.label for block in found if block.label]
    if labels:
        return Numbers.TYPED if 2 * sum(label.typed for label in labels) > len(labels) else Numbers.COUNTED
    return Numbers.WORDS if any(item_number(_first_words(block), alone=True) for block in found) else Numbers.COUNTED


def _headings(view: Outline) -> Headings:
    """What most headings are; a plain paragraph is written as one where its words read like one."""
    found = [block for at in headings_of(view) if isinstance(block := view.story[at], Paragraph)]
    found = [block for block in found if block.role is not Role.TITLE]
    if any(block.label for block in found):
        return Headings.NUMBERED
    if 2 * sum(block.role is Role.BODY for block in found) > len(found):
        return Headings.PLAIN
    begin_with_numbers = any(heading_number(_first_words(block), alone=True) for block in found)
    return Headings.WORDS if begin_with_numbers else Headings.NUMBERED


def _first_words(paragraph: Paragraph) -> str:
    first = paragraph.inlines[0] if paragraph.inlines else None
    return first.value if isinstance(first, Text) else ""
