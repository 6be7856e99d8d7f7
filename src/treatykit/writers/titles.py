"""What a document and its headers are called where a format has to name them."""

from __future__ import annotations

from treatykit.model.content import Paragraph
from treatykit.model.document import Document, HeaderFooter, Meta, Status
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.revisions import departure
from treatykit.writers.controls import visible

UNTITLED = "Untitled text"
_LONGEST_TITLE = 160  # characters
_STATUS_WORDS = {Status.NEGOTIATING: "negotiating text"}


def title_of(document: Document) -> str:
    """The title among the facts, or the words of the title in the text, or those it begins with, on one line."""
    known = document.meta.title or printed_title(document) or _first_words(document)
    return " ".join(visible(known).split()) or UNTITLED


def standing(meta: Meta) -> str:
    """How far a text has come and when, for the head of a page: ``Negotiating text, 3 May 2031``."""
    said = ", ".join(filter(None, (status_words(meta.status), meta.date)))
    return said[:1].upper() + said[1:]


def running_head(meta: Meta) -> str:
    """What the head of a page says of a text besides its title: ``KAR-TES/2, Negotiating text, 3 May 2031``."""
    return ", ".join(filter(None, (meta.symbol, standing(meta))))


def status_words(status: Status | None) -> str:
    """A status as it is said of a text; empty for none."""
    return _STATUS_WORDS.get(status, status.value) if status else ""


def where_it_runs(header: HeaderFooter) -> str:
    """Where a header or footer of the file stood, for formats that print it once."""
    return f"Section {header.section + 1}, {header.place} of {header.pages} pages"


def printed_title(document: Document) -> str:
    """The words of the first title in the text, as they read now; empty where it has none."""
    for block in document.body:
        if isinstance(block, Paragraph) and block.role is Role.TITLE and not departure(block.mark.revisions):
            return inlines_text(inline for inline in block.inlines if not departure(inline.revisions))
    return ""


def _first_words(document: Document) -> str:
    """The first paragraph of a text that does not say which is its title, if it is as short as a title."""
    paragraphs = (block for block in document.body if isinstance(block, Paragraph) and block.inlines)
    first = next(paragraphs, Paragraph())
    said = inlines_text(first.inlines).strip()
    return said if first.label is None and len(said) <= _LONGEST_TITLE else ""
