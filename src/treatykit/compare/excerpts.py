"""The words of a change: what went, what came, and for an amendment a little of what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from treatykit.compare.traces import Node, Part, Scene, Trace, is_in
from treatykit.compare.travels import travelled
from treatykit.model.changes import Fate, Piece, joined
from treatykit.model.content import Mark, NoteReference, OpaqueBlock, Table
from treatykit.model.plain import inline_text
from treatykit.model.revisions import RevisionKind
from treatykit.model.words import words_in

_AROUND = 4  # words of context on each side
_FEW = 8  # nodes of a paragraph that are all looked at sooner than it is found out how many are enough


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of one change.

    Attributes:
        old: What stood there, with its surroundings.
        new: What stands there now, likewise.
        removed: The words that went, alone.
        added: The words that came, alone.
        marked: The words of an amendment with their marks, as in `Change.marked`.
        paragraphs: How many lines of `new`, or of `old` where nothing came, are paragraphs or rows that came,
            went or moved as a whole.
        words: How many words they hold, numbers aside.
    """

    old: str
    new: str
    removed: str
    added: str
    marked: tuple[Piece, ...] = ()
    paragraphs: int = 0
    words: int = 0


NO_WORDS = Excerpt("", "", "", "")


class Snippet(NamedTuple):
    """Some characters and where they are read."""

    text: str
    in_old: bool
    in_new: bool
    touched: bool


def whole_excerpt(trace: Trace) -> Excerpt:
    """The words of paragraphs that came, went or moved as a whole, with their numbers."""
    old = _lines(trace.parts, in_old=True)
    new = _lines(trace.parts, in_old=False)
    went, came = "\n".join(old), "\n".join(new)
    notes = [piece for part in trace.parts if part.scene.in_note for piece in _pieces(part)]
    removed, added = (f"{text}\n{_touched(notes, in_old=side)}" for text, side in ((went, True), (came, False)))
    there = (part.scene.read(in_old=not new) for part in trace.parts)
    return Excerpt(
        went,
        came,
        removed,
        added,
        marked=travelled(trace.parts) if {RevisionKind.MOVED_AWAY, RevisionKind.MOVED_HERE} <= trace.kinds else (),
        paragraphs=len(new or old),
        words=sum(words_in(node for node, _ in nodes) for nodes in there),
    )


def amended_excerpt(trace: Trace) -> Excerpt:
    """The words of an amendment within paragraphs."""
    parts = [part for part in trace.parts if not part.scene.in_note]
    stretch = [piece for at, part in enumerate(parts) for piece in _pieces(part, _shown(parts, at))]
    notes = [piece for part in trace.parts if part.scene.in_note for piece in _pieces(part)]
    removed, added = (_touched([*stretch, *notes], in_old=side) for side in (True, False))
    old, new = (_cut(stretch, in_old=side) + _noted(notes, in_old=side) for side in (True, False))
    return Excerpt(old, new, removed, added, marked=joined((*_marked(stretch), *_marked_note(notes))))


def _lines(parts: Iterable[Part], *, in_old: bool) -> list[str]:
    lines = []
    for _, row in groupby(enumerate(parts), key=lambda entry: entry[1].scene.row or -entry[0]):
        cells = (_line(part.scene, in_old=in_old) for _, part in row if not part.scene.in_note)
        lines.append("\t".join(cell for cell in cells if cell is not None))
    return [line for line in lines if line]


def _line(scene: Scene, *, in_old: bool) -> str | None:
    """A paragraph as it reads on one side, with its number; None if it does not stand there."""
    if not scene.stands(in_old=in_old):
        return None
    words = "".join(_text(node) for node, _ in scene.read(in_old=in_old))
    label = scene.mark.properties.label if scene.mark else None
    return f"{label.text} {words}".rstrip() if label else words


def _pieces(part: Part, shown: range | None = None) -> Iterator[Snippet]:
    """What some of the nodes of a scene say; all of them where no range is given."""
    touched = frozenset(part.touched)
    return (_snippet(part.scene, at, touched=at in touched) for at in shown or range(len(part.scene.nodes)))


def _snippet(scene: Scene, at: int, *, touched: bool) -> Snippet:
    node, revisions = scene.nodes[at], scene.revisions[at]
    text = ("¶" if touched else " ") if isinstance(node, Mark) else _text(node)
    return Snippet(text, is_in(revisions, in_old=True), is_in(revisions, in_old=False), touched)


def _shown(parts: list[Part], at: int) -> range:
    """The nodes of a part that an excerpt can show: of the first and the last not all that stands around.

    A paragraph may hold a thousand changes, and each of them is told by itself.
    """
    scene, touched = parts[at].scene, parts[at].touched
    first, last = 0, len(scene.nodes)
    if last <= _FEW:
        return range(last)
    if at == 0:
        first = touched[0] - _enough(scene, range(touched[0] - 1, -1, -1))
    if at == len(parts) - 1:
        last = touched[-1] + 1 + _enough(scene, range(touched[-1] + 1, last))
    return range(first, last)


def _enough(scene: Scene, around: range) -> int:
    """How many nodes of these, the nearest first, hold more words of either side than are shown."""
    texts = {True: "", False: ""}
    for count, at in enumerate(around):
        if all(len(text.split()) > _AROUND + 1 for text in texts.values()):
            return count
        snippet = _snippet(scene, at, touched=False)
        for in_old in texts:
            if snippet.in_old if in_old else snippet.in_new:
                texts[in_old] += snippet.text if around.step > 0 else snippet.text[::-1]
    return len(around)


def _cut(pieces: list[Snippet], *, in_old: bool) -> str:
    """The touched words of one side, from the first to the last, with some words before and after."""
    touched = [index for index, piece in enumerate(pieces) if piece.touched]
    if not touched:
        return ""
    first, last = touched[0], touched[-1] + 1
    before, core, after = (
        "".join(piece.text for piece in some if (piece.in_old if in_old else piece.in_new))
        for some in (pieces[:first], pieces[first:last], pieces[last:])
    )
    return f"{_end_of(before)}{core}{_beginning_of(after)}".strip()


def _marked(pieces: list[Snippet]) -> Iterator[Piece]:
    """The touched words of both sides, with what stands around and between them now."""
    touched = [index for index, piece in enumerate(pieces) if piece.touched]
    if not touched:
        return
    first, last = touched[0], touched[-1] + 1
    before, after = ("".join(piece.text for piece in some if piece.in_new) for some in (pieces[:first], pieces[last:]))
    yield Piece(_end_of(before))
    for piece in pieces[first:last]:
        if piece.touched and piece.in_old != piece.in_new:
            yield Piece(piece.text, Fate.INSERTED if piece.in_new else Fate.DELETED)
        elif piece.in_new:
            yield Piece(piece.text)
    yield Piece(_beginning_of(after))


def _marked_note(notes: list[Snippet]) -> Iterator[Piece]:
    went, came = (_touched(notes, in_old=side).strip("¶ ") for side in (True, False))
    if went or came:
        yield from (Piece(" [note: "), Piece(went, Fate.DELETED), Piece(came, Fate.INSERTED), Piece("]"))


def _end_of(text: str) -> str:
    """The last words of a text; a word that the change follows directly counts as none."""
    glued = bool(text) and not text[-1].isspace()
    words = text.rsplit(maxsplit=_AROUND + glued)
    if len(words) <= _AROUND + glued:
        return text.lstrip()
    return f"… {text[len(words[0]) :].lstrip()}"


def _beginning_of(text: str) -> str:
    """The first words of a text, likewise."""
    glued = bool(text) and not text[0].isspace()
    words = text.split(maxsplit=_AROUND + glued)
    if len(words) <= _AROUND + glued:
        return text.rstrip()
    return f"{text[: len(text) - len(words[-1])].rstrip()} …"


def _touched(pieces: Iterable[Snippet], *, in_old: bool) -> str:
    """The words that are on one side only."""
    return "".join(
        piece.text
        for piece in pieces
        if piece.touched and piece.in_old != piece.in_new and (piece.in_old if in_old else piece.in_new)
    )


def _noted(notes: list[Snippet], *, in_old: bool) -> str:
    words = _touched(notes, in_old=in_old).strip("¶ ")
    return f" [note: {words}]" if words else ""


def _text(node: Node) -> str:
    match node:
        case Mark() | Table():
            return ""
        case OpaqueBlock():
            return f"[{node.description}]" if node.description else ""
        case NoteReference():
            return node.symbol or ""
        case _:
            return inline_text(node)
