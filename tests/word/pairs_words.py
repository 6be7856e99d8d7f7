"""Words: inserted, deleted and put in the place of others, in several languages, among signs that are no letters."""

from __future__ import annotations

from typing import Final

from tests.word.body import p
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended

LAW: Final = "Each Party shall refrain from the threat or use of force against the other Party."


def words(name: str, old: str, new: str, *changes: Expected, excess: int = 0) -> Pair:
    """Paragraphs between two that stay."""
    before, after = (docx(p("The Parties agree as follows."), text, p("Done in two originals.")) for text in (old, new))
    return Pair(name=name, line=Line.WORDS, old=before, new=after, changes=changes, excess=excess)


PAIRS: Final = (
    words("a word put in", p(LAW), p(LAW.replace("refrain", "always refrain")), amended(came="always")),
    words("a word taken out", p(LAW), p(LAW.replace("threat or ", "")), amended("threat or")),
    words("a word in the place of another", p(LAW), p(LAW.replace("shall", "should")), amended("shall", "should")),
)
