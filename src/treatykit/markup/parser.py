"""Reads the body of a clause file: its wordings, their footnotes, the commentary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from treatykit.errors import ContentError
from treatykit.markup.blocks import BlockParser, Cursor, is_wording
from treatykit.markup.lines import FOOTNOTE, FOOTNOTE_NAME, Kind, Line, split_lines
from treatykit.markup.nearest import listed, nearest
from treatykit.markup.slots import TOPIC
from treatykit.markup.syntax import (
    Alternative,
    Article,
    Body,
    Commentary,
    Footnote,
    FootnoteReference,
    Item,
    Paragraph,
    Section,
)
from treatykit.markup.walk import occurrences

LIBRARY_PARTIES: Final = ("A", "B")
"""The party codes of the library's own clauses, which know no State."""

_FOOTNOTE_INDENT: Final = 4


def parse_body(text: str, name: str, *, first_line: int = 1, parties: Sequence[str] = LIBRARY_PARTIES) -> Body:
    """Read the body of a clause file.

    Args:
        text: The body, without the front matter.
        name: The file, for errors.
        first_line: The number of the text's first line in its file.
        parties: The party codes that make a bracket an attributed one; others are only text.

    Raises:
        ContentError: The text is not in the notation (`docs/notation.md`).
    """
    cursor = Cursor(split_lines(text, name, first_line))
    alternatives: list[Alternative] = []
    commentary: Commentary | None = None
    while line := cursor.peek():
        if commentary:
            hint = "it is the last part of the file"
            raise ContentError("text after the commentary", where=line.where(), hint=hint)
        title = _wording(line)
        cursor.take(line)
        if title == "commentary":
            commentary = _commentary(cursor, line, parties)
            continue
        if any(title == alternative.id for alternative in alternatives):
            hint = "give each wording its own id"
            raise ContentError(f"a second alternative '{title}'", where=line.where(), hint=hint)
        alternatives.append(_alternative(cursor, line, title, parties))
    if not alternatives:
        raise ContentError("a body without a wording", where=name, hint="it begins with '## alternative: id'")
    return Body(tuple(alternatives), commentary)


def _wording(line: Line) -> str:
    """What a line of two hashes starts: ``commentary``, or the id of an alternative."""
    if not is_wording(line) or line.indent:
        hint = "a wording begins with '## alternative: id', at column 1"
        raise ContentError("text outside an alternative", where=line.where(), hint=hint)
    what, colon, name = (part.strip(" ") for part in line.text[2:].partition(":"))
    if what == "commentary" and not colon:
        return what
    if what != "alternative":
        meant = {"alternative": "## alternative: id", "commentary": "## commentary"}
        near = nearest(what.lower(), meant)
        hint = f"did you mean '{meant[near]}'?" if near else f"there are {listed(meant.values(), last='and')}"
        raise ContentError(f"no part of a body is called '{what}'", where=line.where(), hint=hint)
    if not TOPIC.fullmatch(name) or name == "commentary":
        hint = "write '## alternative: id', in small letters, digits and hyphens"
        raise ContentError(f"'{name}' cannot be the id of an alternative", where=line.where(), hint=hint)
    return name


def _commentary(cursor: Cursor, line: Line, parties: Sequence[str]) -> Commentary:
    commentary = Commentary(BlockParser(cursor, parties, articles=False).parse(), where=line.where())
    if (more := cursor.peek()) and more.kind is Kind.FOOTNOTE:
        raise ContentError("a footnote in the commentary", where=more.where(), hint="say it in the text")
    if not commentary.blocks:
        raise ContentError("a commentary without text", where=line.where(), hint="write it, or delete the line")
    _check_names(commentary)
    return commentary


def _alternative(cursor: Cursor, line: Line, name: str, parties: Sequence[str]) -> Alternative:
    parser = BlockParser(cursor, parties, articles=True)
    blocks = parser.parse()
    footnotes: list[Footnote] = []
    while (more := cursor.peek()) and not is_wording(more):
        footnotes.append(_footnote(parser, more, footnotes))
    if not blocks:
        hint = "where silence is the alternative, a drafting note ('> ') says why"
        raise ContentError(f"the alternative '{name}' has no text", where=line.where(), hint=hint)
    alternative = Alternative(name, blocks, tuple(footnotes), where=line.where())
    _check_names(alternative)
    return alternative


def _footnote(parser: BlockParser, line: Line, before: Sequence[Footnote]) -> Footnote:
    found = FOOTNOTE.match(line.text)
    if not found or line.indent:
        hint = f"only footnotes do; they begin at column 1 and go on at column {_FOOTNOTE_INDENT + 1}"
        raise ContentError("a text stands after the first footnote", where=line.where(), hint=hint)
    name = found.group(1)
    if not FOOTNOTE_NAME.fullmatch(name):
        hint = "names have small letters, digits and hyphens"
        raise ContentError(f"'{name}' cannot be the name of a footnote", where=line.where(), hint=hint)
    if any(name == footnote.name for footnote in before):
        raise ContentError(f"a second footnote '{name}'", where=line.where(), hint="give each its own name")
    words = line.text[found.end() :].lstrip(" ")
    if not words:
        hint = "they stand on the same line"
        raise ContentError(f"the footnote '{name}' has no words", where=line.where(), hint=hint)
    offset = len(line.text) - len(words)
    prefix, inlines = parser.words(line, offset, offset, _FOOTNOTE_INDENT)
    if prefix.label or prefix.conditions:
        hint = "they belong to the paragraph that refers to it"
        raise ContentError("a label or a condition on a footnote", where=prefix.where, hint=hint)
    return Footnote(name, inlines, where=line.where())


def _check_names(wording: Alternative | Commentary) -> None:
    """Refuse labels given twice, and footnotes that are referred to and not there, or there and not referred to."""
    footnotes = {footnote.name: footnote for footnote in wording.footnotes} if isinstance(wording, Alternative) else {}
    labels: dict[str, object] = {}
    referred: set[str] = set()
    for occurrence in occurrences(wording):
        match occurrence.node:
            case (
                Article(label=str(label))
                | Section(label=str(label))
                | Item(label=str(label))
                | Paragraph(label=str(label))
            ):
                if label in labels:
                    hint = f"the first is at {labels[label]}"
                    raise ContentError(f"a second label '{label}'", where=occurrence.node.where, hint=hint)
                labels[label] = occurrence.node.where
            case FootnoteReference(name):
                if name not in footnotes:
                    hint = f"write '[^{name}]: …' at the end of the alternative"
                    raise ContentError(f"there is no footnote '{name}'", where=occurrence.node.where, hint=hint)
                referred.add(name)
            case _:
                pass
    for name, footnote in footnotes.items():
        if name not in referred:
            hint = f"refer to it with '[^{name}]', or delete it"
            raise ContentError(f"nothing refers to the footnote '{name}'", where=footnote.where, hint=hint)
