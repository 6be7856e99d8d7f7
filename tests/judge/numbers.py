"""Count the numbers of paragraphs as Word prints them (ECMA-376, Part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from tests.judge.package import Package, W, plainly_spaced, value

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in the lists of its file."""

    list_id: str
    level: int


@dataclass(slots=True)
class Lists:
    """The lists and styles of a package, as far as numbers depend on them."""

    styles: dict[str, etree._Element]
    _lists: dict[str, etree._Element] = field(default_factory=dict)
    _definitions: dict[str, etree._Element] = field(default_factory=dict)

    def __init__(self, package: Package) -> None:
        sheet, numbering = package.of_kind("styles"), package.of_kind("numbering")
        self.styles = _by(sheet, "style", "styleId")
        self._lists = _by(numbering, "num", "numId")
        self._definitions = _by(numbering, "abstractNum", "abstractNumId")

    def place(self, properties: etree._Element | None) -> Place | None:
        """The list and level of a paragraph, by what it says itself or else by its style; None for no number."""
        said = [properties, *(style.find(f"{W}pPr") for style in self._chain(value(properties, "pStyle")))]
        list_id = next((found for each in said if (found := value(each, "numPr", "numId")) is not None), None)
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return None
        level = value(properties, "numPr", "ilvl") or self._linked_level(list_id, value(properties, "pStyle"))
        level = level or next((found for each in said if (found := value(each, "numPr", "ilvl")) is not None), "0")
        return Place(list_id, min(int(level), 8))

    def definition(self, place: Place) -> str:
        """The definition that a list counts with."""
        return value(self._lists[place.list_id], "abstractNumId") or ""

    def start(self, place: Place) -> tuple[int, bool]:
        """The number that a level begins with, and whether this list begins it anew."""
        override = self._override(place)
        if (own := value(override, "startOverride")) is not None:
            return int(own), True
        return int(value(self.level(place), "start") or "1"), False

    def level(self, place: Place) -> etree._Element | None:
        """What says how a level looks."""
        override = self._override(place)
        own = None if override is None else override.find(f"{W}lvl")
        if own is not None:
            return own
        definition = self._definitions.get(self.definition(place))
        levels = () if definition is None else definition.iterchildren(f"{W}lvl")
        return next((level for level in levels if level.get(f"{W}ilvl") == str(place.level)), None)

    def _override(self, place: Place) -> etree._Element | None:
        found = self._lists[place.list_id].iterchildren(f"{W}lvlOverride")
        return next((one for one in found if one.get(f"{W}ilvl") == str(place.level)), None)

    def _linked_level(self, list_id: str, style: str | None) -> str | None:
        definition = self._definitions.get(self.definition(Place(list_id, 0)))
        levels = [] if definition is None else list(definition.iterchildren(f"{W}lvl"))
        for linked in (found.get(f"{W}styleId") for found in self._chain(style)):
            for level in levels:
                if value(level, "pStyle") == linked:
                    return level.get(f"{W}ilvl")
        return None

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = value(self.styles[style], "basedOn")


@dataclass(slots=True)
class Counter:
    """The running counts of one story."""

    lists: Lists
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[Place] = field(default_factory=set)

    def next(self, place: Place | None) -> str | None:
        """The number that the next paragraph prints."""
        if place is None:
            return None
        counts = self._counts.setdefault(self.lists.definition(place), {})
        start, own = self.lists.start(place)
        begins = place.level not in counts or (own and place not in self._begun)
        counts[place.level] = start if begins else counts[place.level] + 1
        for above in range(place.level):
            counts.setdefault(above, self.lists.start(Place(place.list_id, above))[0])
        for below in [level for level in counts if level > place.level]:
            del counts[below]
        self._begun.add(place)
        return self._printed(place, counts)

    def _printed(self, place: Place, counts: dict[int, int]) -> str:
        def count(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            if level not in counts:
                return ""
            return formatted(counts[level], value(self.lists.level(Place(place.list_id, level)), "numFmt") or "decimal")

        return plainly_spaced(re.sub(r"%([1-9])", count, value(self.lists.level(place), "lvlText") or ""))


def formatted(number: int, kind: str) -> str:
    """A count in a format of ``w:numFmt``; one that our tests do not use is an error, so that none goes unjudged."""
    match kind:
        case "decimal":
            return str(number)
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if kind == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            signs = ""
            for worth, sign in _ROMAN:
                signs += sign * (number // worth)
                number %= worth
            return signs.upper() if kind == "upperRoman" else signs
        case "bullet" | "none":
            return ""
        case _:
            raise ValueError(f"the judge does not know the number format {kind}")


def _by(root: etree._Element | None, name: str, key: str) -> dict[str, etree._Element]:
    found = () if root is None else root.iterchildren(f"{W}{name}")
    return {element.get(f"{W}{key}", ""): element for element in found}
