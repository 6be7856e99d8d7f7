"""How formats print in HTML: elements for what a reader must see, classes and styles for the rest.

The page has a typography of its own, so fonts, sizes and spacing of the file are left to it.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.properties import Properties, Role, RunFormat, VerticalPosition
from treatykit.writers.html.elements import classes, element

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_INDENTED_BY_THE_PAGE = frozenset({Role.ITEM, Role.WRAP_UP, Role.RECITAL, Role.PARTIES, Role.ENACTING, Role.ARTICLE})
_WIDEST_INDENT = 4320  # twentieths of a point: three inches, beyond which a narrow page has no room


def formatted(content: Markup, look: RunFormat, language: str) -> Markup:
    """Content in the elements of its format.

    Args:
        content: What the run holds.
        look: Its format.
        language: That of the text around it, which needs no saying again.
    """
    for tag, wanted in (
        ("b", look.bold),
        ("i", look.italic),
        ("u", look.underline not in (None, "none")),
        ("s", look.strike),
        ("mark", look.highlight not in (None, "none")),
        ("sup", look.position is VerticalPosition.SUPERSCRIPT),
        ("sub", look.position is VerticalPosition.SUBSCRIPT),
    ):
        if wanted:
            content = element(tag, content)
    named = classes(
        "small-caps" if look.small_caps else None,
        "all-caps" if look.all_caps else None,
        "hidden-text" if look.hidden else None,
    )
    spoken = look.language if look.language and _LANGUAGE.fullmatch(look.language) else None
    colour = look.colour if look.colour and _COLOUR.fullmatch(look.colour) and int(look.colour, 16) else None
    foreign = spoken if spoken and spoken.lower() != language.lower() else None
    if not (named or colour or foreign):
        return content
    return element(
        "span",
        content,
        class_=named,
        lang=foreign,
        style=f"color:#{colour}" if colour else None,
        title="Hidden text in the file" if look.hidden else None,
    )


def paragraph_classes(properties: Properties) -> tuple[str, ...]:
    """The classes that say what a paragraph is and how its lines are set."""
    look = properties.format
    named = [properties.role.value]
    if properties.role in (Role.ITEM, Role.WRAP_UP, Role.HEADING, *ANNOTATIONS):
        named.append(f"level-{min(max(properties.level, 0), 9)}")
    if look.alignment is not None:
        named.append(f"align-{look.alignment.value}")
    if look.page_break_before:
        named.append("new-page")
    if look.keep_with_next:
        named.append("keep-with-next")
    return tuple(named)


def paragraph_style(properties: Properties) -> str | None:
    """The indents that a paragraph has of its own, where the page does not decide them."""
    look = properties.format
    if properties.role in _INDENTED_BY_THE_PAGE:
        return None
    said = [
        f"{name}:{_within(length) / 20:g}pt"
        for name, length in (
            ("--indent", look.indent_left),
            ("padding-right", look.indent_right),
            ("text-indent", look.first_line),
        )
        if length
    ]
    return ";".join(said) or None


def _within(length: int) -> int:
    return max(-_WIDEST_INDENT, min(length, _WIDEST_INDENT))
