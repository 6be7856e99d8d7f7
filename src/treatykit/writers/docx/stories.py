"""Write stories: paragraphs and tables, with a spacer where Word wants a paragraph and the document has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from lxml import etree

from treatykit.model.content import (
    Cell,
    Paragraph,
    Story,
    Table,
)
from treatykit.model.properties import Properties, TableRole
from treatykit.model.revisions import arrival, departure, reformattings
from treatykit.ooxml.closing_marks import shift_closing_marks
from treatykit.ooxml.elements import w
from treatykit.ooxml.role_styles import SPACER, Setting
from treatykit.writers.docx.annotations import Piece
from treatykit.writers.docx.moves import StoryPath
from treatykit.writers.docx.paragraphs import ParagraphWriter, Standing
from treatykit.writers.docx.tables import TableWriter
from treatykit.writers.docx.treaty_styles import Wearer
from treatykit.writers.docx.wearers import body_wearers, wearer

BODY_SCOPE = 0
_CELL_SCOPE = 1
_KEEPS_A_PARAGRAPH = (Setting.CELL, Setting.SIGNATURES, Setting.NOTE)
"""Where there is a paragraph whatever is decided, so that the closing mark neither comes nor goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the paragraphs of a story have in common.

    Attributes:
        path: Where the story stands.
        scope: Which stories it counts with.
        annexed: It belongs to an annex.
    """

    path: StoryPath
    setting: Setting
    scope: int
    annexed: bool = False


@dataclass(slots=True)
class StoryWriter:
    """Writes the stories of one file."""

    paragraphs: ParagraphWriter

    def body(self, body: Story) -> list[list[etree._Element]]:
        """The body, block by block, ended by a paragraph whose mark nobody tracks."""
        around = Surroundings(path=(0,), setting=Setting.BODY, scope=BODY_SCOPE)
        return list(self._blocks(body, around))

    def story(self, story: Story, around: Surroundings, sign: list[Piece] | None = None) -> list[etree._Element]:
        """A story outside the body.

        Args:
            story: Its blocks.
            around: Where it stands.
            sign: What stands at its start and is no content.
        """
        return list(chain.from_iterable(self._blocks(story, around, sign)))

    def spacer(self, sign: list[Piece] | None = None) -> etree._Element:
        """A paragraph of no height."""
        style = w("pPr", w("pStyle", val=self.paragraphs.styles.furniture(SPACER)))
        return w("p", style, *(piece.element for piece in sign or ()))

    def _blocks(
        self, story: Story, around: Surroundings, sign: list[Piece] | None = None
    ) -> Iterator[list[etree._Element]]:
        shifted = shift_closing_marks(story)
        worn = body_wearers(shifted) if around.scope == BODY_SCOPE else _wearers(shifted, around)
        if not story or (sign and not isinstance(story[0], Paragraph)):
            yield [self.spacer(sign)]
            sign = None
        for at, (block, original) in enumerate(zip(shifted, story, strict=True)):
            after = story[at + 1] if at + 1 < len(story) else None
            match block:
                case Paragraph() if isinstance(original, Paragraph):
                    fixed = after is None and around.setting in _KEEPS_A_PARAGRAPH
                    said = _with_fixed_mark(block) if fixed else block
                    tracked = _comes_or_goes(said)
                    standing = Standing(
                        path=around.path,
                        block=at,
                        worn=worn[at],
                        scope=around.scope,
                        here=at if around.scope == BODY_SCOPE else None,
                        closing=after is None and not tracked,
                    )
                    written = self.paragraphs.write(said, standing, original, sign)
                    sign = None
                    walled = tracked and not isinstance(after, Paragraph)
                    yield [*written, self.spacer()] if walled else written
                case Table():
                    table = self._table(block, replace(around, path=(*around.path, at), annexed=worn[at].annexed))
                    # A table needs air below it; Word wants a paragraph between two tables and after the last.
                    yield [table, self.spacer()]
                case _:
                    raise AssertionError(f"{type(block).__name__} is words by now")

    def _table(self, table: Table, around: Surroundings) -> etree._Element:
        setting = Setting.SIGNATURES if table.role is TableRole.SIGNATURES else Setting.CELL
        within = replace(around, setting=setting, scope=around.scope or _CELL_SCOPE)

        def write_cell(cell: Cell, row: int, place: int) -> list[etree._Element]:
            return self.story(cell.blocks, replace(within, path=(*around.path, row, place)))

        return TableWriter(self.paragraphs.annotations, self.paragraphs.styles).write(table, write_cell)


def _wearers(story: Story, around: Surroundings) -> tuple[Wearer, ...]:
    return tuple(
        wearer(
            block.mark.properties if isinstance(block, Paragraph) else Properties(),
            around.setting,
            annexed=around.annexed,
            empty=isinstance(block, Paragraph) and not block.inlines,
        )
        for block in story
    )


def _with_fixed_mark(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, mark=replace(paragraph.mark, revisions=reformattings(paragraph.mark.revisions)))


def _comes_or_goes(paragraph: Paragraph) -> bool:
    revisions = paragraph.mark.revisions
    return arrival(revisions) is not None or departure(revisions) is not None
