"""The words of a block of HTML in a Markdown text, a paragraph for each of its blocks."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from treatykit.records import dataclass

_INSIDE_A_LINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
     "small", "span", "strike", "strong", "sub", "sup", "u", "var", "wbr")
)  # fmt: skip
_NO_WORDS: Final = frozenset(("script", "style"))


@dataclass(frozen=True, slots=True)
class HtmlWords:
    """What a block of HTML holds.

    Attributes:
        paragraphs: The words between its block elements.
        comments: What only its authors were to read.
        tags: The names of its elements, each once.
    """

    paragraphs: tuple[str, ...]
    comments: tuple[str, ...]
    tags: tuple[str, ...]


def html_words(html: str) -> HtmlWords:
    """The words of a block of HTML, which may be broken in any way."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    paragraphs = (" ".join("".join(run).split()) for run in collector.runs)
    return HtmlWords(tuple(filter(None, paragraphs)), tuple(collector.comments), tuple(dict.fromkeys(collector.tags)))


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[list[str]] = [[]]
        self.comments: list[str] = []
        self.tags: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)
        self.silent += tag in _NO_WORDS
        self._end_of_run(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_WORDS:
            self.silent = max(self.silent - 1, 0)
        self._end_of_run(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.runs[-1].append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def _end_of_run(self, tag: str) -> None:
        if tag not in _INSIDE_A_LINE:
            self.runs.append([])
