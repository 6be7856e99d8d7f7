"""The use case `init`: a project folder with a sample in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from treatykit.app.files import write_all
from treatykit.errors import UsageError
from treatykit.records import dataclass

SAMPLE_DRAFT: Final = "drafts/peace-treaty.yaml"
"""The draft between two States, seen from the project folder."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a new project may begin with.

    Attributes:
        name: How `init` is told of it.
        about: What it is, in a few words.
        begin: The file to begin with: a draft, or a page that says what to do.
        parts: Its files, seen from the project folder; a folder, with a stroke at its end, is all that is in it.
    """

    name: str
    about: str
    begin: str
    parts: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether a file of the packaged samples belongs to it."""
        return any(path.startswith(part) if part.endswith("/") else path == part for part in self.parts)


SAMPLES: Final = (
    Sample("two-states", "a draft between two fictional States", SAMPLE_DRAFT, ("README.md", SAMPLE_DRAFT)),
    Sample(
        "three-states",
        "a negotiation exercise between three fictional States",
        "drafts/three-states/README.md",
        ("drafts/three-states/",),
    ),
    Sample(
        "package",
        "a treaty with a protocol, a joint declaration and an exchange of letters",
        "drafts/lindhaven/README.md",
        ("drafts/lindhaven/",),
    ),
    Sample(
        "reported-positions",
        "positions reported of a real negotiation, with the wordings that stand for them",
        "drafts/reported-positions/README.md",
        ("drafts/reported-positions/",),
    ),
)
"""The samples, the usual one first."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder and the files that were put into it."""

    folder: Path
    paths: tuple[Path, ...]


def init(folder: Path, begin_with: Sample = SAMPLES[0], *, force: bool = False) -> Project:
    """Make a project folder.

    Args:
        begin_with: What is put into it.
        force: Write over files that are there already.

    Raises:
        UsageError: A file of that name is there already.
        UnreadableError: The folder cannot be written.
    """
    contents = {folder / name: data for name, data in sample(begin_with)}
    there = [path for path in contents if path.exists()]
    if there and not force:
        raise UsageError(f"'{there[0]}' is there already", hint="name another folder, or say --force to overwrite it")
    write_all(contents)
    return Project(folder, tuple(contents))


def sample(which: Sample = SAMPLES[0]) -> Iterator[tuple[str, bytes]]:
    """The files of a sample project: their names, seen from its folder, and what is in them."""
    yield from sorted(each for each in _files(files("treatykit") / "sample", "") if which.holds(each[0]))


def sample_text(name: str) -> str:
    """One file of the samples."""
    return (files("treatykit") / "sample").joinpath(*name.split("/")).read_text(encoding="utf-8")


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".md", ".yaml")):
            yield f"{prefix}{entry.name}", entry.read_bytes()
