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
"""Stands before the lines of a drafting note, and once for each level before those of an annotation."""

DEEPEST_NOTE: Final = 3
"""The deepest level that an annotation shows."""

_REMARK: Final = re.compile(rf"(?P<signs>(?:{NOTE_SIGN}){{1,{DEEPEST_NOTE}}})(?P<heading>#{{1,{DEEPEST_NOTE}}} )?")


def remark_sign(role: Role, level: int) -> str:
    """What stands before the lines of a drafting note, of an annotation or of a heading in one."""
    shown = min(max(level, 1), DEEPEST_NOTE)
    match role:
        case Role.ANNOTATION_HEADING:
            return f"{NOTE_SIGN}{'#' * shown} "
        case Role.ANNOTATION:
            return NOTE_SIGN * shown
        case _:
            return NOTE_SIGN


def read_remark(line: str) -> tuple[str, int, bool] | None:
    """The sign before a line that is set apart, the level that it shows, and whether it is that of a heading."""
    found = _REMARK.match(line)
    if found is None:
        return None
    if found["heading"] and found["signs"] == NOTE_SIGN:
        return found[0], len(found["heading"]) - 1, True
    return found["signs"], len(found["signs"]) // len(NOTE_SIGN), False


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
