"""Reads a file as it was at a revision of the user's git repository, without a checkout."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from treatykit.errors import MissingDependencyError, UnreadableError, UsageError

_SECONDS = 30


def read_at(revision: str, path: PurePosixPath, folder: Path) -> bytes:
    """The content of a file at a revision.

    Args:
        revision: A branch, tag or commit.
        path: Seen from the folder.
        folder: In the work tree of the repository.

    Raises:
        UnreadableError: There is no repository, revision or file of that name.
        MissingDependencyError: git is not installed.
    """
    where = f"git:{revision}:{path}"
    done = _git(["cat-file", "blob", f"{_safe(revision)}:./{path}"], folder)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        said = reason[-1].removeprefix("fatal: ") if reason else "git failed"
        raise UnreadableError(said, where=where, hint="write 'git:REVISION:path', the path seen from this folder")
    return done.stdout


def names_at(revision: str, path: PurePosixPath, folder: Path) -> tuple[str, ...]:
    """The names of the files in a folder at a revision; none where there is no such folder."""
    done = _git(["ls-tree", "--name-only", "-z", f"{_safe(revision)}:./{path}"], folder)
    return tuple(name for name in done.stdout.decode(errors="replace").split("\0") if name and not done.returncode)


def _safe(revision: str) -> str:
    """The revision, unless git would take it for an option."""
    if not revision or revision.startswith("-") or any(character.isspace() for character in revision):
        raise UsageError(f"'{revision}' is no revision", hint="write 'git:REVISION:path'")
    return revision


def _git(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise MissingDependencyError("git is not installed", hint="install git, or name the two files themselves")
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, no shell, arguments that cannot be options
            [program, "--no-pager", *arguments], cwd=folder, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError("git does not answer", where=str(folder)) from None
