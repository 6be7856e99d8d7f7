"""Leave drafting notes out of what is printed."""

from __future__ import annotations

from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Role
from treatykit.model.walk import without_roles


def without_drafting_notes(document: Document) -> Document:
    """The document without the paragraphs that are drafting notes, in cells too."""
    return normalise(without_roles(document, (Role.DRAFTING_NOTE,)))
