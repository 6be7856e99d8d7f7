"""Tells apart the labels that competing wordings share, so that what a party proposes cites its own proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from treatykit.assemble.articles import Article, Proposal
from treatykit.model.content import Block, Paragraph, Reference, Story
from treatykit.model.walk import map_story, story_paragraphs

_LABEL: Final = "#"
"""What stands in the key of a paragraph before its label; the key of a topic has none."""

_Names = Mapping[tuple[str, str], str]
"""By party and key: the name under which that key is found in the wording that this party proposes."""


def told_apart(topics: Sequence[tuple[Proposal, ...]]) -> tuple[tuple[Proposal, ...], ...]:
    """The proposals for each topic, each label given once, and the references of a proposal leading to its own party's.

    Where several parties stand behind a wording, it cites what the first of them proposes. A reference in a wording
    that is agreed leads to the first wording with that label.
    """
    names = {key: name for proposals in topics for key, name in _new_names(proposals)}
    return tuple(tuple(_named(proposal, names) for proposal in proposals) for proposals in topics)


def _new_names(proposals: Sequence[Proposal]) -> Iterator[tuple[tuple[str, str], str]]:
    if all(_is_one_paragraph(proposal) for proposal in proposals):
        return  # they share one number, and often one paragraph
    taken: set[str] = set()
    for count, proposal in enumerate(proposals, start=1):
        keys = set(_keys(proposal))
        for key in sorted(keys & taken):
            for party in proposal.parties:
                yield (party, key), f"{key}-{count}"
        taken |= keys


def _is_one_paragraph(proposal: Proposal) -> bool:
    return len(proposal.articles) == 0 or (len(proposal.articles) == 1 and len(proposal.articles[0].body) <= 1)


def _keys(proposal: Proposal) -> Iterator[str]:
    for article in proposal.articles:
        if article.alias:
            yield article.alias
        for paragraph in story_paragraphs(article.blocks):
            if paragraph.key and _LABEL in paragraph.key:
                yield paragraph.key


def _named(proposal: Proposal, names: _Names) -> Proposal:
    if not proposal.parties or not names:
        return proposal
    party = proposal.parties[0]

    def name(key: str) -> str:
        return names.get((party, key), key)

    def named(paragraph: Paragraph) -> Paragraph:
        key = paragraph.key and name(paragraph.key)
        inlines = tuple(
            replace(inline, target=name(inline.target)) if isinstance(inline, Reference) and inline.target else inline
            for inline in paragraph.inlines
        )
        return replace(paragraph, inlines=inlines, mark=replace(paragraph.mark, key=key))

    def all_named(story: Story) -> tuple[Block, ...]:
        return map_story(story, named)

    return replace(
        proposal,
        articles=tuple(
            Article(
                named(article.heading) if article.heading else None,
                all_named(article.body),
                name(article.alias) if article.alias else None,
            )
            for article in proposal.articles
        ),
    )
