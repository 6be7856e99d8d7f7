"""How one place of a text cites another, in words that follow its number.

A citation is made of parts, since in Word every number of it is a live field of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from treatykit.model.content import Inline, Milestone, Paragraph, Reference, Story
from treatykit.model.document import Document
from treatykit.model.outline import Division, Outline, cited_parts, outline
from treatykit.model.properties import Role
from treatykit.model.revisions import departure
from treatykit.model.walk import map_document


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """One number of a citation, with what a live reference needs to follow it.

    Attributes:
        words: What stands before it, ``, paragraph ``.
        number: ``Article 7``, ``2`` or ``(b)``.
        index: The block of the body whose number it is.
    """

    words: str
    number: str
    index: int


def refer(document: Document) -> Document:
    """The document with the text of its references made from the labels of their targets."""
    view = outline(document.body)
    targets = target_indexes(document.body)

    def placed(paragraph: Paragraph, here: int | None) -> Paragraph:
        first = opening_reference(paragraph)
        return replace(
            paragraph, inlines=tuple(referred(inline, here, opens=inline is first) for inline in paragraph.inlines)
        )

    def referred(inline: Inline, here: int | None, *, opens: bool) -> Inline:
        if not isinstance(inline, Reference) or inline.target not in targets:
            return inline
        parts = citation(view, targets[inline.target], here, opens=opens)
        return replace(inline, text="".join(part.words + part.number for part in parts) or inline.text)

    # cells, notes and headers name the article; only what stands in it may say "paragraph 2"
    everywhere = map_document(document, lambda paragraph: placed(paragraph, None))
    body = (
        placed(block, index) if isinstance(block, Paragraph) else block for index, block in enumerate(everywhere.body)
    )
    return replace(everywhere, body=tuple(body))


def citation(view: Outline, target: int, here: int | None = None, *, opens: bool = False) -> tuple[CitedNumber, ...]:
    """How the block `target` of the body is cited.

    Args:
        view: The outline of the body.
        target: The index of the block that is meant.
        here: The index of the block that cites it: within one article its number is
            left out. None names the article always.
        opens: The citation opens a sentence, and so its first word has a capital.
    """
    path = view.path(target)
    if here is not None:
        path = _beyond_shared_article(path, view.path(here))
    parts = [CitedNumber(words, mark, division.start) for words, mark, division in cited_parts(path)]
    if opens and parts:
        parts[0] = replace(parts[0], words=parts[0].words[:1].upper() + parts[0].words[1:])
    return tuple(parts)


def opening_reference(paragraph: Paragraph) -> Inline | None:
    """The reference that a paragraph begins with, milestones aside, if it begins with one."""
    first = next((inline for inline in paragraph.inlines if not isinstance(inline, Milestone)), None)
    return first if isinstance(first, Reference) else None


def target_indexes(body: Story) -> dict[str, int]:
    """Where the paragraphs with a key stand; of several with the same key, the first that is not on its way out."""
    found: dict[str, int] = {}
    leaving: dict[str, int] = {}
    for index, block in enumerate(body):
        if isinstance(block, Paragraph) and block.key is not None:
            (leaving if departure(block.mark.revisions) else found).setdefault(block.key, index)
    return leaving | found


def _beyond_shared_article(path: tuple[Division, ...], around: tuple[Division, ...]) -> tuple[Division, ...]:
    for depth, division in enumerate(path):
        if division.role is Role.ARTICLE and division in around and depth + 1 < len(path):
            return path[depth + 1 :]
    return path
