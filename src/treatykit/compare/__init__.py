"""Alignment, words, moves, classes, summary: what changed between two versions of a text.

Each of these is loaded when somebody asks for it, so that two texts can be read before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from treatykit.compare.changing import Sides, changes
    from treatykit.compare.comparison import compare, settled_text
    from treatykit.compare.existing import Existing
    from treatykit.compare.findings import Findings
    from treatykit.compare.ignoring import Ignore
    from treatykit.compare.outlines import Outlines
    from treatykit.compare.summary import report, summarise

__all__ = [
    "Existing",
    "Findings",
    "Ignore",
    "Outlines",
    "Sides",
    "changes",
    "compare",
    "report",
    "settled_text",
    "summarise",
]

_MODULES: Final = {
    "Existing": "existing",
    "Findings": "findings",
    "Ignore": "ignoring",
    "Outlines": "outlines",
    "Sides": "changing",
    "changes": "changing",
    "compare": "comparison",
    "report": "summary",
    "settled_text": "comparison",
    "summarise": "summary",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
