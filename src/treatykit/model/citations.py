"""How one place of a text cites another, in words that follow its number.

A citation is made of parts, since in Word every number of it is a live field of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from treatykit.model.content import Inline, Milestone, OpaqueBlock, Paragraph, Reference, Story
from treatykit.model.document import Document
from treatykit.model.headings import noun_and_order
from treatykit.model.outline import Division, Outline, cited_parts, outline
from treatykit.model.properties import Role
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.model.walk import map_document, paragraphs
from treatykit.records import dataclass


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


@dataclass(frozen=True, slots=True)
class CitedText:
    """What references cite: the text before or after the pending changes, block by block as in the document.

    Attributes:
        body: In place of what only the other text has stands something that nobody cites.
        targets: Keys to the blocks that have them.
    """

    body: Story
    view: Outline
    targets: dict[str, int]

    def citation(self, target: str, here: int | None = None, *, opens: bool = False) -> str:
        """What a reference to a key prints; see `citation`."""
        parts = citation(self.view, self.targets[target], here, opens=opens)
        return "".join(part.words + part.number for part in parts)

    def citations(self, target: str) -> tuple[str, ...]:
        """What references to a key print, from anywhere and from within its article; nothing of what is not here."""
        places = (None, self.targets[target]) if target in self.targets else ()
        return tuple(self.citation(target, here) for here in places)


def cited_text(body: Story, gone: Callable[[Revisions], Revision | None]) -> CitedText:
    """One of the two texts of a body.

    Args:
        gone: `departure` for the new text, `arrival` for the old one.
    """
    blocks = tuple(
        (OpaqueBlock("") if gone(block.mark.revisions) else _as_it_was(block, gone))
        if isinstance(block, Paragraph)
        else block
        for block in body
    )
    return CitedText(blocks, outline(blocks), target_indexes(blocks))


def refer(document: Document) -> Document:
    """The document with the text of its references made from the labels of their targets."""
    return _referring(document, lambda _: True)


def follow(document: Document, known: Iterable[Document]) -> Document:
    """The document with each reference that cites its target as a known text does citing it as this one does.

    Whatever else a reference prints stands: its words are not ours.

    Args:
        known: Texts without pending changes whose numbers the references may still print, besides this one's own;
            not asked for where nothing refers.
    """
    references = (inline for one in paragraphs(document) for inline in one.inlines if isinstance(inline, Reference))
    if not any(reference.target for reference in references):
        return document
    texts = [cited_text(text.body, departure) for text in (document, *known)]

    def cites(target: str, printed: str) -> bool:
        return any(printed.lower() == one.lower() for text in texts for one in text.citations(target))

    return _referring(document, lambda reference: cites(reference.target or "", reference.text))


def _referring(document: Document, renewed: Callable[[Reference], bool]) -> Document:
    new = cited_text(document.body, departure)
    old = cited_text(document.body, arrival)

    def placed(paragraph: Paragraph, here: int | None) -> Paragraph:
        first = opening_reference(paragraph)
        return replace(
            paragraph, inlines=tuple(referred(inline, here, opens=inline is first) for inline in paragraph.inlines)
        )

    def referred(inline: Inline, here: int | None, *, opens: bool) -> Inline:
        if not isinstance(inline, Reference) or inline.target is None:
            return inline
        text = old if departure(inline.revisions) else new
        if inline.target not in text.targets or not renewed(inline):
            return inline
        return replace(inline, text=text.citation(inline.target, here, opens=opens) or inline.text)

    # cells, notes and headers name the article; only what stands in it may say "paragraph 2"
    everywhere = map_document(document, lambda paragraph: placed(paragraph, None))
    body = (
        placed(block, index) if isinstance(block, Paragraph) else block for index, block in enumerate(everywhere.body)
    )
    return replace(everywhere, body=tuple(body))


def _as_it_was(block: Paragraph, gone: Callable[[Revisions], Revision | None]) -> Paragraph:
    if gone is departure:
        return block
    return replace(block, mark=replace(block.mark, properties=block.mark.original, revisions=()))


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
    shared = _shared_article(path, view.path(here)) if here is not None else 0
    cited = cited_parts(path[shared:], path[:shared])
    parts = [CitedNumber(words, mark, division.start) for words, mark, division in cited]
    if parts and is_sole_annex(cited[0][2]):
        parts[0] = replace(parts[0], words=f"the {parts[0].words}")
    if opens and parts:
        parts[0] = replace(parts[0], words=parts[0].words[:1].upper() + parts[0].words[1:])
    return tuple(parts)


def is_sole_annex(division: Division) -> bool:
    """Whether it is an annex without a number, of which a sentence says ``the Annex``."""
    return division.role is Role.ANNEX and noun_and_order(division.label) == ("annex", "")


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


def _shared_article(path: tuple[Division, ...], around: tuple[Division, ...]) -> int:
    """How much of a path ends with the article that it shares with its surroundings; nothing of the article itself."""
    for depth, division in enumerate(path, start=1):
        if division.role is Role.ARTICLE and division in around and depth < len(path):
            return depth
    return 0
