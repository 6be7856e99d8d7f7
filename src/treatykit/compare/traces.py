"""What a redline says, gathered by change: every node that a change touches, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from treatykit.compare.places import Spot, running_spot
from treatykit.model.content import Inline, Mark, NoteReference, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.layouts import layout_revisions
from treatykit.model.pending import is_left_alone
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure

Node = Inline | Mark | OpaqueBlock | Table


class Key(NamedTuple):
    """What is decided together: the changes of one author with one number.

    Attributes:
        stretch: Tells unnumbered changes apart; those without a kept word between them are one.
    """

    author: str
    number: int
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph of a redline, or an opaque block or the layout of a table, with all that happened to its nodes.

    Attributes:
        nodes: The inlines, then the mark; an opaque block or a table alone.
        revisions: For each node its own revisions and those of the row or note around it.
        row: For the content of a table the same number in one row, else 0.
        in_note: It stands in a note that came or went as a whole.
    """

    spot: Spot
    nodes: tuple[Node, ...]
    revisions: tuple[Revisions, ...]
    row: int = 0
    in_note: bool = False

    @property
    def mark(self) -> Mark | None:
        """The mark of a paragraph."""
        last = self.nodes[-1]
        return last if isinstance(last, Mark) else None

    def stands(self, *, in_old: bool) -> bool:
        """Whether anything of it is read on one side."""
        return any(is_in(revisions, in_old=in_old) for revisions in self.revisions)

    def read(self, *, in_old: bool) -> Iterator[tuple[Node, Revisions]]:
        """The nodes that are read on one side."""
        pairs = zip(self.nodes, self.revisions, strict=True)
        return ((node, revisions) for node, revisions in pairs if is_in(revisions, in_old=in_old))

    def inlines(self, *, in_old: bool) -> Iterator[Inline]:
        """The inlines that are read on one side."""
        return (node for node, _ in self.read(in_old=in_old) if not isinstance(node, Mark | OpaqueBlock | Table))


def is_in(revisions: Revisions, *, in_old: bool) -> bool:
    """Whether a node with these revisions is read in the old text, or in the new one."""
    return (arrival(revisions) if in_old else departure(revisions)) is None


@dataclass(frozen=True, slots=True)
class Part:
    """What one change did in one scene.

    Attributes:
        touched: The indexes of its nodes.
        whole: It brought, or took, all of the scene.
    """

    scene: Scene
    touched: tuple[int, ...]
    whole: bool


@dataclass(slots=True)
class Trace:
    """All that belongs to one change.

    Attributes:
        kinds: What its revisions did.
    """

    key: Key
    kinds: set[RevisionKind] = field(default_factory=set)
    parts: list[Part] = field(default_factory=list)


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
    before = revision.before
    if not isinstance(before, Properties) or before == mark.properties:
        return None
    return before if replace(before, label=mark.properties.label) == mark.properties else None


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
        if not around and is_left_alone(paragraph):
            return
        nodes = (*paragraph.inlines, paragraph.mark)
        scene = Scene(spot, nodes, tuple(_both(around, node.revisions) for node in nodes), row, in_note)
        self.scene(scene)
        for inline, revisions in zip(paragraph.inlines, scene.revisions, strict=False):
            if isinstance(inline, NoteReference):
                edited = bool(_edits(revisions))
                where = spot.inside(f", {inline.kind.value}")
                self.story(inline.blocks, where, revisions, row, in_note=in_note or edited)

    def scene(self, scene: Scene) -> None:
        """Sort the nodes of a scene by change."""
        touched: dict[Key, dict[int, set[RevisionKind]]] = {}
        last: dict[str, tuple[int, Key]] = {}  # the last unnumbered change of each author, and where
        for index, (node, revisions) in enumerate(zip(scene.nodes, scene.revisions, strict=True)):
            for revision in revisions:
                before = label_alone(revision, node) if isinstance(node, Mark) else None
                if before is not None:
                    if not _edits(revisions):  # what came or went has no other number, whatever its file says
                        self.found.append(Renumbering(scene, revision, before))
                    continue
                key = Key(revision.author, revision.change)
                if not key.number:
                    key = self._stretch(key, index, last)
                touched.setdefault(key, {}).setdefault(index, set()).add(revision.kind)
        for key, kinds in touched.items():
            edits = {kind for each in kinds.values() for kind in each if kind is not RevisionKind.REFORMATTED}
            whole = len(kinds) == len(scene.nodes) and len({kind.is_arrival for kind in edits}) == 1
            whole = whole and all(each - {RevisionKind.REFORMATTED} for each in kinds.values())
            self._trace(key).kinds.update(*kinds.values())
            self._trace(key).parts.append(Part(scene, tuple(kinds), whole))

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


def _both(around: Revisions, own: Revisions) -> Revisions:
    return (*around, *(revision for revision in own if revision not in around))


def _edits(revisions: Revisions) -> Revisions:
    """What came or went, and not what only looks otherwise."""
    return tuple(revision for revision in revisions if revision.kind is not RevisionKind.REFORMATTED)
