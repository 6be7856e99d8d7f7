"""Write stories: paragraphs and tables, with a spacer where Word wants a paragraph and the document has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lxml import etree

from treatykit.model.content import (
    Block,
    Cell,
    Paragraph,
    Story,
    Table,
)
from treatykit.model.properties import TableProperties, TableRole
from treatykit.model.revisions import Revision, Revisions, arrival, departure, original, reformattings
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.role_styles import SPACER, Setting
from treatykit.ooxml.word_story import as_word_says
from treatykit.records import dataclass
from treatykit.writers.docx.annotations import Piece
from treatykit.writers.docx.definitions import terms_of
from treatykit.writers.docx.moves import StoryPath, plain_marks
from treatykit.writers.docx.paragraphs import ParagraphWriter, Standing
from treatykit.writers.docx.printed_labels import printed_labels
from treatykit.writers.docx.tables import TableWriter
from treatykit.writers.docx.wearers import worn

BODY_SCOPE = 0
_CELL_SCOPE = 1
KEEPS_A_PARAGRAPH = (Setting.CELL, Setting.SIGNATURES, Setting.NOTE)
"""Where there is a paragraph whatever is decided, so that the closing mark neither comes nor goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the paragraphs of a story have in common.

    Attributes:
        path: Where the story stands.
        scope: Which stories it counts with.
        annexed: It belongs to an annex.
        was: The setting before the changes, for the cells of a table that became another kind of table.
        cause: What made it another.
    """

    path: StoryPath
    setting: Setting
    scope: int
    annexed: bool = False
    was: Setting | None = None
    cause: Revision | None = None


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
        shifted = as_word_says(story, spaced=around.setting not in KEEPS_A_PARAGRAPH, own=True)
        wear = worn(shifted, around.setting, annexed=around.annexed, was=around.was, cause=around.cause)
        terms = terms_of(shifted)
        labels = printed_labels(shifted)
        plain = plain_marks(shifted)
        labelled = {label.owner for found in labels for label in found if label.shown.words and label.standing}
        if not story or (sign and not isinstance(story[0], Paragraph)):
            yield [self.spacer(sign)]
            sign = None
        for at, block in enumerate(shifted):
            after = story[at + 1] if at + 1 < len(story) else None
            match block:
                case Paragraph():
                    fixed = after is None and around.setting in KEEPS_A_PARAGRAPH
                    said = _with_fixed_mark(block) if fixed else block
                    tracked = _comes_or_goes(said)
                    standing = Standing(
                        path=around.path,
                        block=at,
                        worn=wear[at],
                        terms=terms[at],
                        labels=labels[at],
                        labelled=at in labelled,
                        plain_mark=at in plain,
                        scope=around.scope,
                        here=at if around.scope == BODY_SCOPE else None,
                        closing=after is None and not tracked,
                    )
                    written = self.paragraphs.write(said, standing, sign)
                    sign = None
                    walled = tracked and not isinstance(after, Paragraph)
                    yield [*written, self._wall()] if walled else written
                case Table():
                    table = self._table(block, replace(around, path=(*around.path, at), annexed=wear[at].now.annexed))
                    # A table needs air below it; Word wants a paragraph between two tables and after the last.
                    yield [table, self._spacer_after(block, after)]
                case _:
                    raise AssertionError(f"{type(block).__name__} is words by now")

    def _wall(self) -> etree._Element:
        """A spacer behind a tracked mark; LibreOffice would let an empty one take the look of what was before it."""
        return self.spacer([Piece(w("r", text_element("t", " ")))])

    def _spacer_after(self, table: Table, after: Block | None) -> etree._Element:
        """The spacer below a table: it comes and goes with the whole table where a paragraph follows to run into."""
        spacer = self.spacer()
        if isinstance(after, Paragraph):
            with self.paragraphs.annotations.without_moves():
                if ends := list(self.paragraphs.annotations.mark(_of_all_rows(table))):
                    spacer[0].append(w("rPr", *ends))
        return spacer

    def _table(self, table: Table, around: Surroundings) -> etree._Element:
        within = replace(
            around,
            setting=_setting_of(table.properties),
            was=_setting_of(original(table.revisions, table.properties)),
            cause=next(iter(reformattings(table.revisions)), None),
            scope=around.scope or _CELL_SCOPE,
        )

        def write_cell(cell: Cell, row: int, place: int) -> list[etree._Element]:
            return self.story(cell.blocks, replace(within, path=(*around.path, row, place)))

        return TableWriter(self.paragraphs.annotations, self.paragraphs.styles).write(table, write_cell)


def _setting_of(properties: TableProperties) -> Setting:
    return Setting.SIGNATURES if properties.role is TableRole.SIGNATURES else Setting.CELL


def _of_all_rows(table: Table) -> Revisions:
    """What was done to a table as a whole: the arrival and the departure that all its rows share."""
    found = (arrival(table.rows[0].revisions), departure(table.rows[0].revisions))
    return tuple(end for end in found if end and all(end in row.revisions for row in table.rows))


def _with_fixed_mark(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, mark=replace(paragraph.mark, revisions=reformattings(paragraph.mark.revisions)))


def _comes_or_goes(paragraph: Paragraph) -> bool:
    revisions = paragraph.mark.revisions
    return arrival(revisions) is not None or departure(revisions) is not None
