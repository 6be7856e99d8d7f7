"""Print the numbers of a Word file: once as the text reads with all changes accepted, once as it read before them.

While changes are pending Word counts deleted and inserted paragraphs alike, so what it shows is
neither the old number nor the new one. A paragraph whose number follows from other
changes gets a reformatting that says so (docs/analysis/list-numbers.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from treatykit.model.content import Block, Inline, Mark, NoteReference, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.ooxml.counters import Counters
from treatykit.ooxml.numbering import Numbering
from treatykit.readers.docx_part import Findings, ListPlace
from treatykit.records import dataclass

Places = Mapping[tuple[str, int], ListPlace]


def number_document(
    document: Document, numbering: Numbering, places: Places, findings: Findings, *, pending: bool
) -> Document:
    """The document with the automatic labels that Word would print.

    Args:
        document: As read, with sources.
        numbering: The lists of the package.
        places: Part and element of each paragraph to its place in the lists.
        findings: Told of number formats that cannot be printed here.
        pending: Something in the document is changed, so that the two counts may differ.
    """
    if not numbering.lists:
        return document
    labels = body_labels(numbering)
    notes = _Counting(numbering, places, labels.of_notes, pending=pending)
    body = _Counting(numbering, places, labels, notes=notes, pending=pending)
    numbered = replace(
        document,
        body=body.story(document.body),
        headers=tuple(
            replace(
                header,
                blocks=_Counting(numbering, places, Labels(Counters(numbering)), pending=pending).story(header.blocks),
            )
            for header in document.headers
        ),
    )
    labels.tell(findings)
    return numbered


@dataclass(slots=True)
class Labels:
    """The numbers of one story in which nothing is changed, paragraph by paragraph in their order.

    Attributes:
        notes: Those of the notes of the story, where these are counted by themselves.
    """

    counters: Counters
    notes: Labels | None = None
    # By those that had no label yet, which stay here lest others get their identity.
    _labelled: dict[tuple[int, str], tuple[Properties, Properties]] = field(default_factory=dict)

    @property
    def of_notes(self) -> Labels:
        """Those of the notes that the story refers to."""
        return self.notes or self

    def of(self, properties: Properties, place: tuple[int, int] | None) -> Properties:
        """The properties of the next paragraph with its label; those that are alike with one number are one object."""
        text = self.counters.label(*place) if place else None
        # A label that somebody typed stands: in our own files such a paragraph is in no list.
        if text is None or properties.label is not None:
            return properties
        key = (id(properties), text)
        if key not in self._labelled:
            self._labelled[key] = properties, replace(properties, label=Label(text))
        return self._labelled[key][1]

    def tell(self, findings: Findings) -> None:
        """Tell of number formats that cannot be printed here."""
        for unknown in sorted(self.counters.unknown | self.of_notes.counters.unknown):
            findings.warn("number-format", f"numbers in the format '{unknown}' are printed in digits")


def body_labels(numbering: Numbering) -> Labels:
    """The numbers of a body, whose notes are one story."""
    return Labels(Counters(numbering), Labels(Counters(numbering)))


@dataclass(slots=True)
class _Counting:
    """The counts of one story, before and after its changes; all notes are one story.

    Attributes:
        labels: The counts after its changes.
        pending: Something in the document is changed, so that the two counts may differ.
    """

    numbering: Numbering
    places: Places
    labels: Labels
    notes: _Counting | None = None
    pending: bool = True
    old: Counters = field(init=False)
    cause: Revision | None = None  # the last change that made the two counts differ

    def __post_init__(self) -> None:
        self.old = Counters(self.numbering)

    def story(self, story: Story, around: Revisions = ()) -> Story:
        return tuple([self._block(block, around) for block in story])

    def _block(self, block: Block, around: Revisions) -> Block:
        match block:
            case Paragraph(inlines, mark):
                numbered = self._mark(mark, around) if self.pending else self._counted(mark)
                if NoteReference in map(type, inlines):
                    inlines = tuple(self._inline(inline, around) for inline in inlines)
                elif numbered is mark:
                    return block
                return Paragraph(inlines, numbered)
            case Table(rows):
                return replace(block, rows=tuple(self._row(row, around) for row in rows))
            case _:
                return block

    def _row(self, row: Row, around: Revisions) -> Row:
        within = (*around, *row.revisions)
        cells = tuple(replace(cell, blocks=self.story(cell.blocks, (*within, *cell.revisions))) for cell in row.cells)
        return replace(row, cells=cells)

    def _inline(self, inline: Inline, around: Revisions) -> Inline:
        if not isinstance(inline, NoteReference):
            return inline
        return replace(inline, blocks=(self.notes or self).story(inline.blocks, (*around, *inline.revisions)))

    def _counted(self, mark: Mark) -> Mark:
        place = self._place(mark)
        properties = mark.properties if place is None else self.labels.of(mark.properties, place.now)
        return mark if properties is mark.properties else Mark(properties=properties, key=mark.key, source=mark.source)

    def _mark(self, mark: Mark, around: Revisions) -> Mark:
        place = self._place(mark)
        if place is None:
            return mark
        revisions = (*around, *mark.revisions)
        came, goes = arrival(revisions), departure(revisions)
        new = None if goes else self._label(self.labels.counters, place.now)
        old = None if came else self._label(self.old, place.before)
        restyled = next((one for one in mark.revisions if one.before is not None and place.now != place.before), None)
        self.cause = goes or came or restyled or self.cause
        if came and goes:
            return mark
        mark = _labelled_before(mark, new if came else old)
        if goes or came:
            return _labelled(mark, old if goes else new)
        labelled = _labelled(mark, new)
        return labelled if new == old else _renumbered(labelled, old, self.cause)

    def _place(self, mark: Mark) -> ListPlace | None:
        return self.places.get((mark.source[0].part, mark.source[0].element)) if mark.source else None

    @staticmethod
    def _label(counters: Counters, place: tuple[int, int] | None) -> Label | None:
        text = counters.label(*place) if place else None
        return Label(text) if text else None


def _labelled(mark: Mark, label: Label | None) -> Mark:
    # A label that somebody typed stands: in our own files such a paragraph is in no list.
    if mark.properties.label is not None or label is None:
        return mark
    return replace(mark, properties=replace(mark.properties, label=label))


def _labelled_before(mark: Mark, label: Label | None) -> Mark:
    """The old properties of a reformatting get the old number."""
    return replace(
        mark,
        revisions=tuple(
            replace(revision, before=replace(revision.before, label=label))
            if isinstance(revision.before, Properties) and revision.before.label is None
            else revision
            for revision in mark.revisions
        ),
    )


def _renumbered(mark: Mark, old: Label | None, cause: Revision | None) -> Mark:
    if any(isinstance(revision.before, Properties) for revision in mark.revisions) or cause is None:
        return mark
    before = replace(mark.properties, label=old)
    # Number 0: a number that only follows is nothing that anybody decides on.
    followed = Revision(kind=RevisionKind.REFORMATTED, author=cause.author, date=cause.date, before=before)
    return replace(mark, revisions=(*mark.revisions, followed))
