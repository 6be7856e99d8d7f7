"""Ask an independent validator, openxml-audit, what is wrong with a Word file."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

# By the place and the complaint.
_ALLOWED = (
    # A theme is permitted, not required (ECMA-376, Part 1, 11.3.10); without one, no template can restyle a treaty.
    r"relationships/theme' is missing",
    # So is a table of fonts (11.3.5).
    r"relationships/fontTable' is missing",
    # The value 0 takes a number away and points to no list (ECMA-376, Part 1, 17.9.18).
    r"Numbering definition '0' referenced but not found",
    # What came or went may be all that is said of a row: of the properties before it, none is required
    # (ECMA-376, Part 1, 17.4.82 and A.1, CT_TrPrBase).
    r"/trPr\[\d+\]: Required sequence content is missing",
)


def complaints(file: bytes) -> list[str]:
    """What it finds wrong, apart from what the standard allows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.docx")
        path.write_bytes(file)
        # The validator keeps values of other parts by the address of their package, which a later file may have again:
        # what it objects to after many files is asked of one that knows no other.
        told = _told(_validator(), path)
        return _told(OpenXmlValidator(), path) if told else []


def _told(validator: OpenXmlValidator, path: Path) -> list[str]:
    found = validator.validate(path).errors
    told = [error for error in found if not _is_allowed(f"{error.path}: {error.description}")]
    return [f"{error.part_uri}: {error.description}" for error in told]


def _is_allowed(complaint: str) -> bool:
    return any(re.search(allowed, complaint) for allowed in _ALLOWED)


@cache
def _validator() -> OpenXmlValidator:
    """One for all files: to make it takes as long as a file does."""
    return OpenXmlValidator()
