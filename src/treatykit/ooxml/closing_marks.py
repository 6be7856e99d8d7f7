"""Carry the revisions of a closing paragraph mark to the mark before, where Word can say them, and back.

The mark that ends a container, or stands before a table, cannot go in Word: there is
nothing for its content to run into. "A paragraph, then its mark" at the end of a
container is the same change as "a mark, then a paragraph", so the revisions of a run
of marks move up by one place (docs/analysis/tracked-changes.md, the shift by one).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from treatykit.model.content import Block, Mark, Paragraph, Story
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings

_Change = Callable[[list[Paragraph]], list[Paragraph]]
_Kind = Callable[[Revisions], Revision | None]


def shift_closing_marks(story: Story, *, spaced: bool = False) -> Story:
    """The story as Word can say it; accepted or rejected as a whole, it gives the same text.

    A closing mark keeps its revisions where no mark stands before it that could carry
    them: everything up to the last table, or to the start of the container, comes and
    goes with it.

    Args:
        story: Any story.
        spaced: It keeps them as well where another mark would have to come and go at once,
            which not every program understands, and where the last paragraph would have to look
            like another meanwhile: a spacer will stand behind it.
    """
    return _by_segment(story, lambda segment: _shifted(segment, spaced=spaced))


def unshift_closing_marks(story: Story) -> Story:
    """The story as the model says it: what a hand added or struck at the end ends in a mark of the same revision.

    Only for bodies, headers and footers: the closing mark of a cell or note neither
    comes nor goes in the model either, since something has to stand there.
    """
    return _by_segment(story, _unshifted)


def same_look(left: Properties, right: Properties) -> bool:
    """Whether two properties differ in nothing that Word could track: a counted number is no property there."""
    return _tracked(left) == _tracked(right)


def _tracked(properties: Properties) -> Properties:
    counted = properties.label is not None and not properties.label.typed
    return replace(properties, label=Label("")) if counted else properties


def _by_segment(story: Story, change: _Change) -> Story:
    done: list[Block] = []
    segment: list[Paragraph] = []
    for block in story:
        if isinstance(block, Paragraph):
            segment.append(block)
        else:
            done.extend(change(segment))
            done.append(block)
            segment = []
    done.extend(change(segment))
    return tuple(done)


def _shifted(segment: list[Paragraph], *, spaced: bool) -> list[Paragraph]:
    if not segment:
        return segment
    marks = [paragraph.mark for paragraph in segment]
    last = marks[-1]
    decided = arrival(last.revisions) or departure(last.revisions)
    # The last marks that stand when all is rejected, and when all is accepted: the closing mark must be both of them.
    stayed = _last_standing(segment, arrival)
    stays = _last_standing(segment, departure)
    if decided is None or stayed is None or stays is None:
        return segment
    now, before = marks[stays].properties, marks[stayed].original
    arrivals = _moved_up([arrival(mark.revisions) for mark in marks], stayed)
    departures = _moved_up([departure(mark.revisions) for mark in marks], stays)
    doubled = any(
        came and goes and not (arrival(mark.revisions) and departure(mark.revisions))
        for came, goes, mark in zip(arrivals, departures, marks, strict=True)
    )
    if spaced and (doubled or not same_look(now, before)):
        return segment
    shifted = [
        replace(mark, revisions=_revisions(arrivals[at], departures[at], reformattings(mark.revisions)))
        for at, mark in enumerate(marks[:-1])
    ]
    changed = () if now == before else (_reformatted(decided, before),)
    shifted.append(replace(last, properties=now, revisions=changed))
    return [replace(paragraph, mark=mark) for paragraph, mark in zip(segment, shifted, strict=True)]


def _unshifted(segment: list[Paragraph]) -> list[Paragraph]:
    if len(segment) < 2 or arrival(segment[-1].mark.revisions) or departure(segment[-1].mark.revisions):
        return segment
    marks = [paragraph.mark for paragraph in segment]
    arrivals = [arrival(mark.revisions) for mark in marks]
    departures = [departure(mark.revisions) for mark in marks]
    came = _carrier(segment, arrivals, arrival)
    goes = _carrier(segment, departures, departure)
    last = marks[-1]
    # Had the marks been shifted, the closing one would wear the look of the mark that it stands for.
    if came is not None and not same_look(last.original, marks[came].original):
        came = None
    if goes is not None and not same_look(last.properties, marks[goes].properties):
        goes = None
    if came is None and goes is None:
        return segment
    properties = last.properties
    if came is not None:
        arrivals[came:] = [None, *arrivals[came:-1]]
    if goes is not None:
        departures[goes:] = [None, *departures[goes:-1]]
        properties = last.original
    restored = [
        replace(mark, revisions=_revisions(arrivals[at], departures[at], reformattings(mark.revisions)))
        for at, mark in enumerate(marks[:-1])
    ]
    decided = arrivals[-1] or departures[-1]
    kept = tuple(change for change in reformattings(last.revisions) if not _same_hand(change, decided))
    restored.append(replace(last, properties=properties, revisions=_revisions(arrivals[-1], departures[-1], kept)))
    return [replace(paragraph, mark=mark) for paragraph, mark in zip(segment, restored, strict=True)]


def _last_standing(segment: list[Paragraph], kind: _Kind) -> int | None:
    """The last paragraph whose mark has no revision of this kind; the closing one if words stay behind it."""
    for at in reversed(range(len(segment))):
        if kind(segment[at].mark.revisions) is None:
            return at
        if any(kind(inline.revisions) is None for inline in segment[at].inlines):
            return len(segment) - 1
    return None


def _moved_up(revisions: list[Revision | None], to: int) -> list[Revision | None]:
    return [*revisions[:to], *revisions[to + 1 :], None]


def _carrier(segment: list[Paragraph], carried: list[Revision | None], kind: _Kind) -> int | None:
    """The first of the marks whose revision is that of all the content after it, up to the closing mark."""
    at = len(segment) - 1
    while at > 0 and (revision := carried[at - 1]) is not None:
        if not _all_of(segment[at], kind, revision):
            break
        at -= 1
    if at == len(segment) - 1:
        return None
    # An empty paragraph at the end belongs to every hand; that it stood for another shows in its look alone.
    closing = segment[-1]
    if not closing.inlines and not _was_restyled(closing.mark, carried[-2]):
        return None
    # What came or went as a whole itself would not carry the revision of what follows.
    is_whole = bool(segment[at].inlines) and _all_of(segment[at], kind, carried[at])
    return None if is_whole else at


def _was_restyled(mark: Mark, by: Revision | None) -> bool:
    return any(
        _same_hand(each, by) and isinstance(each.before, Properties) and not same_look(each.before, mark.properties)
        for each in reformattings(mark.revisions)
    )


def _all_of(paragraph: Paragraph, kind: _Kind, revision: Revision | None) -> bool:
    return all(_same_hand(kind(inline.revisions), revision) for inline in paragraph.inlines)


def _same_hand(left: Revision | None, right: Revision | None) -> bool:
    if left is None or right is None:
        return left is right
    # Where the file says which change each mark belongs to, two changes are never one, and what moved goes with what
    # was added to it on the way.
    known = min(left.change, right.change) > 0
    if known and left.change != right.change:
        return False
    alike = known or left.kind is right.kind or RevisionKind.REFORMATTED in (left.kind, right.kind)
    return alike and (left.author, left.date) == (right.author, right.date)


def _reformatted(decided: Revision, before: Properties) -> Revision:
    return replace(decided, kind=RevisionKind.REFORMATTED, before=before)


def _revisions(came: Revision | None, goes: Revision | None, rest: Revisions) -> Revisions:
    return (*((came,) if came else ()), *((goes,) if goes else ()), *rest)
