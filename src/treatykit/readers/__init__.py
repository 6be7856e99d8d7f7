"""From files to documents: one function a format, found in one table.

A reader is a function ``read_x(data, name) -> Reading``; ``name`` is the file as the user
named it, for errors and diagnostics. It is imported when it is asked for, since some of
them stand on heavy libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from treatykit.errors import UsageError
from treatykit.readers.reading import Reading

Reader = Callable[[bytes, str], Reading]

READERS: Final = {
    ".docx": ("treatykit.readers.docx", "read_docx"),
    ".md": ("treatykit.readers.markdown", "read_markdown"),
    ".markdown": ("treatykit.readers.markdown", "read_markdown"),
    ".txt": ("treatykit.readers.text", "read_text"),
    ".json": ("treatykit.readers.json", "read_json"),
}
"""Suffix → module and function."""


def reader(suffix: str) -> Reader:
    """The reader of the files with this suffix.

    Raises:
        UsageError: No reader understands such files.
    """
    found = READERS.get(suffix.lower())
    if found is None:
        raise UsageError(f"no reader for '{suffix}' files", hint=f"one of {', '.join(READERS)}")
    module, function = found
    return cast(Reader, getattr(import_module(module), function))
