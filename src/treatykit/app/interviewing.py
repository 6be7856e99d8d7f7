"""The use case `new`: an interview becomes a draft file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from treatykit.app.arguments import DRAFT_SUFFIXES
from treatykit.app.files import write_all
from treatykit.app.shelves import DRAFTS, shelf_for
from treatykit.assemble.answers import Key
from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.interview import Interview, begin
from treatykit.check.checking import check_document
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UsageError
from treatykit.records import dataclass

_NAME: Final = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, slots=True)
class NewDraft:
    """A draft file that an interview has made.

    Attributes:
        assembly: The text that is built from it.
        errors: What a legal adviser would object to in that text.
    """

    path: Path
    assembly: Assembly
    errors: tuple[Diagnostic, ...]


def new_draft_path(name: str, *, force: bool = False) -> Path:
    """The file of a new draft, seen from the project folder.

    Args:
        name: With or without its suffix.
        force: Write over a draft that is there already.

    Raises:
        UsageError: It cannot be the name of a file, or there is a draft of that name.
    """
    stem = name.removesuffix(DRAFT_SUFFIXES[0])
    if not _NAME.fullmatch(stem):
        raise UsageError(f"'{name}' cannot be the name of a draft", hint="write letters, digits and hyphens")
    path = Path(DRAFTS) / f"{stem}{DRAFT_SUFFIXES[0]}"
    if path.exists() and not force:
        raise UsageError(f"'{path}' is there already", hint="choose another name, or say --force to overwrite it")
    return path


def start(path: Path, given: Mapping[Key, str]) -> Interview:
    """An interview about a new draft, with the clauses of its project.

    Args:
        given: Answers that were given beforehand.

    Raises:
        WrongAnswerError: One of them says what the draft could not say.
    """
    return begin(shelf_for(path), given)


def finish(interview: Interview, path: Path, *, force: bool = False) -> NewDraft:
    """Write the draft, after its text was built.

    Args:
        force: Write over a draft that is there already.

    Raises:
        UsageError: Another draft of that name has come into being meanwhile.
        ContentError: No sound text is built from it; nothing is written.
        UnreadableError: The file cannot be written.
    """
    new_draft_path(path.name, force=force)
    text = interview.text()
    made = assemble(read_draft(text, str(path)), interview.library)
    found = check_document(made.document, str(path))
    write_all({path: text.encode("utf-8")})
    return NewDraft(path, made, tuple(each for each in found if each.severity is Severity.ERROR))
