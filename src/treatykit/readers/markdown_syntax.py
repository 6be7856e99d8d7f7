"""Which Markdown is read: CommonMark with tables, footnotes and strike-through, and what treaties need to differ.

* ``##Article 1`` is a heading, as in Markdown before CommonMark, where a space was not asked for.
* Text behind four spaces is a paragraph, never code, and backticks are characters: some use them as quotation marks.
* ``[shall](should)`` is a link only if it leads to an address; else its words are bracketed text.
* A line ``{:.class}`` is Kramdown's and holds no words.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from treatykit.records import dataclass

_HEADING = re.compile(r"^( {0,3}#{2,6})(?=[^#\s])", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^{}\n]*\}[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|[#/.]|www\.|.*\w\.[a-z]{2,5}(?:[/?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A Markdown text with its lines as they were, ready for the parser.

    Attributes:
        attributes: The lines that held attributes, counted from 1.
        headings: The lines that were headings without a space.
    """

    text: str
    attributes: tuple[int, ...]
    headings: tuple[int, ...]


def prepared(text: str) -> Prepared:
    """The text without what the parser does not know."""
    return Prepared(
        text=_ATTRIBUTES.sub("", _HEADING.sub(r"\1 ", text)),
        attributes=_lines(_ATTRIBUTES, text),
        headings=_lines(_HEADING, text),
    )


def parser() -> MarkdownIt:
    """The parser of the Markdown that is read."""
    made = MarkdownIt("commonmark", {"html": True})
    made.enable(["table", "strikethrough"]).disable(["code", "backticks"])
    made.use(footnote_plugin, inline=False, move_to_end=False).use(front_matter_plugin)
    made.validateLink = _is_address  # type: ignore[assignment, method-assign]
    return made


def _is_address(link: str) -> bool:
    return _ADDRESS.match(link) is not None


def _lines(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(text.count("\n", 0, found.start()) + 1 for found in pattern.finditer(text))
