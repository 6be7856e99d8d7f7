"""The lines of a clause body, and what the beginning of a line says it is."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from treatykit.errors import ContentError, Where
from treatykit.markup.attribution import CODES
from treatykit.records import dataclass

_ROMAN: Final = r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
MARKER: Final = re.compile(rf"(?:[0-9]{{1,3}}\.|\((?!\))(?:[0-9]{{1,2}}|([a-z])\1*|([A-Z])\2*|{_ROMAN})\))(?= |$)")
"""What says "item": ``1.`` ``(a)`` ``(i)`` ``(A)`` ``(1)``; never more than that."""

FOOTNOTE_NAME: Final = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
FOOTNOTE: Final = re.compile(r"\[\^([^\]\[ ]*)\]:")
BRACKET_OPEN: Final = re.compile(rf"\[(?:({CODES}):)?$")
BRACKET_NEXT: Final = re.compile(rf"\]\[(?:({CODES}):)?$")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HEADING: Final = re.compile(r"#{2,4}(?= |$)")

_NOT_MARKS: Final = (
    (re.compile(r"[-+*•](?= |$)"), "a bullet", "an item begins with '1.' or '(a)'"),
    (re.compile(r"[0-9]{1,3}\)(?= |$)"), "no marker", "an item begins with '1.' or '(a)'"),
    (re.compile(r"[a-z](?:\.(?= )|\)(?= |$))"), "no marker", "an item begins with '1.' or '(a)'"),
    (re.compile(r"#+"), "no heading", "headings are '## alternative: id', '## commentary', '### Title', '#### Title'"),
    (re.compile(r"-{3,}|_{3,}"), "a rule", "articles are separated by '### Title'"),
    (re.compile(r"`{3,}|~{3,}"), "a code block", "a clause has none"),
    (re.compile(r"<!--"), "a comment", "a drafting note begins with '> '"),
    (re.compile(r"\[\^[^\]\[]*\]:"), "no footnote", "a footnote begins with '[^name]:'"),
)
"""Beginnings that mean something in Markdown, where a silent misreading would be likely."""


class Kind(Enum):
    """What a line is, by its beginning."""

    HEADING = auto()
    ITEM = auto()
    NOTE = auto()
    TABLE = auto()
    FOOTNOTE = auto()
    BRACKET_OPEN = auto()
    BRACKET_NEXT = auto()
    BRACKET_CLOSE = auto()
    NOT_A_MARK = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its indent and without spaces at its end.

    Attributes:
        number: Counted from 1 in the whole file.
        indent: The number of spaces before the text.
    """

    name: str
    number: int
    indent: int
    text: str

    def where(self, offset: int = 0) -> Where:
        """The place of a character of the text."""
        return Where(self.name, self.number, self.indent + offset + 1)

    @property
    def kind(self) -> Kind:
        return kind_of(self.text)


def split_lines(text: str, name: str, first_line: int) -> tuple[Line, ...]:
    """Split a text into lines; a byte order mark and carriage returns mean nothing.

    Raises:
        ContentError: There is a tab or another control character.
    """
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(_line(row, name, number) for number, row in enumerate(rows, start=first_line))


def kind_of(text: str) -> Kind:
    """What a line that begins like this is; the text has no indent."""
    if text[:1].isalpha() and text[1:2] not in {".", ")"}:
        return Kind.TEXT  # no mark begins with a word, and most lines do
    if MARKER.match(text):
        return Kind.ITEM
    if FOOTNOTE.match(text):
        return Kind.FOOTNOTE
    if _HEADING.match(text):
        return Kind.HEADING
    if BRACKET_OPEN.match(text):
        return Kind.BRACKET_OPEN
    if BRACKET_NEXT.match(text):
        return Kind.BRACKET_NEXT
    match text[:1]:
        case "]" if len(text) == 1:
            return Kind.BRACKET_CLOSE
        case ">":
            return Kind.NOTE
        case "|":
            return Kind.TABLE
        case _ if any(pattern.match(text) for pattern, _, _ in _NOT_MARKS):
            return Kind.NOT_A_MARK
        case _:
            return Kind.TEXT


def not_a_mark(line: Line) -> ContentError:
    """The error for a line that begins with what means nothing here."""
    for pattern, what, remedy in _NOT_MARKS:
        if found := pattern.match(line.text):
            return ContentError(
                f"'{found.group()}' is {what} in this notation",
                where=line.where(),
                hint=f"{remedy}; put a backslash before it to print it as it stands",
            )
    raise AssertionError(line)


def _line(row: str, name: str, number: int) -> Line:
    if control := _CONTROL.search(row):
        where = Where(name, number, control.start() + 1)
        if control.group() == "\t":
            raise ContentError("a tab character", where=where, hint="indent with spaces")
        raise ContentError(f"a control character, U+{ord(control.group()):04X}", where=where, hint="delete it")
    text = row.lstrip(" ")
    return Line(name, number, len(row) - len(text), text.rstrip(" "))
