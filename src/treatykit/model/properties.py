"""How words look and what a paragraph or a table is: formats, roles, labels, properties.

Every field of a format is optional: ``None`` means that nothing is said here and the
style decides, which is not the same as ``False`` (ECMA-376, 17.7.3, toggle properties).
Lengths are in twentieths of a point, as in WordprocessingML, and sizes in half-points.
"""

from __future__ import annotations

from enum import StrEnum

from treatykit.records import dataclass


class VerticalPosition(StrEnum):
    """Where a run stands on its line (``w:vertAlign``)."""

    BASELINE = "baseline"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """The look of a run of words.

    Attributes:
        style: The character style, by the name that a person sees.
        underline: Word's name of the line, ``single`` or ``none`` (ECMA-376, 17.18.99).
        colour: Six hexadecimal digits, ``C00000``, or ``auto``.
        highlight: Word's name of the marker, ``yellow`` (17.18.40).
        size: In half-points.
        language: A BCP 47 tag, ``en-GB``.
        other: Properties without a field here, each as canonical XML, sorted.
    """

    style: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: str | None = None
    strike: bool | None = None
    small_caps: bool | None = None
    all_caps: bool | None = None
    hidden: bool | None = None
    position: VerticalPosition | None = None
    colour: str | None = None
    highlight: str | None = None
    font: str | None = None
    size: int | None = None
    language: str | None = None
    other: tuple[str, ...] = ()


class Alignment(StrEnum):
    """How the lines of a paragraph are set between its edges (``w:jc``)."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """The look of a paragraph, as far as it departs from its style.

    Attributes:
        indent_left: From the left edge of the text, in twentieths of a point.
        first_line: Added to ``indent_left`` on the first line; negative for a hanging indent.
        other: Properties without a field here, each as canonical XML, sorted.
    """

    alignment: Alignment | None = None
    indent_left: int | None = None
    indent_right: int | None = None
    first_line: int | None = None
    space_before: int | None = None
    space_after: int | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    page_break_before: bool | None = None
    other: tuple[str, ...] = ()


UNFORMATTED = RunFormat()
PLAIN = ParagraphFormat()


class Role(StrEnum):
    """What a paragraph does in a treaty.

    Readers set a role other than `BODY` only from evidence in the file, such as a
    style; what is guessed from words is left to the outline.
    """

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PARTIES = "parties"  # who concludes: the opening words of the preamble
    RECITAL = "recital"
    ENACTING = "enacting"  # "Have agreed as follows:"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    HEADING = "heading"  # without a number of its own kind; level 1 is the highest
    ITEM = "item"  # level 1 is a numbered paragraph, 2 a point (a), 3 a point (i)
    WRAP_UP = "wrap-up"  # words that close a list, at the level of its chapeau
    ANNEX = "annex"
    TESTIMONIUM = "testimonium"
    SIGNATURE = "signature"
    CAPTION = "caption"
    CONTENTS = "contents"  # a line of a table of contents
    DRAFTING_NOTE = "drafting-note"
    ANNOTATION_HEADING = "annotation-heading"  # level 1 heads the annotation to an article, 2 a part of it
    ANNOTATION = "annotation"  # explains the text and is no part of it; level 1 is a paragraph, 2 a point in it


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a paragraph as it is printed.

    Attributes:
        text: ``Article 5``, ``2.`` or ``(b)``.
        typed: Somebody wrote it; otherwise it is counted, by us or by Word. Only a
            typed label can carry a tracked change in Word.
    """

    text: str
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a paragraph is and how it looks; its mark carries them, as in Word.

    Attributes:
        level: Depth within the role, from 1 where the role has levels, else 0.
        style: The paragraph style, by the name that a person sees.
    """

    role: Role = Role.BODY
    level: int = 0
    label: Label | None = None
    style: str | None = None
    format: ParagraphFormat = PLAIN


ORDINARY = Properties()


class TableRole(StrEnum):
    """What a table does in a treaty."""

    PLAIN = "plain"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProperties:
    """What a table is and how it looks (``w:tblPr``, ``w:tblGrid``).

    Attributes:
        widths: The columns of the grid, in twentieths of a point; empty when the writer may choose.
        style: The table style, by the name that a person sees.
        other: Properties without a field here, each as canonical XML, sorted.
    """

    role: TableRole = TableRole.PLAIN
    widths: tuple[int, ...] = ()
    style: str | None = None
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProperties:
    """How a row of a table looks (``w:trPr``, ``w:tblPrEx``).

    Attributes:
        header: It is repeated at the head of every page.
        other: Properties without a field here, each as canonical XML, sorted.
    """

    header: bool = False
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProperties:
    """How a cell looks (``w:tcPr``); its width follows from the columns of the table.

    Attributes:
        other: Borders, shading and the like, each as canonical XML, sorted.
    """

    other: tuple[str, ...] = ()


PLAIN_TABLE = TableProperties()
PLAIN_ROW = RowProperties()
PLAIN_CELL = CellProperties()

Look = RunFormat | Properties | TableProperties | RowProperties | CellProperties
"""All that a node looks like: the format of an inline, the properties of a mark, table, row or cell."""
