"""How a manuscript names what a paragraph is and how words look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from treatykit.markup.manuscript.words import Word
from treatykit.model.properties import (
    UNFORMATTED,
    Alignment,
    Label,
    ParagraphFormat,
    Properties,
    Role,
    RunFormat,
    VerticalPosition,
)

_ROLES: Final = {role.value: role for role in Role}
_ALIGNMENTS: Final = {alignment.value: alignment for alignment in Alignment}
LOOKS: Final = {
    "bold": RunFormat(bold=True),
    "italic": RunFormat(italic=True),
    "underlined": RunFormat(underline="single"),
    "struck": RunFormat(strike=True),
    "raised": RunFormat(position=VerticalPosition.SUPERSCRIPT),
    "lowered": RunFormat(position=VerticalPosition.SUBSCRIPT),
}
"""The looks that a manuscript keeps, by the name that remarks have for them."""

PROPERTY_NAMES: Final = frozenset((*_ROLES, "label", "unnumbered", "typed", "counted", "align", "kept", "loose"))


def carried_look(look: RunFormat) -> RunFormat:
    """What a manuscript keeps of the look of words: bold, italic, one underline, a strike, raised and lowered."""
    return RunFormat(
        bold=look.bold or None,
        italic=look.italic or None,
        underline="single" if look.underline not in (None, "none") else None,
        strike=look.strike or None,
        position=look.position if look.position is not VerticalPosition.BASELINE else None,
    )


def look_words(look: RunFormat) -> Iterator[Word]:
    """The names of a look that a manuscript keeps."""
    if look == UNFORMATTED:
        yield Word("plain")
    for name, each in LOOKS.items():
        if joined_look(look, each) == look:
            yield Word(name)


def read_look(words: Iterable[Word]) -> RunFormat:
    """The look that these words name."""
    look = UNFORMATTED
    for word in words:
        look = joined_look(look, LOOKS.get(word.name, UNFORMATTED))
    return look


def joined_look(look: RunFormat, added: RunFormat) -> RunFormat:
    """A look with what another one adds to it."""
    return replace(
        look,
        bold=look.bold or added.bold,
        italic=look.italic or added.italic,
        underline=look.underline or added.underline,
        strike=look.strike or added.strike,
        position=added.position or look.position,
    )


def carried_properties(properties: Properties, *, in_cell: bool = False, ties: bool = False) -> Properties:
    """What a manuscript keeps of the properties of a paragraph: no style, and hardly any format.

    Args:
        in_cell: It stands in a table, whose columns are set to one side or the other.
        ties: It is the line of a bracket, which stays with what it opens.
    """
    look = properties.format
    kept = ParagraphFormat(
        alignment=look.alignment if in_cell else None, keep_with_next=(look.keep_with_next or None) if ties else None
    )
    label = properties.label if properties.label and properties.label.text else None
    return replace(properties, label=label, style=None, format=kept)


def property_words(properties: Properties, expected: Properties, *, typed: bool = False) -> Iterator[Word]:
    """What has to be said of a paragraph beyond what its form says.

    Args:
        typed: Numbers are typed where nothing is said.
    """
    if (properties.role, properties.level) != (expected.role, expected.level):
        yield Word(properties.role.value)
        if properties.level:
            yield Word(str(properties.level))
    yield from _label_words(properties.label, expected.label, typed=typed)
    if properties.format.alignment is not expected.format.alignment:
        yield Word("align", properties.format.alignment.value if properties.format.alignment else "none")
    if bool(properties.format.keep_with_next) is not bool(expected.format.keep_with_next):
        yield Word("kept" if properties.format.keep_with_next else "loose")


def read_properties(words: Iterable[Word], expected: Properties, *, typed: bool = False) -> Properties:
    """The properties of a paragraph whose form and comment say so much."""
    found = expected
    for word in words:
        match word:
            case Word(name, None) if name in _ROLES:
                found = replace(found, role=_ROLES[name], level=0)
            case Word(name, None) if name.isdigit():
                found = replace(found, level=int(name))
            case Word("label", str(text)):
                found = replace(found, label=Label(text, typed=found.label.typed if found.label else typed))
            case Word("unnumbered", None):
                found = replace(found, label=None)
            case Word("typed" | "counted" as name, None) if found.label:
                found = replace(found, label=replace(found.label, typed=name == "typed"))
            case Word("align", str(name)):
                found = replace(found, format=replace(found.format, alignment=_ALIGNMENTS.get(name)))
            case Word("kept" | "loose" as name, None):
                kept = True if name == "kept" else None
                found = replace(found, format=replace(found.format, keep_with_next=kept))
            case _:
                pass
    return found


def _label_words(label: Label | None, expected: Label | None, *, typed: bool) -> Iterator[Word]:
    if label == expected:
        return
    if label is None:
        yield Word("unnumbered")
        return
    if expected is None or label.text != expected.text:
        yield Word("label", label.text)
    if label.typed is not (expected.typed if expected else typed):
        yield Word("typed" if label.typed else "counted")
