"""Write the document model itself as JSON, for programs and for keeping."""

from __future__ import annotations

from treatykit.model.document import Document
from treatykit.model.serialise import to_json
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions


def write_json(document: Document, _: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The whole document; no option leaves anything out."""
    return to_json(document)
