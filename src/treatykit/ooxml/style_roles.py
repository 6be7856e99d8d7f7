"""What a style says of the paragraphs or tables in it: role, level, and the name that is kept.

In anybody's file only Word's own styles say a role; in ours our names go first, and a
style that is based on one of them says the same (docs/analysis/round-trip.md).
"""

from __future__ import annotations

from typing import Final

from treatykit.model.properties import Properties, Role, TableRole
from treatykit.ooxml.role_styles import FURNITURE, SIGNATURES, TABLE, role_of
from treatykit.ooxml.styles import Styles

_BUILT_IN_ROLES: Final = {"Title": Role.TITLE, "Subtitle": Role.SUBTITLE, "Caption": Role.CAPTION}
_BUILT_IN_LEVELS: Final = {"Heading": Role.HEADING, "TOC": Role.CONTENTS}
_TABLE_ROLES: Final = {TABLE: TableRole.PLAIN, SIGNATURES: TableRole.SIGNATURES}


def style_properties(styles: Styles, style_id: str | None, *, own: bool) -> Properties:
    """The properties of a paragraph as far as its style says them.

    Args:
        styles: Of the package.
        style_id: None for a paragraph that names no style.
        own: The file is one of ours.
    """
    return (_own(styles, style_id) if own else None) or _anybodys(styles, style_id)


def table_style(styles: Styles, style_id: str | None, *, own: bool) -> tuple[TableRole, str | None]:
    """The role of a table, and the name of its style where that is more than the role.

    Args:
        styles: Of the package.
        style_id: None for a table that names no style.
        own: The file is one of ours.
    """
    name = styles.name(style_id)
    for step, style in enumerate(styles.chain(style_id, "table") if own and name else ()):
        if style.name in _TABLE_ROLES:
            return _TABLE_ROLES[style.name], None if step == 0 else name
    return TableRole.PLAIN, name


def _own(styles: Styles, style_id: str | None) -> Properties | None:
    for step, style in enumerate(styles.chain(style_id)):
        if step == 0 and style.name in FURNITURE:
            return Properties(style=style.name)
        if found := role_of(style.name):
            role, level = found
            return Properties(role=role, level=level, style=None if step == 0 else styles.name(style_id))
    return None


def _anybodys(styles: Styles, style_id: str | None) -> Properties:
    name = styles.name(style_id)
    if name is None:
        return Properties()
    for style in styles.chain(style_id):
        if role := _BUILT_IN_ROLES.get(style.name):
            return Properties(role=role, style=name)
        stem, _, level = style.name.rpartition(" ")
        if stem in _BUILT_IN_LEVELS and level.isdecimal():
            return Properties(role=_BUILT_IN_LEVELS[stem], level=int(level), style=name)
    return Properties(style=name)
