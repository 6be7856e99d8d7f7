"""From revisions to changes: one entry for everything that a reader decides on."""

from __future__ import annotations

from dataclasses import dataclass

from treatykit.compare.excerpts import NO_WORDS, Excerpt, amended_excerpt, whole_excerpt
from treatykit.compare.keys import comparable_text
from treatykit.compare.places import Places
from treatykit.compare.touches import Toucher
from treatykit.compare.traces import Renumbering, Scene, Trace, gather
from treatykit.model.changes import Change, ChangeKind, Touch
from treatykit.model.decide import Decision, accept, reject
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import RevisionKind, reformattings


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
    """A redline with its changes, their words, and the two texts that it stands between."""

    old: Document
    new: Document
    traces: tuple[Trace | Renumbering, ...]
    changes: tuple[Change, ...]
    excerpts: tuple[Excerpt, ...]


def described(document: Document) -> Described:
    """The changes of a redline with all that a summary needs."""
    old, new = reject(document), accept(document)
    traces = tuple(gather(document))
    describer = _Describer(
        Places.of(document.body, old, Decision.REJECT),
        Places.of(document.body, new, Decision.ACCEPT),
        Toucher.between(old, new),
    )
    excerpts = tuple(_excerpt(one) for one in traces)
    found = tuple(
        describer.renumbering(one) if isinstance(one, Renumbering) else describer.change(one, excerpt)
        for one, excerpt in zip(traces, excerpts, strict=True)
    )
    return Described(old, new, traces, found, excerpts)


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

    def change(self, trace: Trace, excerpt: Excerpt) -> Change:
        """What one number stands for."""
        kind = _kind(trace)
        went = None if kind is ChangeKind.INSERTED else _first(trace, in_old=True)
        came = None if kind is ChangeKind.DELETED else _first(trace, in_old=False)
        edited = kind is ChangeKind.MOVED and _was_edited(trace)
        old_label, new_label = _old_label(went) if went else "", _label(came) if came else ""
        renumbered = went is not None and came is not None and old_label != new_label
        return Change(
            number=trace.key.number,
            kind=kind,
            old_place=self.old.address(went.spot) if went else "",
            new_place=self.new.address(came.spot) if came else "",
            old_text=excerpt.old,
            new_text=excerpt.new,
            touches=self.toucher.touches(trace, kind, excerpt, edited=edited),
            author=trace.key.author,
            edited=edited,
            old_label=old_label if renumbered else "",
            new_label=new_label if renumbered else "",
        )


def _excerpt(one: Trace | Renumbering) -> Excerpt:
    if isinstance(one, Renumbering):
        return NO_WORDS
    if _kind(one) in (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.MOVED):
        return whole_excerpt(one)
    return amended_excerpt(one)


def _kind(trace: Trace) -> ChangeKind:
    edits = trace.kinds - {RevisionKind.REFORMATTED}
    if not edits:
        return ChangeKind.REFORMATTED
    if any(kind.is_move for kind in edits):
        return ChangeKind.MOVED
    if len(edits) == 1 and all(part.whole for part in trace.parts if not part.scene.in_note):
        return ChangeKind.INSERTED if RevisionKind.INSERTED in edits else ChangeKind.DELETED
    return ChangeKind.AMENDED


def _first(trace: Trace, *, in_old: bool) -> Scene | None:
    """The first paragraph of a change on one side; of a move the end that is there."""
    scenes = [part.scene for part in trace.parts if not part.scene.in_note]
    return next((scene for scene in scenes if scene.stands(in_old=in_old)), None)


def _was_edited(trace: Trace) -> bool:
    went, came = (
        " ".join(
            comparable_text(part.scene.inlines(in_old=side)) for part in trace.parts if part.scene.stands(in_old=side)
        )
        for side in (True, False)
    )
    return went != came


def _label(scene: Scene) -> str:
    mark = scene.mark
    return _printed(mark.properties.label) if mark else ""


def _old_label(scene: Scene) -> str:
    """The number before everything that was done to it."""
    mark = scene.mark
    if mark is None:
        return ""
    before = next((one.before for one in reformattings(mark.revisions) if isinstance(one.before, Properties)), None)
    return _printed((before or mark.properties).label)


def _printed(label: Label | None) -> str:
    return label.text if label else ""
