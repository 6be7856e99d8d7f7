"""What the alignment sees of a block or a row: its words, its label, what it can be paired with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from treatykit.compare.keys import NO_NAMES, Names, comparable_text, normalised
from treatykit.model.content import Block, Inline, OpaqueBlock, Paragraph, Row, Story, Table, Text
from treatykit.model.headings import Opening, openings
from treatykit.model.properties import Role
from treatykit.model.walk import story_paragraphs

Openings = tuple[Opening | None, ...]
Numbers = defaultdict[Hashable, int]
"""Things to numbers, the same for the same thing; one that is new gets the next."""
_BORROWED = 12  # words that a heading without a title borrows from what stands below it


@dataclass(frozen=True, slots=True)
class Item:
    """One block or row, ready to be aligned.

    Attributes:
        kind: Only items of one kind can be paired: a table cannot become a paragraph, nor a row one of another shape.
        key: Equal for items that are the same under the rules of `keys`.
        words: Its normalised words, as numbers.
        weight: How many words are kept where it is; of an untitled heading only itself.
        label: Its number as printed.
        name: Its stable name, where one is known.
        opens: It is the heading of an article, annex, chapter or the like.
        untitled: It is such a heading and only a number.
    """

    kind: Hashable
    key: int
    words: tuple[int, ...]
    weight: int
    label: str = ""
    name: str | None = None
    opens: bool = False
    untitled: bool = False


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
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def of_story(self, story: Story, opened: Openings | None = None) -> list[Item]:
        """The items of a story, one a block.

        Args:
            story: A body, a header, a note or a cell.
            opened: What each of its blocks opens, where that is known.
        """
        items: list[Item] = []
        untitled: list[int] = []
        for index, (block, opening) in enumerate(zip(story, opened or openings(story), strict=True)):
            item = self._of_block(block, opening)
            if item.opens and not item.words:
                untitled.append(index)
            items.append(item)
        for index in reversed(untitled):
            items[index] = self._borrowing(items[index], items[index + 1] if index + 1 < len(items) else None)
        return items

    def of_rows(self, rows: Sequence[Row]) -> list[Item]:
        """The items of a table, one a row."""
        return [self._of_row(row) for row in rows]

    def words(self, text: str) -> tuple[int, ...]:
        """The numbers of the words of a text."""
        if text not in self._known:
            numbers, words = self.numbers, self.names.apply(normalised(text)).split()
            self._known[text] = tuple([numbers[word] for word in words])
        return self._known[text]

    def _number(self, thing: Hashable) -> int:
        return self.numbers[thing]

    def _of_block(self, block: Block, opening: Opening | None) -> Item:
        match block:
            case Paragraph(inlines, mark):
                length = opening.length if opening else 0
                words = self.words(comparable_text(_after_number(inlines, length) if length else inlines))
                key = self._number(words) if words else self._number(("blank", comparable_text(inlines).strip()))
                label = opening.label if opening else block.label.text if block.label else ""
                opens = opening is not None and opening.role is not Role.ITEM
                return Item("paragraph", key, words, len(words) or 1, label, mark.key, opens)
            case Table(rows):
                words = tuple(word for row in rows for word in self._row_words(row))
                return Item("table", self._number(("table", words)), words, len(words) or 1)
            case OpaqueBlock(xml):
                word = self._number(("opaque", xml))
                return Item(("opaque", xml), word, (word,), 1)

    def _of_row(self, row: Row) -> Item:
        words = self._row_words(row)
        kind = ("row", tuple((cell.columns, cell.merge) for cell in row.cells))
        return Item(kind, self._number(("row", words)), words, len(words) or 1)

    def _row_words(self, row: Row) -> tuple[int, ...]:
        texts = (comparable_text(one.inlines) for cell in row.cells for one in story_paragraphs(cell.blocks))
        return tuple(word for text in texts for word in self.words(text))

    def _borrowing(self, heading: Item, below: Item | None) -> Item:
        """Rule 13: a heading that is only a number goes with what stands below it."""
        sign = self._number("heading")
        words = (sign, *below.words[:_BORROWED]) if below else (sign,)
        key = self._number(("heading", below.key if below else None))
        return replace(heading, key=key, words=words, untitled=True)


def _after_number(inlines: tuple[Inline, ...], length: int) -> Iterator[Inline]:
    """Rule 12: the inlines after a number of so many characters that is typed as words."""
    for inline in inlines:
        if length and isinstance(inline, Text):
            taken = min(length, len(inline.value))
            length -= taken
            yield replace(inline, value=inline.value[taken:])
        else:
            yield inline
