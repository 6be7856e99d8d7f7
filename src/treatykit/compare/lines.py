"""Paragraphs as one line of characters, so that words are compared whatever runs they stand in.

Every inline that is no text counts one character, and so does the mark that ends a
paragraph. Half of a word may be bold, a merge may take out a mark: for the comparison
both are plain sequences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treatykit.compare.links import LinkedText
from treatykit.model.content import Inline, Mark, Paragraph, Text
from treatykit.model.sources import slice_sources
from treatykit.records import dataclass

OBJECT = "\ufffc"
"""Stands for an inline that is no text (Unicode's object replacement character)."""
PILCROW = "\u2029"
"""Stands for a mark (Unicode's paragraph separator)."""

Node = Inline | Mark


@dataclass(frozen=True, slots=True)
class Line:
    """Some paragraphs of one container, end to end.

    Attributes:
        text: Their characters, one for every other inline and for every mark.
        nodes: Their inlines and marks.
        starts: The first character of each node.
        others: The nodes that are no text, by their character.
        targets: Where words of links begin and end, and where they lead.
    """

    text: str
    nodes: tuple[Node, ...]
    starts: tuple[int, ...]
    others: dict[int, Node]
    targets: tuple[tuple[int, int, str], ...] = ()

    def node_at(self, at: int) -> Node:
        """The node that a character belongs to."""
        return self.nodes[bisect_right(self.starts, at) - 1]

    def end_of_node(self, at: int) -> int:
        """Where the node of a character ends."""
        index = bisect_right(self.starts, at)
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def target_at(self, at: int) -> str:
        """Where the link leads that a character stands in; empty for one that stands in none."""
        for start, stop, target in self.targets:
            if start <= at < stop:
                return target
        return ""

    def cut(self, start: int, stop: int) -> Iterator[Node]:
        """The nodes of some characters; the first and last text may be a part of its run."""
        while start < stop:
            end = min(self.end_of_node(start), stop)
            yield self.piece(start, end)
            start = end

    def piece(self, start: int, stop: int) -> Node:
        """The characters of one node."""
        index = bisect_right(self.starts, start) - 1
        node, offset = self.nodes[index], self.starts[index]
        if not isinstance(node, Text) or stop - start == len(node.value):
            return node
        source = slice_sources(node.source, start - offset, stop - offset)
        value = node.value[start - offset : stop - offset]
        if isinstance(node, LinkedText):
            return replace(node, value=value, source=source)
        return Text(value, node.format, revisions=node.revisions, source=source)  # half the time of a replacement


def line_of(paragraphs: Iterable[Paragraph]) -> Line:
    """The line that some paragraphs make."""
    nodes: list[Node] = []
    starts: list[int] = []
    text: list[str] = []
    others: dict[int, Node] = {}
    linked = False
    at = 0
    for paragraph in paragraphs:
        for node in (*paragraph.inlines, paragraph.mark):
            if isinstance(node, Text):
                characters = node.value
                linked = linked or isinstance(node, LinkedText)
            else:
                characters = PILCROW if isinstance(node, Mark) else OBJECT
                others[at] = node
            nodes.append(node)
            starts.append(at)
            text.append(characters)
            at += len(characters)
    targets = tuple(_targets(nodes, starts)) if linked else ()
    return Line("".join(text), tuple(nodes), tuple(starts), others, targets)


def _targets(nodes: Sequence[Node], starts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Where links begin and end, and where they lead."""
    links = [node for node in nodes if isinstance(node, LinkedText)]
    begun = 0
    before = ""
    for node, start in zip(nodes, starts, strict=True):
        target = (
            node.target if isinstance(node, LinkedText) else next((one.target for one in links if one.has(node)), "")
        )
        if target != before:
            if before:
                yield begun, start, before
            begun, before = start, target
