"""What a terminal may be sent: words without control characters, in colour where colour is wanted."""

from __future__ import annotations

import os
import re
import sys
from shutil import get_terminal_size
from textwrap import fill
from typing import Final

WIDEST: Final = 100
"""Characters in a line that is still read with ease."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(words: str) -> str:
    """The words with a sign for each control character, so that no file can command the terminal."""
    return _CONTROL.sub("\ufffd", words)


def in_colour() -> bool:
    """Whether standard output is a terminal that wants colour (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def wrapped(words: str, columns: int | None = None) -> str:
    """The lines of a text over as many lines as the width asks for, each with its own indent.

    What is indented by two, such as a fact in a list, hangs by two more.

    Args:
        columns: The width in characters; None for that of the terminal.
    """
    width = columns_for_words(columns)
    return "\n".join(_filled(line, width) for line in words.split("\n"))


def columns_for_words(columns: int | None = None) -> int:
    """The characters that a line of words gets: those of the terminal, as far as they are read with ease."""
    return min(columns or get_terminal_size().columns, WIDEST)


def _filled(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    hanging = indent + "  " if len(indent) == 2 else indent
    return fill(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
