"""Make ``word/numbering.xml`` from lists told as data (docs/analysis/numbering.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from hashlib import sha256

from lxml import etree

from treatykit.ooxml.elements import root, w
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSpec:
    """One level of a list.

    Attributes:
        text: With ``%n`` for the count of level n, from 1.
        format: The name of a number format (ECMA-376, 17.18.59).
        style_id: The style that is linked with it.
        suffix: What parts the number from the words: ``tab``, ``space`` or ``nothing``.
        indent: ``w:ind`` of the style.
    """

    text: str
    format: str = "decimal"
    style_id: str | None = None
    suffix: str = "tab"
    align: str = "left"
    indent: Mapping[str, int] = field(default_factory=dict)
    bold: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list definition (``w:abstractNum``); its levels count from 0."""

    name: str
    levels: Sequence[LevelSpec]


@dataclass(slots=True)
class ListSheet:
    """The definitions and instances of a file."""

    _definitions: list[ListSpec] = field(default_factory=list)
    _instances: list[tuple[int, Mapping[int, int]]] = field(default_factory=list)

    def define(self, spec: ListSpec) -> int:
        """Add a definition and return its number."""
        self._definitions.append(spec)
        return len(self._definitions)

    @property
    def next_definition(self) -> int:
        """The number of the definition that is added next, for styles that must name it first."""
        return len(self._definitions) + 1

    def instance(self, definition: int, starts: Mapping[int, int] | None = None) -> int:
        """Add an instance of a definition (``w:num``) and return its id.

        Args:
            definition: What `define` returned, or `next_definition`.
            starts: Level to the number that it begins with.
        """
        self._instances.append((definition, dict(starts or {})))
        return len(self._instances)

    def __bool__(self) -> bool:
        return bool(self._definitions)

    def xml(self) -> etree._Element:
        """The part; all definitions stand before all instances, or Word refuses the file."""
        return root(
            "numbering",
            *(_definition(number, spec) for number, spec in enumerate(self._definitions, start=1)),
            *(_instance(num_id, *instance) for num_id, instance in enumerate(self._instances, start=1)),
        )


def _definition(number: int, spec: ListSpec) -> etree._Element:
    # Word takes lists with equal marks for one list when text is pasted, so they are made from the list itself.
    mark = sha256(f"{number} {spec.name} {spec.levels}".encode()).hexdigest().upper()
    return w(
        "abstractNum",
        w("nsid", val=mark[:8]),
        w("multiLevelType", val="multilevel" if len(spec.levels) > 1 else "singleLevel"),
        w("tmpl", val=mark[8:16]),
        w("name", val=spec.name),
        *(_level(index, level) for index, level in enumerate(spec.levels)),
        abstractNumId=number,
    )


def _level(index: int, level: LevelSpec) -> etree._Element:
    children = [
        w("start", val=1),
        w("numFmt", val=level.format),
        w("suff", val=level.suffix),
        w("lvlText", val=level.text),
        w("lvlJc", val=level.align),
        w("pPr", w("ind", **level.indent)) if level.indent else w("pPr"),
    ]
    if level.style_id is not None:
        children.append(w("pStyle", val=level.style_id))
    if level.bold is not None:
        children.append(w("rPr", w("b", val=None if level.bold else 0)))
    return w("lvl", *children, ilvl=index)


def _instance(num_id: int, definition: int, starts: Mapping[int, int]) -> etree._Element:
    overrides = (w("lvlOverride", w("startOverride", val=start), ilvl=level) for level, start in sorted(starts.items()))
    return w("num", w("abstractNumId", val=definition), *overrides, numId=num_id)
