"""Alignment, words, moves, classes, summary: what changed between two versions of a text."""

from treatykit.compare.changing import Sides, changes
from treatykit.compare.comparison import Existing, compare, settled_text
from treatykit.compare.finder import Findings
from treatykit.compare.ignoring import Ignore
from treatykit.compare.outlines import Outlines
from treatykit.compare.replaced import replaced
from treatykit.compare.summary import report, summarise

__all__ = [
    "Existing",
    "Findings",
    "Ignore",
    "Outlines",
    "Sides",
    "changes",
    "compare",
    "replaced",
    "report",
    "settled_text",
    "summarise",
]
