"""Read plain text: one paragraph a line, or lines of wrapped paragraphs put together again.

Which of the two a file is, its lines tell. It is *wrapped* when no line is longer than 120
characters, and most lines that another line follows are nearly as long as the longest:
somebody's program broke them there. In a wrapped text a paragraph ends at a blank line,
where the next line opens an article, a paragraph or a point, where capitals begin or end,
and where the first word of the next line would easily have fitted: there somebody ended
the line on purpose. In any other text every line is a paragraph.

Page numbers and running headers of a copied text are kept: they are words of the file.

A file with the foot of a manuscript of treatykit says more, and is read by `manuscript_text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UnreadableError, Where
from treatykit.markup.manuscript.foot import read_foot
from treatykit.model.content import Paragraph, Text
from treatykit.model.document import Document
from treatykit.model.headings import Sequence
from treatykit.readers.decoding import decode
from treatykit.readers.manuscript_text import read_text_manuscript
from treatykit.readers.one_line import without_paragraphs
from treatykit.readers.reading import Reading

_LONGEST_WRAPPED: Final = 120
_FULL: Final = 0.6  # of the longest line: a line at least that long may have been broken by a program
_FEWEST: Final = 3  # lines that another one follows: fewer tell nothing
_SIGN: Final = re.compile(r"(?:[A-Z]\.|[-–—•*])\s")
_PARTED: Final = re.compile(r"[^\W\d_]-$")
_MARKED: Final = re.compile(
    r"\{\+(?:(?!\{\+).)+?\+\}|\[-(?:(?!\[-).)+?-\]"
)  # each search ends where the next mark begins
_LETTER: Final = re.compile(r"[^\W\d_]")
_ROOM: Final = 0.85  # of the longest line: a word that would end before it would easily have fitted


def read_text(data: bytes, name: str) -> Reading:
    """The paragraphs of a text file, without roles, for the file says none.

    Raises:
        UnreadableError: The file holds no text, or a redline, in which old and new words cannot be told from signs.
    """
    decoded = decode(data, name)
    if found := read_foot(decoded.text, name):
        reading = read_text_manuscript(*found, name)
        return Reading(reading.document, (*decoded.diagnostics, *reading.diagnostics))
    _refuse_redline(decoded.text, name)
    lines = [line.strip() for line in decoded.text.split("\n")]
    findings = decoded.diagnostics
    if is_wrapped(lines):
        width = max(map(len, lines))
        paragraphs = list(_joined(lines, width))
        together = f"{len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'}"
        message = f"the lines are wrapped at {width} characters; put together to {together}"
        note = Diagnostic(severity=Severity.NOTE, code="lines-joined", message=message, where=Where(name))
        findings = (*findings, note)
    else:
        paragraphs = [line for line in lines if line]
    body = tuple(Paragraph((Text(words),)) for words in paragraphs)
    return Reading(Document(body=body), (*findings, *without_paragraphs(body, name)))


def _refuse_redline(text: str, name: str) -> None:
    """A text with words between the marks of `wdiff` is no text: its struck words would count as words."""
    mark = next((found for found in _MARKED.finditer(text) if _LETTER.search(found[0])), None)
    if mark:
        raise UnreadableError(
            "a redline in plain text is for reading only",
            where=Where(name, text.count("\n", 0, mark.start()) + 1),
            hint="take the .docx, .md or .json of it",
        )


def is_wrapped(lines: list[str]) -> bool:
    """Whether a program broke the lines, so that a line is less than a paragraph."""
    longest = max(map(len, lines), default=0)
    followed = [len(line) for line, following in pairwise(lines) if line and following]
    if longest > _LONGEST_WRAPPED or len(followed) < _FEWEST:
        return False
    return 2 * sum(length >= _FULL * longest for length in followed) >= len(followed)


def _joined(lines: list[str], width: int) -> Iterator[str]:
    """The paragraphs of wrapped lines."""
    openings = Sequence()
    paragraph = ""
    before = ""
    for line in lines:
        opens = bool(line) and (openings.read(Paragraph((Text(line),))) is not None or _is_next_point(before, line))
        if paragraph and (not line or opens or _was_ended(before, line, width)):
            yield paragraph
            paragraph = ""
        paragraph = _continued(paragraph, line)
        before = line
    if paragraph:
        yield paragraph


def _is_next_point(before: str, line: str) -> bool:
    """Whether the line begins a point with a sign that the outline does not count, after the end of another."""
    return before.endswith((";", ":", ".", ",")) and _SIGN.match(line) is not None


def _was_ended(line: str, following: str, width: int) -> bool:
    """Whether the line ends on purpose: a title does, and a line that would easily have held the next word."""
    return line.isupper() != following.isupper() or len(line) + 1 + len(following.split(maxsplit=1)[0]) <= _ROOM * width


def _continued(paragraph: str, line: str) -> str:
    """A word that was parted at its hyphen keeps it: nobody can tell ``co-operation`` from ``con-tract``."""
    return paragraph + line if not paragraph or _PARTED.search(paragraph) else f"{paragraph} {line}"
