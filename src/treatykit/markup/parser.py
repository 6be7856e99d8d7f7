"""Reads the body of a clause file: its wordings, their footnotes, the commentary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from treatykit.errors import ContentError, Errors
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
        ContentError: The text is not in the notation (`docs/notation.md`); the first error brings the others.
    """
    body, errors = read_body(text, name, first_line=first_line, parties=parties)
    errors.raise_any()
    return body


def read_body(
    text: str, name: str, *, first_line: int = 1, parties: Sequence[str] = LIBRARY_PARTIES
) -> tuple[Body, Errors]:
    """Read the body of a clause file as far as it can be read, as `parse_body` does, with what is wrong in it.

    Raises:
        ContentError: There are characters that no clause has.
    """
    cursor = Cursor(split_lines(text, name, first_line))
    errors = Errors()
    alternatives: list[Alternative] = []
    commentary: Commentary | None = None
    while line := cursor.peek():
        try:
            title = _wording(line, [each.id for each in alternatives], commentary)
        except ContentError as error:
            errors.note(error)
            title = ""
            if not is_wording(line):
                while (more := cursor.peek()) and not is_wording(more):
                    cursor.take(more)
                continue
        cursor.take(line)
        if title == "commentary":
            commentary = _commentary(cursor, line, parties, errors)
        else:
            alternative = _alternative(cursor, line, title, parties, errors)
            alternatives += [alternative] if title else []
    if not alternatives and not errors.found:
        errors.note(ContentError("a body without a wording", where=name, hint="it begins with '## alternative: id'"))
    return Body(tuple(alternatives), commentary), errors


def _wording(line: Line, known: Sequence[str], commentary: Commentary | None) -> str:
    """What a line of two hashes starts: ``commentary``, or the id of an alternative.

    Args:
        known: The ids of the alternatives before.
        commentary: The one before, behind which nothing can stand.
    """
    if commentary:
        raise ContentError("text after the commentary", where=line.where(), hint="it is the last part of the file")
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
    if name in known:
        raise ContentError(f"a second alternative '{name}'", where=line.where(), hint="give each wording its own id")
    return name


def _commentary(cursor: Cursor, line: Line, parties: Sequence[str], errors: Errors) -> Commentary:
    before = len(errors.found)
    parser = BlockParser(cursor, parties, errors, articles=False)
    blocks = parser.parse()
    while (more := cursor.peek()) and more.kind is Kind.FOOTNOTE:
        errors.note(ContentError("a footnote in the commentary", where=more.where(), hint="say it in the text"))
        cursor.skip(more)
        blocks += parser.parse()
    commentary = Commentary(blocks, where=line.where())
    if len(errors.found) == before:
        if not blocks:
            hint = "write it, or delete the line"
            errors.note(ContentError("a commentary without text", where=line.where(), hint=hint))
        for wrong in _wrong_names(commentary):
            errors.note(wrong)
    return commentary


def _alternative(cursor: Cursor, line: Line, name: str, parties: Sequence[str], errors: Errors) -> Alternative:
    before = len(errors.found)
    parser = BlockParser(cursor, parties, errors, articles=True)
    blocks = parser.parse()
    footnotes: list[Footnote] = []
    while (more := cursor.peek()) and not is_wording(more):
        try:
            footnotes.append(_footnote(parser, more, footnotes))
        except ContentError as error:
            errors.note(error)
            cursor.skip(more)
    alternative = Alternative(name, blocks, tuple(footnotes), where=line.where())
    if len(errors.found) == before:  # else what is missing may only not have been read
        if not blocks:
            hint = "where silence is the alternative, a drafting note ('> ') says why"
            errors.note(ContentError(f"the alternative '{name}' has no text", where=line.where(), hint=hint))
        for wrong in _wrong_names(alternative):
            errors.note(wrong)
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


def _wrong_names(wording: Alternative | Commentary) -> Iterator[ContentError]:
    """Labels given twice, and footnotes that are referred to and not there, or there and not referred to."""
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
                    yield ContentError(f"a second label '{label}'", where=occurrence.node.where, hint=hint)
                labels.setdefault(label, occurrence.node.where)
            case FootnoteReference(name):
                if name not in footnotes:
                    hint = f"write '[^{name}]: …' at the end of the alternative"
                    yield ContentError(f"there is no footnote '{name}'", where=occurrence.node.where, hint=hint)
                referred.add(name)
            case _:
                pass
    for name, footnote in footnotes.items():
        if name not in referred:
            hint = f"refer to it with '[^{name}]', or delete it"
            yield ContentError(f"nothing refers to the footnote '{name}'", where=footnote.where, hint=hint)
