"""Puts competing wordings of whole paragraphs into one bracket, each behind those who propose it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Inline,
    Mark,
    Milestone,
    Paragraph,
    Stance,
    Text,
)
from treatykit.model.plain import NO_TEXT
from treatykit.model.properties import ParagraphFormat, Properties, Role
from treatykit.records import dataclass

_WITHOUT_NUMBER: Final = (Role.BODY, Role.RECITAL, Role.TESTIMONIUM)
_LINE: Final = Mark(properties=Properties(format=ParagraphFormat(keep_with_next=True)))


@dataclass(frozen=True, slots=True)
class Wording:
    """What some parties propose.

    Attributes:
        parties: Their codes.
        blocks: Nothing, where they propose to say nothing; a reader is told so.
    """

    parties: tuple[str, ...]
    blocks: tuple[Block, ...]


def bracketed(wordings: Sequence[Wording]) -> tuple[Block, ...]:
    """The wordings one after another in one bracket.

    Wordings of one paragraph without a number stand in one paragraph. Otherwise the
    bracket opens, goes on and closes on lines of its own, as in negotiating texts.
    """
    if not any(wording.blocks for wording in wordings):
        return ()
    if joined := _in_one_paragraph(wordings):
        return (joined,)
    return tuple(_on_lines_of_their_own(wordings))


def _in_one_paragraph(wordings: Sequence[Wording]) -> Paragraph | None:
    paragraphs = [block for wording in wordings for block in wording.blocks if isinstance(block, Paragraph)]
    if any(len(wording.blocks) > 1 for wording in wordings) or len(paragraphs) < sum(bool(w.blocks) for w in wordings):
        return None
    first = paragraphs[0].mark
    if paragraphs[0].role not in _WITHOUT_NUMBER or any(
        each.mark.properties != first.properties for each in paragraphs
    ):
        return None
    if len({each.key for each in paragraphs}) > 1:
        return None
    inlines: list[Inline] = []
    for at, wording in enumerate(wordings):
        inlines.append(_milestone(at, wording.parties))
        said = [inline for block in wording.blocks if isinstance(block, Paragraph) for inline in block.inlines]
        inlines.extend(said or [Text(NO_TEXT)])
    return Paragraph((*inlines, BracketClose()), first)


def _on_lines_of_their_own(wordings: Sequence[Wording]) -> Iterator[Block]:
    for at, wording in enumerate(wordings):
        silence = () if wording.blocks else (Text(NO_TEXT),)
        yield Paragraph((_milestone(at, wording.parties), *silence), _LINE)
        yield from wording.blocks
    yield Paragraph((BracketClose(),))


def _milestone(at: int, parties: Sequence[str]) -> Milestone:
    stances = tuple(Stance(party) for party in parties)
    return BracketNext(stances) if at else BracketOpen(stances)
