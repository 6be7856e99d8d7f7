"""How notes print in HTML: their signs in the text, and the notes where the medium wants them.

A page of the web gathers its notes at the end, with links both ways. A printed page sets a
footnote at its foot, so that the note travels inside the text (CSS Generated Content for Paged
Media, 2.1); endnotes are gathered there too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Final, Protocol

from markupsafe import Markup

from treatykit.model.content import Inline, NoteKind, NoteReference
from treatykit.model.numerals import roman
from treatykit.model.revisions import arrival, departure
from treatykit.model.walk import story_paragraphs
from treatykit.records import dataclass
from treatykit.writers.html.elements import NOTHING, classes, element, joined
from treatykit.writers.html.names import Names

FOOTNOTE_CALL: Final = "call"
FOOTNOTE: Final = "foot"
"""The kinds of the ids of a footnote's sign and of the footnote itself, each followed by its number."""


class InlinePrinter(Protocol):
    """What prints the words of a note."""

    def print(self, inlines: Iterable[Inline]) -> Markup:
        """A run of inlines."""


@dataclass(slots=True)
class Notes:
    """Numbers the notes of a text as they come, and keeps those that are printed at its end.

    Attributes:
        names: Where the ids of notes and signs come from.
        at_foot: Footnotes are set at the foot of the page.
        count: How many notes of each kind there were.
        gathered: The notes to print at the end, each a list item.
    """

    names: Names
    at_foot: bool
    count: dict[NoteKind, int] = field(default_factory=lambda: dict.fromkeys(NoteKind, 0))
    gathered: list[Markup] = field(default_factory=list)

    def print(self, note: NoteReference, words: InlinePrinter, numbers: Markup = NOTHING) -> Markup:
        """The sign of a note; the note is set with it or kept, beside the numbers of its changes."""
        self.count[note.kind] += 1
        number = self.count[note.kind]
        endnote = note.kind is NoteKind.ENDNOTE
        sign = note.symbol or (roman(number).lower() if endnote else str(number))
        revision = arrival(note.revisions) or departure(note.revisions)
        fate = revision.kind.value if revision else None  # no underline reaches a note from its sign
        if self.at_foot and not endnote:
            paragraphs = self._paragraphs(note, words, "span")
            here, there = self.names.own(FOOTNOTE_CALL, number), self.names.own(FOOTNOTE, number)
            footnote = element("span", paragraphs, numbers, class_=classes("footnote", fate), data_sign=sign, id=there)
            return element("span", footnote, id=here)
        name = f"{'e' if endnote else ''}{number}"
        here, there = self.names.own("sign", name), self.names.own("note", name)
        back = element("a", sign, href=f"#{here}", class_="note-sign", aria_label=f"Back to the sign of note {sign}")
        self.gathered.append(
            element("li", numbers, back, " ", self._paragraphs(note, words, "p"), id=there, class_=fate)
        )
        return element(
            "sup", element("a", sign, href=f"#{there}", id=here, aria_label=f"Note {sign}"), class_="note-call"
        )

    def at_the_end(self) -> Markup:
        """The section of the notes that were kept, if there are any."""
        if not self.gathered:
            return NOTHING
        notes = element("ol", joined(self.gathered))
        return element(
            "section", element("p", "Notes", class_="notes-heading"), notes, class_="notes", aria_label="Notes"
        )

    def _paragraphs(self, note: NoteReference, words: InlinePrinter, tag: str) -> Markup:
        """The paragraphs of a note; a table in it is read cell by cell."""
        paragraphs = (words.print(paragraph.inlines) for paragraph in story_paragraphs(note.blocks))
        return joined(element(tag, paragraph, class_="note") for paragraph in paragraphs if paragraph)
