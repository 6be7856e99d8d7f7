"""What every reader returns: the document, and what its reader has to say."""

from __future__ import annotations

from treatykit.diagnostics import Diagnostic
from treatykit.model.document import Document
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read.

    Attributes:
        document: In normal form.
        diagnostics: What could not be kept or had to be guessed, in reading order.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
