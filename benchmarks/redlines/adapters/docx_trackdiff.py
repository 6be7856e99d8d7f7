"""docx-trackdiff, as its command line runs it."""

from __future__ import annotations

import sys

from docx_trackdiff.compare import main


def redline(old: str, new: str, out: str, _existing: str) -> None:
    """Write the redline; what becomes of pending changes cannot be chosen."""
    sys.argv = ["docx-trackdiff", old, new, out]
    main()
