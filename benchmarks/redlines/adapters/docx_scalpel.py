"""docx-scalpel: Docxodus in a process that stays and is talked to."""

from __future__ import annotations

from pathlib import Path

from docx_scalpel import DocxDiffSettings, docx_diff_compare


def redline(old: str, new: str, out: str, existing: str) -> None:
    """Write the redline; pending changes can only be accepted."""
    settings = DocxDiffSettings(pre_accept_input_revisions=existing == "accept")
    Path(out).write_bytes(docx_diff_compare(Path(old).read_bytes(), Path(new).read_bytes(), settings))
