"""Works on other people's Word files in themselves: their redline is their file with changes tracked in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from treatykit.app.arguments import LoadedText
from treatykit.app.outputs import Output, written_anew
from treatykit.model.decide import Decision, Selection
from treatykit.model.document import Document
from treatykit.readers import Reader, reader
from treatykit.writers.options import WriteOptions

WORD: Final = ".docx"


def decided_output(
    path: Path, pending: Document, decision: Decision, selection: Selection, options: WriteOptions, decided: Document
) -> Output:
    """A text after a decision as a file; a Word file stays as it was but for the changes that were decided.

    Args:
        pending: The text as it was read, with its changes.
        decided: The text after the decision.
    """
    if path.suffix.lower() == WORD and _is_anothers(pending):
        from treatykit.writers.docx_decided import write_docx_decided

        return Output(path, lambda: write_docx_decided(pending, decision, selection))
    return written_anew(path, decided, options)


def settled(text: LoadedText, decision: Decision, read: Reader | None = None) -> LoadedText:
    """The text with all its tracked changes decided, as if its file had come without them.

    A Word file is decided in itself and read again, so that a redline written into it later
    brings none of the old changes back.

    Args:
        read: How it is read again; else as any Word file.
    """
    if not _is_anothers(text.document):
        return text  # the comparison decides it
    from treatykit.writers.docx_decided import write_docx_decided

    reading = (read or reader(WORD))(write_docx_decided(text.document, decision), str(text.argument))
    return replace(text, document=reading.document, diagnostics=text.diagnostics)


def edited_package(document: Document) -> str | None:
    """The Word file that the text came from, if somebody else has saved it; ours are written anew."""
    if not document.packages:
        return None
    from treatykit.writers.docx_redline import package_to_edit

    return package_to_edit(document)


def _is_anothers(document: Document) -> bool:
    return edited_package(document) is not None
