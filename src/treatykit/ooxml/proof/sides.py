"""Tell one side of a story: paragraphs run together where marks go, and nothing runs over the edge of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.proof.content import Content
from treatykit.ooxml.proof.opened import Opened
from treatykit.ooxml.proof.said import Edge, Entry, Par, ParagraphLook, Part, Story, run_together
from treatykit.records import dataclass

NOTHING_ELSE: Final = Content()
"""What has neither links nor fields."""


class Pending(NamedTuple):
    """A paragraph before it is known whether its mark stays.

    Attributes:
        look: What its properties say on this side.
        parts: Its content on this side.
    """

    look: ParagraphLook
    content: Content
    parts: tuple[Part, ...]
    goes: bool


@dataclass(slots=True)
class OneSide:
    """What was told so far of one side of a story.

    Attributes:
        running_on: Paragraphs whose marks go, so that they run into the next one.
        stands: A mark stays of those since the last table, over which nothing runs.
        sections: The breaks that stand on this side.
    """

    side: int
    opened: Opened
    entries: list[Entry] = field(default_factory=list)
    running_on: list[Pending] = field(default_factory=list)
    stands: bool = False
    sections: list[etree._Element] = field(default_factory=list)

    @property
    def story(self) -> Story:
        """What was told."""
        return Story(tuple(self.entries), self.opened.looks.numbering)

    def edge(self, edge: Edge) -> None:
        """A table, row or cell begins or ends here: no paragraph runs over it."""
        self.join()
        self.entries.append(edge)

    def close(self) -> None:
        """The end of a cell, a note or a box: one that was written without a last paragraph has an empty one."""
        self.join()
        if not self.entries or isinstance(self.entries[-1], Edge):
            self.add(Pending(self.opened.looks.paragraph(None), NOTHING_ELSE, (), goes=False))
            self.join()

    def add(self, pending: Pending) -> None:
        """The next paragraph: those whose marks go run into the next one, whose properties stand."""
        self.running_on.append(pending)
        if not pending.goes:
            self._tell(pending)
            self.stands = True

    def join(self) -> None:
        """There is no next one: content stays where it is; an empty paragraph goes if all around it goes."""
        if self.running_on and (self.stands or any(one.parts for one in self.running_on)):
            self._tell(self.running_on[-1])
        self.running_on.clear()
        self.stands = False

    def _tell(self, last: Pending) -> None:
        joined, self.running_on = self.running_on, []
        parts = last.parts if len(joined) == 1 else run_together([part for one in joined for part in one.parts])
        if self.opened.is_furniture(last.look.style_name, parts):
            return
        links = [target for one in joined for sides, target in one.content.links if sides & self.side]
        fields = [code for one in joined for sides, code in one.content.fields if sides & self.side]
        self.entries.append(Par(last.look, parts, tuple(links), tuple(fields)))
        if last.look.section is not None:
            self.sections.append(last.look.section)

    def say(self, known: Sequence[Entry]) -> None:
        """The next paragraphs and tables, of which nothing goes."""
        begins = known[0]
        if isinstance(begins, Edge):
            self.join()
        elif self.running_on:
            self.add(Pending(begins.look, NOTHING_ELSE, begins.content, goes=False))
            known = known[1:]
        self.stands = not known or isinstance(known[-1], Par)
        self.entries += [one for one in known if self._is_text(one)] if self.opened.own else known

    def _is_text(self, entry: Entry) -> bool:
        return isinstance(entry, Edge) or not self.opened.is_furniture(entry.look.style_name, entry.content)
