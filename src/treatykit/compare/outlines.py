"""The outlines of the texts that are compared, and the terms that they define, each found once for all who ask."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Final

from treatykit.compare.terms import all_terms
from treatykit.model.content import Story
from treatykit.model.document import Document
from treatykit.model.headings import Opening, openings
from treatykit.model.outline import Outline, outline
from treatykit.records import dataclass

Opened = tuple[Opening | None, ...]

_LONG: Final = 50  # blocks; the outline of a cell is made sooner than that of another one is found


@dataclass(slots=True)
class Outlines:
    """What the blocks of stories open, the outlines that they make, and the terms that texts define.

    A story or text is known again as the same object, since to look whether two are equal takes as long as to read one.
    """

    _opened: dict[int, tuple[Story, Opened]] = field(default_factory=dict)
    _made: dict[int, tuple[Story, Outline]] = field(default_factory=dict)
    _terms: dict[int, tuple[Document, frozenset[str]]] = field(default_factory=dict)

    def opened(self, story: Story) -> Opened:
        """What each block of a story opens."""
        if id(story) not in self._opened:
            self._opened[id(story)] = (story, openings(story))
        return self._opened[id(story)][1]

    def of(self, story: Story) -> Outline:
        """The outline of a story."""
        if id(story) not in self._made:
            self._made[id(story)] = (story, self._known(story) or outline(story, self.opened(story)))
        return self._made[id(story)][1]

    def _known(self, story: Story) -> Outline | None:
        """The outline of a long story as that of another one, in which nothing is different that an outline tells."""
        for other, view in self._made.values() if len(story) >= _LONG else ():
            if self.opened(other) == self.opened(story) and view.is_that_of(story):
                return replace(view, story=story)
        return None

    def terms(self, text: Document) -> frozenset[str]:
        """Every term that a text defines, as it is written."""
        if id(text) not in self._terms:
            self._terms[id(text)] = (text, all_terms(text))
        return self._terms[id(text)][1]
