"""Read in our own Word files what Word has no words for: blanks, references, brackets, defined terms.

The agreement on what carries them is docs/analysis/round-trip.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace
from itertools import groupby
from typing import Final

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Inline,
    Paragraph,
    Reference,
    Slot,
    Text,
)
from treatykit.model.plain import BLANK as BLANK_TEXT
from treatykit.model.plain import inlines_text
from treatykit.model.properties import UNFORMATTED, RunFormat
from treatykit.model.revisions import Revision, Revisions, arrival, departure
from treatykit.model.sources import join_sources, slice_sources
from treatykit.ooxml.attributions import parse_attribution
from treatykit.ooxml.facts import Facts, MilestoneFact, SlotFact
from treatykit.ooxml.role_styles import BLANK, BRACKET_CLOSE, BRACKET_NEXT, BRACKET_OPEN, DEFINED_TERM
from treatykit.readers.docx_part import Bookmark, Opened
from treatykit.records import dataclass

_Formatted = Text | Slot | Reference | Field
_SIGNS: Final = {
    BRACKET_OPEN: re.compile(r"\[[^\[]*"),
    BRACKET_NEXT: re.compile(r"\]\[[^\]]*"),
    BRACKET_CLOSE: re.compile(r"\]"),
}
_PRESENTATION: Final = frozenset({BLANK, DEFINED_TERM, *_SIGNS})


@dataclass(slots=True)
class OwnInlines:
    """What the facts of a file say of its paragraphs, by part and element."""

    facts: Facts
    opened: Opened
    slots: dict[tuple[str, int], list[tuple[Bookmark, SlotFact]]] = field(default_factory=dict)
    references: dict[tuple[str, int], list[tuple[Bookmark, str | None]]] = field(default_factory=dict)
    milestones: dict[tuple[str, int], list[tuple[Bookmark, MilestoneFact]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, bookmark in self.opened.bookmarks.items():
            if bookmark.revisions is None:
                continue
            place = (bookmark.part, bookmark.element)
            if name in self.facts.slots:
                self.slots.setdefault(place, []).append((bookmark, self.facts.slots[name]))
            elif name in self.facts.references:
                self.references.setdefault(place, []).append((bookmark, self.facts.references[name] or None))
            elif name in self.facts.milestones:
                self.milestones.setdefault(place, []).append((bookmark, self.facts.milestones[name]))

    def read(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph with its blanks, references and milestones."""
        place = _place(paragraph)
        inlines = list(paragraph.inlines)
        for bookmark, slot in self.slots.get(place, ()):
            inlines = _with_slot(inlines, bookmark, slot)
        for bookmark, target in self.references.get(place, ()):
            inlines = self._with_reference(inlines, bookmark, target)
        milestones = self.milestones.get(place, ())
        inlines = [found for inline in inlines for found in _bracket_signs(inline, milestones)]
        definitions = [(bookmark, fact.kind) for bookmark, fact in milestones if fact.kind]
        inlines = _with_definitions(inlines, definitions) if definitions else self._with_terms(inlines)
        return replace(paragraph, inlines=tuple(_plain(inline) for inline in inlines))

    def _with_reference(self, inlines: list[Inline], bookmark: Bookmark, target: str | None) -> list[Inline]:
        places = [at for at, inline in enumerate(inlines) if _within(inline, bookmark)]
        inside = [inlines[at] for at in places]
        at = places[0] if places else _index(inlines, bookmark.start)
        if self.opened.untouched and _led_elsewhere(inside):
            inside = [_kept(inline) for inline in inside if not departure(inline.revisions)]
        # Words of several hands are no longer one reference: they are read as they stand.
        if any(inline.revisions != inside[0].revisions or not isinstance(inline, _Formatted) for inline in inside):
            return inlines
        first = inside[0] if inside else None
        source = first.source if first else ()
        for inline in inside[1:]:
            source = join_sources(source, inline.source)
        if not any(isinstance(inline, Reference | Field) for inline in inside):
            self.opened.wordy.update((one.part, one.element, one.start) for one in source[:1])
        reference = Reference(
            target,
            inlines_text(inside),
            first.format if isinstance(first, _Formatted) else UNFORMATTED,
            revisions=first.revisions if first else bookmark.revisions or (),
            source=source,
        )
        rest = [inline for place, inline in enumerate(inlines) if place not in places]
        return [*rest[:at], reference, *rest[at:]]

    def _with_terms(self, inlines: list[Inline]) -> list[Inline]:
        """Runs in the style of defined terms stand between two milestones."""
        result: list[Inline] = []
        for in_term, group in groupby(inlines, self._in_term):
            run = list(group)
            if in_term:
                shared = _shared(inline.revisions for inline in run)
                result += [DefinitionOpen(revisions=shared), *run, DefinitionClose(revisions=shared)]
            else:
                result += run
        return result

    def _in_term(self, inline: Inline) -> bool:
        if isinstance(inline, _Formatted):
            return inline.format.style == DEFINED_TERM
        return any(
            self.opened.styled.get((source.part, source.element, source.start)) == DEFINED_TERM
            for source in inline.source[:1]
        )


def _led_elsewhere(inlines: list[Inline]) -> bool:
    """Whether a reference stands here as it was and as it is, since its target moved or was written anew."""
    sides = [(departure(inline.revisions), arrival(inline.revisions)) for inline in inlines]
    went = [gone for gone, came in sides if gone and not came]
    came = [came for gone, came in sides if came and not gone]
    live = [inline for inline in inlines if isinstance(inline, Field | Reference)]
    return (
        len(went) + len(came) == len(inlines)
        and len({revision.change for revision in (*went, *came)}) == 1
        and {bool(departure(inline.revisions)) for inline in live} == {True, False}
    )


def _kept(inline: Inline) -> Inline:
    revisions = tuple(revision for revision in inline.revisions if not revision.kind.is_arrival)
    return replace(inline, revisions=revisions)


def _place(paragraph: Paragraph) -> tuple[str, int]:
    source = next(iter(paragraph.mark.source), None)
    return (source.part, source.element) if source else ("", -1)


def _within(inline: Inline, bookmark: Bookmark) -> bool:
    return any(
        source.element == bookmark.element and bookmark.start <= source.start and source.stop <= bookmark.stop
        for source in inline.source
    )


def _with_slot(inlines: list[Inline], bookmark: Bookmark, slot: SlotFact) -> list[Inline]:
    # A blank that somebody has filled in Word is words; what still reads as a blank is one.
    return [
        Slot(slot.name, inline.format, slot.prompt, revisions=inline.revisions, source=inline.source)
        if isinstance(inline, Text) and inline.value == BLANK_TEXT and _within(inline, bookmark)
        else inline
        for inline in inlines
    ]


def _with_definitions(inlines: list[Inline], definitions: list[tuple[Bookmark, str]]) -> list[Inline]:
    for bookmark, kind in sorted(definitions, key=lambda found: found[0].start, reverse=True):
        milestone = DefinitionOpen if kind == "definition-open" else DefinitionClose
        inlines.insert(_index(inlines, bookmark.start), milestone(revisions=bookmark.revisions or ()))
    return inlines


def _index(inlines: list[Inline], position: int) -> int:
    """The place of the first inline that begins at or after a position."""
    return next(
        (at for at, inline in enumerate(inlines) if inline.source and inline.source[0].start >= position), len(inlines)
    )


def _bracket_signs(inline: Inline, facts: Iterable[tuple[Bookmark, MilestoneFact]]) -> list[Inline]:
    """The milestones that one run prints; Word joins neighbouring runs of one style."""
    if not isinstance(inline, Text) or inline.format.style not in _SIGNS:
        return [inline]
    style = inline.format.style
    fact = next((fact for bookmark, fact in facts if not fact.kind and _within(inline, bookmark)), None)
    pieces = [inline.value] if fact else _SIGNS[style].findall(inline.value)
    if "".join(pieces) != inline.value:
        return [inline]
    result: list[Inline] = []
    start = 0
    for piece in pieces:
        stop = start + len(piece)
        source = slice_sources(inline.source, start, stop)
        stances = fact.stances if fact else parse_attribution(piece.lstrip("[]"))
        if stances is None:
            return [inline]
        match style:
            case "Treaty Bracket":
                result.append(BracketOpen(stances, revisions=inline.revisions, source=source))
            case "Treaty Bracket Option":
                result.append(BracketNext(stances, revisions=inline.revisions, source=source))
            case _:
                result.append(BracketClose(revisions=inline.revisions, source=source))
        start = stop
    return result


def _plain(inline: Inline) -> Inline:
    """The inline without a style that only presents what it is."""
    if isinstance(inline, _Formatted) and inline.format.style in _PRESENTATION:
        inline = replace(inline, format=replace(inline.format, style=None))
    reformatted = tuple(_plain_revision(revision) for revision in inline.revisions)
    # Words that became a defined term, or are no longer one, look no different in themselves.
    look = inline.format if isinstance(inline, _Formatted) else None
    kept = tuple(revision for revision in reformatted if revision.before is None or revision.before != look)
    return inline if kept == inline.revisions else replace(inline, revisions=kept)


def _plain_revision(revision: Revision) -> Revision:
    before = revision.before
    if not isinstance(before, RunFormat) or before.style not in _PRESENTATION:
        return revision
    return replace(revision, before=replace(before, style=None))


def _shared(revisions: Iterable[Revisions]) -> Revisions:
    """The arrival and the departure that all have, else none."""
    found = list(revisions)
    ends = (
        end
        for end in (arrival(found[0]), departure(found[0]))
        if end is not None and all(end in others for others in found)
    )
    return tuple(ends)
