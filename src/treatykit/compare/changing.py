"""From revisions to changes: one entry for everything that a reader decides on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from treatykit.compare.excerpts import NO_WORDS, Excerpt, amended_excerpt, whole_excerpt
from treatykit.compare.keys import comparable_text
from treatykit.compare.outlines import Outlines
from treatykit.compare.places import Places, Spot
from treatykit.compare.scenes import Scene
from treatykit.compare.touches import Toucher
from treatykit.compare.traces import Renumbering, Trace, gather
from treatykit.model.changes import Change, ChangeKind, Touch
from treatykit.model.content import Table
from treatykit.model.decide import Decision, accept, reject
from treatykit.model.document import Document
from treatykit.model.layouts import layout_changes
from treatykit.model.properties import Label
from treatykit.model.revisions import RevisionKind
from treatykit.records import dataclass

_Kind = tuple[Trace | Renumbering, ChangeKind]


def changes(document: Document) -> tuple[Change, ...]:
    """The changes of a document with revisions, in the order in which they begin.

    Revisions with one number and author are one change. A label that changed alone is
    a renumbering: it is listed, and `Summary.total` leaves it out.

    Args:
        document: Any redline, whoever made it, of one author or several.
    """
    return described(document).changes


@dataclass(frozen=True, slots=True)
class Described:
    """A redline with its changes, their words, and the two texts that it stands between.

    Attributes:
        blocks: For the old text and for the new one, which of its blocks each block of the redline is, or runs into.
    """

    old: Document
    new: Document
    blocks: tuple[Sequence[int], Sequence[int]]
    traces: tuple[Trace | Renumbering, ...]
    changes: tuple[Change, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two texts that a redline without other changes was made of, and what is known of them.

    Attributes:
        old: What rejecting it gives.
        new: What accepting it gives.
        outlines: The outlines, and the terms, known so far.
    """

    old: Document
    new: Document
    outlines: Outlines = field(default_factory=Outlines)


def described(document: Document, sides: Sides | None = None) -> Described:
    """The changes of a redline with all that a summary needs.

    Args:
        document: A redline.
        sides: What it was made of, where that is at hand.
    """
    sides = sides or Sides(reject(document), accept(document))
    old, new, outlines = sides.old, sides.new, sides.outlines
    told = [*_without_told_numbers((one, _kind(one)) for one in gather(document))]
    traces = tuple(one for one, _ in told)
    describer = _Describer(
        Places.of(document.body, outlines.of(old.body), Decision.REJECT),
        Places.of(document.body, outlines.of(new.body), Decision.ACCEPT),
        Toucher.between(old, new, outlines.terms(old) | outlines.terms(new)),
    )
    excerpts = tuple(_excerpt(one, kind) for one, kind in told)
    found = tuple(
        describer.renumbering(one)
        if isinstance(one, Renumbering)
        else describer.change(one, kind, excerpt, continues=before is not None and _adjoins(before, one))
        for before, (one, kind), excerpt in zip((None, *traces), told, excerpts, strict=False)
    )
    return Described(old, new, (describer.old.indexes, describer.new.indexes), traces, found, excerpts)


@dataclass(frozen=True, slots=True)
class _Describer:
    old: Places
    new: Places
    toucher: Toucher

    def renumbering(self, one: Renumbering) -> Change:
        """A label alone that changed."""
        return Change(
            number=one.revision.change,
            kind=ChangeKind.RENUMBERED,
            old_place=self.old.address(one.scene.spot),
            new_place=self.new.address(one.scene.spot),
            touches=(Touch.NUMBERING,),
            author=one.revision.author,
            old_label=_printed(one.before.label),
            new_label=_label(one.scene),
        )

    def change(self, trace: Trace, kind: ChangeKind, excerpt: Excerpt, *, continues: bool) -> Change:
        """What one number stands for."""
        went = None if kind is ChangeKind.INSERTED else _first(trace, in_old=True)
        came = None if kind is ChangeKind.DELETED else _first(trace, in_old=False)
        edited = kind is ChangeKind.MOVED and _was_edited(trace)
        old_label, new_label = _old_label(went) if went else "", _label(came) if came else ""
        renumbered = went is not None and came is not None and old_label != new_label
        title, heading = "", 0
        if excerpt.paragraphs:
            title, heading = self.new.heading(came.spot) if came else self.old.heading(went.spot) if went else ("", 0)
        return Change(
            number=trace.key.number,
            kind=kind,
            old_place=self.old.address(_spot(trace, went)) if went else "",
            new_place=self.new.address(_spot(trace, came)) if came else "",
            old_text=excerpt.old,
            new_text=excerpt.new,
            marked=excerpt.marked,
            title=title,
            paragraphs=max(excerpt.paragraphs - heading, 0),
            words=excerpt.words,
            continues=continues,
            touches=self.toucher.touches(trace, kind, excerpt, edited=edited),
            author=trace.key.author,
            edited=edited,
            layout=_layout(trace),
            old_label=old_label if renumbered else "",
            new_label=new_label if renumbered else "",
        )


def _without_told_numbers(gathered: Iterable[_Kind]) -> Iterator[_Kind]:
    """What was gathered, without the new numbers that a change of the same paragraph tells already."""
    gathered = list(gathered)
    numbered = {id(one.scene) for one, _ in gathered if isinstance(one, Renumbering)}
    amended = (
        _first(one, in_old=True)
        for one, kind in gathered
        if isinstance(one, Trace)
        and kind in (ChangeKind.AMENDED, ChangeKind.REFORMATTED)
        and any(id(part.scene) in numbered for part in one.body)
        and _first(one, in_old=True) is _first(one, in_old=False)
    )
    told = {id(scene) for scene in amended}
    for one, kind in gathered:
        if isinstance(one, Trace) or one.revision.change or id(one.scene) not in told:
            yield one, kind


def _excerpt(one: Trace | Renumbering, kind: ChangeKind) -> Excerpt:
    if isinstance(one, Renumbering):
        return NO_WORDS
    if kind in (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.MOVED):
        return whole_excerpt(one)
    return amended_excerpt(one)


def _kind(one: Trace | Renumbering) -> ChangeKind:
    if isinstance(one, Renumbering):
        return ChangeKind.RENUMBERED
    edits = one.kinds - {RevisionKind.REFORMATTED}
    if not edits:
        return ChangeKind.REFORMATTED
    if any(kind.is_move for kind in edits):
        return ChangeKind.MOVED
    if len(edits) == 1 and all(part.whole for part in one.body):
        return ChangeKind.INSERTED if RevisionKind.INSERTED in edits else ChangeKind.DELETED
    return ChangeKind.AMENDED


def _adjoins(before: Trace | Renumbering, trace: Trace) -> bool:
    """Whether two changes brought, or took, whole paragraphs or rows that stand one after the other."""
    if isinstance(before, Renumbering) or before.kinds != trace.kinds or before.key.author != trace.key.author:
        return False
    if not all(part.whole for part in (*before.body, *trace.body)) or not (before.body and trace.body):
        return False
    last, first = before.body[-1].scene, trace.body[0].scene
    if last.spot.block is None or first.spot.block is None:
        return False
    steps = first.row - last.row if last.spot.block == first.spot.block else first.spot.block - last.spot.block
    return steps == 1


def _first(trace: Trace, *, in_old: bool) -> Scene | None:
    """The first paragraph of a change on one side; of a move the end that is there."""
    for part in trace.body:
        if part.scene.stands(in_old=in_old):
            return part.scene
    return None


def _spot(trace: Trace, first: Scene) -> Spot:
    """Where a change is; several rows under one number are their table."""
    if not first.row:
        return first.spot
    rows = {part.scene.row for part in trace.parts if part.scene.spot.block == first.spot.block}
    return Spot(first.spot.block, ", table") if len(rows) > 1 else first.spot


def _was_edited(trace: Trace) -> bool:
    went, came = (
        " ".join(
            comparable_text(part.scene.inlines(in_old=side)) for part in trace.parts if part.scene.stands(in_old=side)
        )
        for side in (True, False)
    )
    return went != came


def _layout(trace: Trace) -> tuple[str, ...]:
    ours = (trace.key.author, trace.key.number)
    for part in trace.parts:
        table = part.scene.nodes[0]  # a table has its scene for itself
        for revision, parts in layout_changes(table) if isinstance(table, Table) else ():
            if (revision.author, revision.change) == ours:
                return parts
    return ()


def _label(scene: Scene) -> str:
    mark = scene.mark
    return _printed(mark.properties.label) if mark else ""


def _old_label(scene: Scene) -> str:
    """The number before everything that was done to it."""
    mark = scene.mark
    return _printed(mark.original.label) if mark else ""


def _printed(label: Label | None) -> str:
    return label.text if label else ""
