"""The use case `clauses search`: the clauses of the project and the package that hold some words."""

from __future__ import annotations

from collections.abc import Sequence

from treatykit.app.clauses import library_here
from treatykit.assemble.specimen import spoken_words
from treatykit.errors import Errors
from treatykit.library.search import MOST_HITS, Found, search


def found(words: Sequence[str], errors: Errors, *, most: int = MOST_HITS) -> Found:
    """The clauses that hold all of the words, the best first.

    Args:
        words: As a shell parts them: what has a space in it is a phrase, unless it has quotation marks itself.
        errors: Takes what is wrong in clauses that may hold the words, which are then left out.
        most: How many hits are wanted.
    """
    query = " ".join(f'"{each}"' if " " in each.strip() and '"' not in each else each for each in words)
    return search(library_here(), query, spoken_words(), errors, most=most)
