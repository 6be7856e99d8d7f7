"""Finds the document behind a text argument."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.files import read_bytes
from treatykit.app.git import read_at
from treatykit.readers import Reader, reader


def load(
    argument: TextArgument,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
    read: Reader | None = None,
) -> LoadedText:
    """The text behind an argument.

    Args:
        variant: For a draft whose argument names none, instead of the one in the draft.
        annotated: For a draft, with its drafting notes.
        lead: For a draft, the party that is named first.
        read: For a file that holds the text, instead of the reader that its suffix asks for.

    Raises:
        UnreadableError: The file cannot be read.
        ContentError: A draft or its clauses say something that cannot stand.
    """
    data = content(argument)
    inputs = () if argument.revision else (argument.path,)
    if not argument.is_draft:
        reading = (read or reader(argument.path.suffix))(data, str(argument))
        return LoadedText(argument, reading.document, argument.path.name, inputs, reading.diagnostics)
    from treatykit.app.drafted import drafted  # the library and its schema take as long as comparing does

    return replace(drafted(argument, data, variant=variant, annotated=annotated, lead=lead), inputs=inputs)


def content(argument: TextArgument) -> bytes:
    """What the file that an argument names holds.

    Raises:
        UnreadableError: It cannot be read.
    """
    if argument.revision:
        return read_at(argument.revision, PurePosixPath(argument.path.as_posix()), Path.cwd())
    return read_bytes(argument.path)
