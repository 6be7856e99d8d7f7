"""What the form of a manuscript says without a word: which role, level and number a paragraph has by where it stands.

The writer asks what a reader would expect, and says in a comment only what is otherwise; the
reader expects the same. So the two agree whatever a text looks like, and a text that looks like
a treaty needs hardly any comment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Final

from treatykit.markup.manuscript.facts import Facts, Headings, Numbers
from treatykit.markup.manuscript.numbers import level_of_number, role_of_number
from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Text
from treatykit.model.outline import RANKS
from treatykit.model.plain import NO_TEXT
from treatykit.model.properties import ORDINARY, Label, ParagraphFormat, Properties, Role, TableRole
from treatykit.records import dataclass

HEADED: Final = frozenset((Role.TITLE, Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.HEADING, Role.ANNEX))
"""The roles that are written as headings."""

DEEPEST: Final = 6
"""The most signs that a heading can have in Markdown."""

ABOVE_REMARKS: Final = 2
"""How many signs more than its level a heading in an annotation has in Markdown."""

_AROUND: Final = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ANNEX)
_TIED: Final = ParagraphFormat(keep_with_next=True)


class Shape(StrEnum):
    """What a block looks like."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    REMARK = "remark"  # set apart, as a quotation is
    REMARK_HEADING = "remark-heading"  # a heading set apart
    TABLE = "table"
    RULE = "rule"  # a line across the page
    OTHER = "other"


class Line(StrEnum):
    """What a paragraph holds, as far as its role can be told by it."""

    WORDS = "words"
    OPENS = "opens"  # the opening of a bracket or of its next option, and nothing but that it has no text
    CLOSES = "closes"  # nothing but the end of a bracket
    EMPTY = "empty"


def line_of(inlines: Sequence[object]) -> Line:
    """What a paragraph with these inlines holds."""
    words = "".join(each.value for each in inlines if isinstance(each, Text))
    match [each for each in inlines if not isinstance(each, Text)]:
        case [] if not words:
            return Line.EMPTY
        case [BracketOpen() | BracketNext()] if words in ("", NO_TEXT):
            return Line.OPENS
        case [BracketClose()] if not words:
            return Line.CLOSES
        case _:
            return Line.WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A block as it meets the eye.

    Attributes:
        depth: Of a heading its signs, of a paragraph how many steps it stands to the right, of a remark its level.
        label: The number before its words.
        headed: Of a table, that it begins with a row of headings.
    """

    shape: Shape = Shape.PARAGRAPH
    depth: int = 0
    label: str = ""
    line: Line = Line.WORDS
    headed: bool = False

    @property
    def is_plain(self) -> bool:
        """A paragraph at the edge with nothing but words."""
        return self.shape is Shape.PARAGRAPH and not self.depth and not self.label and self.line is Line.WORDS


class _Zone(StrEnum):
    """Which stretch of a treaty this is."""

    OPENING = "opening"
    ARTICLES = "articles"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands between the title and the first article.

    Attributes:
        title: The block that is the title.
        roles: Of the paragraphs that are no recitals: the first, the second, and the one that leads to the articles.
    """

    title: int | None
    roles: Mapping[int, Role]


@dataclass(slots=True)
class Depths:
    """How deep headings stand, by what is open at each point."""

    _open: list[tuple[int, int, Role]] = field(default_factory=list)  # rank, signs, role

    def of(self, role: Role, level: int) -> int:
        """The signs that a heading gets here."""
        if role is Role.TITLE:
            return 1
        self._close(_rank(role, level))
        if role is Role.HEADING:
            return max(min(self._around() + level, DEEPEST), 2)
        return min(self._open[-1][1] + 1 if self._open else 2, DEEPEST)

    def level(self, signs: int) -> int:
        """The level of a heading without a number that has so many signs here."""
        around = next((open_signs for _, open_signs, role in reversed(self._open) if role in _AROUND), 1)
        return max(signs - around, 1)

    def open(self, role: Role, level: int, signs: int) -> None:
        """A heading with so many signs begins something."""
        if role is Role.TITLE:
            self._open.clear()
            return
        rank = _rank(role, level)
        self._close(rank)
        self._open.append((rank, signs, role))

    def _close(self, rank: int) -> None:
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()

    def _around(self) -> int:
        return next((signs for _, signs, role in reversed(self._open) if role in _AROUND), 1)


@dataclass(slots=True)
class Expectations:
    """Goes through the blocks of a body in order: `properties` or `table` of each, then `saw` what it is.

    Attributes:
        surfaces: All blocks of the body.
    """

    surfaces: Sequence[Surface]
    facts: Facts
    _zone: _Zone = _Zone.ARTICLES
    _depths: Depths = field(default_factory=Depths)
    _opening: _Opening = field(init=False)
    _signed: bool = False
    _annotating: bool = False  # the last block belongs to an annotation

    def __post_init__(self) -> None:
        self._opening = _opening(self.surfaces)

    def properties(self, index: int) -> Properties:
        """What the paragraph `index` is by its form."""
        surface = self.surfaces[index]
        if surface.shape is Shape.HEADING:
            return self._heading(surface)
        if surface.shape is Shape.REMARK_HEADING:
            return Properties(role=Role.ANNOTATION_HEADING, level=surface.depth)
        if surface.shape is Shape.REMARK:
            if self._annotating or surface.depth > 1:
                return Properties(role=Role.ANNOTATION, level=surface.depth)
            return Properties(role=Role.DRAFTING_NOTE)
        if surface.label:
            level = level_of_number(surface.label, surface.depth)
            return Properties(role=Role.ITEM, level=level, label=self._label(surface.label))
        if surface.line is Line.OPENS:
            return Properties(format=_TIED)
        if surface.line is Line.CLOSES:
            return ORDINARY
        if surface.depth:
            return Properties(role=Role.WRAP_UP, level=surface.depth)
        return Properties(role=self._plain_role(index, surface))

    def table(self, index: int) -> TableRole:
        """What the table `index` is by its form."""
        signs = self._zone is _Zone.CLOSING and not self.surfaces[index].headed
        return TableRole.SIGNATURES if signs else TableRole.PLAIN

    def saw(self, index: int, properties: Properties | TableRole | None = None) -> None:
        """Go on behind the block `index`, which is what `properties` say."""
        surface = self.surfaces[index]
        self._annotating = isinstance(properties, Properties) and properties.role in ANNOTATIONS
        if surface.shape is Shape.RULE:
            self._zone, self._signed = _Zone.CLOSING, False
        elif surface.shape is Shape.TABLE:
            self._signed = self._signed or properties is TableRole.SIGNATURES
        elif surface.shape is Shape.HEADING and isinstance(properties, Properties):
            self._depths.open(properties.role, properties.level, surface.depth)
            if index == self._opening.title:
                self._zone = _Zone.OPENING
            elif properties.role is not Role.TITLE:
                self._zone = _Zone.ARTICLES
        elif surface.label and self._zone is _Zone.OPENING:
            self._zone = _Zone.ARTICLES

    def _heading(self, surface: Surface) -> Properties:
        if surface.depth == 1:
            return Properties(role=Role.TITLE, label=self._label(surface.label))
        if self.facts.headings is Headings.PLAIN:
            return Properties(label=self._label(surface.label))
        role = role_of_number(surface.label) if surface.label else None
        if role is None:
            return Properties(
                role=Role.HEADING, level=self._depths.level(surface.depth), label=self._label(surface.label)
            )
        return Properties(role=role, label=self._label(surface.label))

    def _label(self, text: str) -> Label | None:
        return Label(text, typed=self.facts.numbers is Numbers.TYPED) if text else None

    def _plain_role(self, index: int, surface: Surface) -> Role:
        if self._zone is _Zone.CLOSING and surface.line is Line.WORDS:
            return Role.SIGNATURE if self._signed else Role.TESTIMONIUM
        if self._zone is not _Zone.OPENING or surface.line is not Line.WORDS:
            return Role.BODY
        return self._opening.roles.get(index, Role.RECITAL)


def _opening(surfaces: Sequence[Surface]) -> _Opening:
    title = next((at for at, each in enumerate(surfaces) if each.shape is Shape.HEADING and each.depth == 1), None)
    if title is None:
        return _Opening(None, {})
    plain: list[int] = []
    leads = False
    for at, surface in enumerate(surfaces[title + 1 :], start=title + 1):
        leads = (surface.shape is Shape.HEADING and surface.depth > 1) or bool(surface.label)
        if leads or surface.shape in (Shape.RULE, Shape.TABLE):
            break
        if surface.is_plain:
            plain.append(at)
    roles = dict(zip(plain, (Role.SUBTITLE, Role.PARTIES), strict=False))
    return _Opening(title, roles | ({plain[-1]: Role.ENACTING} if leads and plain else {}))


def _rank(role: Role, level: int) -> int:
    return RANKS.get(role, RANKS[Role.ARTICLE]) + level % 10
