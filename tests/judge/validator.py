"""Ask an independent validator, openxml-audit, what is wrong with a Word file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

_ALLOWED = (
    # A theme is permitted, not required (ECMA-376, Part 1, 11.3.10); without one, no template can restyle a treaty.
    r"relationships/theme' is missing",
    # The value 0 takes a number away and points to no list (ECMA-376, Part 1, 17.9.18).
    r"Numbering definition '0' referenced but not found",
)


def complaints(file: bytes) -> list[str]:
    """What it finds wrong, apart from what the standard allows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.docx")
        path.write_bytes(file)
        found = OpenXmlValidator().validate(path).errors
    said = (f"{error.part_uri}: {error.description}" for error in found)
    return [complaint for complaint in said if not any(re.search(allowed, complaint) for allowed in _ALLOWED)]
