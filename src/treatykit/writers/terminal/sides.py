"""Write a redline for a terminal in two columns: the old text on the left, the new one on the right, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from treatykit.model.changes import Fate, Piece
from treatykit.model.content import Block, NoteReference, OpaqueBlock, Paragraph, Table
from treatykit.model.document import Document
from treatykit.records import dataclass
from treatykit.writers.moves import moves_of
from treatykit.writers.plainly import Plainly, fate_of
from treatykit.writers.sides import Side, labels_of, outline_as_read, tracked
from treatykit.writers.terminal.paper import DEFAULT_TERMINAL, Paper, TerminalOptions
from treatykit.writers.terminal.redline import row_words
from treatykit.writers.text import summary_lines

_GONE: Final = frozenset({Fate.DELETED, Fate.MOVED_AWAY})
_CAME: Final = frozenset({Fate.INSERTED, Fate.MOVED_HERE})
_STEP: Final = 2  # columns for each level

Pieces = tuple[Piece, ...]
Pair = tuple[Pieces, Pieces]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of both texts.

    Attributes:
        marked: A difference is marked; else it is left to the reader, as between two arguments.
    """

    name: str
    old: str
    new: str
    marked: bool = True

    @property
    def differs(self) -> bool:
        """The two texts are not alike in this."""
        return self.old != self.new


def write_sides(
    document: Document, heads: tuple[str, str], facts: Sequence[Fact] = (), options: TerminalOptions = DEFAULT_TERMINAL
) -> str:
    """Both texts of a redline beside each other, what is known of them first.

    Args:
        heads: What stands above the columns.
    """
    paper = Paper(options)
    paper.heading_pair(*heads)
    for fact in facts:
        paper.pair(*_fact(fact))
    paper.heading("── Words ──")
    for left, right in _beside(_pairs(document, options)):
        paper.pair(left, right)
    if options.report is not None:
        paper.heading("── Summary ──")
        for line in summary_lines(options.report):
            paper.line((Piece(line),))
    return paper.text()


def _fact(fact: Fact) -> Pair:
    differs = fact.marked and fact.differs
    gone, came = (Fate.DELETED, Fate.INSERTED) if differs else (Fate.KEPT, Fate.KEPT)
    name = Piece(f"{fact.name}: ")
    return (name, Piece(fact.old, gone)), (name, Piece(fact.new, came))


def _pairs(document: Document, options: TerminalOptions) -> Iterator[Pair]:
    """Each paragraph and row on both sides; empty where a side has it not."""
    view = outline_as_read(document.body)
    words = Plainly(moves_of(view, options.report))
    old, new = (labels_of(view.story, side) for side in (Side.OLD, Side.NEW))
    for index, block in enumerate(view.story):
        for pieces in _printed(block, words):
            gone, came = _without(pieces, _CAME), _without(pieces, _GONE)
            yield _labelled(old.get(index, ""), gone, block), _labelled(new.get(index, ""), came, block)
    for sign, note in words.notes:
        for inner in note.blocks:
            for pieces in _printed(inner, words, note):
                said = (Piece(f"[{sign}] "),)
                gone, came = _without(pieces, _CAME), _without(pieces, _GONE)
                yield gone and (*said, *gone), came and (*said, *came)


def _printed(block: Block, words: Plainly, around: NoteReference | None = None) -> Iterator[Pieces]:
    revisions = around.revisions if around else ()
    match block:
        case Paragraph():
            yield words.words(block, revisions)
        case Table(rows):
            for row in rows:
                yield tuple(row_words(row, words))
        case OpaqueBlock(_, description):
            yield (Piece(f"[{description or 'object'}]", fate_of(tracked(block.revisions))),)
        case _:
            assert_never(block)


def _without(pieces: Iterable[Piece], fates: frozenset[Fate]) -> Pieces:
    kept = tuple(piece for piece in pieces if piece.fate not in fates and piece.fate is not Fate.ABOUT)
    return kept if any(piece.text.strip() for piece in kept) else ()


def _labelled(label: str, pieces: Pieces, block: Block) -> Pieces:
    """The words after their number, as far in as their level says."""
    if not pieces and not label:
        return ()
    indent = " " * (_STEP * max(block.level - 1, 0)) if isinstance(block, Paragraph) else ""
    return (Piece(f"{indent}{label} " if label else indent), *pieces)


def _beside(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, those that only one side has beside those that only the other has."""
    gone: list[Pieces] = []
    came: list[Pieces] = []
    for left, right in (*pairs, ((Piece(""),), (Piece(""),))):
        if left and right:
            for at in range(max(len(gone), len(came))):
                yield gone[at] if at < len(gone) else (), came[at] if at < len(came) else ()
            gone, came = [], []
            if left[0].text or right[0].text or len(left) + len(right) > 2:
                yield left, right
        elif left:
            gone.append(left)
        elif right:
            came.append(right)
