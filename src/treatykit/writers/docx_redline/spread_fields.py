"""Fields that go on over several paragraphs, such as a table of contents, come and go only with all of them.

The model has the words of such a field alone (docs/analysis/reading.md, Fields). Half of one that came or went would
leave the other half open, over whatever stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from treatykit.model.content import Block, OpaqueInline, Paragraph, Story
from treatykit.model.revisions import arrival, departure
from treatykit.model.sources import Source
from treatykit.ooxml.leaves import Step, walk
from treatykit.ooxml.names import qn
from treatykit.records import dataclass
from treatykit.writers.docx_redline.desk import Desk

_CHARACTER: Final = qn("w:fldChar")
_KIND: Final = qn("w:fldCharType")
_CODES: Final = (qn("w:instrText"), qn("w:delInstrText"))
_PARAGRAPH: Final = qn("w:p")
_STRUCK_MARK: Final = "/".join(map(qn, ("w:pPr", "w:rPr", "w:del")))


@dataclass(frozen=True, slots=True)
class _Half:
    """The code of a field that goes on in the next paragraph, or the end of one that began before.

    Attributes:
        leaves: Its characters and code.
        at: Where it stands among the paragraphs that were looked at.
    """

    leaves: tuple[etree._Element, ...]
    start: int
    stop: int
    at: int


def staying_codes(desk: Desk, story: Story, container: etree._Element, part: str) -> frozenset[etree._Element]:
    """The codes and ends of fields of which not all paragraphs came: they stay, whatever comes around them."""
    if next(container.iter(_CHARACTER), None) is None:
        return frozenset()
    found = [
        (block, home)
        for block in story
        if isinstance(block, Paragraph) and (home := desk.home(block.mark.source, part)) is not None
    ]
    return frozenset(
        leaf
        for first, last in _spread([home for _, home in found])
        if not _came([block for block, _ in found[first.at : last.at + 1]])
        for leaf in (*first.leaves, *last.leaves)
    )


def with_codes_in_place(desk: Desk, story: Story) -> Story:
    """The story with the code and the end of each field of another package of which all paragraphs went."""
    blocks = list(story)
    for run in _runs(desk, story):
        for first, last in _spread([_old_paragraph(desk, source) for _, source in run]):
            for half in (first, last):
                at, source = run[half.at]
                blocks[at] = _put_in(blocks[at], source._replace(start=half.start, stop=half.stop))
    return tuple(blocks)


def closing_entries(
    desk: Desk, story: Story, part: str, staying: frozenset[etree._Element]
) -> dict[int, etree._Element | None]:
    """The last paragraphs of fields that stay, by their places in the story, where these paragraphs came or went.

    The end of such a field stands in another paragraph before and after, so that the mark of the one before has to come
    or go, as at the end of a container. For one that went, with the end that stands in the paragraph before it now.
    """
    found: dict[int, etree._Element | None] = {}
    if not staying:
        return found
    kept: etree._Element | None = None
    for at, block in enumerate(story):
        home = desk.home(block.mark.source, part) if isinstance(block, Paragraph) else None
        went = _went(desk, block)
        if went is not None:
            end = None if kept is None else _last_end(kept)
            if end is not None and _last_end(_old_paragraph(desk, went)) is not None:
                found[at] = end
        elif home is not None and isinstance(block, Paragraph) and _came([block]) and arrival(block.mark.revisions):
            if _last_end(home) in staying:
                found[at] = None
        else:
            kept = home
    return found


def move_ends(ends: Iterable[etree._Element | None]) -> None:
    """Put the ends of fields behind the struck entries that follow theirs, where they stood."""
    for end in ends:
        run = None if end is None else end.getparent()
        paragraph = None if run is None else next(run.iterancestors(_PARAGRAPH), None)
        if run is None or paragraph is None or len(run) != 1:
            continue
        while paragraph.find(_STRUCK_MARK) is not None:
            following = next(paragraph.itersiblings(_PARAGRAPH), None)
            if following is None:
                break
            paragraph = following
        paragraph.append(run)


def _last_end(paragraph: etree._Element) -> etree._Element | None:
    """The end of a field that began in an earlier paragraph."""
    depth = 0
    for character in paragraph.iter(_CHARACTER):
        depth += {"begin": 1, "end": -1}.get(character.get(_KIND) or "", 0)
        if depth < 0:
            return character
    return None


def _spread(paragraphs: Sequence[etree._Element]) -> Iterator[tuple[_Half, _Half]]:
    """The fields that begin in one of the paragraphs and end in a later one."""
    begun: list[_Half] = []
    for at, paragraph in enumerate(paragraphs):
        for step in walk(paragraph) if next(paragraph.iter(_CHARACTER), None) is not None else ():
            if step.step is not Step.LEAF or step.element.tag not in (_CHARACTER, *_CODES):
                continue
            kind, stop = step.element.get(_KIND), step.start + step.length
            if kind == "begin":
                begun.append(_Half((step.element,), step.start, stop, at))
            elif not begun:
                continue
            elif kind == "end":
                first = begun.pop()
                if first.at != at:
                    yield first, _Half((step.element,), step.start, stop, at)
            elif begun[-1].at == at:
                begun[-1] = replace(begun[-1], leaves=(*begun[-1].leaves, step.element), stop=stop)


def _came(blocks: Sequence[Paragraph]) -> bool:
    """Whether all words of paragraphs came, and all marks, but for one that may have been there for others."""
    marks = [block for block in blocks if arrival(block.mark.revisions)]
    return len(marks) >= len(blocks) - 1 and all(
        arrival(inline.revisions) for block in blocks for inline in block.inlines
    )


def _runs(desk: Desk, story: Story) -> Iterator[list[tuple[int, Source]]]:
    """The places of paragraphs of another package that went one behind the other, whatever came between them."""
    run: list[tuple[int, Source]] = []
    for at, block in enumerate(story):
        source = _went(desk, block)
        if source is not None:
            run.append((at, source))
        elif run and not (isinstance(block, Paragraph) and arrival(block.mark.revisions)):
            yield run
            run = []
    yield run


def _went(desk: Desk, block: Block) -> Source | None:
    """Where a paragraph of another package stood that went as a whole."""
    if not isinstance(block, Paragraph) or departure(block.mark.revisions) is None:
        return None
    if not all(departure(inline.revisions) for inline in block.inlines):
        return None
    return next(iter(desk.foreign(block.mark.source)), None)


def _old_paragraph(desk: Desk, source: Source) -> etree._Element:
    """A paragraph of another package, to be looked at; an empty one where it has none there."""
    found = desk.borrowers[source.package].source.element(source.part, source.element)
    return etree.Element(_PARAGRAPH) if found is None else found


def _put_in(block: Block, source: Source) -> Block:
    if not isinstance(block, Paragraph):
        return block
    went = departure(block.mark.revisions)
    half = OpaqueInline("", "field", revisions=() if went is None else (went,), source=(source,))
    place = next(
        (
            at
            for at, inline in enumerate(block.inlines)
            if any(one.package == source.package and one.start >= source.start for one in inline.source)
        ),
        len(block.inlines),
    )
    return replace(block, inlines=(*block.inlines[:place], half, *block.inlines[place:]))
