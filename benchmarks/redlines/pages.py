"""Puts what was measured into the pages, between marks; the rest of a page is written by people."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.redlines.peers import ROOT
from benchmarks.redlines.results import Run
from benchmarks.redlines.tables import quality, speed

SECTIONS: Final[dict[str, Callable[[Run], str]]] = {"comparison.md": quality, "performance.md": speed}
"""By the page in `docs`, what is generated for it."""

_BEGIN: Final = "<!-- make bench: begin -->"
_END: Final = "<!-- make bench: end -->"
_SECTION: Final = re.compile(rf"{_BEGIN}\n(.*?)\n{_END}", re.DOTALL)


def section(page: str) -> str:
    """What stands between the marks of a page."""
    found = _SECTION.search(_path(page).read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"docs/{page} has no place for what 'make bench' prints")
    return found[1]


def put(run: Run) -> None:
    """Write the sections of all pages anew."""
    for page, tell in SECTIONS.items():
        path = _path(page)
        before, after = path.read_text(encoding="utf-8").split(section(page), 1)
        path.write_text(f"{before}{tell(run)}{after}", encoding="utf-8")


def _path(page: str) -> Path:
    return ROOT / "docs" / page
