"""What a plain text does not say of its document: it is read again, and laid beside it.

No list of losses could be as true: what plain text keeps hangs on the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.plain import paragraph_text
from treatykit.model.walk import paragraphs, stories
from treatykit.readers.text import read_text
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.options import WriteOptions
from treatykit.writers.sides import is_redline


def text_losses(document: Document, options: WriteOptions, written: bytes) -> tuple[Diagnostic, ...]:
    """What the plain text `written` does not say of a document; nothing exactly where it reads back equal."""
    if options.report or is_redline(stories(document)):
        return (_note("redline", "plain text shows a redline to people; its changes are not read back"),)
    wanted = document if options.drafting_notes else without_drafting_notes(document)
    found = read_text(written, "").document
    if found == wanted:
        return ()
    return tuple(_losses(wanted, found)) or (_note("tables", "plain text does not say how cells span and rows repeat"),)


def _losses(wanted: Document, found: Document) -> Iterator[Diagnostic]:
    before, after = list(paragraphs(wanted)), list(paragraphs(found))
    if len(before) != len(after):
        if len(before) > len(after):
            yield _note("empty", "plain text keeps no empty paragraphs")
        before, after = list(filter(_shows, before)), list(filter(_shows, after))
    if len(before) != len(after):
        yield _note("paragraphs", f"plain text parts the words otherwise: {_paragraphs(len(after))} for {len(before)}")
        return
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    words = [old for old, new in pairs if paragraph_text(old) != paragraph_text(new)]
    roles = [old for old, new in pairs if old not in words and _standing(old) != _standing(new)]
    if words:
        yield _note("words", f"plain text takes words or signs for others in {_places(words)}")
    if roles:
        yield _note("roles", f"plain text does not say the role, level or kind of number of {_places(roles)}")
    if len(pairs) > len(words) + len(roles):
        yield _note("formats", "plain text keeps no emphasis, styles, fonts, colours, spaces and objects")


def _note(code: str, message: str) -> Diagnostic:
    return Diagnostic(severity=Severity.NOTE, code=code, message=message)


def _places(found: list[Paragraph]) -> str:
    """How many paragraphs, and how the first of them begins."""
    first = " ".join(paragraph_text(found[0]).split())[:40]
    return f"{_paragraphs(len(found))}, first “{first}”"


def _paragraphs(count: int) -> str:
    return f"{count} {'paragraph' if count == 1 else 'paragraphs'}"


def _shows(paragraph: Paragraph) -> bool:
    return bool(paragraph_text(paragraph).strip())


def _standing(paragraph: Paragraph) -> tuple[object, ...]:
    return (paragraph.role, paragraph.level, paragraph.label)
