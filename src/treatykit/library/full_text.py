"""A full-text table in memory (SQLite's FTS5): words in any of their forms, phrases, and the best matches first.

Words are compared by their stems (Porter's algorithm), without case and accents: "settle" finds "settlement".
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from treatykit.errors import MissingDependencyError
from treatykit.records import dataclass

_OPEN, _CLOSE = "\x02", "\x03"  # no file holds these
_TOKENS: Final = "porter unicode61"
_LENGTH: Final = 28  # words of an excerpt


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words with what was looked for in them.

    Attributes:
        marks: From which character to which, in order.
    """

    text: str
    marks: tuple[tuple[int, int], ...]


class FullText:
    """Rows of texts that can be searched.

    Args:
        weights: How much a match in each column counts, by the column's name.
        rows: The texts of each row, in the order of the columns. Rows are numbered from 0.

    Raises:
        MissingDependencyError: The SQLite of this Python has no FTS5.
    """

    def __init__(self, weights: Mapping[str, float], rows: Iterable[Sequence[str]]) -> None:
        self.columns = tuple(weights)
        self._weights = ", ".join(str(weight) for weight in weights.values())
        self._database = _database()
        self._database.execute(f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(weights)}, tokenize='{_TOKENS}')")
        places = ", ".join("?" * (len(weights) + 1))
        numbered = ((number, *row) for number, row in enumerate(rows))
        # Only names of columns and numbers, which are the caller's own, are put into statements.
        self._database.executemany(f"INSERT INTO texts (rowid, {', '.join(weights)}) VALUES ({places})", numbered)  # noqa: S608

    def ranked(self, query: str) -> tuple[int, ...]:
        """The rows that a query finds, the best first (BM25); of equals, the earlier."""
        ordered = f"SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, {self._weights}), rowid"  # noqa: S608
        return tuple(row for (row,) in self._database.execute(ordered, (query,)))

    def rows_with(self, query: str, column: str) -> frozenset[int]:
        """The rows in which a query finds something in one of the columns."""
        return frozenset(self.ranked(f"{column} : ({query})"))

    def excerpt(self, row: int, column: str, query: str) -> Excerpt:
        """The part of a text with the most of what a query finds in it."""
        at = self.columns.index(column)
        cut = f"SELECT snippet(texts, {at}, ?, ?, '…', {_LENGTH}) FROM texts WHERE texts MATCH ? AND rowid = ?"  # noqa: S608
        found = self._database.execute(cut, (_OPEN, _CLOSE, f"{column} : ({query})", row)).fetchone()
        return _marked(found[0])


def stems(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each text as they are compared: small, without accents, without their endings."""
    several = list(texts)
    database = _database()
    database.execute(f"CREATE VIRTUAL TABLE texts USING fts5(words, tokenize='{_TOKENS}')")
    database.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts, 'instance')")
    database.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", enumerate(several))
    found: list[list[str]] = [[] for _ in several]
    for row, word in database.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
        found[row].append(word)
    return tuple(map(tuple, found))


def _database() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError:
        hint = "use a Python from python.org or of your system"
        raise MissingDependencyError("this Python's SQLite has no full-text search (FTS5)", hint=hint) from None
    return database


def _marked(words: str) -> Excerpt:
    text = ""
    marks: list[tuple[int, int]] = []
    for part in re.split(rf"({_OPEN}[^{_CLOSE}]*{_CLOSE})", words):
        if part.startswith(_OPEN):
            marks.append((len(text), len(text) + len(part) - 2))
        text += part.replace(_OPEN, "").replace(_CLOSE, "")
    return Excerpt(text, tuple(marks))
