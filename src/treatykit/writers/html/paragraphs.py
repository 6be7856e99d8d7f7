"""How a paragraph prints in HTML: its number, its words, and what was done to its mark."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Mark, Paragraph
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.records import dataclass
from treatykit.writers.html.elements import NOTHING, classes, element, words
from treatykit.writers.html.inlines import Inlines
from treatykit.writers.html.looks import paragraph_classes, paragraph_style
from treatykit.writers.new_looks import new_looks
from treatykit.writers.sides import Side, change_numbers, is_changed, numbers, shows_fate, tracked

_PILCROW = element("span", "¶", class_="pilcrow")
_NUMBERED_ABOVE = (
    Role.PART,
    Role.CHAPTER,
    Role.SECTION,
    Role.ARTICLE,
    Role.ANNEX,
)  # their number has a line of its own
_BRACKETS = (BracketOpen, BracketNext, BracketClose)


@dataclass(slots=True)
class Paragraphs:
    """Prints the paragraphs of one text."""

    inlines: Inlines

    def print(
        self, paragraph: Paragraph, tag: str = "p", name: str | None = None, *also: str, number: str | None = None
    ) -> Markup:
        """A paragraph as an element, or nothing where the text that is read holds nothing of it.

        Args:
            paragraph: What to print.
            tag: Its element.
            name: Its id.
            also: Classes besides those of its own properties.
            number: What it has in the text that is read, where that is known apart from its mark; empty for none.
        """
        mark, side = paragraph.mark, self.inlines.side
        label = self._label(mark, number)
        said = self.inlines.print(paragraph.inlines)
        if paragraph.role in _NUMBERED_ABOVE and said:
            said = element("span", said, class_="heading-words")
        sign = self._sign(paragraph)
        blank = not (label or said or sign)
        place_to_sign = paragraph.role is Role.SIGNATURE and _has_break(mark, side)
        numbers = self._margin(paragraph)
        if blank and not (name or place_to_sign or numbers):
            return NOTHING  # the page spaces its paragraphs itself
        return element(
            tag,
            numbers,
            label,
            said,
            sign,
            id=name,
            class_=classes(
                *paragraph_classes(mark.properties),
                *also,
                "blank" if blank else None,
                "leads-in" if inlines_text(paragraph.inlines).rstrip().endswith(":") else None,
                "unnumbered" if paragraph.role is Role.ITEM and not label else None,
                _bracket_line(paragraph),
                "changed" if is_changed(paragraph) else None,
                None if _has_break(mark, side) else "runs-on",
            ),
            style=paragraph_style(mark.properties),
            dir=_direction(paragraph),
        )

    def _label(self, mark: Mark, number: str | None) -> Markup:
        """The number of the paragraph; in a redline ``Article 5 → Article 6`` where it changed."""
        old, new = numbers(mark) if number is None else (number, number)
        side = self.inlines.side
        if side is Side.BOTH and old != new:
            was = element("span", old, class_="was") if old else NOTHING
            return element("span", was, f" → {new} ", class_="label renumbered")
        label = old if side is Side.OLD else new
        stands = side.shows(mark.revisions)
        if not label or (number is None and not stands):
            return NOTHING
        said = self.inlines.revised.wrap(words(label), tracked(mark.revisions) if stands else ())
        return element("span", said, " ", class_="label")

    def _sign(self, paragraph: Paragraph) -> Markup:
        """A pilcrow where the end of the paragraph itself came, went or looks new, and nothing else shows it."""
        mark, side = paragraph.mark, self.inlines.side
        came_or_went = tracked(mark.revisions)
        signs = self.inlines.revised.move_links(came_or_went) if side.shows(came_or_went) else NOTHING
        if came_or_went and side.shows(came_or_went) and not shows_fate(paragraph):
            signs += self.inlines.revised.wrap(_PILCROW, came_or_went)
        if (looks := new_looks(mark)) and side is not Side.OLD:
            signs += self.inlines.revised.wrap(_PILCROW, looks, mark.properties)
        return signs

    def _margin(self, paragraph: Paragraph) -> Markup:
        """The numbers of the changes in the paragraph, where one text tells of both."""
        return self.inlines.revised.margin(change_numbers(paragraph)) if self.inlines.side is Side.BOTH else NOTHING


def _direction(paragraph: Paragraph) -> str | None:
    """``rtl`` where the first letter is of a script that runs from right to left (Unicode Standard Annex 9, P2)."""
    strong = (unicodedata.bidirectional(sign) for sign in inlines_text(paragraph.inlines))
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else None


def _bracket_line(paragraph: Paragraph) -> str | None:
    """Whether a bracket around paragraphs opens or closes here on a line of its own."""
    if not paragraph.inlines or not all(isinstance(one, _BRACKETS) for one in paragraph.inlines):
        return None
    return "closes-bracket" if isinstance(paragraph.inlines[-1], BracketClose) else "opens-bracket"


def _has_break(mark: Mark, side: Side) -> bool:
    """Whether the paragraph ends here in the text that is read; otherwise it runs on into the next."""
    return side.shows(tracked(mark.revisions))
