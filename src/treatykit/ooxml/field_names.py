"""Names of fields, by what their results are to a reader of the text (ECMA-376, Part 1, 17.16.5)."""

from __future__ import annotations

from typing import Final

COMPUTED: Final = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "DATE", "TIME", "PRINTDATE", "SAVEDATE"),
        *("CREATEDATE", "EDITTIME", "FILENAME", "FILESIZE", "REVNUM", "NUMCHARS", "NUMWORDS"),
    }
)
"""Values that every program works out for itself: what a file keeps of them says nothing."""
