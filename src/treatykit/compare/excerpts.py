"""The words of a change: what went, what came, and for an amendment a little of what stands around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import groupby

from treatykit.compare.scenes import Part, Scene, Snippet
from treatykit.compare.traces import Trace
from treatykit.compare.travels import travelled
from treatykit.model.changes import Fate, Piece, joined
from treatykit.model.revisions import RevisionKind
from treatykit.model.words import count_words_of, counted_text
from treatykit.records import dataclass

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


@dataclass(slots=True)
class _Stretch:
    """What the excerpts of a change may show, in a row.

    Attributes:
        touched: Which of the snippets the change touches, in order.
    """

    snippets: list[Snippet] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)

    def add(self, part: Part, shown: range) -> None:
        """Add some of the nodes of a part; a mark that came or went says a pilcrow."""
        snippets, shift = part.scene.snippets[shown.start : shown.stop], len(self.snippets) - shown.start
        if part.touched[-1] == len(part.scene.nodes) - 1 and part.scene.mark is not None:
            snippets[-1] = Snippet("¶", snippets[-1].in_old, snippets[-1].in_new)
        self.snippets += snippets
        self.touched += [shift + at for at in part.touched]

    def marked(self, *, in_old: bool) -> str:
        """The touched words that are on one side only."""
        touched = map(self.snippets.__getitem__, self.touched)
        return "".join([text for text, old, new in touched if old is not new and (old if in_old else new)])


def whole_excerpt(trace: Trace) -> Excerpt:
    """The words of paragraphs that came, went or moved as a whole, with their numbers."""
    old = _lines(trace.body, in_old=True)
    new = _lines(trace.body, in_old=False)
    went, came = "\n".join(old), "\n".join(new)
    notes = _notes(trace)
    return Excerpt(
        went,
        came,
        f"{went}\n{notes.marked(in_old=True)}",
        f"{came}\n{notes.marked(in_old=False)}",
        marked=travelled(trace.parts) if {RevisionKind.MOVED_AWAY, RevisionKind.MOVED_HERE} <= trace.kinds else (),
        paragraphs=len(new or old),
        words=count_words_of(counted_text(part.scene.read(in_old=not new)) for part in trace.parts),
    )


def amended_excerpt(trace: Trace) -> Excerpt:
    """The words of an amendment within paragraphs."""
    stretch, notes = _Stretch(), _notes(trace)
    for at, part in enumerate(trace.body):
        stretch.add(part, _shown(trace.body, at))
    removed, added = stretch.marked(in_old=True), stretch.marked(in_old=False)
    old, new, marked = _told(stretch)
    if not notes.touched:
        return Excerpt(old, new, removed, added, marked=joined(marked))
    went, came = notes.marked(in_old=True), notes.marked(in_old=False)
    return Excerpt(
        old + _noted(went),
        new + _noted(came),
        removed + went,
        added + came,
        marked=joined((*marked, *_marked_note(went.strip("¶ "), came.strip("¶ ")))),
    )


def _notes(trace: Trace) -> _Stretch:
    """All that stands in the notes that a change brought or took."""
    notes = _Stretch()
    if len(trace.body) < len(trace.parts):
        for part in trace.parts:
            if part.scene.in_note:
                notes.add(part, range(len(part.scene.nodes)))
    return notes


def _lines(parts: Iterable[Part], *, in_old: bool) -> list[str]:
    lines = []
    for _, row in groupby(enumerate(parts), key=lambda entry: entry[1].scene.row or -entry[0]):
        cells = (_line(part.scene, in_old=in_old) for _, part in row)
        lines.append("\t".join(cell for cell in cells if cell is not None))
    return [line for line in lines if line]


def _line(scene: Scene, *, in_old: bool) -> str | None:
    """A paragraph as it reads on one side, with its number; None if it does not stand there."""
    if not scene.stands(in_old=in_old):
        return None
    words = scene.words(in_old=in_old)
    label = scene.mark.properties.label if scene.mark else None
    return f"{label.text} {words}".rstrip() if label else words


def _shown(parts: Sequence[Part], at: int) -> range:
    """The nodes of a part that an excerpt can show: of the first and the last not all that stands around.

    A paragraph may hold a thousand changes, and each of them is told by itself.
    """
    scene, touched = parts[at].scene, parts[at].touched
    first, last = 0, len(scene.nodes)
    if last <= _FEW:
        return range(last)
    if at == 0:  # more words than are shown, on either side
        first = min(max(bisect_left(least, least[touched[0]] - _AROUND - 1) - 1, 0) for least in scene.lengths)
    if at == len(parts) - 1:
        last = max(bisect_right(least, least[touched[-1] + 1] + _AROUND + 1) for least in scene.lengths)
    return range(first, min(last, len(scene.nodes)))


def _told(stretch: _Stretch) -> tuple[str, str, list[Piece]]:
    """The touched words with some words before and after: as they were, as they are, and as in `Change.marked`."""
    if not stretch.touched:
        return "", "", []
    first, last = stretch.touched[0], stretch.touched[-1] + 1
    core = stretch.snippets[first:last]
    was_begun, begun = _shortened(stretch.snippets[:first], _end_of)
    was_ended, ended = _shortened(stretch.snippets[last:], _beginning_of)
    old = f"{was_begun}{_read(core, 1)}{was_ended}".strip()
    new = f"{begun}{_read(core, 2)}{ended}".strip()
    touched = range(first, last) if len(stretch.touched) == len(core) else frozenset(stretch.touched)
    marked = [Piece(begun)]
    for at, (text, was, stays) in enumerate(core, first):
        if at in touched and was is not stays:
            marked.append(Piece(text, Fate.INSERTED if stays else Fate.DELETED))
        elif stays:
            marked.append(Piece(text))
    marked.append(Piece(ended))
    return old, new, marked


def _shortened(snippets: Sequence[Snippet], shorten: Callable[[str], str]) -> tuple[str, str]:
    """The words around a change as they were and as they are, cut short; mostly they are the same."""
    was, now = _read(snippets, 1), _read(snippets, 2)
    shown = shorten(now)
    return (shown if was == now else shorten(was)), shown


def _read(snippets: Iterable[Snippet], side: int) -> str:
    return "".join([snippet[0] for snippet in snippets if snippet[side]])


def _marked_note(went: str, came: str) -> Iterator[Piece]:
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


def _noted(text: str) -> str:
    words = text.strip("¶ ")
    return f" [note: {words}]" if words else ""
