"""Writes the redline of two texts into the Word file of the new one, beside the comparison where that spares time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from treatykit.app.copies import Copies, Copy
from treatykit.app.outputs import Output, written_anew
from treatykit.app.proving import Claim, prover
from treatykit.app.word_files import WORD, edited_package
from treatykit.compare.findings import Findings
from treatykit.model.document import Document
from treatykit.model.revisions import Revision
from treatykit.model.sources import united
from treatykit.records import dataclass
from treatykit.writers.options import WriteOptions

_Finding = TypeVar("_Finding")


class InPlace(NamedTuple):
    """A redline in a Word file.

    Attributes:
        package: The file as it was.
    """

    package: str
    file: bytes


@dataclass(frozen=True, slots=True)
class _Telling(Findings):
    """Tells a copy of this process what is found, but half of what that can look for at the same time."""

    copy: Copy[Any]

    def one(self, find: Callable[[], _Finding]) -> _Finding:
        finding = find()
        self.copy.tell(finding)
        return finding

    def several(self, finds: Sequence[Callable[[], _Finding]]) -> list[_Finding]:
        middle = len(finds) // 2
        found = self.one(lambda: [find() for find in finds[:middle]])
        return found + [find() for find in finds[middle:]]


@dataclass(frozen=True, slots=True)
class _Hearing(Findings):
    """Hears what is found from the process that it is a copy of."""

    hear: Callable[[], Any]

    def one(self, _: Callable[[], _Finding]) -> _Finding:
        finding: _Finding = self.hear()
        return finding

    def several(self, finds: Sequence[Callable[[], _Finding]]) -> list[_Finding]:
        found = [find() for find in finds[len(finds) // 2 :]]  # while the others are looked for there
        return self.one(list[_Finding]) + found


@dataclass(frozen=True, slots=True)
class Scribe:
    """Makes the redline of two texts, and writes it into the Word file that the new one came from.

    Where the machine allows it, a copy of this process gets ready to write while the texts are compared here. It makes
    the redline itself of what it is told is found, which takes less time than to be sent one.

    Attributes:
        compare: Compares the texts.
        hand: Who set the pages otherwise, and when; None where their set-up does not count.
        copy: Writes elsewhere; nothing where the new text came from no Word file of another.
    """

    compare: Callable[[Findings], Document]
    hand: Revision | None
    copy: Copy[InPlace | None]

    @classmethod
    def begin(
        cls,
        old: Document,
        new: Document,
        compare: Callable[[Findings], Document],
        hand: Revision | None,
        copies: Copies,
    ) -> Scribe:
        """Get ready to write the redline of two texts, which `compare` makes."""

        def write(hear: Callable[[], Any]) -> InPlace | None:
            package = edited_package(new)
            if package is None:
                return None
            from treatykit.writers.docx_redline import open_desk, write_at

            desk = open_desk(united(new.packages, old.packages), package)
            desk.get_ready()
            return InPlace(package, write_at(desk, compare(_Hearing(hear)), hand))

        return cls(compare, hand, copies.begin(write))

    def redline(self) -> Document:
        """The redline; who writes it elsewhere is told meanwhile what is found."""
        return self.compare(_Telling(self.copy))

    def written(self, redline: Document, package: str) -> bytes:
        """The Word file with the redline in it."""

        def here() -> InPlace:
            from treatykit.writers.docx_redline import write_docx_redline

            return InPlace(package, write_docx_redline(redline, package, self.hand))

        made = self.copy.answer(here)
        return made.file if made and made.package == package else here().file


def redline_output(path: Path, claim: Claim, options: WriteOptions, scribe: Scribe, *, verify: bool = True) -> Output:
    """A redline as a file: into the Word file that the new text came from, where it came from one.

    Args:
        scribe: Writes it into that file.
        verify: It is proved before it is written.
    """
    package = edited_package(claim.redline) if path.suffix.lower() == WORD else None
    if package is None:
        anew = written_anew(path, claim.redline, options)
        return replace(anew, prove=prover(path, claim, edited=None)) if verify else anew
    make = partial(scribe.written, claim.redline, package)
    return Output(path, make, prove=prover(path, claim, edited=package) if verify else None)
