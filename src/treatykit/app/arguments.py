"""What a text argument names: a draft and its variant, an instrument of a package, a file, or one at a revision."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatykit.app.files import neighbour
from treatykit.diagnostics import Diagnostic
from treatykit.errors import UnreadableError, UsageError
from treatykit.model.document import Document
from treatykit.readers import READERS
from treatykit.records import dataclass

if TYPE_CHECKING:
    from treatykit.assemble.assembly import Assembly

DRAFT_SUFFIXES: Final = (".yaml", ".yml")

_GIT: Final = re.compile(r"git:(?P<revision>[^:]+):(?P<path>.+)")
_WITHIN: Final = re.compile(
    r"(?P<path>.+\.ya?ml)(?:#(?P<instrument>[^#@/\\]+))?(?:@(?P<variant>[^@/\\]+))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TextArgument:
    """What a user named.

    Attributes:
        path: The file; as git sees it, where there is a revision.
        variant: The variant of a draft, where one is named.
        revision: A revision of the repository, where one is named.
        instrument: One of the instruments of a package, where the file holds a package and one is named.
    """

    path: Path
    variant: str | None = None
    revision: str | None = None
    instrument: str | None = None

    @property
    def file(self) -> TextArgument:
        """The file alone, whatever of it is meant."""
        return TextArgument(self.path, revision=self.revision)

    @property
    def is_draft(self) -> bool:
        """The file holds a draft, from which the text is made."""
        return self.path.suffix.lower() in DRAFT_SUFFIXES

    @property
    def size(self) -> int:
        """How many bytes the file has; 0 where it is not there, or at a revision."""
        return self.path.stat().st_size if self.revision is None and self.path.is_file() else 0

    def __str__(self) -> str:
        place = f"git:{self.revision}:{self.path.as_posix()}" if self.revision else str(self.path)
        within = f"#{self.instrument}" if self.instrument else ""
        return f"{place}{within}{f'@{self.variant}' if self.variant else ''}"


@dataclass(frozen=True, slots=True)
class Pending:
    """The tracked changes that a text had before it was compared.

    Attributes:
        authors: Who made how many.
        counted: ``accepted``, ``rejected`` or ``kept``.
    """

    authors: tuple[tuple[str, int], ...]
    counted: str

    def __str__(self) -> str:
        total = sum(count for _, count in self.authors)
        changes = f"{total:,} tracked {'change' if total == 1 else 'changes'}"
        by_whom = f"by {', '.join(author or 'nobody named' for author, _ in self.authors)}"
        fate = "kept in the redline" if self.counted == "kept" else f"counted as {self.counted}"
        return f"{changes} {by_whom} {'is' if total == 1 else 'are'} {fate}"


@dataclass(frozen=True, slots=True)
class LoadedText:
    """A text and where it came from.

    Attributes:
        name: How a redline calls it, ``peace-treaty.yaml (framework)``.
        inputs: The files that were read and must not be written over.
        assembly: What assembling it brought to light; None for a file that holds the text.
        pending: Its own tracked changes, and how a comparison counted them; None where it has none.
    """

    argument: TextArgument
    document: Document
    name: str
    inputs: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    assembly: Assembly | None = None
    pending: Pending | None = None


def text_argument(words: str) -> TextArgument:
    """Read a text argument; no file is opened.

    Raises:
        UsageError: It names a format that nobody reads.
        UnreadableError: It names a folder, a PDF, or nothing that is there.
    """
    revision: str | None = None
    if found := _GIT.fullmatch(words):
        revision, words = found["revision"], found["path"]
    elif words.startswith("git:"):
        raise UsageError(f"'{words}' names no file", hint="write 'git:REVISION:path'")
    variant: str | None = None
    instrument: str | None = None
    if found := _WITHIN.fullmatch(words):
        words, variant, instrument = found["path"], found["variant"], found["instrument"]
    argument = TextArgument(Path(words), variant, revision, instrument)
    suffix = argument.path.suffix.lower()
    if not argument.is_draft and suffix not in READERS:
        if revision is None:
            _find(argument.path)
        if suffix == ".pdf":
            raise UnreadableError("a PDF is not read", where=words, hint="ask for the Word file that it was made from")
        known = ", ".join((DRAFT_SUFFIXES[0], *READERS))
        said = f"no reader for '{suffix}' files" if suffix else "the name has no suffix that tells the format"
        raise UsageError(said, where=words, hint=f"one of {known}")
    return argument


def _find(path: Path) -> None:
    """See that a name without the suffix of a text is a file at all, for then the suffix is not what is wrong."""
    if path.is_dir():
        raise UnreadableError("this is a folder", where=str(path), hint="name a file in it")
    near = neighbour(path)
    if not path.exists() and (near or not path.suffix):
        raise UnreadableError("there is no such file", where=str(path), hint=near)
