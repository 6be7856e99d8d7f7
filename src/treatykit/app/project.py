"""The use case `init`: a project folder with the sample in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from treatykit.app.files import write_all
from treatykit.errors import UsageError

SAMPLE_DRAFT: Final = "drafts/peace-treaty.yaml"
"""The draft of the sample, seen from the project folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder and the files that were put into it."""

    folder: Path
    paths: tuple[Path, ...]


def init(folder: Path, *, force: bool = False) -> Project:
    """Make a project folder.

    Args:
        force: Write over files that are there already.

    Raises:
        UsageError: A file of that name is there already.
        UnreadableError: The folder cannot be written.
    """
    contents = {folder / name: data for name, data in sample()}
    there = [path for path in contents if path.exists()]
    if there and not force:
        raise UsageError(f"'{there[0]}' is there already", hint="name another folder, or say --force to overwrite it")
    write_all(contents)
    return Project(folder, tuple(contents))


def sample() -> Iterator[tuple[str, bytes]]:
    """The files of the sample project: their names, seen from its folder, and what is in them."""
    yield from sorted(_files(files("treatykit") / "sample", ""))


def sample_text(name: str) -> str:
    """One file of the sample project."""
    return (files("treatykit") / "sample").joinpath(*name.split("/")).read_text(encoding="utf-8")


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".md", ".yaml")):
            yield f"{prefix}{entry.name}", entry.read_bytes()
