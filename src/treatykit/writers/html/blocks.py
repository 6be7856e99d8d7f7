"""How the blocks of a text print in HTML: sections from the outline, paragraphs, tables.

One `Printing` prints one text from its beginning to its end, since numbers of notes, open
brackets and the anchors of changes depend on what came before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from markupsafe import Markup

from treatykit.model.annotations import asides
from treatykit.model.content import Block, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Meta
from treatykit.model.outline import Division, Outline
from treatykit.model.properties import Role
from treatykit.model.signature_page import last_of_the_text
from treatykit.records import dataclass
from treatykit.writers.html.elements import NOTHING, classes, element, joined
from treatykit.writers.html.inlines import Inlines
from treatykit.writers.html.names import Names, name_body
from treatykit.writers.html.notes import Notes
from treatykit.writers.html.paragraphs import Paragraphs
from treatykit.writers.html.revisions import Revised
from treatykit.writers.html.tables import Tables
from treatykit.writers.moves import Move
from treatykit.writers.pictures import Pictures
from treatykit.writers.sides import Side, change_numbers

_NO_PICTURES: Pictures = MappingProxyType({})
_LONGEST_TITLE = 60  # characters; longer words that only look like a heading are set as a paragraph
_HEADINGS = 6  # HTML has this many levels


@dataclass(slots=True)
class Printing:
    """Prints one text.

    Attributes:
        view: The outline of the body.
        titled: The first title, the ``h1`` of the page, has been printed.
    """

    view: Outline
    names: Names
    inlines: Inlines
    paragraphs: Paragraphs
    tables: Tables = field(init=False)
    titled: bool = False
    _guessed: dict[int, Division] = field(init=False)
    _titles: dict[int, Division] = field(init=False)  # by the block of a title below its number
    _last: int | None = field(init=False)  # of the text before the testimonium
    _asides: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.tables = Tables(self.inlines.side, self.inlines.revised, self.story)
        self._guessed = {division.start: division for division in self.view.walk()}
        self._last = last_of_the_text(self.view.story)
        below = (division for division in self.view.walk() if division.title_at != division.start)
        self._titles = {division.title_at: division for division in below}
        self._asides = asides(self.view.story)

    @property
    def for_paper(self) -> bool:
        """Whether pages are made of it, with notes at their foot."""
        return self.inlines.notes.at_foot

    def body(self) -> Markup:
        """The whole body in nested sections; on paper, without a title, its headings are the outermost ones."""
        outermost = 1 if self.for_paper and not self._has_title() else 2
        return joined(self._stretch(0, len(self.view.story), self.view.divisions, outermost))

    def story(self, story: Story) -> Markup:
        """The blocks of a cell, header or footer."""
        return joined(self._block(block) for block in story)

    def at(self, index: int, number: str | None) -> Markup:
        """One block of the body, for a page that does not nest its divisions.

        Args:
            index: Which.
            number: What a paragraph has in the text that is read; empty for none, None for what goes on with
                the paragraph above.
        """
        division = self._guessed.get(index)
        block = self.view.story[index]
        if not isinstance(block, Paragraph):
            return self._block(block, index)
        if division is not None and division.role is not Role.ITEM:
            return self._heading(block, "p", division, self.names.blocks.get(index), number or "")
        return self._paragraph(block, index, number or "", *([] if number is not None else ["continued"]))

    def _has_title(self) -> bool:
        return any(isinstance(block, Paragraph) and block.role is Role.TITLE for block in self.view.story)

    def _stretch(self, start: int, stop: int, divisions: Iterable[Division], depth: int) -> Iterator[Markup]:
        """The blocks of a stretch of the body, with a section for each division that has a heading."""
        at = start
        for division in divisions:
            if division.role is not Role.ITEM:
                yield from self._run(at, division.start, depth)
                yield self._section(division, depth)
                at = division.stop
        yield from self._run(at, stop, depth)

    def _run(self, start: int, stop: int, depth: int) -> Iterator[Markup]:
        """Blocks without a division among them; an annotation stands apart, with all its paragraphs."""
        for aside, indexes in groupby(range(start, stop), self._asides.get):
            if aside is None:
                yield from (self._block(self.view.story[index], index) for index in indexes)
            else:
                printed = joined(self._annotation(index, depth) for index in indexes)
                yield element("aside", printed, class_="annotations") if printed else NOTHING

    def _annotation(self, index: int, depth: int) -> Markup:
        """A paragraph of an annotation; its headings stand below that of the article that it speaks of."""
        paragraph = self.view.story[index]
        if isinstance(paragraph, Paragraph) and paragraph.role is Role.ANNOTATION_HEADING:
            level = min(depth + max(paragraph.level, 1) - 1, _HEADINGS)
            return self.paragraphs.print(paragraph, f"h{level}", self._name(index))
        return self._block(paragraph, index)

    def _section(self, division: Division, depth: int) -> Markup:
        heading = self.view.story[division.start]
        inner = self._stretch(division.start + 1, division.stop, division.children, depth + 1)
        printed = NOTHING
        if isinstance(heading, Paragraph):
            printed = self._heading(heading, f"h{min(depth, _HEADINGS)}", division, None)
        bookmark = f"{division.label} {division.title}".strip() if self.for_paper else None
        return element(
            "section",
            printed,
            joined(inner),
            id=self.names.blocks[division.start],
            class_=f"{division.role}-section",
            data_bookmark=bookmark,
        )

    def _heading(
        self, paragraph: Paragraph, tag: str, division: Division, name: str | None, number: str | None = None
    ) -> Markup:
        below = division.title_at != division.start
        sentence = (paragraph.role is Role.BODY and not below) and (
            len(division.title) > _LONGEST_TITLE or division.title.endswith((".", ":", ";", ","))
        )
        return self.paragraphs.print(
            paragraph,
            tag,
            name,
            "run-in" if sentence else "heading-line",
            f"is-{division.role}",
            *(["titled-below"] if below else []),
            number=number,
        )

    def _block(self, block: Block, index: int | None = None) -> Markup:
        match block:
            case Paragraph():
                return self._paragraph(block, index)
            case Table():
                return self.tables.print(block)
            case OpaqueBlock(_, description):
                if not self.inlines.side.shows(block.revisions):
                    return NOTHING
                said = element("span", f"[{description or 'object'}]", class_="not-shown")
                numbers = (
                    self.inlines.revised.margin(change_numbers(block)) if self.inlines.side is Side.BOTH else NOTHING
                )
                changed = "changed" if block.revisions else None
                printed = self.inlines.revised.wrap(said, block.revisions)
                return element("div", numbers, printed, class_=classes("opaque", changed))
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph, index: int | None, number: str | None = None, *classes: str) -> Markup:
        name = self._name(index) if index is not None else None
        tag = "p"
        if index is not None and paragraph.role is Role.TITLE and not self.titled:
            tag, self.titled = "h1", True
        kept = ("keep-with-next",) if index is not None and index == self._last else ()
        also = (*self._guessed_classes(paragraph, index), *kept, *classes)
        return self.paragraphs.print(paragraph, tag, name, *also, number=number)

    def _guessed_classes(self, paragraph: Paragraph, index: int | None) -> tuple[str, ...]:
        """How a paragraph is set for what the outline takes it to be."""
        title = self._titles.get(index) if index is not None else None
        if title is not None:
            return ("heading-line", f"is-{title.role}", "title-line")
        guessed = self._guessed.get(index) if index is not None and paragraph.role is Role.BODY else None
        if guessed is None:
            return ()
        listed = paragraph.label is not None and paragraph.mark.properties.format.indent_left is None
        return ("item" if listed else "item-like", f"level-{guessed.level}")

    def _name(self, index: int) -> str | None:
        """The id of a paragraph; with notes at the foot of its page each needs one (`treatykit.writers.footnotes`)."""
        own = self.names.own("paragraph", index) if self.for_paper else None
        return self.names.blocks.get(index, own)


def printing(
    view: Outline,
    meta: Meta,
    moves: dict[int, Move],
    *,
    rows: dict[int, int] | None = None,
    side: Side = Side.BOTH,
    prefix: str = "",
    revised: Revised | None = None,
    notes_at_foot: bool = False,
    pictures: Pictures = _NO_PICTURES,
) -> Printing:
    """What prints the body that `view` is the outline of.

    Args:
        view: The outline of the body.
        meta: Names the parties and the language.
        moves: Where moved passages came from and went to.
        rows: Where in the table of changes each change is.
        side: Which of the two texts of a redline is read.
        prefix: Stands before every id.
        revised: Prints revisions, where two texts on a page share their anchors.
        notes_at_foot: For pages with a foot.
        pictures: Those that can be shown.
    """
    names = name_body(view, prefix)
    inlines = Inlines(
        side=side,
        meta=meta,
        keys=names.keys,
        revised=revised or Revised(names, moves, rows or {}),
        notes=Notes(names, at_foot=notes_at_foot),
        pictures=pictures,
    )
    return Printing(view, names, inlines, Paragraphs(inlines), titled=side is Side.OLD)
