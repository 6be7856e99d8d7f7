"""Makes treaties up, of any length, and what negotiators make of them: the pairs that speed is measured on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Final

ARTICLE: Final = 10
"""Paragraphs of an article, with its heading."""

_COMMON: Final = "the of and to in for shall may Parties Party each their border peace treaty agreement commission"
_SYLLABLES: Final = "ab an ar con de des dis en er in is men or per pro re sa tion ter to tra u ver vi"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: the name of its style, its words, and the footnote at its end."""

    style: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of plain cells."""

    rows: tuple[tuple[str, ...], ...]


Treaty = list[Line | Grid]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a treaty.

    Attributes:
        moved: Paragraphs changed places.
    """

    name: str
    old: Treaty
    new: Treaty
    moved: bool = False


def edited_treaty(size: int) -> Pair:
    """A treaty of so many paragraphs, with edits here and there and articles that moved.

    Every seventh block was edited, every fiftieth went, every sixtieth came; of fifty articles, and of five
    or less, one moved a third of the way on.
    """
    writer = Writer(Random(size))
    old = writer.treaty(size)
    new = [writer.edited(block) if at % 7 == 3 else block for at, block in enumerate(_moved(old)) if at % 50 != 25]
    for at in range(12, len(new), 60):
        if isinstance(new[at], Line):
            new.insert(at, writer.item())
    return Pair(f"{size:,} paragraphs", old, new, moved=size > ARTICLE)


def hard_pairs() -> Iterator[Pair]:
    """Pairs that ask for the most work."""
    writer = Writer(Random(1))
    treaty = writer.treaty(500)
    rewritten = [writer.item() for _ in range(300)]
    yield Pair("300 paragraphs in a row rewritten", treaty, [*treaty[:100], *rewritten, *treaty[400:]])

    pattern = writer.sentence(40).split()
    yield Pair(
        "300 paragraphs alike, each edited",
        [_alike(pattern, at, "ratified") for at in range(300)],
        [_alike(pattern, at, "accepted") for at in range(300)],
    )

    definitions = [Line("Item", f"“{writer.sentence(3)[:-1]}” means {writer.sentence(12)}") for _ in range(300)]
    ordered = sorted(definitions, key=lambda line: line.words)
    yield Pair("300 definitions sorted anew", [*definitions], [*ordered], moved=True)

    words = writer.sentence(6_000).split()
    others = [writer.word() if at % 5 == 0 else word for at, word in enumerate(words)]
    yield Pair("one paragraph of 6,000 words", [Line("Item", " ".join(words))], [Line("Item", " ".join(others))])


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences of common words and of words that nobody knows."""

    source: Random

    def treaty(self, size: int) -> Treaty:
        """Articles of ten paragraphs; a footnote in every fourth article, a table in every tenth."""
        blocks: Treaty = []
        for at in range(size):
            article, place = divmod(at, ARTICLE)
            if place == 0:
                blocks.append(Line("Article", self.sentence(4)[:-1]))
            elif place == 8 and article % 10 == 0:
                rows = tuple(tuple(self.sentence(3)[:-1] for _ in range(3)) for _ in range(3))
                blocks.append(Grid(rows))
            elif place == 5 and article % 4 == 0:
                blocks.append(replace(self.item(), note=self.sentence(10)))
            else:
                blocks.append(self.item())
        return blocks

    def item(self) -> Line:
        """A paragraph of an article."""
        return Line("Item", self.sentence(self.source.randint(15, 60)))

    def sentence(self, length: int) -> str:
        """So many words, ended by a full stop."""
        words = " ".join(self.word() for _ in range(length))
        return f"{words[0].upper()}{words[1:]}."

    def word(self) -> str:
        """A common word, or one that is made up."""
        if self.source.random() < 0.6:
            return self.source.choice(_COMMON.split())
        return "".join(self.source.choices(_SYLLABLES.split(), k=self.source.randint(2, 4)))

    def edited(self, block: Line | Grid) -> Line | Grid:
        """Up to three words replaced; of a table one in its middle, of a footnote one as well."""
        if isinstance(block, Grid):
            rows = [list(row) for row in block.rows]
            rows[1][1] = self._other_words(rows[1][1], 1)
            return Grid(tuple(tuple(row) for row in rows))
        note = self._other_words(block.note, 1) if block.note else ""
        return replace(block, words=self._other_words(block.words, self.source.randint(1, 3)), note=note)

    def _other_words(self, sentence: str, number: int) -> str:
        words = sentence.split(" ")
        for _ in range(number):
            words[self.source.randrange(len(words))] = self.word()
        return " ".join(words)


def _moved(treaty: Treaty) -> Treaty:
    """The treaty with one article in fifty a third of all articles further on."""
    articles = [treaty[at : at + ARTICLE] for at in range(0, len(treaty), ARTICLE)]
    distance = max(1, len(articles) // 3)
    for at in range(len(articles) // 5, len(articles) - distance, 50):
        articles.insert(at + distance, articles.pop(at))
    return [block for article in articles for block in article]


def _alike(pattern: list[str], at: int, verb: str) -> Line:
    words = [*pattern]
    words[at % 40], words[(at * 7 + 3) % 40] = f"State{at}", verb
    return Line("Item", " ".join(words))
