"""Reads files, and writes several of them as one act: all of them whole, or none."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from treatykit.errors import UnreadableError, UsageError, Where
from treatykit.markup.nearest import did_you_mean

_WRITERS: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def read_bytes(path: Path) -> bytes:
    """What is in a file.

    Raises:
        UnreadableError: There is no such file, or it may not be read.
    """
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise UnreadableError("this is a folder", where=str(path), hint="name a file in it") from None
    except FileNotFoundError:
        raise UnreadableError("there is no such file", where=str(path), hint=what_is_there(path)) from None
    except OSError as error:
        raise UnreadableError(f"the file cannot be read: {error.strerror}", where=str(path)) from None


def read_text(path: Path) -> str:
    """The words of a UTF-8 file.

    Raises:
        UnreadableError: There is no such file, or it is in another encoding.
    """
    return decoded(read_bytes(path), str(path))


def decoded(data: bytes, name: str) -> str:
    """The words of UTF-8 data.

    Raises:
        UnreadableError: They are in another encoding.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError("this is no UTF-8 text", where=Where(name, line), hint="save it as UTF-8") from None


def neighbour(path: Path) -> str | None:
    """A draft of the project that is called so, or a file in the same folder with nearly the same name."""
    named = path.name.partition("@")[0]
    drafts = (path.parent / "drafts" / f"{named}{suffix}" for suffix in ("", ".yaml"))
    if path.name and (draft := next((each for each in drafts if each.is_file()), None)):
        return f"did you mean '{draft}'?"
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return None
    return did_you_mean(path.name, names)


def what_is_there(path: Path) -> str:
    """What to do about a name that no file has."""
    return neighbour(path) or "check the name, and the folder that it is looked for in"


def protect_inputs(outputs: Iterable[Path], inputs: Iterable[Path], *, force: bool) -> None:
    """Refuse to write over what was read, and to write two results into one file.

    Args:
        force: Writing over an input is what the user wants.

    Raises:
        UsageError: An output is an input, or two outputs are one.
    """
    read = {path.resolve() for path in inputs}
    seen: set[Path] = set()
    for path in outputs:
        place = path.resolve()
        if place in seen:
            raise UsageError(f"'{path}' would be written twice", hint="give each result its own name")
        seen.add(place)
        if place in read and not force:
            raise UsageError(f"'{path}' is an input file", hint="choose another name, or say --force to overwrite it")


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files so that a reader finds each of them whole, old or new.

    All of them lie beside their places before the first takes its place, so that a full
    disk or a folder that may not be written leaves everything as it was.

    Raises:
        UnreadableError: A folder cannot be made, or a file cannot be written or is protected.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            waiting.append((_laid_down(path, data), path))
        while waiting:
            temporary, path = waiting[0]
            with _named(path):
                temporary.replace(path)
            waiting.pop(0)
    finally:
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _laid_down(path: Path, data: bytes) -> Path:
    """The data in a file beside its place."""
    with _named(path):
        if path.is_dir():
            raise UnreadableError("this is a folder", where=str(path), hint="name a file")
        _refuse_protected(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            temporary.chmod(_mode(path))
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _refuse_protected(path: Path) -> None:
    """Let a file stand that nobody may write; its folder alone would let it be replaced.

    Looked at are the rights themselves, for to root the system allows everything.
    """
    with contextlib.suppress(FileNotFoundError):
        if not path.stat().st_mode & _WRITERS or not os.access(path, os.W_OK):
            raise UnreadableError(
                "the file is write-protected", where=str(path), hint="choose another name, or lift the protection"
            )


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those that a new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            hint="name a folder that is there, or can be made, and that you may write to",
        ) from None
