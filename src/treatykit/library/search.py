"""Finds clauses by their words, the best first, and quotes the place.

Told in order: every file is looked through for the words, as it was written; what may hold them is taken apart and put
into a full-text table, which finds and ranks; of the best, the wording that fits best is named and quoted. Nothing is
kept from one search to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from treatykit.errors import Errors
from treatykit.library.full_text import FullText
from treatykit.library.index import Library
from treatykit.library.loader import split_clause
from treatykit.library.looking import candidates
from treatykit.library.query import parse_query
from treatykit.library.schema import FrontMatter
from treatykit.markup.skimming import Skimmed, skim
from treatykit.markup.slots import DraftWord, RoleForm
from treatykit.records import dataclass

MOST_HITS: Final = 20
_MOST_RANKED: Final = 100

_WEIGHTS: Final = {
    "words": 2.0,
    "label": 5.0,
    "reasons": 1.0,
    "summary": 4.0,
    "commentary": 1.0,
    "sources": 1.0,
    "title": 10.0,
    "name": 5.0,
}
"""How much a match counts by its place. What is quoted, of places with as many of the words, is the first."""

_BETWEEN: Final = "\n\n\ue000\n\n"
"""Parts two wordings with a word that nobody looks for, so that no phrase runs from the end of one into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A clause that holds what was looked for.

    Attributes:
        alternative: The wording that fits best; None where what was looked for stands elsewhere.
        label: The label of that wording; empty where there is none.
        found_in: Where the passage stands: words, label, reasons, summary, commentary, sources, title or name.
        passage: The words around what was found.
        marks: What was found in the passage: from which character to which.
    """

    topic: str
    title: str
    alternative: str | None
    label: str
    found_in: str
    passage: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        hits: The best first.
        total: How many clauses hold what was looked for, as far as they were ranked.
        unranked: How many clauses may hold it too, and were not ranked because it stands in too many.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    unranked: int = 0


def search(
    library: Library,
    query: str,
    spoken: Mapping[DraftWord, str],
    errors: Errors | None = None,
    *,
    most: int = MOST_HITS,
) -> Found:
    """The clauses that hold all of what is looked for.

    Args:
        query: Words, which are found in all their forms, ``beginnings*`` and ``"phrases"``.
        spoken: How the words that depend on a draft read.
        errors: Takes what is wrong in clauses that may hold the words, which are then left out.
        most: How many hits are wanted.

    Raises:
        TreatykitError: Without `errors`, what is wrong in any of these clauses.
    """
    gathered = Errors() if errors is None else errors
    terms = parse_query(query)
    looked = candidates(library, terms, spoken, gathered) if terms else ()
    pages: list[_Page] = []
    for topic in looked[:_MOST_RANKED]:
        with gathered.noted():
            pages.append(_page(library, topic, spoken))
    if errors is None:
        gathered.raise_any()
    pages.sort(key=lambda page: page.facts.id)
    expressions = [term.expression(text for page in pages for text in page.texts) for term in terms]
    ranked = FullText(_WEIGHTS, (page.whole for page in pages)).ranked(" AND ".join(expressions)) if pages else ()
    hits = _hits([pages[row] for row in ranked[:most]], expressions)
    return Found(tuple(hits), len(ranked), max(len(looked) - _MOST_RANKED, 0))


# --- taking clauses apart


_FORMS: Final = frozenset(map(str, RoleForm))


@dataclass(frozen=True, slots=True)
class _Page:
    """What a clause says, in plain words."""

    facts: FrontMatter
    body: Skimmed

    @property
    def whole(self) -> tuple[str, ...]:
        """All of it by place."""
        rows = list(self.rows)
        return tuple(_BETWEEN.join(filter(None, column)) for column in zip(*(texts for _, texts in rows), strict=True))

    @property
    def texts(self) -> Iterator[str]:
        """All of it."""
        return iter(self.whole)

    @property
    def rows(self) -> Iterator[tuple[str | None, tuple[str, ...]]]:
        """Each wording by place, then the topic."""
        facts = self.facts
        for each in facts.alternatives:
            because = (rule.because for rules in each.rules.values() for rule in rules)
            reasons = _lines(each.when, each.pro, each.against, *because)
            words = self.body.wordings.get(each.id, "")
            yield each.id, (words, each.label, reasons, "", "", "", "", each.id.replace("-", " "))
        because = (rule.because for rules in facts.rules.values() for rule in rules)
        prompts = (each.prompt for each in (*facts.params.values(), *facts.options.values()))
        sources = _lines(*(source.cite for source in facts.sources))
        reasons, name = _lines(*because, *prompts), facts.id.replace("-", " ")
        yield None, ("", "", reasons, _lines(facts.summary), self.body.commentary, sources, facts.title, name)


def _page(library: Library, topic: str, spoken: Mapping[DraftWord, str]) -> _Page:
    def filled(name: str) -> str:
        if name in words:
            return words[name]
        first, _, last = name.rpartition(".")
        return f"‹{(first if last in _FORMS else last).replace('_', ' ').replace('-', ' ')}›"

    words: Mapping[str, str] = {str(word): said for word, said in spoken.items()}
    facts = library.facts(topic)
    return _Page(facts, skim(split_clause(library.text(topic), library.place(topic)).body, filled))


def _lines(*texts: str) -> str:
    return " · ".join(" ".join(text.split()) for text in texts)


# --- quoting


def _hits(pages: Sequence[_Page], expressions: Sequence[str]) -> Iterator[Hit]:
    """Each page by the place that holds most of what is looked for."""
    if not pages:
        return
    rows = [(page, alternative, texts) for page in pages for alternative, texts in page.rows]
    table = FullText(_WEIGHTS, (texts for _, _, texts in rows))
    any_of = " OR ".join(expressions)
    rank = {row: at for at, row in enumerate(table.ranked(any_of))}
    held = Counter(
        (row, column) for each in expressions for column in table.columns for row in table.rows_with(each, column)
    )

    def fitness(place: tuple[int, str]) -> tuple[int, int, int]:
        row, column = place
        return held[place], -table.columns.index(column), -rank[row]

    for page in pages:
        row, column = max((place for place in held if rows[place[0]][0] is page), key=fitness)
        told = page.facts.alternative(rows[row][1] or "")
        excerpt = table.excerpt(row, column, any_of)
        yield Hit(
            topic=page.facts.id,
            title=page.facts.title,
            alternative=told.id if told else None,
            label=told.label if told else "",
            found_in=column,
            passage=excerpt.text,
            marks=excerpt.marks,
        )
