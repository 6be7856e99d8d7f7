"""Find where numbers are printed as words, and what parts a number from the words, in the old text and in the new.

A typed number, and the line break below the number of an article, stand at the start of their
paragraph. Where a mark comes or goes, a paragraph begins elsewhere in the old text than in the
new one, so what it begins with comes at one place and goes at the other
(docs/analysis/tracked-changes.md, Numbers that are words).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, groupby, takewhile
from typing import NamedTuple

from treatykit.model.content import Paragraph, Story
from treatykit.model.properties import Properties, Role
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings
from treatykit.records import dataclass
from treatykit.writers.docx.lists import HEADING_ROLES

_End = Callable[[Revisions], Revision | None]


class Shown(NamedTuple):
    """What a paragraph begins with.

    Attributes:
        words: A typed number.
        separator: What parts a number from the words, ``br`` or ``tab``: a title stands below its number.
        light: The number is that of an article, in plain letters above its bold title.
    """

    words: str | None
    separator: str | None
    light: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """What stands at the start of a block, in the text before or after the changes or in both.

    Attributes:
        owner: The block whose number it is, in whose paragraph the words of this one end.
        standing: It is the number of the new text, or of a paragraph that only the old one has.
    """

    shown: Shown
    owner: int
    revisions: Revisions = ()
    standing: bool = True


def printed_labels(story: Story) -> tuple[tuple[PrintedLabel, ...], ...]:
    """What is printed at the start of each block of a story, as Word can say it, the old before the new."""
    found: list[tuple[PrintedLabel, ...]] = []
    for is_paragraph, group in groupby(story, lambda block: isinstance(block, Paragraph)):
        blocks = list(group)
        if is_paragraph:
            found += _Segment([block for block in blocks if isinstance(block, Paragraph)], len(found)).labels()
        else:
            found += [()] * len(blocks)
    return tuple(found)


class _Begun(NamedTuple):
    """A paragraph of one of the texts: what it begins with, and whose mark ends it."""

    shown: Shown
    at: int


@dataclass(frozen=True, slots=True)
class _Segment:
    """Paragraphs that can run into each other."""

    paragraphs: list[Paragraph]
    offset: int

    def labels(self) -> Iterator[tuple[PrintedLabel, ...]]:
        old = dict(self._begun(arrival, lambda paragraph: paragraph.mark.original))
        new = dict(self._begun(departure, lambda paragraph: paragraph.mark.properties))
        for at, paragraph in enumerate(self.paragraphs):
            was, now = old.get(at), new.get(at)
            if was and now and was.shown == now.shown:
                yield (self._label(now, ()),)
                continue
            labels = []
            if arrival(paragraph.mark.revisions) and departure(paragraph.mark.revisions):
                own = _shown(paragraph.mark.properties, parted=bool(paragraph.inlines))
                kinds = (RevisionKind.INSERTED, RevisionKind.DELETED)
                ends = zip(_ends(paragraph.mark.revisions), kinds, strict=True)
                done = tuple(self._in_range(whole, at, kind) for whole, kind in ends)
                labels.append(PrintedLabel(own, self.offset + at, done))
            if was:
                struck = self._label(was, self._revised(was.at, at, departure, RevisionKind.DELETED))
                labels.append(replace(struck, standing=self._goes(was.at)))
            if now:
                labels.append(self._label(now, self._revised(now.at, at, arrival, RevisionKind.INSERTED)))
            yield tuple(label for label in labels if label.shown.words or label.shown.separator)

    def _begun(self, gone: _End, look: Callable[[Paragraph], Properties]) -> Iterator[tuple[int, _Begun]]:
        """The paragraphs of one text by where they begin: at the first block that says something in it."""
        first = 0
        for at, paragraph in enumerate(self.paragraphs):
            if gone(paragraph.mark.revisions) is not None:
                continue
            said = [
                each
                for each in range(first, at + 1)
                if any(gone(inline.revisions) is None for inline in self.paragraphs[each].inlines)
            ]
            yield (said[0] if said else at), _Begun(_shown(look(paragraph), parted=bool(said)), at)
            first = at + 1

    def _revised(self, owner: int, at: int, end: _End, kind: RevisionKind) -> Revisions:
        """What was done to a label that is in one of the texts only."""
        mark = self.paragraphs[owner].mark
        if (whole := end(mark.revisions)) is not None:
            return (self._in_range(whole, at, kind),)
        relabelled = (
            each
            for each in reformattings(mark.revisions)
            if isinstance(each.before, Properties) and each.before.label != mark.properties.label
        )
        joints = takewhile(bool, (_ends(each.mark.revisions) for each in self.paragraphs[:owner][::-1]))
        words = (_ends(inline.revisions) for inline in self.paragraphs[owner].inlines)
        cause = next((revision for revision in chain(relabelled, *joints, *words)), None)
        return () if cause is None else (replace(cause, kind=kind, before=None),)

    def _in_range(self, whole: Revision, at: int, kind: RevisionKind) -> Revision:
        """A number moves only where the range of the move begins with the words behind it."""
        moves = any(whole in inline.revisions for inline in self.paragraphs[at].inlines[:1])
        return whole if moves or not whole.kind.is_move else replace(whole, kind=kind)

    def _goes(self, at: int) -> bool:
        return departure(self.paragraphs[at].mark.revisions) is not None

    def _label(self, begun: _Begun, revisions: Revisions) -> PrintedLabel:
        return PrintedLabel(begun.shown, self.offset + begun.at, revisions)


def _shown(properties: Properties, *, parted: bool) -> Shown:
    label = properties.label
    if label is None:
        return Shown(None, None)
    separator = None
    if parted:
        separator = "br" if properties.role in HEADING_ROLES else "tab" if label.typed else None
    return Shown(label.text if label.typed else None, separator, label.typed and properties.role is Role.ARTICLE)


def _ends(revisions: Revisions) -> Revisions:
    return tuple(end for end in (arrival(revisions), departure(revisions)) if end is not None)
