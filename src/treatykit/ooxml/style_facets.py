"""Work out what the styles and lists of a file say of a run or a paragraph that says nothing itself.

ECMA-376, 17.7.2: document defaults, table style, list level, paragraph style, character style, each over what comes
before it. Where Word does otherwise, and where we are not sure, stands in docs/analysis/styles.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.facets import Facets, facets
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import Numbering
from treatykit.ooxml.property_defaults import TOGGLES
from treatykit.ooxml.styles import Style, Styles
from treatykit.ooxml.table_conditions import TableStyles
from treatykit.records import dataclass

_UNSURE: Final = "?"  # equals nothing that a file says: what is said directly is kept
_RUN: Final = qn("w:rPr")
_PARAGRAPH: Final = qn("w:pPr")

Direct = tuple[int | None, int | None]
"""`w:numId` and `w:ilvl` of a paragraph itself."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """Facets that the styles of one name in two files say differently, by the kind and name of the style."""

    runs: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    paragraphs: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.runs or self.paragraphs)


UNDISPUTED: Final = Disputed()


@dataclass(slots=True)
class StyleFacets:
    """The styles of a package, resolved; each combination once.

    Attributes:
        styles: Their names and what they are based on.
        numbering: The lists of the package.
        disputed: What is never taken as said by a style.
    """

    styles: Styles
    numbering: Numbering
    root: etree._Element | None = None
    disputed: Disputed = UNDISPUTED
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _own: dict[tuple[str, str], Facets] = field(default_factory=dict)
    _defaults: dict[str, Facets] = field(default_factory=dict)
    _runs: dict[tuple[str | None, str | None, TableStyles], Facets] = field(default_factory=dict)
    _paragraphs: dict[tuple[str | None, Direct, TableStyles], Facets] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for element in self.root.iterchildren(qn("w:style")):
            self._elements.setdefault(element.get(qn("w:styleId"), ""), element)
        for tag, name in ((_RUN, "rPr"), (_PARAGRAPH, "pPr")):
            said = self.root.find(f"{qn('w:docDefaults')}/{qn(f'w:{name}Default')}/{tag}")
            self._defaults[tag] = facets(said)

    def run(self, paragraph_style: str | None, character_style: str | None, tables: TableStyles) -> Facets:
        """What holds of a run that says nothing itself.

        Args:
            paragraph_style: The id of the style of its paragraph.
            character_style: The id of its own style.
            tables: The styles of the tables around it.
        """
        key = (paragraph_style, character_style, tables)
        if key not in self._runs:
            self._runs[key] = self._run(*key)
        return self._runs[key]

    def paragraph(self, style: str | None, direct: Direct, tables: TableStyles) -> Facets:
        """What holds of a paragraph that says nothing itself but its style and its list.

        Args:
            style: The id of its style.
            direct: The list and level that it names itself.
            tables: As for `run`.
        """
        key = (style, direct, tables)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(*key)
        return self._paragraphs[key]

    def of_character_style(self, style: str) -> Facets:
        """What a character style says with those it is based on."""
        return self._merged(self._chain(style, "character"), _RUN)

    # --- runs

    def _run(self, paragraph_style: str | None, character_style: str | None, tables: TableStyles) -> Facets:
        paragraphs, characters = self._chain(paragraph_style), self._chain(character_style, "character")
        defaults, of_table = self._defaults.get(_RUN, {}), self._of_tables(tables, _RUN)
        of_paragraph, of_characters = self._merged(paragraphs, _RUN), self._merged(characters, _RUN)
        base = {**defaults, **of_table, **of_paragraph, **of_characters}
        above = {**self._merged(self._above_ground(paragraphs), _RUN), **of_characters}
        base.update(self._contested(of_table, self._ground(paragraphs, _RUN), above))
        for toggle in TOGGLES:
            # Within a chain the nearest counts; between the levels they are exclusive-ored (17.7.3).
            levels = (of_table.get(toggle), of_paragraph.get(toggle), of_characters.get(toggle))
            if _UNSURE in levels or defaults.get(toggle) == "1":
                base[toggle] = _UNSURE
            elif levels != (None, None, None):
                base[toggle] = str(levels.count("1") % 2)
        return self._without_disputed(base, self.disputed.runs, (*paragraphs[:1], *characters[:1]))

    # --- paragraphs

    def _paragraph(self, style: str | None, direct: Direct, tables: TableStyles) -> Facets:
        chain = self._chain(style)
        place = self.numbering.place(direct, style, self.styles)
        by_style = self.numbering.place((None, None), style, self.styles)
        names_list = next((at for at, step in enumerate(chain) if step.num_id is not None), None)
        ground, above = self._ground(chain, _PARAGRAPH), self._above_ground(chain)
        base = {**self._defaults.get(_PARAGRAPH, {})}
        if names_list == len(above) and place == by_style:
            base.update(self._level(place))
        base.update(ground)
        of_table = self._of_tables(tables, _PARAGRAPH)
        base.update(of_table)
        base.update(self._contested(of_table, ground, {}))
        for at in range(len(above) - 1, -1, -1):
            if at == names_list and place == by_style:
                base.update(self._level(place))
            base.update(self._own_facets(above[at].id, _PARAGRAPH))
        if place != by_style:
            base.update(self._level(place))
        if direct[0] == 0:
            base.update({"ind/left": "0", "ind/first": "0"})
        return self._without_disputed(base, self.disputed.paragraphs, chain[:1])

    def _level(self, place: tuple[int, int] | None) -> Facets:
        definition = self.numbering.lists.get(place[0]) if place else None
        return facets(definition.level(place[1]).properties) if place and definition else {}

    # --- what styles say

    def _chain(self, style: str | None, kind: str = "paragraph") -> tuple[Style, ...]:
        return tuple(step for step in self.styles.chain(style, kind) if step.kind == kind)

    def _merged(self, chain: Iterable[Style], tag: str) -> dict[str, str]:
        """What a chain of styles says, nearest first; the nearest counts."""
        merged: dict[str, str] = {}
        for step in chain:
            merged = {**self._own_facets(step.id, tag), **merged}
        return merged

    def _own_facets(self, style: str, tag: str) -> Facets:
        key = (style, tag)
        if key not in self._own:
            element = self._elements.get(style)
            self._own[key] = facets(None if element is None else element.find(tag))
        return self._own[key]

    def _above_ground(self, chain: tuple[Style, ...]) -> tuple[Style, ...]:
        """A chain without the default style, which Word lays under table styles where both say something."""
        on_ground = chain and chain[-1].id == self.styles.defaults.get("paragraph")
        return chain[:-1] if on_ground else chain

    def _ground(self, chain: tuple[Style, ...], tag: str) -> Facets:
        return self._merged(chain[len(self._above_ground(chain)) :], tag)

    # --- tables

    def _of_tables(self, tables: TableStyles, tag: str) -> dict[str, str]:
        """What the innermost table style says in a cell; what those around it say as well is not known."""
        said: dict[str, str] = {}
        for table, conditions in tables:
            said = dict.fromkeys(said, _UNSURE)
            chain = self._chain(table, "table")[::-1]
            for step in chain:
                said.update(self._own_facets(step.id, tag))
            for condition in ("wholeTable", *conditions):
                for step in chain:
                    said.update(self._condition(step.id, condition, tag))
        return said

    def _condition(self, style: str, condition: str, tag: str) -> Facets:
        key = (f"{style} {condition}", tag)
        if key not in self._own:
            element = self._elements.get(style)
            found = () if element is None else element.iterchildren(qn("w:tblStylePr"))
            parts = [part for part in found if part.get(qn("w:type")) == condition]
            self._own[key] = facets(parts[0].find(tag)) if parts else {}
        return self._own[key]

    @staticmethod
    def _contested(of_table: Facets, ground: Facets, above: Facets) -> Facets:
        """What table style and default style say otherwise and no other style settles; spacing goes with the table."""
        return {
            name: said if name.startswith("spacing/") else _UNSURE
            for name, said in of_table.items()
            if ground.get(name, said) != said and name not in above
        }

    @staticmethod
    def _without_disputed(
        base: dict[str, str], disputed: Mapping[tuple[str, str], frozenset[str]], styles: Iterable[Style]
    ) -> Facets:
        for style in styles:
            base.update(dict.fromkeys(disputed.get((style.kind, style.name.lower()), ()), _UNSURE))
        return base
