"""Edit one paragraph: cut its runs, put deleted ones between, wrap inserted ones, split it at old marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from operator import attrgetter
from typing import Final

from lxml import etree

from treatykit.model.content import Inline, Mark, NoteReference, Table
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.ooxml.controls import track_controls, tracked_in_controls
from treatykit.ooxml.cutting import Piece, cut, insert_between, pieces, split_paragraph
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import said_of
from treatykit.ooxml.tracking import child
from treatykit.records import dataclass
from treatykit.writers.docx_redline.boxes import behind_boxes, holds_box
from treatykit.writers.docx_redline.created import Creator
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.entries import Entry, Kept, Token, Told
from treatykit.writers.docx_redline.field_codes import depth_at, left_open, open_fields
from treatykit.writers.docx_redline.labels import label_change, mark_label
from treatykit.writers.docx_redline.old_looks import old_paragraph_look
from treatykit.writers.docx_redline.section_ends import move_break, moved_break
from treatykit.writers.docx_redline.shells import (
    put_in_shell,
    runs_within,
    shell_around,
    spell_out_fields,
    steps_over,
)
from treatykit.writers.docx_redline.words import WordEditor

_SPLIT: Final = "treatykit-split"
_WITHOUT_FIELDS: Final = 2
"""The places that are told of a paragraph without fields: its start and its end."""
_FIELD_CHARACTER: Final = qn("w:fldChar")


@dataclass(slots=True)
class ParagraphEditor:
    """Edits a `w:p` of the edited package.

    Attributes:
        tokens: Everything since the last paragraph that is in the package, up to this one's mark.
        staying: The codes of fields that stay, whatever comes around them.
        old_look: What the paragraph said before it was set otherwise, and who did that.
    """

    desk: Desk
    creator: Creator
    words: WordEditor
    part: str
    paragraph: etree._Element
    tokens: Sequence[Token]
    mark: Mark
    staying: frozenset[etree._Element] = frozenset()
    old_look: tuple[etree._Element, Revision] | None = field(init=False)
    _places: dict[int, bool] = field(default_factory=dict)
    _pieces: Sequence[Piece] = ()
    _depths: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.old_look = old_paragraph_look(self.desk, self.mark, said_of(self.paragraph))

    def notes(self) -> Iterator[NoteReference]:
        """The notes that are referred to here and stand in the package."""
        for token in self.tokens:
            if isinstance(token, NoteReference) and self._spans(token):
                yield token

    def edit(self) -> None:
        """Write the revisions of the tokens and the mark; nothing else changes."""
        entries = [self._entry(token) for token in self.tokens]
        if not self._is_busy(entries):
            return
        self.desk.target.touch(self.part)
        if not self.words.edit(self.paragraph, self.part, entries, partial(self._places_among_words, entries)):
            self._edit_elements(entries)
        self._end()

    def _edit_elements(self, entries: Sequence[Entry]) -> None:
        """Write the revisions of the tokens, element by element; `WordEditor` does the same where all are words."""
        self._pieces = pieces(self.paragraph)
        theirs = tracked_in_controls(self.paragraph)
        positions = self._positions(entries)
        kept = [entry for entry in entries if isinstance(entry, Kept)]
        revised = [span for entry in kept if entry.inline.revisions for span in entry.spans]
        edges = [*positions.values(), *(edge for span in revised for edge in span)]
        row = cut(self.paragraph, edges, self._pieces)
        splits = self._insert(entries, positions, row, Told.of(kept))
        self._wrap(row, kept, came=len(kept) == len(entries))
        spell_out_fields(self.paragraph)
        track_controls(self.paragraph, self.desk.tracker.fresh_id, theirs)
        for sentinel, token in splits:
            self._split(sentinel, token)

    # --- what stands where

    def _spans(self, inline: Inline) -> tuple[tuple[int, int], ...]:
        return tuple(
            [
                (source.start, source.stop)
                for source in inline.source
                if source.package == self.desk.key and source.part == self.part and self._is_here(source.element)
            ]
        )

    def _is_here(self, position: int) -> bool:
        if position not in self._places:
            self._places[position] = self.desk.target.element(self.part, position) is self.paragraph
        return self._places[position]

    def _entry(self, token: Token) -> Entry:
        if isinstance(token, Mark | Table):
            return token
        spans = self._spans(token)
        return Kept(token, spans) if spans else token

    def _is_busy(self, entries: Sequence[Entry]) -> bool:
        changed = any(not isinstance(entry, Kept) or entry.inline.revisions for entry in entries)
        ends = arrival(self.mark.revisions) or departure(self.mark.revisions)
        return (
            changed
            or ends is not None
            or self.old_look is not None
            or label_change(self.mark) is not None
            or moved_break(self.desk, self.mark) is not None
        )

    def _places_among_words(self, entries: Sequence[Entry], length: int) -> dict[int, int]:
        self._depths = [(0, 0), (length, 0)]
        return self._positions(entries)

    def _positions(self, entries: Sequence[Entry]) -> dict[int, int]:
        """Where each entry that does not stand in the paragraph is put in, by its place among the entries."""
        found: dict[int, int] = {}
        before: int | None = None
        place = 0
        following = self._following(entries)
        last_split = max((at for at, entry in enumerate(entries) if isinstance(entry, Mark | Table)), default=-1)
        for at, entry in enumerate(entries):
            if isinstance(entry, Kept):
                before = entry.stop
            elif before is None and at <= last_split:
                # A paragraph of its own: what stands first in this one stays with it.
                found[at] = place = max(place, self._within_the_same_field(entry))
            else:
                found[at] = self._between(entry, before, following[at])
        return found

    @staticmethod
    def _following(entries: Sequence[Entry]) -> list[int | None]:
        after: int | None = None
        starts: list[int | None] = []
        for entry in reversed(entries):
            starts.append(after)
            if isinstance(entry, Kept):
                after = entry.start
        return starts[::-1]

    def _between(self, token: Token, before: int | None, after: int | None) -> int:
        """A position between two neighbours, within as many fields as there were, and then close to the one before."""
        places = [position for position, _ in self._open_fields()]
        first, last = before or 0, places[-1] if after is None else after
        is_plain = not self._pieces and len(places) == _WITHOUT_FIELDS
        old = None if is_plain else self._old_place(token)
        if old is not None and (place := behind_boxes(self._pieces, old, first, last)) is not None:
            return place
        if before is None and after is None:
            return 0
        near = last if before is None else first
        if len(places) == _WITHOUT_FIELDS:
            return near
        inside = places[bisect_right(places, first) : bisect_left(places, last)]
        depths = self._open_fields()
        wanted = None if old is None else depth_at(open_fields(old[0]), old[1])

        def suits(position: int) -> tuple[int, int]:
            depth = depth_at(depths, position)
            return depth if wanted is None else abs(depth - wanted), abs(position - near)

        return min((first, *inside, last), key=suits)

    def _open_fields(self) -> list[tuple[int, int]]:
        if not self._depths:
            if next(self.paragraph.iter(_FIELD_CHARACTER), None) is None:
                self._depths = [(0, 0), (self._pieces[-1].stop if self._pieces else 0, 0)]
            else:
                self._depths = open_fields(self.paragraph)
        return self._depths

    def _old_place(self, token: Token) -> tuple[etree._Element, int] | None:
        """The paragraph of another package that an inline stood in, and where it stood."""
        for source in () if isinstance(token, Mark | Table) else self.desk.foreign(token.source)[:1]:
            scratch = self.desk.scratch(source)
            return scratch.paragraph, scratch.place(source)[0]
        return None

    def _within_the_same_field(self, token: Token) -> int:
        """Where what stood in a paragraph of its own stands in a field that began in it, and now begins here."""
        if len(self._open_fields()) == _WITHOUT_FIELDS:
            return 0
        old, here = self._old_place(token), left_open(self.paragraph)
        there = None if old is None else left_open(old[0])
        if old is None or here is None or there is None:
            return 0
        return here[1] if here[0] == there[0] and there[1] <= old[1] else 0

    # --- putting in

    def _insert(
        self, entries: Sequence[Entry], positions: dict[int, int], row: Sequence[Piece], told: Told
    ) -> list[tuple[etree._Element, Mark | Table]]:
        splits: list[tuple[etree._Element, Mark | Table]] = []
        stops = [piece.stop for piece in row]
        places: dict[int, tuple[etree._Element | None, list[etree._Element | None]]] = {}
        for at, entry in enumerate(entries):
            if isinstance(entry, Kept):
                continue
            position = positions[at]
            if position not in places:
                in_front = bisect_right(stops, position) - 1
                before = row[in_front].element if in_front >= 0 else None
                places[position] = before, self._behind(position, positions, row, told)
            before, following = places[position]
            if isinstance(entry, Mark | Table):
                new = [etree.Element(_SPLIT)]
                splits.append((new[0], entry))
            else:
                new = self.creator.inline(entry, self.part)
            for element in new:
                over = steps_over(element, before, following, self.desk.target, self.part)
                before, following = following[over - 1] if over else before, following[over:]
                before = self._put_in(element, before, following[0])
            places[position] = before, following
        return splits

    @staticmethod
    def _behind(
        position: int, positions: Mapping[int, int], row: Sequence[Piece], told: Told
    ) -> list[etree._Element | None]:
        """The pieces behind a place that came, as far as nothing else is put in, then what stands behind them."""
        limit = min((one for one in positions.values() if one > position), default=row[-1].stop + 1 if row else 0)
        found: list[etree._Element | None] = []
        for piece in row[bisect_left(row, position, key=attrgetter("start")) :]:
            found.append(piece.element)
            if piece.stop >= limit or arrival(told.about(piece) or ()) is None:
                return found
        return [*found, None]

    def _put_in(
        self, element: etree._Element, before: etree._Element | None, after: etree._Element | None
    ) -> etree._Element:
        """Put in what is struck, between two neighbours; returns the last of it."""
        found = put_in_shell(element, before, after, self.desk.target, self.part)
        if found is not None:
            return found[-1]
        nested = shell_around(before) is not None and shell_around(before) is shell_around(after)
        for one in runs_within((element,)) if nested else (element,):
            insert_between(self.paragraph, before, after, one)
            before = one
        return element if before is None else before

    def _split(self, sentinel: etree._Element, token: Mark | Table) -> None:
        if isinstance(token, Mark):
            first = self.creator.paragraph((), token, self.part)
            split_paragraph(self.paragraph, sentinel, first)
            return
        parent = sentinel.getparent()
        if parent is not None:
            parent.remove(sentinel)
        self.paragraph.addprevious(self.creator.table(token, self.part))

    # --- what came and what looks otherwise

    def _wrap(self, row: Sequence[Piece], kept: Sequence[Kept], *, came: bool) -> None:
        """Wrap what came.

        Args:
            came: Nothing went here, so that what all words came with is what the paragraph came with. Its mark may
                tell of the paragraph behind it (docs/analysis/tracked-changes.md, closing marks).
        """
        told = Told.of(kept)
        said = [told.about(piece) for piece in row]
        left, right = _last_known(said), _last_known(said[::-1])[::-1]
        whole = _shared([entry.inline.revisions for entry in kept]) if came else ()
        fields = _fields(row)
        for at, (piece, known) in enumerate(zip(row, said, strict=True)):
            inside = [one for one in said[fields[at]] if one is not None] if at in fields else []
            if known is not None:
                revisions = known
            elif self.staying and any(leaf in self.staying for leaf in piece.element):
                revisions = ()
            elif holds_box(piece):
                revisions = ()  # a text box says by itself whether it came
            elif inside:
                revisions = _shared(inside)  # the code of a field comes with the words of it, and so does its end
            else:
                revisions = self._around(left[at], right[at]) or whole
            self.desk.tracker.wrap(piece.element, revisions)
            self.creator.reformatted(piece.element, revisions)

    def _around(self, left: Revisions | None, right: Revisions | None) -> Revisions:
        """What no inline speaks of, such as the code of a transparent field, came with both its neighbours."""
        ends = [_end(left), _end(right)]
        ends = [end for end, known in zip(ends, (left, right), strict=True) if known is not None]
        if left is None or right is None:
            ends.append(_end(self.mark.revisions))
        return _shared([() if end is None else (end,) for end in ends])

    def _end(self) -> None:
        if (moved := moved_break(self.desk, self.mark)) is not None:
            move_break(self.desk, self.paragraph, moved, self.old_look[0] if self.old_look else None)
            return
        if self.old_look is not None:
            before, revision = self.old_look
            self.desk.tracker.changed(child(self.paragraph, "w:pPr", first=True), before, revision)
        if (relabelling := label_change(self.mark)) is not None:
            mark_label(self.desk, self.paragraph, relabelling)
        self.desk.tracker.mark(self.paragraph, self.mark.revisions)


def _last_known(said: Sequence[Revisions | None]) -> list[Revisions | None]:
    """For each piece, what was said last of one in front of it."""
    found: list[Revisions | None] = []
    last: Revisions | None = None
    for one in said:
        found.append(last)
        last = last if one is None else one
    return found


def _end(revisions: Revisions | None) -> Revision | None:
    return arrival(revisions or ())


def _shared(found: Sequence[Revisions]) -> Revisions:
    """The arrival that all have."""
    first = arrival(found[0]) if found else None
    return (first,) if first is not None and all(arrival(one) == first for one in found) else ()


def _fields(row: Sequence[Piece]) -> dict[int, slice]:
    """For each piece of a whole field, from where to where the innermost around it goes."""
    found: dict[int, slice] = {}
    begun: list[int] = []
    for at, piece in enumerate(row):
        for character in piece.element.iter(_FIELD_CHARACTER):
            kind = character.get(qn("w:fldCharType"))
            if kind == "begin":
                begun.append(at)
            elif kind == "end" and begun:
                whole = slice(begun.pop(), at + 1)
                for inner in range(whole.start, whole.stop):
                    found.setdefault(inner, whole)
    return found
