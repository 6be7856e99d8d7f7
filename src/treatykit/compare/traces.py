"""What a redline says, gathered by change: every node that a change touches, in reading order."""

from __future__ import annotations

from dataclasses import field, fields
from operator import attrgetter
from typing import NamedTuple

from treatykit.compare.places import Spot, running_spot
from treatykit.compare.scenes import Part, Scene
from treatykit.model.content import Mark, NoteReference, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.layouts import layout_revisions
from treatykit.model.pending import is_left_alone
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions
from treatykit.records import dataclass


class Key(NamedTuple):
    """What is decided together: the changes of one author with one number.

    Attributes:
        stretch: Tells unnumbered changes apart; those without a kept word between them are one.
    """

    author: str
    number: int
    stretch: int = 0


@dataclass(slots=True)
class Trace:
    """All that belongs to one change.

    Attributes:
        kinds: What its revisions did.
        body: Those of its parts that stand in no note.
    """

    key: Key
    kinds: set[RevisionKind] = field(default_factory=set)
    parts: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """A label alone that changed."""

    scene: Scene
    revision: Revision
    before: Properties


def gather(document: Document) -> list[Trace | Renumbering]:
    """The changes of a redline in the order in which they begin."""
    gatherer = _Gatherer()
    gatherer.story(document.body)
    for header in document.headers:
        gatherer.story(header.blocks, running_spot(header))
    return gatherer.found


def label_alone(revision: Revision, mark: Mark) -> Properties | None:
    """The properties before a revision that changed only the label; None for any other revision."""
    before, now = revision.before, mark.properties
    if not isinstance(before, Properties) or before.label == now.label:
        return None
    return before if _beside_label(before) == _beside_label(now) else None


_beside_label = attrgetter(*(each.name for each in fields(Properties) if each.name != "label"))


@dataclass(slots=True)
class _Gatherer:
    found: list[Trace | Renumbering] = field(default_factory=list)
    traces: dict[Key, Trace] = field(default_factory=dict)
    rows: int = 0
    stretches: int = 0

    def story(
        self, story: Story, spot: Spot | None = None, around: Revisions = (), row: int = 0, *, in_note: bool = False
    ) -> None:
        """Gather from a story; `around` are the revisions of the row, cell or note that holds it."""
        for index, block in enumerate(story):
            if not around and isinstance(block, Paragraph) and is_left_alone(block):
                continue
            here = spot or Spot(index)
            match block:
                case Paragraph():
                    self.paragraph(block, here, around, row, in_note=in_note)
                case OpaqueBlock():
                    self.scene(Scene(here, (block,), (_both(around, block.revisions),), row, in_note))
                case Table(rows):
                    if layout := layout_revisions(block):
                        self.scene(Scene(here.inside(", table"), (block,), (layout,), row, in_note))
                    for number, each in enumerate(rows, start=1):
                        self.rows += 1
                        marked = _both(around, _edits(each.revisions))
                        where, same_row = here.inside(f", row {number}"), row or self.rows
                        for cell in each.cells:
                            self.story(cell.blocks, where, _both(marked, _edits(cell.revisions)), same_row)

    def paragraph(self, paragraph: Paragraph, spot: Spot, around: Revisions, row: int, *, in_note: bool) -> None:
        """Gather from a paragraph, then from its notes."""
        nodes = (*paragraph.inlines, paragraph.mark)
        scene = Scene(spot, nodes, tuple([_both(around, node.revisions) for node in nodes]), row, in_note)
        self.scene(scene)
        for inline, revisions in zip(paragraph.inlines, scene.revisions, strict=False):
            if isinstance(inline, NoteReference):
                edited = bool(_edits(revisions))
                where = spot.inside(f", {inline.kind.value}")
                self.story(inline.blocks, where, revisions, row, in_note=in_note or edited)

    def scene(self, scene: Scene) -> None:
        """Sort the nodes of a scene by change."""
        touched: dict[Key, dict[int, list[RevisionKind]]] = {}
        last: dict[str, tuple[int, Key]] = {}  # the last unnumbered change of each author, and where
        for index, revisions in enumerate(scene.revisions):
            for revision in revisions:
                node = scene.nodes[index]
                before = label_alone(revision, node) if isinstance(node, Mark) else None
                if before is not None:
                    if not _edits(revisions):  # what came or went has no other number, whatever its file says
                        self.found.append(Renumbering(scene, revision, before))
                    continue
                key = Key(revision.author, revision.change)
                if not key.number:
                    key = self._stretch(key, index, last)
                touched.setdefault(key, {}).setdefault(index, []).append(revision.kind)
        for key, kinds in touched.items():
            part = Part(scene, tuple(kinds), len(kinds) == len(scene.nodes) and _one_way([*kinds.values()]))
            trace = self._trace(key)
            trace.kinds.update(*kinds.values())
            trace.parts.append(part)
            if not scene.in_note:
                trace.body.append(part)

    def _stretch(self, key: Key, index: int, last: dict[str, tuple[int, Key]]) -> Key:
        at, before = last.get(key.author, (-2, key))
        if at < index - 1:
            self.stretches += 1
            before = key._replace(stretch=self.stretches)
        last[key.author] = (index, before)
        return before

    def _trace(self, key: Key) -> Trace:
        if key not in self.traces:
            self.traces[key] = Trace(key)
            self.found.append(self.traces[key])
        return self.traces[key]


def _one_way(kinds: list[list[RevisionKind]]) -> bool:
    """Whether all nodes came, or all went, of which each was done this to."""
    edits = [[kind for kind in each if kind is not RevisionKind.REFORMATTED] for each in kinds]
    return all(edits) and len({kind.is_arrival for each in edits for kind in each}) == 1


def _both(around: Revisions, own: Revisions) -> Revisions:
    return (*around, *(revision for revision in own if revision not in around)) if around else own


def _edits(revisions: Revisions) -> Revisions:
    """What came or went, and not what only looks otherwise."""
    return tuple([revision for revision in revisions if revision.kind is not RevisionKind.REFORMATTED])
