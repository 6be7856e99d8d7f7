"""What properties of runs and paragraphs mean where nothing in a file says them.

ECMA-376, 17.3.1 and 17.3.2, tells it at each element: "if this element is never specified in the style hierarchy".
Fonts, sizes and languages are left to the program, so that saying one always says something.
"""

from __future__ import annotations

from typing import Final

TOGGLES: Final = frozenset(
    {"b", "bCs", "caps", "emboss", "i", "iCs", "imprint", "outline", "shadow", "smallCaps", "strike", "vanish"}
)
"""Run properties that styles exclusive-or with each other (17.7.3)."""

_OFF: Final = (
    *("keepNext", "keepLines", "pageBreakBefore", "suppressLineNumbers", "suppressAutoHyphens", "topLinePunct"),
    *("bidi", "contextualSpacing", "mirrorIndents", "suppressOverlap", "dstrike", "rtl", "cs", "specVanish", "oMath"),
)
_ON: Final = (
    *("widowControl", "kinsoku", "wordWrap", "overflowPunct"),
    *("autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid"),
)

SWITCHES: Final = TOGGLES.union(_OFF, _ON)
"""Properties that are on or off."""

_DEFAULTS: Final = {
    **dict.fromkeys((*TOGGLES, *_OFF), "0"),
    **dict.fromkeys(_ON, "1"),
    **dict.fromkeys(("ind/left", "ind/right", "ind/first", "spacing/before", "spacing/after"), "0"),
    **dict.fromkeys(("spacing/beforeAutospacing", "spacing/afterAutospacing"), "0"),
    **dict.fromkeys(("kern", "position", "spacing"), "0"),
    **dict.fromkeys(("u", "highlight", "effect", "em", "bdr", "pBdr", "textboxTightWrap"), "none"),
    **dict.fromkeys(("color", "textAlignment"), "auto"),
    **dict.fromkeys(("shd", "tabs"), "clear"),
    "spacing/line": "240 auto",
    "jc": "left",
    "vertAlign": "baseline",
    "w": "100",
    "outlineLvl": "9",
    "textDirection": "lrTb",
}

DECORATED: Final = frozenset({"shd", "bdr", "tab", "top", "left", "bottom", "right", "between", "bar"})
"""Borders, shades and tab stops, of which some attributes may be left out."""

_IDLE: Final = {"color": "auto", "fill": "auto", "space": "0", "shadow": "0", "frame": "0", "leader": "none"}


def default(facet: str) -> str | None:
    """What a facet means that nobody says, None where that is left to the program."""
    of, _, part = facet.partition("/")
    return _DEFAULTS.get(of if part and of in ("tabs", "pBdr") else facet)


def is_idle(attribute: str, value: str) -> bool:
    """Whether an attribute of a border, a shade or a tab stop says what it means where it is left out."""
    return _IDLE.get(attribute) == value
