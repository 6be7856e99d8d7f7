"""Keep a line whole that is too wide only by the space at its end.

The words before a reference end in a space, which may hang over the end of the line. WeasyPrint 70 counts it in the
width of the words where they end the line (``text/line_break.py``, step 2 of ``split_first_line``), takes them for a
word that is too long, and leaves the first of them, however short, alone on its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

_SPACE: Final = " "


@contextmanager
def spaces_hanging(inline_layout: Any) -> Iterator[None]:
    """Let the space at the end of a line hang over its end.

    Args:
        inline_layout: The module ``weasyprint.layout.inline``.
    """
    split = inline_layout.split_first_line
    inline_layout.split_first_line = _split_after_the_last_word(split)
    try:
        yield
    finally:
        inline_layout.split_first_line = split


def _split_after_the_last_word(split: Callable[..., Any]) -> Any:
    def first_line(text: str, style: Any, context: Any, width: float | None, *others: Any, **named: Any) -> Any:
        line = split(text, style, context, width, *others, **named)
        layout, _, rest, *_ = line
        words = text.rstrip(_SPACE)
        if rest is None or words == text or _SPACE in layout.text.strip(_SPACE):
            return line  # all of it, or no space at its end, or more than one word of it
        _, _, rest_of_words, width_of_words, *_ = split(words, style, context, width, *others, **named)
        fits = rest_of_words is None and (width is None or width_of_words <= width)
        return split(text, style, context, None, *others, **named) if fits else line

    return first_line
