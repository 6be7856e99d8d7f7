"""Give every counted label a list that prints it, live where Word can count it (docs/analysis/numbering.md).

Articles and their items are one multilevel list, linked both ways to styles; annexes
have their own, and so have parts, chapters and sections. A label that Word would count
differently begins a new instance; one that is of another pattern has a list by itself.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import Enum
from typing import Final, NamedTuple

from treatykit.model.content import Paragraph, Story
from treatykit.model.no_break import kept_together
from treatykit.model.properties import Label, Role
from treatykit.model.revisions import Revisions, arrival, departure
from treatykit.ooxml.list_sheet import LevelSpec, ListSheet, ListSpec
from treatykit.ooxml.role_styles import Setting
from treatykit.ooxml.style_sheet import StyleSpec
from treatykit.records import dataclass
from treatykit.writers.docx.counting import Count, Instance
from treatykit.writers.docx.label_shapes import Shape, common_shape, reading_as, readings
from treatykit.writers.docx.styles import Styles
from treatykit.writers.docx.treaty_styles import Wearer, paragraph_style
from treatykit.writers.docx.wearers import worn

LEVELS: Final = 9
_LINKED_ALWAYS: Final = 5

HEADING_ROLES: Final = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.ANNEX)
"""Their title stands below their number, in the same paragraph."""


class Family(Enum):
    """The lists of a treaty; the value is the name that Word shows."""

    ARTICLES = "Treaty Articles"
    ANNEXES = "Treaty Annexes"
    PARTS = "Treaty Parts"


class Seat(NamedTuple):
    """A level of one of the lists, from 0."""

    family: Family
    level: int


class ListPlace(NamedTuple):
    """What a paragraph says of its list itself (``w:numPr``); a list 0 takes away what its style brings."""

    num_id: int
    level: int


class Places(NamedTuple):
    """What a paragraph says of its list, now and before; None where its style says it all."""

    now: ListPlace | None
    before: ListPlace | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph as far as its number depends on it.

    Attributes:
        styled: It wears a style that the document names, which no list knows.
    """

    wearer: Wearer
    label: Label | None
    styled: bool

    def is_counted_like(self, other: Numbered) -> bool:
        """Whether both have the same number in the same list."""
        return (self.wearer, self.label) == (other.wearer, other.label)


_ITEM_SHAPES: Final = (
    Shape("", "decimal", "."), Shape("(", "lowerLetter", ")"), Shape("(", "lowerRoman", ")"),
    Shape("(", "upperLetter", ")"), Shape("", "decimal", ")"), Shape("", "lowerLetter", ")"),
    Shape("", "lowerRoman", ")"), Shape("", "decimal", ")"),
)  # fmt: skip
_USUAL: Final = {
    Family.ARTICLES: (Shape("Article ", "decimal"), *_ITEM_SHAPES),
    Family.ANNEXES: (Shape("Annex ", "upperRoman"), Shape("Article ", "decimal"), *_ITEM_SHAPES[:-1]),
    Family.PARTS: (Shape("Part ", "upperRoman"), Shape("Chapter ", "upperRoman"), Shape("Section ", "decimal")),
}
_NO_LIST: Final = ListPlace(0, 0)


@dataclass(slots=True)
class Lists:
    """The lists of one file, and how far each has counted.

    Attributes:
        shapes: The pattern of each level, from the labels of the document.
    """

    sheet: ListSheet
    styles: Styles
    shapes: dict[Seat, Shape]
    _main: dict[Family, Instance] = field(default_factory=dict)
    _odd: dict[tuple[int, str, Shape], Instance] = field(default_factory=dict)
    _running: dict[int, list[Instance]] = field(default_factory=dict)  # by definition, what each level counts with
    _accepted: Count = field(default_factory=Count)
    _rejected: Count = field(default_factory=Count)

    def place(self, now: Numbered, before: Numbered, revisions: Revisions, scope: int = 0) -> Places:
        """What a paragraph has to say so that Word prints its label, before and after the decision.

        Paragraphs come in reading order.

        Args:
            now: What the paragraph is.
            before: What it was, the same where nothing changed.
            revisions: Of its mark, as Word has it: where that stands, its number shows and what follows counts on.
            scope: 0 in the body. Other stories count for themselves, each with a number of its own.
        """
        stays, was = departure(revisions) is None, arrival(revisions) is None
        accepted, rejected = [self._accepted] if stays else [], [self._rejected] if was else []
        if not now.is_counted_like(before):
            shown, shown_before = self._place(now, scope, accepted), self._place(before, scope, rejected)
            brought = self._brought(before.wearer)
            if shown is not None or self._brought(now.wearer) not in (None, brought):
                # LibreOffice takes a paragraph back from one level or list to another only if the old one is said.
                shown_before = shown_before or brought
            return Places(shown, shown_before)
        place = self._place(now, scope, [*accepted, *rejected])
        return Places(place, place)

    def unnumbered(self, wearer: Wearer) -> ListPlace | None:
        """What a paragraph has to say to have no number."""
        return _NO_LIST if self._brought(wearer) else None

    def link(self, family: Family, used: set[int]) -> None:
        """Define a list and, both ways, the styles of its levels.

        Args:
            family: Which.
            used: The levels on which the document has labels.
        """
        definition = self.sheet.next_definition
        num_id = self.sheet.instance(definition)
        count = min(LEVELS, len(_USUAL[family]))
        deepest = max(*used, min(count, _LINKED_ALWAYS) - 1)
        levels = []
        for level in range(count):
            seat = Seat(family, level)
            style = self.styles.numbered(wearer_at(seat), (num_id, level)) if level <= deepest else None
            shape = self.shapes.setdefault(seat, _USUAL[family][level])
            levels.append(self._level(shape, level, style, wearer_at(seat).role, linked=True))
        self.sheet.define(ListSpec(name=family.value, levels=levels))
        self._main[family] = Instance(num_id, definition)

    def _place(self, paragraph: Numbered, scope: int, views: list[Count]) -> ListPlace | None:
        wearer, label = paragraph.wearer, paragraph.label
        if label is None or label.typed:
            return self.unnumbered(wearer)
        seat = seat_of(wearer) if scope == 0 else None
        shape = self.shapes.get(seat) if seat else None
        count = reading_as(label.text, shape) if shape else None
        if seat is None or shape is None or count is None:
            shape, count = next((reading.shape, reading.count) for reading in readings(label.text))
            main, level = self._list_of(shape, wearer, scope), 0
        else:
            main, level = self._main[seat.family], seat.level
        instance = self._counted(main, level, count, views)
        says_it = instance is main and scope == 0 and not paragraph.styled
        place = ListPlace(instance.num_id, level)
        return None if says_it and self._brought(wearer) == place else place

    def _brought(self, wearer: Wearer) -> ListPlace | None:
        spec = self.styles.sheet.find(wearer.style)
        return ListPlace(*spec.numbered) if spec and spec.numbered else None

    def _list_of(self, shape: Shape, wearer: Wearer, scope: int) -> Instance:
        key = (scope, wearer.style, shape)
        if key not in self._odd:
            style = paragraph_style(wearer, {})
            level = self._level(shape, 0, style, wearer.role, linked=False)
            definition = self.sheet.define(ListSpec(name=f"{wearer.style} {len(self._odd) + 1}", levels=(level,)))
            self._odd[key] = Instance(self.sheet.instance(definition), definition)
        return self._odd[key]

    def _level(self, shape: Shape, level: int, style: StyleSpec | None, role: Role, *, linked: bool) -> LevelSpec:
        first = (style.first if style else None) or 0
        counted = "decimal" if any(sign.isalnum() for sign in shape.before) else "bullet"
        return LevelSpec(
            text=_kept_together(shape).text(level),
            format=shape.format or counted,
            style_id=self.styles.sheet.id(style.name) if style and linked else None,
            suffix="nothing" if role in HEADING_ROLES else "tab",
            bold=False if role is Role.ARTICLE else None,
            indent={"left": (style.left if style else None) or 0, "hanging" if first < 0 else "firstLine": abs(first)},
        )

    def _counted(self, main: Instance, level: int, count: int, views: list[Count]) -> Instance:
        """The instance that shows the count in each of the texts that the paragraph is in."""
        running = self._running.setdefault(main.definition, [main] * LEVELS)
        instance = next(
            (
                known
                for known in (running[level], main)
                if count == 0 or all(view.next(known, level) == count for view in views)
            ),
            None,
        )
        if instance is None:
            starts = {level: count}
            instance = Instance(self.sheet.instance(main.definition, starts), main.definition, starts)
        running[level:] = [instance] * (LEVELS - level)
        for view in views:
            view.take(instance, level)
        return instance


def lists_of(body: Story, styles: Styles) -> Lists:
    """The lists that a body needs, with the styles of their levels defined."""
    labels: dict[Seat, list[str]] = {}
    for block, wear in zip(body, worn(body, Setting.BODY), strict=True):
        seat = seat_of(wear.now)
        if isinstance(block, Paragraph) and seat and block.label and not block.label.typed:
            labels.setdefault(seat, []).append(block.label.text)
    shapes = {seat: common_shape(found, _USUAL[seat.family][seat.level]) for seat, found in labels.items()}
    lists = Lists(ListSheet(), styles, {seat: shape for seat, shape in shapes.items() if shape})
    for family in Family:
        if used := {seat.level for seat in labels if seat.family is family}:
            lists.link(family, used)
    return lists


def _kept_together(shape: Shape) -> Shape:
    """The shape as it is printed, and repeated by references: no line parts ``Article`` from its number."""
    return replace(shape, before=kept_together(f"{shape.before}1")[:-1]) if shape.format else shape


def seat_of(wearer: Wearer) -> Seat | None:
    """The level of the list that counts such a paragraph; None for one that no list of ours counts."""
    seat = None
    match wearer.role:
        case Role.PART:
            seat = Seat(Family.PARTS, 0)
        case Role.CHAPTER:
            seat = Seat(Family.PARTS, 1)
        case Role.SECTION:
            seat = Seat(Family.PARTS, 2)
        case Role.ANNEX:
            seat = Seat(Family.ANNEXES, 0)
        case Role.ARTICLE:
            seat = Seat(Family.ANNEXES, 1) if wearer.annexed else Seat(Family.ARTICLES, 0)
        case Role.ITEM if wearer.level > 0:
            seat = Seat(Family.ANNEXES, wearer.level + 1) if wearer.annexed else Seat(Family.ARTICLES, wearer.level)
        case _:
            return None
    fits = seat.level < len(_USUAL[seat.family]) and wearer.style == wearer_at(seat).style
    return seat if fits and wearer.setting is Setting.BODY else None


def wearer_at(seat: Seat) -> Wearer:
    """What stands on a level of a list."""
    match seat:
        case (Family.PARTS, level):
            return Wearer(role=HEADING_ROLES[level], level=0)
        case (Family.ANNEXES, 0):
            return Wearer(role=Role.ANNEX, level=0)
        case (Family.ANNEXES, 1):
            return Wearer(role=Role.ARTICLE, level=0, annexed=True)
        case (Family.ANNEXES, level):
            return Wearer(role=Role.ITEM, level=level - 1, annexed=True)
        case (_, 0):
            return Wearer(role=Role.ARTICLE, level=0)
        case (_, level):
            return Wearer(role=Role.ITEM, level=level)
