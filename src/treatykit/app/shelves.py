"""Where the library's files lie: in the package, in the project's own folder, or at a revision."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Final

from treatykit.app.files import decoded
from treatykit.app.git import names_at, read_at
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UnreadableError, Where
from treatykit.library.index import Library
from treatykit.library.sources import LayeredSource, MemorySource, Source
from treatykit.records import dataclass

CLAUSES: Final = "clauses"
"""The folder of a project that holds its own clauses."""

DRAFTS: Final = "drafts"
"""The folder of a project that holds its drafts, by themselves or in folders of their own."""

_PROFILES: Final = "profiles"


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The texts of a folder.

    Attributes:
        shown: How errors name the folder.
        packaged: It comes with treatykit, and was checked before that.
    """

    folder: Traversable
    shown: str
    suffix: str
    packaged: bool = False

    def names(self) -> Iterable[str]:
        if not self.folder.is_dir():
            return ()
        texts = (entry for entry in self.folder.iterdir() if _is_text(entry.name, self.suffix) and entry.is_file())
        return tuple(entry.name.removesuffix(self.suffix) for entry in texts)

    def read(self, name: str) -> str:
        try:
            data = (self.folder / f"{name}{self.suffix}").read_bytes()
        except OSError as error:
            raise UnreadableError(f"the file cannot be read: {error.strerror}", where=self.place(name)) from None
        return decoded(data, self.place(name))

    def place(self, name: str) -> str:
        return f"{self.shown}/{name}{self.suffix}"

    def is_empty(self, name: str) -> bool:
        try:
            return not (self.folder / f"{name}{self.suffix}").read_bytes().strip()
        except OSError:
            return False

    def is_checked(self, name: str) -> bool:  # noqa: ARG002 - all of a folder or none
        return self.packaged


@cache
def packaged_shelf() -> Library:
    """The library that comes with treatykit."""
    return Library(_packaged_clauses(), _packaged_profiles())


def shelf_for(path: Path) -> Library:
    """The library for a draft or clause: the project's own clauses and profiles over the packaged ones."""
    folder = project_of(path)
    if folder is None:
        return packaged_shelf()
    own = folder / CLAUSES
    return _over_packaged(
        FolderSource(own, str(own), ".md"), FolderSource(own / _PROFILES, str(own / _PROFILES), ".yaml")
    )


def passed_over(path: Path) -> Mapping[str, Diagnostic]:
    """What is to be told of the project's own clauses that are empty, so that the packaged ones stand; by topic."""
    folder = project_of(path)
    if folder is None:
        return {}
    own = FolderSource(folder / CLAUSES, str(folder / CLAUSES), ".md")
    packaged = set(_packaged_clauses().names())
    return {
        name: Diagnostic(
            severity=Severity.WARNING,
            code="empty-clause",
            message="the file is empty, and the packaged clause stands",
            where=Where(own.place(name)),
            hint=f"take the file away, or say 'treatykit clauses show {name} --source -o {own.place(name)}'",
        )
        for name in own.names()
        if name in packaged and own.is_empty(name)
    }


def shelf_at_revision(revision: str, path: Path) -> Library:
    """The library for a draft at a revision: the project's clauses as they were then over the packaged ones."""
    for folder in _project_folders(path):
        own = PurePosixPath(folder.as_posix()) / CLAUSES
        clauses, profiles = _at_revision(revision, own, ".md"), _at_revision(revision, own / _PROFILES, ".yaml")
        if clauses.texts or profiles.texts:
            return _over_packaged(clauses, profiles)
    return packaged_shelf()


def library_for(path: Path, revision: str | None) -> Library:
    """The library for a draft or a package, as it was at a revision if one is named."""
    return shelf_at_revision(revision, path) if revision else shelf_for(path)


def project_of(path: Path) -> Path | None:
    """The project folder around a draft or clause, if it has clauses of its own."""
    return next((folder for folder in _project_folders(path) if (folder / CLAUSES).is_dir()), None)


def _project_folders(path: Path) -> Iterator[Path]:
    """Where the project around a draft or clause may begin, the nearest folder first.

    From `drafts` and `clauses` it is the one above; a draft may lie in a folder of its own in `drafts`.
    """
    folder = path.parent
    if folder.name not in (DRAFTS, CLAUSES):
        yield folder
    yield from (
        each.parent for each in path.parents if each.name == DRAFTS or (each == folder and each.name == CLAUSES)
    )


def drafts_in(folder: Path, suffixes: Container[str]) -> tuple[Path, ...]:
    """The files with these suffixes in `drafts` and the folders in it, but for clauses, in the order of their names."""
    found = sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix in suffixes)
    return tuple(each for each in found if CLAUSES not in each.relative_to(folder).parts)


def _over_packaged(clauses: Source, profiles: Source) -> Library:
    return Library(LayeredSource((clauses, _packaged_clauses())), LayeredSource((profiles, _packaged_profiles())))


def _at_revision(revision: str, folder: PurePosixPath, suffix: str) -> MemorySource:
    """The texts of a folder as it was at a revision."""
    shown = f"git:{revision}:{folder}"
    names = [name for name in names_at(revision, folder, Path.cwd()) if _is_text(name, suffix)]
    texts = {name.removesuffix(suffix): _read_at(revision, folder / name, shown) for name in names}
    return MemorySource(texts, f"{shown}/*{suffix}")


def _read_at(revision: str, path: PurePosixPath, shown: str) -> str:
    return decoded(read_at(revision, path, Path.cwd()), f"{shown}/{path.name}")


def _packaged_clauses() -> Source:
    return FolderSource(files("treatykit") / CLAUSES, CLAUSES, ".md", packaged=True)


def _packaged_profiles() -> Source:
    return FolderSource(files("treatykit") / CLAUSES / _PROFILES, f"{CLAUSES}/{_PROFILES}", ".yaml", packaged=True)


def _is_text(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and not name.startswith((".", "README"))
