"""Renders every output before the first is written, and says what could not be made on this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatykit.app.files import protect_inputs, write_all
from treatykit.app.side_by_side import Begin, side_by_side
from treatykit.diagnostics import Diagnostic
from treatykit.errors import MissingDependencyError, UsageError
from treatykit.markup.nearest import did_you_mean
from treatykit.model.document import Document
from treatykit.model.words import words_of
from treatykit.records import dataclass
from treatykit.writers import WRITERS, load_writer, losses, write
from treatykit.writers.options import WriteOptions

if TYPE_CHECKING:
    from treatykit.app.proving import Proof

_PAGES: Final = ".pdf"
"""The files that take long, because their pages are set."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be made.

    Attributes:
        make: What makes it; the suffix of the path says in which format.
        diagnostics: What will be missing in it.
        effort: The words to be set on pages, which takes so long that another process had better do it; else 0.
        prove: What proves the bytes that were made; None where there is nothing to prove.
    """

    path: Path
    make: Callable[[], bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    effort: int = 0
    prove: Callable[[bytes], Proof] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the outputs.

    Attributes:
        paths: The files that were written, in order.
        skipped: The files that were not, each with what this machine lacks.
        diagnostics: What is missing in those that were.
        proofs: What was proved of them.
    """

    paths: tuple[Path, ...]
    skipped: tuple[tuple[Path, MissingDependencyError], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    proofs: tuple[Proof, ...] = ()


def written_anew(path: Path, document: Document, options: WriteOptions) -> Output:
    """The file that says a document in the format of its suffix."""
    make = partial(write, document, path.suffix, options)
    if path.suffix.lower() == ".txt":
        from treatykit.app.read_back import text_losses

        written = make()
        return Output(path, lambda: written, text_losses(document, options, written))
    effort = words_of(document) if path.suffix.lower() == _PAGES else 0
    return Output(path, make, losses(document, path.suffix), effort)


def ready_for(suffixes: Iterable[str]) -> AbstractContextManager[Begin | None]:
    """Another process that loads what sets pages, while the texts are made, if files with these suffixes need it.

    It is for `write_outputs`, inside the context.
    """
    if all(suffix.lower() != _PAGES for suffix in suffixes):
        return nullcontext()
    return side_by_side(1, load=partial(load_writer, _PAGES))


def nobody_listens(_: str) -> None:
    """Hears what is being done, and says nothing."""


def write_outputs(
    outputs: Sequence[Output],
    inputs: Iterable[Path],
    *,
    force: bool = False,
    tell: Callable[[str], None] = nobody_listens,
    begun: Begin | None = None,
) -> Written:
    """Make files, or none of them if one cannot be made.

    A format that this machine lacks a library for is skipped and said so; the others are written.

    Args:
        inputs: The files that were read, which are not written over unless `force` says so.
        tell: Hears what is being done.
        begun: Begins the longest work in a process that is ready for it, as `ready_for` gives it.

    Raises:
        UsageError: A suffix has no writer, or an output is an input.
        UnreadableError: A file cannot be written.
        UnprovedError: A file would not say what it should.
    """
    for output in outputs:
        check_suffix(output.path)
    protect_inputs((output.path for output in outputs), inputs, force=force)
    files: dict[Path, bytes] = {}
    lacking: dict[Path, MissingDependencyError] = {}
    longest_first = sorted((output for output in outputs if output.effort), key=lambda output: -output.effort)
    with side_by_side(len(longest_first) - bool(begun)) as begun_unready:
        ways = chain([begun] if begun else [], repeat(begun_unready))
        elsewhere = {output.path: begin(output.make) for output, begin in zip(longest_first, ways, strict=False)}
        for output in _in_turn(outputs, longest_first):
            tell(f"making {output.path.name}")
            try:
                files[output.path] = elsewhere.get(output.path, output.make)()
            except MissingDependencyError as error:
                lacking[output.path] = error
    files = {output.path: files[output.path] for output in outputs if output.path in files}
    skipped = tuple((output.path, lacking[output.path]) for output in outputs if output.path in lacking)
    proofs = []
    for output in outputs:
        if output.prove is not None and output.path in files:
            tell(f"proving {output.path.name}")
            proofs.append(output.prove(files[output.path]))
    write_all(files)
    missing = dict.fromkeys(diagnostic for output in outputs for diagnostic in output.diagnostics)
    return Written(tuple(files), skipped, tuple(missing), tuple(proofs))


def _in_turn(outputs: Sequence[Output], longest_first: Sequence[Output]) -> list[Output]:
    """The outputs as they are waited for.

    Where other processes have all processors, what is made here waits until the shorter of them have ended: the longest
    decides when all is done.
    """
    if len(longest_first) < max(os.cpu_count() or 1, 2):
        return list(outputs)
    shorter = longest_first[1:]
    return [*shorter, *(output for output in outputs if not output.effort), longest_first[0]]


def check_suffix(path: Path) -> None:
    """Refuse a file name whose format nobody writes.

    Raises:
        UsageError: It has another suffix, or none.
    """
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        message = f"no writer for '{suffix}' files" if suffix else "the name has no suffix that tells the format"
        hint = did_you_mean(suffix, WRITERS, otherwise=f"one of {', '.join(WRITERS)}")
        raise UsageError(message, where=str(path), hint=hint)


def formats(names: str) -> tuple[str, ...]:
    """The suffixes behind a comma list of formats, ``docx,pdf``.

    Raises:
        UsageError: One of them is unknown.
    """
    suffixes = tuple(dict.fromkeys(f".{name.strip().removeprefix('.').lower()}" for name in names.split(",")))
    for suffix in suffixes:
        if suffix not in WRITERS:
            known = [each.removeprefix(".") for each in WRITERS]
            wrong = suffix.removeprefix(".")
            hint = did_you_mean(wrong, known, otherwise=f"there are {', '.join(known)}")
            raise UsageError(f"no format is called '{wrong}'", hint=hint)
    return suffixes
