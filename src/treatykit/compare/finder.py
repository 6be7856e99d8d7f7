"""What is looked for while a redline is made: which blocks belong together, and which words went and came.

All else follows from both texts and what was found. So another process that has the texts makes the same redline of
them when it is told the findings one by one, and looks for nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cached_property, partial

from treatykit.compare.align import align
from treatykit.compare.edits import Edit, edits
from treatykit.compare.findings import Findings
from treatykit.compare.ignoring import Ignore
from treatykit.compare.items import Catalogue
from treatykit.compare.keys import Names
from treatykit.compare.lines import Line
from treatykit.compare.notes import same_notes
from treatykit.compare.outlines import Outlines
from treatykit.compare.steps import Step, steps
from treatykit.compare.units import Lexicon
from treatykit.compare.wholes import wholes
from treatykit.model.content import Row, Story
from treatykit.model.document import Document
from treatykit.records import dataclass


@dataclass(frozen=True)
class Finder:
    """Looks for what two texts have in common.

    Attributes:
        ignore: Differences that are passed over.
        outlines: The outlines and terms known so far.
        findings: Says what is found.
    """

    old: Document
    new: Document
    ignore: frozenset[Ignore]
    outlines: Outlines
    findings: Findings

    def steps(self, old: Story, new: Story, *, closed: bool) -> list[Step]:
        """The steps from one story to the other; a closed one is that of a cell or note."""

        def find() -> list[Step]:
            before, after = self._catalogues
            return steps(
                before.of_story(old, self.outlines.opened(old)),
                after.of_story(new, self.outlines.opened(new)),
                closed=closed,
            )

        return self.findings.one(find)

    def steps_of_rows(self, old: Sequence[Row], new: Sequence[Row]) -> list[Step]:
        """The steps from the rows of one table to those of the other."""

        def find() -> list[Step]:
            before, after = self._catalogues
            return steps(before.of_rows(old), after.of_rows(new))

        return self.findings.one(find)

    def pairs(self, old: Story, new: Story) -> tuple[tuple[int, int], ...]:
        """Which block of a story is which of another one, in the same order on both sides."""

        def find() -> tuple[tuple[int, int], ...]:
            before, after = self._catalogues
            return align(before.of_story(old), after.of_story(new)).pairs

        return self.findings.one(find)

    def pairs_of_rows(self, old: Sequence[Row], new: Sequence[Row]) -> tuple[tuple[int, int], ...]:
        """The same for the rows of two tables."""

        def find() -> tuple[tuple[int, int], ...]:
            before, after = self._catalogues
            return align(before.of_rows(old), after.of_rows(new)).pairs

        return self.findings.one(find)

    def heads(self, story: Story, touched: Set[int]) -> dict[int, int]:
        """For each block of a story that came, or went, the first of the thing that it belongs to."""
        return self.findings.one(lambda: wholes(story, touched, self.outlines))

    def edits(self, lines: Iterable[tuple[Line, Line]]) -> list[list[Edit]]:
        """The edits that make one line of another, for each pair of them; notes that were amended stay."""
        return self.findings.several([partial(self._edits, old, new) for old, new in lines])

    def edits_on_the_way(self, old: Line, new: Line) -> list[Edit]:
        """The same where all of the line moved, so that a note is one that came along or another one."""
        return self.findings.one(lambda: edits(old, new, self._lexicon))

    def _edits(self, old: Line, new: Line) -> list[Edit]:
        return edits(old, new, self._lexicon, same_notes(old, new))

    @cached_property
    def _lexicon(self) -> Lexicon:
        terms = self.outlines.terms(self.old) | self.outlines.terms(self.new)
        return Lexicon(tuple(sorted(term for term in terms if " " in term)), self.ignore)

    @cached_property
    def _catalogues(self) -> tuple[Catalogue, Catalogue]:
        """One for each text; they are the same where the parties are."""
        was, names = Names.of(self.old.meta.parties), Names.of(self.new.meta.parties)
        catalogue = Catalogue(was)
        return catalogue, catalogue if names == was else Catalogue(names, catalogue.numbers)
