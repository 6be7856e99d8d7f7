"""prosediff, as its command line runs it."""

from __future__ import annotations

from prosediff.cli import main


def redline(old: str, new: str, out: str, existing: str) -> None:
    """Write the redline; `existing` decides first what is pending in the files."""
    decided = ["--docx-changes", f"{existing}-all"] if existing else []
    if code := main(["--files", old, new, "-o", out, *decided]):
        raise RuntimeError(f"exit code {code}")
