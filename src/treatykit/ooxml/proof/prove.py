"""Lay what a redline says, accepted and rejected, beside the two files that it was made from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from treatykit.ooxml.disputes import disputed_styles
from treatykit.ooxml.package import open_package
from treatykit.ooxml.proof.beside import EXACTLY, Beside, Terms
from treatykit.ooxml.proof.controls import Control, controls
from treatykit.ooxml.proof.looks import Numbers
from treatykit.ooxml.proof.opened import Opened, opened
from treatykit.ooxml.proof.said import LISTED, NEW, OLD, Aspect, Departure, Said, Verdict
from treatykit.ooxml.proof.stories import said
from treatykit.ooxml.style_facets import Disputed
from treatykit.records import dataclass


def prove(redline: bytes, old: bytes | None, new: bytes, terms: Terms = EXACTLY) -> Verdict:
    """Whether a redline gives the new file when all is accepted, and the old one when all is rejected.

    Args:
        redline: The file that was written.
        old: As for `hear`, like the others.
    """
    return hear(old, new, terms).verdict(redline)


def hear(old: bytes | None, new: bytes, terms: Terms = EXACTLY) -> Heard:
    """What both files say, so that a redline of them can be proved: most of the work, for which it need not exist yet.

    Changes that are pending in the new file count as accepted.

    Args:
        old: None if the old text came from no Word file; then only the new side is compared.
        new: The file that the redline is written into.
        terms: What was passed over between the two.
    """

    @cache
    def disputed() -> Disputed:
        return disputed_styles(*(open_package(data, "") for data in (old or new, new)))

    open_file = partial(opened, numbers=Numbers(), disputed=disputed, memory={})
    files = []
    for side, file, on in ((NEW, new, EXACTLY), (OLD, old, terms)):
        if file is not None:
            package = open_file(file)
            told = said(package, both_sides=on.pending == OLD)[on.pending == OLD]
            files.append(_File(side, package, told, controls(package, on.pending), on))
            package.let_go()  # before the next file is opened
    return Heard(tuple(files), open_file)


@dataclass(frozen=True, slots=True)
class _File:
    """One of the two files, with the side of the redline that must say what it says."""

    side: int
    package: Opened
    said: Said
    controls: list[Control]
    terms: Terms


@dataclass(frozen=True, slots=True)
class Heard:
    """What the files say that a redline was made from, before it is proved."""

    _files: tuple[_File, ...]
    _open: Callable[[bytes], Opened]

    def verdict(self, redline: bytes) -> Verdict:
        """Whether a redline of the files is what it must be (`prove`)."""
        made = self._open(redline)
        told = said(made, both_sides=any(file.side == OLD for file in self._files))
        standing = {file.side: controls(made, file.side) for file in self._files}
        made.let_go()
        departures: list[Departure] = []
        for file in self._files:
            compared = Beside(file.side, made, file.package, file.terms)
            departures += compared.departures(told[file.side == OLD], file.said)
            departures += compared.controls(standing[file.side], file.controls)
        met = {aspect for file in self._files for aspect in file.said.met}
        met |= {Aspect.CONTROLS for file in self._files if file.controls}
        return Verdict(tuple(aspect for aspect in LISTED if aspect in met), tuple(departures))
