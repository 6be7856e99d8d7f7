"""The words of a move with what was done to them on the way: what was left behind, what came along, what was added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatykit.compare.edits import Edit, edits
from treatykit.compare.lines import Line, Node, line_of
from treatykit.compare.scenes import Part, Scene
from treatykit.compare.units import Lexicon
from treatykit.model.changes import Fate, Piece, joined
from treatykit.model.content import Inline, Mark, NoteReference, Paragraph
from treatykit.model.plain import inline_text
from treatykit.model.revisions import RevisionKind


def travelled(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """What stands at the destination of a move, with the words that were lost and those that were added.

    The source end of a move holds the old words and the destination the new ones, so that
    neither says which were lost; they are found anew. Empty where all words came along.
    """
    scenes = [part.scene for part in parts]
    body = tuple(_pieces([scene for scene in scenes if not scene.in_note]))
    notes = tuple(_pieces([scene for scene in scenes if scene.in_note]))
    said = joined((*body, Piece(" [note: ", Fate.ABOUT), *notes, Piece("]", Fate.ABOUT)) if _edited(notes) else body)
    return said if _edited(said) else ()


def _edited(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.text.strip() and piece.fate in (Fate.INSERTED, Fate.DELETED) for piece in pieces)


def _pieces(scenes: list[Scene]) -> Iterator[Piece]:
    old, new = (line_of(_paragraphs(scenes, in_old=side)) for side in (True, False))
    if not (old.text and new.text):
        yield from (
            Piece(_words(old, 0, len(old.text)), Fate.DELETED),
            Piece(_words(new, 0, len(new.text)), Fate.INSERTED),
        )
        return
    at = 0
    for edit in (*edits(old, new, Lexicon((), frozenset())), _end(old, new)):
        yield Piece(_words(new, at, edit.new_start), Fate.MOVED_HERE)
        at = edit.new_stop
        went, came = _words(old, edit.old_start, edit.old_stop), _words(new, edit.new_start, edit.new_stop)
        if came.strip() and not _was_added(new, edit):
            yield Piece(came, Fate.MOVED_HERE)  # a difference that the comparison was told to ignore
        else:
            yield from (Piece(went, Fate.DELETED), Piece(came, Fate.INSERTED))


def _paragraphs(scenes: list[Scene], *, in_old: bool) -> Iterator[Paragraph]:
    for scene in scenes:
        if scene.mark is not None and scene.stands(in_old=in_old):
            yield Paragraph(tuple(map(_bare, scene.inlines(in_old=in_old))), scene.mark)


def _bare(inline: Inline) -> Inline:
    """An inline without its notes, which are scenes of their own."""
    return replace(inline, blocks=()) if isinstance(inline, NoteReference) else inline


def _end(old: Line, new: Line) -> Edit:
    """Where both lines end, before their last marks."""
    return Edit(len(old.text) - 1, len(old.text) - 1, len(new.text) - 1, len(new.text) - 1)


def _was_added(line: Line, edit: Edit) -> bool:
    nodes = line.cut(edit.new_start, edit.new_stop)
    return any(revision.kind is RevisionKind.INSERTED for node in nodes for revision in node.revisions)


def _words(line: Line, start: int, stop: int) -> str:
    return "".join(_word(node) for node in line.cut(start, stop))


def _word(node: Node) -> str:
    match node:
        case Mark():
            return " "
        case NoteReference():
            return node.symbol or ""
        case _:
            return inline_text(node)
