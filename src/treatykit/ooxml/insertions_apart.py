"""Keep an insertion at the end of a paragraph apart from one at the start of the next.

LibreOffice joins the two into one that reaches over the mark between them, though nobody inserted
that, and rejecting it joins the paragraphs (docs/analysis/tracked-changes.md, What LibreOffice
makes of it). Both spellings here say the same, and Word writes both.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from treatykit.model.content import Block, Paragraph, Story, Text
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure
from treatykit.model.sources import slice_sources
from treatykit.ooxml.closing_marks import same_look


def keep_apart(story: Story, *, respell: bool) -> Story:
    """The story with what was inserted at the end of paragraphs not touching what was inserted behind them.

    Args:
        story: With its marks where Word has them.
        respell: Where whole paragraphs were inserted behind inserted words, say so as Word does when somebody types
            on: the mark of the paragraph is new, and that of the last new paragraph is the one that was there. Only for
            a text whose lists follow from its properties.
    """
    blocks = list(story)
    for at, (block, after) in enumerate(pairwise(story)):
        if not (isinstance(block, Paragraph) and isinstance(after, Paragraph) and _touch(blocks[at], after)):
            continue
        if (apart := _swapped(block) or _slid(block)) is not None:
            blocks[at] = apart
        elif respell:
            blocks[at:] = _respelled(blocks[at:])
    return tuple(blocks)


def respell_back(story: Story) -> Story:
    """The story with whole new paragraphs ending in their own marks again, where `keep_apart` had respelled them.

    Only for a text that nobody has saved since: there each mark says which change it belongs to.
    """
    blocks = list(story)
    for at in range(len(blocks) - 1):
        run = _respelled_run(blocks[at:])
        for place, (block, came) in enumerate(zip(run, (None, *_arrivals(run)), strict=False)):
            blocks[at + place] = replace(block, mark=replace(block.mark, revisions=(came,) if came else ()))
    return tuple(blocks)


def _respelled_run(blocks: list[Block]) -> list[Paragraph]:
    """The paragraphs from the first on whose marks stand one place too early; none where it was not respelled."""
    first = blocks[0]
    if not isinstance(first, Paragraph) or not first.inlines or _inserted(first) is None:
        return []
    run = [first]
    for block in blocks[1:]:
        came = arrival(run[-1].mark.revisions)
        if came is None or not isinstance(block, Paragraph) or not _is_all_of(block, came):
            break
        run.append(block)
    ends = len(run) > 1 and not arrival(run[-1].mark.revisions) and not departure(run[-1].mark.revisions)
    return run if ends and same_look(run[-1].mark.original, run[-1].mark.properties) else []


def _is_all_of(block: Paragraph, came: Revision) -> bool:
    return bool(block.inlines) and all(inline.revisions == (came,) for inline in block.inlines)


def _arrivals(paragraphs: list[Paragraph]) -> list[Revision]:
    return [came for block in paragraphs if (came := arrival(block.mark.revisions))]


def _touch(block: Block, after: Paragraph) -> bool:
    """Whether insertions of one hand stand on both sides of a mark that was there before."""
    if not isinstance(block, Paragraph) or not block.inlines or not block.inlines[-1].revisions:
        return False
    if arrival(block.mark.revisions) or departure(block.mark.revisions):
        return False
    left, right = _inserted(block), _begins(after)
    return left is not None and right is not None and left.author == right.author


def _inserted(block: Paragraph) -> Revision | None:
    last = block.inlines[-1].revisions
    came = arrival(last)
    return came if came and came.kind is RevisionKind.INSERTED and not departure(last) else None


def _begins(after: Paragraph) -> Revision | None:
    first = after.inlines[0].revisions if after.inlines else after.mark.revisions
    came = arrival(first)
    return came if came and came.kind is RevisionKind.INSERTED and not departure(first) else None


def _swapped(block: Paragraph) -> Paragraph | None:
    """The paragraph with its last struck words behind the words that were put in their place."""
    middle = _insertion(block)
    before = block.inlines[:middle][::-1]
    gone = len(list(takewhile(lambda one: departure(one.revisions) and not arrival(one.revisions), before)))
    if not gone:
        return None
    kept, struck, new = block.inlines[: middle - gone], block.inlines[middle - gone : middle], block.inlines[middle:]
    return replace(block, inlines=(*kept, *new, *struck))


def _slid(block: Paragraph) -> Paragraph | None:
    """The paragraph with a sentence put in before the full stop, where it was put in behind one and ends in another."""
    middle = _insertion(block)
    kept, last = block.inlines[max(middle - 1, 0)], block.inlines[-1]
    if not (middle and isinstance(kept, Text) and isinstance(last, Text)) or kept.revisions:
        return None
    stop = last.value[-1]
    if kept.value[-1] != stop or stop.isalnum() or kept.format != last.format or min(map(_length, (kept, last))) < 2:
        return None
    new = block.inlines[middle:]
    return replace(
        block,
        inlines=(
            *block.inlines[: middle - 1],
            _cut(kept, 0, -1),
            replace(_cut(kept, -1, None), revisions=new[0].revisions),
            *new[:-1],
            _cut(last, 0, -1),
            replace(_cut(last, -1, None), revisions=()),
        ),
    )


def _cut(text: Text, start: int, stop: int | None) -> Text:
    first, end, _ = slice(start, stop).indices(len(text.value))
    return replace(text, value=text.value[first:end], source=slice_sources(text.source, first, end))


def _length(text: Text) -> int:
    return len(text.value)


def _insertion(block: Paragraph) -> int:
    """Where the inlines that were inserted at the end of a paragraph begin."""
    new = takewhile(lambda one: arrival(one.revisions) and not departure(one.revisions), block.inlines[::-1])
    return len(block.inlines) - len(list(new))


def _respelled(blocks: list[Block]) -> list[Block]:
    """A paragraph and what follows, with the marks of the new paragraphs behind it moved up by one."""
    first, *rest = blocks
    new = list(takewhile(_is_new, rest))
    after = next(iter(rest[len(new) :]), None)
    if not isinstance(first, Paragraph) or not new or (isinstance(after, Paragraph) and _begins(after) is not None):
        return blocks
    paragraphs = [first, *(block for block in new if isinstance(block, Paragraph))]
    before, now = first.mark.original, paragraphs[-1].mark.properties
    if not same_look(before, now) or not same_look(before, first.mark.properties) or _is_typed(before, now):
        return blocks
    arrivals = _arrivals(paragraphs[1:])
    marks = [replace(block.mark, revisions=(came,)) for block, came in zip(paragraphs[:-1], arrivals, strict=True)]
    changed = replace(arrivals[-1], kind=RevisionKind.REFORMATTED, before=before)
    marks.append(replace(paragraphs[-1].mark, revisions=() if now == before else (changed,)))
    respelled = [replace(block, mark=mark) for block, mark in zip(paragraphs, marks, strict=True)]
    return [*respelled, *rest[len(new) :]]


def _is_new(block: Block) -> bool:
    """Whether a paragraph was inserted as a whole, and nothing else was done to it."""
    if not isinstance(block, Paragraph):
        return False
    all_revisions = [block.mark.revisions, *(inline.revisions for inline in block.inlines)]
    return all(len(found) == 1 and found[0].kind is RevisionKind.INSERTED for found in all_revisions)


def _is_typed(*properties: Properties) -> bool:
    return any(one.label is not None and one.label.typed for one in properties)
