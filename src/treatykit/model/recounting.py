"""Counting a text anew while some of its changes are still pending.

An article that is rejected alone leaves a gap in the numbers, which Word closes by itself.
Both texts of a redline are counted, each by what stands in it.
"""

from __future__ import annotations

from dataclasses import replace

from treatykit.model.citations import follow
from treatykit.model.content import Mark, Paragraph
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.numbering import NumberingScheme, labelled, scheme_of
from treatykit.model.pending import has_revisions, story_revisions
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure


def recount(decided: Document, pending: Document) -> Document:
    """A text after some of its changes were decided, with its automatic labels and its references counted anew.

    A text that no known scheme has counted comes back as it is: its numbers are not ours.

    Args:
        decided: With the changes that are left.
        pending: The text before the decision.
    """
    if not has_revisions(decided):
        return decided  # one of the two texts, as it was counted
    before = (accept(pending), reject(pending))
    scheme = scheme_of(before[0])
    if scheme is None or scheme_of(before[1]) is None:
        return decided
    new, old = (_labels(side(_tagged(decided)), scheme) for side in (accept, reject))
    cause = next(story_revisions(decided.body), None)
    body = tuple(
        replace(block, mark=_counted(block.mark, new.get(at), old.get(at), cause))
        if isinstance(block, Paragraph)
        else block
        for at, block in enumerate(decided.body)
    )
    return follow(replace(decided, body=body), before)


def _tagged(document: Document) -> Document:
    """The document with the place of each paragraph for its key: what becomes of it can be told."""
    body = (
        replace(block, mark=replace(block.mark, key=str(at))) if isinstance(block, Paragraph) else block
        for at, block in enumerate(document.body)
    )
    return replace(document, body=tuple(body))


def _labels(text: Document, scheme: NumberingScheme) -> dict[int, Label | None]:
    blocks = (block for block in labelled(text.body, scheme) if isinstance(block, Paragraph))
    return {int(block.key): block.label for block in blocks if block.key is not None}


def _counted(mark: Mark, new: Label | None, old: Label | None, cause: Revision | None) -> Mark:
    came, goes = arrival(mark.revisions), departure(mark.revisions)
    if came or goes:
        return replace(mark, properties=_numbered(mark.properties, old if goes else new))
    now, was = _numbered(mark.properties, new), _numbered(mark.original, old)
    at = next((at for at, one in enumerate(mark.revisions) if isinstance(one.before, Properties)), None)
    revisions = list(mark.revisions)
    if at is not None and was == now and revisions[at].change == 0:
        del revisions[at]
    elif at is not None:
        revisions[at] = replace(revisions[at], before=was)
    elif was != now and cause is not None:
        followed = Revision(kind=RevisionKind.REFORMATTED, author=cause.author, date=cause.date, before=was)
        revisions.append(followed)
    return replace(mark, properties=now, revisions=tuple(revisions))


def _numbered(properties: Properties, label: Label | None) -> Properties:
    typed = properties.label is not None and properties.label.typed
    return properties if typed or label is None else replace(properties, label=label)
