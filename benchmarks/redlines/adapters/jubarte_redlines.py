"""jubarte-redlines: an engine in Rust with bindings."""

from __future__ import annotations

from pathlib import Path

from jubarte_redlines import compare_documents


def redline(old: str, new: str, out: str, _existing: str) -> None:
    """Write the redline; what becomes of pending changes cannot be chosen."""
    Path(out).write_bytes(compare_documents(Path(old).read_bytes(), Path(new).read_bytes(), author="Chair"))
