"""Parts the wording of a clause into articles or annexes, and joins competing wordings under one heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from treatykit.assemble.bracketing import Wording, bracketed
from treatykit.assemble.paragraphs import Speaker
from treatykit.markup import syntax
from treatykit.model.content import Block, BracketClose, BracketNext, BracketOpen, Inline, Paragraph, Stance
from treatykit.model.properties import Role
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """An article, an annex, or a stretch of recitals, which has no heading.

    Attributes:
        alias: A second name by which references find the heading.
    """

    heading: Paragraph | None
    body: tuple[Block, ...]
    alias: str | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The heading, then what stands under it."""
        return (self.heading, *self.body) if self.heading else self.body


@dataclass(frozen=True, slots=True)
class Proposal:
    """What some parties want a topic to say; without articles, nothing."""

    parties: tuple[str, ...]
    articles: tuple[Article, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The articles one after another."""
        return tuple(chain.from_iterable(article.blocks for article in self.articles))


def articles(speaker: Speaker, title: str, blocks: Sequence[syntax.Block], heading: Role | None) -> tuple[Article, ...]:
    """The articles of a wording.

    Args:
        title: The topic's title, for what stands before the first article of its own.
        heading: The role of their headings; None for recitals and a testimonium.
    """
    if heading is None:
        body = speaker.body(blocks)
        return (Article(None, body),) if body else ()
    parted = tuple(_parted(speaker, title, blocks, heading))
    return _keyed(parted, speaker.voice.topic)


def competing(proposals: Sequence[Proposal]) -> tuple[Block, ...]:
    """What parties propose, in one bracket; under one article's number where several propose one article each."""
    alone = [proposal.articles[0] for proposal in proposals if len(proposal.articles) == 1]
    headings = [article.heading for article in alone if article.heading]
    if len(headings) == len(proposals) > 1:
        bodies = [Wording(proposal.parties, proposal.articles[0].body) for proposal in proposals]
        return (_joint_heading(proposals, headings), *bracketed(bodies))
    return bracketed([Wording(proposal.parties, proposal.blocks) for proposal in proposals])


def _parted(speaker: Speaker, title: str, blocks: Sequence[syntax.Block], role: Role) -> Iterator[Article]:
    at = next((at for at, block in enumerate(blocks) if _holds_articles(block)), len(blocks))
    if leading := blocks[:at]:
        yield from _article(speaker, syntax.Article((syntax.Text(title),), blocks=tuple(leading)), role)
    for block in blocks[at:]:
        match block:
            case syntax.Article():
                yield from _article(speaker, block, role)
            case syntax.BlockBracket(options):
                codes = speaker.voice.codes
                yield Article(
                    None,
                    competing(
                        [
                            Proposal(
                                tuple(codes[code] for code in option.parties),
                                tuple(_parted(speaker, title, option.blocks, role)),
                            )
                            for option in options
                        ]
                    ),
                )
            case _:
                yield Article(None, speaker.body([block]))


def _article(speaker: Speaker, article: syntax.Article, role: Role) -> Iterator[Article]:
    body = speaker.body(article.blocks)
    says_something = any(not isinstance(block, syntax.DraftingNote) for block in article.blocks)
    if says_something:
        yield Article(speaker.heading(article.title, role, article.label), body)
    elif body:
        yield Article(None, body)  # silence, with the note that says why


def _holds_articles(block: syntax.Block) -> bool:
    match block:
        case syntax.Article():
            return True
        case syntax.BlockBracket(options):
            return any(_holds_articles(inner) for option in options for inner in option.blocks)
        case _:
            return False


def _keyed(found: tuple[Article, ...], topic: str) -> tuple[Article, ...]:
    """The articles, the first of them under the topic's own name; another without a name has its number there."""
    keyed: list[Article] = []
    count = 0
    for article in found:
        heading = article.heading
        if heading is None:
            keyed.append(article)
            continue
        count += 1
        key = topic if count == 1 else heading.key or f"{topic}#{count}"
        named = replace(heading, mark=replace(heading.mark, key=key))
        keyed.append(replace(article, heading=named, alias=heading.key if count == 1 else article.alias))
    return tuple(keyed)


def _joint_heading(proposals: Sequence[Proposal], headings: Sequence[Paragraph]) -> Paragraph:
    """One heading for all, with the titles in a bracket where they differ."""
    if len({heading.inlines for heading in headings}) == 1:
        return headings[0]
    titles: list[Inline] = []
    for proposal, heading in zip(proposals, headings, strict=True):
        stances = tuple(Stance(party) for party in proposal.parties)
        titles += [BracketNext(stances) if titles else BracketOpen(stances), *heading.inlines]
    return replace(headings[0], inlines=(*titles, BracketClose()))
