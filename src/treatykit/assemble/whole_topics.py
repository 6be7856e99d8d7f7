"""Lets a reference to a topic of several articles name them all: Article 51 to Article 53."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatykit.model.content import Block, Inline, Paragraph, Reference, Story, Text
from treatykit.model.properties import Role
from treatykit.model.walk import map_story

Ends = tuple[str, str, str]
"""The key of a topic's first article, what stands between, and the key of its last."""


def ends_of(blocks: Sequence[Block]) -> Ends | None:
    """The ends of what a topic says; None where it is one article or none."""
    return _ends(_articles(blocks))


def shared_ends(proposals: Iterable[Sequence[Block]]) -> Ends | None:
    """The ends of what is proposed on a topic; None where proposals have not the same number of articles.

    They are numbered beside each other, so that with the same number all of them have the same ends.
    """
    spoken = [keys for keys in map(_articles, proposals) if keys]
    return _ends(spoken[0]) if len({len(keys) for keys in spoken}) == 1 else None


def _articles(blocks: Sequence[Block]) -> Sequence[str]:
    named = (block.key for block in blocks if isinstance(block, Paragraph) and block.role is Role.ARTICLE and block.key)
    return tuple(dict.fromkeys(named))


def _ends(keys: Sequence[str]) -> Ends | None:
    return (keys[0], " and " if len(keys) == 2 else " to ", keys[-1]) if len(keys) > 1 else None


def citing_whole_topics(blocks: Story, several: Mapping[str, Ends]) -> Story:
    """The blocks, with each reference to one of these topics going to all of its articles.

    Args:
        several: By topic, without the one that the blocks are of: there a reference goes to its first article.
    """

    def all_of(inline: Inline) -> Iterator[Inline]:
        ends = several.get(inline.target or "") if isinstance(inline, Reference) else None
        if ends is None or not isinstance(inline, Reference):
            yield inline
            return
        first, between, last = ends
        yield from (
            Reference(first, "", inline.format),
            Text(between, inline.format),
            Reference(last, "", inline.format),
        )

    def spoken(paragraph: Paragraph) -> Paragraph:
        return Paragraph(tuple(each for inline in paragraph.inlines for each in all_of(inline)), paragraph.mark)

    return map_story(blocks, spoken) if several else blocks
