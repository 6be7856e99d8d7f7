"""What a caller may choose when a document is written; the words themselves are not among it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from treatykit.records import dataclass

if TYPE_CHECKING:
    from treatykit.model.changes import ChangeReport


class View(StrEnum):
    """How a redline is laid out, where the format offers both."""

    INLINE = "inline"
    SIDE_BY_SIDE = "side-by-side"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """The choices that all writers share; one that a format cannot follow has no effect there.

    Attributes:
        report: For a redline, the summary at its head and the table of changes at its end.
        view: How a redline is laid out; HTML offers both and begins with this one.
        drafting_notes: Print the paragraphs with the role `DRAFTING_NOTE`. A clean text never has any.
        watermark: Print the status across the pages of a draft.
        created: The date a file says it was made on; None leaves it out, so that the
            same document gives the same bytes on any day.
        line_numbers: Number every fifth line of each page of a Word file, as negotiators cite them.
        archival: Make the PDF fit for an archive (PDF/A, ISO 19005).
    """

    report: ChangeReport | None = None
    view: View = View.INLINE
    drafting_notes: bool = True
    watermark: bool = True
    created: datetime | None = None
    line_numbers: bool = False
    archival: bool = False


DEFAULT_OPTIONS = WriteOptions()
