"""How the inlines of a paragraph print in HTML.

Brackets and definitions may begin in one paragraph and end in another, and in real texts they
may not end at all. HTML elements cannot, so that each stretch of a paragraph within brackets of
one depth gets an element of its own, and the brackets themselves are characters in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from typing import NamedTuple, assert_never

from markupsafe import Markup

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    BreakKind,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    NoteReference,
    OpaqueInline,
    Reference,
    Slot,
    Stance,
    Text,
)
from treatykit.model.document import Meta
from treatykit.model.plain import BLANK, attribution
from treatykit.model.properties import RunFormat
from treatykit.model.revisions import departure, reformattings
from treatykit.records import dataclass
from treatykit.writers.html.elements import NOTHING, element, joined, void
from treatykit.writers.html.looks import formatted
from treatykit.writers.html.notes import Notes
from treatykit.writers.html.revisions import Revised
from treatykit.writers.pictures import Pictures
from treatykit.writers.sides import Side, numbers_in, tracked

_EMU_PER_POINT = 12_700
_DEEPEST = 5  # the style sheet knows this many depths of brackets


class _Around(NamedTuple):
    """What is open around an inline."""

    depth: int
    defining: bool


@dataclass(slots=True)
class Inlines:
    """Prints the paragraphs of one text one after another, knowing what the earlier ones left open.

    Attributes:
        side: The text that is read; what is not in it is not printed.
        keys: The ids that references lead to, by their target.
        pictures: What can be shown.
        depth: How many brackets are open.
        defining: Whether a defining occurrence is open.
    """

    side: Side
    meta: Meta
    keys: dict[str, str]
    revised: Revised
    notes: Notes
    pictures: Pictures
    depth: int = 0
    defining: bool = False
    _parties: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._parties = {party.code: party.full for party in self.meta.parties}

    def print(self, inlines: Iterable[Inline]) -> Markup:
        """A run of inlines, as far as the text that is read holds them."""
        shown = [inline for inline in inlines if self.side.shows(inline.revisions)]
        return joined(
            _inside(around, joined(self._revised_runs(inline for _, inline in stretch)))
            for around, stretch in groupby(self._placed(shown), key=lambda pair: pair[0])
        )

    def _placed(self, inlines: Iterable[Inline]) -> Iterator[tuple[_Around, Inline]]:
        """Each inline with what is open around it; a bracket stands inside itself."""
        for inline in inlines:
            if isinstance(inline, BracketOpen):
                self.depth += 1
            self.defining = isinstance(inline, DefinitionOpen) or (
                self.defining and not isinstance(inline, DefinitionClose)
            )
            yield _Around(self.depth, self.defining), inline
            if isinstance(inline, BracketClose):
                self.depth = max(self.depth - 1, 0)

    def _revised_runs(self, inlines: Iterable[Inline]) -> Iterator[Markup]:
        """Neighbours that came or went together share their elements; a new look is said run by run."""
        gone = False
        for revisions, run in groupby(inlines, key=lambda inline: tracked(inline.revisions)):
            content = joined(self._restyled(inline) for inline in run)
            yield self.revised.move_links(revisions)
            if content:
                yield self.revised.wrap(content, revisions, instead=gone)
                gone = departure(revisions) is not None

    def _restyled(self, inline: Inline) -> Markup:
        look = inline.format if isinstance(inline, Text | Slot | Reference | Field) else None
        return self.revised.wrap(self._one(inline), reformattings(inline.revisions), look)

    def _one(self, inline: Inline) -> Markup:
        match inline:
            case Text(value, look):
                return self._formatted(_with_tabs(value), look)
            case Slot(name, look, prompt=prompt):
                return self._formatted(element("span", BLANK, class_="slot", title=prompt or name), look)
            case Reference(target, text, look):
                leads_to = self.keys.get(target) if target is not None else None
                link = element("a", text, class_="reference", href=f"#{leads_to}") if leads_to else joined((text,))
                return self._formatted(link, look)
            case NoteReference():
                return self._note(inline)
            case Break(kind):
                return void("br", class_="new-page" if kind is BreakKind.PAGE else None)
            case Field(_, text, look):
                return self._formatted(joined((text,)), look)
            case Image():
                return self._picture(inline)
            case OpaqueInline(_, description):
                return element("span", f"[{description or 'object'}]", class_="not-shown")
            case BracketOpen(stances):
                return element("span", "[", class_="bracket") + self._who(stances)
            case BracketNext(stances):
                return element("span", "][", class_="bracket") + self._who(stances)
            case BracketClose():
                return element("span", "]", class_="bracket")
            case DefinitionOpen() | DefinitionClose():
                return NOTHING
            case _:
                assert_never(inline)

    def _picture(self, image: Image) -> Markup:
        """A picture as large as it was in its file, if it can be shown."""
        described = image.description or "picture"
        address = self.pictures.get(image.digest)
        if address is None:
            return element("span", f"[{described}]", class_="not-shown")
        width = f"width:{image.width / _EMU_PER_POINT:g}pt" if image.width > 0 else None
        return void("img", src=address, alt=described, style=width)

    def _note(self, note: NoteReference) -> Markup:
        """A note, whose brackets have nothing to do with those around its sign."""
        outside = self.depth, self.defining
        self.depth, self.defining = 0, False
        both = self.side is Side.BOTH
        numbers = self.revised.margin(numbers_in(note.blocks)) if both else NOTHING
        printed = self.notes.print(note, self, numbers)
        self.depth, self.defining = outside
        return printed

    def _formatted(self, content: Markup, look: RunFormat) -> Markup:
        return formatted(content, look, self.meta.language)

    def _who(self, stances: tuple[Stance, ...]) -> Markup:
        """Who says what of the words that follow, as a chip."""
        if not stances:
            return NOTHING
        names = "; ".join(
            f"{stance.party} {stance.position}: {self._parties[stance.party]}"
            for stance in stances
            if stance.party in self._parties
        )
        return element("span", f"{attribution(stances)}:", class_="party", title=names) + " "


def _inside(around: _Around, content: Markup) -> Markup:
    if around.defining and content:
        content = element("dfn", content)
    if around.depth and content:
        content = element("span", content, class_=f"unagreed depth-{min(around.depth, _DEEPEST)}")
    return content


def _with_tabs(text: str) -> Markup:
    return joined(text.split("\t"), by=element("span", "\t", class_="tab"))
