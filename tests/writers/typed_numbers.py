"""Treaties in Word files of the other side: the numbers of articles and paragraphs are words that somebody typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.readers.word_files import p, r, word_file

HEADINGS = ("Article {number}", "Article {number}|{title}", "Article {number}. {title}", "Article {number} – {title}")
"""How an article begins; the title may stand on a line of its own."""


@dataclass(frozen=True)
class Article:
    """An article before its numbers are typed."""

    title: str
    paragraphs: tuple[str, ...]


PEACE = Article(
    "Peace",
    (
        "The Parties shall live in peace with each other as good neighbours.",
        "Each Party shall refrain from the threat of force against the other Party.",
    ),
)
TRANSIT = Article(
    "Transit",
    (
        "Each Party shall allow goods of the other Party to pass through its territory by rail.",
        "Goods in transit shall be inspected once, or twice.",
    ),
)
BORDER = Article("Border", ("A joint commission of experts shall delimit the border between the two Parties.",))
WATER = Article(
    "Water",
    (
        "The waters of the river Ane shall be divided into equal parts.",
        "An engineer shall read the gauge at the bridge of Ostrel on the first day of every month.",
    ),
)
REGISTRATION = Article("Registration", ("This Treaty shall be registered with the Secretariat of the United Nations.",))
ARTICLES = (PEACE, TRANSIT, BORDER, WATER, REGISTRATION)
ADDED = "Nothing in this provision affects what was agreed before it."


@dataclass(frozen=True)
class Treaty:
    """Some articles, how they begin, and whether their paragraphs are numbered."""

    articles: tuple[Article, ...]
    heading: str = HEADINGS[0]
    numbered: bool = False

    def file(self) -> bytes:
        """Its Word file."""
        lines = ["Treaty of Lindhaven", "The Parties have agreed as follows:"]
        for number, article in enumerate(self.articles, start=1):
            lines += self.heading.format(number=number, title=article.title).split("|")
            for at, words in enumerate(article.paragraphs, start=1):
                lines.append(f"{at}. {words}" if self.numbered else words)
        return word_file("".join(p(r(line)) for line in (*lines, "DONE at Lindhaven, in two originals.")))


def is_heading(line: str) -> bool:
    """Whether a line begins an article."""
    return line.startswith("Article ")


@st.composite
def moves(draw: DrawFn) -> tuple[Treaty, Treaty]:
    """A treaty, and the same with one article elsewhere, numbered anew by hand and perhaps edited on its way."""
    old = Treaty(tuple(draw(st.permutations(ARTICLES))), draw(st.sampled_from(HEADINGS)), draw(st.booleans()))
    articles = list(old.articles)
    moved = edited(articles.pop(draw(st.integers(0, 4))), draw(st.sampled_from(EDITS)))
    articles.insert(draw(st.integers(0, 4)), moved)
    return old, replace(old, articles=tuple(articles))


EDITS = ("none", "first word", "a word", "last word", "opens with another", "ends with another", "lost one")


def edited(article: Article, how: str) -> Article:
    """The article with one edit."""
    first, *rest = article.paragraphs
    match how:
        case "first word":
            return replace(article, paragraphs=("Indeed " + first, *rest))
        case "a word":
            return replace(article, paragraphs=(first.replace("shall", "should"), *rest))
        case "last word":
            return replace(article, paragraphs=(first.removesuffix(".") + " forthwith.", *rest))
        case "opens with another":
            return replace(article, paragraphs=(ADDED, first, *rest))
        case "ends with another":
            return replace(article, paragraphs=(first, *rest, ADDED))
        case "lost one" if rest:
            return replace(article, paragraphs=(first, *rest[:-1]))
        case _:
            return article
