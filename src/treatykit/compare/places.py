"""Where a change stood in the old text and stands in the new one, in a lawyer's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from treatykit.model.content import Block, OpaqueBlock, Paragraph, Story, Table
from treatykit.model.decide import Decision
from treatykit.model.document import HeaderFooter, Pages
from treatykit.model.outline import Outline
from treatykit.model.revisions import Revisions, arrival, departure
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Somewhere in a redline.

    Attributes:
        block: The block of the body, counted from 0; None in a header or footer.
        within: What is said after the address: `, footnote`, `, row 2`.
        running: For a header or footer its name.
    """

    block: int | None
    within: str = ""
    running: str = ""

    def inside(self, what: str) -> Spot:
        """A spot within this one."""
        return Spot(self.block, self.within + what, self.running)


def running_spot(header: HeaderFooter) -> Spot:
    """Where a header or footer stands: `Header`, `Footer of even pages, section 2`."""
    pages = {Pages.DEFAULT: "", Pages.FIRST: " of the first page", Pages.EVEN: " of even pages"}[header.pages]
    section = f", section {header.section + 1}" if header.section else ""
    return Spot(None, running=f"{header.place.value.capitalize()}{pages}{section}")


@dataclass(slots=True)
class Places:
    """Addresses in the body as it reads after one decision on everything.

    Attributes:
        indexes: For each block of the redline, the block of the decided body that it is, or runs into.
    """

    view: Outline
    indexes: Sequence[int]
    found: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, redline: Story, view: Outline, decision: Decision) -> Places:
        """The addresses of the blocks of a body with revisions, in the outline of what the decision made of it."""
        if len(redline) == len(view.story):  # every block became one
            return cls(view, range(len(redline)))
        return cls(view, tuple(_indexes(redline, decision)))

    def address(self, spot: Spot) -> str:
        """Where a spot is; empty for what stands nowhere then."""
        if spot.block is None:
            return spot.running + spot.within
        if not self.view.story:
            return ""
        index = min(self.indexes[spot.block], len(self.view.story) - 1)
        if index not in self.found:
            self.found[index] = self.view.address(index)
        return self.found[index] + spot.within

    def heading(self, spot: Spot) -> tuple[str, int]:
        """The title that begins at a spot of the body, and how many paragraphs it has with its number; none: ``""``."""
        if spot.block is None or spot.within or not self.view.story:
            return "", 0
        index = min(self.indexes[spot.block], len(self.view.story) - 1)
        opened = (division for division in self.view.path(index) if division.start == index and division.title)
        return next(((one.title, one.title_at - one.start + 1) for one in opened), ("", 0))


def _indexes(story: Story, decision: Decision) -> Iterator[int]:
    """Follows `decide`: content whose mark goes runs into the next paragraph, or stays before a wall."""
    index = 0
    carried = False
    pending = 0  # paragraphs that have run on and whose place is not known yet
    for block in story:
        match block:
            case Paragraph():
                if _goes(block.mark.revisions, decision):
                    carried = carried or any(not _goes(inline.revisions, decision) for inline in block.inlines)
                    pending += 1
                    continue
                yield from [index] * (pending + 1)
                index, carried, pending = index + 1, False, 0
            case _ if _stands(block, decision):
                yield from [index] * pending
                index, carried, pending = index + carried, False, 0
                yield index
                index += 1
            case _:
                yield from [index] * (pending + 1)
                pending = 0
    yield from [index] * pending


def _stands(block: Block, decision: Decision) -> bool:
    match block:
        case Table(rows):
            return any(not _goes(row.revisions, decision) for row in rows)
        case OpaqueBlock():
            return not _goes(block.revisions, decision)
        case Paragraph():
            return not _goes(block.mark.revisions, decision)


def _goes(revisions: Revisions, decision: Decision) -> bool:
    return (departure(revisions) if decision is Decision.ACCEPT else arrival(revisions)) is not None
