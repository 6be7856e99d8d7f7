"""Write inlines as runs, fields, bookmarks and the signs of unagreed text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol, assert_never

from lxml import etree

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    BreakKind,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    NoteReference,
    OpaqueInline,
    Reference,
    Slot,
    Stance,
    Text,
)
from treatykit.model.no_break import kept_together
from treatykit.model.plain import BLANK as BLANK_WORDS
from treatykit.model.plain import inline_text
from treatykit.model.properties import UNFORMATTED, RunFormat
from treatykit.model.revisions import Revision, Revisions, departure, reformattings
from treatykit.ooxml.attributions import parse_attribution
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.format_xml import parsed, run_properties
from treatykit.ooxml.role_styles import BLANK, BRACKET_CLOSE, BRACKET_NEXT, BRACKET_OPEN, DEFINED_TERM
from treatykit.records import dataclass
from treatykit.writers.docx.annotations import Annotations, Piece
from treatykit.writers.docx.bookmarks import Bookmarks
from treatykit.writers.docx.definitions import Terms
from treatykit.writers.docx.styles import Styles

_SPECIAL: Final = re.compile("([\t\u2011\u00ad])")
_SPECIAL_TAGS: Final = {"\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


class NoteWriter(Protocol):
    """Whoever keeps the notes of the file."""

    def __call__(self, note: NoteReference, point: tuple[int, ...]) -> etree._Element:
        """The sign of a note, after its story was written."""


@dataclass(slots=True)
class RunWriter:
    """Writes what stands in paragraphs of one file."""

    annotations: Annotations
    bookmarks: Bookmarks
    styles: Styles
    write_note: NoteWriter

    def pieces(self, inline: Inline, at: int, terms: Terms, *, point: tuple[int, ...], here: int | None) -> list[Piece]:
        """An inline as pieces.

        Args:
            inline: What is written.
            at: Its place in its paragraph.
            terms: The defined terms of the paragraph.
            point: Where it stands in the document.
            here: The block of the body it stands in, if it does.
        """
        match inline:
            case Text(value=value):
                return [self._term(value, inline, at, terms)]
            case Slot():
                words = self.words(BLANK_WORDS, inline.format, inline.revisions, BLANK)
                return self.bookmarks.around(self.bookmarks.slot(inline), [words])
            case Reference():
                sides = self.bookmarks.sides(inline, here)
                pieces = [piece for side in sides for piece in self._reference(side, here)]
                return self.bookmarks.around(self.bookmarks.reference(inline.target), pieces)
            case Field(instruction=instruction, text=text):
                return list(self.field(instruction, text, inline.format, inline.revisions))
            case NoteReference():
                return [Piece(self.write_note(inline, point), inline.revisions)]
            case Break(kind):
                return [Piece(w("r", w("br", type=None if kind is BreakKind.LINE else kind.value)), inline.revisions)]
            case OpaqueInline(xml):
                return [Piece(element, inline.revisions) for element in parsed((xml,))]
            case BracketOpen(stances):
                return self._sign(inline, BRACKET_OPEN, stances)
            case BracketNext(stances):
                return self._sign(inline, BRACKET_NEXT, stances)
            case BracketClose():
                return self._sign(inline, BRACKET_CLOSE, ())
            case DefinitionOpen() | DefinitionClose():
                return self._definition(inline) if terms.bookmarked else []
            case Image():
                raise AssertionError("a picture without its bytes is words by now")
            case _:
                assert_never(inline)

    def words(self, value: str, look: RunFormat, revisions: Revisions, style: str | None = None) -> Piece:
        """Words as a run.

        Args:
            value: What is printed.
            look: How.
            revisions: What was done to it.
            style: A character style that presents it, where the format names none.
        """
        return self._run(self.printed(value, revisions), look, revisions, style, style)

    def _term(self, value: str, text: Text, at: int, terms: Terms) -> Piece:
        """Words that are part of a defined term, became one or are no longer one."""
        style, was = (DEFINED_TERM if at in styled else None for styled in (terms.styled, terms.was_styled))
        restyled = None if style == was else terms.cause
        return self._run(self.printed(value, text.revisions), text.format, text.revisions, style, was, restyled)

    def printed(self, value: str, revisions: Revisions) -> Iterator[etree._Element]:
        """The content of a run that prints words; struck words have elements of their own."""
        tag = "delText" if self._is_struck(revisions) else "t"
        for part in _SPECIAL.split(kept_together(value)):
            if part in _SPECIAL_TAGS:
                yield w(_SPECIAL_TAGS[part])
            elif part:
                yield text_element(tag, part)

    def character_style(self, name: str) -> etree._Element:
        """``w:rPr`` that says no more than a character style."""
        return w("rPr", w("rStyle", val=self.styles.character(name)))

    def _run(
        self,
        content: Iterable[etree._Element],
        look: RunFormat,
        revisions: Revisions,
        style: str | None = None,
        was: str | None = None,
        restyled: Revision | None = None,
    ) -> Piece:
        properties = self._properties(look, style)
        changed = next(iter(reformattings(revisions)), restyled)
        if changed is not None:
            before = changed.before if isinstance(changed.before, RunFormat) else look
            old = w("rPr", *self._properties(before, was))
            properties.append(self.annotations.element("rPrChange", changed, old))
        said = [w("rPr", *properties)] if properties else []
        return Piece(w("r", *said, *content), revisions)

    def _properties(self, look: RunFormat, style: str | None) -> list[etree._Element]:
        name = look.style or style
        return run_properties(look, self.styles.character(name) if name else None)

    def _reference(self, reference: Reference, here: int | None) -> Iterator[Piece]:
        look, revisions = reference.format, reference.revisions
        gone = departure(revisions)
        if gone is not None and self.annotations.tag(gone) == "moveFrom":
            # LibreOffice does not see the mark move of a paragraph with a field (docs/analysis/tracked-changes.md).
            yield self.words(reference.text, look, revisions)
            return
        numbers, rest = self.bookmarks.cited(reference, here)
        for cited in numbers:
            if cited.words:
                yield self.words(cited.words, look, revisions)
            switches = r"\h" if cited.typed else r"\n \h"
            yield from self.field(f"REF {cited.bookmark} {switches}", cited.number, look, revisions)
        if rest or not numbers:
            yield self.words(rest, look, revisions)

    def field(self, instruction: str, result: str, look: RunFormat, revisions: Revisions) -> Iterator[Piece]:
        """A field with the result that is shown until somebody updates it."""
        code = "delInstrText" if self._is_struck(revisions) else "instrText"
        for content in (
            [w("fldChar", fldCharType="begin")],
            [text_element(code, f" {instruction} ")],
            [w("fldChar", fldCharType="separate")],
            list(self.printed(result, revisions)),
            [w("fldChar", fldCharType="end")],
        ):
            if content:
                yield self._run(content, look, revisions)

    def _sign(
        self, inline: BracketOpen | BracketNext | BracketClose, style: str, stances: tuple[Stance, ...]
    ) -> list[Piece]:
        printed = inline_text(inline)
        sign = [self.words(printed, UNFORMATTED, inline.revisions, style)]
        said = printed.lstrip("[]") if style != BRACKET_CLOSE else ""
        tells = parse_attribution(said) == stances and not any(bracket in said for bracket in "[]")
        return sign if tells else self.bookmarks.around(self.bookmarks.milestone(None, stances), sign)

    def _definition(self, inline: DefinitionOpen | DefinitionClose) -> list[Piece]:
        kind = "definition-open" if isinstance(inline, DefinitionOpen) else "definition-close"
        return self.bookmarks.around(self.bookmarks.milestone(kind), [Piece(w("r"), inline.revisions)])

    def _is_struck(self, revisions: Revisions) -> bool:
        gone: Revision | None = departure(revisions)
        return gone is not None and self.annotations.tag(gone) == "del"
