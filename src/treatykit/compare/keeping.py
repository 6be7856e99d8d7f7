"""Weave the pending revisions of the new text into the redline of what nobody had marked in it.

The redline is that from the old text to the new one *with its pending revisions rejected*: what changed without a mark.
Its nodes that stand in the new text come in the same order as there, so both are read side by side: what only they
inserted is put between, and what both had a hand in carries both, ours first (docs/comparison.md, What is kept).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import TypeVar

from treatykit.model.content import (
    Block,
    Cell,
    Inline,
    Mark,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Row,
    Story,
    Table,
    Text,
)
from treatykit.model.revisions import Revisions, arrival, departure, reformattings
from treatykit.model.sources import slice_sources
from treatykit.records import dataclass

_Node = Inline | Mark | Table | OpaqueBlock
_Holder = TypeVar("_Holder", Row, Cell)


@dataclass(slots=True)
class _Token:
    """A node of the new text, or what is left of it.

    Attributes:
        stood: It is still there when their revisions are rejected.
    """

    node: _Node
    stood: bool

    @property
    def is_whole(self) -> bool:
        """A paragraph, or a block, ends with it."""
        return not isinstance(self.node, Inline)


def woven(ours: Story, theirs: Story, *, closed: bool = False) -> Story:
    """The redline of a story with their revisions in it.

    Args:
        ours: The story with their revisions rejected, marked against the old text.
        theirs: The story with their revisions pending.
        closed: It is that of a cell or note, which always ends in a paragraph.
    """
    return _Loom(_tokens(theirs, closed=closed)).weave(ours)


@dataclass(slots=True)
class _Loom:
    """Writes both stories as one.

    Attributes:
        theirs: The nodes of the new text.
        at: The first that has not been written.
        inlines: What was written since the last mark.
    """

    theirs: Sequence[_Token]
    at: int = 0
    blocks: list[Block] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)

    def weave(self, ours: Story) -> Story:
        """The blocks of both."""
        self._bring_blocks()
        for block in ours:
            match block:
                case Paragraph(inlines, mark):
                    for inline in inlines:
                        self._inline(inline)
                    self._mark(mark)
                case Table(rows) if all(departure(row.revisions) for row in rows):
                    self.blocks.append(block)
                case Table() | OpaqueBlock():
                    self._block(block)
        self._bring()
        return tuple(self.blocks)

    # --- what only they inserted

    def _bring(self, before: int | None = None) -> None:
        """Write what only they inserted here, up to a place or up to what stood before."""
        while self.at < len(self.theirs) and not self.theirs[self.at].stood and self.at != before:
            self._write(self.theirs[self.at].node)
            self.at += 1

    def _bring_blocks(self) -> None:
        """Write the paragraphs and tables that only they inserted here; half of one belongs to what follows."""
        stop = self.at
        for place in range(self.at, len(self.theirs)):
            if self.theirs[place].stood:
                break
            if self.theirs[place].is_whole:
                stop = place + 1
        self._bring(stop)

    # --- what is in both

    def _inline(self, inline: Inline) -> None:
        if departure(inline.revisions):
            self.inlines.append(inline)
            return
        left = len(inline.value) if isinstance(inline, Text) else 1
        while left > 0:
            self._bring()
            node, taken = self._take(left)
            left -= taken
            if node is None:
                self.inlines.append(inline)
            else:
                self.inlines.append(self._both(inline, node))
        self._bring()

    def _both(self, ours: Inline, theirs: Inline) -> Inline:
        revisions = _joined(ours.revisions, theirs.revisions)
        if isinstance(theirs, NoteReference) and isinstance(ours, NoteReference):
            return replace(theirs, blocks=woven(ours.blocks, theirs.blocks, closed=True), revisions=revisions)
        return replace(theirs, revisions=revisions)

    def _take(self, length: int) -> tuple[Inline | None, int]:
        """The next inline of theirs, of words no more than so many characters, and how many they are."""
        node = self.theirs[self.at].node if self.at < len(self.theirs) else None
        if node is None or not isinstance(node, Inline):
            return None, length
        if not isinstance(node, Text) or len(node.value) <= length:
            self.at += 1
            return node, len(node.value) if isinstance(node, Text) else 1
        self.theirs[self.at].node = _cut(node, length, len(node.value))
        return _cut(node, 0, length), length

    def _mark(self, mark: Mark) -> None:
        if departure(mark.revisions):
            self._write(mark)
            return
        self._bring()
        token = self.theirs[self.at] if self.at < len(self.theirs) else None
        if token is None or not isinstance(token.node, Mark):
            self._write(mark)  # a cell or note that they emptied ends in a paragraph of ours
            return
        self.at += 1
        revisions = _joined(mark.revisions, token.node.revisions)
        self._write(replace(token.node, revisions=revisions))
        self._bring_blocks()

    def _block(self, ours: Table | OpaqueBlock) -> None:
        if departure(ours.revisions):
            self.blocks.append(ours)
            return
        self._bring()
        theirs = self.theirs[self.at].node
        self.at += 1
        if isinstance(ours, Table) and isinstance(theirs, Table):
            rows = tuple(_rows(ours.rows, theirs.rows))
            revisions = _joined(ours.revisions, theirs.revisions)
            self.blocks.append(replace(theirs, rows=rows, revisions=revisions, source=ours.source))
        elif isinstance(theirs, OpaqueBlock):
            self.blocks.append(replace(theirs, revisions=_joined(ours.revisions, theirs.revisions)))
        self._bring_blocks()

    def _write(self, node: _Node) -> None:
        match node:
            case Mark():
                self.blocks.append(Paragraph(tuple(self.inlines), node))
                self.inlines.clear()
            case Table() | OpaqueBlock():
                self.blocks.append(node)
            case _:
                self.inlines.append(node)


def _rows(ours: Sequence[Row], theirs: Sequence[Row]) -> Iterator[Row]:
    for mine, row in _paired(ours, theirs):
        if mine is None or row is None:
            yield from (one for one in (mine, row) if one is not None)
        else:
            cells = tuple(_cells(mine.cells, row.cells))
            yield replace(row, cells=cells, revisions=_joined(mine.revisions, row.revisions), source=mine.source)


def _cells(ours: Sequence[Cell], theirs: Sequence[Cell]) -> Iterator[Cell]:
    for mine, cell in _paired(ours, theirs):
        if mine is None or cell is None:
            yield from (one for one in (mine, cell) if one is not None)
        else:
            blocks = woven(mine.blocks, cell.blocks, closed=True)
            yield replace(cell, blocks=blocks, revisions=_joined(mine.revisions, cell.revisions), source=mine.source)


def _paired(ours: Sequence[_Holder], theirs: Sequence[_Holder]) -> Iterator[tuple[_Holder | None, _Holder | None]]:
    """Rows or cells of both in order: one that only one side has stands by itself."""
    coming = iter(theirs)
    for mine in ours:
        if departure(mine.revisions):
            yield mine, None
            continue
        for one in coming:
            if arrival(one.revisions) is None:
                yield mine, one
                break
            yield None, one
    yield from ((None, one) for one in coming)


def _tokens(story: Story, *, closed: bool) -> list[_Token]:
    """The nodes of a story in reading order, each with whether it stood before their revisions (`model.decide`)."""
    tokens: list[_Token] = []
    orphan: _Token | None = None  # the last mark that they inserted behind words that stood
    loose = False  # such words have no mark of their own yet
    for block in story:
        if isinstance(block, Paragraph):
            tokens += [_Token(inline, arrival(inline.revisions) is None) for inline in block.inlines]
            loose = loose or any(token.stood for token in tokens[len(tokens) - len(block.inlines) :])
            tokens.append(_Token(block.mark, arrival(block.mark.revisions) is None))
            orphan, loose = (None, False) if tokens[-1].stood else (tokens[-1] if loose else None, loose)
            continue
        rows = block.rows if isinstance(block, Table) else (block,)
        stood = any(arrival(row.revisions) is None for row in rows)
        if stood:
            _settle(orphan)
            orphan, loose = None, False
        tokens.append(_Token(block, stood))
    _settle(orphan)
    standing = [token for token in tokens if token.stood]
    if closed and tokens and not (standing and isinstance(standing[-1].node, Mark)):
        _settle(tokens[-1] if isinstance(tokens[-1].node, Mark) else None)
    return tokens


def _settle(token: _Token | None) -> None:
    """Let a mark stand that nothing can take out, since there is no paragraph for its words to run into."""
    if token is not None and isinstance(token.node, Mark):
        came = arrival(token.node.revisions)
        token.node = replace(token.node, revisions=tuple(one for one in token.node.revisions if one is not came))
        token.stood = True


def _joined(ours: Revisions, theirs: Revisions) -> Revisions:
    """The revisions of a node that both had a hand in; of reformattings ours is the older one."""
    came, goes = arrival(ours), departure(theirs)
    ends = tuple(end for end in (came, goes) if end is not None)
    return (*ends, *reformattings(ours), *reformattings(theirs))


def _cut(text: Text, start: int, stop: int) -> Text:
    return replace(text, value=text.value[start:stop], source=slice_sources(text.source, start, stop))
