"""From documents to files: one function a format, found in one table.

A writer is a function ``write_x(document, options) -> str | bytes``. It is imported when
it is asked for, since some of them stand on heavy libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Final, cast

from treatykit.diagnostics import Diagnostic
from treatykit.errors import MissingDependencyError, UsageError
from treatykit.model.document import Document
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions

Writer = Callable[[Document, WriteOptions], str | bytes]
Losses = Callable[[Document], tuple[Diagnostic, ...]]

WRITERS: Final = {
    ".docx": ("treatykit.writers.docx", "write_docx"),
    ".pdf": ("treatykit.writers.pdf", "write_pdf"),
    ".html": ("treatykit.writers.html", "write_html"),
    ".md": ("treatykit.writers.markdown", "write_markdown"),
    ".txt": ("treatykit.writers.text", "write_text"),
    ".json": ("treatykit.writers.json", "write_json"),
}
"""Suffix → module and function."""


HEAVY: Final = {".pdf": ("treatykit.writers.typesetter", "typesetter")}
"""Suffix → module and function that loads what its writer loads only when it writes."""

LOSSES: Final = {
    ".pdf": ("treatykit.writers.faces", "missing_scripts"),
    ".md": ("treatykit.writers.markdown", "markdown_losses"),
}
"""Suffix → module and function that says what a file with this suffix cannot hold."""


def losses(document: Document, suffix: str) -> tuple[Diagnostic, ...]:
    """What a document loses in a file with this suffix."""
    found = LOSSES.get(suffix.lower())
    if found is None:
        return ()
    module, function = found
    return cast(Losses, getattr(import_module(module), function))(document)


def writer(suffix: str) -> Writer:
    """The writer of the files with this suffix.

    Raises:
        UsageError: No writer makes such files.
    """
    found = WRITERS.get(suffix.lower())
    if found is None:
        raise UsageError(f"no writer for '{suffix}' files", hint=f"one of {', '.join(WRITERS)}")
    module, function = found
    return cast(Writer, getattr(import_module(module), function))


def load_writer(suffix: str) -> None:
    """Load all that the writer of the files with this suffix stands on, as far as this machine has it."""
    writer(suffix)
    if suffix in HEAVY:
        module, function = HEAVY[suffix]
        with suppress(MissingDependencyError):
            getattr(import_module(module), function)()


def write(document: Document, suffix: str, options: WriteOptions = DEFAULT_OPTIONS) -> bytes:
    """The file with this suffix that says the document; text is UTF-8 without a byte order mark.

    Raises:
        UsageError: No writer makes such files.
    """
    written = writer(suffix)(document, options)
    return written.encode() if isinstance(written, str) else written
