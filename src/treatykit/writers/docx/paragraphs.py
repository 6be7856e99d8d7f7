"""Write paragraphs: properties, number, content, and what was done to their marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from treatykit.model.content import Mark, Paragraph
from treatykit.model.properties import UNFORMATTED, Properties, RunFormat
from treatykit.model.revisions import Revision, Revisions, reformattings
from treatykit.model.walk import map_looks
from treatykit.ooxml.elements import w
from treatykit.ooxml.format_xml import paragraph_properties
from treatykit.ooxml.names import qn
from treatykit.ooxml.role_styles import LABEL
from treatykit.ooxml.tracking import dated
from treatykit.records import dataclass
from treatykit.writers.docx.annotations import Annotations, Piece
from treatykit.writers.docx.bookmarks import Bookmarks
from treatykit.writers.docx.definitions import Terms
from treatykit.writers.docx.inlines import RunWriter
from treatykit.writers.docx.lists import ListPlace, Lists, Numbered
from treatykit.writers.docx.moves import MoveEnd, MovePlan, Point, StoryPath
from treatykit.writers.docx.printed_labels import PrintedLabel
from treatykit.writers.docx.styles import Styles
from treatykit.writers.docx.treaty_styles import Wearer
from treatykit.writers.docx.wearers import Worn

_LIGHT: Final = RunFormat(bold=False)
"""The number of an article stands in plain letters above its bold title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a paragraph stands.

    Attributes:
        path: Its story.
        block: Its place in the story.
        worn: What its style depends on.
        terms: Which of its words define something.
        labels: What is printed at its start, and of which block that is the number.
        plain_mark: Its mark is not shown to move.
        labelled: Its own number is printed as words, with a bookmark of their own.
        scope: Which stories it counts with.
        here: Its block in the body, if it stands in the run of the body.
        closing: No block follows in its story.
    """

    path: StoryPath
    block: int
    worn: Worn
    terms: Terms
    labels: tuple[PrintedLabel, ...]
    scope: int
    labelled: bool = False
    plain_mark: bool = False
    here: int | None = None
    closing: bool = False


@dataclass(slots=True)
class ParagraphWriter:
    """Writes the paragraphs of one file."""

    annotations: Annotations
    bookmarks: Bookmarks
    styles: Styles
    lists: Lists
    moves: MovePlan
    runs: RunWriter
    last: int | None = None  # the block of the body that stays on one page with the testimonium

    def write(
        self, paragraph: Paragraph, standing: Standing, before: list[Piece] | None = None
    ) -> list[etree._Element]:
        """The paragraph, and the ends of moves that go beyond its mark.

        Args:
            paragraph: As Word can say it, with its mark's revisions where Word has them.
            standing: Where it stands.
            before: What stands at its start and is no content, such as the sign of a note.
        """
        kept = standing.here is not None and standing.here == self.last and _may_be_kept(paragraph.mark)
        if kept:
            paragraph = replace(paragraph, mark=map_looks(paragraph.mark, _kept_with_next))
        mark = paragraph.mark
        style, tells_role = self._style(mark.properties, standing.worn.now)
        pieces = [*(before or ()), *self._content(paragraph, standing)]
        if kept:
            pieces = self.bookmarks.around(self.bookmarks.kept(), pieces)
        if not tells_role:
            pieces = self.bookmarks.around(self.bookmarks.role(mark.properties.role, mark.properties.level), pieces)
        end = Point(standing.path, standing.block, len(paragraph.inlines))
        if paragraph.inlines:
            pieces += self._ranges(self.moves.starts.get(end, []), "Start")
        after = self._ranges(self.moves.stops.get(end, []), "End")
        if standing.closing:
            # Nothing may stand between the last paragraph of a container and its end.
            pieces, after = [*pieces, *after], []
        written = w("p", w("pPr", *self._properties(style, paragraph, standing)), *self.annotations.wrapped(pieces))
        return [written, *(piece.element for piece in after)]

    def _style(self, properties: Properties, worn: Wearer) -> tuple[str, bool]:
        if properties.style is None:
            return self.styles.paragraph(worn), True
        return self.styles.foreign(properties.style, worn)

    def _properties(self, style: str, paragraph: Paragraph, standing: Standing) -> list[etree._Element]:
        mark, worn = paragraph.mark, standing.worn
        now, before = mark.properties, mark.original
        places = self.lists.place(
            Numbered(worn.now, now.label, now.style is not None),
            Numbered(worn.before, before.label, before.style is not None),
            mark.revisions,
            standing.scope,
        )
        said = _says(style, places.now, now)
        with self.annotations.without_moves(standing.plain_mark):
            if ends := list(self.annotations.mark(mark.revisions)):
                said.append(w("rPr", *ends))
        changed = _reformatting(mark.revisions) or worn.cause
        if changed is not None:
            old_style, _ = self._style(before, worn.before)
            old = w("pPr", *_says(old_style, places.before, before))
            if etree.tostring(old) != etree.tostring(w("pPr", *_says(style, places.now, now))):
                said.append(self.annotations.element("pPrChange", changed, old))
        return said

    def _content(self, paragraph: Paragraph, standing: Standing) -> list[Piece]:
        # A move that begins with the paragraph takes its number along.
        first = self._ranges(self.moves.starts.get(Point(standing.path, standing.block, 0), []), "Start")
        label = [*first, *(piece for label in standing.labels for piece in self._label(label, standing.here))]
        pieces: list[Piece] = []
        for at, inline in enumerate(paragraph.inlines):
            point = Point(standing.path, standing.block, at)
            if at:
                pieces += self._ranges(self.moves.starts.get(point, []), "Start")
            pieces += self.runs.pieces(
                inline, at, standing.terms, point=(*standing.path, standing.block, at), here=standing.here
            )
            pieces += self._ranges(self.moves.stops.get(point, []), "End")
        name = self._bookmark(standing.here)
        # A field repeats the words of a typed label, which has a bookmark of its own.
        if name is None or standing.labelled:
            return label + pieces
        return self.bookmarks.around(name, label + pieces)

    def _label(self, label: PrintedLabel, here: int | None) -> list[Piece]:
        """A number that is words, and what parts a number from the words."""
        pieces: list[Piece] = []
        if label.shown.words is not None:
            # Word leaves a full stop at the end of a number out where it repeats one, and so does a field of ours.
            words = label.shown.words
            number = words.rstrip(".")
            look = _LIGHT if label.shown.light else UNFORMATTED
            pieces.append(self.runs.words(number, look, label.revisions, LABEL))
            name = self._bookmark(label.owner) if here is not None and label.standing else None
            if name is not None:
                pieces = self.bookmarks.around(name, pieces)
            if number != words:
                pieces.append(self.runs.words(words[len(number) :], look, label.revisions, LABEL))
        if label.shown.separator is not None:
            pieces.append(Piece(w("r", self.runs.character_style(LABEL), w(label.shown.separator)), label.revisions))
        return pieces

    def _bookmark(self, block: int | None) -> str | None:
        return None if block is None else self.bookmarks.at(block)

    def _ranges(self, ends: list[MoveEnd], kind: str) -> list[Piece]:
        return [Piece(self._range(end, kind), neutral=True) for end in ends]

    def _range(self, end: MoveEnd, kind: str) -> etree._Element:
        if kind == "End":
            return w(f"{end.tag}RangeEnd", id=self.moves.range_ids[end])
        made_by = self.moves.revisions[end]
        start = self.annotations.element(f"{end.tag}RangeStart", dated(made_by))
        start.set(qn("w:name"), f"move{end.change}")
        self.moves.range_ids[end] = int(start.get(qn("w:id"), 0))
        return start


def _reformatting(revisions: Revisions) -> Revision | None:
    """The oldest reformatting: rejecting all goes back to what was before it."""
    return next((each for each in reformattings(revisions) if isinstance(each.before, Properties)), None)


def _may_be_kept(mark: Mark) -> bool:
    """Whether the document leaves it open, now and before, if a paragraph stays with the next."""
    looks = [mark.properties, *(revision.before for revision in reformattings(mark.revisions))]
    return all(look.format.keep_with_next is None for look in looks if isinstance(look, Properties))


def _kept_with_next(properties: Properties) -> Properties:
    return replace(properties, format=replace(properties.format, keep_with_next=True))


def _says(style: str, place: ListPlace | None, properties: Properties) -> list[etree._Element]:
    said = [w("pStyle", val=style), *paragraph_properties(properties.format)]
    if place is not None:
        said.append(w("numPr", w("ilvl", val=place.level), w("numId", val=place.num_id)))
    return said
