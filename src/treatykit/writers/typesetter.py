"""Load WeasyPrint, which sets pages: without a word of its own, and without waiting for other programs.

To find a library whose name it guesses, `ctypes.util.find_library` starts ``ldconfig`` and a compiler. WeasyPrint 70
guesses two names before the one that Linux knows (``text/ffi.py``), which costs a sixth of the time of a short PDF.
"""

from __future__ import annotations

import ctypes.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from typing import Any

from treatykit.errors import MissingDependencyError


def typesetter() -> Any:
    """The module `weasyprint`.

    Raises:
        MissingDependencyError: Pango, the library that sets the lines, is not on this machine.
    """
    try:
        with redirect_stdout(io.StringIO()), only_exact_names():
            return import_module("weasyprint")
    except OSError as error:
        raise MissingDependencyError(
            "PDF needs the library Pango, which is not on this machine",
            hint="install it with 'apt install libpango-1.0-0 libpangoft2-1.0-0' or 'brew install pango'",
        ) from error


@contextmanager
def only_exact_names() -> Iterator[None]:
    """Let only the exact name of a library be tried, where the system knows all of them by it."""
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _not_found(name: str) -> str | None:  # noqa: ARG001 (what it replaces is called with one)
    return None
