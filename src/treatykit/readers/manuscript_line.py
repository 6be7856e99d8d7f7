"""A paragraph of a manuscript as it was written: inlines with their changes, a number, and what comments say of it."""

from __future__ import annotations

from dataclasses import field

from treatykit.markup.manuscript.expecting import Line, line_of
from treatykit.markup.manuscript.tracking import Remark
from treatykit.markup.manuscript.words import Word
from treatykit.model.content import Inline
from treatykit.model.revisions import RevisionKind
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class NoteSign:
    """The sign of a note, which is looked up when its paragraph is put together."""

    label: str


class EndSign:
    """The end of the paragraph, where something is said of it."""


@dataclass(slots=True)
class Tracked:
    """One tracked change to a run of nodes, its number found when the first of them is put together.

    Attributes:
        number: As in the revision; None until then.
    """

    kind: RevisionKind
    remark: Remark
    number: int | None = None


@dataclass(slots=True)
class Node:
    """An inline, the sign of a note, or the end of the paragraph.

    Attributes:
        tracked: From the innermost change to the outermost.
    """

    what: Inline | NoteSign | EndSign
    tracked: list[Tracked] = field(default_factory=list)


@dataclass(slots=True)
class ReadLine:
    """A paragraph as it was written.

    Attributes:
        is_heading: It was written as a heading.
        label: The number before its words, as far as its form tells it.
        old_label: The number that it had; None where it did not change.
        relabelled: What is said of that change.
        label_tracked: What was done to the number, where there are no words.
        end: The end of the paragraph, where something is said of it.
        words: What its comment says of it.
        structure: What comments say of the row, cell or table that it stands in.
        remarks: What was done to the row or cell that it stands in.
    """

    nodes: list[Node] = field(default_factory=list)
    is_heading: bool = False
    label: str = ""
    old_label: str | None = None
    relabelled: Remark = field(default_factory=Remark)
    label_tracked: list[Tracked] = field(default_factory=list)
    end: Node | None = None
    key: str | None = None
    words: list[Word] = field(default_factory=list)
    structure: list[Word] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """What it holds, as far as its role can be told by it."""
        return line_of([node.what for node in self.nodes])
