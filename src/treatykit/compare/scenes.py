"""The paragraphs of a redline that something happened to, and what they say on either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import accumulate
from typing import NamedTuple

from treatykit.compare.places import Spot
from treatykit.model.content import Inline, Mark, OpaqueBlock, Table, Text
from treatykit.model.plain import inline_text
from treatykit.model.revisions import Revisions, arrival, departure
from treatykit.records import dataclass

Node = Inline | Mark | OpaqueBlock | Table


class Snippet(NamedTuple):
    """What a node says and where it is read; a mark says a space."""

    text: str
    in_old: bool
    in_new: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph of a redline, or an opaque block or the layout of a table, with all that happened to its nodes.

    Attributes:
        nodes: The inlines, then the mark; an opaque block or a table alone.
        revisions: For each node its own revisions and those of the row or note around it.
        row: For the content of a table the same number in one row, else 0.
        in_note: It stands in a note that came or went as a whole.
    """

    spot: Spot
    nodes: tuple[Node, ...]
    revisions: tuple[Revisions, ...]
    row: int = 0
    in_note: bool = False
    _snippets: list[Snippet] = field(default_factory=list, init=False, repr=False, compare=False)
    _lengths: list[tuple[int, ...]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def mark(self) -> Mark | None:
        """The mark of a paragraph."""
        last = self.nodes[-1]
        return last if isinstance(last, Mark) else None

    @property
    def snippets(self) -> list[Snippet]:
        """What each node says and where it is read."""
        if not self._snippets:
            self._snippets.extend(map(_snippet, self.nodes, self.revisions))
        return self._snippets

    @property
    def lengths(self) -> list[tuple[int, ...]]:
        """For the old text and for the new one: how many words at least stand before each node, and before the end.

        A word that goes on from one node to the next counts as none.
        """
        if not self._lengths:
            counts = [max(len(snippet.text.split()) - 1, 0) for snippet in self.snippets]
            for side in (1, 2):
                here = (count if snippet[side] else 0 for count, snippet in zip(counts, self.snippets, strict=True))
                self._lengths.append(tuple(accumulate(here, initial=0)))
        return self._lengths

    def stands(self, *, in_old: bool) -> bool:
        """Whether anything of it is read on one side."""
        return not self.revisions[-1] or any(is_in(revisions, in_old=in_old) for revisions in self.revisions)

    def read(self, *, in_old: bool) -> Iterator[Node]:
        """The nodes that are read on one side."""
        pairs = zip(self.nodes, self.revisions, strict=True)
        return (node for node, revisions in pairs if not revisions or is_in(revisions, in_old=in_old))

    def inlines(self, *, in_old: bool) -> Iterator[Inline]:
        """The inlines that are read on one side."""
        return (node for node in self.read(in_old=in_old) if not isinstance(node, Mark | OpaqueBlock | Table))

    def words(self, *, in_old: bool) -> str:
        """What it says on one side, without its mark."""
        said = self.snippets if self.mark is None else self.snippets[:-1]
        return "".join([text for text, old, new in said if (old if in_old else new)])


@dataclass(frozen=True, slots=True)
class Part:
    """What one change did in one scene.

    Attributes:
        touched: The indexes of its nodes, in order.
        whole: It brought, or took, all of the scene.
    """

    scene: Scene
    touched: tuple[int, ...]
    whole: bool


def is_in(revisions: Revisions, *, in_old: bool) -> bool:
    """Whether a node with these revisions is read in the old text, or in the new one."""
    return (arrival(revisions) if in_old else departure(revisions)) is None


def _snippet(node: Node, revisions: Revisions) -> Snippet:
    text = node.value if isinstance(node, Text) else _text(node)
    if not revisions:
        return Snippet(text, in_old=True, in_new=True)
    return Snippet(text, arrival(revisions) is None, departure(revisions) is None)


def _text(node: Node) -> str:
    match node:
        case Mark():
            return " "
        case Table():
            return ""
        case OpaqueBlock():
            return f"[{node.description}]" if node.description else ""
        case _:
            return inline_text(node)
