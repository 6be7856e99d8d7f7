"""Puts the paragraphs of a manuscript together: inlines and marks with their revisions, notes in their signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from itertools import takewhile

from treatykit.markup.manuscript.facts import Facts, Numbers
from treatykit.markup.manuscript.looks import read_look, read_properties
from treatykit.markup.manuscript.tracking import Order, Remark
from treatykit.model.content import (
    Field,
    Inline,
    Mark,
    NoteReference,
    Paragraph,
    Reference,
    Slot,
    Text,
)
from treatykit.model.normal import normal_inlines
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings
from treatykit.readers.manuscript_line import EndSign, Node, NoteSign, ReadLine, Tracked
from treatykit.records import dataclass

Note = Callable[[str], NoteReference | None]
"""Gives the note of a label, the first time it is asked for it."""


@dataclass(slots=True)
class Putter:
    """Puts the paragraphs of one file together, in reading order.

    Attributes:
        note: Looks up notes.
    """

    facts: Facts
    note: Note
    order: Order = field(default_factory=Order)

    def __post_init__(self) -> None:
        self.order = Order(self.facts.hand.numbered)

    def paragraph(self, line: ReadLine, expected: Properties, *, closing: bool = False) -> Paragraph:
        """A paragraph that is what its form and its comment say.

        Args:
            line: As it was read.
            expected: What its form says.
            closing: It ends a cell or a note, and so its mark comes and goes with that alone.
        """
        properties = read_properties(line.words, expected, typed=self.facts.numbers is Numbers.TYPED)
        if properties.label and properties.label.text != line.label:
            _take_off(line, properties.label.text, stop=". " if line.is_heading else " ")
        self.order.begin()
        inlines = [self._inline(node) for node in line.nodes]
        revisions = self._of_mark(line, properties, inlines, closing=closing)
        if line.is_heading:
            self.order.around = self.order.touching
        mark = Mark(properties=properties, revisions=revisions, key=line.key)
        return Paragraph(normal_inlines(inlines), mark)

    def revisions(self, remarks: Iterable[Remark]) -> Revisions:
        """What remarks say of a row or a cell."""
        changes = [Tracked(remark.kind or RevisionKind.INSERTED, remark) for remark in remarks]
        found = _settled(self._revision(change) for change in changes)
        self.order.saw(found)
        return found

    def _inline(self, node: Node) -> Inline:
        revisions = _settled(self._revision(change) for change in node.tracked)
        self.order.saw(revisions)
        match node.what:
            case NoteSign(label):
                outside = self.order.enter()
                note = self.note(label)
                self.order.leave(outside)
                return replace(note, revisions=revisions) if note else Text(f"[^{label}]", revisions=revisions)
            case EndSign():
                raise AssertionError("the end of a paragraph is no inline")
            case Text() | Slot() | Reference() | Field() as inline:
                return replace(inline, revisions=revisions)
            case inline:
                kept = tuple(revision for revision in revisions if revision.before is None)
                return replace(inline, revisions=kept)

    def _revision(self, change: Tracked, now: Properties | None = None) -> Revision:
        remark = change.remark
        if change.number is None:
            revision = self.facts.hand.revision(change.kind, remark, self.order.expected())
            change.number = revision.change
        else:
            revision = self.facts.hand.revision(change.kind, remark, change.number)
            revision = replace(revision, change=change.number)
        if change.kind is not RevisionKind.REFORMATTED or remark.was is None:
            return revision
        return replace(revision, before=read_properties(remark.was, now) if now else read_look(remark.was))

    def _of_mark(
        self, line: ReadLine, properties: Properties, inlines: Sequence[Inline], *, closing: bool
    ) -> Revisions:
        if line.end is not None:
            found = _settled(self._revision(change, properties) for change in line.end.tracked)
        elif inlines:
            alike = {_tracked(inline.revisions) for inline in inlines}
            found = alike.pop() if len(alike) == 1 and not closing else ()
        else:
            found = _settled(self._revision(change) for change in line.label_tracked)
        if line.old_label is not None:
            found = self._relabelled(line, properties, found)
        self.order.saw(found)
        return found

    def _relabelled(self, line: ReadLine, properties: Properties, found: Revisions) -> Revisions:
        """The revisions of a mark whose number changed: with what else changed, or alone."""
        typed = properties.label.typed if properties.label else self.facts.numbers is Numbers.TYPED
        old = Label(line.old_label, typed=typed) if line.old_label else None
        looks = [revision for revision in found if isinstance(revision.before, Properties)]
        if looks:
            first = looks[0]
            before = first.before
            assert isinstance(before, Properties)  # noqa: S101 - said for the type checker
            label = old if old is None or before.label is None else replace(old, typed=before.label.typed)
            changed = replace(first, before=replace(before, label=label))
            return tuple(changed if revision is first else revision for revision in found)
        alone = self.facts.hand.revision(RevisionKind.REFORMATTED, line.relabelled, 0)
        return (*found, replace(alone, before=replace(properties, label=old)))


def _take_off(line: ReadLine, label: str, *, stop: str) -> None:
    """Take a number that only a comment names off the first words."""
    leading = list(takewhile(lambda node: isinstance(node.what, Text), line.nodes))
    words = "".join(node.what.value for node in leading if isinstance(node.what, Text))
    alone = words == label and len(leading) == len(line.nodes)
    if alone:
        line.label_tracked = line.nodes[0].tracked
    left = len(label) if alone else len(label) + len(stop) if words.startswith(label + stop) else 0
    for node in leading:
        if isinstance(node.what, Text):
            taken = min(left, len(node.what.value))
            node.what = replace(node.what, value=node.what.value[taken:])
            left -= taken
    line.nodes = [node for node in line.nodes if node.what != Text("")]


def _tracked(revisions: Revisions) -> Revisions:
    return tuple(revision for revision in revisions if revision.kind is not RevisionKind.REFORMATTED)


def _settled(revisions: Iterable[Revision]) -> Revisions:
    """An arrival, then a departure, then what changed the look."""
    found = tuple(revisions)
    ends = (arrival(found), departure(found))
    return (*(end for end in ends if end is not None), *reformattings(found))
