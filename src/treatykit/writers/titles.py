"""What a document is called where a format wants a name: in a window, a header, the facts of a file."""

from __future__ import annotations

from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.revisions import departure
from treatykit.writers.controls import visible

UNTITLED = "Untitled text"


def title_of(document: Document) -> str:
    """The title among the facts, or the words of the title in the text, on one line."""
    return " ".join(visible(document.meta.title or _printed_title(document)).split()) or UNTITLED


def _printed_title(document: Document) -> str:
    for block in document.body:
        if isinstance(block, Paragraph) and block.role is Role.TITLE and not departure(block.mark.revisions):
            return inlines_text(inline for inline in block.inlines if not departure(inline.revisions))
    return ""
