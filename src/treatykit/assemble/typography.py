"""Sets the quotation marks and apostrophes of a clause's words as a printer would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, assert_never

from treatykit.markup.syntax import (
    Bracket,
    Definition,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    Reference,
    Slot,
    Text,
)

_OPENS_AFTER: Final = " \u00a0([{—–“‘"


def printers_quotes(words: str, before: str = "") -> str:
    """The words with curly instead of straight quotation marks and apostrophes.

    Args:
        before: The character before them, empty at the beginning of a paragraph.
    """
    result: list[str] = []
    for character in words:
        last = result[-1] if result else before
        opens = not last or last in _OPENS_AFTER
        match character:
            case '"':
                result.append("“" if opens else "”")
            case "'":
                result.append("‘" if opens else "’")
            case _:
                result.append(character)
    return "".join(result)


def typeset(inlines: Inlines) -> Inlines:
    """The words of a paragraph with printers' quotation marks."""
    last = ""

    def set_words(words: str) -> str:
        nonlocal last
        done = printers_quotes(words, last)
        last = done[-1:] or last
        return done

    def passed(_: Inline) -> None:
        nonlocal last
        last = "x"

    return _changed(inlines, set_words, passed)


def in_words(inlines: Inlines, change: Callable[[str], str], in_terms: Callable[[str], str]) -> Inlines:
    """The inlines with their words changed; those of a defined term in a way of their own."""
    return _changed(inlines, change, lambda _: None, in_terms)


def _changed(
    inlines: Inlines,
    change: Callable[[str], str],
    passed: Callable[[Inline], None],
    in_terms: Callable[[str], str] | None = None,
) -> Inlines:
    def changed(inline: Inline) -> Inline:
        match inline:
            case Text(value):
                return replace(inline, value=change(value))
            case Emphasis(inner):
                return replace(inline, inlines=tuple(changed(each) for each in inner))
            case Definition(inner):
                passed(inline)
                return replace(inline, inlines=_changed(inner, in_terms or change, passed))
            case Bracket(options):
                return replace(
                    inline,
                    options=tuple(
                        replace(option, inlines=tuple(changed(each) for each in option.inlines)) for option in options
                    ),
                )
            case Slot() | Reference() | FootnoteReference():
                passed(inline)
                return inline
            case _:
                assert_never(inline)

    return tuple(changed(inline) for inline in inlines)
