"""How a treaty looks in Word: the styles of its roles, told as data (docs/analysis/styles.md)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from treatykit.model.properties import Role
from treatykit.ooxml.role_styles import (
    BLANK,
    BRACKET_CLOSE,
    BRACKET_NEXT,
    BRACKET_OPEN,
    CONTENTS_TITLE,
    DEFINED_TERM,
    LABEL,
    REDLINE_NOTE,
    RUNNING_FOOTER,
    RUNNING_HEADER,
    SIGNATURES,
    SPACER,
    TABLE,
    Setting,
    style_name,
)
from treatykit.ooxml.style_sheet import HALF_POINTS, Border, StyleKind, StyleSpec
from treatykit.records import dataclass

PAGE_WIDTH: Final = 11906  # A4
PAGE_HEIGHT: Final = 16838
MARGIN: Final = 1361  # 24 mm
FOOT_MARGIN: Final = 1191  # 21 mm
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
STEP: Final = 567
"""From the numbers of one level to those of the next: wide enough for (xvii)."""

NORMAL: Final = "Normal"
BODY: Final = style_name(Role.BODY, 0)
FOOTNOTE_REFERENCE: Final = "footnote reference"
ENDNOTE_REFERENCE: Final = "endnote reference"
CONTENTS_LINE: Final = "TOC {level}"

_SMALL: Final = HALF_POINTS - 4
_HAIRLINE: Final = Border(size=4, space=4, colour="808080")
_BRACKET_COLOUR: Final = "8A3B00"
_GREY: Final = "595959"
_BLANK_SHADE: Final = "FFF2B3"
_ANNOTATION_SHADE: Final = "EEF3F7"
_ANNOTATION_COLOUR: Final = "1F4E6B"
_ANNOTATION_BAR: Final = Border(size=18, space=6, colour="7FA3B8")
_ANNOTATION_EDGE: Final = 680
_ANNOTATION_STEP: Final = 284

_CHARACTER: Final = {
    spec.name: spec
    for spec in (
        StyleSpec(name=LABEL, kind=StyleKind.CHARACTER),
        StyleSpec(name=BLANK, kind=StyleKind.CHARACTER, shade=_BLANK_SHADE),
        StyleSpec(name=DEFINED_TERM, kind=StyleKind.CHARACTER, bold=True),
        StyleSpec(name=BRACKET_OPEN, kind=StyleKind.CHARACTER, bold=True, colour=_BRACKET_COLOUR),
        StyleSpec(name=BRACKET_NEXT, kind=StyleKind.CHARACTER, bold=True, colour=_BRACKET_COLOUR),
        StyleSpec(name=BRACKET_CLOSE, kind=StyleKind.CHARACTER, bold=True, colour=_BRACKET_COLOUR),
        StyleSpec(name=FOOTNOTE_REFERENCE, kind=StyleKind.CHARACTER, superscript=True, built_in=True, listed=False),
        StyleSpec(name=ENDNOTE_REFERENCE, kind=StyleKind.CHARACTER, superscript=True, built_in=True, listed=False),
        StyleSpec(name="Emphasis", kind=StyleKind.CHARACTER, italic=True, built_in=True),
        StyleSpec(name="Strong", kind=StyleKind.CHARACTER, bold=True, built_in=True),
    )
}
_BOX: Final = tuple((edge, Border(size=4, colour="404040")) for edge in ("top", "left", "bottom", "right"))
_TABLES: Final = {
    TABLE: StyleSpec(
        name=TABLE,
        kind=StyleKind.TABLE,
        borders=(*_BOX, ("insideH", Border(colour="404040")), ("insideV", Border(colour="404040"))),
        cell_margin=100,
        bold_head=True,
    ),
    SIGNATURES: StyleSpec(name=SIGNATURES, kind=StyleKind.TABLE, cell_margin=100),
}
_FURNITURE: Final = {
    spec.name: spec
    for spec in (
        StyleSpec(name=SPACER, based_on=NORMAL, after=100, line=20, line_exact=True, size=2, listed=False),
        StyleSpec(
            name=REDLINE_NOTE,
            based_on=NORMAL,
            after=120,
            size=_SMALL,
            left=113,
            right=113,
            borders=tuple((edge, _HAIRLINE) for edge in ("top", "left", "bottom", "right")),
            shade="F2F2F2",
            keep_lines=True,
        ),
        StyleSpec(
            name=RUNNING_HEADER,
            based_on=NORMAL,
            size=_SMALL - 2,
            colour=_GREY,
            tabs=((TEXT_WIDTH // 2, "center"), (TEXT_WIDTH, "right")),
            borders=(("bottom", Border(size=4, space=4, colour="A6A6A6")),),
        ),
        StyleSpec(name=RUNNING_FOOTER, based_on=NORMAL, size=_SMALL - 2, colour=_GREY, align="center"),
        StyleSpec(
            name=CONTENTS_TITLE, based_on=NORMAL, built_in=True, bold=True, align="center", before=240, after=120
        ),
        *(
            StyleSpec(
                name=CONTENTS_LINE.format(level=level),
                based_on=NORMAL,
                built_in=True,
                listed=False,
                left=227 * (level - 1) + 1474,
                first=-1474,
                before=80 if level == 1 else 0,
                after=40,
                tabs=((227 * (level - 1) + 1474, "left"),),
            )
            for level in range(1, 5)
        ),
    )
}
_KNOWN_NAMES: Final = frozenset(
    {"list paragraph", "body text", "quote", "caption", "title", "subtitle", "header", "footer", "no spacing"}
    | {"plain text", "footnote text", "endnote text", "list bullet", "list number", "hyperlink", "table grid"}
    | {f"heading {level}" for level in range(1, 10)}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wearer:
    """What a paragraph is, as far as its style depends on it.

    Attributes:
        labelled: It has a number; of closing words, their chapeau has; a signature has words.
        annexed: It belongs to an annex.
    """

    role: Role
    level: int
    labelled: bool = True
    annexed: bool = False
    setting: Setting = Setting.BODY

    @property
    def style(self) -> str:
        """The name of its style."""
        return style_name(
            self.role, self.level, labelled=self.labelled, annexed=self.annexed, setting=self.setting
        )  # fmt: skip


NORMAL_STYLE: Final = StyleSpec(name=NORMAL, built_in=True, default=True)


def paragraph_style(wearer: Wearer, outline: dict[Role, int]) -> StyleSpec:
    """The style of a role.

    Args:
        wearer: Who wears it.
        outline: The level of each heading in the navigation pane.
    """
    spec = _paragraph_style(wearer)
    return replace(spec, outline=_outline_level(wearer, outline))


def character_style(name: str) -> StyleSpec:
    """A character style; one that we do not know has a name and no look."""
    return _CHARACTER.get(name) or StyleSpec(name=name, kind=StyleKind.CHARACTER)


def table_style(name: str, based_on: str | None) -> StyleSpec:
    """A table style; one that we do not know looks like the one it is based on."""
    return _TABLES.get(name) or StyleSpec(name=name, kind=StyleKind.TABLE, based_on=based_on)


def furniture_style(name: str) -> StyleSpec:
    """The style of what the writer adds."""
    return _FURNITURE[name]


def foreign_style(name: str, based_on: str) -> StyleSpec:
    """A style that the document names, based on that of the role, by which a reader finds the role again."""
    known = name.lower() in _KNOWN_NAMES
    quote = {"italic": True, "left": STEP, "right": STEP} if name.lower() == "quote" else {}
    return StyleSpec(name=name, based_on=based_on, built_in=known, **quote)  # type: ignore[arg-type]


def _outline_level(wearer: Wearer, outline: dict[Role, int]) -> int | None:
    if wearer.role is Role.HEADING:
        return min(max(wearer.level - 1, 0) + (1 if wearer.annexed else 0), 8)
    return outline.get(wearer.role)


def _paragraph_style(wearer: Wearer) -> StyleSpec:
    base = StyleSpec(name=wearer.style, based_on=NORMAL, after=80)
    heading = replace(
        base, align="center", keep_next=True, keep_lines=True, follows=BODY, before=160, after=60, bold=True
    )
    match wearer.role:
        case Role.BODY:
            return _plain(base, wearer.setting)
        case Role.TITLE:
            return replace(heading, size=HALF_POINTS + 8, before=120, after=140)
        case Role.SUBTITLE:
            return replace(heading, bold=None, before=0, after=200)
        case Role.PARTIES | Role.WRAP_UP | Role.ITEM:
            return replace(base, align="both", line=252, **_indents(wearer))  # type: ignore[arg-type]
        case Role.RECITAL:
            return replace(base, align="both", line=252, left=0, first=STEP)
        case Role.ENACTING:
            return replace(base, align="both", first=STEP, after=160)
        case Role.PART:
            return replace(heading, size=HALF_POINTS + 4, before=260, after=40)
        case Role.CHAPTER:
            return replace(heading, size=HALF_POINTS + 2, before=240, after=40)
        case Role.SECTION:
            return replace(heading, italic=True)
        case Role.ARTICLE:
            return heading
        case Role.HEADING:
            if wearer.level <= 1:
                return heading
            return replace(heading, align="left", before=160, italic=wearer.level > 2 or None)
        case Role.ANNEX:
            return replace(heading, size=HALF_POINTS + 4, page_break=True, before=0, after=360)
        case Role.TESTIMONIUM:
            testimonium = replace(base, align="both", first=STEP, before=240, after=160, line=252)
            return replace(testimonium, keep_next=True, keep_lines=True)
        case Role.SIGNATURE:
            kept = replace(base, align="left", keep_next=True, keep_lines=True, after=60)
            line = (("bottom", Border(size=4, space=1)),)
            return kept if wearer.labelled else replace(kept, before=600, right=STEP, borders=line)
        case Role.CAPTION:
            return replace(base, align="center", italic=True, keep_next=True, before=120)
        case Role.CONTENTS:
            return replace(base, left=STEP * max(wearer.level - 1, 0), after=40)
        case Role.DRAFTING_NOTE:
            bar = Border(size=18, space=8, colour="7F7F7F")
            return replace(base, size=_SMALL, left=340, right=340, borders=(("left", bar),), shade="F2F2F2")
        case Role.ANNOTATION_HEADING:
            return _annotation_heading(base, wearer.level)
        case Role.ANNOTATION:
            return _annotation(base, wearer.level)


def _annotation(base: StyleSpec, level: int) -> StyleSpec:
    """A block beside the text: smaller, indented, shaded, with a bar; a point hangs within it.

    All have the same edges, so that the shade is one block.
    """
    step = _ANNOTATION_STEP * max(level - 1, 0)
    block = replace(base, size=_SMALL, right=0, after=60, borders=(("left", _ANNOTATION_BAR),), shade=_ANNOTATION_SHADE)
    return replace(block, left=_ANNOTATION_EDGE + step, first=-step)


def _annotation_heading(base: StyleSpec, level: int) -> StyleSpec:
    block = replace(_annotation(base, 1), bold=True, colour=_ANNOTATION_COLOUR, keep_next=True, keep_lines=True)
    if level <= 1:
        return replace(block, size=HALF_POINTS - 2, before=120)
    return replace(block, before=60, after=40, italic=level > 2 or None)


def _plain(base: StyleSpec, setting: Setting) -> StyleSpec:
    match setting:
        case Setting.BODY:
            return replace(base, align="both", line=252)
        case Setting.CELL:
            return replace(base, align="left", before=40, after=40, size=HALF_POINTS - 2)
        case Setting.SIGNATURES:
            return replace(base, align="left", after=60, keep_next=True, keep_lines=True)
        case Setting.NOTE:
            return replace(base, align="both", after=40, size=_SMALL)
        case Setting.RUNNING:
            return replace(base, align="left", after=0, size=_SMALL)


def _indents(wearer: Wearer) -> dict[str, int]:
    level = max(wearer.level, 1)
    if wearer.role is Role.PARTIES:
        return {}
    if not wearer.labelled:
        return {"left": STEP * (level - 1), "first": 0}
    return {"left": STEP * level, "first": -STEP if wearer.role is Role.ITEM else 0}
