"""Finds Word files that somebody has edited since treatykit made them, so that a new build does not undo their work.

What Word saves tells of itself; whether somebody has edited another file nobody can see, and such files are replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from treatykit.app.files import read_bytes
from treatykit.app.word_files import WORD
from treatykit.errors import UnreadableError, UsageError
from treatykit.ooxml.origin import facts_root, other_program, saved_by_us
from treatykit.ooxml.package import open_package


def protect_edited(outputs: Iterable[Path], *, force: bool) -> None:
    """Refuse to write over a Word file of ours that another program has saved since.

    Args:
        force: Writing over it is what the user wants.

    Raises:
        UsageError: There is such a file.
    """
    for path in () if force else outputs:
        if path.suffix.lower() == WORD and path.is_file() and (program := _saved_since_with(path)):
            hint = "choose another name, or say --force to overwrite it"
            raise UsageError(f"'{path}' was edited with {program} since it was built", hint=hint)


def _saved_since_with(path: Path) -> str:
    """What has saved a file since we wrote it; empty where nothing has, or it was never ours."""
    try:
        parts = open_package(read_bytes(path), str(path))
        if facts_root(parts) is None or saved_by_us(parts):
            return ""
        return other_program(parts) or "another program"
    except UnreadableError:
        return ""  # nothing that anybody can open
