"""How a manuscript in plain text is laid out: indents, lines under headings, rulers of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from treatykit.model.properties import Role

STEP: Final = 4
"""Columns that a point stands to the right of the item above it."""

WRAP_UP_STEP: Final = 3
"""Columns that the closing words of a list stand to the right of the item that they close."""

NOTE_SIGN: Final = "> "
"""Stands before the lines of a drafting note."""

RULE: Final = "* * *"
"""The line across the page before the closing words."""

GAP: Final = "    "
"""What parts the columns of a table."""

_TITLE, _FIRST, _DEEPER = "=", "-", "~"
_UNDERLINES: Final = {_TITLE: (Role.TITLE, 0), _FIRST: (Role.HEADING, 1), _DEEPER: (Role.HEADING, 2)}
_SHORTEST: Final = 3  # signs under a heading
_RULER: Final = re.compile(r"(?P<sign>[-=])(?P=sign)*(?: {4}(?P=sign)+)*")


def underline(role: Role, level: int, length: int) -> str:
    """The line under a heading of so many characters."""
    sign = _TITLE if role is Role.TITLE else _FIRST if level <= 1 else _DEEPER
    return sign * max(length, _SHORTEST)


def read_underline(line: str) -> tuple[Role, int] | None:
    """What the line above is, if a line is a line under a heading."""
    return _UNDERLINES.get(line[0]) if len(set(line)) == 1 and len(line) >= _SHORTEST else None


def ruler(widths: Sequence[int], sign: str) -> str:
    """The line that parts rows, a stretch for each column."""
    return GAP.join(sign * max(width, 1) for width in widths)


def read_ruler(line: str) -> tuple[str, tuple[slice, ...]] | None:
    """The sign of a ruler and where its columns stand; None for any other line."""
    if not _RULER.fullmatch(line):
        return None
    starts = [found.start() for found in re.finditer(r"[-=]+", line)]
    return line[0], (*(slice(start, end) for start, end in pairwise(starts)), slice(starts[-1], None))
