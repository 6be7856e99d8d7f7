"""Finds the document behind a text argument."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.files import read_bytes
from treatykit.app.word_files import WORD
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, UnreadableError, UsageError, Where
from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.plain import paragraph_text
from treatykit.model.walk import paragraphs
from treatykit.readers import Reader, reader

if TYPE_CHECKING:
    from treatykit.app.bundles import Bundle

_LETTER: Final = re.compile(r"\w")


def load(
    argument: TextArgument,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
    read: Reader | None = None,
    within: tuple[TextArgument, ...] = (),
    bundle: Bundle | None = None,
    blank: bool = False,
) -> LoadedText:
    """The text behind an argument.

    Args:
        variant: For a draft whose argument names none, instead of the one in the draft.
        annotated: For a draft, with annotations between its articles.
        lead: For a draft, the party that is named first.
        read: For a file that holds the text, instead of the reader that its suffix asks for.
        within: The drafts that keep the numbers of this text, each those of the next.
        bundle: For an instrument of a package, the package, where it is open already.
        blank: A Word file without words is a text as well: a form not filled in yet.

    Raises:
        UsageError: The argument names a package as a whole, or an instrument of what is no package.
        UnreadableError: The file cannot be read, or has no words.
        ContentError: A draft or its clauses say something that cannot stand.
    """
    data = content(argument)
    inputs = () if argument.revision else (argument.path,)
    if not argument.is_draft:
        reading = (read or reader(argument.path.suffix))(data, str(argument))
        told = reading.diagnostics
        if not _has_words(reading.document):
            hint = "name the file that holds the text; a picture of a text is not read"
            if not (blank and argument.path.suffix.lower() == WORD and _is_blank(reading.document)):
                raise UnreadableError("the file has no words", where=str(argument), hint=hint)
            told = (*told, _without_words(argument))
        return LoadedText(argument, reading.document, argument.path.name, inputs, told)
    from treatykit.app.bundles import open_bundle  # the library and its schema take as long as comparing does
    from treatykit.app.drafted import drafted, instrument

    def earlier(named: TextArgument, where: Where) -> LoadedText:
        chain = (*within, replace(argument, variant=named.variant or argument.variant))
        if named in chain:
            hint = "name a text of an earlier round: a file, or 'git:REVISION:path'"
            raise ContentError(f"'{named}' would keep its own numbers", where=where, hint=hint)
        return load(named, within=chain)

    package = bundle or open_bundle(argument, data, content, variant)
    if package and not argument.instrument:
        first, *_ = package.instruments.names
        hint = f"name one of them: '{replace(argument, instrument=first)}'"
        raise UsageError("this is a package of several texts", where=str(argument), hint=hint)
    if package:
        return instrument(argument, package, earlier, annotated=annotated, lead=lead)
    if argument.instrument:
        hint = f"leave '#{argument.instrument}' away"
        raise UsageError("this is no package of several instruments", where=str(argument.file), hint=hint)
    text = drafted(argument, data, earlier, variant=variant, annotated=annotated, lead=lead)
    return replace(text, inputs=(*inputs, *text.inputs))


def opened(argument: TextArgument, variant: str | None = None) -> Bundle | None:
    """The package that an argument names as a whole; None where it names a single text.

    Args:
        variant: Where the argument names none, instead of the one in the package.

    Raises:
        UnreadableError: The file cannot be read.
        ContentError: The package says something that cannot stand.
    """
    if not argument.is_draft or argument.instrument:
        return None
    from treatykit.app.bundles import open_bundle

    return open_bundle(argument, content(argument), content, variant)


def content(argument: TextArgument) -> bytes:
    """What the file that an argument names holds.

    Raises:
        UnreadableError: It cannot be read.
    """
    if argument.revision:
        from treatykit.app.git import read_at  # most texts are files, and starting processes takes long to load

        return read_at(argument.revision, PurePosixPath(argument.path.as_posix()), Path.cwd())
    return read_bytes(argument.path)


def _has_words(document: Document) -> bool:
    """Whether there is a letter or a digit in the document, be it in a note, or struck out."""
    return any(_LETTER.search(paragraph_text(paragraph)) for paragraph in paragraphs(document))


def _without_words(argument: TextArgument) -> Diagnostic:
    return Diagnostic(
        severity=Severity.WARNING,
        code="no-words",
        message="the file has no words, and is compared as an empty text",
        where=Where(str(argument)),
        hint="see that it is the file that you mean",
    )


def _is_blank(document: Document) -> bool:
    """Whether there is nothing but empty paragraphs: a picture of a text is something."""
    return not document.headers and all(isinstance(block, Paragraph) and not block.inlines for block in document.body)
