"""Lay what a redline says, accepted and rejected, beside the two files that it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import zip_longest
from typing import Final

from treatykit.ooxml.disputes import disputed_styles
from treatykit.ooxml.package import open_package
from treatykit.ooxml.proof.looks import Numbers
from treatykit.ooxml.proof.opened import Opened, opened
from treatykit.ooxml.proof.said import (
    LISTED,
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
    Verdict,
    paragraphs,
    says_anything,
    words,
)
from treatykit.ooxml.proof.stories import said
from treatykit.ooxml.style_facets import Disputed

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


def prove(redline: bytes, old: bytes | None, new: bytes, terms: Terms = EXACTLY) -> Verdict:
    """Whether a redline gives the new file when all is accepted, and the old one when all is rejected.

    Args:
        redline: The file that was written.
        old: As for `hear`, like the others.
    """
    return hear(old, new, terms).verdict(redline)


def hear(old: bytes | None, new: bytes, terms: Terms = EXACTLY) -> Heard:
    """What both files say, so that a redline of them can be proved: most of the work, for which it need not exist yet.

    Changes that are pending in the new file count as accepted.

    Args:
        old: None if the old text came from no Word file; then only the new side is compared.
        new: The file that the redline is written into.
        terms: What was passed over between the two.
    """

    @cache
    def disputed() -> Disputed:
        return disputed_styles(*(open_package(data, "") for data in (old or new, new)))

    open_file = partial(opened, numbers=Numbers(), disputed=disputed, memory={})
    files = []
    for side, file, on in ((NEW, new, EXACTLY), (OLD, old, terms)):
        if file is not None:
            package = open_file(file)
            files.append(_File(side, package, said(package, both_sides=on.pending == OLD)[on.pending == OLD], on))
            package.let_go()  # before the next file is opened
    return Heard(tuple(files), open_file)


@dataclass(frozen=True, slots=True)
class _File:
    """One of the two files, with the side of the redline that must say what it says."""

    side: int
    package: Opened
    said: Said
    terms: Terms


@dataclass(frozen=True, slots=True)
class Heard:
    """What the files say that a redline was made from, before it is proved."""

    _files: tuple[_File, ...]
    _open: Callable[[bytes], Opened]

    def verdict(self, redline: bytes) -> Verdict:
        """Whether a redline of the files is what it must be (`prove`)."""
        made = self._open(redline)
        told = said(made, both_sides=any(file.side == OLD for file in self._files))
        made.let_go()
        departures: list[Departure] = []
        for file in self._files:
            compared = _Side(file.side, made, file.package, file.terms)
            departures += compared.departures(told[file.side == OLD], file.said)
        met = {aspect for file in self._files for aspect in file.said.met}
        return Verdict(tuple(aspect for aspect in LISTED if aspect in met), tuple(departures))


@dataclass(frozen=True, slots=True)
class _Side:
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

    def _running(self, found: Said, wanted: Said) -> Iterator[Departure]:
        untracked = len(found.sections) != len(wanted.sections) and self.side == OLD
        for here, there in zip_longest(found.sections, wanted.sections):
            ours, theirs = (one.running if one else {} for one in (here, there))
            for place in sorted({*ours, *theirs}):
                # A header that only one of the files refers to comes and goes with its reference, which is not tracked.
                alone = self.side == OLD and (place not in ours or place not in theirs)
                for one in self._story(ours.get(place, ()), theirs.get(place, ())):
                    binding = one.is_binding
                    yield replace(one, aspect=Aspect.RUNNING, untracked=untracked or alone) if binding else one

    def _story(self, found: tuple[Entry, ...], wanted: tuple[Entry, ...]) -> Iterator[Departure]:
        if self.terms.same is not None:
            yield from self._loosely(found, wanted, self.terms.same)
            return
        if not says_anything(found) and not says_anything(wanted):
            return
        if self.side == OLD and _unread(found) != _unread(wanted):
            # Nothing can say of a block that is kept unread that it came or went.
            yield replace(self._departure(Aspect.OBJECTS), untracked=True)
            found, wanted = (tuple(one for one in each if one not in _unread(each)) for each in (found, wanted))
        for at, (here, there) in enumerate(zip_longest(found, wanted)):
            if here == there:
                continue
            departures = list(self._entry(here, there))
            yield from (one if one.place else replace(one, place=_place(found, wanted, at)) for one in departures)
            if any(one.is_binding for one in departures):
                return  # from here on, nothing stands beside what it belongs to

    def _loosely(
        self, found: tuple[Entry, ...], wanted: tuple[Entry, ...], same: Callable[[str], str]
    ) -> Iterator[Departure]:
        """Compare nothing but the words, in one line: what was passed over may be whole paragraphs."""
        here, there = ("".join(same(words(one.content)) for one in paragraphs(each)) for each in (found, wanted))
        if here != there:
            at = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), 0)
            yield self._departure(Aspect.TEXT, here[at:])

    def _entry(self, found: Entry | None, wanted: Entry | None) -> Iterator[Departure]:
        if isinstance(found, Par) and isinstance(wanted, Par):
            yield from self._paragraph(found, wanted)
        elif isinstance(found, Edge) and isinstance(wanted, Edge) and found.kind == wanted.kind:
            if found.shape != wanted.shape:
                yield self._departure(Aspect.OBJECTS if found.kind == "unread" else Aspect.TABLES)
            elif self.terms.formatting:
                yield self._departure(Aspect.FORMATTING)
        else:
            is_edge = isinstance(found, Edge) and isinstance(wanted, Edge)
            yield self._departure(Aspect.TABLES if is_edge else Aspect.TEXT)

    def _paragraph(self, found: Par, wanted: Par) -> Iterator[Departure]:
        ours, theirs = self._line(found), self._line(wanted)
        if ours != theirs:
            yield self._departure(self._what_differs(found, wanted))
            return
        for here, there in zip(_signs(found), _signs(wanted), strict=True):
            if here.value != there.value:
                yield self._departure(Aspect.OBJECTS)
            for one in self._story(here.inside, there.inside):
                aspect = Aspect.NOTES if one.aspect is Aspect.TEXT and here.kind == "note" else one.aspect
                yield replace(one, aspect=aspect)
        if self.terms.formatting and not self._looks_alike(found, wanted):
            yield self._departure(Aspect.FORMATTING)
        if found.number != wanted.number:
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

    def _looks_alike(self, found: Par, wanted: Par) -> bool:
        if (found.style_name, found.look) != (wanted.style_name, wanted.look):
            if found.style_name != wanted.style_name:
                return False
            looks = [opened.resolved_paragraph(one, side) for opened, one, side in self._both(found, wanted)]
            if looks[0] != looks[1]:
                return False
        if found.content == wanted.content:
            return True
        runs = [list(_resolved(opened, one, side)) for opened, one, side in self._both(found, wanted)]
        return runs[0] == runs[1]

    def _both(self, found: Par, wanted: Par) -> tuple[tuple[Opened, Par, int], tuple[Opened, Par, int]]:
        return (self.made, found, self.side), (self.wanted, wanted, self.terms.pending)

    def _departure(self, aspect: Aspect, shown: str = "") -> Departure:
        return Departure(self.side, aspect, _shown(shown), untracked=self.side == OLD and aspect in UNTRACKED)


def _unread(entries: tuple[Entry, ...]) -> list[Entry]:
    return [one for one in entries if isinstance(one, Edge) and one.kind == "unread"]


def _place(found: tuple[Entry, ...], wanted: tuple[Entry, ...], at: int) -> str:
    """How the paragraph at a place begins; where it says nothing, the last one before it that does."""
    for place in range(at, -1, -1):
        for entries in (found, wanted):
            entry = entries[place] if place < len(entries) else None
            if isinstance(entry, Par) and (line := words(entry.content).strip()):
                return _shown(line)
    return ""


def _shown(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN].rsplit(' ', 1)[0]} …"


def _signs(paragraph: Par) -> list[Part]:
    return [part for part in paragraph.content if part.kind not in WORDS]


def _follows(paragraph: Par, other: Par) -> bool:
    """Whether two paragraphs differ only in what cross-references print, which follows from where they lead."""
    pattern = "".join(
        f".{{0,{_LONGEST_REFERENCE}}}?" if part.kind == "ref" else re.escape(part.value) if part.kind == "" else ""
        for part in paragraph.content
    )
    return any(part.kind == "ref" for part in paragraph.content) and bool(
        re.fullmatch(pattern, words(other.content), re.DOTALL)
    )


def _resolved(opened: Opened, paragraph: Par, side: int) -> Iterator[tuple[str, object]]:
    """The words of a paragraph with what they depart in from the styles, equal neighbours joined."""
    pending, look = "", None
    for part in paragraph.content:
        if part.kind not in WORDS:
            continue
        now = opened.resolved_run(paragraph, part.look, side)
        if now != look and pending:
            yield pending, look
            pending = ""
        pending, look = pending + part.value, now
    if pending:
        yield pending, look
