"""Lay what one side of a redline says beside the file that it must be, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from treatykit.model.properties import ParagraphFormat, RunFormat
from treatykit.ooxml.proof.controls import Control
from treatykit.ooxml.proof.looks import Looks
from treatykit.ooxml.proof.opened import Opened
from treatykit.ooxml.proof.said import (
    NEW,
    OLD,
    UNTRACKED,
    WORDS,
    Aspect,
    Departure,
    Edge,
    Entry,
    Par,
    Part,
    Said,
    Story,
    words,
)
from treatykit.ooxml.table_conditions import TableStyle, TableStyles
from treatykit.records import dataclass

_PLAIN: Final = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")
_MOST_SHOWN: Final = 50
_LONGEST_REFERENCE: Final = 80


@dataclass(frozen=True, slots=True)
class Terms:
    """What the old side is compared with.

    Attributes:
        pending: The side of the old file that was compared, where changes are pending in it.
        formatting: Whether formatting is compared.
        same: Words as they are compared; None where they are compared as they stand.
    """

    pending: int = NEW
    formatting: bool = True
    same: Callable[[str], str] | None = None


EXACTLY: Final = Terms()


class _Placed(NamedTuple):
    """A paragraph of one of the two files, with what its looks are worked out of."""

    looks: Looks
    said: Par
    tables: TableStyles

    def look(self) -> ParagraphFormat:
        """What it departs in from the styles that hold for it."""
        return self.looks.resolved_paragraph(self.said.look, self.tables)

    def runs(self) -> list[tuple[str, RunFormat]]:
        """Its words with what they depart in from the styles, equal neighbours joined."""
        found: list[tuple[str, RunFormat]] = []
        for part in self.said.content:
            if part.kind in WORDS:
                now, before = self.looks.resolved_run(part.look, self.said.look.style, self.tables), ""
                if found and found[-1][1] == now:
                    before, _ = found.pop()
                found.append((before + part.value, now))
        return found


@dataclass(frozen=True, slots=True)
class Beside:
    """Compares one side of a redline with the file that it must be."""

    side: int
    made: Opened
    wanted: Opened
    terms: Terms

    def departures(self, found: Said, wanted: Said) -> Iterator[Departure]:
        """Where the two differ."""
        yield from self._story(found.body, wanted.body)
        if self.side == NEW and found.comments != wanted.comments:
            yield self._departure(Aspect.COMMENTS)
        if [one.pages for one in found.sections] != [one.pages for one in wanted.sections]:
            yield self._departure(Aspect.PAGES)
        yield from self._running(found, wanted)

    def controls(self, found: list[Control], wanted: list[Control]) -> Iterator[Departure]:
        """Which content controls say something else, or stand around something else; one of either is enough."""
        for here, there in zip_longest(found, wanted):
            if here != there and self.terms.same is None:
                yield self._departure(Aspect.CONTROLS, (there or here or Control("")).holds)
                return

    def _running(self, found: Said, wanted: Said) -> Iterator[Departure]:
        untracked = len(found.sections) != len(wanted.sections) and self.side == OLD
        for here, there in zip_longest(found.sections, wanted.sections):
            ours, theirs = (one.running if one else {} for one in (here, there))
            for place in sorted({*ours, *theirs}):
                # A header that only one of the files refers to comes and goes with its reference, which is not tracked.
                alone = self.side == OLD and (place not in ours or place not in theirs)
                for one in self._story(ours.get(place), theirs.get(place)):
                    binding = one.is_binding
                    yield replace(one, aspect=Aspect.RUNNING, untracked=untracked or alone) if binding else one

    def _story(self, found: Story | None, wanted: Story | None) -> Iterator[Departure]:
        """Where two stories differ, of which one may not be there."""
        found, wanted = found or self.made.nothing, wanted or self.wanted.nothing
        if self.terms.same is not None:
            yield from self._loosely(found, wanted, self.terms.same)
            return
        if found == wanted or not (found.says_anything or wanted.says_anything):
            return
        if self.side == OLD and found.unread != wanted.unread:
            # Nothing can say of a block that is kept unread that it came, went or stands elsewhere.
            yield replace(self._departure(Aspect.OBJECTS), untracked=True)
            found, wanted = (each.without(each.unread) for each in (found, wanted))
        yield from self._entries(found, wanted)

    def _entries(self, found: Story, wanted: Story) -> Iterator[Departure]:
        renumbered = found.renumbered(wanted)
        tables: list[tuple[TableStyle, TableStyle]] = []
        for at, (here, there) in enumerate(zip_longest(found.entries, wanted.entries)):
            if isinstance(here, Edge) and isinstance(there, Edge):
                if here.table and there.table:
                    tables.append((here.table, there.table))
                elif here.kind == "end of a cell":
                    tables.pop()
            if here == there and at not in renumbered:
                continue
            departures = list(self._entry(here, there, tables, renumbered=at in renumbered))
            yield from (one if one.place else replace(one, place=_place(found, wanted, at)) for one in departures)
            if any(one.is_binding for one in departures):
                return  # from here on, nothing stands beside what it belongs to

    def _loosely(self, found: Story, wanted: Story, same: Callable[[str], str]) -> Iterator[Departure]:
        """Compare nothing but the words, in one line: what was passed over may be whole paragraphs."""
        here, there = ("".join(same(words(one.content)) for one in each.paragraphs) for each in (found, wanted))
        if here != there:
            at = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), 0)
            yield self._departure(Aspect.TEXT, here[at:])

    def _entry(
        self,
        found: Entry | None,
        wanted: Entry | None,
        tables: Sequence[tuple[TableStyle, TableStyle]],
        *,
        renumbered: bool,
    ) -> Iterator[Departure]:
        if isinstance(found, Par) and isinstance(wanted, Par):
            ours = _Placed(self.made.looks, found, tuple(one for one, _ in tables))
            theirs = _Placed(self.wanted.looks, wanted, tuple(one for _, one in tables))
            yield from self._paragraph(ours, theirs, renumbered=renumbered)
        elif isinstance(found, Edge) and isinstance(wanted, Edge) and found.kind == wanted.kind:
            if found.shape != wanted.shape:
                yield self._departure(Aspect.OBJECTS if found.kind == "unread" else Aspect.TABLES)
            elif self.terms.formatting:
                yield self._departure(Aspect.FORMATTING)
        else:
            is_edge = isinstance(found, Edge) and isinstance(wanted, Edge)
            yield self._departure(Aspect.TABLES if is_edge else Aspect.TEXT)

    def _paragraph(self, ours: _Placed, theirs: _Placed, *, renumbered: bool) -> Iterator[Departure]:
        found, wanted = ours.said, theirs.said
        if self._line(found) != self._line(wanted):
            if self.side == OLD and _differ_in_places_of_boxes(found, wanted):
                yield replace(self._departure(Aspect.OBJECTS), untracked=True)
            else:
                yield self._departure(self._what_differs(found, wanted))
            return
        for here, there in zip(_signs(found), _signs(wanted), strict=True):
            if here.value != there.value:
                yield self._departure(Aspect.OBJECTS)
            for one in self._story(here.inside, there.inside):
                aspect = Aspect.NOTES if one.aspect is Aspect.TEXT and here.kind == "note" else one.aspect
                yield replace(one, aspect=aspect)
        if self.terms.formatting and not _look_alike(ours, theirs):
            yield self._departure(Aspect.FORMATTING)
        if renumbered:
            yield self._departure(Aspect.NUMBERS)
        if found.links != wanted.links:
            yield self._departure(Aspect.LINKS)
        if found.fields != wanted.fields:
            yield self._departure(Aspect.FIELDS)

    def _line(self, paragraph: Par) -> str:
        """The words and the places of the signs among them."""
        marks = {"note": "\x01", "box": "\x02", "object": "\x03"}
        line = "".join(marks.get(part.kind, part.value) for part in paragraph.content)
        return line.translate(_PLAIN) if self.made.own else line

    def _what_differs(self, found: Par, wanted: Par) -> Aspect:
        if words(found.content) == words(wanted.content):
            kinds = [[part.kind for part in _signs(one)] for one in (found, wanted)]
            return Aspect.NOTES if kinds[0].count("note") != kinds[1].count("note") else Aspect.OBJECTS
        follows = any(_follows(one, other) for one, other in ((found, wanted), (wanted, found)))
        return Aspect.FIELDS if follows else Aspect.TEXT

    def _departure(self, aspect: Aspect, shown: str = "") -> Departure:
        return Departure(self.side, aspect, _shown(shown), untracked=self.side == OLD and aspect in UNTRACKED)


def _look_alike(ours: _Placed, theirs: _Placed) -> bool:
    found, wanted = ours.said, theirs.said
    if found.look != wanted.look and (found.look.style_name != wanted.look.style_name or ours.look() != theirs.look()):
        return False
    return found.content == wanted.content or ours.runs() == theirs.runs()


def _place(found: Story, wanted: Story, at: int) -> str:
    """How the paragraph at a place begins; where it says nothing, the last one before it that does."""
    for place in range(at, -1, -1):
        for entries in (found.entries, wanted.entries):
            entry = entries[place] if place < len(entries) else None
            if isinstance(entry, Par) and (line := words(entry.content).strip()):
                return _shown(line)
    return ""


def _shown(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN].rsplit(' ', 1)[0]} …"


def _signs(paragraph: Par) -> list[Part]:
    return [part for part in paragraph.content if part.kind not in WORDS]


def _differ_in_places_of_boxes(found: Par, wanted: Par) -> bool:
    """Whether text boxes hang on other words of a paragraph, and nothing else of it is another."""
    boxes = [[part.inside for part in one.content if part.kind == "box"] for one in (found, wanted)]
    signs = [[part.value for part in _signs(one) if part.kind != "box"] for one in (found, wanted)]
    return boxes[0] == boxes[1] and signs[0] == signs[1] and words(found.content) == words(wanted.content)


def _follows(paragraph: Par, other: Par) -> bool:
    """Whether two paragraphs differ only in what cross-references print, which follows from where they lead."""
    pattern = "".join(
        f".{{0,{_LONGEST_REFERENCE}}}?" if part.kind == "ref" else re.escape(part.value) if part.kind == "" else ""
        for part in paragraph.content
    )
    return any(part.kind == "ref" for part in paragraph.content) and bool(
        re.fullmatch(pattern, words(other.content), re.DOTALL)
    )
