"""Read back our own Word files: what styles, hidden bookmarks and the custom part say goes before what anybody's would.

docs/analysis/round-trip.md is the agreement with the writer.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Final

from treatykit.model.content import Block, Field, Inline, Paragraph, Reference, Story, Text
from treatykit.model.document import Document
from treatykit.model.no_break import parted
from treatykit.model.pending import has_revisions
from treatykit.model.properties import Properties, Role
from treatykit.model.walk import map_document, map_looks
from treatykit.ooxml.change_numbers import is_noted
from treatykit.ooxml.closing_marks import unshift_closing_marks
from treatykit.ooxml.facts import Facts
from treatykit.ooxml.insertions_apart import respell_back
from treatykit.ooxml.origin import other_program
from treatykit.ooxml.role_styles import FURNITURE
from treatykit.readers.docx_marks import count_where_marks_stood
from treatykit.readers.docx_own_inlines import OwnInlines
from treatykit.readers.docx_own_labels import with_typed_labels
from treatykit.readers.docx_part import ListPlace, Opened
from treatykit.readers.docx_stories import map_stories
from treatykit.records import dataclass

_WORD: Final = "microsoft"


def own_changes(opened: Opened, facts: Facts) -> dict[int, tuple[int, bool]]:
    """Annotation ids to the numbers of their changes, as long as no other program has saved the file."""
    if not opened.untouched:
        return {}
    return {revision: (change.number, change.move) for change in facts.changes for revision in change.ids}


def warn_of_another_hand(opened: Opened) -> None:
    """Say that a program other than Word has saved a redline of ours: such programs write tracked changes anew."""
    program = other_program(opened.parts)
    if opened.untouched or _WORD in program.lower() or is_noted(opened.part(opened.main).root):
        return
    named = re.split(r"[/$ ]", program)[0]
    opened.findings.warn(
        "saved-elsewhere",
        f"{named or 'another program'} has saved this redline since it was made: accepting and rejecting may now "
        "join paragraphs, lose some, or give them other numbers",
        "decide the redline as treatykit wrote it",
    )


def read_own(document: Document, opened: Opened, facts: Facts) -> Document:
    """The document that we once wrote into this file, with whatever was done to it since."""
    places = {name: (bookmark.part, bookmark.element) for name, bookmark in opened.bookmarks.items()}
    own = _Own(
        inlines=OwnInlines(facts, opened),
        keys={places[name]: key for name, key in facts.keys.items() if name in places},
        roles={places[name]: found for name, found in facts.paragraphs.items() if name in places},
        kept=frozenset(places[name] for name in facts.kept if name in places),
        lists=opened.places,
        untouched=opened.untouched,
        marks_as_written=opened.marks_as_written and not opened.untouched,
    )
    document = map_stories(document, own.story)
    pending = has_revisions(document)
    if pending:
        warn_of_another_hand(opened)
    former = facts.former if pending else None
    meta = replace(document.meta, date=facts.date, variant=facts.variant, parties=facts.parties, former=former)
    return replace(document, meta=meta)


def with_plain_spaces(document: Document) -> Document:
    """Our document with the spaces before numbers as they were before it was printed (`treatykit.model.no_break`)."""
    return map_document(document, _with_plain_spaces)


def _with_plain_spaces(paragraph: Paragraph) -> Paragraph:
    inlines = tuple(_parted(inline) for inline in paragraph.inlines)
    return Paragraph(inlines, map_looks(paragraph.mark, _plain_label))


def _left_open(properties: Properties) -> Properties:
    """Without what the writer alone said: that the paragraph stays on one page with the next."""
    return replace(properties, format=replace(properties.format, keep_with_next=None))


def _parted(inline: Inline) -> Inline:
    match inline:
        case Text(value):
            return replace(inline, value=parted(value))
        case Reference() | Field():
            return replace(inline, text=parted(inline.text))
        case _:
            return inline


def _plain_label(properties: Properties) -> Properties:
    label = properties.label
    return replace(properties, label=replace(label, text=parted(label.text))) if label else properties


@dataclass(slots=True)
class _Own:
    inlines: OwnInlines
    keys: dict[tuple[str, int], str] = field(default_factory=dict)
    roles: dict[tuple[str, int], tuple[Role, int]] = field(default_factory=dict)
    kept: frozenset[tuple[str, int]] = frozenset()
    lists: dict[tuple[str, int], ListPlace] = field(default_factory=dict)
    untouched: bool = False
    marks_as_written: bool = False

    def story(self, story: Story, inside: bool) -> Story:
        kept = tuple(block for block in story if not _is_furniture(block))
        labelled = with_typed_labels(kept)
        settled = labelled if inside or self.marks_as_written else unshift_closing_marks(labelled)
        settled = respell_back(settled) if self.untouched else settled
        count_where_marks_stood(labelled, settled, self.lists)
        return tuple(self._paragraph(block) if isinstance(block, Paragraph) else block for block in settled)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        source = next(iter(paragraph.mark.source), None)
        place = (source.part, source.element) if source else ("", -1)
        paragraph = replace(paragraph, mark=replace(paragraph.mark, key=self.keys.get(place)))
        if place in self.roles:
            role, level = self.roles[place]
            properties = replace(paragraph.mark.properties, role=role, level=level)
            paragraph = replace(paragraph, mark=replace(paragraph.mark, properties=properties))
        if place in self.kept:
            paragraph = replace(paragraph, mark=map_looks(paragraph.mark, _left_open))
        return self.inlines.read(paragraph)


def _is_furniture(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.mark.properties.style in FURNITURE
