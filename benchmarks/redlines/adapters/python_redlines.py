"""python-redlines: starts the command line of Docxodus, a .NET program, for every pair."""

from __future__ import annotations

from pathlib import Path

from python_redlines import DocxodusEngine


def redline(old: str, new: str, out: str, _existing: str) -> None:
    """Write the redline; what becomes of pending changes cannot be chosen."""
    marked, _, _ = DocxodusEngine().run_redline("Chair", original=old, modified=new)
    Path(out).write_bytes(marked)
