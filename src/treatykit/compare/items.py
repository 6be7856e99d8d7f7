"""What the alignment sees of a block or a row: its words, its label, what it can be paired with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import field, replace
from itertools import count
from typing import NamedTuple

from treatykit.compare.keys import NO_NAMES, Names, comparable_text, normalised
from treatykit.compare.lines import OBJECT
from treatykit.model.content import Inline, OpaqueBlock, Paragraph, Row, Story, Table, Text
from treatykit.model.headings import Opening, openings
from treatykit.model.properties import Role
from treatykit.model.walk import story_paragraphs
from treatykit.records import dataclass

Openings = tuple[Opening | None, ...]
Numbers = defaultdict[Hashable, int]
"""Things to numbers, the same for the same thing; one that is new gets the next."""
_BORROWED = 12  # words that a heading without a title borrows from what stands below it


@dataclass(slots=True, eq=False)
class Wording:
    """What is said somewhere, under the rules of `keys`.

    Attributes:
        text: The normalised words, parted by single spaces.
        weight: How many they are, but never none.
        key: Equal for what is the same.
        numbers: One for each word of both texts.
    """

    text: str
    weight: int
    key: int
    numbers: Numbers = field(repr=False)
    _words: tuple[int, ...] | None = field(default=None, repr=False)

    @property
    def words(self) -> tuple[int, ...]:
        """The words as numbers. Of most wordings the key tells enough, so that nobody asks for them."""
        if self._words is None:
            self._words = tuple(map(self.numbers.__getitem__, self.text.split()))
        return self._words


class Item(NamedTuple):
    """One block or row, ready to be aligned.

    Attributes:
        kind: Only items of one kind can be paired: a table cannot become a paragraph, nor a row one of another shape.
        key: Equal for items that are the same under the rules of `keys`.
        wording: What it says.
        weight: How many words are kept where it is; of an untitled heading only itself.
        label: Its number as printed.
        name: Its stable name, where one is known.
        opens: It is the heading of an article, annex, chapter or the like.
        untitled: It is such a heading and only a number.
    """

    kind: Hashable
    key: int
    wording: Wording
    weight: int
    label: str = ""
    name: str | None = None
    opens: bool = False
    untitled: bool = False

    @property
    def words(self) -> tuple[int, ...]:
        """Its normalised words, as numbers."""
        return self.wording.words


def numbers_from_nought() -> Numbers:
    """Numbers for things that were not asked for yet."""
    return defaultdict(count().__next__)


@dataclass(slots=True)
class Catalogue:
    """Makes items, with one number for each word of both texts.

    Attributes:
        names: What the parties of a text are called.
    """

    names: Names = NO_NAMES
    numbers: Numbers = field(default_factory=numbers_from_nought)
    _known: dict[str, Wording] = field(default_factory=dict)

    def of_story(self, story: Story, opened: Openings | None = None) -> list[Item]:
        """The items of a story, one a block.

        Args:
            story: A body, a header, a note or a cell.
            opened: What each of its blocks opens, where that is known.
        """
        items: list[Item] = []
        untitled: list[int] = []
        for index, (block, opening) in enumerate(zip(story, opened or openings(story), strict=True)):
            item = self._of_paragraph(block, opening) if isinstance(block, Paragraph) else self._of_other(block)
            if item.opens and not item.wording.text:
                untitled.append(index)
            items.append(item)
        for index in reversed(untitled):
            items[index] = self._borrowing(items[index], items[index + 1] if index + 1 < len(items) else None)
        return items

    def of_rows(self, rows: Sequence[Row]) -> list[Item]:
        """The items of a table, one a row."""
        return [self._of_row(row) for row in rows]

    def _of_paragraph(self, paragraph: Paragraph, opening: Opening | None) -> Item:
        inlines, mark = paragraph.inlines, paragraph.mark
        if opening is None:
            wording, label = self._wording(comparable_text(inlines)), mark.properties.label
            return Item("paragraph", wording.key, wording, wording.weight, label.text if label else "", mark.key)
        role, _, number, length = opening
        wording = self._wording(comparable_text(_after_number(inlines, length) if length else inlines))
        key = wording.key if wording.text else self._blank(comparable_text(inlines))
        return Item("paragraph", key, wording, wording.weight, number, mark.key, role is not Role.ITEM)

    def _of_other(self, block: Table | OpaqueBlock) -> Item:
        if isinstance(block, Table):
            said = " ".join(filter(None, map(self._row_text, block.rows)))
            return self._item("table", ("table", said), said)
        thing = ("opaque", block.xml)
        return self._item(thing, thing, f"{OBJECT}{self.numbers[thing]}")  # one word, the same for the same thing

    def _of_row(self, row: Row) -> Item:
        said = self._row_text(row)
        return self._item(("row", tuple((cell.columns, cell.merge) for cell in row.cells)), ("row", said), said)

    def _row_text(self, row: Row) -> str:
        within = (one for cell in row.cells for one in story_paragraphs(cell.blocks))
        return " ".join(filter(None, (self._wording(comparable_text(one.inlines)).text for one in within)))

    def _item(self, kind: Hashable, thing: Hashable, said: str) -> Item:
        wording = self._said(said, self.numbers[thing])
        return Item(kind, wording.key, wording, wording.weight)

    def _wording(self, text: str) -> Wording:
        """What a paragraph says that reads so, found once for both texts."""
        wording = self._known.get(text)
        if wording is None:
            said = self.names.apply(normalised(text))
            key = self.numbers[said] if said else self._blank(text)
            wording = self._known[text] = self._said(said, key)
        return wording

    def _said(self, words: str, key: int) -> Wording:
        return Wording(words, words.count(" ") + 1, key, self.numbers)

    def _blank(self, text: str) -> int:
        """The key of a paragraph without a word."""
        return self.numbers["blank", text.strip()]

    def _borrowing(self, heading: Item, below: Item | None) -> Item:
        """Rule 13: a heading that is only a number goes with what stands below it."""
        borrowed = below.wording.text.split()[:_BORROWED] if below else []
        key = self.numbers["heading", below.key if below else None]
        return heading._replace(key=key, wording=self._said(" ".join(["heading", *borrowed]), key), untitled=True)


def _after_number(inlines: tuple[Inline, ...], length: int) -> Iterator[Inline]:
    """Rule 12: the inlines after a number of so many characters that is typed as words."""
    for inline in inlines:
        if length and isinstance(inline, Text):
            taken = min(length, len(inline.value))
            length -= taken
            yield replace(inline, value=inline.value[taken:])
        else:
            yield inline
