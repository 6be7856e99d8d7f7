"""What a terminal may be sent: words without control characters, in colour where colour is wanted."""

from __future__ import annotations

import os
import re
import sys
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(words: str) -> str:
    """The words with a sign for each control character, so that no file can command the terminal."""
    return _CONTROL.sub("\ufffd", words)


def in_colour() -> bool:
    """Whether standard output is a terminal that wants colour (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
