"""Keep the styles that a file needs: each is defined when the first paragraph or run wears it."""

from __future__ import annotations

from dataclasses import field, replace

from treatykit.model.document import Document
from treatykit.model.properties import Role, TableRole
from treatykit.model.walk import story_paragraphs
from treatykit.ooxml.role_styles import SIGNATURES, TABLE
from treatykit.ooxml.style_sheet import StyleSheet, StyleSpec
from treatykit.records import dataclass
from treatykit.writers.docx.treaty_styles import (
    NORMAL_STYLE,
    Wearer,
    character_style,
    foreign_style,
    furniture_style,
    paragraph_style,
    table_style,
)

_HEADINGS = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE)
_TABLE_STYLES = {TableRole.PLAIN: TABLE, TableRole.SIGNATURES: SIGNATURES}


@dataclass(slots=True)
class Styles:
    """The styles of one file.

    Attributes:
        sheet: Where they are defined.
        outline: The level of each heading in the navigation pane.
        wearers: The roles of the styles that the document names, by name.
    """

    sheet: StyleSheet
    outline: dict[Role, int]
    wearers: dict[str, tuple[Role, int]] = field(default_factory=dict)
    _worn: dict[Wearer, str] = field(default_factory=dict)

    def paragraph(self, wearer: Wearer) -> str:
        """The id of the style of a role."""
        if wearer not in self._worn:
            self._worn[wearer] = self.sheet.add(paragraph_style(wearer, self.outline))
        return self._worn[wearer]

    def numbered(self, wearer: Wearer, place: tuple[int, int]) -> StyleSpec:
        """The style of a role, defined as the one of a level of a list."""
        spec = replace(paragraph_style(wearer, self.outline), numbered=place)
        self.sheet.add(spec)
        return spec

    def foreign(self, name: str, wearer: Wearer) -> tuple[str, bool]:
        """The id of a style that the document names, and whether it tells the role of its wearer."""
        self.paragraph(wearer)
        style_id = self.sheet.add(foreign_style(name, based_on=wearer.style))
        role = self.wearers.setdefault(name.lower(), (wearer.role, wearer.level))
        return style_id, role == (wearer.role, wearer.level)

    def character(self, name: str) -> str:
        """The id of a character style."""
        return self.sheet.add(character_style(name))

    def table(self, name: str | None, role: TableRole) -> str:
        """The id of a table style; without a name, that of the role."""
        ours = _TABLE_STYLES[role]
        base = self.sheet.add(table_style(ours, None))
        return base if name is None else self.sheet.add(table_style(name, based_on=ours))

    def furniture(self, name: str) -> str:
        """The id of the style of something that the writer adds."""
        return self.sheet.add(furniture_style(name))


def styles_of(document: Document) -> Styles:
    """The styles of a file that says a document, so far only those that every file has."""
    used = {paragraph.role for paragraph in story_paragraphs(document.body)}
    headings = [role for role in _HEADINGS if role in used]
    outline = {role: level for level, role in enumerate(headings)} | {Role.ANNEX: 0}
    styles = Styles(StyleSheet(document.meta.language), outline)
    styles.sheet.add(NORMAL_STYLE)
    styles.paragraph(Wearer(role=Role.BODY, level=0))
    return styles
