"""Reads the plain square brackets of a clause as text that is not agreed, though nobody is named for it.

``[and shall not …]`` is one option, ``[x][y]`` are two that compete. Brackets that do not
balance within their paragraph are only characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from treatykit.markup.syntax import Bracket, Inline, Inlines, Option, Text

_SIGN: Final = re.compile(r"(\]\[|\[|\])")


@dataclass(slots=True)
class _Open:
    """A bracket that has not been closed so far: its finished options, and the one being read."""

    options: list[Option] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)

    def end_option(self) -> None:
        self.options.append(Option((), tuple(self.inlines)))
        self.inlines = []


def with_brackets(inlines: Inlines) -> Inlines:
    """The words of a paragraph with their plain brackets made brackets."""
    if not any(isinstance(inline, Text) and "[" in inline.value for inline in inlines):
        return inlines
    stack = [_Open()]
    for piece in _pieces(inlines):
        match piece:
            case Text(value="["):
                stack.append(_Open())
            case Text(value="][") if len(stack) > 1:
                stack[-1].end_option()
            case Text(value="]") if len(stack) > 1:
                closed = stack.pop()
                closed.end_option()
                stack[-1].inlines.append(Bracket(tuple(closed.options)))
            case Text(value="]" | "]["):
                return inlines
            case _:
                stack[-1].inlines.append(piece)
    return tuple(stack[0].inlines) if len(stack) == 1 else inlines


def _pieces(inlines: Inlines) -> Iterator[Inline]:
    """The inlines, with every bracket sign a text of its own."""
    for inline in inlines:
        if isinstance(inline, Text):
            yield from (replace(inline, value=value) for value in _SIGN.split(inline.value) if value)
        else:
            yield inline
