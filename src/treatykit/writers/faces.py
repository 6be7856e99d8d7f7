"""The fonts that travel with treatykit, and the scripts that none of them can print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.walk import paragraphs
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """One font file.

    Attributes:
        file: Its name in the folder of fonts.
    """

    family: str
    weight: str
    style: str
    file: str


FACES: Final = (
    Face("Treatykit Serif", "normal", "normal", "serif-regular.ttf"),
    Face("Treatykit Serif", "normal", "italic", "serif-italic.ttf"),
    Face("Treatykit Serif", "bold", "normal", "serif-bold.ttf"),
    Face("Treatykit Serif", "bold", "italic", "serif-bold-italic.ttf"),
    Face("Noto Serif Armenian", "normal", "normal", "serif-armenian-regular.ttf"),
    Face("Noto Serif Armenian", "bold", "normal", "serif-armenian-bold.ttf"),
)
_NO_GLYPH_NEEDED = frozenset("\t\n\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_NO_SCRIPTS = frozenset(("Zyyy", "Zinh", "Zzzz"))  # common to many, inherited, unknown (Unicode Standard Annex 24)
_LISTED = 12


def missing_scripts(document: Document) -> tuple[Diagnostic, ...]:
    """What the fonts of a PDF cannot print, a finding for each script.

    Such words are set in a font of the machine that makes the PDF, if it has one: the
    file may look different elsewhere, or show empty boxes.
    """
    uncovered = dict.fromkeys(_characters(document)).keys() - _covered() - _NO_GLYPH_NEEDED
    if not uncovered:
        return ()
    from fontTools import unicodedata

    unknown: dict[str, list[str]] = {}
    for character in dict.fromkeys(_characters(document)):
        if character in uncovered:
            code = unicodedata.script(character)
            script = f"the script {unicodedata.script_name(code)}" if code not in _NO_SCRIPTS else "these signs"
            unknown.setdefault(script, []).append(character)
    return tuple(
        Diagnostic(
            severity=Severity.WARNING,
            code="script-without-font",
            message=f"no font for {script}: {' '.join(characters[:_LISTED])}"
            + (" …" if len(characters) > _LISTED else ""),
            hint="write a DOCX, whose reader has fonts of their own, or check the PDF by eye",
        )
        for script, characters in sorted(unknown.items())
    )


def width(words: str) -> float:
    """How wide words are in the upright face, in ems; a sign that it does not hold counts as one."""
    if not words:
        return 0
    known, units = _advances(FACES[0])
    return sum(known.get(character, units) for character in words) / units


@cache
def _advances(face: Face) -> tuple[dict[str, int], int]:
    """How far each character of an upright face takes the pen, and how many such units an em has.

    Read from a table beside the face: to open the face takes a tenth of the time in which a short treaty is made.
    """
    table = json.loads((files("treatykit") / "fonts" / face.file.replace(".ttf", "-advances.json")).read_bytes())
    known = {character: int(advance) for advance, characters in table["advances"].items() for character in characters}
    return known, table["units"]


def _characters(document: Document) -> Iterator[str]:
    for paragraph in paragraphs(document):
        yield from paragraph.label.text if paragraph.label else ""
        yield from inlines_text(paragraph.inlines)
    yield from document.meta.title


@cache
def _covered() -> frozenset[str]:
    """The characters that the upright faces hold."""
    upright = (face for face in FACES if (face.weight, face.style) == ("normal", "normal"))
    return frozenset().union(*(_advances(face)[0] for face in upright))
