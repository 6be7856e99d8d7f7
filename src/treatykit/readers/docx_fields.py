"""Follow fields through the runs of a story: which results are words, references, or values.

ECMA-376, 17.16; docs/analysis/reading.md, Fields. A field that never ends, or ends without having begun, is
no field: its words are read as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from enum import Enum
from typing import Final

from lxml import etree

from treatykit.model.content import Field, Inline, Reference, Text
from treatykit.model.plain import inlines_text
from treatykit.model.properties import RunFormat
from treatykit.model.revisions import Revisions, departure
from treatykit.model.sources import Sources
from treatykit.ooxml.field_names import COMPUTED
from treatykit.ooxml.names import qn
from treatykit.records import dataclass

_Formatted = Text | Field | Reference
_KIND: Final = qn("w:fldCharType")
_REFERENCES: Final = frozenset({"REF", "NOTEREF"})
_NUMBER_OF: Final = re.compile(r"REF\s+(\w+)(?=\s).*?(\\[nrw])(?!\w)", re.IGNORECASE)
_INVISIBLE: Final = frozenset({"XE", "TC", "TA", "RD", "PRIVATE", "SET", "ASK", "FORMCHECKBOX"})
_FORMATTING: Final = re.compile(r"\\[*#@]\s*(?:\"[^\"]*\"|\S+)")


class FieldKind(Enum):
    """What a field's result is to a reader of the text."""

    WORDS = "words"  # the field is transparent
    REFERENCE = "reference"
    VALUE = "value"
    INVISIBLE = "invisible"


@dataclass(slots=True)
class OpenField:
    """A field while its runs go by.

    Attributes:
        code: The instruction, as far as it has been read.
        in_result: The separator has been met; what follows is shown.
        result: What was collected, for fields whose result is not words.
        start: Where it begins in its paragraph, None once it has left that paragraph.
        revisions: Those of its first character.
    """

    start: int | None
    revisions: Revisions = ()
    code: str = ""
    in_result: bool = False
    result: list[Inline] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The word that says what the field does, `PAGE`."""
        return next(iter(self.code.split()), "").upper()

    @property
    def numbered(self) -> str:
        """The bookmark whose number it prints, and the switch that says how; empty for any other field (17.16.5.51)."""
        found = _NUMBER_OF.match(self.code.strip())
        return f"{found[1]} {found[2]}" if found else ""

    @property
    def kind(self) -> FieldKind:
        """What the result is to a reader; a field over several paragraphs is always words."""
        if self.name in _INVISIBLE:
            return FieldKind.INVISIBLE
        if self.start is None:
            return FieldKind.WORDS
        if self.name in _REFERENCES:
            return FieldKind.REFERENCE
        return FieldKind.VALUE if self.name in COMPUTED else FieldKind.WORDS

    @property
    def instruction(self) -> str:
        """The instruction without switches that only format: `PAGE`."""
        if self.name == "PAGEREF":
            # Word names the bookmarks of a table of contents anew whenever it makes one.
            return "PAGEREF"
        return " ".join(_FORMATTING.sub("", self.code).split())


def shown_inlines(closed: OpenField, look: RunFormat, source: Sources) -> list[Inline]:
    """What a field that has ended shows: its words, a reference, a value, or nothing.

    Args:
        closed: The field with all that it collected.
        look: The format of its last run, for a result without words.
        source: Where it stands from its first character to its last.
    """
    result = closed.result
    if closed.kind is FieldKind.INVISIBLE:
        return []
    if closed.kind is FieldKind.WORDS or any(not isinstance(inline, _Formatted) for inline in result):
        return result
    # A result that was updated under tracking holds the old words too; the new ones are what it says.
    live = [inline for inline in result if departure(inline.revisions) is None] or result
    look = next((inline.format for inline in live if isinstance(inline, _Formatted)), look)
    alike = result and all(inline.revisions == result[0].revisions for inline in result)
    revisions = result[0].revisions if alike else closed.revisions
    text = inlines_text(live)
    if closed.kind is FieldKind.VALUE:
        return [Field(closed.instruction, text, look, revisions=revisions, source=source)]
    if not text:
        return []
    return [Reference(None, text, look, bookmark=closed.numbered, revisions=revisions, source=source)]


def whole_fields(characters: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Those `w:fldChar` of a story, in its order, that belong to a field with a beginning and an end."""
    whole: set[etree._Element] = set()
    pending: list[list[etree._Element]] = []
    for character in characters:
        match character.get(_KIND):
            case "begin":
                pending.append([character])
            case "separate" if pending:
                pending[-1].append(character)
            case "end" if pending:
                whole.update(pending.pop())
                whole.add(character)
            case _:
                pass
    return frozenset(whole)


def field_character(element: etree._Element) -> str:
    """`begin`, `separate` or `end`."""
    return element.get(_KIND) or ""
