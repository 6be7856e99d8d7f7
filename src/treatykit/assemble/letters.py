"""An exchange of letters: one proposes, the other repeats the proposal and accepts it.

Together they are the agreement (Vienna Convention on the Law of Treaties, Article 13). The forms are those of
diplomatic correspondence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, assert_never

from treatykit.assemble.closing import signature
from treatykit.assemble.draft_schema import Effect, Letter, Party, Signatory
from treatykit.assemble.english import capitalised, long_date
from treatykit.assemble.wording import OPEN_WORDS, Level, Wording
from treatykit.markup.slots import DraftWord
from treatykit.markup.syntax import Register
from treatykit.model.brackets import says_nothing
from treatykit.model.content import (
    Block,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    Paragraph,
    Reference,
    Slot,
    Story,
    Text,
)
from treatykit.model.plain import story_text
from treatykit.model.properties import Alignment, ParagraphFormat, Properties, Role, RunFormat
from treatykit.model.walk import map_story, story_paragraphs
from treatykit.records import dataclass

_SALUTATION: Final = "Excellency,"
_COURTESY: Final = "Please accept, Excellency, the assurances of my highest consideration."
_WIDE: Final = 360  # twentieths of a point
_NARROW: Final = 20
_THIS_ARTICLE: Final = re.compile(r"\b([Tt])his Article\b")
_OUTER_QUOTES: Final = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Who writes to whom, and what the letters are about.

    Attributes:
        names: In whose name each party writes, by code: ``the Republic of Karvela``, or its Government.
    """

    letter: Letter
    wording: Wording
    parties: dict[str, Party]
    names: dict[str, str]

    def text(self, proposal: Story) -> Story:
        """The letter, or the reply to it.

        Args:
            proposal: What is proposed, as `proposed` gives it.
        """
        writer, reader = self.letter.sender, self.letter.to
        if self.letter.reply:
            writer, reader = reader, writer
        words = self._reply(proposal) if self.letter.reply else self._letter(proposal)
        return (
            *self._head(self.parties[writer]),
            *words,
            signature(_person(self.parties[writer])),
            *_address(self.parties[reader]),
        )

    def _head(self, writer: Party) -> Iterator[Paragraph]:
        state = writer.full.removeprefix("the ")
        yield _paragraph(Text(state, RunFormat(bold=True)), alignment=Alignment.CENTRE, keep=True, after=_NARROW)
        if writer.signatory and writer.signatory.title:
            yield _paragraph(Text(writer.signatory.title), alignment=Alignment.CENTRE)
        place = self._word(DraftWord.PLACE)
        yield _paragraph(
            place, Text(", "), self._word(DraftWord.DONE_DATE), alignment=Alignment.RIGHT, before=_WIDE, after=_WIDE
        )

    def _letter(self, proposal: Story) -> Story:
        to, parent = self.names[self.letter.to], self._parent(proposal)
        effect = self._effect("the date of Your Excellency’s reply")
        return (
            _paragraph(Text(_SALUTATION)),
            _paragraph(
                Text("I have the honour to refer to "),
                *parent,
                Text(f" and, on behalf of {self.names[self.letter.sender]}, to propose the following:"),
            ),
            *proposal,
            _paragraph(
                Text(
                    f"If the foregoing is acceptable to {to}, I have the honour to propose that this letter and Your "
                    f"Excellency’s letter in reply {self._make()} {effect}."
                )
            ),
            _paragraph(Text(_COURTESY)),
        )

    def _reply(self, proposal: Story) -> Story:
        to = self.names[self.letter.to]
        return (
            _paragraph(Text(_SALUTATION)),
            _paragraph(
                Text("I have the honour to acknowledge receipt of Your Excellency’s letter of "),
                self._received(),
                Text(", which reads as follows:"),
            ),
            *_quoted(self._letter(proposal)),
            _paragraph(
                Text(
                    f"I have the honour to confirm that the foregoing is acceptable to {to} and that Your Excellency’s "
                    f"letter and this letter in reply {self._make()} {self._effect('today’s date')}."
                ),
                before=_WIDE,
            ),
            _paragraph(Text(_COURTESY)),
        )

    def _parent(self, proposal: Story) -> tuple[Inline, ...]:
        """What the letter refers to; it gets a name where the letter says it again."""
        wording = self.wording
        if not wording.parent_title:
            return (Text(f"the discussions between representatives of {self._two()}"),)
        again = (
            self.letter.effect is Effect.PARENT or f"the {wording.parent}" in story_text(proposal) or _cites(proposal)
        )
        if not again:
            return (Text(wording.parent_title),)
        return (
            Text(f"{wording.parent_title} (hereinafter referred to as “the "),
            DefinitionOpen(),
            Text(wording.parent),
            DefinitionClose(),
            Text("”)"),
        )

    def _two(self) -> str:
        return "our two Governments" if self.wording.level is Level.GOVERNMENTS else "our two States"

    def _make(self) -> str:
        """What both letters make together, up to their effect."""
        register = self.wording.register
        match register:
            case Register.TREATY:
                return f"shall constitute an Agreement between {self._two()}, which shall enter into force"
            case Register.DECLARATION | Register.MEMORANDUM:
                return f"record the Understanding reached between {self._two()}, which will come into effect"
            case _:
                assert_never(register)

    def _effect(self, on_reply: str) -> str:
        effect = self.letter.effect
        match effect:
            case Effect.REPLY:
                return f"on {on_reply}"
            case Effect.PARENT:
                return f"on the same day as the {self.wording.parent}"
            case _:
                assert_never(effect)

    def _received(self) -> Inline:
        day = self.letter.received
        if day is None:
            return Slot("letter.received", prompt="Of which day is the letter?")
        if day == self.wording.date:
            return Text("today’s date")
        return Text(day if isinstance(day, str) else long_date(day))

    def _word(self, word: DraftWord) -> Inline:
        written = self.wording.word(word)
        name, prompt = OPEN_WORDS[word]
        return Slot(name, prompt=prompt) if written is None else Text(written)


def proposed(topics: Sequence[tuple[str, Story]]) -> tuple[Story, dict[str, str]]:
    """What topics say, as the numbered paragraphs of a letter, which has no articles.

    Returns:
        The paragraphs; and by what key each topic is found, where that is not its own name.
    """
    found: list[Block] = []
    names: dict[str, str] = {}
    for topic, blocks in topics:
        spoken = [_in_letter(block) for block in blocks if not _is_heading(block)]
        at = next((at for at, block in enumerate(spoken) if _is_item(block)), None)
        if at is not None:
            first = spoken[at]
            assert isinstance(first, Paragraph)  # noqa: S101 - said for the type checker
            if first.key:
                names[topic] = first.key
            else:
                spoken[at] = replace(first, mark=replace(first.mark, key=topic))
        found += spoken
    if sum(_is_item(block) for block in found) == 1:
        found = [_with_role(block, Role.BODY, 0) if _is_item(block) else block for block in found]
    return map_story(tuple(found), _without_article), names


def _in_letter(block: Block) -> Block:
    """A paragraph of an article as one of a letter: all are numbered, but for the lines of brackets."""
    if not isinstance(block, Paragraph) or block.role is not Role.BODY or says_nothing(block.inlines):
        return block
    return _with_role(block, Role.ITEM, 1)


def _with_role(block: Block, role: Role, level: int) -> Block:
    if not isinstance(block, Paragraph):
        return block
    properties = replace(block.mark.properties, role=role, level=level)
    return replace(block, mark=replace(block.mark, properties=properties))


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.ARTICLE


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.ITEM and block.level == 1


def _without_article(paragraph: Paragraph) -> Paragraph:
    inlines = tuple(
        replace(inline, value=_THIS_ARTICLE.sub(r"\1his letter", inline.value)) if isinstance(inline, Text) else inline
        for inline in paragraph.inlines
    )
    return replace(paragraph, inlines=inlines)


def _cites(proposal: Story) -> bool:
    """Whether the proposal refers to another instrument, whose name is not known yet."""
    return any(
        isinstance(inline, Reference) and ":" in (inline.target or "")
        for paragraph in story_paragraphs(proposal)
        for inline in paragraph.inlines
    )


def _quoted(letter: Story) -> Story:
    """The letter between quotation marks; those in it become single ones."""

    def inner(paragraph: Paragraph) -> Paragraph:
        inlines = tuple(
            replace(inline, value=inline.value.translate(_OUTER_QUOTES)) if isinstance(inline, Text) else inline
            for inline in paragraph.inlines
        )
        return replace(paragraph, inlines=inlines)

    first, *between, last = map_story(letter, inner)
    assert isinstance(first, Paragraph)  # noqa: S101 - said for the type checker
    assert isinstance(last, Paragraph)  # noqa: S101
    opened = replace(first, inlines=(Text("“"), *first.inlines))
    closed = replace(last, inlines=(*last.inlines, Text("”")))
    return (opened, *between, closed)


def _person(party: Party) -> tuple[str, ...]:
    """Who signs for a party, line by line."""
    signatory = party.signatory
    if signatory is None:
        return (f"For {party.full}",)
    return (signatory.name, *_office(signatory, party))


def _address(party: Party) -> Iterator[Paragraph]:
    """To whom a letter goes, at its foot; ``H.E.`` says as much of a man as of a woman."""
    signatory = party.signatory
    if signatory is None:
        yield _paragraph(Text(capitalised(f"the Minister for Foreign Affairs of {party.full}")), before=_WIDE)
        return
    yield _paragraph(Text(f"H.E. {signatory.name}"), keep=True, before=_WIDE, after=_NARROW)
    *lines, last = _office(signatory, party)
    for line in lines:
        yield _paragraph(Text(line), keep=True, after=_NARROW)
    yield _paragraph(Text(last))


def _office(signatory: Signatory, party: Party) -> tuple[str, ...]:
    """In which office somebody writes, line by line."""
    return (signatory.title, f"of {party.full}") if signatory.title else (f"Representative of {party.full}",)


def _paragraph(
    *inlines: Inline, alignment: Alignment | None = None, keep: bool = False, before: int = 0, after: int = 0
) -> Paragraph:
    look = ParagraphFormat(
        alignment=alignment,
        keep_with_next=True if keep else None,
        space_before=before or None,
        space_after=after or None,
    )
    return Paragraph(inlines, Mark(properties=Properties(format=look)))
