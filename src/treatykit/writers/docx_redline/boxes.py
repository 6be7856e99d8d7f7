"""Let text boxes that went hang on their paragraph again, where Word can strike them.

The model has a box as a table behind the paragraph that it hangs on (docs/analysis/reading.md); in Word it is a
drawing among the words, and goes as a drawing does (docs/analysis/in-place-redline.md, Text boxes).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from treatykit.model.content import (
    Block,
    Field,
    Inline,
    Mark,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Reference,
    Story,
    Table,
    Text,
)
from treatykit.model.revisions import arrival, departure, reformattings
from treatykit.model.sources import Source, slice_sources
from treatykit.ooxml.cutting import Piece, pieces
from treatykit.ooxml.leaves import TEXT, Step, walk
from treatykit.ooxml.names import qn
from treatykit.ooxml.word_story import as_word_says
from treatykit.writers.docx_redline.desk import Desk

BOX: Final = qn("w:txbxContent")
_CHARACTERS: Final = frozenset(qn(f"w:{name}") for name in ("tab", "ptab", "noBreakHyphen", "softHyphen", "sym"))


def with_boxes_in_place(desk: Desk, story: Story) -> Story:
    """The story with each box of another package that went as a drawing in the paragraph before it."""
    if not any(isinstance(block, Table) for block in story):
        return story
    blocks: list[Block] = []
    seen: set[Source] = set()
    for block in story:
        last = blocks[-1] if blocks else None
        anchor = _anchor(desk, block) if isinstance(block, Table) and isinstance(last, Paragraph) else None
        if anchor is None or not isinstance(last, Paragraph) or not isinstance(block, Table):
            blocks.append(block)
            continue
        source, characters = anchor
        if source not in seen:  # a drawing may hold several boxes
            drawing = OpaqueInline("", "text box", revisions=block.rows[0].revisions, source=(source,))
            blocks[-1] = replace(last, inlines=tuple(_put_in(last.inlines, characters, drawing)))
            seen.add(source)
    return tuple(blocks)


def without_added_ends(desk: Desk, story: Story) -> Story:
    """The story without paragraphs that came or went and that no file has: a reader put them behind a last box."""
    return tuple(
        block
        for before, block in zip((None, *story), story, strict=False)
        if not (isinstance(before, Table) and _is_added(block) and _was_box(desk, before))
    )


def _is_added(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.inlines or block.mark.source:
        return False
    return (arrival(block.mark.revisions) or departure(block.mark.revisions)) is not None


def _was_box(desk: Desk, table: Table) -> bool:
    packages = {desk.key: desk.target, **{key: one.source for key, one in desk.borrowers.items()}}
    found = (packages[one.package].element(one.part, one.element) for one in table.source if one.package in packages)
    return any(element is not None and element.tag == BOX for element in found)


def with_boxes_at_the_end(desk: Desk, story: Story) -> Story:
    """The same of all that a cell, a note or a box held, where the last box of it hangs on its closing paragraph.

    A reader puts an empty paragraph behind such a box, since the model has it as a table there.
    """
    placed = with_boxes_in_place(desk, story)
    if len(placed) == len(story) or len(placed) < 2 or not isinstance(story[-2], Table):
        return placed
    last, added = placed[-2:]
    if not isinstance(last, Paragraph) or added != Paragraph((), Mark()):
        return placed
    closing = replace(last.mark, revisions=reformattings(last.mark.revisions))
    return (*placed[:-2], replace(last, mark=closing))


def told_around_boxes(desk: Desk, part: str, story: Story, *, spaced: bool = False) -> Iterator[Block]:
    """The story as `as_word_says` has it, where boxes that stand are no walls: they hang on their paragraphs.

    Nor is what is kept unread and went, since it is not brought back.

    Args:
        part: Of the edited package, where the story stands.
        spaced: A spacer may stand behind a closing mark that comes or goes.
    """
    apart = [_is_no_wall(desk, part, one) for one in story]
    told = iter(
        as_word_says(tuple(one for one, is_apart in zip(story, apart, strict=True) if not is_apart), spaced=spaced)
    )
    yield from (one if is_apart else next(told) for one, is_apart in zip(story, apart, strict=True))


def _is_no_wall(desk: Desk, part: str, block: Block) -> bool:
    if isinstance(block, Paragraph):
        return False
    home = desk.home(block.source, part)
    return home is None if isinstance(block, OpaqueBlock) else home is not None and home.tag == BOX


def holds_box(piece: Piece) -> bool:
    """Whether a text box hangs there."""
    return next(piece.element.iter(BOX), None) is not None


def behind_boxes(here: Sequence[Piece], there: tuple[etree._Element, int], first: int, last: int) -> int | None:
    """The place between two that is behind as many text boxes as another place; None where no box stands between.

    Args:
        here: The pieces of the paragraph.
        there: Another paragraph, and the place in it.
    """
    stops = [piece.stop for piece in here if holds_box(piece)]
    if not any(first < stop <= last for stop in stops):
        return None
    paragraph, place = there
    count = sum(holds_box(piece) and piece.stop <= place for piece in pieces(paragraph))
    return min(max(first, *stops[:count], 0), last)


def _anchor(desk: Desk, table: Table) -> tuple[Source, int] | None:
    """Where the drawing of a struck box stands in its own package, and behind how many characters of its paragraph."""
    if departure(table.rows[0].revisions) is None:
        return None
    for source in desk.foreign(table.source):
        package = desk.borrowers[source.package].source
        box = package.element(source.part, source.element)
        if box is None or box.tag != BOX:
            continue
        around = list(box.iterancestors())
        paragraph = next((one for one in around if one.tag == qn("w:p")), None)
        if paragraph is None:
            continue
        place, before = package.position(source.part, paragraph), 0
        for step in walk(paragraph):
            if step.step is Step.LEAF and step.element in around:
                return Source(source.package, source.part, place, step.start, step.start + step.length), before
            if step.step is Step.LEAF and step.element.tag in TEXT | _CHARACTERS:
                before += step.length
    return None


def _put_in(inlines: Sequence[Inline], characters: int, drawing: OpaqueInline) -> list[Inline]:
    """The inlines with a drawing behind so many characters of the old text."""
    left = characters
    for at, inline in enumerate(inlines):
        length = 0 if arrival(inline.revisions) else _length(inline)
        if left == 0:
            return [*inlines[:at], drawing, *inlines[at:]]
        if isinstance(inline, Text) and left < length:
            halves = _cut(inline, 0, left), drawing, _cut(inline, left, length)
            return [*inlines[:at], *halves, *inlines[at + 1 :]]
        left -= min(left, length)
    return [*inlines, drawing]


def _length(inline: Inline) -> int:
    match inline:
        case Text(value):
            return len(value)
        case Reference() | Field():
            return len(inline.text)
        case _:
            return 0


def _cut(text: Text, start: int, stop: int) -> Text:
    return replace(text, value=text.value[start:stop], source=slice_sources(text.source, start, stop))
