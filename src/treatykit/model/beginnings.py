"""Where another text begins in one file: the same treaty in another language, or a protocol that counts anew."""

from __future__ import annotations

from treatykit.model.content import Block, Paragraph, Story
from treatykit.model.heading_words import FIRST
from treatykit.model.headings import Opening, is_title, noun_and_order, words_of
from treatykit.model.properties import Role

TITLED_ROLES = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.ANNEX)
_FEWEST_ARTICLES = 3
"""Articles of a text that is over when they are counted anew; a redline may hold an old Article 1 after a new one."""


def texts(story: Story, openings: tuple[Opening | None, ...]) -> frozenset[int]:
    """Where another text begins in a story: its other language, or a protocol with articles of its own.

    It begins where an article is the first one again and nothing wider has opened since the last; or
    where the first article, chapter or part has a word of another language. The lines in capitals above it,
    below the last article, are its title.

    Args:
        story: With articles of all its texts.
        openings: What each of its blocks opens.

    Returns:
        The blocks with which those texts begin.
    """
    found: set[int] = set()
    nouns: dict[Role, str] = {}
    last = -1  # the last article
    count = 0  # of articles since the text began
    wider = False  # something wider has opened since
    for index, opening in enumerate(openings):
        if opening is None or opening.role not in TITLED_ROLES:
            continue
        noun, order = noun_and_order(opening.label)
        known = nouns.get(opening.role, noun)
        again = opening.role is Role.ARTICLE and not wider and noun == known and count >= _FEWEST_ARTICLES
        if last >= 0 and order in FIRST and (again or noun != known) and index not in found:
            found.add(_title_above(story, last, index))
            nouns.clear()
            count = 0
        nouns[opening.role] = noun
        wider = opening.role is not Role.ARTICLE
        if opening.role is Role.ARTICLE:
            last, count = index, count + 1
    return frozenset(found)


def _title_above(story: Story, last: int, index: int) -> int:
    """The first of the lines in capitals between an article and the beginning of a text; else the beginning."""
    lines = [at for at in range(last + 2, index) if _is_in_capitals(story[at])]
    at = lines[-1] if lines else index
    while at - 1 in lines:
        at -= 1
    return at


def _is_in_capitals(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role not in (Role.BODY, Role.HEADING, Role.TITLE):
        return False
    words = words_of(block)
    return block.role is Role.TITLE or (words.isupper() and len(words.split()) > 1 and is_title(words))
