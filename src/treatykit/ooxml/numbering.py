"""Read the list definitions and find out which level of which list a paragraph stands on.

ECMA-376, 17.9; how Word reads it is told in docs/analysis/list-numbers.md. Counting is
the job of `treatykit.ooxml.counters`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import Styles, is_on, number, value
from treatykit.records import dataclass

LEVELS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list.

    Attributes:
        text: The pattern of the label, `%1.%2`; each `%n` is the count of level n, from 1.
        restart: Count again after a level up to this one (from 1); 0 never, None after any higher one.
        legal: Every count is printed in digits (`w:isLgl`).
        style: The id of the paragraph style that stands on this level.
        properties: Its `w:pPr`, which paragraphs on it inherit.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    properties: etree._Element | None = field(default=None, compare=False, repr=False)


_UNDEFINED: Final = Level()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDefinition:
    """A list as a paragraph refers to it (`w:num`), with its overrides worked in.

    Attributes:
        counter: Lists with the same counter (`w:abstractNum`) count on where the other stopped.
        levels: By level, from 0; a level that is not defined prints nothing but counts.
        starts: Level to the number that the list begins with when it first appears there.
    """

    counter: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level(self, level: int) -> Level:
        """The level, or an empty one."""
        return self.levels.get(level, _UNDEFINED)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a package by `w:numId`."""

    lists: Mapping[int, ListDefinition] = field(default_factory=dict)

    def place(self, direct: tuple[int | None, int | None], style: str | None, styles: Styles) -> tuple[int, int] | None:
        """The list and level a paragraph stands on.

        Args:
            direct: `w:numId` and `w:ilvl` of the paragraph itself, None for what it does not say.
            style: The id of its style.
            styles: The styles of the package.

        Returns:
            `w:numId` and the level from 0; None for a paragraph without a number.
        """
        num_id, level = direct
        chain = tuple(styles.chain(style))
        if num_id is None:
            num_id = next((step.num_id for step in chain if step.num_id is not None), None)
        definition = self.lists.get(num_id) if num_id else None
        if num_id is None or definition is None:
            return None
        if level is None:
            level = self._level_of_style(definition, tuple(step.id for step in chain))
        if level is None:
            level = next((step.level for step in chain if step.level is not None), 0)
        return num_id, min(max(level, 0), LEVELS - 1)

    @staticmethod
    def _level_of_style(definition: ListDefinition, chain: tuple[str, ...]) -> int | None:
        for style in chain:
            for index, level in definition.levels.items():
                if level.style == style:
                    return index
        return None


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """Read `word/numbering.xml`; no part, no lists."""
    if root is None:
        return Numbering()
    abstracts = {
        abstract_id: element
        for element in root.iterchildren(qn("w:abstractNum"))
        if (abstract_id := number(element.get(qn("w:abstractNumId")))) is not None
    }
    nums = {
        num_id: element
        for element in root.iterchildren(qn("w:num"))
        if (num_id := number(element.get(qn("w:numId")))) is not None
    }
    lists = {num_id: _list(element, abstracts, nums, styles) for num_id, element in nums.items()}
    return Numbering({num_id: definition for num_id, definition in lists.items() if definition})


def _list(
    num: etree._Element, abstracts: Mapping[int, etree._Element], nums: Mapping[int, etree._Element], styles: Styles
) -> ListDefinition | None:
    counter = number(value(num, "w:abstractNumId"))
    if counter is None or counter not in abstracts:
        return None
    levels = _levels(_linked(abstracts[counter], abstracts, nums, styles))
    starts: dict[int, int] = {}
    for override in num.iterchildren(qn("w:lvlOverride")):
        index = number(override.get(qn("w:ilvl")))
        if index is None or not 0 <= index < LEVELS:
            continue
        if (own := override.find(qn("w:lvl"))) is not None:
            levels[index] = _level(own)
        start = number(value(override, "w:startOverride"))
        if start is not None:
            starts[index] = start
            levels[index] = replace(levels.get(index, Level()), start=start)
    return ListDefinition(counter=counter, levels=levels, starts=starts)


def _linked(
    abstract: etree._Element,
    abstracts: Mapping[int, etree._Element],
    nums: Mapping[int, etree._Element],
    styles: Styles,
) -> etree._Element:
    """Follow `w:numStyleLink` to the definition that really holds the levels (17.9.21)."""
    style = styles.by_id.get(value(abstract, "w:numStyleLink") or "")
    if style is None or style.num_id is None or style.num_id not in nums:
        return abstract
    target = number(value(nums[style.num_id], "w:abstractNumId"))
    # One step only: the target is where the style itself is defined, and a longer way would be a ring.
    return abstract if target is None else abstracts.get(target, abstract)


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {
        index: _level(element)
        for element in abstract.iterchildren(qn("w:lvl"))
        if (index := number(element.get(qn("w:ilvl")))) is not None and 0 <= index < LEVELS
    }


def _level(element: etree._Element) -> Level:
    legal = element.find(qn("w:isLgl"))
    return Level(
        start=number(value(element, "w:start")) or 0,
        format=_format(element),
        text=value(element, "w:lvlText") or "",
        restart=number(value(element, "w:lvlRestart")),
        legal=legal is not None and is_on(legal.get(qn("w:val"))),
        style=value(element, "w:pStyle"),
        properties=element.find(qn("w:pPr")),
    )


def _format(element: etree._Element) -> str:
    found = element.find(qn("w:numFmt"))
    if found is None:
        # A format of a later Word version stands in an alternative; its choice comes before its fallback.
        found = element.find(f"{qn('mc:AlternateContent')}/{qn('mc:Choice')}/{qn('w:numFmt')}")
    if found is None:
        return "decimal"
    return found.get(qn("w:format")) or found.get(qn("w:val")) or "decimal"
