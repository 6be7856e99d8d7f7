"""Write footnotes and endnotes into parts of their own (docs/analysis/notes.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.content import NoteKind, NoteReference
from treatykit.model.properties import UNFORMATTED
from treatykit.ooxml.elements import root, w
from treatykit.ooxml.role_styles import Setting
from treatykit.records import dataclass
from treatykit.writers.docx.annotations import Piece
from treatykit.writers.docx.stories import StoryWriter, Surroundings
from treatykit.writers.docx.treaty_styles import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE

SEPARATORS: Final = (-1, 0)
_FIRST_SCOPE: Final = 1000  # each note counts for itself; headers take the numbers below
_SIGN_STYLES: Final = {NoteKind.FOOTNOTE: FOOTNOTE_REFERENCE, NoteKind.ENDNOTE: ENDNOTE_REFERENCE}


@dataclass(slots=True)
class Notes:
    """The notes of one file, numbered in the order of their signs.

    Attributes:
        stories: Writes what they say; it is set later, since it writes signs of notes itself.
    """

    stories: StoryWriter = field(init=False)
    _written: dict[NoteKind, list[etree._Element]] = field(default_factory=dict)

    def write(self, note: NoteReference, point: tuple[int, ...]) -> etree._Element:
        """The sign of a note, after its story was written."""
        runs = self.stories.paragraphs.runs
        notes = self._written.setdefault(note.kind, [])
        number = len(notes) + 1
        kind = note.kind.value
        element = w(kind, id=number)
        notes.append(element)
        style = _SIGN_STYLES[note.kind]
        scope = _FIRST_SCOPE + sum(map(len, self._written.values()))
        around = Surroundings(path=point, setting=Setting.NOTE, scope=scope)
        # A note has no moves of its own: it goes along with its sign.
        with runs.annotations.without_moves():
            if note.symbol is None:
                sign = Piece(w("r", runs.character_style(style), w(f"{kind}Ref")), note.revisions)
            else:
                sign = runs.words(note.symbol, UNFORMATTED, note.revisions, style)
            gap = runs.words(" ", UNFORMATTED, note.revisions, style)
            element.extend(self.stories.story(note.blocks, around, [sign, gap]))
        reference = w(f"{kind}Reference", id=number, customMarkFollows=None if note.symbol is None else 1)
        symbol = [] if note.symbol is None else list(runs.printed(note.symbol, note.revisions))
        return w("r", runs.character_style(style), reference, *symbol)

    def part(self, kind: NoteKind) -> etree._Element | None:
        """The part of a kind of notes; None without notes of that kind."""
        if not self._written.get(kind):
            return None
        return root(f"{kind.value}s", *_separators(kind), *self._written[kind])


def _separators(kind: NoteKind) -> Iterator[etree._Element]:
    for number, name in zip(SEPARATORS, ("separator", "continuationSeparator"), strict=True):
        line = w("pPr", w("spacing", after=0, line=240, lineRule="auto"))
        yield w(kind.value, w("p", line, w("r", w(name))), type=name, id=number)
